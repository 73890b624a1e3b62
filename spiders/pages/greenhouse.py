"""Greenhouse's job board API: one posting, or a board (`{"jobs": [...]}`).

Source of the shape: developers.greenhouse.io/job-board.html. `content` is HTML, escaped once more; amounts are cents.
"""

from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    claim,
    day,
    deadline,
    gone,
    html,
    kind,
    language,
    link,
    listed,
    places,
    posting,
    shown,
    spanning,
    text,
    where,
)
from spiders.pages.pay_parts import claim_places
from spiders.posting import Page, Pay, Reading, Role
from spiders.reading.document import fold
from spiders.reading.labels import field_of
from spiders.reading.pay import find_pay

_NAME = "Greenhouse"
_NOT_FOUND = 404


def is_answer(answer: Any) -> bool:
    """Whether an answer is Greenhouse's."""
    if not isinstance(answer, dict):
        return False
    jobs = answer.get("jobs")
    if isinstance(jobs, list):
        return not jobs or all(_is_posting(it) for it in jobs[:5])
    return _is_posting(answer) or (answer.get("status") == _NOT_FOUND and "error" in answer)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Greenhouse's API."""
    item = Part(answer)
    if isinstance(item.at("jobs").value, list):
        mine = (it for it in item.at("jobs").value if _is_posting(it))
        roles = (Role(title=text(it["title"]), url=link(it["absolute_url"])) for it in mine)
        return listed(_NAME, roles, item.at("meta.total").value)
    if not _is_posting(answer):
        said = item.at("error").text
        missing = said and (item.at("status").value == _NOT_FOUND or "not found" in said.lower())
        return gone(_NAME, said) if missing else None
    claims = Claims()
    for kinds in _metadata(item):
        claim(*kinds, claims)
    claim(item, _FIELDS, claims)
    ranges = item.at("pay_input_ranges")
    claim_places(claims, ((it.at("title").text, found) for it in ranges.items() if (found := _range(it))), ranges)
    return shown(_NAME, posting(unescape(html(item.at("content").value)), claims, page))


def _is_posting(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("title"), str) and "absolute_url" in value


def _pay(value: Any) -> Pay | None:
    """The pay ranges; several of one currency and unit become one that spans them, as the text would be read."""
    return spanning([found for it in Part(value).items() if (found := _range(it))])


def _range(item: Part) -> Pay | None:
    low, high = _cents(item.at("min_cents").value), _cents(item.at("max_cents").value)
    if low is None and high is None:
        return None
    currency = item.at("currency_type").text.upper()
    amounts = " - ".join(f"{it:,.2f}" for it in dict.fromkeys((low, high)) if it is not None)
    title, blurb = item.at("title").text, fold(unescape(item.at("blurb").text))
    found = find_pay(f"{title or 'Salary range'}: {currency} {amounts}") or find_pay(
        f"Salary: {currency} {amounts} {title} {blurb[:80]}"
    )
    unit, implied = (found.value.unit, found.value.implied) if found else (None, ())
    words = fold(f"{title} {currency} {amounts}")
    return Pay(min=low, max=high, currency=currency or None, unit=unit, implied=implied, text=words)


def _cents(value: Any) -> Decimal | None:
    return Decimal(value) / 100 if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _metadata(item: Part) -> Iterator[tuple[Part, tuple[Field, ...]]]:
    """The employer's own fields, as far as their names say what they are."""
    for it in item.at("metadata").items():
        field = field_of(it.at("name").text)
        if field in _KINDS:
            yield it, ((field, "value", _KINDS[field]),)


def _words(value: Any) -> str:
    return ", ".join(it.text for it in Part(value).items())


_KINDS = {"employment_type": lambda value: kind(_words(value)), "workplace": lambda value: where(_words(value))}
_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("organization", "company_name", text),
    ("locations", "location.name", places),
    ("workplace", "location.name", where),
    ("posted_on", "first_published", day),
    ("requisition_id", "requisition_id", text),
    ("apply_url", "absolute_url", link),
    ("language", "language", language),
    ("deadline", "application_deadline", deadline),
    ("pay", "pay_input_ranges", _pay),
)
