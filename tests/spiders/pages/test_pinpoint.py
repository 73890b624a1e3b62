"""Pinpoint's answers: a board, one posting picked from it, one that is not on it any more."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from spiders.pages.sites import fetch_url
from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

URL = "https://halyard.pinpointhq.com/postings.json"
ID = "0b6d2f14-3f1e-4c55-9d1a-52f0f9f1a10{}"
BOARD = "pinpoint/board.json"


def one(recorded, number):
    return recorded(BOARD, f"{URL}#posting={ID.format(number)}").posting


def test_a_board_lists_its_postings_with_absolute_addresses_that_name_no_campaign(recorded):
    reading = recorded(BOARD, URL)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Lock Keeper", f"https://halyard.pinpointhq.com/en/postings/{ID.format(1)}"),
        ("Dredger Mate", f"https://halyard.pinpointhq.com/en/postings/{ID.format(2)}"),
    ]


def test_a_posting_is_read_field_by_field(recorded):
    posting = one(recorded, 1)
    assert posting.title == "Lock Keeper"
    assert posting.locations == ("Braunston, Northamptonshire",)
    assert (posting.workplace, posting.employment_type) == (Workplace.ONSITE, EmploymentType.FULL_TIME)
    assert posting.requisition_id == "HC-0071"
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "Your days", "You bring", "What we give"]
    assert posting.evidence["title"].where == "$.data[0].title"
    assert posting.evidence["pay"].where == "$.data[0].compensation_minimum"


def test_the_deadline_is_the_instant_that_the_board_gives(recorded):
    deadline = one(recorded, 1).deadline
    assert (deadline.at, deadline.date_only) == (datetime(2026, 2, 28, 23, 59, 59, tzinfo=UTC), False)


def test_pay_counts_only_where_the_employer_shows_it(recorded):
    pay = one(recorded, 1).pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(31_000), Decimal(34_500), "GBP", PayUnit.YEAR)
    assert one(recorded, 2).pay is None


def test_a_section_without_a_heading_of_its_own_is_headed_by_its_name(recorded):
    assert [it.heading for it in one(recorded, 2).sections] == [None, "Key responsibilities"]


def test_a_posting_that_the_board_lists_no_more_is_gone_and_an_outage_is_not(recorded):
    assert recorded(BOARD, f"{URL}#posting={ID.format(9)}").verdict is Verdict.GONE
    assert recorded("pinpoint/outage.json", URL).verdict is Verdict.ERROR


def test_an_empty_board_is_a_board(recorded):
    reading = recorded(BOARD, URL, data=[])
    assert (reading.verdict, reading.roles) == (Verdict.LISTING, ())


@pytest.mark.parametrize(
    ("public", "call"),
    [
        (f"/en/postings/{ID.format(1)}", f"{URL}#posting={ID.format(1)}"),
        (f"/postings/{ID.format(1)}/applications/new", f"{URL}#posting={ID.format(1)}"),
        ("/", URL),
        ("/en/postings", URL),
    ],
)
def test_public_addresses_become_calls(public, call):
    assert fetch_url(f"https://halyard.pinpointhq.com{public}") == call
