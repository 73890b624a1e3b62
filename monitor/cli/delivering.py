"""Delivering what waits, in the foreground."""

import asyncio
from collections.abc import Iterable

from config.targets import TargetSettings
from monitor import clock
from monitor.cli.session import Session
from monitor.cli.terminal import counted, note
from storage import holder
from storage.database import Database


def try_templates(targets: Iterable[TargetSettings]) -> None:
    """Try the user's own templates on a change of every kind.

    Raises:
        ConfigError: one cannot be used; names its file, the line and what is wrong.
    """
    for target in targets:
        if target.template:
            from monitor.notify.templates import try_out  # noqa: PLC0415 - few need it

            try_out(target, clock.now())


def deliver_now(session: Session, database: Database) -> int:
    """Deliver what is due, unless a daemon runs on the database, which then does it.

    Returns:
        How many notices were not taken.
    """
    if not session.settings.notify.targets:
        return 0
    if held := holder.held_by(database):
        if not session.quiet:
            note(f"{held.what} (pid {held.pid} on {held.host}) runs on this database and delivers what waits")
        return 0
    from monitor.notify.sender import drain  # noqa: PLC0415 - apprise takes longer to load than most verbs run

    summary = asyncio.run(drain(database, session.settings))
    if (sent := summary.sent.total()) and not session.quiet:
        note(f"{counted(sent, 'notice')} sent")
    for target, answer in summary.answers.items():
        note(f"monitor: target {target}: {answer}; see `monitor notify pending`")
    return summary.postponed.total() + summary.parked.total()
