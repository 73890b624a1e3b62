"""`monitor db upgrade`."""

from typing import Annotated

import typer

from monitor.cli.session import session_of
from monitor.cli.terminal import say
from storage.database import Database


def command(
    context: typer.Context,
    *,
    no_backup: Annotated[bool, typer.Option("--no-backup", help="Make no backup before.")] = False,
) -> None:
    """Bring the database's schema up to date, keeping every row.

    A verified backup of an older one is made before, in the folder `backup` beside it.
    """
    session = session_of(context)
    database = Database.open(session.settings.database.resolved_url(), check_schema=False)
    try:
        done = session.upgrade(database, backup=not no_backup)
    finally:
        database.close()
    is_same = done.before == done.after
    say(f"schema {done.after} already" if is_same else f"schema {done.before or 'none'} → {done.after}")
