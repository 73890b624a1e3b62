"""Lever's public postings API: one posting (an object) or a board (an array of them).

Source of the shape: github.com/lever/postings-api. Times are milliseconds since 1970.
"""

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
    pay,
    posting,
    section,
    shown,
    text,
    where,
)
from spiders.pages.next_page import number_in, with_query
from spiders.posting import Page, Pay, Reading, Role

_NAME = "Lever"


def is_answer(answer: Any) -> bool:
    """Whether an answer is Lever's."""
    if isinstance(answer, list):
        return bool(answer) and all(_is_posting(it) for it in answer[:5])
    return _is_posting(answer) or (isinstance(answer, dict) and answer.get("ok") is False)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Lever's API."""
    if isinstance(answer, list):
        mine = filter(_is_posting, answer)
        roles = [Role(title=text(it["text"]), url=link(it.get("hostedUrl"))) for it in mine]
        size = number_in(page.url, "limit")
        start, more = number_in(page.url, "skip"), 0 < size <= len(roles)
        return listed(_NAME, roles, more=more, start=start, onward=lambda seen: with_query(page.url, skip=seen))
    item = Part(answer)
    if not _is_posting(answer):
        said = item.at("error").text
        return gone(_NAME, said) if "not found" in said.lower() else None
    claims = Claims()
    claim(item, _FIELDS, claims)
    return shown(_NAME, posting(_html(item), claims, page))


def _is_posting(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("text"), str)
        and ("categories" in value or "hostedUrl" in value)
    )


def _html(item: Part) -> str:
    """The posting's text in Lever's own order: description, lists, closing."""
    lists = [it for it in item.at("lists").items() if isinstance(it.value, dict)]
    parts = [
        first_html(item, "opening"),
        first_html(item, "description", "descriptionBody", "descriptionPlain"),
        *(section(it.at("text").value, f"<ul>{html(it.at('content').value)}</ul>") for it in lists),
        first_html(item, "salaryDescription", "salaryDescriptionPlain"),
        first_html(item, "additional", "additionalPlain"),
    ]
    return "".join(f"<div>{part}</div>" for part in parts)


def _places(categories: Any) -> tuple[str, ...]:
    item = Part(categories)
    every = [it.text for it in item.at("allLocations").items()] or [item.at("location").text]
    return tuple(dict.fromkeys(filter(None, every)))


def _pay(value: Any) -> Pay | None:
    said = Part(value)
    return pay(said.at("min").value, said.at("max").value, said.at("currency").value, said.at("interval").value)


_FIELDS: tuple[Field, ...] = (
    ("title", "text", text),
    ("locations", "categories", _places),
    ("employment_type", "categories.commitment", kind),
    ("workplace", "workplaceType", where),
    ("pay", "salaryRange", _pay),
    ("posted_on", "createdAt", day),
    ("apply_url", "applyUrl", link),
)
