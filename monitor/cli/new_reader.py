"""`monitor new-reader`."""

import asyncio
import re
from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.errors import NotDone, Refused
from monitor.cli.read import document_of, request_of, say_reading
from monitor.cli.session import session_of
from monitor.cli.terminal import say
from spiders import recorded
from spiders.observation import CheckRequest, Observation
from spiders.posting import Page

#: The recorded pages of a checkout, and what makes a folder one.
_FOLDER = Path("tests", "spiders", "recorded")
_TEST = Path("tests", "spiders", "test_recorded.py")
_NAME = re.compile(r"[a-z0-9_-]{1,64}")


def command(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="URL|FILE", help="A live page, or a saved one.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call the recording.")],
    *,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the saved page came from.")] = None,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="FOLDER", help="Where recordings are, if not in this checkout.")
    ] = None,
) -> None:
    """Record a page and what is read in it, as a test to correct.

    It writes the folder NAME with the page, where it came from, and what was read.
    """
    folder = _folder(name, into)
    session = session_of(context)
    session.settle()
    request = request_of(0, source, url, session.settings)
    from monitor.checks import read_pages  # noqa: PLC0415 - the crawler; a wrong file name needs none

    [seen] = asyncio.run(read_pages(session.settings, [request]))
    _record(folder, source, request, seen)
    say_reading(document_of(source, seen), session.zone, explain=True)
    _say_next(folder)


def _folder(name: str, into: Path | None) -> Path:
    """Where the recording will be; nothing is there yet."""
    if not _NAME.fullmatch(name):
        raise Refused(f"{name!r} is no name for a recording; allowed: up to 64 of a-z, 0-9, - and _")
    folder = (into if into is not None else _recordings_of_checkout()) / name
    if folder.exists() or folder.is_symlink():
        raise Refused(f"{folder} is there already; choose another name, or delete it first")
    return folder


def _recordings_of_checkout() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / _TEST).is_file():
            found = folder / _FOLDER
            return found.relative_to(here) if found.is_relative_to(here) else found
    raise Refused(f"{here} is in no checkout of the monitor (there is no {_TEST}); name a folder with --into")


def _record(folder: Path, source: str, request: CheckRequest, seen: Observation) -> None:
    if seen.reading is None or seen.body is None:
        raise NotDone(f"{source}: {seen.reason or seen.result.value}; nothing was recorded")
    page = Page(
        url=seen.final_url or request.url,
        body=seen.body,
        headers=seen.headers or {},
        status=seen.http_status or 200,
        fetched_at=seen.fetched_at,
    )
    try:
        recorded.write(folder, page, seen.reading)
    except OSError as error:
        raise NotDone(f"{folder} cannot be written: {error.strerror}") from error


def _say_next(folder: Path) -> None:
    expected = folder / recorded.EXPECTED
    say("")
    say(("Recorded ", "strong"), f"in {folder}. Next:")
    say("   1. Replace names and words in the page that are not yours to publish.")
    say(f"   2. Correct {expected}: what a careful person would read; leave out what does not matter.")
    say(f"   3. python -m pytest {_TEST} -k {folder.name}")
