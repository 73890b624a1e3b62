"""SmartRecruiters' Posting API: one posting, or a board (`{"content": [...], "totalFound": 1}`, 100 at a time).

Source of the shape: developers.smartrecruiters.com/docs/posting-api. Only the posting has texts, pay and addresses.
"""

from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    claim,
    day,
    flag,
    gone,
    html,
    kind,
    language,
    link,
    listed,
    missing,
    named_place,
    pay,
    posting,
    section,
    shown,
    text,
)
from spiders.pages.next_page import number_in, with_query
from spiders.posting import Page, Pay, Reading, Role, Status, Workplace

_NAME = "SmartRecruiters"
#: In the order in which the page shows them; unknown ones come after.
_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def is_answer(answer: Any) -> bool:
    """Whether an answer is SmartRecruiters'."""
    root = Part(answer)
    content = root.at("content").value
    if isinstance(content, list):
        return root.has("totalFound") and all(map(_is_posting, content[:5]))
    return _is_posting(answer)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of SmartRecruiters' API."""
    root = Part(answer)
    if isinstance(root.at("content").value, list):
        roles = (Role(title=it.at("name").text, url=_url(it)) for it in root.at("content").items())
        start, total = number_in(page.url, "offset"), root.at("totalFound").value
        return listed(_NAME, roles, total, start=start, onward=lambda seen: with_query(page.url, offset=seen))
    if not _is_posting(answer):
        said = missing(root)
        return gone(_NAME, said) if said else None
    claims = Claims()
    claim(root, _FIELDS, claims)
    flag(claims, "workplace", Workplace.HYBRID, root.at("location.hybrid"))
    flag(claims, "workplace", Workplace.REMOTE, root.at("location.remote"))
    if root.at("active").value is False:
        add(claims, "status", Status.CLOSED, root.at("active"))
    return shown(_NAME, posting(_html(root.at("jobAd.sections")), claims, page))


def _is_posting(value: Any) -> bool:
    item = Part(value)
    return bool(item.at("name").text) and item.has("id", "company") and (item.has("releasedDate") or item.has("jobAd"))


def _url(item: Part) -> str | None:
    """The public address; the list gives no more than what it is made of."""
    company, number = item.at("company.identifier").text, item.at("id").text
    return link(f"https://jobs.smartrecruiters.com/{company}/{number}") if company and number else None


def _html(sections: Part) -> str:
    ordered = (sections.at(name) for name in _SECTIONS)
    return "".join(section(it.at("title").value, html(it.at("text").value)) for it in ordered)


def _places(location: Any) -> tuple[str, ...]:
    said = Part(location)
    whole = said.at("fullLocation").text
    composed = named_place(*(said.at(key).value for key in ("city", "region", "country")))
    return tuple(filter(None, (whole or composed,)))


def _pay(compensation: Any) -> Pay | None:
    said = Part(compensation)
    return pay(*(said.at(key).value for key in ("min", "max", "currency", "period")))


_FIELDS: tuple[Field, ...] = (
    ("title", "name", text),
    ("organization", "company.name", text),
    ("locations", "location", _places),
    ("employment_type", "typeOfEmployment.label", kind),
    ("pay", "compensation", _pay),
    ("posted_on", "releasedDate", day),
    ("requisition_id", "refNumber", text),
    ("apply_url", "applyUrl", link),
    ("language", "language.code", language),
)
