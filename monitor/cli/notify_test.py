"""`monitor notify test`."""

import asyncio
from typing import Annotated

import typer

from config.targets import TargetSettings
from monitor import clock
from monitor.cli.errors import NotDone
from monitor.cli.notify_targets import chosen_targets
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import say


def command(
    context: typer.Context,
    target: Annotated[str | None, typer.Argument(metavar="TARGET", help="Its name; without it, all.")] = None,
) -> None:
    """Send a sample and print the target's answer."""
    session = session_of(context)
    session.settle()
    refused = [it.name for it in chosen_targets(session.settings.notify.targets, target) if not _sampled(session, it)]
    if refused:
        raise NotDone(f"not taken by {', '.join(refused)}")


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
