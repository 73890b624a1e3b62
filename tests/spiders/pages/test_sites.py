"""Public addresses become API calls, all others stay."""

import json
from pathlib import Path

import pytest

from spiders.pages.sites import SITES, body_of, fetch_url

ID = "0a1b2c3d-0000-4000-8000-0123456789ab"


GREENHOUSE = "https://boards-api.greenhouse.io/v1/boards/northwind/jobs"
ORACLE = (
    "https://lark.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails"
    '?expand=all&onlyData=true&finder=ById;Id="300001",siteNumber=CX_1'
)
_CALLS = [
    (f"https://jobs.lever.co/northwind/{ID}", f"https://api.lever.co/v0/postings/northwind/{ID}"),
    (
        f"https://jobs.lever.co/northwind/{ID}/apply?lever-source=x",
        f"https://api.lever.co/v0/postings/northwind/{ID}",
    ),
    (f"https://jobs.eu.lever.co/northwind/{ID}", f"https://api.eu.lever.co/v0/postings/northwind/{ID}"),
    ("https://jobs.lever.co/northwind", "https://api.lever.co/v0/postings/northwind?mode=json"),
    (
        "https://boards.greenhouse.io/northwind/jobs/4711?gh_jid=4711",
        "https://boards-api.greenhouse.io/v1/boards/northwind/jobs/4711?pay_transparency=true",
    ),
    (
        "https://job-boards.greenhouse.io/northwind/jobs/4711",
        "https://boards-api.greenhouse.io/v1/boards/northwind/jobs/4711?pay_transparency=true",
    ),
    ("https://boards.greenhouse.io/northwind", "https://boards-api.greenhouse.io/v1/boards/northwind/jobs"),
    (
        "https://boards.greenhouse.io/embed/job_app?for=northwind&token=4711",
        "https://boards-api.greenhouse.io/v1/boards/northwind/jobs/4711?pay_transparency=true",
    ),
    (
        f"https://jobs.ashbyhq.com/Open%20Door/{ID}/application?utm_source=x",
        f"https://api.ashbyhq.com/posting-api/job-board/Open%20Door?includeCompensation=true#posting={ID}",
    ),
    (
        "https://jobs.ashbyhq.com/larkspur-ferries/",
        "https://api.ashbyhq.com/posting-api/job-board/larkspur-ferries?includeCompensation=true",
    ),
    (
        "https://jobs.smartrecruiters.com/LarkspurFerries/744000091234567-timetable-planner?trid=x",
        "https://api.smartrecruiters.com/v1/companies/LarkspurFerries/postings/744000091234567",
    ),
    (
        "https://careers.smartrecruiters.com/LarkspurFerries",
        "https://api.smartrecruiters.com/v1/companies/LarkspurFerries/postings?limit=100",
    ),
    (
        "https://apply.workable.com/larkspur/j/A1B2C3D4E5/apply/",
        "https://apply.workable.com/api/v2/accounts/larkspur/jobs/A1B2C3D4E5",
    ),
    ("https://apply.workable.com/larkspur/", "https://apply.workable.com/api/v1/widget/accounts/larkspur"),
    (
        "https://larkspur.recruitee.com/o/timetable-planner/c/new",
        "https://larkspur.recruitee.com/api/offers/timetable-planner",
    ),
    ("https://larkspur.recruitee.com/", "https://larkspur.recruitee.com/api/offers"),
    (
        "https://larkspur.wd3.myworkdayjobs.com/en-US/Careers/job/Aarhus/Timetable-Planner_R-2045?source=x",
        "https://larkspur.wd3.myworkdayjobs.com/wday/cxs/larkspur/Careers/job/Aarhus/Timetable-Planner_R-2045",
    ),
    (
        "https://larkspur.wd3.myworkdayjobs.com/Careers/details/Timetable-Planner_R-2045/apply/applyManually",
        "https://larkspur.wd3.myworkdayjobs.com/wday/cxs/larkspur/Careers/job/Timetable-Planner_R-2045",
    ),
    (
        "https://larkspur.wd3.myworkdayjobs.com/en-US/Careers",
        "https://larkspur.wd3.myworkdayjobs.com/wday/cxs/larkspur/Careers/jobs",
    ),
    (
        "https://wd3.myworkdaysite.com/en-US/recruiting/larkspur/Careers/job/Aarhus/Timetable-Planner_R-2045",
        "https://wd3.myworkdaysite.com/wday/cxs/larkspur/Careers/job/Aarhus/Timetable-Planner_R-2045",
    ),
    (
        "https://wd3.myworkdaysite.com/recruiting/larkspur/Careers",
        "https://wd3.myworkdaysite.com/wday/cxs/larkspur/Careers/jobs",
    ),
    (
        "https://larkspur.jobs.personio.de/job/1834171?language=en&display=en",
        "https://larkspur.jobs.personio.de/xml?language=en#posting=1834171",
    ),
    ("https://larkspur.jobs.personio.com/job/1834171", "https://larkspur.jobs.personio.com/xml#posting=1834171"),
    ("https://larkspur.jobs.personio.de/?language=de", "https://larkspur.jobs.personio.de/xml?language=de"),
    ("https://larkspur.jobs.personio.de", "https://larkspur.jobs.personio.de/xml"),
    ("https://larkspur.teamtailor.com/jobs", "https://larkspur.teamtailor.com/jobs.json"),
    ("https://larkspur.na.teamtailor.com/", "https://larkspur.na.teamtailor.com/jobs.json"),
    ("https://larkspur.bamboohr.com/careers/86", "https://larkspur.bamboohr.com/careers/86/detail"),
    ("https://larkspur.bamboohr.com/jobs/view.php?id=86", "https://larkspur.bamboohr.com/careers/86/detail"),
    ("https://larkspur.bamboohr.com/jobs/", "https://larkspur.bamboohr.com/careers/list"),
    (
        f"https://ats.rippling.com/en-GB/Larkspur/jobs/{ID}",
        f"https://api.rippling.com/platform/api/ats/v1/board/Larkspur/jobs/{ID}",
    ),
    ("https://ats.rippling.com/larkspur", "https://api.rippling.com/platform/api/ats/v1/board/larkspur/jobs"),
    ("https://larkspur.breezy.hr/", "https://larkspur.breezy.hr/json"),
    (f"https://jobs.lever.co/northwind/{ID}/thanks", f"https://api.lever.co/v0/postings/northwind/{ID}"),
    (
        "https://jobs.eu.lever.co/northwind?team=Boats&location=Oslo&utm_source=x",
        "https://api.eu.lever.co/v0/postings/northwind?mode=json&team=Boats&location=Oslo",
    ),
    ("https://job-boards.eu.greenhouse.io/northwind/jobs/4711", f"{GREENHOUSE}/4711?pay_transparency=true"),
    ("https://boards.eu.greenhouse.io/northwind", GREENHOUSE),
    ("https://boards.greenhouse.io/northwind?gh_jid=4711&gh_src=x", f"{GREENHOUSE}/4711?pay_transparency=true"),
    ("https://boards.greenhouse.io/embed/job_board/js?for=northwind", GREENHOUSE),
    ("https://boards.greenhouse.io/embed/job_board?for=northwind&b=x", GREENHOUSE),
    (
        "https://jobs.ashbyhq.com/larkspur-ferries/embed?version=2",
        "https://api.ashbyhq.com/posting-api/job-board/larkspur-ferries?includeCompensation=true",
    ),
    (
        f"https://jobs.smartrecruiters.com/oneclick-ui/company/Larkspur/publication/{ID}?dcr_ci=x",
        f"https://api.smartrecruiters.com/v1/companies/Larkspur/postings/{ID}",
    ),
    ("https://larkspur.workable.com/", "https://apply.workable.com/api/v1/widget/accounts/larkspur"),
    (
        "https://larkspur.workable.com/j/A1B2C3D4E5",
        "https://apply.workable.com/api/v2/accounts/larkspur/jobs/A1B2C3D4E5",
    ),
    ("https://larkspur.recruitee.com/l/en/o/deckhand", "https://larkspur.recruitee.com/api/offers/deckhand"),
    ("https://larkspur.recruitee.com/en/o/deckhand", "https://larkspur.recruitee.com/api/offers/deckhand"),
    (
        "https://larkspur.wd3.myworkdayjobs.com/fr-CA/Careers/jobs?q=deckhand",
        "https://larkspur.wd3.myworkdayjobs.com/wday/cxs/larkspur/Careers/jobs#searchText=deckhand",
    ),
    (
        "https://larkspur.jobs.personio.com/job/1834171-deckhand/apply",
        "https://larkspur.jobs.personio.com/xml#posting=1834171",
    ),
    ("https://larkspur.bamboohr.com/hiring/jobs/86?source=x", "https://larkspur.bamboohr.com/careers/86/detail"),
    ("https://larkspur.bamboohr.com/jobs/embed2.php", "https://larkspur.bamboohr.com/careers/list"),
    (
        f"https://ats.rippling.com/embed/larkspur/jobs/{ID}?src=x",
        f"https://api.rippling.com/platform/api/ats/v1/board/larkspur/jobs/{ID}",
    ),
    (
        "https://lark.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/jobs/preview/300001?keyword=x",
        ORACLE,
    ),
    (
        "https://lark.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/requisitions/job/300001",
        ORACLE,
    ),
]
_PUBLIC = [public for public, _ in _CALLS]


