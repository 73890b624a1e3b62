"""A posting that a system lists no more is gone; an outage, a limit or a refusal is not: for every system."""

import json
from datetime import UTC, datetime

import pytest

from spiders.pages.sites import SITES
from spiders.posting import Page, Verdict
from spiders.reader import read

ID = "0a1b2c3d-0000-4000-8000-0123456789ab"
JSON, XML, HTML = "application/json", "text/xml", "text/html; charset=utf-8"
NEOGOV = """<?xml version="1.0"?><rss version="2.0" xmlns:joblisting="http://www.neogov.com/namespaces/JobListing">
<channel><title>Kelp County</title><item><title>Net Inspector</title>
<link>https://www.governmentjobs.com/careers/kelp/jobs/2</link><joblisting:jobId>2</joblisting:jobId></item></channel></rss>"""
CARD = '<table class="jv-job-list"><tr><td><a href="/kelp/job/oAb12cD3">Deckhand</a></td></tr></table>'
NOT_THERE = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"
PAGE_GONE = NOT_THERE.format("Job not found", "This job is no longer available.")
PAGE_OUT = NOT_THERE.format("503 Service Unavailable", "The server is temporarily unable to service your request.")

#: System → the call, and what it answers of a posting that is gone: (status, kind, body), each.
GONE = {
    "Lever": (
        f"https://api.lever.co/v0/postings/kelp/{ID}",
        [(404, JSON, {"ok": False, "error": "Document not found"}), (200, JSON, {"ok": False, "error": "Not found"})],
    ),
    "Greenhouse": (
        "https://boards-api.greenhouse.io/v1/boards/kelp/jobs/1",
        [(404, JSON, {"status": 404, "error": "Job not found"}), (404, JSON, "")],
    ),
    "Ashby": (
        f"https://api.ashbyhq.com/posting-api/job-board/kelp?includeCompensation=true#posting={ID}",
        [
            (200, JSON, {"apiVersion": "1", "jobs": []}),
            (200, JSON, {"apiVersion": "1", "jobs": [{"id": "x", "title": "Deckhand", "jobUrl": "https://x.example"}]}),
        ],
    ),
    "SmartRecruiters": (
        "https://api.smartrecruiters.com/v1/companies/Kelp/postings/1",
        [(404, JSON, {"code": "RESOURCE_NOT_FOUND", "message": "Posting not found"}), (404, JSON, "")],
    ),
    "Workable": (
        "https://apply.workable.com/api/v2/accounts/kelp/jobs/A1B2C3D4E5",
        [(404, JSON, {"error": "Not Found"}), (200, JSON, {"statusCode": 404, "message": "job not found"})],
    ),
    "Recruitee": (
        "https://kelp.recruitee.com/api/offers/deckhand",
        [(404, JSON, {"error": ["Not found"]}), (404, JSON, {"error": "Offer not found"})],
    ),
    "Workday": (
        "https://kelp.wd3.myworkdayjobs.com/wday/cxs/kelp/Careers/job/Deckhand_R-1",
        [
            (403, JSON, {"errorCode": "S22", "errorCaseId": "X", "httpStatus": 403, "message": "permission denied"}),
            (404, JSON, {"errorCode": "S21", "errorCaseId": "X", "httpStatus": 404, "message": "not found"}),
        ],
    ),
    "Personio": (
        "https://kelp.jobs.personio.de/xml#posting=1",
        [
            (200, XML, '<?xml version="1.0"?><workzag-jobs></workzag-jobs>'),
            (
                200,
                XML,
                "<workzag-jobs><position><id>2</id><name>Deckhand</name></position></workzag-jobs>",
            ),
        ],
    ),
    "Teamtailor": (
        "https://kelp.teamtailor.com/jobs.json#posting=1",
        [(200, JSON, {"items": [{"id": "2", "title": "Deckhand", "_jobposting": {}}]}), (404, HTML, PAGE_GONE)],
    ),
    "BambooHR": (
        "https://kelp.bamboohr.com/careers/86/detail",
        [(404, JSON, {"error": {"message": "Job opening not found", "code": 404}}), (200, JSON, {"result": None})],
    ),
    "Rippling": (
        f"https://api.rippling.com/platform/api/ats/v1/board/kelp/jobs/{ID}",
        [(404, JSON, {"detail": "Not found."}), (404, JSON, {"detail": "No JobPosting matches the given query."})],
    ),
    "Breezy": (
        "https://kelp.breezy.hr/json#posting=1",
        [(200, JSON, [{"id": "2", "friendly_id": "2-x", "name": "Deckhand", "url": "https://x.example"}])],
    ),
    "Pinpoint": (f"https://kelp.pinpointhq.com/postings.json#posting={ID}", [(200, JSON, {"data": []})]),
    "Eightfold": (
        "https://kelp.eightfold.ai/api/apply/v2/jobs/1",
        [(404, JSON, {"error": "Position not found"}), (200, JSON, {"id": None, "name": None})],
    ),
    "Oracle Recruiting": (
        "https://kelp.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails?finder=x",
        [(200, JSON, {"items": [], "count": 0}), (404, JSON, {"title": "Not Found", "status": "404"})],
    ),
    "NEOGOV": ("https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=kelp#posting=1", [(200, XML, NEOGOV)]),
    "iCIMS": (
        "https://careers-kelp.icims.com/jobs/1/deckhand/job?in_iframe=1",
        [(200, HTML, PAGE_GONE), (410, HTML, "")],
    ),
    "Jobvite": (
        "https://jobs.jobvite.com/kelp/jobs?error=404",
        [(200, HTML, f'<html><body class="jv-page">{CARD}</body></html>')],
    ),
    "Paylocity": (
        "https://recruiting.paylocity.com/recruiting/v2/api/feed/jobs/x#posting=1",
        [
            (
                200,
                JSON,
                {"jobs": [{"jobId": 2, "title": "Deckhand", "displayUrl": "https://x.example", "jobLocation": {}}]},
            )
        ],
    ),
    "Phenom": ("https://careers.kelp.example/global/en/job/K1", [(404, HTML, ""), (200, HTML, PAGE_GONE)]),
    "HRMDirect": ("https://kelp.hrmdirect.com/employment/job-opening.php?req=1", [(200, HTML, PAGE_GONE)]),
}
#: What any system answers while it is down, in a hurry or suspicious.
OUT = [
    (500, JSON, {"message": "Internal Server Error"}),
    (502, HTML, "<html><body><h1>502 Bad Gateway</h1></body></html>"),
    (503, HTML, PAGE_OUT),
    (200, HTML, PAGE_OUT),
    (429, JSON, {"error": "Too many requests"}),
    (403, JSON, {"message": "Forbidden"}),
    (401, JSON, {"error": "Unauthorized"}),
    (200, JSON, {"error": "Internal server error"}),
    (200, JSON, {"errors": [{"message": "Service unavailable"}]}),
    (200, JSON, {"status": "error", "message": "upstream request timeout"}),
    (200, JSON, '{"jobs": [{"title": "Deck'),
    (200, JSON, "{}"),
    (200, JSON, ""),
]


def read_as(url, status, kind, body):
    text = body if isinstance(body, str) else json.dumps(body)
    now = datetime(2026, 1, 15, 12, tzinfo=UTC)
    return read(Page(url=url, body=text.encode(), headers={"content-type": kind}, status=status, fetched_at=now))


def test_every_system_is_here():
    assert GONE.keys() == {site.name for site in SITES}


@pytest.mark.parametrize(("name", "answer"), [(name, it) for name, (_, every) in GONE.items() for it in every])
def test_a_posting_that_a_system_lists_no_more_is_gone(name, answer):
    assert read_as(GONE[name][0], *answer).verdict is Verdict.GONE


@pytest.mark.parametrize("name", [name for name in GONE if name != "Jobvite"])
@pytest.mark.parametrize("answer", OUT)
def test_an_outage_is_not(name, answer):
    assert read_as(GONE[name][0], *answer).verdict not in {Verdict.GONE, Verdict.POSTING, Verdict.CLOSED_NOTICE}
