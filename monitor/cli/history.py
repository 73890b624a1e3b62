"""`monitor history`."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Any

import typer

from config.settings import Settings
from monitor.cli.parameters import AsJson, WatchId
from monitor.cli.session import find_watch, session_of
from monitor.cli.telling import say_change
from monitor.cli.terminal import cell, counted, say, say_json
from monitor.notify.phrases import deadline, instant, value
from storage import changes, versions
from storage.rows import StoredChange, Version, Watch


def command(context: typer.Context, watch: WatchId, *, as_json: AsJson = False) -> None:
    """Print the versions and changes of a watch, newest last."""
    session = session_of(context)
    with session.reading() as connection:
        found = find_watch(connection, watch, with_record=True)
        seen = versions.of_watch(connection, found.id)
        told = changes.stored(connection, watch_id=found.id)
    if as_json:
        _say_document(found, seen, told, session.settings)
    else:
        _say_history(found, seen, told, session.zone)


def _say_document(watch: Watch, seen: Sequence[Version], told: Sequence[StoredChange], settings: Settings) -> None:
    from monitor.cli.documents import history_document  # noqa: PLC0415 - the readers' values are for JSON only

    say_json(history_document(watch, seen, told, settings.schedule))


def _say_history(watch: Watch, seen: Sequence[Version], told: Sequence[StoredChange], zone: tzinfo) -> None:
    say((f"{watch.id}  {name_of(watch)}", "strong"))
    say(f"   {watch.url}")
    _say_changes([it for it in told if it.to_version == 0], zone)
    for version in seen:
        say()
        _say_version(version, watch, zone)
        _say_changes([it for it in told if it.to_version == version.seq], zone)
    say()
    say(*_last_look(watch, zone))


def name_of(watch: Watch) -> str:
    """The title and organization of a watch whose record was loaded, or what it is else."""
    record: Mapping[str, Any] = watch.record or {}
    posting = record.get("posting") or {}
    parts = [cell(part) for part in (posting.get("title"), posting.get("organization")) if part]
    if parts:
        return " – ".join(parts)
    return f"board of {counted(len(record['roles']), 'posting')}" if record.get("roles") is not None else "(no title)"


def _say_version(version: Version, watch: Watch, zone: tzinfo) -> None:
    how = "read again with a newer reader" if version.reread else ""
    first = f"first read: {_essence(version.record, zone)}" if version.seq == 1 and not how else how
    seen = f"seen until {instant(version.last_seen_at, zone)}" if version.seq == watch.version else ""
    extras = "; ".join(part for part in (first, seen) if part)
    beside = (f"  {extras}", "faint") if extras else ""
    say((f"version {version.seq}", "strong"), f"  {instant(version.observed_at, zone)}", beside)


def _essence(record: Mapping[str, Any], zone: tzinfo) -> str:
    """What matters most of a reading, in one line."""
    posting = record.get("posting")
    if not posting:
        return counted(len(record.get("roles") or ()), "posting")
    parts = [posting["status"]]
    parts += [value(posting["pay"], zone)] if posting["pay"] else []
    parts += [f"apply until {deadline(posting['deadline'], zone)}"] if posting["deadline"] else []
    return cell(", ".join(parts))


def _say_changes(told: Sequence[StoredChange], zone: tzinfo) -> None:
    for change in told:
        # What made the version was seen with it; what was told later says when.
        if change.from_version == change.to_version:
            say(("  ", "faint"), (instant(change.detected_at, zone), "faint"))
        say_change(change, zone, indent="  ")


def _last_look(watch: Watch, zone: tzinfo) -> tuple[tuple[str, str], ...]:
    if watch.last_checked_at is None:
        return (("not checked yet: `monitor check` or the daemon does it", "faint"),)
    reason = f" ({cell(watch.last_reason)})" if watch.last_reason else ""
    return ((f"last checked {instant(watch.last_checked_at, zone)}: {watch.last_outcome}{reason}", "faint"),)
