"""Phenom: the state of a page (`phApp.ddo = {…}`): a board's hits, or one posting; its API takes no plain requests.

Source of the shape: public career sites, which live at the employers' own domains. The address of a posting is made of
the site's language and the posting's number; titles in it are for people only.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from spiders.claims import Claims, Origin
from spiders.pages import shape_claims, shapes
from spiders.pages.answers import Part, listed
from spiders.pages.embedded import State
from spiders.pages.next_page import number_in, with_query
from spiders.posting import Page, Reading, Role
from spiders.reading.document import Document
from spiders.reading.urls import absolute

_NAME = "Phenom"
_STATE = "phApp.ddo"
_HITS = ("eagerLoadRefineSearch", "refineSearch", "jobs")
_ONE = "jobDetail.data.job"
_LOCALE = re.compile(r"/[a-z]{2,10}/[a-z]{2}(?=/|$)")


def read_page(_doc: Document, states: Sequence[State], page: Page, claims: Claims) -> Reading | None:
    """The reading of a board; of a posting None, with what its state says claimed."""
    found = dict(states)
    state = Part(found.get(_STATE), _STATE)
    one = next(iter(shapes.find(state.at(_ONE).value, page.url, around=0, path=f"{_STATE}.{_ONE}")), None)
    if one is not None:
        shape_claims.claim(one, claims, page, Origin.API)
        return None
    hits = (state.at(f"{key}.data.jobs") for key in _HITS)
    jobs = next((it for it in hits if isinstance(it.value, list)), None)
    if jobs is None:
        return None
    total = next((it for key in _HITS if isinstance(it := state.at(f"{key}.totalHits").value, int)), None)
    roles = (Role(title=it.at("title").text, url=_url(it, found, page)) for it in jobs.items())
    start = number_in(page.url, "from")
    return listed(_NAME, roles, total, start=start, onward=lambda seen: with_query(page.url, **{"from": seen, "s": 1}))


def _url(item: Part, found: dict[str, object], page: Page) -> str | None:
    number = item.at("jobSeqNo").text or item.at("jobId").text
    base = Part(found.get("phApp")).at("baseUrl").text or _base(page.url)
    return absolute(f"{base.rstrip('/')}/job/{number}", page.url) if number else None


def _base(url: str) -> str:
    """The site's address in the page's language: "https://careers.northwind.com/global/en"."""
    parts = urlsplit(url)
    locale = _LOCALE.match(parts.path)
    return f"{parts.scheme}://{parts.netloc}{locale[0] if locale else ''}"
