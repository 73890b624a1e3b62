"""SmartRecruiters' answers: a board, a posting with pay, one that is not found."""

from datetime import UTC, date, datetime
from decimal import Decimal

from spiders.posting import EmploymentType, PayUnit, SectionKind, Status, Verdict, Workplace

BOARD = "https://api.smartrecruiters.com/v1/companies/LarkspurFerries/postings?limit=100"
POSTING = "https://api.smartrecruiters.com/v1/companies/LarkspurFerries/postings/744000091234567"


def test_a_board_makes_public_addresses_of_company_and_number(recorded):
    reading = recorded("smartrecruiters/board.json", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert reading.reasons == ("the API of SmartRecruiters lists 2 of 3 postings",)
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner", "https://jobs.smartrecruiters.com/LarkspurFerries/744000091234567"),
        ("Deckhand", "https://jobs.smartrecruiters.com/LarkspurFerries/744000091234568"),
    ]


def test_a_posting_is_read_field_by_field(recorded):
    posting = recorded("smartrecruiters/posting.json", POSTING).posting
    assert (posting.title, posting.organization) == ("Timetable Planner", "Larkspur Ferries")
    assert posting.locations == ("Geneva, GE, Switzerland",)
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.FULL_TIME)
    assert (posting.posted_on, posting.requisition_id) == (date(2026, 1, 12), "REF212K")
    assert posting.language == "en"
    assert posting.status is Status.OPEN
    assert "utm_source" not in posting.apply_url
    assert posting.evidence["workplace"].where == "$.location.hybrid"


def test_pay_has_its_period(recorded):
    pay = recorded("smartrecruiters/posting.json", POSTING).posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(5_900), Decimal(7_200), "CHF", PayUnit.MONTH)


def test_the_deadline_is_read_from_the_text(recorded):
    deadline = recorded("smartrecruiters/posting.json", POSTING).posting.deadline
    assert deadline.at == datetime(2026, 2, 15, 11, tzinfo=UTC)


def test_the_sections_of_the_advert_keep_their_headings(recorded):
    sections = recorded("smartrecruiters/posting.json", POSTING).posting.sections
    assert [(it.kind, it.heading) for it in sections][:3] == [
        (SectionKind.ABOUT, "Company Description"),
        (SectionKind.RESPONSIBILITIES, "Responsibilities"),
        (SectionKind.REQUIREMENTS, "Qualifications"),
    ]


def test_a_posting_that_is_no_longer_active_is_closed(recorded):
    posting = recorded("smartrecruiters/posting.json", POSTING, active=False).posting
    assert (posting.status, posting.evidence["status"].text) == (Status.CLOSED, "active: false")


def test_not_found_is_gone_whatever_the_status(recorded):
    for status in (200, 400, 404):
        assert recorded("smartrecruiters/gone.json", POSTING, status=status).verdict is Verdict.GONE


def test_an_outage_is_an_error_and_never_gone(recorded):
    assert recorded("smartrecruiters/outage.json", POSTING).verdict is Verdict.ERROR
    assert recorded("smartrecruiters/gone.json", POSTING, status=503).verdict is Verdict.ERROR
