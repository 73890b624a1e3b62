"""Where the lists of each system go on, and where they end."""

import json
from datetime import UTC, datetime

import pytest

from spiders.posting import Page
from spiders.reader import read

ENTRIES = {
    "workday": {"title": "Deckhand", "externalPath": "/job/Oslo/Deckhand_R-{}", "postedOn": "Posted Today"},
    "smartrecruiters": {
        "id": "{}",
        "name": "Deckhand",
        "company": {"identifier": "Kelp"},
        "releasedDate": "2026-01-05",
    },
    "eightfold": {"id": "{}", "name": "Deckhand", "t_create": 1767571200},
    "oracle": {"Id": "{}", "Title": "Deckhand"},
    "rippling": {"name": "Deckhand", "url": "https://ats.rippling.com/kelp/jobs/{}", "locations": []},
    "workable": {"title": "Deckhand", "shortcode": "A1B2C3D{}"},
    "lever": {"text": "Deckhand", "hostedUrl": "https://jobs.lever.co/kelp/{}", "categories": {}},
    "teamtailor": {"title": "Deckhand", "url": "https://kelp.teamtailor.com/jobs/{}", "_jobposting": {}},
}
WORKDAY = "https://kelp.wd3.myworkdayjobs.com/wday/cxs/kelp/Careers/jobs"
SMART = "https://api.smartrecruiters.com/v1/companies/Kelp/postings?limit=2"
EIGHTFOLD = "https://kelp.eightfold.ai/api/apply/v2/jobs?domain=kelp.com"
ORACLE = "https://kelp.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitions?onlyData=true"
FINDER = "&finder=findReqs;siteNumber=CX,limit=2"
RIPPLING = "https://ats.rippling.com/api/v2/board/kelp/jobs"
WORKABLE = "https://apply.workable.com/api/v3/accounts/kelp/jobs"
LEVER = "https://api.lever.co/v0/postings/kelp?mode=json"
TEAMTAILOR = "https://kelp.teamtailor.com/jobs.json"


def entries(system, count):
    return [json.loads(json.dumps(ENTRIES[system]).replace("{}", str(1000 + it))) for it in range(count)]


def page_of(url, body, kind="application/json"):
    text = body if isinstance(body, str) else json.dumps(body)
    now = datetime(2026, 1, 15, 12, tzinfo=UTC)
    return read(Page(url=url, body=text.encode(), headers={"content-type": kind}, fetched_at=now))


@pytest.mark.parametrize(
    ("url", "body", "following"),
    [
        (WORKDAY, {"total": 57, "jobPostings": entries("workday", 20)}, f"{WORKDAY}#offset=20"),
        (f"{WORKDAY}#offset=20", {"total": 0, "jobPostings": entries("workday", 20)}, f"{WORKDAY}#offset=40"),
        (
            f"{WORKDAY}#searchText=x",
            {"total": 21, "jobPostings": entries("workday", 20)},
            f"{WORKDAY}#searchText=x&offset=20",
        ),
        (SMART, {"totalFound": 5, "content": entries("smartrecruiters", 2)}, f"{SMART}&offset=2"),
        (f"{SMART}&offset=2", {"totalFound": 5, "content": entries("smartrecruiters", 2)}, f"{SMART}&offset=4"),
        (EIGHTFOLD, {"count": 11, "positions": entries("eightfold", 10)}, f"{EIGHTFOLD}&start=10"),
        (
            ORACLE + FINDER,
            {"items": [{"TotalJobsCount": 3, "requisitionList": entries("oracle", 2)}]},
            f"{ORACLE}{FINDER},offset=2",
        ),
        (
            f"{ORACLE}{FINDER},offset=2",
            {"items": [{"TotalJobsCount": 5, "requisitionList": entries("oracle", 2)}]},
            f"{ORACLE}{FINDER},offset=4",
        ),
        (RIPPLING, {"items": entries("rippling", 2), "page": 0, "pageSize": 2, "totalItems": 3}, f"{RIPPLING}?page=1"),
        (WORKABLE, {"total": 3, "results": entries("workable", 2), "nextPage": "b"}, f"{WORKABLE}#token=b&start=2"),
        (f"{LEVER}&limit=2", entries("lever", 2), f"{LEVER}&limit=2&skip=2"),
        (
            TEAMTAILOR,
            {"items": entries("teamtailor", 1), "next_url": "https://kelp.teamtailor.com/jobs.json?page=2"},
            "https://kelp.teamtailor.com/jobs.json?page=2",
        ),
    ],
)
def test_a_page_of_a_board_names_the_next_one(url, body, following):
    reading = page_of(url, body)
    assert reading.next_page == following
    assert not reading.whole


