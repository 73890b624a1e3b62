"""`monitor notify pending`."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from monitor import clock
from monitor.cli.notify_states import TargetState, state_document, states_of
from monitor.cli.parameters import AsJson
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import Column, cell, say, say_json, say_table
from monitor.cli.times import short
from storage import bulletins, outbox
from storage.rows import Bulletin, Notice

_COLUMNS = (
    Column("notice", 0),
    Column("change", 0),
    Column("target", 1, least=6),
    Column("state", 0),
    Column("due", 3),
    Column("attempts", 5),
    Column("why", 2, least=10),
    Column("last error", 4, least=10),
)
_TARGETS = (
    Column("target", 0),
    Column("state", 0),
    Column("since", 1),
    Column("waiting", 3),
    Column("fallback", 4),
    Column("last answer", 2, least=10),
)


def command(
    context: typer.Context,
    *,
    targets: Annotated[
        bool, typer.Option("--targets", help="Print the targets: which are failing, since when.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print the notices that wait or failed, and why."""
    session = session_of(context)
    if targets:
        _targets(session, as_json=as_json)
        return
    from monitor.notify.waiting import reasons  # noqa: PLC0415 - the other half needs none of it

    with session.reading() as connection:
        notices = outbox.waiting(connection)
        words = bulletins.waiting(connection)
        why = reasons(connection, session.settings, notices, clock.now())
        failing = [it for it in states_of(connection, session.settings) if it.failing]
    if as_json:
        from monitor.cli.documents import notice_document  # noqa: PLC0415 - for JSON only

        say_json([notice_document(it) | {"why": why[it.id]} for it in notices])
        return
    _say(session, notices, words, why)
    for state in failing:
        since = short(state.since, session.zone) if state.since else "-"
        say((f"{state.name} is failing", "bad"), f" since {since}: {cell(state.answer or '-')}")


def _say(session: Session, notices: Sequence[Notice], words: Sequence[Bulletin], why: Mapping[int, str]) -> None:
    rows = [
        (str(it.id), str(it.change_id), it.target, *_where(it, session), why[it.id], cell(it.last_error or "-"))
        for it in notices
    ]
    rows += [("-", "-", it.target, *_where(it, session), cell(it.title), cell(it.last_error or "-")) for it in words]
    if rows:
        say_table(_COLUMNS, rows)
    else:
        say("nothing waits")


def _where(it: Notice | Bulletin, session: Session) -> tuple[str, str, str]:
    return it.state, short(it.due_at, session.zone), str(it.attempts)


def _targets(session: Session, *, as_json: bool) -> None:
    with session.reading() as connection:
        states = states_of(connection, session.settings)
    if as_json:
        say_json([state_document(it) for it in states])
    elif states:
        say_table(_TARGETS, [_row(it, session) for it in states])
    else:
        say("there is no target; add one to [[notify.targets]]")


def _row(it: TargetState, session: Session) -> tuple[str | tuple[str, str], ...]:
    since = short(it.since, session.zone) if it.since else "-"
    state = ("failing", "bad") if it.failing else ("well", "good")
    return it.name, state, since, str(it.waiting), it.fallback or "-", cell(it.answer or "-")
