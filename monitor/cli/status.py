"""`monitor status`."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Annotated

import typer

from monitor import clock
from monitor.cli.errors import NotDone
from monitor.cli.parameters import AsJson
from monitor.cli.session import backups_folder, session_of
from monitor.cli.terminal import cell, counted, say, say_json
from monitor.telemetry.needs import Need, hours, needs
from monitor.telemetry.standing import Standing, standing

_WIDTH = 12
_KIB = 1024


def command(
    context: typer.Context,
    *,
    check: Annotated[bool, typer.Option("--check", help="Exit code 1 when something needs a person.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say how the service does: queues, errors, room, versions.

    It looks at the database alone: what a daemon on another machine does is seen too.
    """
    session = session_of(context)
    with session.database() as database:
        now = standing(database, session.settings, backups_folder(database), now=clock.now())
    found = needs(now, failing_after=session.settings.notify.failing_after)
    if as_json:
        from monitor.cli.status_document import document  # noqa: PLC0415 - for JSON only

        say_json(document(now, found))
    elif not (check and session.quiet):
        _say(now, found, session.zone)
    if check and found:
        raise NotDone("; ".join(f"{it.what}: {it.text}" for it in found))


def _say(now: Standing, found: list[Need], zone: tzinfo) -> None:
    if not found:
        say(("all is well", "good"))
    for need in found:
        say((f"{need.what}: ", "bad"), cell(need.text))
    for name, text in _lines(now, zone):
        say((f"{name:<{_WIDTH}}", "strong"), cell(text))


def _lines(now: Standing, zone: tzinfo) -> Iterator[tuple[str, str]]:
    yield "daemon", _daemon(now, zone)
    for it in now.rounds:
        seen = f"{counted(it.checks, 'check')}, {counted(it.errors, 'error')}, {counted(it.changes, 'change')}"
        yield "round", f"{_exact(it.begun_at, zone)}: {seen} in {it.seconds:.1f} s"
    yield "watches", _watches(now)
    yield "checks", _checks(now)
    yield "changes", ", ".join(f"{number} {kind}" for kind, number in now.changes.items()) or "none in 24 hours"
    yield from _hosts(now, zone)
    yield from _deliveries(now, zone)
    yield "disk", _disk(now, zone)
    yield "versions", ", ".join(f"{name} {it}" for name, it in now.versions.items())


def _daemon(now: Standing, zone: tzinfo) -> str:
    last = f"last sign of life {_exact(now.alive_at, zone)}, last good round {_exact(now.good_at, zone)}"
    if now.holder is None:
        return f"none runs; {last}" if now.alive_at else "none runs"
    who = f"{now.holder.what} (pid {now.holder.pid} on {now.holder.host}) since {_exact(now.holder.since, zone)}"
    return f"{who}; {last}"


def _watches(now: Standing) -> str:
    known = now.queue
    counts = f"{known.active} active, {known.paused} paused; {known.due} due, {known.overdue} overdue"
    return f"{counts}, {known.held_back} held back with their hosts; {known.blind} cannot be read"


def _checks(now: Standing) -> str:
    counts = ", ".join(f"{number} {outcome}" for outcome, number in now.checked.outcomes.items() if number)
    about = "about " if now.checked.estimated else ""
    return f"since {now.checked_since:%Y-%m-%d} (UTC): {about}{counts or 'none'}"


def _hosts(now: Standing, zone: tzinfo) -> Iterator[tuple[str, str]]:
    for it in now.worst:
        paused = f", left alone until {_exact(it.paused_until, zone)}" if _is_paused(it.paused_until, now.at) else ""
        row = f", {it.failures} in a row" if it.failures else ""
        yield "errors", f"{it.name}: {it.errors} of {it.checked} watches{row}{paused}"
    for slow in now.slow:
        yield "slow", f"{slow.name}: {slow.watches} watches, one pass takes {hours(slow.pass_seconds)}"


def _is_paused(until: datetime | None, at: datetime) -> bool:
    return until is not None and until > at


def _deliveries(now: Standing, zone: tzinfo) -> Iterator[tuple[str, str]]:
    for it in now.undelivered:
        yield "notices", f"{it.target}: {it.waiting} waiting, {it.failed} given up"
    for name, known in now.failing.items():
        yield "failing", f"{name} since {_exact(known.since, zone)}: {known.text or ''}"


def _disk(now: Standing, zone: tzinfo) -> str:
    known, copies = now.sizes, now.backups
    stored = (
        f"{counted(known.snapshots, 'snapshot')} ({_size(known.snapshot_bytes)}), {counted(known.captures, 'capture')}"
    )
    newest = f", the newest of {_exact(copies.newest_at, zone)}" if copies.newest_at else ""
    backed_up = f"{counted(copies.number, 'backup')} ({_size(copies.bytes)}){newest}"
    free = "" if now.free_bytes is None else f"; {_size(now.free_bytes)} free"
    return f"database {_size(known.database_bytes)}: {stored}; {backed_up}{free}"


def _exact(at: datetime | None, zone: tzinfo) -> str:
    return "never" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}"


def _size(number: int) -> str:
    """Bytes in the unit that leaves few digits."""
    size, units = float(number), iter(("B", "KiB", "MiB", "GiB"))
    unit = next(units)
    for larger in units:
        if size < _KIB:
            break
        size, unit = size / _KIB, larger
    return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
