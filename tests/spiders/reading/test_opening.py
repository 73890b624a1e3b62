"""The short sentences that open a posting's text."""

import pytest

from spiders.reading.document import parse_html
from spiders.reading.scope import find_scope
from spiders.reading.title import find_title

PROSE = "You will join a team of nine that writes the software which runs on every drone that we ship."


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("<p>We build drones for harbours and dams.</p>", "We build drones for harbours and dams."),
        ("<p>This position is no longer accepting applications.</p>", PROSE),
        ("<p>Posted by the city on 5 March.</p>", PROSE),
        ("<h2>We build drones for harbours.</h2>", "We build drones for harbours."),
        ("<div>We build drones for harbours and dams.</div>", PROSE),
    ],
)
def test_a_short_sentence_of_the_same_make_opens_the_text(line, first):
    doc = parse_html(f"<main><h1>Firmware Engineer</h1>{line}<p>{PROSE}</p><p>{PROSE} Again.</p></main>")
    assert find_scope(doc, find_title(doc)).body[0].text == first
