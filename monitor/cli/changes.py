"""`monitor changes`."""

import json
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer

from monitor import clock
from monitor.cli.errors import Refused
from monitor.cli.parameters import AsJson, OneTag, Since
from monitor.cli.session import Session, session_of
from monitor.cli.telling import headline_of, severity_style
from monitor.cli.terminal import Column, cell, say, say_json, say_table
from monitor.cli.times import instant_of, short
from monitor.vocabulary import Kind
from storage import changes
from storage.database import Database
from storage.rows import StoredChange

_COLUMNS = (
    Column("id", 0),
    Column("time", 4),
    Column("watch", 0),
    Column("change", 2, least=8),
    Column("severity", 5),
    Column("summary", 3, least=10),
)
#: How often `--follow` looks for more.
_APART_SECONDS = 1.0


def command(
    context: typer.Context,
    *,
    since: Since = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="K", help="Only this kind; repeatable.")] = None,
    tag: OneTag = None,
    follow: Annotated[bool, typer.Option("--follow", help="Go on with new ones as they come.")] = False,
    as_json: AsJson = False,
) -> None:
    """Print the changes over all watches, newest last.

    With --follow and --json each is an object on a line of its own.
    """
    session = session_of(context)
    kinds = _known(kind or ())
    begin = None if since is None else instant_of(since, now=clock.now(), zone=session.zone)
    with session.database() as database:
        told = _stored(database, begin, kinds, tag, None)
        if follow:
            _follow(session, database, told, kinds, tag, as_json=as_json)
    _say_all(told, session, as_json=as_json)


def _known(kinds: Sequence[str]) -> Sequence[str]:
    for kind in kinds:
        if kind not in set(Kind):
            raise Refused(f'--kind: there is no kind "{kind}"; allowed: {", ".join(Kind)}')
    return kinds


def _stored(
    database: Database, since: datetime | None, kinds: Sequence[str], tag: str | None, after_id: int | None
) -> list[StoredChange]:
    with database.reading() as connection:
        return changes.stored(connection, since=since, kinds=kinds, tag=tag, after_id=after_id)


def _say_all(told: Sequence[StoredChange], session: Session, *, as_json: bool) -> None:
    if as_json:
        from monitor.cli.documents import change_document  # noqa: PLC0415 - for JSON only

        say_json([change_document(change) for change in told])
    elif told:
        say_table(_COLUMNS, [_row(change, session) for change in told])
    else:
        say("no changes")


def _row(change: StoredChange, session: Session) -> Sequence[str | tuple[str, str]]:
    return (
        str(change.id),
        short(change.detected_at, session.zone),
        str(change.watch_id),
        (headline_of(change), severity_style(change.severity)),
        change.severity,
        cell(change.summary),
    )


def _follow(
    session: Session,
    database: Database,
    told: Sequence[StoredChange],
    kinds: Sequence[str],
    tag: str | None,
    *,
    as_json: bool,
) -> None:
    """Print what is there and what comes, until interrupted."""
    session.settle()
    last = 0
    while True:
        for change in told:
            _say_one(change, session, as_json=as_json)
            last = max(last, change.id)
        sys.stdout.flush()
        time.sleep(_APART_SECONDS)
        told = _stored(database, None, kinds, tag, last)


def _say_one(change: StoredChange, session: Session, *, as_json: bool) -> None:
    if as_json:
        from monitor.cli.documents import change_document  # noqa: PLC0415 - for JSON only

        sys.stdout.write(f"{json.dumps(change_document(change))}\n")
        return
    number, at, watch, what, _, summary = _row(change, session)
    say(f"{number}  {at}  watch {watch}  ", what, f"  {summary}")
