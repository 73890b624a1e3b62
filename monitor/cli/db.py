"""`monitor db`."""

from pathlib import Path
from typing import Annotated

import typer

from monitor.cli.errors import NotDone
from monitor.cli.parameters import AsJson
from monitor.cli.session import session_of
from monitor.cli.terminal import cell, counted, say, say_json

app = typer.Typer(add_completion=False, rich_markup_mode=None, help="Upgrade, back up, check the database.")


@app.command()
def upgrade(context: typer.Context) -> None:
    """Bring the database's schema up to date, keeping every row."""
    from storage import migrating  # noqa: PLC0415 - alembic takes longer to load than most verbs run
    from storage.database import Database  # noqa: PLC0415 - as above

    session = session_of(context)
    database = Database.open(session.settings.database.resolved_url(), check_schema=False)
    try:
        before, after = migrating.upgrade(database)
    finally:
        database.close()
    say(f"schema {after} already" if before == after else f"schema {before or 'none'} → {after}")


@app.command()
def backup(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")]
) -> None:
    """Copy the database into a file while it is in use, and verify the copy."""
    from storage.backup import backup as write_backup  # noqa: PLC0415 - for this verb only

    with session_of(context).database() as database:
        write_backup(database, file)
    say(f"wrote {file}")


@app.command()
def check(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Check that the database holds what was written: references, integrity, snapshots, versions."""
    from storage import checking  # noqa: PLC0415 - for this verb only

    with session_of(context).database() as database:
        findings = checking.check(database)
    if as_json:
        say_json([{"kind": finding.kind, "text": finding.text} for finding in findings])
    for finding in findings if not as_json else ():
        say((finding.kind, "bad"), f"  {cell(finding.text)}")
    if findings:
        raise NotDone(f"{counted(len(findings), 'problem')} found in the database")
    if not as_json:
        say("the database is well")


@app.command()
def prune() -> None:
    """Not in this version yet."""
    raise NotDone("`monitor db prune` is not there yet: it comes with a later version")
