"""`monitor check`."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from monitor import clock
from monitor.cli.delivering import deliver_now, try_templates
from monitor.cli.errors import NotDone, Refused
from monitor.cli.parameters import SomeWatchIds
from monitor.cli.progress import Progress
from monitor.cli.session import Session, find_watch, session_of
from monitor.cli.telling import headline_of, severity_style
from monitor.cli.terminal import cell, counted, note, say
from storage import checks, holder, watches
from storage.database import Connection, Database
from storage.rows import Watch

if TYPE_CHECKING:
    from monitor.checks import CheckResult

#: All that is due in one call.
_MOST = 1_000_000


def command(
    context: typer.Context,
    ids: SomeWatchIds = None,
    *,
    every_one: Annotated[bool, typer.Option("--all", help="All watches that are not paused.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Those whose time has come; also without any ID.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 when a page could not be read.")] = False,
    no_notify: Annotated[bool, typer.Option("--no-notify", help="Do not deliver what was found.")] = False,
) -> None:
    """Fetch now, in the foreground, and deliver what was found.

    Without any ID: those that are due. It ends well also when some pages could not be read, unless --strict. What was
    found is delivered at the end; where a daemon runs on the same database, that does it.
    """
    if bool(ids) + every_one + due > 1:
        raise Refused("IDs, --all and --due exclude each other")
    session = session_of(context)
    session.settle()
    if not no_notify:
        try_templates(session.settings.notify.targets)
    with session.database() as database:
        with database.reading() as connection:
            wanted = _chosen(connection, ids or (), every_one=every_one)
        failed = _checked(session, database, wanted, asked=bool(ids) or every_one)
        _remind(session, database)
        if not no_notify:
            deliver_now(session, database)
    if failed and strict:
        raise NotDone(f"{failed} of {len(wanted)} pages could not be read (--strict)")


def _chosen(connection: Connection, ids: Sequence[str], *, every_one: bool) -> list[Watch]:
    if every_one:
        return [watch for watch in watches.listed(connection) if not watch.paused]
    if not ids:
        return checks.due(connection, now=clock.now(), limit=_MOST, per_host=_MOST)
    found = {watch.id: watch for watch in (find_watch(connection, it) for it in ids)}
    for watch in found.values():
        if watch.removed_at is not None:
            raise Refused(f"watch {watch.id} was removed; `monitor add {watch.url}` starts it again")
    return list(found.values())


def _checked(session: Session, database: Database, wanted: Sequence[Watch], *, asked: bool) -> int:
    """Look at the watches and say what came of it; the number of pages that could not be read."""
    if not wanted:
        if not session.quiet:
            say("nothing is due; --all checks every watch")
        return 0
    from monitor.checks import check_watches  # noqa: PLC0415 - the crawler and what judges

    with Progress(len(wanted), quiet=session.quiet) as progress:

        def tell(result: "CheckResult") -> None:
            if session.quiet:
                return
            with progress.step():
                _say_result(result)

        summary = asyncio.run(check_watches(database, session.settings, wanted, asked=asked, on_result=tell))
    if not session.quiet:
        parts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(summary.outcomes.items()))
        say((f"{counted(summary.checks, 'check')}: {parts}; {counted(summary.changes, 'change')}", "strong"))
    if summary.checks < len(wanted):
        note(f"{len(wanted) - summary.checks} of {counted(len(wanted), 'page')} not looked at")
    return summary.failed


def _remind(session: Session, database: Database) -> None:
    """Tell of the deadlines that came near, unless a daemon runs on the database, which then does it."""
    if holder.held_by(database):
        return
    from monitor import reminding  # noqa: PLC0415 - what judges

    for change in reminding.remind(database, session.settings, clock.now()):
        if not session.quiet:
            say(
                f"{change.watch_id:>4}  ",
                (headline_of(change), severity_style(change.severity)),
                f"  {cell(change.summary)}",
            )


def _say_result(result: "CheckResult") -> None:
    failed = result.outcome in {"missing", "blocked", "failed", "disallowed"}
    say(
        f"{result.watch.id:>4}  ",
        (f"{result.outcome:<12}", "bad" if failed else "faint"),
        f"  {cell(result.title or result.watch.url)}",
        (f"  {cell(result.reason)}", "faint") if failed else "",
    )
    for change in result.changes:
        say("      ", (headline_of(change), severity_style(change.severity)), f"  {cell(change.summary)}")
