"""`monitor notify backtest`."""

import json
from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Annotated, Any

import typer

from monitor import clock
from monitor.cli.notify_history import told_since
from monitor.cli.notify_targets import chosen_targets
from monitor.cli.parameters import AsJson, Since
from monitor.cli.session import Session, session_of
from monitor.cli.telling import severity_style
from monitor.cli.terminal import Column, cell, counted, say, say_table
from monitor.cli.times import instant_of, short
from monitor.notify.rehearsing import Line, Rehearsal, rehearse

#: The last messages that are shown of each target, and changes of each of them; `--json` has all.
_SHOWN = 20
_SHOWN_OF_ONE = 5

_COLUMNS = (
    Column("target", 0),
    Column("changes", 0),
    Column("messages", 0),
    Column("left out by", 1, least=10),
)


def command(
    context: typer.Context,
    *,
    since: Since = None,
    target: Annotated[str | None, typer.Option("--target", metavar="T", help="Only this target.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say what these rules would have sent of the recorded changes.

    Nothing is sent or recorded. With `monitor --config FILE` the rules of a file that is not in use yet are tried. Of
    each target the last messages are shown; --json has all.
    """
    session = session_of(context)
    targets = chosen_targets(session.settings.notify.targets, target)
    begin = instant_of(since, now=clock.now(), zone=session.zone) if since else None
    with session.reading() as connection:
        rehearsals = rehearse(told_since(connection, begin), targets, session.zone)
    if as_json:
        # On one line: indented, a long history takes several times as long to write.
        say(json.dumps(_document(begin, rehearsals)))
    else:
        _say(rehearsals, session)


def _document(begin: datetime | None, rehearsals: Sequence[Rehearsal]) -> dict[str, Any]:
    from monitor.cli.documents import time_document  # noqa: PLC0415 - for JSON only

    return {
        "since": time_document(begin),
        "targets": [
            {
                "target": it.target,
                "changes": it.changes,
                "messages": len(it.messages),
                "left_out": dict(it.left_out),
                "lines": [
                    _line_document(line, number) | {"goes_at": time_document(message.at)}
                    for number, message in enumerate(it.messages, start=1)
                    for line in message.lines
                ],
            }
            for it in rehearsals
        ],
    }


def _line_document(line: Line, message: int) -> dict[str, Any]:
    from monitor.cli.documents import time_document  # noqa: PLC0415 - for JSON only

    return {
        "change_id": line.change_id,
        "watch_id": line.watch_id,
        "kind": line.kind,
        "severity": line.severity,
        "name": line.name,
        "summary": line.summary,
        "seen_at": time_document(line.seen_at),
        "message": message,
    }


def _say(rehearsals: Sequence[Rehearsal], session: Session) -> None:
    say_table(_COLUMNS, [_row(it) for it in rehearsals])
    for rehearsal in rehearsals:
        if rehearsal.messages:
            _say_messages(rehearsal, session)


def _row(it: Rehearsal) -> Sequence[str]:
    left_out = ", ".join(f"{rule} {count}" for rule, count in sorted(it.left_out.items(), key=lambda pair: -pair[1]))
    return it.target, str(it.changes), str(len(it.messages)), left_out or "-"


def _say_messages(rehearsal: Rehearsal, session: Session) -> None:
    say()
    say((rehearsal.target, "strong"))
    hidden = max(len(rehearsal.messages) - _SHOWN, 0)
    if hidden:
        say(f"   {counted(hidden, 'message')} before these")
    for message in islice(rehearsal.messages, hidden, None):
        at = short(message.at, session.zone)
        if len(message.lines) == 1:
            _say_line(message.lines[0], f"   {at}")
        else:
            _say_together(message.lines, at, session)


def _say_together(lines: Sequence[Line], at: str, session: Session) -> None:
    say(f"   {at}  ", (f"{counted(len(lines), 'change')} in one message", "strong"))
    for line in lines[:_SHOWN_OF_ONE]:
        _say_line(line, f"      seen {short(line.seen_at, session.zone)}")
    if len(lines) > _SHOWN_OF_ONE:
        say(f"      and {len(lines) - _SHOWN_OF_ONE} more")


def _say_line(line: Line, begin: str) -> None:
    say(
        f"{begin}  change {line.change_id}  ",
        (line.kind, severity_style(line.severity)),
        f"  {cell(line.name)}: {cell(line.summary)}",
    )
