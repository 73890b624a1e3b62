"""iCIMS: boards and postings as pages; there is no public API.

The page that a visitor opens is a frame; what it frames is the same address with `in_iframe=1`. Source of the shape:
public career portals. Places are written country-state-town, several with bars between ("US-LA-Houma | US-TX-Tyler").
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit, urlunsplit

from lxml import etree

from spiders.claims import Claims, Origin
from spiders.pages import elements
from spiders.pages.answers import listed
from spiders.pages.embedded import State
from spiders.pages.next_page import linked
from spiders.posting import Page, Reading, Role
from spiders.reading import employment, place, posted, requisition, workplace
from spiders.reading.document import Document
from spiders.reading.labels import field_of
from spiders.reading.pay import find_pay
from spiders.reading.urls import absolute

_NAME = "iCIMS"
_POSTING = re.compile(r"/jobs/\d+/(?:[^/?#]+/)?job\b")
_NUMBERED = re.compile(r"^\d+ - ")
_HEADINGS = etree.XPath("descendant::*[self::h1 or self::h2 or self::h3 or self::h4]")
_PLACE = re.compile(r"(?P<country>[A-Z]{2})(?:-(?P<state>[A-Z]{2,3}))?(?:-(?P<town>[^|]{2,60}))?")


def read_page(doc: Document, _states: Sequence[State], page: Page, claims: Claims) -> Reading | None:
    """The reading of a board; of a posting None, with what its head says claimed."""
    root = doc.root
    cards = list(elements.of_class(root, "iCIMS_JobCardItem", "iCIMS_JobsTable"))
    if cards:
        roles = (role for card in cards for role in _roles(card, page))
        following = linked(root, page)
        return listed(_NAME, roles, more=following is not None, onward=lambda _: following)
    title = elements.first(root, "iCIMS_Header")
    if title is not None:
        claims.add("title", elements.words(title), Origin.API, elements.words(title), elements.where(title))
    for tag in elements.of_class(root, "iCIMS_JobHeaderTag"):
        _claim(tag, claims)
    return None


def _roles(card: etree._Element, page: Page) -> list[Role]:
    found = ((it, absolute(href, page.url)) for it, href in elements.links(card) if _POSTING.search(href))
    return [Role(title=_title(it), url=_public(url)) for it, url in found if url]


def _title(link: etree._Element) -> str:
    """The heading in a link, else its tooltip without the number; a label for screen readers is no part of it."""
    heading = next(iter(_HEADINGS(link)), None)
    return elements.words(heading) or _NUMBERED.sub("", link.get("title", "").strip()) or elements.words(link)


def _public(url: str) -> str:
    """A posting's address without what only says that it is framed."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))


def _claim(tag: etree._Element, claims: Claims) -> None:
    label = elements.words(elements.first(tag, "iCIMS_JobHeaderField")).strip(" :")
    element = elements.first(tag, "iCIMS_JobHeaderData")
    said, field = elements.words(element), field_of(label.removeprefix("Job "))
    if element is None or not said or not field:
        return
    quote, at = f"{label}: {said}", elements.where(element)
    if field == "location":
        claims.add("locations", places(said), Origin.API, quote, at)
    elif field == "employment_type":
        claims.add(field, employment.from_words(said), Origin.API, quote, at)
    elif field == "workplace":
        claims.add(field, workplace.from_words(said), Origin.API, quote, at)
    elif field == "posted_on":
        claims.add(field, posted.read_date(said, month_first=True), Origin.API, quote, at)
    elif field == "requisition_id":
        claims.add(field, requisition.from_label(said), Origin.API, quote, at)
    elif field == "pay" and (found := find_pay(f"Salary: {said[:300]}")):
        claims.add(field, found.value, Origin.API, quote, at)


def places(said: str) -> tuple[str, ...]:
    """The places of "US-LA-Houma | US-TX-Tyler"; what is written otherwise stays as it is."""
    found = (_place(part.strip()) for part in said.split("|"))
    return tuple(dict.fromkeys(it for it in found if it))


def _place(said: str) -> str:
    match = _PLACE.fullmatch(said)
    if match is None:
        return said
    parts = (match["town"], match["state"], place.country_name(match["country"]))
    return ", ".join(part.strip() for part in parts if part)
