"""Lever's answers: a posting, a board, one that is no longer there."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.posting import EmploymentType, Page, PayUnit, Status, Verdict, Workplace
from spiders.reader import read

POSTING = {
    "id": "0a1b2c3d-0000-4000-8000-0123456789ab",
    "text": "Load Forecaster",
    "categories": {
        "commitment": "Full-time",
        "location": "Lisbon",
        "team": "Grid",
        "allLocations": ["Lisbon", "Porto"],
    },
    "createdAt": 1767225600000,
    "workplaceType": "hybrid",
    "country": "PT",
    "description": "<div>At Northwind Grid, we run the wires of three small countries.</div>",
    "lists": [
        {"text": "What You'll Do", "content": "<li>Forecast the load</li><li>Explain it</li>"},
        {"text": "Requirements", "content": "<li>Patience with weather</li>"},
    ],
    "additional": "<div>The last day to apply is March 1, 2026.</div>",
    "salaryRange": {"currency": "EUR", "interval": "per-year-salary", "min": 52000, "max": 61000},
    "hostedUrl": "https://jobs.lever.co/northwind/0a1b2c3d-0000-4000-8000-0123456789ab",
    "applyUrl": "https://jobs.lever.co/northwind/0a1b2c3d-0000-4000-8000-0123456789ab/apply?lever-source=x",
}
URL = "https://api.lever.co/v0/postings/northwind"


def answer(value, url=URL):
    return read(Page(url=url, body=json.dumps(value).encode(), fetched_at=datetime(2026, 1, 15, tzinfo=UTC)))


def test_a_posting_is_read_field_by_field():
    reading = answer(POSTING)
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert (posting.title, posting.organization) == ("Load Forecaster", "Northwind Grid")
    assert posting.locations == ("Lisbon", "Porto")
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.FULL_TIME)
    assert (posting.pay.min, posting.pay.max, posting.pay.currency, posting.pay.unit) == (
        Decimal(52000),
        Decimal(61000),
        "EUR",
        PayUnit.YEAR,
    )
    assert posting.deadline.at.date() == date(2026, 3, 1)
    assert posting.posted_on == date(2026, 1, 1)
    assert posting.status is Status.OPEN
    assert posting.apply_url == POSTING["hostedUrl"] + "/apply"
    assert posting.evidence["pay"].where == "$.salaryRange"


def test_lists_become_sections_with_bullets():
    sections = answer(POSTING).posting.sections
    assert [(it.kind.value, it.heading) for it in sections][1:3] == [
        ("responsibilities", "What You'll Do"),
        ("requirements", "Requirements"),
    ]
    assert sections[1].text == "- Forecast the load\n- Explain it"


def test_a_board_is_a_listing_with_addresses():
    reading = answer([POSTING, POSTING | {"text": "Grid Engineer", "hostedUrl": "https://jobs.lever.co/northwind/2"}])
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Load Forecaster", POSTING["hostedUrl"]),
        ("Grid Engineer", "https://jobs.lever.co/northwind/2"),
    ]


def test_an_empty_board_is_a_listing_without_roles():
    reading = answer([])
    assert (reading.verdict, reading.roles) == (Verdict.LISTING, ())


def test_a_posting_that_is_no_longer_there_is_gone():
    assert answer({"ok": False, "error": "Document not found"}).verdict is Verdict.GONE


def test_an_outage_is_an_error_and_not_gone():
    assert answer({"ok": False, "error": "Internal error"}).verdict is Verdict.ERROR


@pytest.mark.parametrize(
    "broken", [{"categories": None}, {"lists": "x"}, {"salaryRange": []}, {"createdAt": -1}, {"description": 7}]
)
def test_fields_of_another_shape_are_left_out(broken):
    posting = answer(POSTING | broken).posting
    assert posting.title == "Load Forecaster"
