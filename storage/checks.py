"""Checks: which watches are due, and recording how a check ended.

`record` is where "no change is lost" is made: state, version, snapshot, changes, notices and the day's count of one
check are the statements of one call, and the caller's transaction keeps all of them or none.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, or_, select, update

from storage import chain, learning, slots, telling, watches
from storage.changes import stored
from storage.errors import NoSuchWatch, StaleCheck
from storage.hosts import BREAKER
from storage.rows import CheckRecord, Learned, NewVersion, StoredChange, Watch
from storage.statements import upsert
from storage.tables import check_count, host, host_slot, same_watch, version, watch, watch_state

#: At most so many watches of one host in one answer of `due`.
PER_HOST = 50

_COLD = ("kind", "etag", "last_modified", "body_hash", "record_hash", "reader_version", "remind_at", "body_size")

_HOT = [column for column in watch_state.c if column.name not in watch.c]
_KNOWN: Select[Any] = select(*watch.c, *_HOT).join_from(watch, watch_state, same_watch)


def due(c: Connection, *, now: datetime, limit: int, per_host: int = PER_HOST) -> list[Watch]:
    """The watches to be checked now, with the records of their last versions.

    Hosts come in the order in which they were due, and take turns: of each its longest due watches, `per_host` at
    most, together; of a host whose breaker is open, one. Watches that are paused or removed, or whose host is, are
    never due.
    """
    ready = _ready_slots(now, limit)
    turn = func.row_number().over(
        partition_by=[watch_state.c.host_id, watch_state.c.slot],
        order_by=[watch_state.c.next_check_at, watch_state.c.watch_id],
    )
    same_slot = and_(watch_state.c.host_id == ready.c.host_id, watch_state.c.slot == ready.c.slot)
    most = case((ready.c.failures >= BREAKER, 1), else_=per_host)
    queue = (
        select(watch_state.c.watch_id, ready.c.next_due_at.label("slot_due_at"), turn.label("turn"), most.label("most"))
        .join_from(ready, watch_state, same_slot)
        .where(watch_state.c.next_check_at <= now)
        .subquery()
    )
    wanted = (
        watches.selecting(with_record=True)
        .join(queue, queue.c.watch_id == watch.c.id)
        .where(queue.c.turn <= queue.c.most)
        .order_by(queue.c.slot_due_at, watch.c.host_id, watch.c.slot, queue.c.turn)
        .limit(limit)
    )
    rows = c.execute(wanted).all()
    tags = watches.tags_of(c, [row.id for row in rows])
    return [watches.from_row(row, tags.get(row.id, ())) for row in rows]


def next_due_at(c: Connection) -> datetime | None:
    """When `due` next has something to say (an instant in the past: it has now); None when nothing is planned."""
    held_back = and_(host.c.paused_until.is_not(None), host.c.paused_until > host_slot.c.next_due_at)
    at = case((held_back, host.c.paused_until), else_=host_slot.c.next_due_at)
    first: datetime | None = c.scalar(select(func.min(at)).join_from(host_slot, host, host.c.id == host_slot.c.host_id))
    return first


def record(c: Connection, check: CheckRecord) -> list[StoredChange]:
    """Records one check: the watch's state, its new version with the snapshot, changes, notices, the day's count.

    A record that was kept already adds nothing. On PostgreSQL, several checks of the same hosts in transactions of
    other orders can block each other: one of them ends with DatabaseBusy and is to be done again.

    Returns:
        The changes of this check as they are kept.

    Raises:
        StaleCheck: the watch has another version or revision than the check was judged on, or was removed.
        NoSuchWatch: it was purged.
    """
    known = locked(c, check.watch_id)
    if _is_recorded(known, check):
        return [it for it in stored(c, watch_id=check.watch_id) if it.detected_at == check.checked_at]
    if _is_stale(known, check):
        raise StaleCheck(check.watch_id)
    _write_state(c, known, check)
    _count(c, check)
    if check.capture:
        from storage import captures  # noqa: PLC0415 - only what keeps a body needs the compressor

        captures.keep(c, check.watch_id, check.capture, taken_at=check.checked_at)
    if check.learned:
        _learn(c, check.watch_id, check.learned, check.checked_at)
    slots.looked_at(c, known.host_id, known.slot, now=check.checked_at)
    told = telling.keep(
        c,
        telling.Occasion(
            watch_id=check.watch_id,
            from_version=known.version,
            to_version=_version_after(check),
            occasion=0 if check.version else known.revision + 1,
            at=check.checked_at,
        ),
        check.changes,
        check.notices,
    )
    if check.version is not None:
        # After the changes, which its link covers.
        _add_version(c, known, check.version, check.checked_at)
    return told


def rebase(
    c: Connection,
    watch_id: int,
    *,
    expected_version: int,
    version: NewVersion | None,
    record_hash: str | None,
    reader_version: int,
    remind_at: datetime | None,
    now: datetime,
) -> None:
    """Makes a re-reading of the last snapshot the version that the next check is compared with; tells nobody.

    Args:
        c: where.
        watch_id: whose snapshot was read again.
        expected_version: the version that the snapshot belongs to.
        version: the re-reading; None where today's reader reads the same.
        record_hash: of what today's reader reads; None where that is a part of a list.
        reader_version: today's reader.
        remind_at: when a reminder is next due; None: never. Ignored for a paused watch.
        now: the present.

    Raises:
        StaleCheck: the watch has another version by now, or was removed.
        NoSuchWatch: it was purged.
    """
    known = locked(c, watch_id)
    if known.removed_at is not None or known.version != expected_version:
        raise StaleCheck(watch_id)
    state: dict[str, Any] = {"revision": known.revision + 1}
    if version is not None:
        _add_version(c, known, version, now)
        # Not seen on the page yet: until then, the version's own instant says when it was last seen.
        state |= {"version": known.version + 1, "last_seen_at": None}
    c.execute(update(watch_state).where(_mine(known)).values(state))
    # The next check gets the whole page, also where it has not changed: this reader has not seen it yet.
    fresh = {"etag": None, "last_modified": None, "body_hash": None, "remind_at": None if known.paused else remind_at}
    c.execute(
        update(watch)
        .where(watch.c.id == watch_id)
        .values(record_hash=record_hash, reader_version=reader_version, **fresh)
    )


def counts(c: Connection, watch_id: int, *, since: date) -> dict[date, dict[str, int]]:
    """How many checks of a watch ended how, for each day (UTC) from `since` that has some."""
    wanted = select(check_count.c.day, check_count.c.outcome, check_count.c.count)
    mine = and_(check_count.c.watch_id == watch_id, check_count.c.day >= since)
    found: dict[date, dict[str, int]] = {}
    for day, outcome, count in c.execute(wanted.where(mine).order_by(check_count.c.day, check_count.c.outcome)):
        found.setdefault(day, {})[outcome] = count
    return found


def _ready_slots(now: datetime, limit: int) -> Any:
    """Each of them has a due watch, so that there is no need for more than `limit`."""
    open_host = or_(host.c.paused_until.is_(None), host.c.paused_until <= now)
    return (
        select(host_slot.c.host_id, host_slot.c.slot, host_slot.c.next_due_at, host.c.failures)
        .join(host, host.c.id == host_slot.c.host_id)
        .where(host_slot.c.next_due_at <= now, open_host)
        .order_by(host_slot.c.next_due_at)
        .limit(limit)
        .subquery()
    )


def locked(c: Connection, watch_id: int) -> Row[Any]:
    """The watch with its state, which no other transaction changes until this one ends."""
    place = c.execute(select(watch.c.host_id, watch.c.slot).where(watch.c.id == watch_id)).one_or_none()
    if place is None:
        raise NoSuchWatch(watch_id)
    slots.locked(c, place.host_id, place.slot)
    return c.execute(_KNOWN.where(watch.c.id == watch_id)).one()


def _is_recorded(known: Row[Any], check: CheckRecord) -> bool:
    return (known.last_checked_at, known.last_outcome, known.version) == (
        check.checked_at,
        check.outcome,
        _version_after(check),
    ) and check.expected_revision in {None, known.revision - 1}


def _is_stale(known: Row[Any], check: CheckRecord) -> bool:
    return (
        known.removed_at is not None
        or known.version != check.expected_version
        or check.expected_revision not in {None, known.revision}
    )


def _version_after(check: CheckRecord) -> int:
    return check.expected_version + (check.version is not None)


def _add_version(c: Connection, known: Row[Any], new: NewVersion, at: datetime) -> None:
    from storage import snapshots  # noqa: PLC0415 - only what makes a version needs the compressor

    before = and_(version.c.watch_id == known.id, version.c.seq == known.version)
    wanted = (version.c.snapshot, version.c.chain)
    if known.last_seen_at is None:
        last = c.execute(select(*wanted).where(before)).one_or_none()
    else:
        seen = update(version).where(before).values(last_seen_at=known.last_seen_at)
        last = c.execute(seen.returning(*wanted)).one_or_none()
    snapshot = last.snapshot if last else None
    if new.body is not None:
        snapshot = snapshots.keep(c, new.body, like=snapshot)
    row = {
        "watch_id": known.id,
        "seq": known.version + 1,
        "observed_at": at,
        "last_seen_at": at,
        "record": new.record,
        "snapshot": snapshot,
        "reader_version": new.reader_version,
        "final_url": new.final_url,
        "headers": dict(new.headers),
        "reread": new.reread,
    }
    link = chain.of_new(c, known.url, row, before=last.chain if last else None)
    c.execute(version.insert().values({**row, "chain": link}))


def _write_state(c: Connection, known: Row[Any], check: CheckRecord) -> None:
    c.execute(
        update(watch_state)
        .where(_mine(known))
        .values(
            next_check_at=None if known.paused else check.next_check_at,
            last_checked_at=check.checked_at,
            last_outcome=check.outcome,
            last_reason=check.reason,
            status=check.status,
            version=_version_after(check),
            revision=known.revision + 1,
            last_seen_at=check.checked_at if check.version or check.seen else known.last_seen_at,
            last_change_at=check.checked_at if check.changes else known.last_change_at,
            last_good_at=check.last_good_at,
            missing_since=check.missing_since,
            failures=check.failures,
            failing_since=check.failing_since,
            blind=check.blind,
        )
    )
    cold = {name: getattr(check, name) for name in _COLD} | {"remind_at": None if known.paused else check.remind_at}
    cold = {name: value for name, value in cold.items() if value != getattr(known, name)}
    if cold:
        c.execute(update(watch).where(watch.c.id == check.watch_id).values(cold))


def _learn(c: Connection, watch_id: int, learned: Learned, now: datetime) -> None:
    if learned.blocks is not None:
        learning.remember(c, watch_id, learned.blocks)
    if learned.passing:
        learning.noted_passing(c, watch_id, learned.template, learned.passing, now=now)


def _mine(known: Row[Any]) -> ColumnElement[bool]:
    """The state of a locked watch."""
    return and_(
        watch_state.c.host_id == known.host_id,
        watch_state.c.slot == known.slot,
        watch_state.c.watch_id == known.id,
    )


def _count(c: Connection, check: CheckRecord) -> None:
    day = check.checked_at.astimezone(UTC).date()
    first = upsert(c, check_count).values(watch_id=check.watch_id, day=day, outcome=check.outcome, count=1)
    c.execute(
        first.on_conflict_do_update(
            index_elements=["watch_id", "day", "outcome"], set_={"count": check_count.c.count + 1}
        )
    )