@pytest.mark.parametrize(("public", "call"), _CALLS)
def test_a_public_address_becomes_the_call_that_gives_the_same(public, call):
    assert fetch_url(public) == call


@pytest.mark.parametrize(
    "url",
    [
        "https://kelp.example/jobs/4711",
        "https://jobs.lever.co.evil.example/northwind",
        "https://boards.greenhouse.io/embed/job_app?for=../../x&token=1",
        f"https://api.lever.co/v0/postings/northwind/{ID}",
        "ftp://jobs.lever.co/northwind",
        "https://www.teamtailor.com/jobs",
        "https://larkspur.teamtailor.com/jobs/7167985-timetable-planner",
        "https://larkspur.breezy.hr/p/abababababab-timetable-planner",
        "https://apply.workable.com/api/v2/accounts/larkspur/jobs/A1B2C3D4E5",
        "https://apply.workable.com/j/A1B2C3D4E5",
        "https://larkspur.jobs.personio.de.evil.example/job/1834171",
        "https://[::1",
        "",
    ],
)
def test_any_other_address_stays_as_it_is(url):
    assert fetch_url(url) == url


@pytest.mark.parametrize("public", _PUBLIC)
def test_an_api_call_is_not_turned_again(public):
    once = fetch_url(public)
    assert fetch_url(once) == once


