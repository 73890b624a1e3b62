"""`monitor remove`."""

from typing import Annotated

import typer

from monitor import clock
from monitor.cli.parameters import WatchIds
from monitor.cli.session import find_watch, session_of
from monitor.cli.terminal import say
from storage import watches


def command(
    context: typer.Context,
    ids: WatchIds,
    *,
    purge: Annotated[bool, typer.Option("--purge", help="Forget the history too.")] = False,
) -> None:
    """Stop watching; the history is kept unless --purge."""
    with session_of(context).writing() as connection:
        found = [find_watch(connection, it) for it in ids]
        for watch in found:
            if purge:
                watches.purge(connection, watch.id)
            else:
                watches.remove(connection, watch.id, now=clock.now())
    for watch in found:
        say(f"{'forgot' if purge else 'removed'} {watch.id}  {watch.url}")
