"""The outbox: notices that wait, are being sent (leased), were sent, or were given up.

Whoever sends asks what is `ready`, decides what becomes one message, and takes that (`take`) for as long as a lease
runs, in one transaction. What was tried as one message stays one (`told_as`).
"""

from collections.abc import Collection
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
    true,
    update,
)

from storage import changes, lines, watches
from storage.lines import in_state, is_pending
from storage.rows import ClaimedNotice, Notice, ReadyNotice, ToldMessage
from storage.statements import among
from storage.tables import change, notice, watch

_COLUMNS = [column for column in notice.c if column.name != "watch_id"]
_READY = [notice.c[name] for name in ReadyNotice.__dataclass_fields__ if name != "host_id"]
#: So many lines are looked at to find what is ready.
_FRONTS = 200


def ready(c: Connection, *, target: str, now: datetime, limit: int) -> list[ReadyNotice]:
    """What a target was never told and may hear now, the longest due first; of each watch in the order of its changes.

    Args:
        c: A writing connection; others who ask wait until its transaction ends.
        target: Its name.
        now: In UTC.
        limit: At least so many where there are; of several watches there may be more, up to the first of 200.
    """
    lines.in_turn(c)
    found = [it for it in _fronts(c, target, now) if it.told_as is None]
    for front in tuple(found):
        if len(found) >= limit:
            break
        found += _behind(c, target, front, now, limit - len(found))
    return found


def broken_off(c: Connection, *, target: str, now: datetime, limit: int) -> list[list[ReadyNotice]]:
    """Messages that were tried and are to be tried again now: the lease has run out, or it is time for another attempt.

    Arguments as of `ready`; `limit` is of messages.
    """
    lines.in_turn(c)
    names = dict.fromkeys(it.told_as for it in (*_lapsed(c, target, now), *_fronts(c, target, now)) if it.told_as)
    found: list[list[ReadyNotice]] = []
    for name in names:
        if len(found) < limit and (whole := _together(c, target, name, now)):
            found.append(whole)
    return found


def next_try(c: Connection, *, target: str, now: datetime) -> list[ReadyNotice]:
    """The message that is to be tried again soonest, before its time; empty where none waits for another attempt."""
    lines.in_turn(c)
    wanted = (
        select(notice.c.told_as)
        .where(notice.c.target == target, in_state("waiting"), notice.c.leads, notice.c.due_at > now)
        .where(notice.c.told_as.is_not(None))
        .order_by(notice.c.due_at, notice.c.change_id)
        .limit(1)
    )
    name = c.scalar(wanted)
    return _together(c, target, name, None) if name else []


def take(c: Connection, notice_ids: Collection[int], *, told_as: str, until: datetime) -> list[ClaimedNotice]:
    """Takes notices to send them as one message; nobody else gets them before `until`.

    Returns:
        All that the message needs to know, in the order of the changes.
    """
    leased = {"state": "leased", "lease_until": until, "attempts": notice.c.attempts + 1, "told_as": told_as}
    c.execute(update(notice).where(among(notice.c.id, notice_ids), is_pending()).values(leased))
    return _claimed(c, notice_ids)


def release(c: Connection, notice_ids: Collection[int], *, untried: bool, error: str | None = None) -> None:
    """Gives taken notices back as if they had not been taken.

    Args:
        c: A writing connection.
        notice_ids: Their numbers.
        untried: They were not tried before either, and may go with others.
        error: What came of an attempt that does not count.
    """
    held = and_(among(notice.c.id, notice_ids), notice.c.state == "leased")
    values: dict[str, Any] = {"state": "waiting", "lease_until": None, "attempts": notice.c.attempts - 1}
    values |= ({"told_as": None} if untried else {}) | ({"last_error": error} if error else {})
    c.execute(update(notice).where(held).values(values))


def told_since(c: Connection, *, target: str, since: datetime, now: datetime) -> list[ToldMessage]:
    """What a target took after `since`, by message and host; nothing that a clock ahead of time dates after `now`."""
    lately = and_(notice.c.target == target, in_state("sent"), notice.c.sent_at > since, notice.c.sent_at <= now)
    name = func.coalesce(notice.c.told_as, notice.c.message_id)
    wanted = (
        select(name, watch.c.host_id, func.count(), func.max(notice.c.sent_at, type_=notice.c.sent_at.type))
        .join(watch, watch.c.id == notice.c.watch_id)
        .where(lately)
        .group_by(name, watch.c.host_id)
    )
    return [ToldMessage(id=it, host_id=host, notices=count, at=at) for it, host, count, at in c.execute(wanted)]


