"""The applicant systems that are known by name: one table; public addresses to API calls."""

import json
import re
from urllib.parse import parse_qs, parse_qsl, urlsplit

from spiders.pages import (
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
)
from spiders.pages.site import Call, Site

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
_GREENHOUSE_WIDGET = rf"{_GREENHOUSE}/embed/job_(?:app|board)(?:/js)?"
_PAID = "?pay_transparency=true"
_ASHBY_CALL = "https://api.ashbyhq.com/posting-api/job-board/{org}?includeCompensation=true"
_SMARTRECRUITERS = r"(?:jobs|careers)\.smartrecruiters\.com"
_SMARTRECRUITERS_CALL = "https://api.smartrecruiters.com/v1/companies/{org}/postings"
_WORKABLE = r"(?P<org>(?!www\.|api\.|apply\.|jobs\.|help\.|resources\.)[a-z0-9-]{1,63})\.workable\.com"
_RECRUITEE = rf"{_SUB}\.recruitee\.com(?:/l/\w\w|/[a-z]{{2}}(?:-[A-Z]{{2}})?)?"
_WORKDAY = rf"(?P<host>(?P<org>[\w-]{{1,63}})\.wd\d{{1,3}}\.myworkdayjobs\.com){_LOCALE}/(?!wday/){_SITE}"
_WORKDAY_SITE = rf"(?P<host>wd\d{{1,3}}\.myworkdaysite\.com){_LOCALE}/recruiting/{_ORG}/{_SITE}"
_WORKDAY_POSTING = r"/(?:job|details)/(?P<id>[^?#]{1,500}?)(?:/apply(?:/[^?#]*)?)?"
_WORKDAY_CALL = "https://{host}/wday/cxs/{org}/{site}"
_PERSONIO = rf"{_SUB}\.jobs\.personio\.(?P<tld>de|com)"
_PERSONIO_POSTING = rf"{_PERSONIO}/job/{_NUMBER}(?:-[^/]{{1,200}})?(?:/apply)?"
_PERSONIO_CALL = "https://{org}.jobs.personio.{tld}/xml"
_PINPOINT = rf"{_SUB}\.pinpointhq\.com(?:/[a-z]{{2}}(?:-[A-Z]{{2}})?)?"
_PINPOINT_CALL = "https://{org}.pinpointhq.com/postings.json"
_EIGHTFOLD = rf"{_SUB}\.eightfold\.ai/careers"
_EIGHTFOLD_CALL = "https://{org}.eightfold.ai/api/apply/v2/jobs"
_ORACLE = rf"(?P<host>[\w.-]{{1,253}})/hcmUI/CandidateExperience/[\w-]{{2,10}}/sites/{_SITE}"
_ORACLE_CALL = "https://{host}/hcmRestApi/resources/latest/recruitingCEJobRequisition"
_NEOGOV = rf"(?:www\.)?(?P<host>governmentjobs|schooljobs)\.com/careers/(?!home(?:/|$)){_ORG}"
_ICIMS = r"(?P<host>[\w-]{1,63}\.icims\.com)"
_RIPPLING = rf"ats\.rippling\.com{_LOCALE}(?:/embed)?/(?!(?:api|embed)/){_ORG}"
_RIPPLING_CALL = "https://api.rippling.com/platform/api/ats/v1/board/{org}/jobs"

