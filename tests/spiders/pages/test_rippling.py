"""Rippling's answers: both kinds of board, a posting with pay by place, one that is not found."""

from datetime import date
from decimal import Decimal

from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

BOARD = "https://api.rippling.com/platform/api/ats/v1/board/larkspur/jobs"
ID = "5b1f0c9e-7d61-4c0a-9a53-0f2f6f7b1a01"
POSTING = f"{BOARD}/{ID}"


def test_a_posting_that_the_board_names_once_for_each_place_counts_once(recorded):
    reading = recorded("rippling/board.json", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner", f"https://ats.rippling.com/larkspur/jobs/{ID}"),
        ("Deckhand", f"https://ats.rippling.com/larkspur/jobs/{ID[:-1]}2"),
    ]


def test_a_page_of_a_board_says_how_many_there_are(recorded):
    reading = recorded("rippling/pages.json", "https://ats.rippling.com/api/v2/board/larkspur/jobs?page=0")
    assert reading.reasons == ("the API of Rippling lists 1 of 2 postings",)


def test_a_posting_is_read_field_by_field(recorded):
    posting = recorded("rippling/posting.json", POSTING).posting
    assert (posting.title, posting.organization) == ("Timetable Planner", "Larkspur Ferries")
    assert posting.locations == ("Remote (Maine, US)", "Portland, ME")
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.apply_url == f"https://ats.rippling.com/larkspur/jobs/{ID}"
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "What you will do", "Requirements"]


def test_pay_by_place_spans_the_places(recorded):
    pay = recorded("rippling/posting.json", POSTING).posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(64_000), Decimal(79_000), "USD", PayUnit.YEAR)
    assert pay.text.startswith("Portland, ME: USD 68000 - 79000")


def test_each_place_has_its_pay(recorded):
    placed = recorded("rippling/posting.json", POSTING).posting.pay_by_place
    assert len(placed) > 1
    assert (placed[0].place, placed[0].pay.max) == ("Portland, ME", Decimal(79_000))


def test_a_workplace_is_what_all_places_agree_on(recorded):
    assert recorded("rippling/posting.json", POSTING).posting.workplace is None
    alone = recorded("rippling/posting.json", POSTING, workLocations=["Remote (Maine, US)"])
    assert alone.posting.workplace is Workplace.REMOTE


def test_not_found_is_gone_and_an_outage_is_not(recorded):
    assert recorded("rippling/gone.json", POSTING).verdict is Verdict.GONE
    assert recorded("rippling/outage.json", POSTING).verdict is Verdict.ERROR
