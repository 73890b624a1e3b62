"""Lines of the crawler's protocol: the values of `spiders.observation` as JSON Lines, and back.

The crawler writes two further kinds of lines, so that who started it can tell waiting from hanging:
`{"alive": true}` every few seconds, and `{"reading": 17}` before it reads the page of request 17.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spiders.observation import CheckRequest, Instructions, Observation, Result
from spiders.posting import Page
from spiders.record import instant_from_json, instant_to_json, reading_from_json, reading_to_json


class WireError(ValueError):
    """A line that is not of the protocol: what was read, and what was expected."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Alive:
    """A sign that the crawler's loop turns."""

    #: The request whose page is read next; None for a mere sign of life.
    reading: int | None = None


def instructions_to_line(instructions: Instructions) -> bytes:
    """One line, with its end."""
    return _line({"fetch": dict(instructions.fetch)})


def instructions_from_line(line: bytes) -> Instructions:
    """What `instructions_to_line` wrote; raises `WireError`."""
    fetch = _object(line).get("fetch")
    if not isinstance(fetch, dict):
        raise WireError(f'the first line must be {{"fetch": {{...}}}}, found {_shown(line)}')
    return Instructions(fetch=fetch)


def request_to_line(request: CheckRequest) -> bytes:
    """One line, with its end."""
    return _line(
        {
            "id": request.id,
            "url": request.url,
            "etag": request.etag,
            "last_modified": request.last_modified,
            "body_hash": request.body_hash,
            "record_hash": request.record_hash,
            "reader_version": request.reader_version,
            "crawl_delay": request.crawl_delay,
            "pages": request.pages,
            "saved": request.saved and _page_to_json(request.saved),
        }
    )


def request_from_line(line: bytes) -> CheckRequest:
    """What `request_to_line` wrote; missing optional fields are None. Raises `WireError`."""
    record = _object(line)
    try:
        return CheckRequest(
            id=int(record["id"]),
            url=str(record["url"]),
            etag=record.get("etag"),
            last_modified=record.get("last_modified"),
            body_hash=record.get("body_hash"),
            record_hash=record.get("record_hash"),
            reader_version=record.get("reader_version"),
            crawl_delay=record.get("crawl_delay"),
            pages=bool(record.get("pages", True)),
            saved=_page_from_json(record["saved"]) if record.get("saved") else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise WireError(f"not a check request ({error!r}): {_shown(line)}") from error


def alive_to_line(alive: Alive) -> bytes:
    """One line, with its end."""
    return _line({"alive": True} if alive.reading is None else {"reading": alive.reading})


def observation_to_line(observation: Observation) -> bytes:
    """One line, with its end."""
    return _line(
        {
            "id": observation.id,
            "url": observation.url,
            "result": observation.result.value,
            "fetched_at": instant_to_json(observation.fetched_at),
            "elapsed_seconds": observation.elapsed_seconds,
            "final_url": observation.final_url,
            "http_status": observation.http_status,
            "reason": observation.reason,
            "reading": observation.reading and reading_to_json(observation.reading),
            "record_hash": observation.record_hash,
            "reader_version": observation.reader_version,
            "etag": observation.etag,
            "last_modified": observation.last_modified,
            "body_hash": observation.body_hash,
            "body": None if observation.body is None else base64.b64encode(observation.body).decode(),
            "headers": None if observation.headers is None else dict(observation.headers),
            "retry_after": observation.retry_after,
            "crawl_delay": observation.crawl_delay,
        }
    )


def answer_from_line(line: bytes) -> Observation | Alive:
    """One line of the crawler; raises `WireError`."""
    record = _object(line)
    try:
        if "result" not in record:
            return Alive(reading=None if record.get("alive") is True else int(record["reading"]))
        return _observation_from_json(record)
    except (KeyError, TypeError, ValueError) as error:
        raise WireError(f"not an observation ({error!r}): {_shown(line)}") from error


def _observation_from_json(record: Mapping[str, Any]) -> Observation:
    return Observation(
        id=record["id"],
        url=record["url"],
        result=Result(record["result"]),
        fetched_at=instant_from_json(record["fetched_at"]),
        elapsed_seconds=record["elapsed_seconds"],
        final_url=record["final_url"],
        http_status=record["http_status"],
        reason=record["reason"],
        reading=record["reading"] and reading_from_json(record["reading"]),
        record_hash=record["record_hash"],
        reader_version=record["reader_version"],
        etag=record["etag"],
        last_modified=record["last_modified"],
        body_hash=record["body_hash"],
        body=None if record["body"] is None else base64.b64decode(record["body"]),
        headers=record["headers"],
        retry_after=record["retry_after"],
        crawl_delay=record["crawl_delay"],
    )


def _page_to_json(page: Page) -> dict[str, Any]:
    return {
        "url": page.url,
        "body": base64.b64encode(page.body).decode(),
        "headers": dict(page.headers),
        "status": page.status,
        "fetched_at": instant_to_json(page.fetched_at),
    }


def _page_from_json(record: Mapping[str, Any]) -> Page:
    return Page(
        url=record["url"],
        body=base64.b64decode(record["body"]),
        headers=record.get("headers", {}),
        status=record.get("status", 200),
        fetched_at=instant_from_json(record["fetched_at"]),
    )


def _line(record: Mapping[str, Any]) -> bytes:
    """Lone surrogates (hostile text) are written as escapes, which JSON reads back as they were."""
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"


def _object(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise WireError(f"not a line of JSON: {_shown(line)}") from error
    if not isinstance(record, dict):
        raise WireError(f"not a JSON object: {_shown(line)}")
    return record


def _shown(line: bytes) -> str:
    shown = line[:80].decode("utf-8", "replace").strip()
    return repr(shown + ("…" if len(line) > len(shown) + 1 else ""))
