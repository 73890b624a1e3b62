"""A list of several pages is read to its end, within one check: politely, within bounds, and no further than its host.

Each page is a request like any other (robots.txt, the host's turn, retries); the pages are stored as one body
(`spiders.pages.joined`). What stops before the end leaves a part: a list that says itself that it is not whole. A list
of several pages has no validators: the 304 of its first page says nothing of the others.
"""

import hashlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit, urlunsplit

from spiders.observation import Observation, Result
from spiders.pages import joined
from spiders.posting import Page, Reading
from spiders.record import record_hash

#: Roles of one list that are read, at most; a page more than that may bring them.
MOST_ROLES = 5_000
#: Seconds after which no further page is asked for.
MOST_SECONDS = 300.0

#: Looks at the page at an address.
Ask = Callable[[str], Awaitable[Observation]]


@dataclass(kw_only=True, slots=True)
class _List:
    """What was read of one list."""

    #: Bytes that its pages may have, as they are stored.
    room: int
    #: Seconds that the host asked us to wait instead of giving a page.
    retry_after: float | None = None
    seen: list[Observation] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)

    def add(self, one: Observation) -> str | None:
        """Takes one page in; else why it is none of this list."""
        self.retry_after = one.retry_after
        if one.result is not Result.READ or one.reading is None or one.body is None:
            return f"{joined.NOT_READ}{one.reason or one.result.value}"
        if one.reading.verdict not in joined.LISTS or one.reading.roles is None:
            return f"{joined.NOT_READ}it is no list: {'; '.join(one.reading.reasons[:1])}"
        if self.seen and _origin(one.final_url or one.url) != _origin(self.pages[0].url):
            return "a page is on another host"
        url = one.final_url or one.url
        page = Page(url=url, body=one.body, headers=one.headers or {}, fetched_at=one.fetched_at)
        self.room -= len(joined.join([page], None))
        if self.room < 0:
            return "its pages are too large"
        known = len(self.roles)
        self.roles.update(role.url or role.title for role in one.reading.roles)
        if one.reading.next_page and known == len(self.roles):
            return "a page shows nothing new"
        self.seen.append(one)
        self.readings.append(one.reading)
        self.pages.append(page)
        return None

    def next_page(self) -> tuple[str | None, str | None]:
        """The address of the next page, if there is one that may be asked for; else why not."""
        last = self.readings[-1].next_page
        if last is None:
            return None, None
        url, asked = _as_here(last, self.pages[0].url), {page.url for page in self.pages}
        if url is None:
            return None, "its next page is on another host"
        if url in asked:
            return None, "its pages go round in a circle"
        if len(self.pages) >= joined.MOST_PAGES:
            return None, f"more than {joined.MOST_PAGES} pages are not read"
        if len(self.roles) >= MOST_ROLES:
            return None, f"more than {MOST_ROLES} postings are not read"
        return url, None


async def read_on(first: Observation, ask: Ask, *, room: int) -> Observation:
    """The whole list that begins with `first`, or as much of it as could be read.

    Args:
        first: The first page, as read.
        ask: Looks at one further page.
        room: Bytes that all pages may have.
    """
    found = _List(room=room)
    ended = found.add(first)
    if not found.pages:
        return first
    started = time.monotonic()
    url, why = found.next_page()
    while url is not None:
        if time.monotonic() - started > MOST_SECONDS:
            why = "the others take too long"
            break
        if why := found.add(await ask(url)):
            break
        url, why = found.next_page()
    return _joined(found, ended or why)


def _joined(found: _List, ended: str | None) -> Observation:
    reading = joined.merged(found.readings, ended)
    body = joined.join(found.pages, ended)
    return replace(
        found.seen[0],
        reading=reading,
        record_hash=record_hash(reading),
        body=body,
        body_hash=hashlib.sha256(body).hexdigest(),
        headers={"content-type": "application/json; charset=utf-8"},
        etag=None,
        last_modified=None,
        retry_after=found.retry_after,
        elapsed_seconds=sum(it.elapsed_seconds or 0.0 for it in found.seen),
    )


def _as_here(url: str, here: str) -> str | None:
    """An address on the host of `here`, with its scheme (servers behind proxies do not know their own); else None."""
    try:
        there = urlsplit(url)
        moved = urlunsplit(there._replace(scheme=urlsplit(here).scheme))
    except ValueError:
        return None
    return moved if there.scheme in {"http", "https"} and _origin(moved) == _origin(here) else None


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()
