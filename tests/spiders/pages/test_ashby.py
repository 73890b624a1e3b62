"""Ashby's answers: a board, one posting picked from it, one that is not on it any more."""

from datetime import date
from decimal import Decimal

from spiders.posting import EmploymentType, PayExtra, PayExtraKind, PayUnit, Status, Verdict, Workplace

URL = "https://api.ashbyhq.com/posting-api/job-board/larkspur-ferries?includeCompensation=true"
ID = "5b1f0c9e-7d61-4c0a-9a53-0f2f6f7b1a0{}"
BOARD = "ashby/board.json"


def one(recorded, number):
    reading = recorded(BOARD, f"{URL}#posting={ID.format(number)}")
    assert reading.verdict is Verdict.POSTING
    return reading.posting


def test_a_board_lists_what_is_on_it_and_not_what_is_by_invitation(recorded):
    reading = recorded(BOARD, URL)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner", f"https://jobs.ashbyhq.com/larkspur-ferries/{ID.format(1)}"),
        ("Deckhand", f"https://jobs.ashbyhq.com/larkspur-ferries/{ID.format(2)}"),
    ]


def test_a_posting_is_read_field_by_field(recorded):
    posting = one(recorded, 1)
    assert posting.title == "Timetable Planner"
    assert posting.locations == ("Bergen", "Oslo", "Tromsø, Norway")
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.FULL_TIME)
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.apply_url == f"https://jobs.ashbyhq.com/larkspur-ferries/{ID.format(1)}/application"
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "What you will do", "Requirements"]
    assert posting.evidence["title"].where == "$.jobs[0].title"


def test_pay_spans_the_tiers_and_leaves_the_bonus_out(recorded):
    pay = one(recorded, 1).pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(610_000), Decimal(790_000), "NOK", PayUnit.YEAR)
    assert pay.text == "Zone A: NOK 610K – NOK 700K 1 YEAR; Zone B: NOK 690K – NOK 790K 1 YEAR"


def test_the_pay_of_each_zone_and_the_bonus_are_kept_apart(recorded):
    posting = one(recorded, 1)
    assert [(it.place, it.pay.min, it.pay.max) for it in posting.pay_by_place] == [
        ("Zone A", Decimal(610_000), Decimal(700_000)),
        ("Zone B", Decimal(690_000), Decimal(790_000)),
    ]
    assert posting.pay_extras == (PayExtra(kind=PayExtraKind.BONUS, text="NOK 10K – NOK 20K"),)
    assert posting.evidence["pay_extras"].where == "$.jobs[0].compensation"


def test_pay_without_tiers_is_that_of_the_summary(recorded):
    pay = one(recorded, 2).pay
    assert (pay.min, pay.max, pay.unit) == (Decimal(260), Decimal(260), PayUnit.HOUR)


def test_pay_that_the_employer_does_not_show_is_not_read(recorded):
    assert one(recorded, 3).pay is None


def test_a_posting_that_is_not_listed_is_open_to_who_has_its_address(recorded):
    posting = one(recorded, 3)
    assert (posting.status, posting.workplace) == (Status.OPEN, Workplace.REMOTE)


def test_a_posting_that_the_board_has_no_more_is_gone(recorded):
    reading = recorded(BOARD, f"{URL}#posting={ID.format(9)}")
    assert (reading.verdict, reading.posting) == (Verdict.GONE, None)
    assert ID.format(9) in reading.reasons[0]


def test_an_outage_is_an_error_and_never_gone(recorded):
    assert recorded("ashby/outage.json", f"{URL}#posting={ID.format(1)}").verdict is Verdict.ERROR
