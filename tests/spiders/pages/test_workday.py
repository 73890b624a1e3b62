"""Workday's answers: a page of a board, a posting, one that was taken down."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

CALL = "https://larkspur.wd3.myworkdayjobs.com/wday/cxs/larkspur/Careers"
BOARD = f"{CALL}/jobs"
POSTING = f"{CALL}/job/Aarhus-Denmark/Timetable-Planner_R-2045"


def test_a_board_makes_public_addresses_of_its_paths(recorded):
    reading = recorded("workday/board.json", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert reading.reasons == ("the API of Workday lists 2 of 57 postings",)
    assert [(it.title, it.url) for it in reading.roles] == [
        (
            "Timetable Planner",
            "https://larkspur.wd3.myworkdayjobs.com/Careers/job/Aarhus-Denmark/Timetable-Planner_R-2045",
        ),
        ("Deckhand", "https://larkspur.wd3.myworkdayjobs.com/Careers/job/Esbjerg/Deckhand_R-2046-1"),
    ]


def test_a_site_of_the_other_domain_has_the_tenant_in_its_addresses(recorded):
    roles = recorded("workday/board.json", "https://wd3.myworkdaysite.com/wday/cxs/larkspur/Careers/jobs").roles
    assert roles[1].url == "https://wd3.myworkdaysite.com/recruiting/larkspur/Careers/job/Esbjerg/Deckhand_R-2046-1"


def test_a_posting_is_read_field_by_field(recorded):
    posting = recorded("workday/posting.json", POSTING).posting
    assert (posting.title, posting.organization) == ("Timetable Planner", "Larkspur Ferries A/S")
    assert posting.locations == ("Aarhus, Denmark", "Esbjerg, Denmark")
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.PART_TIME)
    assert (posting.posted_on, posting.requisition_id) == (date(2026, 1, 12), "R-2045")
    assert posting.apply_url.endswith("/Careers/job/Aarhus-Denmark/Timetable-Planner_R-2045")
    assert posting.status is Status.OPEN
    assert (posting.pay.min, posting.pay.max, posting.pay.unit) == (Decimal(38_000), Decimal(44_000), PayUnit.MONTH)


def test_the_end_date_is_the_deadline(recorded):
    deadline = recorded("workday/posting.json", POSTING).posting.deadline
    assert (deadline.at, deadline.date_only) == (datetime(2026, 2, 15, 23, 59, 59, tzinfo=UTC), True)


@pytest.mark.parametrize(
    ("age", "start", "posted"),
    [
        ("Posted Yesterday", "2026-01-14", date(2026, 1, 14)),
        ("Posted 30+ Days Ago", "2025-06-02", date(2025, 6, 2)),
        ("Posted Today", "2026-03-01", None),
        ("Posted 3 Days Ago", "2025-06-02", None),
        ("Publié il y a 3 jours", "2026-01-12", None),
        (None, "2026-01-12", date(2026, 1, 12)),
    ],
)
def test_a_start_date_that_the_posting_s_age_contradicts_is_not_when_it_was_posted(recorded, age, start, posted):
    said = {"jobPostingInfo__postedOn": age, "jobPostingInfo__startDate": start}
    assert recorded("workday/posting.json", POSTING, **said).posting.posted_on == posted


@pytest.mark.parametrize(
    ("posted", "can_apply", "status"),
    [(True, True, Status.OPEN), (False, True, Status.CLOSED), (True, False, Status.UNKNOWN)],
)
def test_a_posting_that_is_not_posted_any_more_is_closed(recorded, posted, can_apply, status):
    said = {"jobPostingInfo__posted": posted, "jobPostingInfo__canApply": can_apply}
    assert recorded("workday/posting.json", POSTING, **said).posting.status is status


@pytest.mark.parametrize("status", [200, 403, 404])
def test_permission_denied_means_that_it_was_taken_down(recorded, status):
    assert recorded("workday/gone.json", POSTING, status=status).verdict is Verdict.GONE


def test_any_other_refusal_or_error_is_not_gone(recorded):
    assert recorded("workday/outage.json", POSTING).verdict is Verdict.ERROR
    assert recorded("workday/outage.json", POSTING, status=403).verdict is Verdict.CHALLENGE
    assert recorded("workday/outage.json", POSTING, status=500).verdict is Verdict.ERROR
