"""BambooHR's careers pages: a board (`/careers/list`) or one posting (`/careers/86/detail`), both under "result".

Source of the shape: the calls of the careers pages themselves. Pay is in the employer's own words.
"""

from typing import Any
from urllib.parse import urlsplit

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    claim,
    day,
    gone,
    html,
    kind,
    link,
    listed,
    missing,
    named_place,
    posting,
    shown,
    text,
    worded_pay,
)
from spiders.posting import Page, Reading, Role, Status, Workplace

_NAME = "BambooHR"
_WORKPLACES = {"0": Workplace.ONSITE, "1": Workplace.REMOTE, "2": Workplace.HYBRID}
_STATES = {"open": Status.OPEN, "closed": Status.CLOSED, "filled": Status.CLOSED, "canceled": Status.CLOSED}


def is_answer(answer: Any) -> bool:
    """Whether an answer is BambooHR's."""
    result = Part(answer).at("result")
    if isinstance(result.value, list):
        return bool(result.value) and all(it.has("jobOpeningName") for it in list(result.items())[:5])
    return result.at("jobOpening").has("jobOpeningName")


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of BambooHR's."""
    root = Part(answer)
    result = root.at("result")
    if isinstance(result.value, list) and not _asks_for_one(page):
        roles = (Role(title=it.at("jobOpeningName").text, url=_url(it, page)) for it in result.items())
        return listed(_NAME, roles, root.at("meta.totalCount").value)
    item = result.at("jobOpening")
    if not item.at("jobOpeningName").text:
        said = missing(root) or (root.has("result") and _asks_for_one(page) and "the posting is not in the answer")
        return gone(_NAME, said) if said else None
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(claims, "locations", _places(item), item.at("location"))
    worded_pay(claims, item.at("compensation"))
    return shown(_NAME, posting(html(item.at("description").value), claims, page))


def _asks_for_one(page: Page) -> bool:
    return urlsplit(page.url).path.endswith("/detail")


def _url(item: Part, page: Page) -> str | None:
    return link(f"/careers/{item.at('id').text}", page.url)


def _places(item: Part) -> tuple[str, ...]:
    """The office, or for work from afar the region that applicants may live in."""
    office = named_place(*(item.at(f"location.{key}").value for key in ("city", "state", "addressCountry")))
    region = named_place(*(item.at(f"atsLocation.{key}").value for key in ("city", "state", "country")))
    return tuple(filter(None, (office or region,)))


_FIELDS: tuple[Field, ...] = (
    ("title", "jobOpeningName", text),
    ("status", "jobOpeningStatus", lambda value: _STATES.get(text(value).lower(), Status.UNKNOWN)),
    ("workplace", "locationType", lambda value: _WORKPLACES.get(text(value))),
    ("employment_type", "employmentStatusLabel", kind),
    ("posted_on", "datePosted", day),
    ("apply_url", "jobOpeningShareUrl", link),
)
