"""`db check`: whether stored pages, read again, give the records that are stored."""

from collections.abc import AsyncIterator

from config.settings import Settings
from monitor.crawling import Crawler
from monitor.rereading import Reread, refresh
from spiders.reader import READER_VERSION
from storage import checking, watches
from storage.database import Database
from storage.errors import DatabaseDamaged
from storage.rows import Finding, Watch

#: So many pages are in memory at a time.
_AT_ONCE = 16


async def unlike(database: Database, settings: Settings, crawler: Crawler) -> AsyncIterator[Finding]:
    """The watches whose last page no longer reads as their last version says, though today's reader made that.

    What an older reader read is left out: that it reads otherwise today is no damage (`monitor reread`).

    Args:
        database: open; nothing is written.
        settings: as for a re-reading.
        crawler: reads the pages in its own process.
    """
    above = 0
    while chosen := _next(database, above):
        above = chosen[-1].id
        for result in await _reread(database, settings, crawler, chosen):
            # A page that cannot be read again now, for the reader took too long or died, proves nothing.
            if result.problem is None and not result.same:
                yield Finding(
                    kind="record",
                    text=f"the page of version {result.watch.version} of watch {result.watch.id} does not read as its"
                    " record says: restore a backup, or take today's reading with `monitor reread`",
                )


def _next(database: Database, above: int) -> list[Watch]:
    with database.reading() as connection:
        ids = checking.last_read_by(connection, READER_VERSION, above=above, limit=_AT_ONCE)
        return sorted(watches.numbered(connection, ids), key=lambda it: it.id)


async def _reread(database: Database, settings: Settings, crawler: Crawler, chosen: list[Watch]) -> list[Reread]:
    try:
        return await refresh(database, settings, crawler, chosen, dry_run=True)
    except DatabaseDamaged:
        if len(chosen) == 1:
            return []  # told of already, as a snapshot
        each = [await _reread(database, settings, crawler, [it]) for it in chosen]
        return [result for results in each for result in results]
