"""`monitor resume`."""

import typer

from monitor import clock
from monitor.cli.parameters import WatchIds
from monitor.cli.session import find_watch, session_of
from monitor.cli.terminal import say
from storage import watches


def command(context: typer.Context, ids: WatchIds) -> None:
    """Go on with checks after `pause`, the first at once."""
    with session_of(context).writing() as connection:
        found = [find_watch(connection, it) for it in ids]
        for watch in found:
            if watch.paused:
                watches.resume(connection, watch.id, next_check_at=clock.now())
    for watch in found:
        say(f"{'resumed' if watch.paused else 'not paused:'} {watch.id}  {watch.url}")
