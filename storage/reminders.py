"""Reminders: which watches the clock alone has something to say about, and recording that it was said."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, update

from storage import telling, watches
from storage.changes import stored
from storage.checks import locked
from storage.rows import NewChange, NewNotice, StoredChange, Watch
from storage.tables import watch, watch_state


def due(c: Connection, *, now: datetime, limit: int = 500) -> list[Watch]:
    """The watches whose `remind_at` has come, with their records; the longest due first. Paused ones wait."""
    wanted = (
        watches.selecting(with_record=True)
        .where(watch.c.remind_at <= now, watch.c.removed_at.is_(None), watch_state.c.paused.is_(False))
        .order_by(watch.c.remind_at, watch.c.id)
        .limit(limit)
    )
    rows = c.execute(wanted).all()
    tags = watches.tags_of(c, [row.id for row in rows])
    return [watches.from_row(row, tags.get(row.id, ())) for row in rows]


def record(
    c: Connection,
    watch_id: int,
    changes: Sequence[NewChange],
    notices: Sequence[NewNotice],
    *,
    now: datetime,
    remind_at: datetime | None,
) -> list[StoredChange]:
    """Records what the clock made happen to the last version, and when it has something to say again.

    Each is told once: not again for the same version, kind and field, nor for a later version with the same `after`
    (a deadline that did not move while other things did).

    Returns:
        Those that are new.

    Raises:
        NoSuchWatch: there is none.
    """
    known = locked(c, watch_id)
    c.execute(update(watch).where(watch.c.id == watch_id).values(remind_at=remind_at))
    told = [
        (it.kind, it.field, it.after) for it in stored(c, watch_id=watch_id, kinds={it.kind for it in changes} or {""})
    ]
    new = [it.after is None or (it.kind, it.field, it.after) not in told for it in changes]
    occasion = telling.Occasion(
        watch_id=watch_id, from_version=known.version, to_version=known.version, occasion=0, at=now
    )
    return telling.keep(c, occasion, changes, notices, wanted=new)
