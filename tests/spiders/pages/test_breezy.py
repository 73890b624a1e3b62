"""Breezy's feed: a board, one posting picked from it, one that is not in it any more."""

from datetime import date
from decimal import Decimal

from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

URL = "https://larkspur.breezy.hr/json"
FEED = "breezy/board.json"


def test_a_board_lists_addresses_free_of_tracking(recorded):
    reading = recorded(FEED, URL)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Timetable Planner", "https://larkspur.breezy.hr/p/abababababab-timetable-planner"),
        ("Deckhand", "https://larkspur.breezy.hr/p/cdcdcdcdcdcd-deckhand"),
    ]


def test_a_posting_is_read_field_by_field(recorded):
    posting = recorded(FEED, f"{URL}?verbose=true#posting=abababababab").posting
    assert (posting.title, posting.organization) == ("Timetable Planner", "Larkspur Ferries")
    assert posting.locations == ("Victoria, British Columbia, Canada", "Nanaimo, British Columbia, Canada")
    assert posting.employment_type is EmploymentType.PART_TIME
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.apply_url == "https://larkspur.breezy.hr/p/abababababab-timetable-planner"
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "What you will do", "Requirements"]


def test_dollars_are_those_of_the_posting_s_country(recorded):
    pay = recorded(FEED, f"{URL}#posting=abababababab-timetable-planner").posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(28), Decimal(34), "CAD", PayUnit.HOUR)


def test_the_remote_setting_is_the_workplace(recorded):
    posting = recorded(FEED, f"{URL}#posting=cdcdcdcdcdcd").posting
    assert (posting.workplace, posting.locations) == (Workplace.REMOTE, ("Canada",))


def test_a_posting_that_the_feed_has_no_more_is_gone(recorded):
    assert recorded(FEED, f"{URL}#posting=efefefefefef").verdict is Verdict.GONE


def test_an_outage_is_an_error_and_never_gone(recorded):
    assert recorded("breezy/outage.json", f"{URL}#posting=abababababab").verdict is Verdict.ERROR
