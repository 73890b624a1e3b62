"""Workable's answers: both kinds of board, a posting, one that is not found."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

WIDGET = "https://apply.workable.com/api/v1/widget/accounts/larkspur"
CAREERS = "https://apply.workable.com/api/v3/accounts/larkspur/jobs"
POSTING = "https://apply.workable.com/api/v2/accounts/larkspur/jobs/A1B2C3D4E5"


def test_a_posting_that_the_board_names_once_for_each_place_counts_once(recorded):
    reading = recorded("workable/board.json", WIDGET)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner", "https://apply.workable.com/j/A1B2C3D4E5"),
        ("Deckhand", "https://apply.workable.com/j/F6A7B8C9D0"),
    ]


def test_the_careers_page_s_board_names_postings_under_their_account(recorded):
    reading = recorded("workable/careers.json", CAREERS)
    assert [it.url for it in reading.roles] == ["https://apply.workable.com/larkspur/j/A1B2C3D4E5/"]
    assert reading.reasons == ("the API of Workable lists 1 of 12 postings",)


def test_a_posting_is_read_field_by_field(recorded):
    posting = recorded("workable/posting.json", POSTING).posting
    assert posting.title == "Timetable Planner"
    assert posting.locations == ("Piraeus, Attica, Greece", "Bari, Apulia, Italy")
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.FULL_TIME)
    assert (posting.posted_on, posting.requisition_id) == (date(2026, 1, 12), "LF-77")
    assert posting.apply_url == "https://apply.workable.com/larkspur/j/A1B2C3D4E5/apply/"
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "Requirements", "Benefits"]


def test_pay_and_deadline_are_read_from_the_text(recorded):
    posting = recorded("workable/posting.json", POSTING).posting
    assert (posting.pay.min, posting.pay.max, posting.pay.unit) == (Decimal(38_000), Decimal(45_000), PayUnit.YEAR)
    assert posting.deadline.at == datetime(2026, 2, 15, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(("state", "status"), [("published", Status.OPEN), ("closed", Status.CLOSED)])
def test_the_state_says_whether_it_is_open(recorded, state, status):
    assert recorded("workable/posting.json", POSTING, state=state).posting.status is status


@pytest.mark.parametrize(
    ("said", "kind"),
    [("part", EmploymentType.PART_TIME), ("contract", EmploymentType.CONTRACT), ("other", None), (None, None)],
)
def test_the_type_is_a_kind_of_employment(recorded, said, kind):
    assert recorded("workable/posting.json", POSTING, type=said).posting.employment_type is kind


def test_not_found_is_gone(recorded):
    assert recorded("workable/gone.json", POSTING).verdict is Verdict.GONE
    assert recorded("workable/gone.json", POSTING, status=404).verdict is Verdict.GONE


def test_too_many_requests_are_an_error_and_never_gone(recorded):
    assert recorded("workable/outage.json", POSTING).verdict is Verdict.ERROR
