"""A company's own page that holds an applicant system's widget, through the crawler: what the widget shows is read."""

import json
from pathlib import Path

import pytest

from spiders.observation import Result
from spiders.posting import Verdict

JSON = {"Content-Type": "application/json"}
ANSWER = Path(__file__).with_name("recorded") / "greenhouse-answer" / "page.json"
PAGE = """<!doctype html><html lang="en"><head><title>Careers</title></head><body><div id="grnhse_app"></div>
<script src="/widget?for=kelp"></script></body></html>"""
#: The widget of a system that lives on loopback.
SYSTEM = """
from spiders.pages import greenhouse, sites
from spiders.pages.site import Call, Site
CALLS = (
    Call(r"127\\.0\\.0\\.1/widget", "http://127.0.0.1:{port}/api/{{for}}/jobs/{{gh_jid}}", "for", "gh_jid"),
    Call(r"127\\.0\\.0\\.1/widget", "http://127.0.0.1:{port}/api/{{for}}/jobs", "for"),
)
sites.SITES = (*sites.SITES, Site(name="Loopback", hosts=(), reader=greenhouse, calls=CALLS))
"""


@pytest.fixture
def crawl(crawling, site):
    child = crawling(prelude=SYSTEM.format(port=site.port), fresh=True)
    yield child
    child.end()


def test_the_posting_behind_the_widget_is_read(crawl, site):
    site.answer("/careers?gh_jid=4711", PAGE, headers={"ETag": '"page"'})
    site.answer("/api/kelp/jobs/4711", ANSWER.read_text(), headers=JSON | {"ETag": '"api"'})
    seen = crawl.check(site.url("/careers?gh_jid=4711"))
    assert (seen.result, seen.reading.verdict) == (Result.READ, Verdict.POSTING)
    assert seen.reading.posting.title == "Net Mender"
    assert seen.url == site.url("/careers?gh_jid=4711")
    assert seen.final_url == site.url("/api/kelp/jobs/4711")
    assert (seen.etag, seen.last_modified) == (None, None)
    again = crawl.check(seen.url, record_hash=seen.record_hash)
    assert again.result is Result.SAME_RECORD


def test_a_posting_that_the_widget_has_no_more_is_missing_and_an_outage_is_not(crawl, site):
    site.answer("/careers?gh_jid=4711", PAGE)
    site.answers(
        "/api/kelp/jobs/4711",
        site.make('{"status":404,"error":"Job not found"}', status=404, headers=JSON),
        site.make("", status=500),
    )
    assert crawl.check(site.url("/careers?gh_jid=4711")).result is Result.MISSING
    assert crawl.check(site.url("/careers?gh_jid=4711")).result is Result.FAILED


def test_the_board_behind_the_widget_is_read(crawl, site):
    site.answer("/careers", PAGE)
    jobs = [{"title": "Deckhand", "absolute_url": "https://boards.greenhouse.io/kelp/jobs/1"}]
    site.answer("/api/kelp/jobs", json.dumps({"jobs": jobs, "meta": {"total": 1}}), headers=JSON)
    reading = crawl.check(site.url("/careers")).reading
    assert (reading.verdict, [role.title for role in reading.roles]) == (Verdict.LISTING, ["Deckhand"])
