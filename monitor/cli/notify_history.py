"""The recorded history as the rules of a target look at it. Reads only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from monitor.notify.asthen import RENAMING, AsThen, without_text
from storage import changes, versions, watches
from storage.database import Connection
from storage.rows import StoredChange, Watch

#: Changes read at a time.
_BATCH = 1000


def told_since(connection: Connection, begin: datetime | None) -> Iterator[tuple[StoredChange, Watch]]:
    """The changes in their order, each with its watch as it was called then; little of it is in memory at a time.

    Args:
        connection: any.
        begin: of changes detected at this instant or later; None: all.
    """
    as_then = AsThen(changes.stored(connection, since=begin, kinds=RENAMING))
    known: dict[int, Watch] = {}
    last: int | None = None
    while told := changes.stored(connection, since=begin, after_id=last, limit=_BATCH):
        new = {change.watch_id for change in told} - known.keys()
        known |= {it.id: without_text(it) for it in watches.numbered(connection, new, with_record=True)}
        for change in told:
            yield change, as_then.watch_at(change, known[change.watch_id])
        last = told[-1].id


def watch_of(connection: Connection, change: StoredChange) -> Watch:
    """The watch of one change, with the record that it had right after."""
    watch = watches.find(connection, change.watch_id)
    if not change.to_version:
        return watch
    return replace(watch, record=versions.one(connection, watch.id, change.to_version).record)
