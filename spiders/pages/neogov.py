"""NEOGOV's feed of an agency's openings (GovernmentJobs, SchoolJobs): RSS with elements of its own.

Source of the shape: namespace http://www.neogov.com/namespaces/JobListing, public feeds. Local times are those of the
channel's zone; where it names none, the times in UTC count ("04:59:00:0"). "Continuous" is no deadline, and amounts of
zero are none.
"""

from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    chosen,
    claim,
    kind,
    language,
    link,
    listed,
    named_place,
    one_of,
    pay,
    posting,
    section,
    shown,
    text,
)
from spiders.pages.shape_values import as_deadline, moment
from spiders.posting import Deadline, Page, Pay, Reading, Role
from spiders.reading import workplace

_NAME = "NEOGOV"
_OWN = "joblisting:"
_ZONES = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "arizona": "America/Phoenix",
    "pacific": "America/Los_Angeles",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "atlantic": "America/Halifax",
}
_TEXTS = (
    ("Examples of duties", "joblisting:examplesofduties"),
    ("Qualifications", "joblisting:qualifications"),
    ("Benefits", "joblisting:benefits"),
    ("Supplemental information", "joblisting:supplementalinformation"),
)


def is_answer(answer: Any) -> bool:
    """Whether an answer is NEOGOV's feed."""
    items = list(_items(answer))[:5]
    return bool(items) and all(any(str(key).startswith(_OWN) for key in it.value) for it in items)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of NEOGOV's feed, or of the opening in it that was asked for."""
    if not isinstance(Part(answer).at("rss.channel").value, dict):
        return None
    items = list(_items(answer))
    if not chosen(page):
        return listed(_NAME, (Role(title=it.at("title").text, url=_url(it, page)) for it in items))
    item = one_of(
        _NAME, items, page, lambda it: (it.at("joblisting:jobId").text, it.at("joblisting:jobNumberSingle").text)
    )
    return item if isinstance(item, Reading) else _shown(item, Part(answer).at("rss.channel"), page)


def _shown(item: Part, channel: Part, page: Page) -> Reading:
    claims = Claims()
    claim(item, _FIELDS, claims)
    claim(channel, (("organization", "title", text), ("language", "language", language)), claims)
    add(claims, "locations", _places(item), item.at("joblisting:location"))
    add(claims, "pay", _pay(item), item.at("joblisting:minimumSalary"))
    add(claims, "apply_url", _url(item, page), item.at("link"))
    for key, zone in (("advertiseToDateTime", _zone(channel)), ("advertiseToDateTimeUTC", "+00:00")):
        said = item.at(_OWN + key)
        add(claims, "deadline", _deadline(said.text, zone), said)
    body = "".join(section(heading, text(item.at(key).value) and item.at(key).value) for heading, key in _TEXTS)
    return shown(_NAME, posting(f"<div>{item.at('description').value or ''}</div>{body}", claims, page))


def _items(answer: Any) -> list[Part]:
    items = Part(answer).at("rss.channel.item").items()
    return [it for it in items if isinstance(it.value, dict) and it.at("title").text]


def _url(item: Part, page: Page) -> str | None:
    said = next((it for key in ("link", "guid") if (it := item.at(key).text)), None)
    return link(said, page.url)


def _places(item: Part) -> tuple[str, ...]:
    town = item.at("joblisting:location").text
    if not town or workplace.is_only_workplace(town):
        return (town,) if town else ()
    return (named_place(town, item.at("joblisting:state").text, ""),)


def _pay(item: Part) -> Pay | None:
    said = (item.at(_OWN + key).value for key in ("minimumSalary", "maximumSalary", "salaryCurrency", "salaryInterval"))
    return pay(*said)


def _zone(channel: Part) -> str | None:
    """The IANA zone of "Eastern Time (US & Canada)"."""
    words = channel.at("joblisting:timeZone").text.lower().replace("(", " ").split()
    return next((_ZONES[word] for word in words if word in _ZONES), None)


def _deadline(said: str, zone: str | None) -> Deadline | None:
    """A day, or a time on it in a zone; a time in no known zone is left to the claim in UTC."""
    found = moment(said)
    return as_deadline(found, said, zone) if found and (zone or not found.clock) else None


def _day(value: Any) -> Any:
    found = moment(value)
    return found.day if found else None


def _where(value: Any) -> Any:
    said = text(value)
    return workplace.from_words(said) if workplace.is_only_workplace(said) else None


_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("employment_type", "joblisting:jobType", kind),
    ("workplace", "joblisting:location", _where),
    ("posted_on", "joblisting:advertiseFromDate", _day),
    ("posted_on", "joblisting:advertiseFromDateUTC", _day),
    ("posted_on", "pubDate", _day),
    ("requisition_id", "joblisting:jobNumberSingle", text),
    ("requisition_id", "joblisting:jobNumber", text),
    ("requisition_id", "joblisting:jobId", text),
)
