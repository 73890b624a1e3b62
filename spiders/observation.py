"""The crawler's protocol: a check request in, an observation out, each one line of JSON.

The first line that the crawler reads is its `Instructions`, every further line a `CheckRequest`; end of input ends
it once all requests are answered. Each request is answered by exactly one `Observation` line, in any order. Lines
are UTF-8 JSON objects; instants are RFC 3339 in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from spiders.posting import Page, Reading


class Result(StrEnum):
    """How a fetch ended, as far as the crawler can say without knowing earlier versions."""

    #: The body was read: `reading`, `record_hash` and `body` are given.
    READ = "read"
    #: The body was read and its record has the hash that the request named: no body, no reading.
    SAME_RECORD = "same_record"
    #: The body's bytes have the hash that the request named: nothing was parsed.
    SAME_BODY = "same_body"
    #: 304.
    NOT_MODIFIED = "not_modified"
    #: The server says that the page is not there: 404 or 410.
    MISSING = "missing"
    #: The server refuses us: 401, 403, 407, 451 or a challenge.
    BLOCKED = "blocked"
    #: DNS, connect, TLS, time-out, 5xx, 429, truncated, too large, not text, too many redirects.
    FAILED = "failed"
    #: robots.txt, or an address or scheme that we never fetch.
    DISALLOWED = "disallowed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Instructions:
    """The crawler's first line: how to fetch. Mirrors `config.settings.FetchSettings`, field by field."""

    fetch: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRequest:
    """One watch to look at."""

    #: The watch's number, or any number that the asker wants back.
    id: int
    url: str
    #: From the last good page; None asks for the whole page.
    etag: str | None = None
    last_modified: str | None = None
    #: SHA-256 (hex) of the last good body.
    body_hash: str | None = None
    #: `spiders.record.record_hash` of the last good reading.
    record_hash: str | None = None
    #: The reader that made `record_hash`; another reader's equal body is read anew.
    reader_version: int | None = None
    #: What the host was last known to ask for, seconds between requests.
    crawl_delay: float | None = None
    #: Whether a list is read on where it has more pages; a watch of a posting wants no list, which it may be led to.
    pages: bool = True
    #: Read these bytes instead of fetching `url` (a stored snapshot, a saved file). Always answered by `read`.
    saved: Page | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """What one check saw."""

    id: int
    url: str
    result: Result
    #: When the answer (or failure) was there, in UTC.
    fetched_at: datetime
    #: From first byte asked to last byte read, retries and waiting in the slot left out; None without an answer.
    elapsed_seconds: float | None = None
    #: After redirects; None where nothing answered.
    final_url: str | None = None
    http_status: int | None = None
    #: Why, in one line, where `result` is missing, blocked, failed or disallowed.
    reason: str | None = None
    #: For `read` only.
    reading: Reading | None = None
    #: Hash of the record that was read; for `read` and `same_record`.
    record_hash: str | None = None
    reader_version: int | None = None
    #: Validators of this response; None where it had none.
    etag: str | None = None
    last_modified: str | None = None
    #: SHA-256 (hex) of the decoded body; for `read`, `same_record` and `same_body`.
    body_hash: str | None = None
    #: The decoded body; for `read`, and for `blocked` the first MiB of what was there instead.
    body: bytes | None = None
    #: Response headers that readers use, and those of challenges (names in lower case).
    headers: Mapping[str, str] | None = None
    #: Seconds that the server asked us to wait (Retry-After, either form).
    retry_after: float | None = None
    #: Seconds between requests that robots.txt asks for.
    crawl_delay: float | None = None
