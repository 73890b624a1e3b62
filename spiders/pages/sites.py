"""Which reader reads what: one table by host, one by the look of the answer; public addresses to API calls."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from spiders.pages import (
    any_answer,
    ashby,
    bamboohr,
    breezy,
    eightfold,
    greenhouse,
    hrmdirect,
    icims,
    jobvite,
    lever,
    neogov,
    oracle,
    paylocity,
    personio,
    phenom,
    pinpoint,
    recruitee,
    rippling,
    smartrecruiters,
    teamtailor,
    workable,
    workday,
    xml_answers,
)
from spiders.pages.embedded import State
from spiders.pages.site import Call, PageReader, Site
from spiders.posting import Page, Reading, Verdict

#: A board's name in a path; one that may hold spaces; one that is part of a host, the system's own sites left out.
_ORG = r"(?P<org>[\w.-]{1,100})"
_SPACED_ORG = r"(?P<org>[\w.%-]{1,100})"
_SUB = r"(?P<org>(?!www\.|api\.|app\.)[a-z0-9-]{1,63})"
_SITE = r"(?P<site>[\w.-]{1,100})"
_UUID = r"(?P<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
_NUMBER = r"(?P<id>\d{1,20})"
_LOCALE = r"(?:/[a-z]{2}(?:-[A-Za-z]{2})?)?"

_LEVER = r"jobs\.(?P<eu>eu\.)?lever\.co"
_GREENHOUSE = r"(?:boards|job-boards)\.(?:eu\.)?greenhouse\.io"
_GREENHOUSE_CALL = "https://boards-api.greenhouse.io/v1/boards"
_ASHBY_CALL = "https://api.ashbyhq.com/posting-api/job-board/{org}?includeCompensation=true"
_SMARTRECRUITERS = r"(?:jobs|careers)\.smartrecruiters\.com"
_SMARTRECRUITERS_CALL = "https://api.smartrecruiters.com/v1/companies/{org}/postings"
_RECRUITEE = rf"{_SUB}\.recruitee\.com(?:/l/\w\w)?"
_WORKDAY = rf"(?P<host>(?P<org>[\w-]{{1,63}})\.wd\d{{1,3}}\.myworkdayjobs\.com){_LOCALE}/(?!wday/){_SITE}"
_WORKDAY_SITE = rf"(?P<host>wd\d{{1,3}}\.myworkdaysite\.com){_LOCALE}/recruiting/{_ORG}/{_SITE}"
_WORKDAY_POSTING = r"/(?:job|details)/(?P<id>[^?#]{1,500}?)(?:/apply(?:/[^?#]*)?)?"
_WORKDAY_CALL = "https://{host}/wday/cxs/{org}/{site}"
_PERSONIO = rf"{_SUB}\.jobs\.personio\.(?P<tld>de|com)"
_PERSONIO_CALL = "https://{org}.jobs.personio.{tld}/xml"
_PINPOINT = rf"{_SUB}\.pinpointhq\.com(?:/[a-z]{{2}}(?:-[A-Z]{{2}})?)?"
_PINPOINT_CALL = "https://{org}.pinpointhq.com/postings.json"
_EIGHTFOLD = rf"{_SUB}\.eightfold\.ai/careers"
_EIGHTFOLD_CALL = "https://{org}.eightfold.ai/api/apply/v2/jobs"
_ORACLE = rf"(?P<host>[\w.-]{{1,253}})/hcmUI/CandidateExperience/[\w-]{{2,10}}/sites/{_SITE}"
_ORACLE_CALL = "https://{host}/hcmRestApi/resources/latest/recruitingCEJobRequisition"
_NEOGOV = rf"(?:www\.)?(?P<host>governmentjobs|schooljobs)\.com/careers/(?!home(?:/|$)){_ORG}"
_ICIMS = r"(?P<host>[\w-]{1,63}\.icims\.com)"
_RIPPLING = rf"ats\.rippling\.com{_LOCALE}/(?!api/){_ORG}"
_RIPPLING_CALL = "https://api.rippling.com/platform/api/ats/v1/board/{org}/jobs"

SITES: tuple[Site, ...] = (
    Site(
        name="Lever",
        hosts=("api.lever.co", "api.eu.lever.co"),
        reader=lever,
        calls=(
            Call(
                rf"{_LEVER}/{_ORG}/(?P<id>[0-9a-f-]{{36}})(?:/apply)?",
                "https://api.{eu}lever.co/v0/postings/{org}/{id}",
            ),
            Call(rf"{_LEVER}/{_ORG}", "https://api.{eu}lever.co/v0/postings/{org}?mode=json"),
        ),
    ),
    Site(
        name="Greenhouse",
        hosts=("boards-api.greenhouse.io", "api.greenhouse.io"),
        reader=greenhouse,
        calls=(
            Call(
                rf"{_GREENHOUSE}/{_ORG}/jobs/{_NUMBER}", f"{_GREENHOUSE_CALL}/{{org}}/jobs/{{id}}?pay_transparency=true"
            ),
            Call(
                rf"{_GREENHOUSE}/embed/job_(?:app|board)",
                f"{_GREENHOUSE_CALL}/{{for}}/jobs/{{token}}?pay_transparency=true",
                "for",
                "token",
            ),
            Call(rf"{_GREENHOUSE}/embed/job_(?:app|board)", f"{_GREENHOUSE_CALL}/{{for}}/jobs", "for"),
            Call(rf"{_GREENHOUSE}/(?!embed/){_ORG}", f"{_GREENHOUSE_CALL}/{{org}}/jobs"),
        ),
    ),
    Site(
        name="Ashby",
        hosts=("api.ashbyhq.com",),
        reader=ashby,
        calls=(
            Call(rf"jobs\.ashbyhq\.com/{_SPACED_ORG}/{_UUID}(?:/application)?", f"{_ASHBY_CALL}#posting={{id}}"),
            Call(rf"jobs\.ashbyhq\.com/{_SPACED_ORG}", _ASHBY_CALL),
        ),
    ),
    Site(
        name="SmartRecruiters",
        hosts=("api.smartrecruiters.com",),
        reader=smartrecruiters,
        calls=(
            Call(rf"{_SMARTRECRUITERS}/{_ORG}/{_NUMBER}(?:-[^/]*)?", f"{_SMARTRECRUITERS_CALL}/{{id}}"),
            Call(rf"{_SMARTRECRUITERS}/{_ORG}", f"{_SMARTRECRUITERS_CALL}?limit=100"),
        ),
    ),
    Site(
        name="Workable",
        hosts=("apply.workable.com",),
        reader=workable,
        calls=(
            Call(
                rf"apply\.workable\.com/(?!api/){_ORG}/j/(?P<id>[0-9A-Za-z]{{6,20}})(?:/apply)?",
                "https://apply.workable.com/api/v2/accounts/{org}/jobs/{id}",
            ),
            Call(
                rf"apply\.workable\.com/(?!(?:api|j)(?:/|$)){_ORG}(?:/jobs)?",
                "https://apply.workable.com/api/v1/widget/accounts/{org}",
            ),
        ),
    ),
    Site(
        name="Recruitee",
        hosts=(".recruitee.com",),
        reader=recruitee,
        calls=(
            Call(rf"{_RECRUITEE}/o/(?P<id>[\w.%-]{{1,300}})(?:/c/new)?", "https://{org}.recruitee.com/api/offers/{id}"),
            Call(_RECRUITEE, "https://{org}.recruitee.com/api/offers"),
        ),
    ),
    Site(
        name="Workday",
        hosts=(".myworkdayjobs.com", ".myworkdaysite.com"),
        reader=workday,
        calls=(
            Call(f"{_WORKDAY}{_WORKDAY_POSTING}", f"{_WORKDAY_CALL}/job/{{id}}"),
            Call(_WORKDAY, f"{_WORKDAY_CALL}/jobs"),
            Call(f"{_WORKDAY_SITE}{_WORKDAY_POSTING}", f"{_WORKDAY_CALL}/job/{{id}}"),
            Call(_WORKDAY_SITE, f"{_WORKDAY_CALL}/jobs"),
        ),
        posts={
            r"[\w.-]+\.myworkday(?:jobs|site)\.com/wday/cxs/[\w-]+/[\w.-]+/jobs": (
                b'{"appliedFacets":{},"limit":20,"offset":0,"searchText":""}'
            ),
        },
    ),
    Site(
        name="Personio",
        hosts=(".jobs.personio.de", ".jobs.personio.com"),
        reader=personio,
        calls=(
            Call(rf"{_PERSONIO}/job/{_NUMBER}", f"{_PERSONIO_CALL}?language={{language}}#posting={{id}}", "language"),
            Call(rf"{_PERSONIO}/job/{_NUMBER}", f"{_PERSONIO_CALL}#posting={{id}}"),
            Call(_PERSONIO, f"{_PERSONIO_CALL}?language={{language}}", "language"),
            Call(_PERSONIO, _PERSONIO_CALL),
        ),
    ),
    Site(
        name="Teamtailor",
        hosts=(".teamtailor.com",),
        reader=teamtailor,
        calls=(
            Call(
                r"(?P<org>(?!www\.|api\.|app\.)[a-z0-9-]{1,63}(?:\.[a-z]{2,3})?)\.teamtailor\.com(?:/jobs)?",
                "https://{org}.teamtailor.com/jobs.json",
            ),
        ),
    ),
    Site(
        name="BambooHR",
        hosts=(".bamboohr.com",),
        reader=bamboohr,
        calls=(
            Call(rf"{_SUB}\.bamboohr\.com/careers/{_NUMBER}", "https://{org}.bamboohr.com/careers/{id}/detail"),
            Call(rf"{_SUB}\.bamboohr\.com/jobs/view\.php", "https://{org}.bamboohr.com/careers/{id}/detail", "id"),
            Call(rf"{_SUB}\.bamboohr\.com/(?:careers|jobs)", "https://{org}.bamboohr.com/careers/list"),
        ),
    ),
    Site(
        name="Rippling",
        hosts=("api.rippling.com", "ats.rippling.com"),
        reader=rippling,
        calls=(
            Call(rf"{_RIPPLING}/jobs/{_UUID}(?:/apply)?", f"{_RIPPLING_CALL}/{{id}}"),
            Call(rf"{_RIPPLING}(?:/jobs)?", _RIPPLING_CALL),
        ),
    ),
    Site(
        name="Breezy",
        hosts=(".breezy.hr",),
        reader=breezy,
        calls=(Call(rf"{_SUB}\.breezy\.hr", "https://{org}.breezy.hr/json"),),
    ),
    Site(
        name="Pinpoint",
        hosts=(".pinpointhq.com",),
        reader=pinpoint,
        calls=(
            Call(rf"{_PINPOINT}/postings/{_UUID}(?:/applications/new)?", f"{_PINPOINT_CALL}#posting={{id}}"),
            Call(rf"{_PINPOINT}(?:/postings|/jobs)?", _PINPOINT_CALL),
        ),
    ),
    Site(
        name="Eightfold",
        hosts=(".eightfold.ai",),
        reader=eightfold,
        calls=(
            Call(rf"{_EIGHTFOLD}/job/{_NUMBER}(?:-[^/]*)?", f"{_EIGHTFOLD_CALL}/{{id}}?domain={{domain}}", "domain"),
            Call(rf"{_EIGHTFOLD}/job/{_NUMBER}(?:-[^/]*)?", f"{_EIGHTFOLD_CALL}/{{id}}"),
            Call(_EIGHTFOLD, f"{_EIGHTFOLD_CALL}/{{pid}}?domain={{domain}}", "pid", "domain"),
            Call(_EIGHTFOLD, f"{_EIGHTFOLD_CALL}/{{pid}}", "pid"),
            Call(_EIGHTFOLD, f"{_EIGHTFOLD_CALL}?domain={{domain}}", "domain"),
            Call(_EIGHTFOLD, _EIGHTFOLD_CALL),
        ),
    ),
    Site(
        name="Oracle Recruiting",
        hosts=(".oraclecloud.com",),
        reader=oracle,
        calls=(
            Call(
                rf"{_ORACLE}/(?:job|requisitions/preview)/(?P<id>[\w-]{{1,40}})(?:/apply(?:/.*)?)?",
                f'{_ORACLE_CALL}Details?expand=all&onlyData=true&finder=ById;Id="{{id}}",siteNumber={{site}}',
            ),
            Call(
                rf"{_ORACLE}(?:/jobs|/requisitions)?",
                f"{_ORACLE_CALL}s?onlyData=true&expand=requisitionList.secondaryLocations"
                "&finder=findReqs;siteNumber={site},limit=200,sortBy=POSTING_DATES_DESC",
            ),
        ),
    ),
    Site(
        name="NEOGOV",
        hosts=("www.governmentjobs.com", "www.schooljobs.com", "agency.governmentjobs.com"),
        reader=neogov,
        calls=(Call(_NEOGOV, "https://www.{host}.com/SearchEngine/JobsFeed?agency={org}"),),
    ),
    Site(
        name="iCIMS",
        hosts=(".icims.com",),
        page_reader=icims,
        classes=("iCIMS_Job",),
        calls=(
            Call(
                rf"{_ICIMS}/jobs/{_NUMBER}(?P<slug>/[\w.%-]{{1,300}})?/(?:job|login)",
                "https://{host}/jobs/{id}{slug}/job?in_iframe=1",
            ),
            Call(rf"{_ICIMS}(?:/jobs(?:/search|/intro)?)?", "https://{host}/jobs/search?ss=1&in_iframe=1"),
        ),
    ),
    Site(
        name="Jobvite",
        hosts=("jobs.jobvite.com", "careers.jobvite.com"),
        page_reader=jobvite,
        classes=("jv-job", "jv-page"),
    ),
    Site(
        name="Paylocity",
        hosts=("recruiting.paylocity.com",),
        reader=paylocity,
        page_reader=paylocity,
        state="pageData",
    ),
    Site(name="Phenom", hosts=(".phenompeople.com",), page_reader=phenom, state="phApp.ddo"),
    Site(name="HRMDirect", hosts=(".hrmdirect.com",), page_reader=hrmdirect, classes=("posTitle", "ReqRowClick")),
)
#: Whether an element has a class that a system's pages are known by.
_CLASSED = etree.XPath(
    "boolean(//*[@class and ("
    + " or ".join(f"contains(@class, '{it}')" for site in SITES for it in site.classes)
    + ")])"
)


def fetch_url(url: str) -> str:
    """The API call that gives what a public posting or board address shows; any other address as it is."""
    try:
        parts = urlsplit(url)
        place = f"{(parts.hostname or '').lower()}{parts.path}"
        query = parse_qs(parts.query)
    except ValueError:
        return url
    if parts.scheme not in {"http", "https"}:
        return url
    calls = (call.filled(place, query) for site in SITES for call in site.calls)
    return next((call for call in calls if call), url)


def body_of(url: str) -> bytes | None:
    """The JSON that a call has to send, as a POST; None for a call that is a plain GET."""
    try:
        parts = urlsplit(url)
        place = f"{(parts.hostname or '').lower()}{parts.path}"
    except ValueError:
        return None
    posts = (post for site in SITES for post in site.posts.items())
    return next((body for call, body in posts if re.fullmatch(call, place)), None)


def read_answer(answer: Any, page: Page) -> Reading | None:
    """What the system that made an answer says in it, or, of an unknown one, its shape; None where that is none.

    Args:
        answer: A JSON value, or an XML tree in the same shape.
        page: Where it came from.
    """
    host = _host(page)
    for site in sorted(SITES, key=lambda it: not it.lives_at(host)):
        reader = site.reader
        known = reader and (site.lives_at(host) or reader.is_answer(answer))
        if reader and known and (reading := reader.read(answer, page)):
            return reading
    return any_answer.read(answer, page)


def page_reader(root: etree._Element | None, states: Iterable[State]) -> PageReader | None:
    """Who helps to read a page: known by the classes of its elements, or by the state that it embeds."""
    if root is None:
        return None
    names = {name for name, _ in states}
    found = next((site for site in SITES if site.state in names), None)
    if found is None and _CLASSED(root):
        found = next((it for it in SITES if any(_has_class(root, begins) for begins in it.classes)), None)
    return found.page_reader if found else None


def _has_class(root: etree._Element, begins: str) -> bool:
    return bool(root.xpath("boolean(//*[contains(concat(' ', @class), $begins)])", begins=f" {begins}"))


def read_xml(text: str, page: Page) -> Reading | None:
    """As `read_answer`, of an XML text without white space before it; None also for one that is no answer."""
    if not xml_answers.is_xml(text):
        return None
    answer = xml_answers.parse(text)
    if answer is not None:
        return read_answer(answer, page)
    if any(site.lives_at(_host(page)) for site in SITES):
        return Reading(verdict=Verdict.ERROR, reasons=("the XML is cut in the middle or broken",))
    return None


def _host(page: Page) -> str:
    try:
        return (urlsplit(page.url).hostname or "").lower()
    except ValueError:
        return ""
