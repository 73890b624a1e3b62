"""`monitor reread`."""

import asyncio
from typing import Annotated

import typer

from monitor.cli.parameters import SomeWatchIds
from monitor.cli.session import Session, find_watch, session_of
from monitor.cli.terminal import cell, counted, say
from storage import watches
from storage.database import Database
from storage.rows import Watch


def command(
    context: typer.Context,
    ids: SomeWatchIds = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be read differently.")] = False,
) -> None:
    """Read the stored pages again with today's readers.

    What they read becomes the new baseline; nobody is alerted.
    """
    session = session_of(context)
    session.settle()
    with session.database() as database:
        with database.reading() as connection:
            chosen = [find_watch(connection, it) for it in ids] if ids else watches.listed(connection)
        known = [watch for watch in chosen if watch.version]
        differing = sum(asyncio.run(_reread(session, database, known, dry_run=dry_run))) if known else 0
    done = "could be read again" if dry_run else "read again"
    say(f"{counted(len(known), 'page')} {done}, {differing} of them differently")


async def _reread(session: Session, database: Database, known: list[Watch], *, dry_run: bool) -> list[bool]:
    from monitor.crawling import Crawler  # noqa: PLC0415 - what reads is loaded by the verbs that read
    from monitor.rereading import Reread, refresh  # noqa: PLC0415 - as above

    def told(result: Reread) -> bool:
        if result.problem:
            say(f"{result.watch.id}  {result.watch.url}", (f"  {cell(result.problem)}", "bad"))
        elif result.differences:
            say(f"{result.watch.id}  {result.watch.url}")
        for change in result.differences:
            say(f"      {change.kind}  {cell(change.summary)}")
        return bool(result.differences)

    async with Crawler(session.settings.fetch) as crawler:
        return [told(it) for it in await refresh(database, session.settings, crawler, known, dry_run=dry_run)]
