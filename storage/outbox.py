"""The outbox: notices that wait, are being sent (leased), were sent, or were given up."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    update,
)

from storage import changes, watches
from storage.rows import ClaimedNotice, Notice
from storage.tables import change, notice, watch

_COLUMNS = [column for column in notice.c if column.name != "watch_id"]


def claim(c: Connection, *, now: datetime, lease: timedelta, limit: int, targets: Sequence[str]) -> list[ClaimedNotice]:
    """Takes notices to send them, for as long as the lease runs; nobody else gets them meanwhile.

    Of each watch a target gets one at a time, in the order of the changes: the next one is given once the one before
    was sent, parked or dropped. A lease that ran out is given to the next who asks.

    Args:
        c: A writing connection; the claim holds once its transaction has ended.
        now: In UTC.
        lease: How long sending may take.
        limit: At most so many, the oldest changes first.
        targets: Names of the targets to send to.
    """
    wanted = (
        select(notice.c.id)
        .where(_pending(notice), notice.c.target.in_(targets), _is_ready(now), ~_earlier_pending())
        .order_by(notice.c.change_id, notice.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return _lease(c, list(c.scalars(wanted)), until=now + lease)


def claim_together(c: Connection, *, now: datetime, lease: timedelta, limit: int, target: str) -> list[ClaimedNotice]:
    """Takes notices to send them to one target in one message, several of a watch too.

    What was tried together stays together, so that it can be sent again as the same message: the notices of a lease
    that ran out, or those that wait for the same next attempt, come alone. Order within a watch holds as in `claim`.
    The arguments are those of `claim`; two processes must not take for one target at a time.
    """
    first = c.execute(
        select(notice.c.state, notice.c.lease_until, notice.c.due_at, notice.c.attempts)
        .where(_pending(notice), notice.c.target == target, _is_ready(now), ~_earlier_pending())
        .order_by(notice.c.change_id, notice.c.id)
        .limit(1)
    ).one_or_none()
    if first is None:
        return []
    wanted = (
        select(notice.c.id)
        .where(notice.c.target == target, _of_one_message(notice, first, now), ~_earlier_pending(but=(first, now)))
        .order_by(notice.c.change_id, notice.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return _lease(c, list(c.scalars(wanted)), until=now + lease)


def release(c: Connection, notice_ids: Collection[int]) -> None:
    """Gives claimed notices back untried."""
    held = and_(notice.c.id.in_(notice_ids), notice.c.state == "leased")
    values = {"state": "waiting", "lease_until": None, "attempts": notice.c.attempts - 1}
    c.execute(update(notice).where(held).values(values))


def hasten(c: Connection, target: str, *, now: datetime) -> None:
    """Makes what waits for another attempt due now: the target is well again."""
    again = and_(notice.c.target == target, notice.c.state == "waiting", notice.c.attempts > 0)
    c.execute(update(notice).where(again, _pending(notice)).values(due_at=now))


def next_due_at(c: Connection, target: str) -> datetime | None:
    """When the next notice to a target can be sent, or its lease runs out; None where nothing waits."""
    ready_at = case((notice.c.state == "leased", notice.c.lease_until), else_=notice.c.due_at)
    due: datetime | None = c.scalar(select(func.min(ready_at)).where(notice.c.target == target, _pending(notice)))
    return due


def sent(c: Connection, notice_id: int, *, now: datetime) -> None:
    """The target took it."""
    _settle(c, notice_id, state="sent", sent_at=now, last_error=None)


def failed(c: Connection, notice_id: int, *, now: datetime, error: str, retry_at: datetime | None) -> None:
    """The target did not take it: to be tried again at `retry_at`, or parked as failed where that is None.

    `now` is the first instant that it can be tried again.
    """
    if retry_at is None:
        _settle(c, notice_id, state="failed", last_error=error)
    else:
        _settle(c, notice_id, state="waiting", last_error=error, due_at=max(now, retry_at))


def drop(c: Connection, notice_id: int, *, reason: str) -> None:
    """It is not to be sent any more: its target is gone."""
    _settle(c, notice_id, state="dropped", last_error=reason)


def waiting(c: Connection) -> list[Notice]:
    """What was not sent: waiting, being sent, or parked as failed; oldest first."""
    unsent = notice.c.state.in_(["waiting", "leased", "failed"])
    return [_notice(row) for row in c.execute(select(*_COLUMNS).where(unsent).order_by(notice.c.id))]


def retry(c: Connection, *, now: datetime, ids: Collection[int] = ()) -> int:
    """Makes failed notices, and those that wait for another attempt, due now; all of them where `ids` is empty.

    Returns:
        How many.
    """
    again = or_(notice.c.state == "failed", and_(notice.c.state == "waiting", notice.c.attempts > 0))
    chosen = notice.c.id.in_(ids) if ids else notice.c.id > 0
    done = c.execute(update(notice).where(again, chosen).values(state="waiting", due_at=now, attempts=0))
    return done.rowcount


def of_change(c: Connection, change_id: int) -> list[Notice]:
    """The notices that tell a change."""
    wanted = select(*_COLUMNS).where(notice.c.change_id == change_id).order_by(notice.c.id)
    return [_notice(row) for row in c.execute(wanted)]


def _pending(table: FromClause) -> ColumnElement[bool]:
    """Words for word the condition of the index, which is used only then."""
    return table.c.state.in_([literal(state, literal_execute=True) for state in ("waiting", "leased")])


def _is_ready(now: datetime) -> ColumnElement[bool]:
    return or_(
        and_(notice.c.state == "waiting", notice.c.due_at <= now),
        and_(notice.c.state == "leased", notice.c.lease_until <= now),
    )


def _of_one_message(table: FromClause, first: Any, now: datetime) -> ColumnElement[bool]:
    """Whether a notice belongs into the message of `first`."""
    if first.state == "leased":
        return and_(_pending(table), table.c.state == "leased", table.c.lease_until == first.lease_until)
    waits = and_(_pending(table), table.c.state == "waiting")
    if first.attempts:
        return and_(waits, table.c.attempts > 0, table.c.due_at == first.due_at)
    return and_(waits, table.c.attempts == 0, table.c.due_at <= now)


def _earlier_pending(*, but: tuple[Any, datetime] | None = None) -> ColumnElement[bool]:
    """Whether an earlier change of the same watch is still to be told to the same target, `but` in one message."""
    earlier = notice.alias("earlier")
    apart = true() if but is None else not_(_of_one_message(earlier, *but))
    return (
        select(earlier.c.id)
        .where(
            earlier.c.target == notice.c.target,
            earlier.c.watch_id == notice.c.watch_id,
            earlier.c.change_id < notice.c.change_id,
            _pending(earlier),
            apart,
        )
        .exists()
    )


def _lease(c: Connection, ids: Sequence[int], *, until: datetime) -> list[ClaimedNotice]:
    leased = {"state": "leased", "lease_until": until, "attempts": notice.c.attempts + 1}
    c.execute(update(notice).where(notice.c.id.in_(ids)).values(leased))
    return _claimed(c, ids)


def _claimed(c: Connection, ids: Sequence[int]) -> list[ClaimedNotice]:
    rows = c.execute(select(notice).where(notice.c.id.in_(ids)).order_by(notice.c.change_id, notice.c.id)).all()
    told = c.execute(changes.selecting().where(change.c.id.in_({row.change_id for row in rows}))).all()
    change_of = {row.id: changes.from_row(row) for row in told}
    watch_ids = list({row.watch_id for row in rows})
    tags = watches.tags_of(c, watch_ids)
    whole = c.execute(watches.selecting(with_record=True).where(watch.c.id.in_(watch_ids))).all()
    watch_of = {row.id: watches.from_row(row, tags.get(row.id, ())) for row in whole}
    return [
        ClaimedNotice(notice=_notice(row), change=change_of[row.change_id], watch=watch_of[row.watch_id])
        for row in rows
    ]


def _settle(c: Connection, notice_id: int, **values: Any) -> None:
    """Ends a lease; a notice that was sent stays sent."""
    unsent = and_(notice.c.id == notice_id, notice.c.state != "sent")
    c.execute(update(notice).where(unsent).values(lease_until=None, **values))


def _notice(row: Any) -> Notice:
    values = row._asdict()
    values.pop("watch_id", None)
    return Notice(**values)
