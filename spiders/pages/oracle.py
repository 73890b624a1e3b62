"""Oracle's recruiting cloud (Candidate Experience): a board's requisitions, or one requisition with its texts.

Source of the shape: docs.oracle.com, REST API for HCM (recruitingCEJobRequisitions, …Details), and public sites. The
call for one gives a list of none where the requisition is not posted any more. What the site shows as "Apply before"
is `ExternalPostedEndDate`; employers' own fields, pay among them, stand in `requisitionFlexFields`.
"""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    claim,
    day,
    deadline,
    gone,
    html,
    kind,
    language,
    link,
    listed,
    missing,
    posting,
    section,
    shown,
    text,
    where,
)
from spiders.pages.shape_values import places
from spiders.posting import Page, Reading, Role
from spiders.reading.labels import field_of
from spiders.reading.pay import find_pay

_NAME = "Oracle Recruiting"
_OWN = frozenset({"PrimaryLocation", "ExternalDescriptionStr", "ShortDescriptionStr", "ExternalPostedStartDate"})
_ONE = "recruitingCEJobRequisitionDetails"
_SITE = re.compile(r"siteNumber=([\w-]{1,100})")
_OFFSET = re.compile(r"(?P<name>\boffset=)(?P<number>\d{1,9})")
_FINDER = re.compile(r"\bfinder=[^&#]{1,1000}")
_TEXTS = (
    ("", "ExternalDescriptionStr"),
    ("Responsibilities", "ExternalResponsibilitiesStr"),
    ("Qualifications", "ExternalQualificationsStr"),
    ("About us", "CorporateDescriptionStr"),
    ("About the team", "OrganizationDescriptionStr"),
)
_PLACES = ("secondaryLocations", "otherWorkLocations")


def is_answer(answer: Any) -> bool:
    """Whether an answer is Oracle's."""
    root = Part(answer)
    if _is_requisition(root):
        return True
    items = list(root.at("items").items())[:5]
    return bool(items) and all(it.has("requisitionList") or _is_requisition(it) for it in items)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Oracle's API."""
    root = Part(answer)
    if _is_requisition(root):
        return _shown(root, page)
    items = list(root.at("items").items())
    if not isinstance(root.at("items").value, list):
        said = missing(root)
        return gone(_NAME, said) if said else None
    if _ONE in page.url and not items:
        return gone(_NAME, "there is no requisition with this id")
    if items and _is_requisition(items[0]):
        return _shown(items[0], page)
    if items and not items[0].has("requisitionList"):
        return None
    found = [one for it in items for one in it.at("requisitionList").items() if one.at("Title").text]
    total = items[0].at("TotalJobsCount").value if items else None
    roles = (Role(title=it.at("Title").text, url=_url(it, page)) for it in found)
    offset = _OFFSET.search(page.url)
    start = int(offset["number"]) if offset else 0
    return listed(_NAME, roles, total, start=start, onward=lambda seen: _from(page.url, seen))


def _from(url: str, start: int) -> str | None:
    """The call for the requisitions after so many; it is said within the parameter that finds them."""
    if _OFFSET.search(url):
        return _OFFSET.sub(rf"\g<name>{start}", url, count=1)
    return _FINDER.sub(rf"\g<0>,offset={start}", url, count=1) if _FINDER.search(url) else None


def _shown(item: Part, page: Page) -> Reading:
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(claims, "locations", _places(item), item.at("PrimaryLocation"))
    add(claims, "apply_url", _url(item, page), item.at("Id"))
    for own in item.at("requisitionFlexFields").items():
        _claim_own(own, claims)
    body = "".join(section(heading, html(item.at(key).value)) for heading, key in _TEXTS)
    return shown(_NAME, posting(body or html(item.at("ShortDescriptionStr").value), claims, page))


def _is_requisition(item: Part) -> bool:
    return isinstance(item.value, dict) and bool(item.at("Title").text) and not _OWN.isdisjoint(item.value)


def _places(item: Part) -> tuple[str, ...]:
    beside = (one.at("Name") if one.has("Name") else one for key in _PLACES for one in item.at(key).items())
    every = (*places(item.at("PrimaryLocation").value), *(name for it in beside for name in places(it.value)))
    return tuple(dict.fromkeys(every))


def _url(item: Part, page: Page) -> str | None:
    """The page of a requisition: the API's address names host and site."""
    site, number = _SITE.search(unquote(page.url)), item.at("Id").text
    if site is None or not number:
        return None
    host = urlsplit(page.url).hostname
    return link(f"https://{host}/hcmUI/CandidateExperience/en/sites/{site[1]}/job/{number}")


def _claim_own(own: Part, claims: Claims) -> None:
    """One of the employer's own fields, as far as its name says what it is."""
    name, said = field_of(own.at("Prompt").text), own.at("Value")
    if name == "pay" and (found := find_pay(f"Salary: {said.text[:300]}")):
        add(claims, "pay", found.value, said)
    elif name == "employment_type":
        add(claims, name, kind(said.value), said)
    elif name == "workplace":
        add(claims, name, where(said.value), said)


_FIELDS: tuple[Field, ...] = (
    ("title", "Title", text),
    ("organization", "LegalEmployer", text),
    ("workplace", "WorkplaceType", where),
    ("workplace", "WorkplaceTypeCode", where),
    ("employment_type", "JobSchedule", kind),
    ("employment_type", "WorkerType", kind),
    ("employment_type", "ContractType", kind),
    ("posted_on", "ExternalPostedStartDate", day),
    ("posted_on", "PostedDate", day),
    ("deadline", "ExternalPostedEndDate", deadline),
    ("requisition_id", "Id", text),
    ("language", "Language", language),
)
