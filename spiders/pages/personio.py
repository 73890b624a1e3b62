"""Personio's XML feed: a whole board (`<workzag-jobs><position>…`), texts included, in one language.

Source of the shape: developer.personio.de/docs/retrieving-open-job-positions. There is no call for one posting: the
feed is asked, and the position picked by its id. The feed names no addresses; the page's are made of host and id.
"""

from typing import Any
from urllib.parse import urlsplit

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    chosen,
    claim,
    day,
    html,
    kind,
    link,
    listed,
    one_of,
    pay,
    posting,
    section,
    shown,
    text,
)
from spiders.posting import EmploymentType, Page, Pay, Reading, Role

_NAME = "Personio"
_ROOT = "workzag-jobs"
#: Says neither the one nor the other.
_EITHER = "full-or-part-time"


def is_answer(answer: Any) -> bool:
    """Whether an answer is Personio's feed."""
    return isinstance(answer, dict) and _ROOT in answer


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of Personio's feed."""
    if not is_answer(answer):
        return None
    items = [it for it in Part(answer).at(f"{_ROOT}.position").items() if it.at("name").text and it.at("id").text]
    if not chosen(page):
        return listed(_NAME, (Role(title=it.at("name").text, url=_url(it, page)) for it in items))
    item = one_of(_NAME, items, page, lambda it: (it.at("id").text,))
    if isinstance(item, Reading):
        return item
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(claims, "locations", _places(item), item.at("office"))
    add(claims, "employment_type", _kind(item), item.at("employmentType"))
    add(claims, "apply_url", _url(item, page), item.at("id"))
    texts = item.at("jobDescriptions.jobDescription").items()
    body = "".join(section(it.at("name").value, html(it.at("value").value)) for it in texts)
    return shown(_NAME, posting(body, claims, page))


def _url(item: Part, page: Page) -> str | None:
    host = urlsplit(page.url).hostname
    return link(f"https://{host}/job/{item.at('id').text}") if host else None


def _places(item: Part) -> tuple[str, ...]:
    offices = [item.at("office").text, *(it.text for it in item.at("additionalOffices.office").items())]
    return tuple(dict.fromkeys(filter(None, offices)))


def _kind(item: Part) -> EmploymentType | None:
    """What the contract says ("intern"), else the hours."""
    said = f"{item.at('employmentType').text} {item.at('schedule').text.replace(_EITHER, '')}"
    found: EmploymentType | None = kind(said)
    return found


def _pay(salary: Any) -> Pay | None:
    said = Part(salary)
    return pay(*(said.at(key).value for key in ("min", "max", "currencyCode", "type")))


_FIELDS: tuple[Field, ...] = (
    ("title", "name", text),
    ("organization", "subcompany", text),
    ("pay", "salaryInformation", _pay),
    ("posted_on", "createdAt", day),
)
