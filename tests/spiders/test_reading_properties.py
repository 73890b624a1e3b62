"""Reading never fails, whatever the bytes, and its evidence stands where it says."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.posting import Page, Reading, Status, Verdict
from spiders.reader import read, text_of
from spiders.recorded import page_in

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
#: Whole pages and answers that are cut and spliced.
RECORDED = {folder.name: page_in(folder) for folder in sorted((HERE / "recorded").iterdir())}
SAVED = sorted(
    it
    for kinds in ("documents/*", "verdicts/*/*", "pages/answers/*/*")
    for it in HERE.glob(kinds)
    if it.is_file() and it.stat().st_size < 30_000
)
WHOLE = [page.body for page in RECORDED.values()] + [it.read_bytes() for it in SAVED]
URLS = [
    *(page.url for page in RECORDED.values()),
    "https://kelp.example/jobs/4711",
    "https://boards-api.greenhouse.io/v1/boards/kelp/jobs/4711",
    "https://kelp.jobs.personio.de/xml#posting=1",
    "file:///tmp/page",
    "https://[::1",
    "",
]
KINDS = ["text/html; charset=utf-8", "application/json", "application/xml", "text/plain", "text/html; charset=utf-16"]
#: What makes one kind of text into another, or begins what nothing ends.
PIECES = [
    *(b"<", b">", b"</div>", b"<!--", b"<h2>", b"<table>", b"<script type='application/ld+json'>", b"</script>"),
    *(b"{", b"}", b"[", b"]", b'"', b",", b"null", b"1e999", b'{"@type":"JobPosting","title":"Baker"}', b"\\ud800"),
    *(
        b"<?xml version='1.0'?>",
        b"<![CDATA[",
        b"&lt;",
        b"&#0;",
        b"&#xD800;",
        b"\x00",
        b"\xff\xfe",
        b"\xc3",
        b"\xef\xbb\xbf",
    ),
    *(
        b"\n",
        b"\xe2\x80\x8b",
        b"\xc4\xb0",
        b"\xe2\x80\xa8",
        b"Location: ",
        b"Berlin",
        b"$60/hr",
        b"Apply by 5 March",
        b"closed",
    ),
]

bodies = st.sampled_from(WHOLE)


@st.composite
def torn(draw):
    """A page with parts cut out, doubled, overwritten, or exchanged for parts of other pages."""
    body = draw(bodies)
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(body)))
        end = draw(st.integers(start, min(len(body), start + draw(st.sampled_from([0, 3, 40, 4000])))))
        other = draw(bodies)
        middle = draw(
            st.sampled_from([b"", body[start:end] * 2, other[start:], other[start:end], *PIECES])
            | st.binary(max_size=8)
        )
        body = body[:start] + middle + body[end:]
    return body


pages = st.builds(
    Page,
    url=st.sampled_from(URLS),
    body=torn() | bodies | st.binary(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join),
    headers=st.just({}) | st.sampled_from(KINDS).map(lambda kind: {"content-type": kind}),
    status=st.just(200),
    fetched_at=st.just(datetime(2026, 1, 20, 9, tzinfo=UTC)),
)


def misplaced(page, reading):
    """Evidence and conflicts whose words do not stand where they are said to."""
    posting, text = reading.posting, text_of(page)
    found = [*posting.evidence.items(), *posting.conflicts.items()] if posting else []
    return [(name, it) for name, it in found if not stands(it, text)]


#: Fields that are their own evidence: sections carry their headings and words, status is unknown where nothing says it.
EXEMPT = {"evidence", "conflicts", "text", "sections"}


def unproven(posting):
    """Fields that are given, but for which no words or no place is: an editor's words are no part of the text."""
    given = {
        it.name
        for it in fields(posting)
        if it.name not in EXEMPT and getattr(posting, it.name) not in {None, (), "", Status.UNKNOWN}
    }
    proven = {
        name.partition(".")[0]
        for name, it in posting.evidence.items()
        if it.text and (it.where or name == "commentary")
    }
    return given - proven


def stands(evidence, text):
    if not (evidence.where or "").startswith("chars:"):
        return True
    start, end = map(int, evidence.where.removeprefix("chars:").split("-"))
    return 0 <= start < end <= len(text) and " ".join(text[start:end].split()) == evidence.text


@given(pages)
def test_no_bytes_make_a_reader_fail_and_every_quote_stands_where_it_says(page):
    reading = read(page)
    assert isinstance(reading, Reading)
    assert not any("the reader failed" in it for it in reading.reasons)
    assert misplaced(page, reading) == []
    assert not (reading.posting and unproven(reading.posting))


@pytest.mark.parametrize("place", ["url", "og:url", "canonical"])
def test_an_address_that_is_none_makes_no_reader_fail(place):
    hub = RECORDED["company-hub"]
    broken = "https://[::1"
    head = {
        "og:url": f'<head><meta property="og:url" content="{broken}">',
        "canonical": f'<head><link rel="canonical" href="{broken}">',
    }.get(place, "<head>")
    url = broken if place == "url" else hub.url
    reading = read(replace(hub, url=url, body=hub.body.replace(b"<head>", head.encode())))
    assert reading.verdict is Verdict.HUB


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_the_quotes_of_a_recorded_page_stand_where_they_say(name):
    assert misplaced(RECORDED[name], read(RECORDED[name])) == []


def whole_pages():
    """Recorded pages, saved ones and answers of every system, and the labelled pages where they are at hand."""
    pages = {f"recorded {name}": page for name, page in RECORDED.items()}
    pages |= {str(it.relative_to(HERE)): as_page(it.read_bytes()) for it in SAVED}
    return pages | {it.name: as_page(it.read_bytes()) for it in sorted(CORPUS.glob("html/*.html"))}


def as_page(body):
    return Page(url="https://kelp.example/jobs/4711", body=body, fetched_at=datetime(2026, 1, 20, 9, tzinfo=UTC))


def test_every_field_that_is_given_has_words_and_a_place():
    readings = {name: read(page).posting for name, page in whole_pages().items()}
    found = {name: missing for name, it in readings.items() if it and (missing := unproven(it))}
    assert found == {}


def test_the_text_of_a_page_is_the_posting_s_own_part_of_it():
    text = text_of(RECORDED["german-posting"])
    assert text.startswith("Netzplaner:in Fernwärme (m/w/d)\nArbeitsort\nLeipzig\n")
    assert "Impressum" not in text


def test_the_text_of_an_answer_is_its_description():
    assert text_of(RECORDED["lever-answer"]).startswith("At Kelp & Anchor, we tell forty harbours")


def test_what_is_no_posting_has_no_text_of_its_own():
    page = Page(url="https://kelp.example", body=b"<html></html>", fetched_at=datetime(2026, 1, 20, tzinfo=UTC))
    assert text_of(page) == ""
