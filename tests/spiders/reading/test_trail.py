"""The trail above a title, however it is made; and what stands above titles and is none."""

import pytest

from spiders.reading.document import parse_html
from spiders.reading.scope import find_scope
from spiders.reading.title import find_title
from spiders.reading.trail import trail

TEXT = "You row the pilots out to the ships in any weather, and bring them back to the harbour. " * 2
PAGE = "<html><head><title>Oarswoman</title></head><body>{}<h1>Oarswoman</h1><p>{}</p></body></html>"
LIST = "<ul><li><a href='{}'>{}</a></li><li><a href='/jobs'>Sea</a></li><li>{}</li></ul>"


def page(above):
    doc = parse_html(PAGE.format(above, TEXT))
    return doc, find_title(doc)


def left_out(above):
    doc, title = page(above)
    numbers = set(trail(doc, title))
    return [block.text for number, block in enumerate(doc.blocks) if number in numbers]


@pytest.mark.parametrize("first", ["Home", "Startseite", "Accueil", "Úvod", "Strona główna", "Início", "Etusivu"])
def test_a_trail_begins_with_the_sites_first_page(first):
    assert left_out(LIST.format("https://kelp.example/x", first, "Oarswoman")) == [first, "Sea", "Oarswoman"]


@pytest.mark.parametrize("address", ["/", "/?utm_source=mail", "/en", "/de-at/"])
def test_a_link_to_the_first_page_begins_one_by_whatever_name(address):
    assert left_out(LIST.format(address, "Kelp Harbour", "Boats and crews")) == [
        "Kelp Harbour",
        "Sea",
        "Boats and crews",
    ]


def test_a_trail_on_one_line_is_one():
    line = "<div><a href='/'>Home</a> / <a href='/jobs'>Jobs</a> / <span>Oarswoman</span></div>"
    assert left_out(line) == ["Home / Jobs / Oarswoman"]


@pytest.mark.parametrize(
    "above",
    [
        LIST.format("/", "Kelp Harbour", "Berlin"),
        LIST.format("/", "Kelp Harbour", "Full-time"),
        LIST.format("https://kelp.example/", "Kelp Harbour", "Boats"),
        LIST.format("/employers/kelp", "Kelp Harbour", "Boats"),
        "<div><a href='/'>Home</a></div>",
        f"<div><a href='/'>Home</a><p>{TEXT * 3}</p></div>",
        "<div><a href='/'>Home</a><h2>Oars</h2></div>",
    ],
)
def test_facts_texts_and_other_links_above_the_title_are_no_trail(above):
    assert left_out(above) == []


def test_what_stands_under_the_title_is_no_trail():
    doc = parse_html(PAGE.format("", TEXT).replace("</body>", LIST.format("/", "Home", "Oarswoman") + "</body>"))
    assert list(trail(doc, find_title(doc))) == []
    assert list(trail(doc, None)) == []


def test_a_trail_is_not_the_postings():
    doc, title = page(LIST.format("/", "Kelp Harbour", "Boats and crews"))
    assert "Boats" not in find_scope(doc, title).text
