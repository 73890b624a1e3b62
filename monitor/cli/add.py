"""`monitor add`."""

import random
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from config.settings import Settings
from monitor import clock
from monitor.cli.addresses import host_of, refusals, tidied
from monitor.cli.errors import Refused
from monitor.cli.intervals import interval_from
from monitor.cli.parameters import AsJson, Every, Tags
from monitor.cli.session import session_of
from monitor.cli.terminal import say, say_json
from monitor.cli.wanted import Wanted, wanted_in
from monitor.scheduling import first_check_at
from storage import watches
from storage.rows import NewWatch
from storage.watches import LONGEST_URL

#: More than so many are counted, not listed.
_MOST_PROBLEMS = 20
#: So many new watches are due at once; `check` after `add` is what people do.
_MOST_AT_ONCE = 20
#: Characters of a URL that is too long to be one.
_SHOWN = 100


def command(
    context: typer.Context,
    urls: Annotated[list[str] | None, typer.Argument(metavar="URL...", help="Pages to watch.")] = None,
    *,
    from_file: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="A file of URLs: one a line, CSV, JSON or OPML; - is the input."),
    ] = None,
    tag: Tags = None,
    every: Every = None,
    board: Annotated[bool, typer.Option("--board", help="They are boards, which list postings.")] = False,
    as_json: AsJson = False,
) -> None:
    """Start watching pages.

    Posting or board is found at the first check. All pages are added or, where one cannot be watched, none. Adding
    a page twice makes no second watch.
    """
    session = session_of(context)
    wanted = [Wanted(url=url, origin="") for url in urls or ()] + (wanted_in(from_file) if from_file else [])
    if not wanted:
        raise Refused("no URL given; monitor add URL..., or --from FILE")
    new = _checked(wanted, session.settings, tags=tag or (), every=every, board=board)
    now = clock.now()
    firsts = _first_checks(new, session.settings, now)
    with session.writing() as connection:
        added = [
            (it.url, *watches.add(connection, it, now=now, first_check_at=first))
            for it, first in zip(new, firsts, strict=True)
        ]
    if as_json:
        say_json([{"id": number, "url": url, "added": created} for url, number, created in added])
        return
    for url, number, created in added:
        say(f"{number}  {url}", ("" if created else "  (watched already)", "faint"))


def _first_checks(new: Sequence[NewWatch], settings: Settings, now: datetime) -> list[datetime]:
    """When each is first checked: a few at once, a long list spread, so that it is not due together for ever."""
    if len(new) <= _MOST_AT_ONCE:
        return [now] * len(new)
    spread, chance = settings.schedule.default_interval * settings.schedule.jitter, random.SystemRandom()
    return [first_check_at(now=now, spread=spread, unit=chance.random()) for _ in new]


def _checked(
    wanted: Sequence[Wanted], settings: Settings, *, tags: Sequence[str], every: str | None, board: bool
) -> list[NewWatch]:
    """The watches to be made.

    Raises:
        Refused: any of them cannot be; each with its place and reason.
    """
    addresses = [tidied(it.url) for it in wanted]
    refused = refusals(dict.fromkeys(addresses), allow_private=settings.fetch.allow_private_addresses)
    problems = [
        f"{it.origin}{_clipped(url)}: {reason}"
        for it, url in zip(wanted, addresses, strict=True)
        if (reason := refused.reasons.get(url))
    ]
    if problems:
        many = f"{'' if refused.are_all else 'at least '}{len(problems)} of {len(wanted)}"
        raise Refused(*_shortened(problems), f"nothing was added ({many} cannot be watched)")
    return [
        NewWatch(
            url=url,
            host=host_of(urlsplit(url)),
            kind="board" if board else it.kind,
            tags=tuple(dict.fromkeys((*it.tags, *tags))),
            interval=interval_from(said, settings.schedule, origin=it.origin) if (said := every or it.every) else None,
        )
        for it, url in zip(wanted, addresses, strict=True)
    ]


def _clipped(url: str) -> str:
    return url if len(url) <= LONGEST_URL else f"{url[:_SHOWN]}…"


def _shortened(problems: Sequence[str]) -> list[str]:
    kept = list(problems[:_MOST_PROBLEMS])
    return kept if len(kept) == len(problems) else [*kept, f"and {len(problems) - len(kept)} more"]
