"""Breezy's public feed: a whole board, an array of postings, each with its address.

Source of the shape: developer.breezy.hr and the `/json` of a careers page. Texts stand in the feed only where it is
asked for with `verbose=true`; pay is in the employer's own words.
"""

from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    chosen,
    claim,
    day,
    flag,
    gone,
    html,
    kind,
    link,
    listed,
    missing,
    named_place,
    one_of,
    posting,
    shown,
    text,
    where,
    worded_pay,
)
from spiders.posting import Page, Reading, Role, Workplace

_NAME = "Breezy"


def is_answer(answer: Any) -> bool:
    """Whether an answer is Breezy's."""
    return isinstance(answer, list) and bool(answer) and all(map(_is_posting, answer[:5]))


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of Breezy's feed."""
    root = Part(answer)
    if not isinstance(answer, list):
        said = missing(root)
        return gone(_NAME, said) if said else None
    items = [it for it in root.items() if _is_posting(it.value)]
    if not chosen(page):
        return listed(_NAME, (Role(title=it.at("name").text, url=link(it.at("url").value)) for it in items))
    item = one_of(_NAME, items, page, lambda it: (it.at("friendly_id").text, it.at("id").text))
    if isinstance(item, Reading):
        return item
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(claims, "locations", _places(item), item.at("locations" if item.at("locations").value else "location"))
    flag(claims, "workplace", Workplace.REMOTE, item.at("location.is_remote"))
    worded_pay(claims, item.at("salary"))
    return shown(_NAME, posting(html(item.at("description").value), claims, page))


def _is_posting(value: Any) -> bool:
    item = Part(value)
    return bool(item.at("name").text) and item.has("friendly_id", "url")


def _places(item: Part) -> tuple[str, ...]:
    every = list(item.at("locations").items()) or [item.at("location")]
    named = (_composed(it) or it.at("name").text for it in every)
    return tuple(dict.fromkeys(filter(None, named)))


def _composed(location: Part) -> str:
    """With the country, which the name that the page shows leaves out ("Victoria, BC")."""
    return named_place(*(location.at(key).value for key in ("city", "state.name", "country.name")))


_FIELDS: tuple[Field, ...] = (
    ("title", "name", text),
    ("organization", "company.name", text),
    ("workplace", "location.remote_details.label", where),
    ("employment_type", "type.name", kind),
    ("posted_on", "published_date", day),
    ("apply_url", "url", link),
)
