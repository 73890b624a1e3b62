"""Reminders: which watches the clock alone has something to say about, and recording that it was said."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, select, update

from storage import lines, telling, watches
from storage.checks import locked
from storage.errors import NoSuchWatch
from storage.rows import NewChange, NewNotice, StoredChange, Watch
from storage.tables import change, notice, same_watch, watch, watch_state


def due(c: Connection, *, now: datetime, limit: int = 500) -> list[int]:
    """The numbers of the watches whose `remind_at` has come, the longest due first; none that is paused or removed."""
    wanted = (
        select(watch.c.id)
        .join_from(watch, watch_state, same_watch)
        .where(watch.c.remind_at <= now, watch.c.removed_at.is_(None), watch_state.c.paused.is_(False))
        .order_by(watch.c.remind_at, watch.c.id)
        .limit(limit)
    )
    return list(c.scalars(wanted))


def taken(c: Connection, watch_id: int, *, now: datetime) -> Watch | None:
    """A watch that is due, with its record, as it stays until the transaction ends; None where it is due no more."""
    try:
        locked(c, watch_id)
    except NoSuchWatch:
        return None
    known = watches.find(c, watch_id, with_record=True)
    is_due = known.remind_at is not None and known.remind_at <= now
    return known if is_due and not known.paused and known.removed_at is None else None


def record(
    c: Connection,
    known: Watch,
    changes: Sequence[NewChange],
    notices: Sequence[NewNotice],
    *,
    now: datetime,
    remind_at: datetime | None,
) -> list[StoredChange]:
    """Records what the clock made happen to the last version of a watch that was `taken`, and when it is due again.

    Returns:
        The changes that are new: each is told once for the same version, kind and field.
    """
    c.execute(update(watch).where(watch.c.id == known.id).values(remind_at=remind_at))
    occasion = telling.Occasion(
        watch_id=known.id, from_version=known.version, to_version=known.version, occasion=0, at=now
    )
    return telling.keep(c, occasion, changes, notices)


def planned(c: Connection, *, after: datetime, above: int = 0, limit: int = 500) -> list[Watch]:
    """The watches whose reminder is due after an instant, with their records, by number from the first above `above`.

    Args:
        c: any connection.
        after: in UTC.
        above: a number of a watch, to go on from.
        limit: at most so many.
    """
    wanted = (
        watches.selecting(with_record=True)
        .where(watch.c.remind_at > after, watch.c.id > above)
        .order_by(watch.c.id)
        .limit(limit)
    )
    return [watches.from_row(row, ()) for row in c.execute(wanted)]


def plan(c: Connection, known: Watch, remind_at: datetime | None) -> None:
    """Plans the next reminder of a watch for another instant, unless a check has planned it anew meanwhile."""
    as_known = (watch.c.id == known.id) & (watch.c.remind_at == known.remind_at)
    c.execute(update(watch).where(as_known).values(remind_at=remind_at))


def call_off(c: Connection, watch_id: int, kinds: Collection[str], *, reason: str) -> None:
    """Drops reminders that wait for their first attempt: what they say is true no more."""
    lines.in_turn(c)
    ours = select(change.c.id).where(change.c.watch_id == watch_id, change.c.kind.in_(kinds))
    untried = and_(lines.in_state("waiting"), notice.c.told_as.is_(None))
    waiting = and_(notice.c.watch_id == watch_id, untried, notice.c.change_id.in_(ours))
    dropped = {"state": "dropped", "leads": False, "last_error": reason}
    targets = c.scalars(update(notice).where(waiting).values(dropped).returning(notice.c.target)).all()
    lines.moved(c, [(target, watch_id) for target in targets])
