"""Paylocity: the state of a board's page, its feed, and one posting of the feed."""

import json
from datetime import date

from spiders.posting import EmploymentType, Verdict

DETAILS = "https://recruiting.paylocity.com/Recruiting/Jobs/Details"
FEED = "https://recruiting.paylocity.com/recruiting/v2/api/feed/jobs/211e692d-c45a-4e3a-ae01-3e497af97929"
STATE = {
    "ModuleTitle": "Halyard Mills",
    "Departments": ["All"],
    "Jobs": [
        {"JobId": 3300101, "JobTitle": "Carding Machine Operator", "LocationName": "Lowell"},
        {"JobId": 3300102, "JobTitle": "Dye House Lead", "PublishedDate": "2026-01-08T09:00:00-05:00"},
    ],
}


def test_a_board_lists_what_its_state_holds(html_page):
    page = f"<!doctype html><html><body><script>\nwindow.pageData = {json.dumps(STATE)};\n</script></body></html>"
    reading = html_page("https://recruiting.paylocity.com/recruiting/jobs/All/211e692d/Halyard", page)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Carding Machine Operator", f"{DETAILS}/3300101"),
        ("Dye House Lead", f"{DETAILS}/3300102"),
    ]


def test_a_feed_lists_its_postings_and_gives_one(recorded):
    board = recorded("paylocity/feed.json", FEED)
    assert [it.url for it in board.roles] == [f"{DETAILS}/3300101", f"{DETAILS}/3300102"]
    posting = recorded("paylocity/feed.json", f"{FEED}#posting=3300101").posting
    assert (posting.title, posting.organization) == ("Carding Machine Operator", "Halyard Mills")
    assert posting.locations == ("Lowell, MA, USA",)
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert posting.posted_on == date(2026, 1, 8)


def test_a_posting_that_the_feed_has_no_more_is_gone(recorded):
    assert recorded("paylocity/feed.json", f"{FEED}#posting=1").verdict is Verdict.GONE
    assert recorded("paylocity/empty.json", FEED).roles == ()