SITES: tuple[Site, ...] = (
    Site(
        name="Lever",
        hosts=("api.lever.co", "api.eu.lever.co"),
        reader=lever,
        calls=(
            Call(
                rf"{_LEVER}/{_ORG}/(?P<id>[0-9a-f-]{{36}})(?:/(?:apply|thanks))?",
                "https://api.{eu}lever.co/v0/postings/{org}/{id}",
            ),
            Call(
                rf"{_LEVER}/{_ORG}",
                "https://api.{eu}lever.co/v0/postings/{org}?mode=json",
                keep="department|team|location|commitment|level|workplaceType",
            ),
        ),
    ),
    Site(
        name="Greenhouse",
        hosts=("boards-api.greenhouse.io", "api.greenhouse.io"),
        reader=greenhouse,
        calls=(
            Call(rf"{_GREENHOUSE}/{_ORG}/jobs/{_NUMBER}(?:/apply)?", f"{_GREENHOUSE_CALL}/{{org}}/jobs/{{id}}{_PAID}"),
            Call(_GREENHOUSE_WIDGET, f"{_GREENHOUSE_CALL}/{{for}}/jobs/{{token}}{_PAID}", "for", "token"),
            Call(_GREENHOUSE_WIDGET, f"{_GREENHOUSE_CALL}/{{for}}/jobs/{{gh_jid}}{_PAID}", "for", "gh_jid"),
            Call(_GREENHOUSE_WIDGET, f"{_GREENHOUSE_CALL}/{{for}}/jobs", "for"),
            Call(rf"{_GREENHOUSE}/(?!embed/){_ORG}", f"{_GREENHOUSE_CALL}/{{org}}/jobs/{{gh_jid}}{_PAID}", "gh_jid"),
            Call(rf"{_GREENHOUSE}/(?!embed/){_ORG}", f"{_GREENHOUSE_CALL}/{{org}}/jobs"),
        ),
    ),
    Site(
        name="Ashby",
        hosts=("api.ashbyhq.com",),
        reader=ashby,
        calls=(
            Call(rf"jobs\.ashbyhq\.com/{_SPACED_ORG}/{_UUID}(?:/application)?", f"{_ASHBY_CALL}#posting={{id}}"),
            Call(rf"jobs\.ashbyhq\.com/{_SPACED_ORG}(?:/embed)?", f"{_ASHBY_CALL}#posting={{ashby_jid}}", "ashby_jid"),
            Call(rf"jobs\.ashbyhq\.com/{_SPACED_ORG}(?:/embed)?", _ASHBY_CALL),
        ),
    ),
    Site(
        name="SmartRecruiters",
        hosts=("api.smartrecruiters.com",),
        reader=smartrecruiters,
        calls=(
            Call(rf"{_SMARTRECRUITERS}/{_ORG}/{_NUMBER}(?:-[^/]*)?", f"{_SMARTRECRUITERS_CALL}/{{id}}"),
            Call(
                rf"{_SMARTRECRUITERS}/oneclick-ui/company/{_ORG}/publication/{_UUID}", f"{_SMARTRECRUITERS_CALL}/{{id}}"
            ),
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
                rf"{_WORKABLE}/j/(?P<id>[0-9A-Za-z]{{6,20}})(?:/apply)?",
                "https://apply.workable.com/api/v2/accounts/{org}/jobs/{id}",
            ),
            Call(_WORKABLE, "https://apply.workable.com/api/v1/widget/accounts/{org}"),
            Call(
                rf"apply\.workable\.com/(?!(?:api|j)(?:/|$)){_ORG}(?:/jobs)?",
                "https://apply.workable.com/api/v1/widget/accounts/{org}",
            ),
        ),
        posts={
            r"apply\.workable\.com/api/v3/accounts/[\w.-]+/jobs": {
                "query": "",
                "location": [],
                "department": [],
                "worktype": [],
                "remote": [],
                "token": "",
            },
        },
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
            Call(f"{_WORKDAY}(?:/jobs)?", f"{_WORKDAY_CALL}/jobs#searchText={{q}}", "q"),
            Call(f"{_WORKDAY}(?:/jobs)?", f"{_WORKDAY_CALL}/jobs"),
            Call(f"{_WORKDAY_SITE}{_WORKDAY_POSTING}", f"{_WORKDAY_CALL}/job/{{id}}"),
            Call(f"{_WORKDAY_SITE}(?:/jobs)?", f"{_WORKDAY_CALL}/jobs#searchText={{q}}", "q"),
            Call(f"{_WORKDAY_SITE}(?:/jobs)?", f"{_WORKDAY_CALL}/jobs"),
        ),
        posts={
            r"[\w.-]+\.myworkday(?:jobs|site)\.com/wday/cxs/[\w-]+/[\w.-]+/jobs": {
                "appliedFacets": {},
                "limit": 20,
                "offset": 0,
                "searchText": "",
            },
        },
    ),
    Site(
        name="Personio",
        hosts=(".jobs.personio.de", ".jobs.personio.com"),
        reader=personio,
        calls=(
            Call(_PERSONIO_POSTING, f"{_PERSONIO_CALL}?language={{language}}#posting={{id}}", "language"),
            Call(_PERSONIO_POSTING, f"{_PERSONIO_CALL}#posting={{id}}"),
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
            Call(
                rf"{_SUB}\.bamboohr\.com/(?:careers|hiring/jobs)/{_NUMBER}",
                "https://{org}.bamboohr.com/careers/{id}/detail",
            ),
            Call(rf"{_SUB}\.bamboohr\.com/jobs/view\.php", "https://{org}.bamboohr.com/careers/{id}/detail", "id"),
            Call(
                rf"{_SUB}\.bamboohr\.com/(?:careers|jobs|jobs/embed2?\.php|js/embed\.js)",
                "https://{org}.bamboohr.com/careers/list",
            ),
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
                rf"{_ORACLE}/(?:(?:jobs|requisitions)/)?(?:job|preview)/(?P<id>[\w-]{{1,40}})(?:/apply(?:/.*)?)?",
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
            Call(
                rf"{_ICIMS}(?:/jobs(?:/search|/intro)?)?",
                "https://{host}/jobs/search?ss=1&in_iframe=1",
                keep=r"pr|search\w{1,30}",
            ),
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
    """The JSON that a call has to send, as a POST; None for a call that is a plain GET.

    What the address's fragment names ("#offset=20": a further page) takes the place of what stands in the JSON.
    """
    try:
        parts = urlsplit(url)
        place = f"{(parts.hostname or '').lower()}{parts.path}"
        said = dict(parse_qsl(parts.fragment))
    except ValueError:
        return None
    posts = (post for site in SITES for post in site.posts.items())
    body = next((body for call, body in posts if re.fullmatch(call, place)), None)
    if body is None:
        return None
    numbers = {name: int(it) for name, it in said.items() if isinstance(body.get(name), int) and it.isdecimal()}
    texts = {name: it for name, it in said.items() if isinstance(body.get(name), str)}
    return json.dumps({**body, **numbers, **texts}, separators=(",", ":")).encode()