@pytest.mark.parametrize(
    ("url", "body"),
    [
        (WORKDAY, {"total": 20, "jobPostings": entries("workday", 20)}),
        (f"{WORKDAY}#offset=40", {"total": 0, "jobPostings": entries("workday", 3)}),
        (f"{SMART}&offset=4", {"totalFound": 5, "content": entries("smartrecruiters", 1)}),
        (f"{EIGHTFOLD}&start=10", {"count": 11, "positions": entries("eightfold", 1)}),
        (f"{ORACLE}{FINDER},offset=2", {"items": [{"TotalJobsCount": 3, "requisitionList": entries("oracle", 1)}]}),
        (f"{RIPPLING}?page=1", {"items": entries("rippling", 1), "page": 1, "pageSize": 2, "totalItems": 3}),
        (f"{WORKABLE}#token=b&start=2", {"total": 3, "results": entries("workable", 1)}),
        (f"{LEVER}&limit=2&skip=2", entries("lever", 1)),
        (LEVER, entries("lever", 2)),
        (TEAMTAILOR, {"items": entries("teamtailor", 1), "next_url": None}),
    ],
)
def test_the_last_page_of_a_board_is_its_end(url, body):
    reading = page_of(url, body)
    assert reading.next_page is None
    assert reading.whole


@pytest.mark.parametrize(
    ("url", "body"),
    [
        (f"{SMART}&offset=2", {"totalFound": 5, "content": []}),
        (WORKABLE, {"total": 3, "results": entries("workable", 2)}),
        (
            "https://boards-api.greenhouse.io/v1/boards/x/jobs",
            {"jobs": [{"title": "Deckhand", "absolute_url": "https://x.example/1"}], "meta": {"total": 2}},
        ),
    ],
)
def test_a_board_that_is_cut_without_a_next_page_is_a_part(url, body):
    reading = page_of(url, body)
    assert reading.next_page is None
    assert not reading.whole


JOBS = [{"jobTitle": f"Deckhand {it}", "url": f"/jobs/{it}", "location": "Oslo"} for it in "ABC"]
API = "https://kelp.example/api/jobs"


@pytest.mark.parametrize(
    "said",
    [
        {"next": "/api/jobs?after=b"},
        {"links": {"next": "https://kelp.example/api/jobs?after=b"}},
        {"_links": {"next": {"href": "/api/jobs?after=b"}}},
        {"meta": {"pagination": {"links": {"previous": None}}}, "paging": {"next": "?after=b"}},
        {"next_page_url": "/api/jobs?after=b"},
    ],
)
def test_an_answer_of_any_make_names_the_next_page(said):
    assert page_of(API, {"jobs": JOBS} | said).next_page == "https://kelp.example/api/jobs?after=b"


@pytest.mark.parametrize("said", [{"next": None}, {"next": "b"}, {"next": 2}, {"links": {"next": API}}, {"total": 3}])
def test_an_answer_that_names_no_address_is_whole(said):
    reading = page_of(API, {"jobs": JOBS} | said)
    assert (reading.next_page, reading.whole) == (None, True)


@pytest.mark.parametrize("said", [{"total": 9}, {"meta": {"total_count": 9}}, {"pagination": {"total": 9}}])
def test_an_answer_that_counts_more_than_it_lists_is_a_part(said):
    assert not page_of(API, {"jobs": JOBS} | said).whole


def test_a_later_page_is_not_measured_by_the_number_of_all():
    assert page_of(f"{API}?offset=6", {"jobs": JOBS, "total": 9}).whole


PHENOM = "https://careers.kelp.example/global/en/search-results"


@pytest.mark.parametrize(
    ("url", "total", "following"),
    [(PHENOM, 3, f"{PHENOM}?from=2&s=1"), (f"{PHENOM}?from=2&s=1", 5, f"{PHENOM}?from=4&s=1"), (PHENOM, 2, None)],
)
def test_phenom_counts_in_the_address_of_its_page(url, total, following):
    jobs = [{"jobSeqNo": f"K{it}", "title": f"Deckhand {it}"} for it in "AB"]
    ddo = {"eagerLoadRefineSearch": {"totalHits": total, "data": {"jobs": jobs}}}
    html = f"<!doctype html><html><body><script>phApp.ddo = {json.dumps(ddo)};</script></body></html>"
    assert page_of(url, html, "text/html").next_page == following


ICIMS = "https://careers-kelp.icims.com/jobs/search"


@pytest.mark.parametrize(
    ("url", "href", "title", "following"),
    [
        (f"{ICIMS}?ss=1&in_iframe=1", "?pr=1&in_iframe=1", "Next page of results", f"{ICIMS}?pr=1&in_iframe=1"),
        (f"{ICIMS}?pr=1&in_iframe=1", "?pr=2&in_iframe=1", "Page 3", f"{ICIMS}?pr=2&in_iframe=1"),
        (f"{ICIMS}?pr=1&in_iframe=1", "?pr=0&in_iframe=1", "Previous page of results", None),
        (f"{ICIMS}?ss=1&in_iframe=1", "?pr=9&in_iframe=1", "Last page of results", None),
    ],
)
def test_icims_links_to_its_next_page(url, href, title, following):
    card = '<li class="iCIMS_JobCardItem"><a href="/jobs/811/deckhand/job"><h3>Deckhand</h3></a></li>'
    words = title if title.startswith("Page") else ""
    html = f'<!doctype html><html><body><ul>{card}</ul><a href="{href}" title="{title}">{words}</a></body></html>'
    reading = page_of(url, html, "text/html")
    assert (reading.next_page, reading.whole) == (following, following is None)
