"""When a posting was put up and what it says beside its deadline, as read of whole pages."""

import json
from datetime import UTC, date, datetime

import pytest

from spiders.posting import Page, Terms
from spiders.reader import read, text_of

PAGE = """<html lang="{language}"><head><title>Kite Fitter - Windward</title></head><body><main><h1>Kite Fitter</h1>
<div>{line}</div><p>We are looking for a careful person to fit the lines of our kites and to help our customers with
their repairs. You will work with a team of six and with the best tools that there are for the work.</p>
<h2>Requirements</h2><ul><li>You have fitted lines before</li><li>You like the wind and the sea</li></ul><p>{prose}</p>
<a href="/apply">Apply now</a></main></body></html>"""
POSTED = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
"title": "Kite Fitter", "datePosted": "2026-01-12", "hiringOrganization": "Windward"}</script>"""


def page(line="", prose="", language="en", more=""):
    body = PAGE.format(line=line, prose=prose + more, language=language)
    return Page(
        url="https://windward.example/jobs/1", body=body.encode(), fetched_at=datetime(2026, 1, 20, 12, tzinfo=UTC)
    )


def posting(*said, **more):
    return read(page(*said, **more)).posting


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Posted 12 January 2026", "en", date(2026, 1, 12)),
        ("<dl><dt>Date posted</dt><dd>01/12/2026</dd></dl>", "en-US", date(2026, 1, 12)),
        ("<dl><dt>Date posted</dt><dd>01/12/2025</dd></dl>", "en-US", date(2025, 1, 12)),
        ("<dl><dt>Date posted</dt><dd>01/12/2025</dd></dl>", "en-GB", date(2025, 12, 1)),
        ("Closing date: 12 February 2026", "en", None),
    ],
)
def test_a_line_or_label_says_when_it_was_posted(line, language, expected):
    assert posting(line, language=language).posted_on == expected


def test_an_age_leaves_a_range_and_no_date():
    found = posting("Posted 3 weeks ago")
    assert (found.posted_on, found.posted_between) == (None, (date(2025, 12, 23), date(2026, 1, 3)))
    assert found.evidence["posted_between"].text == "Posted 3 weeks ago"


def test_a_date_makes_an_age_needless():
    found = posting("Posted 8 days ago", more=POSTED)
    assert (found.posted_on, found.posted_between) == (date(2026, 1, 12), None)
    assert "posted_between" not in found.evidence


def test_an_age_tells_the_year_of_a_deadline():
    assert posting("Posted 3 weeks ago", "Apply by 27 December.").deadline.at.date() == date(2025, 12, 27)
    assert posting("Posted 3 weeks ago", "Apply by 20 December.").deadline.at.date() == date(2026, 12, 20)


def test_what_stands_beside_a_deadline_has_evidence_where_it_stands():
    prose = (
        "Applications open on 2 February 2026. For full consideration, apply by 9 February 2026. "
        "Applications are reviewed on a rolling basis until the final deadline of 27 February 2026."
    )
    found = posting(prose=prose)
    assert found.deadline.at.date() == date(2026, 2, 27)
    assert found.soft_deadline.at.date() == date(2026, 2, 9)
    assert (found.opens_at, found.deadline_terms) == (date(2026, 2, 2), Terms.ROLLING)
    text = text_of(page(prose=prose))
    for name in ("deadline", "soft_deadline", "opens_at", "deadline_terms"):
        start, end = map(int, found.evidence[name].where.removeprefix("chars:").split("-"))
        assert " ".join(text[start:end].split()) == found.evidence[name].text


def test_deadlines_by_place_are_kept_and_the_posting_s_own_is_the_deadline():
    found = posting("Location: Berlin, Germany", "Deadline: 15 February 2026 (Spain), 28 February 2026 (Germany)")
    assert [(it.place, it.deadline.at.date().day) for it in found.deadlines_by_place] == [
        ("Spain", 15),
        ("Germany", 28),
    ]
    assert found.deadline.at.date() == date(2026, 2, 28)


@pytest.mark.parametrize("line", ["Start date: 1 March 2026", "<dl><dt>Start date</dt><dd>1 March 2026</dd></dl>"])
def test_the_first_day_of_work_is_read_from_labels_and_sentences(line):
    assert posting(line).starts_on == "2026-03-01"


def test_the_age_that_an_answer_states_leaves_a_range():
    answer = {
        "jobPosting": {
            "title": "Kite Fitter",
            "description": "<p>You fit the lines of our kites and help our customers with their repairs.</p>",
            "datePosted": "Posted 3 Days Ago",
            "location": "Tarifa, Spain",
        }
    }
    body = json.dumps(answer).encode()
    fetched = datetime(2026, 1, 20, 12, tzinfo=UTC)
    found = read(Page(url="https://windward.example/api/jobs/1", body=body, fetched_at=fetched)).posting
    assert (found.posted_on, found.posted_between) == (None, (date(2026, 1, 16), date(2026, 1, 18)))
