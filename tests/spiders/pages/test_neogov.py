"""NEOGOV's feed: a board, one opening picked from it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.pages.sites import fetch_url
from spiders.posting import EmploymentType, PayUnit, Verdict, Workplace

URL = "https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=larkspurport"
BOARD = "neogov/board.xml"


def test_a_feed_lists_its_openings_without_what_tells_where_the_visitor_came_from(recorded):
    reading = recorded(BOARD, URL)
    assert reading.verdict is Verdict.LISTING
    assert [it.title for it in reading.roles] == ["Harbor Pilot Dispatcher", "Buoy Painter"]
    assert reading.roles[0].url == "https://www.governmentjobs.com/careers/larkspurport/jobs/5100001?page=1"


def test_an_opening_is_read_field_by_field(recorded):
    posting = recorded(BOARD, f"{URL}#posting=5100001").posting
    assert (posting.title, posting.organization) == ("Harbor Pilot Dispatcher", "Port of Larkspur")
    assert posting.locations == ("Larkspur, California",)
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert posting.posted_on == date(2026, 1, 5)
    assert posting.requisition_id == "2026-014"
    assert [it.heading for it in posting.sections] == [None, "Examples of duties", "Qualifications"]
    pay = posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal("28.10"), Decimal("34.15"), "USD", PayUnit.HOUR)
    assert posting.evidence["pay"].where == "$.rss.channel.item[0].joblisting:minimumSalary"


def test_the_local_deadline_counts_in_the_channel_s_zone(recorded):
    deadline = recorded(BOARD, f"{URL}#posting=5100001").posting.deadline
    assert deadline.at == datetime(2026, 1, 31, 1, 0, tzinfo=UTC)
    assert (deadline.zone, deadline.date_only) == ("America/Los_Angeles", False)


def test_without_a_zone_the_time_in_utc_counts(recorded, answers_changed):
    text = answers_changed(BOARD, ("<joblisting:timeZone>Pacific Time (US &amp; Canada)</joblisting:timeZone>", ""))
    deadline = text(f"{URL}#posting=5100001").posting.deadline
    assert (deadline.at, deadline.zone) == (datetime(2026, 1, 31, 2, 0, tzinfo=UTC), "+00:00")


def test_continuous_is_no_deadline_and_zero_no_pay(recorded):
    posting = recorded(BOARD, f"{URL}#posting=5100002").posting
    assert (posting.deadline, posting.pay) == (None, None)
    assert posting.workplace is Workplace.REMOTE


def test_an_opening_that_the_feed_has_no_more_is_gone(recorded):
    assert recorded(BOARD, f"{URL}#posting=5199999").verdict is Verdict.GONE


def test_a_feed_of_none_is_an_empty_board(recorded, answers_changed):
    empty = answers_changed(
        BOARD, ("<item>", "<!-- <item>"), ("</channel>", "--></channel>"), ("</item>\n    <!-- <item>", "</item>")
    )
    assert empty(URL).roles == ()


def test_a_feed_that_is_cut_is_an_error(recorded, answers_changed):
    assert answers_changed(BOARD, ("</rss>", ""))(URL).verdict is Verdict.ERROR


@pytest.mark.parametrize(
    ("public", "call"),
    [
        ("https://www.governmentjobs.com/careers/larkspurport", URL),
        ("https://governmentjobs.com/careers/larkspurport?sort=x", URL),
        (
            "https://www.schooljobs.com/careers/larkspur",
            "https://www.schooljobs.com/SearchEngine/JobsFeed?agency=larkspur",
        ),
        ("https://www.governmentjobs.com/careers/home/x", "https://www.governmentjobs.com/careers/home/x"),
        (
            "https://www.governmentjobs.com/careers/larkspurport/jobs/5100001/harbor-pilot-dispatcher",
            "https://www.governmentjobs.com/careers/larkspurport/jobs/5100001/harbor-pilot-dispatcher",
        ),
    ],
)
def test_a_board_becomes_its_feed_and_a_posting_stays_its_page(public, call):
    assert fetch_url(public) == call
