"""What a response means, as far as one can say without knowing earlier versions.

By HTTP status: 404 and 410 are `missing`; 401, 403, 407 and 451 `blocked`, unless an applicant system's answer says
that the posting is gone; 304 `not_modified`; 2xx is read; the rest is `failed`. A body that is read and turns out to
be a challenge or a login wall is `blocked`, whatever its status (429 and 503 are read for that alone). Every other
verdict goes out with `read`: what a shell, a maintenance page or a notice that the posting is gone means for a watch
is judged where its last version is known.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from scrapy.http import Response

from spiders.content import header, text_of
from spiders.endings import FetchEnded
from spiders.observation import CheckRequest, Observation, Result
from spiders.posting import Page, Reading, Verdict
from spiders.reader import READER_VERSION
from spiders.record import record_hash
from spiders.retry_after import seconds_to_wait
from spiders.transfer import ELAPSED

_MISSING = frozenset({404, 410})
_BLOCKED = frozenset({401, 403, 407, 451})
_PERHAPS_A_CHALLENGE = frozenset({429, 503})
#: Successes without the page: no content, reset content, a part.
_EMPTY = frozenset({204, 205, 206})
_BLOCKING = frozenset({Verdict.CHALLENGE, Verdict.LOGIN})
#: Headers that readers use.
_READ_HEADERS = ("content-type", "content-language", "x-robots-tag", "link", "cf-mitigated", "x-amzn-waf-action")
#: Bytes kept of a page that refuses us, for who wants to see it.
_MAX_REFUSAL = 1024 * 1024
_MAX_HEADER = 4096
_MAX_VALIDATOR = 1024

#: Reads a page; asynchronous, so that somebody can be told before.
Read = Callable[[Page], Awaitable[Reading]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Observer:
    """Turns a response into an observation."""

    read: Read
    max_size: int

    async def saved(self, check: CheckRequest, page: Page) -> Observation:
        """A page that was not fetched now: always `read`."""
        reading = await self.read(page)
        seen = Observation(id=check.id, url=check.url, result=Result.READ, fetched_at=page.fetched_at)
        return replace(
            seen,
            final_url=page.url,
            http_status=page.status,
            reading=reading,
            record_hash=record_hash(reading),
            reader_version=READER_VERSION,
            body_hash=hashlib.sha256(page.body).hexdigest(),
            body=page.body,
            headers=page.headers,
        )

    async def answered(self, check: CheckRequest, response: Response, now: datetime) -> Observation:
        """What `response`, here at `now` (UTC), says; an unusable body is `failed`."""
        seen = _facts(check, response, now)
        result = _by_status(response.status)
        try:
            if result is None:
                return await self._by_body(check, seen, text_of(response, limit=self.max_size))
            if result is Result.FAILED and response.status in _PERHAPS_A_CHALLENGE:
                return await self._by_challenge(seen, text_of(response, limit=self.max_size))
        except FetchEnded as ending:
            reason = ending.reason if result is None else _status_words(response.status)
            return replace(seen, result=Result.FAILED, reason=reason)
        if result is Result.NOT_MODIFIED:
            if check.etag or check.last_modified:
                return replace(seen, result=result)
            return replace(seen, reason="HTTP 304 (not modified), although nothing was known")
        refused = replace(seen, result=result, reason=_status_words(response.status))
        return await self._by_refusal(refused, response) if result is Result.BLOCKED else refused

    async def shown(self, check: CheckRequest, response: Response, now: datetime) -> Observation:
        """What a browser shows of a page that is nothing without scripts.

        The server's validators are of the page before its scripts ran, so they are dropped.
        """
        seen = replace(await self.answered(check, response, now), etag=None, last_modified=None)
        if seen.reading is None or seen.reading.verdict is not Verdict.SHELL:
            return seen
        nothing = Observation(id=check.id, url=check.url, result=Result.FAILED, fetched_at=now)
        return replace(
            nothing,
            reason="it shows nothing in a browser either",
            final_url=seen.final_url,
            http_status=seen.http_status,
            elapsed_seconds=seen.elapsed_seconds,
        )

    async def _by_refusal(self, refused: Observation, response: Response) -> Observation:
        """Applicant systems say with 403 that a posting was taken down: their answer is no refusal of us."""
        try:
            body = text_of(response, limit=self.max_size)
        except FetchEnded:
            return refused
        refused = replace(refused, body=body[:_MAX_REFUSAL])
        if "json" not in header(response, "Content-Type"):
            return refused
        reading = await self.read(_page(refused, body))
        gone = reading.verdict is Verdict.GONE
        return replace(refused, result=Result.MISSING, reason=reading.reasons[0]) if gone else refused

    async def _by_body(self, check: CheckRequest, seen: Observation, body: bytes) -> Observation:
        body_hash = hashlib.sha256(body).hexdigest()
        seen = replace(seen, body_hash=body_hash, reader_version=READER_VERSION)
        if body_hash == check.body_hash and check.reader_version == READER_VERSION:
            return replace(seen, result=Result.SAME_BODY)
        reading = await self.read(_page(seen, body))
        if reading.verdict in _BLOCKING:
            return _blocked(seen, reading, body)
        seen = replace(seen, result=Result.READ, record_hash=record_hash(reading), reading=reading, body=body)
        return seen if check.pages and reading.next_page else compared(check, seen)

    async def _by_challenge(self, seen: Observation, body: bytes) -> Observation:
        """Read as a page of status 200: only what the body itself says counts here."""
        reading = await self.read(replace(_page(seen, body), status=HTTPStatus.OK))
        if reading.verdict is Verdict.CHALLENGE:
            return _blocked(seen, reading, body)
        return replace(seen, reason=_status_words(seen.http_status or 0))


def compared(check: CheckRequest, seen: Observation) -> Observation:
    """What was read, without what `check` knows already: the same bytes for the same reader, or the same record."""
    if seen.body_hash == check.body_hash and check.reader_version == READER_VERSION:
        return replace(seen, result=Result.SAME_BODY, reading=None, record_hash=None, body=None)
    if seen.record_hash == check.record_hash:
        return replace(seen, result=Result.SAME_RECORD, reading=None, body=None)
    return seen


def ended(check: CheckRequest, ending: FetchEnded, now: datetime) -> Observation:
    """The observation of a fetch without a page."""
    return Observation(
        id=check.id,
        url=check.url,
        result=ending.result,
        fetched_at=now,
        reason=ending.reason,
        retry_after=ending.retry_after,
    )


def _facts(check: CheckRequest, response: Response, now: datetime) -> Observation:
    """What the response's head says, as a failure that is still to be overruled."""
    asked = response.request
    return Observation(
        id=check.id,
        url=check.url,
        result=Result.FAILED,
        fetched_at=now,
        elapsed_seconds=asked.meta.get(ELAPSED) if asked else None,
        final_url=_with_fragment(response.url, asked.url if asked else ""),
        http_status=response.status,
        etag=_validator(response, "ETag"),
        last_modified=_validator(response, "Last-Modified"),
        headers={name: value[:_MAX_HEADER] for name in _READ_HEADERS if (value := header(response, name))},
        retry_after=seconds_to_wait(header(response, "Retry-After"), now),
    )