def next_due_at(c: Connection, target: str, *, after: datetime) -> datetime | None:
    """When the next notice to a target becomes due, or a lease runs out; None where nothing does."""
    waits = and_(notice.c.target == target, in_state("waiting"), notice.c.leads, notice.c.due_at > after)
    leased = and_(notice.c.target == target, in_state("leased"))
    found = (
        c.scalar(select(func.min(notice.c.due_at)).where(waits)),
        c.scalar(select(func.min(notice.c.lease_until)).where(leased)),
    )
    return min((it for it in found if it is not None), default=None)


def sent(c: Connection, *notice_ids: int, now: datetime) -> None:
    """The target took them."""
    _settle(c, notice_ids, state="sent", sent_at=now, last_error=None)


def failed(c: Connection, *notice_ids: int, now: datetime, error: str, retry_at: datetime | None) -> None:
    """The target did not take them: to be tried again at `retry_at`, or parked as failed where that is None.

    `now` is the first instant that they can be tried again.
    """
    if retry_at is None:
        _settle(c, notice_ids, state="failed", last_error=error)
    else:
        _settle(c, notice_ids, state="waiting", last_error=error, due_at=max(now, retry_at))


def drop(c: Connection, *notice_ids: int, reason: str) -> None:
    """They are not to be sent any more: the target is gone."""
    _settle(c, notice_ids, state="dropped", last_error=reason)


def waiting(c: Connection) -> list[Notice]:
    """What was not sent: waiting, being sent, or parked as failed; oldest first."""
    unsent = notice.c.state.in_(["waiting", "leased", "failed"])
    return [_notice(row) for row in c.execute(select(*_COLUMNS).where(unsent).order_by(notice.c.id))]


def pending(c: Connection, target: str) -> int:
    """How many notices wait for a target or are being sent to it."""
    return c.execute(select(func.count()).where(notice.c.target == target, is_pending())).scalar_one()


def retry(c: Connection, *, now: datetime, ids: Collection[int] = ()) -> int:
    """Makes failed notices, and those that wait for another attempt, due now; all of them where `ids` is empty.

    Those that were tried in one message with the ones that are named come with them.

    Returns:
        How many.
    """
    lines.in_turn(c)
    again = or_(notice.c.state == "failed", and_(notice.c.state == "waiting", notice.c.told_as.is_not(None)))
    chosen = or_(among(notice.c.id, ids), among(notice.c.told_as, _names(c, ids))) if ids else true()
    values = {"state": "waiting", "due_at": now, "attempts": 0}
    done = c.execute(update(notice).where(again, chosen).values(values).returning(notice.c.target, notice.c.watch_id))
    moved = done.all()
    lines.reordered(c, [(it.target, it.watch_id) for it in moved])
    return len(moved)


def of_change(c: Connection, change_id: int) -> list[Notice]:
    """The notices that tell a change."""
    wanted = select(*_COLUMNS).where(notice.c.change_id == change_id).order_by(notice.c.id)
    return [_notice(row) for row in c.execute(wanted)]


def _fronts(c: Connection, target: str, now: datetime) -> list[ReadyNotice]:
    """The first of each line, where it is due."""
    wanted = (
        _selecting()
        .where(notice.c.target == target, in_state("waiting"), notice.c.leads.is_(True), notice.c.due_at <= now)
        .order_by(notice.c.due_at, notice.c.change_id)
        .limit(_FRONTS)
    )
    return _as_ready(c, wanted)


def _lapsed(c: Connection, target: str, now: datetime) -> list[ReadyNotice]:
    """What was being sent when its lease ran out."""
    wanted = _selecting().where(notice.c.target == target, in_state("leased"), notice.c.lease_until <= now)
    return _as_ready(c, wanted.order_by(notice.c.lease_until, notice.c.change_id).limit(_FRONTS))


