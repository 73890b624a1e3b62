"""Phenom's pages: the state of a board, and of a posting, at an employer's own domain."""

import json
from datetime import date

from spiders.posting import EmploymentType, Verdict

URL = "https://careers.halyard.example/global/en/{}"
JOBS = [
    {
        "jobSeqNo": "HALYAR77EXTERNALEN",
        "jobId": "R-77",
        "title": "Chart Printer",
        "city": "Delft",
        "country": "Netherlands",
    },
    {
        "jobSeqNo": "HALYAR78EXTERNALEN",
        "jobId": "R-78",
        "title": "Plate Etcher",
        "city": "Delft",
        "country": "Netherlands",
    },
]
JOB = {
    "title": "Chart Printer",
    "reqId": "R-77",
    "jobSeqNo": "HALYAR77EXTERNALEN",
    "location": "Delft, South Holland, Netherlands",
    "type": "Part-Time",
    "postedDate": "2026-01-07T09:54:06.573+0000",
    "description": "<p>Halyard Charts prints the sea by hand.</p><h3>Requirements</h3><ul><li>Clean hands</li></ul>"
    * 5,
    "applyUrl": "https://halyard.wd3.myworkdayjobs.com/Careers/job/Delft/Chart-Printer_R-77/apply?utm_source=phenom",
}


def page(ddo):
    scripts = (
        f'var phApp = phApp || {{"locale":"en_global"}}; phApp.ddo = {json.dumps(ddo)}; phApp.experimentData = {{}};'
    )
    return f"<!doctype html><html><head><title>Halyard</title></head><body><script>{scripts}</script></body></html>"


def test_a_board_lists_its_hits_in_the_language_of_the_page(html_page):
    hits = {"eagerLoadRefineSearch": {"status": 200, "hits": 2, "totalHits": 52, "data": {"jobs": JOBS}}}
    reading = html_page(URL.format("search-results"), page(hits))
    assert reading.verdict is Verdict.LISTING
    assert "2 of 52" in reading.reasons[0]
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Chart Printer", URL.format("job/HALYAR77EXTERNALEN")),
        ("Plate Etcher", URL.format("job/HALYAR78EXTERNALEN")),
    ]


def test_the_site_s_own_address_counts_where_it_is_given(html_page):
    hits = {"refineSearch": {"totalHits": 2, "data": {"jobs": JOBS}}}
    html = page(hits).replace('{"locale":"en_global"}', '{"baseUrl":"https://jobs.halyard.example/us/en/"}')
    assert (
        html_page(URL.format("c/print"), html).roles[0].url
        == "https://jobs.halyard.example/us/en/job/HALYAR77EXTERNALEN"
    )


def test_a_posting_is_read_from_its_state(html_page):
    reading = html_page(URL.format("job/HALYAR77EXTERNALEN/Chart-Printer"), page({"jobDetail": {"data": {"job": JOB}}}))
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert posting.title == "Chart Printer"
    assert posting.locations == ("Delft, South Holland, Netherlands",)
    assert posting.employment_type is EmploymentType.PART_TIME
    assert posting.posted_on == date(2026, 1, 7)
    assert posting.requisition_id == "R-77"
    assert posting.apply_url == JOB["applyUrl"].partition("?")[0]
    assert "Clean hands" in posting.sections[-1].text
    assert posting.evidence["title"].where == "phApp.ddo.jobDetail.data.job.title"