def _with_fragment(url: str, asked: str) -> str:
    """The address with the fragment that it was asked for by: the reader's own, for one posting of a list."""
    fragment = urlsplit(asked).fragment
    return f"{url}#{fragment}" if fragment and not urlsplit(url).fragment else url


def _page(seen: Observation, body: bytes) -> Page:
    return Page(
        url=seen.final_url or seen.url,
        body=body,
        headers=seen.headers or {},
        status=seen.http_status or 0,
        fetched_at=seen.fetched_at,
    )


def _by_status(status: int) -> Result | None:
    """None where the body has to be read."""
    if status in _MISSING:
        return Result.MISSING
    if status in _BLOCKED:
        return Result.BLOCKED
    if status == HTTPStatus.NOT_MODIFIED:
        return Result.NOT_MODIFIED
    is_page = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES and status not in _EMPTY
    return None if is_page else Result.FAILED


def _blocked(seen: Observation, reading: Reading, body: bytes) -> Observation:
    reason = reading.reasons[0] if reading.reasons else f"the page is a {reading.verdict}"
    refusal = body[:_MAX_REFUSAL]
    return replace(seen, result=Result.BLOCKED, reason=reason, body_hash=None, reader_version=None, body=refusal)


def _status_words(status: int) -> str:
    try:
        return f"HTTP {status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return f"HTTP {status}"


def _validator(response: Response, name: str) -> str | None:
    """A validator that can be sent back as it is; None for none, or one of unlikely length."""
    value = header(response, name)
    return value if 0 < len(value) <= _MAX_VALIDATOR else None
