"""`monitor list`."""

from collections.abc import Sequence
from datetime import tzinfo

import typer

from monitor.cli.history import name_of
from monitor.cli.parameters import AsJson, OneTag
from monitor.cli.session import session_of
from monitor.cli.terminal import Column, cell, say, say_json, say_table
from monitor.cli.times import short
from monitor.notify.phrases import value
from storage import watches
from storage.rows import Watch

_COLUMNS = (
    Column("id", 0),
    Column("title", 1, least=10),
    Column("organization", 4, least=6),
    Column("status", 0),
    Column("pay", 3, least=8),
    Column("deadline", 2),
    Column("last check", 5),
    Column("outcome", 0),
    Column("next check", 6),
)
_STATUS_STYLES = {"open": "good", "closed": "bad", "removed": "bad", "upcoming": "strong", "unknown": "faint"}


def command(context: typer.Context, *, tag: OneTag = None, as_json: AsJson = False) -> None:
    """Print the watches with what is known of them."""
    session = session_of(context)
    with session.reading() as connection:
        found = watches.listed(connection, tag=tag, with_record=True)
    if as_json:
        from monitor.cli.documents import watch_document  # noqa: PLC0415 - for JSON only

        say_json([watch_document(watch, session.settings.schedule) for watch in found])
    elif found:
        say_table(_COLUMNS, [_row(watch, session.zone) for watch in found])
    else:
        say("no watches; `monitor add URL` makes one" if tag is None else f"no watch has the tag {cell(tag)}")


def _row(watch: Watch, zone: tzinfo) -> Sequence[str | tuple[str, str]]:
    posting = (watch.record or {}).get("posting") or {}
    failed = watch.last_outcome in {"missing", "blocked", "failed", "disallowed"}
    return (
        str(watch.id),
        cell(posting.get("title") or (name_of(watch) if watch.record else watch.url)),
        cell(posting.get("organization") or "-"),
        (watch.status, _STATUS_STYLES[watch.status]) if watch.kind != "board" else "-",
        cell(value(posting["pay"], zone)) if posting.get("pay") else "-",
        _deadline(posting.get("deadline"), zone),
        short(watch.last_checked_at, zone),
        (watch.last_outcome, "bad" if failed else "faint") if watch.last_outcome else "-",
        "paused" if watch.paused else short(watch.next_check_at, zone),
    )


def _deadline(deadline: dict[str, object] | None, zone: tzinfo) -> str:
    from datetime import datetime  # noqa: PLC0415 - a name used once

    if not deadline:
        return "-"
    at = str(deadline["at"])
    return at[:10] if deadline["date_only"] else short(datetime.fromisoformat(at), zone)
