"""Workable's public answers: one posting, and two kinds of board (the widget's with texts, the careers page's).

Source of the shape: the calls of apply.workable.com's own pages. The widget names a posting once for each place.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

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
    posting,
    shown,
    text,
    where,
)
from spiders.pages.next_page import number_in, with_fragment
from spiders.posting import EmploymentType, Page, Reading, Role, Status, Workplace

_NAME = "Workable"
_TYPES = {"full": EmploymentType.FULL_TIME, "part": EmploymentType.PART_TIME}
_PARTS = (("description", "Description"), ("requirements", "Requirements"), ("benefits", "Benefits"))


def is_answer(answer: Any) -> bool:
    """Whether an answer is Workable's."""
    items = _listed(Part(answer))
    if items is not None:
        return bool(items) and all(_is_posting(it.value) for it in items[:5])
    return _is_posting(answer)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Workable's API."""
    root = Part(answer)
    items = _listed(root)
    if items is not None:
        roles = (Role(title=it.at("title").text, url=_url(it, page)) for it in items if _is_posting(it.value))
        return _board(root, list(roles), page)
    if not _is_posting(answer):
        said = missing(root)
        return gone(_NAME, said) if said else None
    claims = Claims()
    claim(root, _FIELDS, claims)
    add(claims, "locations", _places(root), root.at("locations" if root.at("locations").value else "location"))
    flag(claims, "workplace", Workplace.REMOTE, root.at("remote"))
    add(claims, "apply_url", _apply(root, page), root.at("shortcode"))
    state = root.at("state")
    if state.text in {"closed", "archived"}:
        add(claims, "status", Status.CLOSED, state)
    return shown(_NAME, posting(_html(root), claims, page))


def _board(root: Part, roles: Sequence[Role], page: Page) -> Reading:
    """A board; the careers page's own call gives ten at a time, and a token for the next ones."""
    token = root.at("nextPage").text or root.at("token").text
    start = number_in(page.url, "start")
    total = root.at("total").value
    return listed(
        _NAME,
        roles,
        total,
        start=start,
        onward=lambda seen: with_fragment(page.url, token=token, start=seen) if token else None,
    )


def _listed(root: Part) -> list[Part] | None:
    """The entries of a board; None for what is no board."""
    found = next((it for it in (root.at("jobs"), root.at("results")) if isinstance(it.value, list)), None)
    return None if found is None else list(found.items())


def _is_posting(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("title"), str) and isinstance(value.get("shortcode"), str)


def _url(item: Part, page: Page) -> str | None:
    """The public address: said, or made of the account in the call's address."""
    if said := link(item.at("url").value):
        return said
    steps = urlsplit(page.url).path.split("/")
    account = steps[steps.index("accounts") + 1] if "accounts" in steps[:-1] else None
    return link(f"https://apply.workable.com/{account}/j/{item.at('shortcode').text}/") if account else None


def _apply(item: Part, page: Page) -> str | None:
    url = _url(item, page)
    return f"{url.rstrip('/')}/apply/" if url else None


def _places(item: Part) -> tuple[str, ...]:
    """Every place that the employer does not hide."""
    places = [it for it in item.at("locations").items() if it.at("hidden").value is not True] or [item.at("location")]
    named = (named_place(*(it.at(key).value for key in ("city", "region", "country"))) for it in places)
    return tuple(dict.fromkeys(filter(None, named)))


def _kind(value: Any) -> EmploymentType | None:
    found: EmploymentType | None = _TYPES.get(text(value).lower()) or kind(value)
    return found


def _html(item: Part) -> str:
    """The texts, the second and third under the headings that the page gives them."""
    texts = [(name, html(item.at(key).value)) for key, name in _PARTS]
    first = f"<div>{texts[0][1]}</div>"
    return first + "".join(f"<div><h3>{name}</h3>{said}</div>" for name, said in texts[1:] if said.strip())


_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("workplace", "workplace", where),
    ("employment_type", "type", _kind),
    ("posted_on", "published", day),
    ("requisition_id", "code", text),
    ("language", "language", language),
)
