"""`monitor read`."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any

import typer

from config.settings import Settings
from monitor import clock
from monitor.cli.errors import NotDone, Refused
from monitor.cli.parameters import AsJson
from monitor.cli.quotes import marked_lines
from monitor.cli.session import session_of
from monitor.cli.show import say_posting
from monitor.cli.terminal import cell, say, say_json
from spiders.observation import CheckRequest, Observation, Result
from spiders.posting import Page, Verdict
from spiders.record import reading_to_json

#: What a page that could not be read is called in the document.
_VERDICTS = {Result.MISSING: Verdict.GONE, Result.BLOCKED: Verdict.CHALLENGE}
_TYPES = {".json": "application/json", ".txt": "text/plain", ".md": "text/plain", ".xhtml": "application/xhtml+xml"}
_MEBIBYTE = 1024 * 1024


def command(
    context: typer.Context,
    sources: Annotated[list[str], typer.Argument(metavar="FILE|URL...", help="Saved pages, or live ones.")],
    *,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the saved page came from.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say which words each field was read from.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read saved pages or live ones without watching them."""
    session = session_of(context)
    session.settle()
    requests = [request_of(number, source, url, session.settings) for number, source in enumerate(sources)]
    from monitor.checks import read_pages  # noqa: PLC0415 - the crawler; a wrong file name needs none

    seen = asyncio.run(read_pages(session.settings, requests))
    documents = [document_of(source, it) for source, it in zip(sources, seen, strict=True)]
    if as_json:
        say_json(documents)
    else:
        for document, request, it in zip(documents, requests, seen, strict=True):
            say_reading(document, session.zone, explain=explain)
            if explain:
                say_quotes(document, page_of(request, it))
    _complain(sources, seen)


def request_of(number: int, source: str, url: str | None, settings: Settings) -> CheckRequest:
    """How the crawler is asked for a page: fetched, or read from a file that came from `url`. Raises Refused."""
    if "://" in source:
        return CheckRequest(id=number, url=source)
    path = Path(source)
    body = _body(path, settings.fetch.max_body_mib * _MEBIBYTE)
    address = url or path.resolve().as_uri()
    page = Page(url=address, body=body, headers=_headers(path), fetched_at=_saved_at(path))
    return CheckRequest(id=number, url=address, saved=page)


def _body(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            body = file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Refused(f"{path} cannot be read: {reason}; allowed: a file or a URL") from error
    if len(body) > limit:
        raise Refused(f"{path} is larger than max_body_mib in [fetch] allows ({limit // _MEBIBYTE} MiB)")
    return body


def _headers(path: Path) -> dict[str, str]:
    """What a server would have said of the file, as far as its name tells."""
    kind = _TYPES.get(path.suffix.lower())
    return {"content-type": kind} if kind else {}


def _saved_at(path: Path) -> datetime:
    """When the page was saved: what "2 days ago" in it counts from."""
    return min(datetime.fromtimestamp(path.stat().st_mtime, UTC), clock.now())


def document_of(source: str, observation: Observation) -> dict[str, Any]:
    """READING."""
    if observation.reading is not None:
        return {"source": source, **reading_to_json(observation.reading)}
    verdict = _VERDICTS.get(observation.result, Verdict.ERROR)
    reasons = [observation.reason or observation.result.value]
    nothing = {"posting": None, "roles": None, "whole": True}
    return {"source": source, "verdict": verdict.value, "reasons": reasons, **nothing}


def say_reading(document: dict[str, Any], zone: tzinfo, *, explain: bool) -> None:
    """Print what was read; with `explain` also from which words, where they stand, and what contradicts them."""
    say((cell(document["source"]), "strong"), f"  {document['verdict']}")
    for reason in document["reasons"] if explain or document["posting"] is None else ():
        say((f"   {cell(reason)}", "faint"))
    if document["posting"] is not None:
        posting = document["posting"] | {"roles": document["roles"]}
        say_posting(posting if explain else posting | {"evidence": {}}, zone, explain=explain)
    else:
        for role in document["roles"] or ():
            say(f"   - {cell(role['title'])}", (f"  {cell(role['url'] or '')}", "faint"))


def page_of(request: CheckRequest, seen: Observation) -> Page | None:
    """The page that was read, saved or fetched; None where none was."""
    if request.saved is not None or seen.body is None:
        return request.saved
    return Page(
        url=seen.final_url or request.url,
        body=seen.body,
        headers=seen.headers or {},
        status=seen.http_status or HTTPStatus.OK,
        fetched_at=seen.fetched_at,
    )


def say_quotes(document: dict[str, Any], page: Page | None) -> None:
    """Print the lines of the page's text that fields were read from, the words marked."""
    if page is None or document["posting"] is None:
        return
    from spiders.reader import text_of  # noqa: PLC0415 - costs more than a refused command line

    lines = list(marked_lines(text_of(page), document["posting"]["evidence"]))
    if lines:
        say("")
        say(("   On the page", "strong"))
    for line in lines:
        say(f"     {line}")


def _complain(sources: Sequence[str], seen: Sequence[Observation]) -> None:
    unread = [f"{source}: {it.reason}" for source, it in zip(sources, seen, strict=True) if it.reading is None]
    if unread:
        raise NotDone("\n".join(unread))
