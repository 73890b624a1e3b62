"""Teamtailor's feed: a page of a board, one posting picked from it, one that is not on it."""

from datetime import date
from decimal import Decimal

from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

URL = "https://larkspur.teamtailor.com/jobs.json"
FEED = "teamtailor/board.json"


def test_a_board_lists_addresses_free_of_tracking(recorded):
    reading = recorded(FEED, URL)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner", "https://career.larkspur.example/jobs/7167985-timetable-planner"),
        ("Deckhand", "https://career.larkspur.example/jobs/7167986-deckhand"),
    ]


def test_a_company_s_own_domain_is_recognised_by_the_answer(recorded):
    assert len(recorded(FEED, "https://career.larkspur.example/jobs.json").roles) == 2


def test_a_posting_is_read_from_its_schema_org_object(recorded):
    posting = recorded(FEED, f"{URL}#posting=7167985").posting
    assert (posting.title, posting.organization) == ("Timetable Planner", "Larkspur Ferries")
    assert posting.locations == ("Visby, Sweden", "Mariehamn, AX")
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert posting.posted_on == date(2026, 1, 12)
    assert (posting.pay.min, posting.pay.max, posting.pay.unit) == (Decimal(36_000), Decimal(41_000), PayUnit.MONTH)
    assert posting.status is Status.OPEN
    assert posting.evidence["pay"].where == "$.items[0]._jobposting.baseSalary"


def test_valid_through_is_kept_as_evidence_and_is_no_deadline(recorded):
    posting = recorded(FEED, f"{URL}#posting=7167985").posting
    assert (posting.deadline, posting.evidence["valid_through"].text) == (None, "2026-02-15")


def test_work_from_afar_is_remote(recorded):
    assert recorded(FEED, f"{URL}#posting=7167986").posting.workplace is Workplace.REMOTE


def test_a_posting_that_is_on_no_page_is_gone_but_not_while_there_are_more_pages(recorded):
    assert recorded(FEED, f"{URL}#posting=1").verdict is Verdict.GONE
    more = {"next_url": f"{URL}?page=2"}
    assert recorded(FEED, f"{URL}#posting=1", **more).verdict is Verdict.ERROR
    assert recorded(FEED, URL, **more).reasons == ("the API of Teamtailor lists 2 of more postings",)


def test_a_limit_is_an_error_and_never_gone(recorded):
    assert recorded("teamtailor/outage.json", f"{URL}#posting=7167985").verdict is Verdict.ERROR
