"""Applicant systems through the crawler: one posting of a list, one that was taken down, a list that is posted for."""

import json
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.http import Response

from spiders.fetching import Fetcher
from spiders.middlewares.redirects import REDIRECTS, Redirects
from spiders.observation import CheckRequest, Result
from spiders.posting import Verdict

ANSWERS = Path(__file__).with_name("pages") / "answers"
JSON = {"Content-Type": "application/json"}
PLANNER = "5b1f0c9e-7d61-4c0a-9a53-0f2f6f7b1a01"


@pytest.fixture
def crawl(crawling):
    return crawling()


def test_the_posting_that_a_list_is_asked_for_is_known_to_the_reader(crawl, site):
    site.answer("/board", (ANSWERS / "ashby" / "board.json").read_text(), headers=JSON)
    seen = crawl.check(site.url(f"/board#posting={PLANNER}"))
    assert seen.final_url == site.url(f"/board#posting={PLANNER}")
    assert seen.reading.posting.title == "Timetable Planner"


def test_the_posting_that_a_list_has_no_more_is_gone_after_a_redirect_too(crawl, site):
    site.answer("/old", status=302, headers={"Location": "/board"})
    site.answer("/board", (ANSWERS / "ashby" / "board.json").read_text(), headers=JSON)
    assert crawl.check(site.url("/old#posting=none")).reading.verdict is Verdict.GONE


def test_a_refusal_that_says_that_the_posting_was_taken_down_is_missing(crawl, site):
    said = json.loads((ANSWERS / "workday" / "gone.json").read_text())
    site.answer("/job", json.dumps(said), status=403, headers=JSON)
    seen = crawl.check(site.url("/job"))
    assert (seen.result, seen.http_status) == (Result.MISSING, 403)
    assert seen.reason == "the API of Workday: S22 permission denied"


@pytest.mark.parametrize("change", [{"errorCode": "S99"}, {"httpStatus": 500}])
def test_any_other_refusal_is_blocked(crawl, site, change):
    said = json.loads((ANSWERS / "workday" / "gone.json").read_text()) | change
    site.answer("/job", json.dumps(said), status=403, headers=JSON)
    assert crawl.check(site.url("/job")).result is Result.BLOCKED


def test_a_server_that_failed_is_failed_whatever_it_says(crawl, site):
    site.answer("/job", (ANSWERS / "workday" / "gone.json").read_text(), status=500, headers=JSON)
    assert crawl.check(site.url("/job")).result is Result.FAILED


def test_a_list_that_has_to_be_posted_for_is():
    url = "https://larkspur.wd3.myworkdayjobs.com/wday/cxs/larkspur/Careers/jobs"
    request = Fetcher._request(url, CheckRequest(id=1, url=url))
    assert (request.method, request.headers["Content-Type"]) == ("POST", b"application/json")
    assert json.loads(request.body)["offset"] == 0


def redirected(asked, location, *, method="GET", seen=()):
    request = Request(asked, method=method, body=b"{}" if method == "POST" else b"", meta={REDIRECTS: seen})
    response = Response(asked, status=302, headers={"Location": location})
    return Redirects().process_response(request, response)


def test_a_redirect_to_a_system_s_public_address_is_asked_by_its_call():
    target = redirected("https://apply.workable.com/j/A1B2C3D4E5", "/larkspur/j/A1B2C3D4E5/")
    assert target.url == "https://apply.workable.com/api/v2/accounts/larkspur/jobs/A1B2C3D4E5"


def test_a_call_that_leads_to_the_public_page_is_not_made_again():
    call = "https://larkspur.recruitee.com/api/offers/deckhand"
    target = redirected(call, "https://larkspur.recruitee.com/o/deckhand")
    assert target.url == "https://larkspur.recruitee.com/o/deckhand"


def test_what_was_posted_for_is_asked_for_after_a_redirect():
    target = redirected("https://kelp.example/jobs", "/maintenance", method="POST")
    assert (target.method, target.body, target.url) == ("GET", b"", "https://kelp.example/maintenance")


def test_a_page_is_asked_for_without_a_body():
    request = Fetcher._request("https://kelp.example/jobs/1", CheckRequest(id=1, url="https://kelp.example/jobs/1"))
    assert (request.method, request.body) == ("GET", b"")
