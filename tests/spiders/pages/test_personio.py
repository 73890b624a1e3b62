"""Personio's feed: a board, one position picked from it, one that is not in it any more."""

from datetime import UTC, date, datetime
from decimal import Decimal

from spiders.posting import EmploymentType, PayUnit, SectionKind, Status, Verdict

URL = "https://larkspur.jobs.personio.de/xml"
FEED = "personio/board.xml"


def test_a_board_makes_addresses_of_host_and_number(recorded):
    reading = recorded(FEED, URL)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Fahrplaner (m/w/d)", "https://larkspur.jobs.personio.de/job/1834171"),
        ("Decksfrau oder Decksmann", "https://larkspur.jobs.personio.de/job/1834172"),
    ]


def test_a_position_is_read_field_by_field(recorded):
    posting = recorded(FEED, f"{URL}#posting=1834171").posting
    assert (posting.title, posting.organization) == ("Fahrplaner (m/w/d)", "Larkspur Fähren GmbH & Co. KG")
    assert posting.locations == ("Kiel", "Hamburg", "Rostock")
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.deadline.at == datetime(2026, 2, 15, 23, 59, 59, tzinfo=UTC)
    assert posting.apply_url == "https://larkspur.jobs.personio.de/job/1834171"
    assert posting.status is Status.OPEN
    assert posting.evidence["title"].where == "$.workzag-jobs.position[0].name"


def test_pay_is_that_of_the_salary_information(recorded):
    pay = recorded(FEED, f"{URL}#posting=1834171").posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(48_000), Decimal(56_000), "EUR", PayUnit.YEAR)


def test_the_blocks_of_the_text_become_sections(recorded):
    sections = recorded(FEED, f"{URL}#posting=1834171").posting.sections
    assert [it.kind for it in sections] == [SectionKind.RESPONSIBILITIES, SectionKind.REQUIREMENTS]
    assert sections[0].text.startswith("- Den Winterfahrplan")


def test_a_trainee_of_any_hours_is_an_internship(recorded):
    assert recorded(FEED, f"{URL}#posting=1834172").posting.employment_type is EmploymentType.INTERNSHIP


def test_a_position_that_the_feed_has_no_more_is_gone(recorded):
    assert recorded(FEED, f"{URL}#posting=1834173").verdict is Verdict.GONE


def test_a_feed_cut_in_the_middle_is_an_error_and_never_gone(recorded):
    assert recorded("personio/outage.xml", f"{URL}#posting=1834171").verdict is Verdict.ERROR
