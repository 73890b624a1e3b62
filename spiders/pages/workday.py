"""Workday's candidate pages (CXS): a page of a board (`{"jobPostings": [...]}`) or one posting ("jobPostingInfo").

Source of the shape: the calls of myworkdayjobs.com's own pages. A posting that was taken down answers with status 403
and errorCode S22 ("permission denied"), one that never was with 404 and S21: neither is a refusal of us.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

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
    link,
    listed,
    posting,
    shown,
    text,
    where,
)
from spiders.pages.next_page import number_in, with_fragment
from spiders.posting import Page, Posting, Reading, Role, Status

_NAME = "Workday"
#: The most that a call gives.
_PAGE_SIZE = 20
_CALL = re.compile(r"/wday/cxs/(?P<tenant>[^/]+)/(?P<site>[^/]+)/")
_GONE = frozenset({("S22", "403"), ("S21", "404"), ("S22", ""), ("S21", "")})
#: An employer's name may begin with the number that it has in the books: "2100 Northwind USA".
_NUMBER = re.compile(r"^\d{1,6}\s?[-:]?\s(?=\D)")
_AGE = re.compile(
    r"\b(?P<days>\d{1,3})(?P<more>\+?) days? ago\b|\b(?P<today>today)\b|\b(?P<yesterday>yesterday)\b", re.IGNORECASE
)
#: What the age and the date may differ by: time zones, and the hour of the fetch.
_SLACK = 2


def is_answer(answer: Any) -> bool:
    """Whether an answer is Workday's."""
    root = Part(answer)
    lists = isinstance(root.at("jobPostings").value, list)
    return lists or root.at("jobPostingInfo").has("title") or root.has("errorCode", "errorCaseId", "httpStatus")


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Workday's."""
    root = Part(answer)
    if isinstance(root.at("jobPostings").value, list):
        roles = (Role(title=it.at("title").text, url=_url(it, page)) for it in root.at("jobPostings").items())
        return _listed(root, list(roles), page)
    item = root.at("jobPostingInfo")
    if not item.at("title").text:
        code = root.at("errorCode").text
        return gone(_NAME, f"{code} {root.at('message').text}") if (code, root.at("httpStatus").text) in _GONE else None
    return shown(_NAME, _posting(root, item, page))


def _listed(root: Part, roles: Sequence[Role], page: Page) -> Reading:
    """A page of a board; only the first may say how many there are in all, a full later one goes on."""
    start = number_in(page.url, "offset")
    total = root.at("total").value or None
    more = total is None and len(roles) >= _PAGE_SIZE
    return listed(_NAME, roles, total, more=more, start=start, onward=lambda seen: with_fragment(page.url, offset=seen))


def _posting(root: Part, item: Part, page: Page) -> Posting:
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(
        claims,
        "organization",
        _NUMBER.sub("", root.at("hiringOrganization.name").text),
        root.at("hiringOrganization.name"),
    )
    add(claims, "locations", _places(item), item.at("location"))
    if (posted := day(item.at("startDate").value)) and _agrees(posted, item.at("postedOn").text, page):
        add(claims, "posted_on", posted, item.at("startDate"))
    if item.at("posted").value is False:
        add(claims, "status", Status.CLOSED, item.at("posted"))
    elif item.at("canApply").value is False:
        add(claims, "status", Status.UNKNOWN, item.at("canApply"))
    return posting(html(item.at("jobDescription").value), claims, page)


def _url(item: Part, page: Page) -> str | None:
    """The public address of an entry, made of the call's."""
    host, call = urlsplit(page.url).hostname or "", _CALL.match(urlsplit(page.url).path)
    path = item.at("externalPath").text
    if not call or not path.startswith("/"):
        return None
    site = f"recruiting/{call['tenant']}/{call['site']}" if host.endswith(".myworkdaysite.com") else call["site"]
    return link(f"https://{host}/{site}{path}")


def _places(item: Part) -> tuple[str, ...]:
    every = [item.at("location").text, *(it.text for it in item.at("additionalLocations").items())]
    return tuple(dict.fromkeys(filter(None, every)))


def _agrees(posted: date, age: str, page: Page) -> bool:
    """Whether a date is that of the posting: employers may set another; its age says which."""
    said = _AGE.search(age)
    if said is None:
        return not age
    days = int(said["days"] or (1 if said["yesterday"] else 0))
    latest = page.fetched_at.date() - timedelta(days=days - _SLACK)
    earliest = page.fetched_at.date() - timedelta(days=days + _SLACK)
    return posted <= latest and (bool(said["more"]) or posted >= earliest)


_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("workplace", "remoteType", where),
    ("employment_type", "timeType", kind),
    ("deadline", "endDate", deadline),
    ("requisition_id", "jobReqId", text),
    ("apply_url", "externalUrl", link),
)
