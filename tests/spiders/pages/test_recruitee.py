"""Recruitee's answers: a board, a posting with pay and a date at which it closes, one that is not found."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

BOARD = "https://larkspur.recruitee.com/api/offers"
POSTING = "https://larkspur.recruitee.com/api/offers/timetable-planner"


def test_a_board_lists_addresses_free_of_tracking(recorded):
    reading = recorded("recruitee/board.json", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner (m/f/d)", "https://jobs.larkspur.example/o/timetable-planner"),
        ("Deckhand", "https://jobs.larkspur.example/o/deckhand"),
    ]


def test_a_posting_is_read_field_by_field(recorded):
    posting = recorded("recruitee/posting.json", POSTING).posting
    assert (posting.title, posting.organization) == ("Timetable Planner (m/f/d)", "Larkspur Ferries")
    assert posting.locations == ("Rotterdam, South Holland, Netherlands", "Hull, United Kingdom")
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.TEMPORARY)
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.apply_url == "https://jobs.larkspur.example/o/timetable-planner/c/new"
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "What you will do", "Requirements"]


def test_close_at_is_the_deadline(recorded):
    deadline = recorded("recruitee/posting.json", POSTING).posting.deadline
    assert (deadline.at, deadline.date_only) == (datetime(2026, 2, 15, 22, 59, tzinfo=UTC), False)


def test_pay_has_its_period(recorded):
    pay = recorded("recruitee/posting.json", POSTING).posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(3_100), Decimal(3_900), "EUR", PayUnit.MONTH)


def test_a_period_that_is_not_written_is_implied(recorded):
    salary = {"min": "60000", "max": "75000", "period": None, "currency": "EUR"}
    pay = recorded("recruitee/posting.json", POSTING, offer__salary=salary).posting.pay
    assert (pay.unit, pay.implied) == (PayUnit.YEAR, ("unit",))


@pytest.mark.parametrize(("state", "status"), [("published", Status.OPEN), ("closed", Status.CLOSED)])
def test_the_status_says_whether_it_is_open(recorded, state, status):
    assert recorded("recruitee/posting.json", POSTING, offer__status=state).posting.status is status


def test_a_company_s_own_domain_is_recognised_by_the_answer(recorded):
    own = "https://jobs.larkspur.example/api/offers"
    assert recorded("recruitee/board.json", own).verdict is Verdict.LISTING
    assert recorded("recruitee/posting.json", f"{own}/timetable-planner").posting.organization == "Larkspur Ferries"


def test_not_found_is_gone_and_an_outage_is_not(recorded):
    assert recorded("recruitee/gone.json", POSTING).verdict is Verdict.GONE
    assert recorded("recruitee/outage.json", POSTING).verdict is Verdict.ERROR
