"""`monitor demo`."""

from typing import Annotated

import typer

from monitor.cli.session import session_of
from monitor.cli.terminal import say


def command(
    context: typer.Context, *, once: Annotated[bool, typer.Option("--once", help="End after one act.")] = False
) -> None:
    """Show a local board that changes while you look.

    It is watched by a daemon on a throw-away database. Without --once it stays until it is interrupted.
    """
    from monitor.demo.play import play  # noqa: PLC0415 - for this verb only

    session_of(context).settle(configured=False)
    play(once=once, say=say)
