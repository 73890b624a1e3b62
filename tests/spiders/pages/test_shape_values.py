"""Values of embedded state and of answers, as words."""

from itertools import permutations

import pytest

from spiders.pages.shape_values import words

TEXTS = {"en": "Canteen", "cs": "Kantýna", "de": "Kantine"}


@pytest.mark.parametrize("order", list(permutations(TEXTS)))
def test_a_text_in_several_languages_reads_the_same_whatever_the_order_of_its_keys(order):
    assert words({key: TEXTS[key] for key in order}) == "Kantýna"


def test_an_english_text_is_read_where_there_is_no_other():
    assert words({"en": "Canteen", "cs": ""}) == "Canteen"
