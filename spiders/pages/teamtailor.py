"""Teamtailor's JSON Feed: a page of a board, each entry with its schema.org posting (`_jobposting`).

Source of the shape: jsonfeed.org/version/1.1 and schema.org/JobPosting. The feed has pages (`next_url`), so a posting
that is missing on one is not gone; a posting's own page is read instead, which holds the same JSON-LD.
"""

from typing import Any

from spiders.claims import Claims
from spiders.pages import json_ld
from spiders.pages.answers import (
    Field,
    Part,
    chosen,
    claim,
    day,
    first_html,
    gone,
    link,
    listed,
    missing,
    one_of,
    posting,
    shown,
    text,
)
from spiders.pages.next_page import address
from spiders.posting import Page, Reading, Role, Verdict
from spiders.reading import employment, workplace

_NAME = "Teamtailor"


def is_answer(answer: Any) -> bool:
    """Whether an answer is Teamtailor's feed."""
    items = list(Part(answer).at("items").items())
    return bool(items) and all(it.has("title", "_jobposting") for it in items[:5])


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of Teamtailor's feed."""
    root = Part(answer)
    if not isinstance(root.at("items").value, list):
        said = missing(root)
        return gone(_NAME, said) if said else None
    items = [it for it in root.at("items").items() if it.at("title").text]
    more = bool(root.at("next_url").text)
    if not chosen(page):
        roles = (Role(title=it.at("title").text, url=link(it.at("url").value)) for it in items)
        return listed(_NAME, roles, more=more, onward=lambda _: address(root.at("next_url").value, page))
    item = one_of(_NAME, items, page, _names)
    if isinstance(item, Reading):
        return Reading(verdict=Verdict.ERROR, reasons=(f"{_NAME}'s feed has more pages",)) if more else item
    claims = Claims()
    claim(item, _FIELDS, claims)
    body = first_html(item, "content_html", "_jobposting.description")
    return shown(_NAME, posting(body, claims, page))


def _names(item: Part) -> tuple[str, ...]:
    return item.at("id").text, item.at("_jobposting.identifier.value").text


def _kind(value: Any) -> Any:
    return employment.from_schema(it.text for it in Part(value).items())


_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("organization", "_jobposting.hiringOrganization.name", text),
    ("locations", "_jobposting.jobLocation", json_ld.locations),
    ("workplace", "_jobposting.jobLocationType", lambda value: workplace.from_schema(text(value))),
    ("employment_type", "_jobposting.employmentType", _kind),
    ("pay", "_jobposting.baseSalary", json_ld.base_salary),
    ("posted_on", "_jobposting.datePosted", day),
    ("posted_on", "date_published", day),
    ("valid_through", "_jobposting.validThrough", day),
    ("requisition_id", "_jobposting.identifier.value", text),
    ("apply_url", "url", link),
)
