"""`monitor db backup`."""

from pathlib import Path
from typing import Annotated

import typer

from monitor import clock
from monitor.cli.errors import Refused
from monitor.cli.session import session_of
from monitor.cli.terminal import say


def command(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Where to write it; FOLDER/: there, named by its time; .zst: compressed."),
    ],
    *,
    keep: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Of those in FOLDER/, remove the oldest but for N.")
    ] = None,
) -> None:
    """Copy the database into a file while it is in use, and verify the copy."""
    from storage import backups  # noqa: PLC0415 - for this verb only
    from storage.backup import backup as write_backup  # noqa: PLC0415 - as above

    path = Path(file)
    is_folder = file.endswith("/") or path.is_dir()
    if keep and not is_folder:
        raise Refused("--keep is for a folder: end its name with /")
    with session_of(context).database() as database:
        if not is_folder:
            write_backup(database, path)
            say(f"wrote {path}")
            return
        say(f"wrote {backups.add(database, path, now=clock.now())}")
        for gone in backups.rotate(database, path, keep=keep) if keep else ():
            say(f"removed {gone}")
