"""Bulletins: word about the service itself that waits for its target, beside the outbox and by the same rules."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, literal, or_, select, update

from storage.rows import Bulletin, NewBulletin
from storage.statements import among, upsert
from storage.tables import bulletin


def add(c: Connection, new: NewBulletin, *, now: datetime, due_at: datetime | None = None) -> bool:
    """Keeps a bulletin, due at once or at `due_at`; one whose message id is known is not kept again.

    Returns:
        Whether it was new.
    """
    row = {
        "target": new.target,
        "kind": new.kind,
        "message_id": new.message_id,
        "title": new.title,
        "text": new.text,
        "severity": new.severity,
        "due_at": due_at or now,
        "created_at": now,
    }
    adding = upsert(c, bulletin).values(row).on_conflict_do_nothing().returning(bulletin.c.id)
    return c.scalar(adding) is not None


def claim(c: Connection, *, now: datetime, lease: timedelta, limit: int, target: str) -> list[Bulletin]:
    """Takes bulletins to send them to a target, for as long as the lease runs; nobody else gets them meanwhile.

    They come in their order: one that waits for another attempt, or is being sent, holds back those after it. A lease
    that ran out is given to the next who asks.

    Args:
        c: A writing connection; the claim holds once its transaction has ended.
        now: In UTC.
        lease: How long sending may take.
        limit: At most so many, the oldest first.
        target: Its name.
    """
    first_held = select(func.min(bulletin.c.id)).where(bulletin.c.target == target, _pending(), ~_is_ready(now))
    held = c.scalar(first_held)
    wanted = (
        select(bulletin.c.id)
        .where(bulletin.c.target == target, _pending(), _is_ready(now))
        .order_by(bulletin.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = [it for it in c.scalars(wanted) if held is None or it < held]
    leased = {"state": "leased", "lease_until": now + lease, "attempts": bulletin.c.attempts + 1}
    c.execute(update(bulletin).where(among(bulletin.c.id, ids)).values(leased))
    return _listed(c, among(bulletin.c.id, ids))


def release(c: Connection, bulletin_ids: Collection[int]) -> None:
    """Gives claimed bulletins back untried."""
    held = and_(among(bulletin.c.id, bulletin_ids), bulletin.c.state == "leased")
    values = {"state": "waiting", "lease_until": None, "attempts": bulletin.c.attempts - 1}
    c.execute(update(bulletin).where(held).values(values))


def hasten(c: Connection, target: str, *, now: datetime) -> None:
    """Makes what waits for another attempt due now: the target is well again."""
    again = and_(bulletin.c.target == target, bulletin.c.state == "waiting", bulletin.c.attempts > 0)
    c.execute(update(bulletin).where(again).values(due_at=now))


def next_due_at(c: Connection, target: str) -> datetime | None:
    """When the next bulletin to a target can be sent, or its lease runs out; None where nothing waits."""
    ready_at = case((bulletin.c.state == "leased", bulletin.c.lease_until), else_=bulletin.c.due_at)
    first = select(ready_at).where(bulletin.c.target == target, _pending()).order_by(bulletin.c.id).limit(1)
    due: datetime | None = c.scalar(first)
    return due


def sent(c: Connection, bulletin_id: int, *, now: datetime) -> None:
    """The target took it."""
    _settle(c, bulletin_id, state="sent", sent_at=now, last_error=None)


def failed(c: Connection, bulletin_id: int, *, now: datetime, error: str, retry_at: datetime | None) -> None:
    """The target did not take it: to be tried again at `retry_at`, or parked as failed where that is None.

    `now` is the first instant that it can be tried again.
    """
    if retry_at is None:
        _settle(c, bulletin_id, state="failed", last_error=error)
    else:
        _settle(c, bulletin_id, state="waiting", last_error=error, due_at=max(now, retry_at))


def made_after(target: str, instant: datetime) -> ColumnElement[bool]:
    """Whether one that waits for a target was made after an instant."""
    return exists().where(bulletin.c.target == target, _pending(), bulletin.c.created_at > instant)


def brought_back(c: Connection, target: str, *, now: datetime, late: datetime) -> None:
    """Makes due now what waits for a target and was made after `late`: by a clock that has been set back since."""
    made = (bulletin.c.target == target, _pending(), bulletin.c.created_at > late)
    c.execute(update(bulletin).where(*made, bulletin.c.state == "waiting", bulletin.c.due_at > now).values(due_at=now))
    c.execute(update(bulletin).where(*made, bulletin.c.lease_until > now).values(lease_until=now))


def waiting(c: Connection) -> list[Bulletin]:
    """What was not sent: waiting, being sent, or parked as failed; oldest first."""
    return _listed(c, bulletin.c.state.in_(["waiting", "leased", "failed"]))


def retry(c: Connection, *, now: datetime) -> int:
    """Makes failed bulletins, and those that wait for another attempt, due now.

    Returns:
        How many.
    """
    again = or_(bulletin.c.state == "failed", and_(bulletin.c.state == "waiting", bulletin.c.attempts > 0))
    return c.execute(update(bulletin).where(again).values(state="waiting", due_at=now, attempts=0)).rowcount


def _pending() -> ColumnElement[bool]:
    """Words for word the condition of the index, which is used only then."""
    return bulletin.c.state.in_([literal(state, literal_execute=True) for state in ("waiting", "leased")])


def _is_ready(now: datetime) -> ColumnElement[bool]:
    return or_(
        and_(bulletin.c.state == "waiting", bulletin.c.due_at <= now),
        and_(bulletin.c.state == "leased", bulletin.c.lease_until <= now),
    )


def _listed(c: Connection, which: ColumnElement[bool]) -> list[Bulletin]:
    rows = c.execute(select(bulletin).where(which).order_by(bulletin.c.id))
    return [Bulletin(**row._asdict()) for row in rows]


def _settle(c: Connection, bulletin_id: int, **values: Any) -> None:
    """Ends a lease; what was sent stays sent."""
    unsent = and_(bulletin.c.id == bulletin_id, bulletin.c.state != "sent")
    c.execute(update(bulletin).where(unsent).values(lease_until=None, **values))