def _behind(c: Connection, target: str, front: ReadyNotice, now: datetime, limit: int) -> list[ReadyNotice]:
    """What may go together with the first of a line."""
    wanted = (
        _selecting(notice.c.state)
        .where(
            notice.c.target == target,
            notice.c.watch_id == front.watch_id,
            is_pending(),
            notice.c.change_id > front.change_id,
        )
        .order_by(notice.c.change_id)
        .limit(limit)
    )
    rows = c.execute(wanted).all()
    fit = takewhile(lambda row: row.state == "waiting" and row.told_as is None and row.due_at <= now, rows)
    return [_ready(row) for row in fit]


def _together(c: Connection, target: str, name: str, now: datetime | None) -> list[ReadyNotice]:
    """The notices of a message that was tried; none where one of them cannot go now (None: before their time)."""
    mine = and_(notice.c.target == target, notice.c.told_as == name, is_pending())
    rows = c.execute(_selecting(notice.c.state, notice.c.lease_until, notice.c.leads).where(mine)).all()
    if not all(_is_free(row, now) for row in rows):
        return []
    if not all(row.leads for row in rows) and c.scalar(select(_is_held_up(mine, name))):
        return []
    return sorted((_ready(row) for row in rows), key=lambda it: it.change_id)


def _is_free(row: Any, now: datetime | None) -> bool:
    """Whether a notice may be taken at an instant, or before its time."""
    if now is None:
        return bool(row.state == "waiting")
    return bool((row.due_at if row.state == "waiting" else row.lease_until) <= now)


def _is_held_up(mine: ColumnElement[bool], name: str) -> ColumnElement[bool]:
    """Whether something that is not of the message stands before it in a line."""
    other = notice.alias("other")
    apart = or_(other.c.told_as.is_(None), other.c.told_as != name)
    ahead = and_(other.c.target == notice.c.target, other.c.watch_id == notice.c.watch_id, is_pending(other), apart)
    return exists().where(mine, exists().where(ahead, other.c.change_id < notice.c.change_id))


def _selecting(*more: Any) -> Select[Any]:
    return select(*_READY, watch.c.host_id, *more).join(watch, watch.c.id == notice.c.watch_id)


def _as_ready(c: Connection, wanted: Select[Any]) -> list[ReadyNotice]:
    return [_ready(row) for row in c.execute(wanted)]


def _ready(row: Any) -> ReadyNotice:
    return ReadyNotice(**{name: getattr(row, name) for name in ReadyNotice.__dataclass_fields__})


def _names(c: Connection, ids: Collection[int]) -> list[str]:
    return list(
        c.scalars(select(notice.c.told_as).where(among(notice.c.id, ids), notice.c.told_as.is_not(None)).distinct())
    )


def _claimed(c: Connection, ids: Collection[int]) -> list[ClaimedNotice]:
    rows = c.execute(select(notice).where(among(notice.c.id, ids)).order_by(notice.c.change_id, notice.c.id)).all()
    told = c.execute(changes.selecting().where(among(change.c.id, {row.change_id for row in rows}))).all()
    change_of = {row.id: changes.from_row(row) for row in told}
    watch_ids = list({row.watch_id for row in rows})
    tags = watches.tags_of(c, watch_ids)
    whole = c.execute(watches.selecting(with_record=True).where(among(watch.c.id, watch_ids))).all()
    watch_of = {row.id: watches.from_row(row, tags.get(row.id, ())) for row in whole}
    return [
        ClaimedNotice(notice=_notice(row), change=change_of[row.change_id], watch=watch_of[row.watch_id])
        for row in rows
    ]


def _settle(c: Connection, notice_ids: Collection[int], *, state: str, **values: Any) -> None:
    """Ends leases; a notice that was sent stays sent."""
    unsent = and_(among(notice.c.id, notice_ids), notice.c.state != "sent")
    if state == "waiting":
        c.execute(update(notice).where(unsent).values(state=state, lease_until=None, **values))
        return
    lines.in_turn(c)
    ended = update(notice).where(unsent).values(state=state, lease_until=None, leads=False, **values)
    gone = c.execute(ended.returning(notice.c.target, notice.c.watch_id)).all()
    lines.moved(c, [(it.target, it.watch_id) for it in gone])


def _notice(row: Any) -> Notice:
    values = row._asdict()
    values.pop("watch_id", None)
    return Notice(**values)
