"""Rippling's job board API: a board (an array, or `{"items": [...]}` a page at a time) or one posting.

Source of the shape: the calls of ats.rippling.com's own pages. A board names a posting once for each place.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    claim,
    day,
    first_html,
    gone,
    html,
    kind,
    link,
    listed,
    missing,
    pay,
    posting,
    shown,
    spanning,
    text,
    where,
)
from spiders.pages.next_page import number_in, with_query
from spiders.pages.pay_parts import claim_places
from spiders.posting import Page, Pay, Reading, Role

_NAME = "Rippling"


def is_answer(answer: Any) -> bool:
    """Whether an answer is Rippling's."""
    items = _listed(Part(answer))
    if items is not None:
        return bool(items) and all(map(_is_entry, items[:5]))
    return _is_posting(Part(answer))


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Rippling's API."""
    root = Part(answer)
    items = _listed(root)
    if items is not None:
        roles = (Role(title=it.at("name").text, url=link(it.at("url").value)) for it in items if _is_entry(it))
        return _board(root, list(roles), page)
    if not _is_posting(root):
        said = missing(root)
        return gone(_NAME, said) if said else None
    claims = Claims()
    claim(root, _FIELDS, claims)
    ranges = root.at("payRangeDetails")
    claim_places(claims, _by_place(ranges), ranges)
    texts = root.at("description")
    parts = [html(texts.at(key).value) for key in ("company", "role")]
    body = "".join(f"<div>{it}</div>" for it in parts) if any(parts) else first_html(root, "description")
    return shown(_NAME, posting(body, claims, page))


def _board(root: Part, roles: Sequence[Role], page: Page) -> Reading:
    """A board; the newer call gives pages, counted from 0."""
    number, size = number_in(page.url, "page"), root.at("pageSize").value
    start = number * size if isinstance(size, int) else 0
    total = root.at("totalItems").value
    return listed(_NAME, roles, total, start=start, onward=lambda _: with_query(page.url, page=number + 1))


def _listed(root: Part) -> list[Part] | None:
    """The entries of a board; None for what is no board."""
    found = next((it for it in (root, root.at("items")) if isinstance(it.value, list)), None)
    return None if found is None else list(found.items())


def _is_entry(item: Part) -> bool:
    return bool(item.at("name").text) and item.has("url") and (item.has("workLocation") or item.has("locations"))


def _is_posting(item: Part) -> bool:
    return bool(item.at("name").text) and item.has("uuid", "description")


def _places(value: Any) -> tuple[str, ...]:
    said = (it.text or it.at("label").text or it.at("name").text for it in Part(value).items())
    return tuple(dict.fromkeys(filter(None, said)))


def _workplace(value: Any) -> Any:
    """What all places agree on."""
    found = {where(it) for it in _places(value)}
    return found.pop() if len(found) == 1 else None


def _kind(value: Any) -> Any:
    """The words stand under "id", the code under "label"."""
    said = Part(value)
    return kind(said.at("id").text.replace(",", " ")) or kind(_code(said.at("label").text))


def _code(label: str) -> str:
    return label.replace("_FT", " full-time").replace("_PT", " part-time")


def _pay(value: Any) -> Pay | None:
    return spanning([found for _, found in _by_place(Part(value))])


def _by_place(ranges: Part) -> Iterator[tuple[str, Pay]]:
    """The place that each range is for, empty where it names none, and the range."""
    for it in ranges.items():
        low, high, currency, interval, place = (
            it.at(key).value for key in ("rangeStart", "rangeEnd", "currency", "frequency", "location")
        )
        if found := pay(low, high, currency, interval):
            named = f"{text(place)}: {found.text}" if text(place) else found.text
            yield text(place) or "", pay(low, high, currency, interval, named) or found


_FIELDS: tuple[Field, ...] = (
    ("title", "name", text),
    ("organization", "companyName", text),
    ("locations", "workLocations", _places),
    ("workplace", "workLocations", _workplace),
    ("employment_type", "employmentType", _kind),
    ("pay", "payRangeDetails", _pay),
    ("posted_on", "createdOn", day),
    ("apply_url", "url", link),
)
