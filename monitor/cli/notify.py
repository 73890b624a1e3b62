"""`monitor notify`."""

import asyncio
from typing import Annotated

import typer

from config.settings import TargetSettings
from monitor import clock
from monitor.cli.delivering import deliver_now
from monitor.cli.errors import NotDone, Refused
from monitor.cli.parameters import AsJson
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import Column, cell, counted, say, say_json, say_table
from monitor.cli.times import short
from storage import outbox

app = typer.Typer(add_completion=False, rich_markup_mode=None, help="Try the targets; see and retry what waits.")

_COLUMNS = (
    Column("notice", 0),
    Column("change", 0),
    Column("target", 1, least=6),
    Column("state", 0),
    Column("due", 3),
    Column("attempts", 4),
    Column("last error", 2, least=10),
)


@app.command("test")
def send(
    context: typer.Context,
    target: Annotated[str | None, typer.Argument(metavar="TARGET", help="Its name; without it, all.")] = None,
) -> None:
    """Send a sample and print the target's answer."""
    session = session_of(context)
    session.settle()
    refused = [it.name for it in _targets(session, target) if not _sampled(session, it)]
    if refused:
        raise NotDone(f"not taken by {', '.join(refused)}")


@app.command()
def pending(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Print the notices that wait or failed."""
    session = session_of(context)
    with session.reading() as connection:
        waiting = outbox.waiting(connection)
    if as_json:
        from monitor.cli.documents import notice_document  # noqa: PLC0415 - for JSON only

        say_json([notice_document(notice) for notice in waiting])
    elif waiting:
        rows = [
            (
                str(it.id),
                str(it.change_id),
                it.target,
                it.state,
                short(it.due_at, session.zone),
                str(it.attempts),
                cell(it.last_error or "-"),
            )
            for it in waiting
        ]
        say_table(_COLUMNS, rows)
    else:
        say("nothing waits")


@app.command()
def retry(context: typer.Context) -> None:
    """Try again now what waits for another attempt or was given up."""
    session = session_of(context)
    session.settle()
    with session.database() as database:
        with database.writing() as connection:
            count = outbox.retry(connection, now=clock.now())
        say(f"trying {counted(count, 'notice')} again" if count else "nothing waits for another attempt")
        left = deliver_now(session, database)
    if left:
        raise NotDone(f"not taken: {counted(left, 'notice')}; see `monitor notify pending`")


def _targets(session: Session, name: str | None) -> list[TargetSettings]:
    targets = session.settings.notify.targets
    chosen = [target for target in targets if name in {None, target.name}]
    if not chosen:
        known = ", ".join(target.name for target in targets) or "none; add one to [[notify.targets]]"
        raise Refused(f"there is no target {name or 'at all'}; targets: {known}")
    return chosen


def _sampled(session: Session, target: TargetSettings) -> bool:
    from monitor.notify.delivery import send_sample  # noqa: PLC0415 - apprise takes longer to load than most verbs run

    seconds = session.settings.notify.timeout_seconds
    result = asyncio.run(send_sample(target, session.zone, seconds=seconds, now=clock.now()))
    say(
        f"{target.name}: ",
        ("taken" if result.ok else "not taken", "good" if result.ok else "bad"),
        f": {result.answer}",
    )
    return result.ok
