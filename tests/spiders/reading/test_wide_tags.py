"""Tags of very many attributes lose them, and nothing else is lost."""

import pytest

from spiders.reading.document import parse_html
from spiders.reading.wide_tags import MOST_ATTRIBUTES, narrowed

LONG = "<p>text</p>" * 10_000


def tag(count, attribute="a{}=1"):
    return f"<div {' '.join(attribute.format(number) for number in range(count))}>"


@pytest.mark.parametrize(
    "attribute", ["a{}=1", "a{}", "a{}='>'", 'a{} = "x y"', 'a{}=">"', '"{}', "a{}/b='<p>'", 'x{}=y"z']
)
def test_a_tag_of_too_many_attributes_is_bare(attribute):
    wide = tag(MOST_ATTRIBUTES * 2, attribute)
    assert narrowed(f"{LONG}{wide}x</div>") == f"{LONG}<div>x</div>"


@pytest.mark.parametrize("attribute", ["a{}=1", 'data-long{}="' + "x" * 5000 + '"'])
def test_a_tag_of_fewer_stays_as_it_is(attribute):
    page = f"{LONG}{tag(MOST_ATTRIBUTES // 2, attribute)}x</div>"
    assert narrowed(page) == page


def test_a_page_of_stray_quotes_stays_as_it_is():
    page = f'<p class="a"">{LONG}<a href=\'x>{LONG}</a>< b>5 < 6'
    assert narrowed(page) == page


def test_a_million_attributes_are_read_past():
    page = f"<body>{tag(1_000_000)}<p>Apply by Friday</p></div></body>"
    assert [it.text for it in parse_html(page).blocks] == ["Apply by Friday"]
