"""Jobvite: boards and postings as pages; its API is not public.

Source of the shape: public career sites (`jv-` classes). An address of a posting that is gone leads to the board, with
`error=404` or `invalid=1`.
"""

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from spiders.claims import Claims, Origin
from spiders.pages import elements
from spiders.pages.answers import gone, listed
from spiders.pages.embedded import State
from spiders.pages.next_page import linked
from spiders.posting import Page, Reading, Role
from spiders.reading import employment, place, requisition, workplace
from spiders.reading.document import Document, fold
from spiders.reading.urls import absolute

_NAME = "Jobvite"
_POSTING = re.compile(r"/job/[0-9A-Za-z]{4,20}(?:[/?#]|$)")
_NUMBER = re.compile(r"^(?:req(?:uisition)?\.? ?(?:id|#|no)?|job id)\s?[:#]?\s", re.IGNORECASE)


def read_page(doc: Document, _states: Sequence[State], page: Page, claims: Claims) -> Reading | None:
    """The reading of a board, or of an address that led to one; of a posting None, with what its head says claimed."""
    if why := _why_gone(page.url):
        return gone(_NAME, why)
    detail = elements.first(doc.root, "jv-job-detail-description")
    roles = list(_roles(doc.root, page))
    if detail is None and roles:
        following = linked(doc.root, page)
        return listed(_NAME, roles, more=following is not None, onward=lambda _: following)
    title = elements.first(doc.root, "jv-header")
    if detail is not None and title is not None:
        claims.add("title", elements.words(title), Origin.API, elements.words(title), elements.where(title))
        for meta in list(elements.of_class(doc.root, "jv-job-detail-meta"))[:1]:
            _claim(meta, claims)
    return None


def _why_gone(url: str) -> str | None:
    query = parse_qs(urlsplit(url).query)
    return next(
        (f"{name}={value}" for name, value in (("error", "404"), ("invalid", "1")) if value in query.get(name, ())),
        None,
    )


def _roles(root: etree._Element | None, page: Page) -> list[Role]:
    found = (
        (elements.words(it), absolute(href, page.url)) for it, href in elements.links(root) if _POSTING.search(href)
    )
    return [Role(title=title, url=url) for title, url in found if title and url and not url.endswith("/apply")]


def _claim(meta: etree._Element, claims: Claims) -> None:
    """The line under the title: department, places, and what else the employer shows, with separators between."""
    at = elements.where(meta)
    parts = [fold(part).strip(" |·") for part in meta.itertext()]
    named: list[str] = []
    for part in filter(None, parts):
        if _NUMBER.match(part):
            claims.add("requisition_id", requisition.from_label(_NUMBER.sub("", part)), Origin.API, part, at)
        elif employment.is_only_employment(part):
            claims.add("employment_type", employment.from_words(part), Origin.API, part, at)
        elif workplace.is_only_workplace(part):
            claims.add("workplace", workplace.from_words(part), Origin.API, part, at)
        elif place.looks_like_place(part):
            named.append(part)
    claims.add("locations", tuple(dict.fromkeys(named)), Origin.API, "; ".join(named), at)
