"""`monitor db restore`."""

from pathlib import Path
from typing import Annotated

import typer

from monitor import clock
from monitor.cli.session import backups_folder, session_of
from monitor.cli.terminal import counted, say
from storage.database import Database
from storage.schema import REVISION


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `monitor db backup` wrote.")],
    *,
    force: Annotated[bool, typer.Option("--force", help="Also over a database that has watches.")] = False,
) -> None:
    """Put a backup in the place of the database.

    The backup of an SQLite database may become a PostgreSQL one, and the other way round; an older one is upgraded.
    It is read whole before anything is touched. With --force, what was there is backed up first.
    """
    from storage.locating import located  # noqa: PLC0415 - for this verb only
    from storage.restoring import restore  # noqa: PLC0415 - as above

    target = Database(located(session_of(context).settings.database.resolved_url()))
    try:
        done = restore(target, file, backups_folder(target), now=clock.now(), force=force)
    finally:
        target.close()
    upgraded = "" if done.revision == REVISION else f"; schema {done.revision} → {REVISION}"
    held = f"{counted(done.watches, 'watch', 'watches')}, {counted(done.versions, 'version')}"
    say(f"restored {file}: {held}{upgraded}")
    if done.before:
        say(f"what was there before is kept in {done.before}")
