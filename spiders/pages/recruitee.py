"""Recruitee's careers site API: a board (`{"offers": [...]}`) or one posting (`{"offer": {...}}`).

Source of the shape: docs.recruitee.com/reference/offers. `close_at` is when the posting is taken down by itself.
"""

from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    claim,
    day,
    deadline,
    flag,
    gone,
    html,
    kind,
    link,
    listed,
    missing,
    named_place,
    pay,
    posting,
    shown,
    text,
)
from spiders.posting import Page, Pay, Reading, Role, Status, Workplace

_NAME = "Recruitee"
#: An employer may tick several: hybrid is the whole of it.
_WORKPLACES = (("hybrid", Workplace.HYBRID), ("remote", Workplace.REMOTE), ("on_site", Workplace.ONSITE))
_CLOSED = frozenset({"closed", "archived"})


def is_answer(answer: Any) -> bool:
    """Whether an answer is Recruitee's."""
    root = Part(answer)
    offers = root.at("offers").value
    if isinstance(offers, list):
        return bool(offers) and all(map(_is_posting, offers[:5]))
    return _is_posting(root.at("offer").value)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Recruitee's API."""
    root = Part(answer)
    if isinstance(root.at("offers").value, list):
        items = (it for it in root.at("offers").items() if _is_posting(it.value))
        return listed(_NAME, (Role(title=it.at("title").text, url=link(it.at("careers_url").value)) for it in items))
    item = root.at("offer")
    if not _is_posting(item.value):
        said = missing(root)
        return gone(_NAME, said) if said else None
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(claims, "locations", _places(item), item.at("locations" if item.at("locations").value else "location"))
    for key, value in _WORKPLACES:
        flag(claims, "workplace", value, item.at(key))
    if item.at("status").text in _CLOSED:
        add(claims, "status", Status.CLOSED, item.at("status"))
    body = "".join(f"<div>{html(item.at(key).value)}</div>" for key in ("description", "requirements"))
    return shown(_NAME, posting(body, claims, page))


def _is_posting(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("title"), str) and "careers_url" in value


def _places(item: Part) -> tuple[str, ...]:
    parts = (("city", "state", "country"), ("city", "state_name", "country"))
    named = [named_place(*(it.at(key).value for key in parts[0])) for it in item.at("locations").items()]
    alone = item.at("location").text or named_place(*(item.at(key).value for key in parts[1]))
    return tuple(dict.fromkeys(filter(None, named))) or ((alone,) if alone else ())


def _pay(salary: Any) -> Pay | None:
    said = Part(salary)
    return pay(*(said.at(key).value for key in ("min", "max", "currency", "period")))


_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("organization", "company_name", text),
    ("employment_type", "employment_type_code", kind),
    ("pay", "salary", _pay),
    ("deadline", "close_at", deadline),
    ("posted_on", "published_at", day),
    ("apply_url", "careers_apply_url", link),
)
