"""An editor's words beside a posting: the same whatever stands next to them."""

import pytest

from spiders.reading.commentary import find_commentary
from spiders.reading.document import parse_html
from spiders.reading.scope import find_scope
from spiders.reading.title import find_title

POSTING = (
    "<h1>Bell Founder</h1><p>Kelp Foundry</p><h2>Your tasks</h2><ul><li>Melt the bronze of old ships, and pour it</li>"
    "<li>Listen to what comes out of the mould, and say so</li></ul>"
)
SAID = "<h3>{}</h3><p>Few foundries still teach.</p><p>Readers told of $64,000 in 2025.</p>"
AROUND = (
    "{}",
    "{}<section><h2>Similar jobs</h2><ul><li><a href='/1'>Smith</a></li></ul></section>",
    "{}<div>Offer ends in 14:00. Try premium for $9 a month</div>",
    "{}<p>Try premium for $9 a month</p>",
    "<div>4.1 stars, 388 reviews</div>{}<div>1,204 people viewed this job today</div>",
    "{}<h2>About this site</h2><p>We list jobs.</p>",
    "<div><div>{}</div><p>Share this job</p></div>",
)


def commentary(said: str) -> str | None:
    doc = parse_html(f"<main>{POSTING}{said}</main>")
    return find_scope(doc, find_title(doc)).commentary


@pytest.mark.parametrize(
    "heading", ["Editor's note", "Our take on this opening", "Unsere Einschätzung", "Notre avis", "Vår kommentar"]
)
@pytest.mark.parametrize("element", ["section", "div", "aside"])
def test_commentary_in_an_element_is_the_same_whatever_stands_around(heading, element):
    said = f"<{element}>{SAID.format(heading)}</{element}>"
    expected = f"{heading}\nFew foundries still teach.\nReaders told of $64,000 in 2025."
    assert {commentary(around.format(said)) for around in AROUND} == {expected}


@pytest.mark.parametrize("around", AROUND)
def test_commentary_without_an_element_ends_where_another_begins(around):
    said = commentary(around.format(SAID.format("Editor's note")))
    assert said == "Editor's note\nFew foundries still teach.\nReaders told of $64,000 in 2025."


def test_two_headings_of_an_editor_in_one_element_are_one_commentary():
    said = f"<section>{SAID.format('How to stand out')}{SAID.format('Our take on this opening')}</section>"
    assert commentary(f"{said}<p>Try premium for $9 a month</p>").count("Few foundries") == 2


def test_commentary_above_the_posting_ends_before_it_and_a_posting_has_none():
    said = SAID.format("Editor's note")
    for page in (f"<main>{said}{POSTING}</main>", f"<main><div>{said}{POSTING}</div></main>"):
        doc = parse_html(page)
        assert find_scope(doc, find_title(doc)).commentary.endswith("in 2025.")
    assert find_commentary(parse_html(POSTING), None) == (None, frozenset())
