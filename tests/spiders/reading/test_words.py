import re

from hypothesis import given
from hypothesis import strategies as st

from spiders.reading.characters import folded, plain
from spiders.reading.words import alternation, listed, whole


@given(st.lists(st.text("ab-.", min_size=1, max_size=5), min_size=1, max_size=8), st.text("ab-.", max_size=8))
def test_an_alternation_matches_the_longest_word_that_fits(words, text):
    found = re.match(alternation(words), text)
    assert (found and found[0]) == max((it for it in words if text.startswith(it)), key=len, default=None)


def test_a_space_in_a_word_is_any_white_space():
    assert re.fullmatch(alternation(["apply by"]), "apply \n by")


def test_a_whole_word_is_no_part_of_another():
    assert not re.search(whole(["ends"]), "weekends")


def test_a_list_is_written_with_bars_and_lines():
    assert listed("\n a|b c\nd|\n") == ["a", "b c", "d"]


@given(st.text())
def test_plain_text_keeps_every_character_in_its_place(text):
    assert len(plain(text)) == len(text)


def test_plain_text_has_one_kind_of_space_dash_and_quote():
    assert plain("A\u00a0–\u202fB’s") == "a - b's"


def test_folded_text_has_no_invisible_characters():
    assert folded(" 50\u202f000 \u200d–\u200d\n80") == "50 000 – 80"
