"""Pinpoint's board, `postings.json`: every posting with its text (`{"data": [...]}`).

Source of the shape: developers.pinpointhq.com, and public boards. There is no call for one posting: the list is asked,
and the posting picked by its id. Amounts count unless `compensation_visible` hides them.
"""

from collections.abc import Sequence
from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    chosen,
    claim,
    deadline,
    gone,
    html,
    kind,
    link,
    listed,
    missing,
    one_of,
    pay,
    posting,
    section,
    shown,
    text,
    where,
)
from spiders.pages.shape_values import places
from spiders.posting import Page, Reading, Role

_NAME = "Pinpoint"
_OWN = ("workplace_type", "key_responsibilities", "compensation_visible")
_SECTIONS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")
_PAY = ("compensation_minimum", "compensation_maximum", "compensation_currency", "compensation_frequency")


def is_answer(answer: Any) -> bool:
    """Whether an answer is Pinpoint's."""
    items = list(Part(answer).at("data").items())
    return bool(items) and all(map(_is_posting, items[:5]))


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of Pinpoint's board, or of the posting in it that was asked for."""
    data = Part(answer).at("data")
    if not isinstance(data.value, list | dict):
        said = missing(Part(answer))
        return gone(_NAME, said) if said else None
    items = [it for it in data.items() if it.at("title").text]
    if isinstance(data.value, list) and not chosen(page):
        return listed(_NAME, (Role(title=it.at("title").text, url=_url(it, page)) for it in items))
    item = one_of(_NAME, items, page, _names) if chosen(page) else next(iter(items), None)
    return item if item is None or isinstance(item, Reading) else _shown(item, page)


def _shown(item: Part, page: Page) -> Reading:
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(claims, "apply_url", _url(item, page), item.at("url"))
    if item.at("compensation_visible").value is not False:
        add(claims, "pay", pay(*(item.at(key).value for key in _PAY)), item.at(_PAY[0]))
    bodies = (section(item.at(f"{key}_header").value or _words(key), item.at(key).value) for key in _SECTIONS)
    return shown(_NAME, posting("".join([html(item.at("description").value), *bodies]), claims, page))


def _is_posting(item: Part) -> bool:
    return isinstance(item.value, dict) and bool(item.at("title").text) and any(key in item.value for key in _OWN)


def _names(item: Part) -> Sequence[str]:
    """Its id, also where only its address names that."""
    return (item.at("id").text, *(item.at(key).text.rstrip("/").rpartition("/")[2] for key in ("url", "path")))


def _url(item: Part, page: Page) -> str | None:
    return link(item.at("url").value) or link(item.at("path").value, page.url)


def _words(key: str) -> str:
    return key.replace("_", " ").capitalize()


_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("locations", "location", places),
    ("workplace", "workplace_type", where),
    ("workplace", "workplace_type_text", where),
    ("employment_type", "employment_type", kind),
    ("employment_type", "employment_type_text", kind),
    ("deadline", "deadline_at", deadline),
    ("requisition_id", "job.requisition_id", text),
    ("requisition_id", "requisition_id", text),
)