def test_only_a_list_that_has_to_be_posted_for_is_posted_for():
    board = fetch_url("https://larkspur.wd3.myworkdayjobs.com/Careers")
    assert json.loads(body_of(board))["limit"] == 20
    assert body_of(fetch_url("https://larkspur.wd3.myworkdayjobs.com/Careers/job/Aarhus/Deckhand_R-1")) is None
    assert body_of("https://larkspur.wd3.myworkdayjobs.com.evil.example/wday/cxs/larkspur/Careers/jobs") is None
    assert body_of("https://[::1") is None


def test_what_is_posted_for_says_which_page_and_which_words():
    board = "https://larkspur.wd3.myworkdayjobs.com/wday/cxs/larkspur/Careers/jobs#searchText=deckhand&offset=40&x=1"
    assert json.loads(body_of(board)) == {"appliedFacets": {}, "limit": 20, "offset": 40, "searchText": "deckhand"}
    newer = json.loads(body_of("https://apply.workable.com/api/v3/accounts/larkspur/jobs#token=b&start=10"))
    assert (newer["token"], "start" in newer) == ("b", False)


@pytest.mark.parametrize("site", SITES, ids=lambda it: it.name)
def test_a_site_answers_at_its_own_hosts_only(site):
    for host in site.hosts:
        assert site.lives_at(f"larkspur{host}" if host.startswith(".") else host)
        assert not site.lives_at(f"larkspur{host}.evil.example")


def test_the_documentation_has_a_row_for_each_site_with_its_hosts_and_for_no_other():
    text = (Path(__file__).resolve().parents[3] / "docs" / "sites.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")][2:]
    documented = [(name.strip(), tuple(hosts.strip().split(", "))) for name, hosts, *_ in rows]
    assert documented == [(site.name, site.hosts) for site in SITES]
