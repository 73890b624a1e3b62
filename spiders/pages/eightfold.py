"""Eightfold's public job API: a board (`{"positions": [...]}`) or one position, in both of its generations.

Source of the shape: `/api/apply/v2/jobs` and `/api/pcsx/` of public boards; the newer one wraps all in `data` and names
keys in camel case. Times are seconds since 1970. An address of one position that gives no id is one of a position
that is gone.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    claim,
    first_html,
    gone,
    kind,
    link,
    listed,
    missing,
    posting,
    shown,
    text,
    where,
)
from spiders.pages.next_page import number_in, with_query
from spiders.pages.shape_values import moment, places
from spiders.posting import Page, Reading, Role

_NAME = "Eightfold"
_OWN = frozenset({"canonicalPositionUrl", "positionUrl", "t_create", "postedTs", "ats_job_id", "atsJobId"})


def is_answer(answer: Any) -> bool:
    """Whether an answer is Eightfold's."""
    root = _root(answer)
    positions = root.at("positions").value
    if isinstance(positions, list):
        return bool(positions) and all(_is_position(Part(it)) for it in positions[:5])
    return _is_position(root)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Eightfold's API."""
    root = _root(answer)
    if isinstance(root.at("positions").value, list):
        items = (it for it in root.at("positions").items() if it.at("name").text)
        roles = (Role(title=it.at("name").text, url=_url(it, page)) for it in items)
        start, total = number_in(page.url, "start"), root.at("count").value
        return listed(_NAME, roles, total, start=start, onward=lambda seen: with_query(page.url, start=seen))
    if not root.at("name").text:
        said = missing(Part(answer))
        return gone(_NAME, said or "there is no position with this id") if said or _is_empty(root) else None
    claims = Claims()
    claim(root, _FIELDS, claims)
    add(claims, "apply_url", _url(root, page), next(_addresses(root), root))
    return shown(_NAME, posting(first_html(root, "job_description", "jobDescription"), claims, page))


def _root(answer: Any) -> Part:
    """The answer itself, without the envelope of the newer API and of some boards."""
    root = Part(answer)
    inner = (root.at(key) for key in ("data", "job", "position"))
    return next((it for it in inner if isinstance(it.value, dict)), root)


def _is_position(item: Part) -> bool:
    return isinstance(item.value, dict) and bool(item.at("name").text) and not _OWN.isdisjoint(item.value)


def _is_empty(root: Part) -> bool:
    """Whether this is a position's object with nothing in it."""
    return root.has("id") and root.at("id").value is None


def _addresses(item: Part) -> Iterator[Part]:
    keys = ("canonicalPositionUrl", "publicUrl", "positionUrl")
    return (it for key in keys if (it := item.at(key)).text)


def _url(item: Part, page: Page) -> str | None:
    """Its own address, else the one that its id has on this host."""
    if found := next((link(it.value, page.url) for it in _addresses(item)), None):
        return found
    host, number = urlsplit(page.url).hostname, item.at("id").text
    return link(f"https://{host}/careers/job/{number}") if host and number else None


def _day(value: Any) -> Any:
    found = moment(value)
    return found.day if found else None


_FIELDS: tuple[Field, ...] = (
    ("title", "name", text),
    ("locations", "locations", places),
    ("locations", "location", places),
    ("workplace", "work_location_option", where),
    ("workplace", "workLocationOption", where),
    ("employment_type", "type", kind),
    ("posted_on", "t_create", _day),
    ("posted_on", "postedTs", _day),
    ("requisition_id", "display_job_id", text),
    ("requisition_id", "displayJobId", text),
    ("requisition_id", "ats_job_id", text),
    ("requisition_id", "atsJobId", text),
)
