"""iCIMS' pages: a board, a posting, and the address of what they frame."""

from datetime import date

import pytest

from spiders.pages.icims import places
from spiders.pages.sites import fetch_url
from spiders.posting import EmploymentType, Verdict

HOST = "https://careers-halyard.icims.com"
BOARD = f"""<!doctype html><html><body><h2>Open positions</h2><ul>
<li class="col-xs-12 iCIMS_JobCardItem"><div class="title">
<a class="iCIMS_Anchor" title="811 - Kite Tester" href="{HOST}/jobs/811/kite-tester/job?in_iframe=1&mode=view">
<span class="sr-only field-label">Job Title</span><h3>Kite Tester</h3></a></div></li>
<li class="col-xs-12 iCIMS_JobCardItem"><div class="title">
<a class="iCIMS_Anchor" title="812 - Wind Caller" href="/jobs/812/wind-caller/job?in_iframe=1"></a></div></li>
<li class="iCIMS_JobCardItem"><a href="/jobs/search?pr=1&in_iframe=1">More</a></li>
</ul></body></html>"""
TAG = """<div class="iCIMS_JobHeaderTag"><dt class="iCIMS_JobHeaderField">{}</dt>
<dd class="iCIMS_JobHeaderData"><span>{}</span></dd></div>"""
HEAD = [
    ("ID", "2026-811"),
    ("Job Locations", "US-MA-Truro | US-ME-Bath"),
    ("Type", "Regular Part-Time"),
    ("Posted Date", "1/9/2026"),
]
POSTING = f"""<!doctype html><html><head><title>Kite Tester in Truro</title></head><body>
<h1 class="iCIMS_Header">Kite Tester</h1>
<dl class="iCIMS_JobHeaderGroup">{"".join(TAG.format(*it) for it in HEAD)}</dl>
<h2 class="iCIMS_InfoMsg iCIMS_InfoMsg_Job">Responsibilities</h2>
<div class="iCIMS_Expandable_Text"><ul><li>Fly the kites of Halyard Kites until one of you gives up</li>
<li>Write down the wind</li></ul></div>
<h2 class="iCIMS_InfoMsg iCIMS_InfoMsg_Job">Qualifications</h2>
<div class="iCIMS_Expandable_Text"><p>Long arms, warm gloves and a head for heights are all that this work asks of
anyone.</p></div><a href="/jobs/811/kite-tester/login">Apply for this job online</a></body></html>"""


def test_a_board_lists_its_postings_at_the_addresses_that_a_visitor_sees(html_page):
    reading = html_page(f"{HOST}/jobs/search?ss=1&in_iframe=1", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Kite Tester", f"{HOST}/jobs/811/kite-tester/job"),
        ("Wind Caller", f"{HOST}/jobs/812/wind-caller/job"),
    ]


def test_a_posting_s_head_is_read_by_its_labels(html_page):
    posting = html_page(f"{HOST}/jobs/811/kite-tester/job?in_iframe=1", POSTING).posting
    assert posting.title == "Kite Tester"
    assert posting.locations == ("Truro, MA, United States", "Bath, ME, United States")
    assert posting.employment_type is EmploymentType.PART_TIME
    assert posting.requisition_id == "2026-811"
    assert posting.posted_on == date(2026, 1, 9)
    assert [it.heading for it in posting.sections if it.heading] == ["Responsibilities", "Qualifications"]
    assert posting.evidence["locations"].where.startswith("/html/body/dl")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("US-LA-Houma", ("Houma, LA, United States",)),
        ("GB-Leeds", ("Leeds, United Kingdom",)),
        ("US", ("United States",)),
        ("Remote | CA-ON-Sarnia", ("Remote", "Sarnia, ON, Canada")),
    ],
)
def test_places_are_written_from_the_country_down(said, expected):
    assert places(said) == expected


@pytest.mark.parametrize(
    ("public", "framed"),
    [
        ("/jobs/811/kite-tester/job", "/jobs/811/kite-tester/job?in_iframe=1"),
        ("/jobs/811/job?mode=view", "/jobs/811/job?in_iframe=1"),
        ("/jobs/811/kite-tester/login", "/jobs/811/kite-tester/job?in_iframe=1"),
        ("/jobs/search?ss=1&utm_source=x", "/jobs/search?ss=1&in_iframe=1"),
        ("/jobs/search?ss=1&searchKeyword=kite", "/jobs/search?ss=1&in_iframe=1&searchKeyword=kite"),
        ("/jobs/intro", "/jobs/search?ss=1&in_iframe=1"),
    ],
)
def test_the_framed_page_is_fetched_not_the_frame(public, framed):
    assert fetch_url(HOST + public) == HOST + framed
