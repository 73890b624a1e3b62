"""`monitor pause`."""

import typer

from monitor.cli.parameters import WatchIds
from monitor.cli.session import find_watch, session_of
from monitor.cli.terminal import say
from storage import watches


def command(context: typer.Context, ids: WatchIds) -> None:
    """Make no checks until `resume`."""
    with session_of(context).writing() as connection:
        found = [find_watch(connection, it) for it in ids]
        for watch in found:
            watches.pause(connection, watch.id)
    for watch in found:
        say(f"paused {watch.id}  {watch.url}")
