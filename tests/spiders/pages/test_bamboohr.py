"""BambooHR's answers: a board, a posting with pay in words, one that is not there."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

BOARD = "https://larkspur.bamboohr.com/careers/list"
POSTING = "https://larkspur.bamboohr.com/careers/86/detail"


def test_a_board_makes_addresses_of_host_and_number(recorded):
    reading = recorded("bamboohr/board.json", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner", "https://larkspur.bamboohr.com/careers/86"),
        ("Deckhand", "https://larkspur.bamboohr.com/careers/87"),
    ]


def test_a_posting_is_read_field_by_field(recorded):
    posting = recorded("bamboohr/posting.json", POSTING).posting
    assert posting.title == "Timetable Planner"
    assert posting.locations == ("Seattle, Washington, United States",)
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.FULL_TIME)
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.deadline.at == datetime(2026, 2, 15, 23, 59, 59, tzinfo=UTC)
    assert posting.apply_url == "https://larkspur.bamboohr.com/careers/86"
    assert posting.status is Status.OPEN


def test_pay_is_read_from_the_employer_s_words(recorded):
    pay = recorded("bamboohr/posting.json", POSTING).posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(72_000), Decimal(84_000), "USD", PayUnit.YEAR)
    assert pay.text == "$72K - $84K a year, depending on experience"


def test_words_that_name_no_amount_are_no_pay(recorded):
    said = {"result__jobOpening__compensation": "Competitive"}
    assert recorded("bamboohr/posting.json", POSTING, **said).posting.pay is None


@pytest.mark.parametrize(
    ("code", "workplace"), [("0", Workplace.ONSITE), ("1", Workplace.REMOTE), ("2", Workplace.HYBRID), ("7", None)]
)
def test_the_location_type_is_the_workplace(recorded, code, workplace):
    said = {"result__jobOpening__locationType": code}
    assert recorded("bamboohr/posting.json", POSTING, **said).posting.workplace is workplace


@pytest.mark.parametrize(
    ("said", "status"), [("Open", Status.OPEN), ("Filled", Status.CLOSED), ("On Hold", Status.UNKNOWN)]
)
def test_the_status_says_whether_it_is_open(recorded, said, status):
    changed = {"result__jobOpening__jobOpeningStatus": said}
    assert recorded("bamboohr/posting.json", POSTING, **changed).posting.status is status


def test_an_answer_without_the_posting_is_gone_and_an_outage_is_not(recorded):
    assert recorded("bamboohr/gone.json", POSTING).verdict is Verdict.GONE
    assert recorded("bamboohr/outage.json", POSTING).verdict is Verdict.ERROR
    assert recorded("bamboohr/outage.json", BOARD).verdict is Verdict.ERROR
