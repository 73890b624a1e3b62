"""`db prune`: forgetting what is old, and nothing that something else still needs.

Of each watch the oldest versions go, in their order, with the changes that begin at them; the last version never does.
A version stays while a change that stays tells of it, and a change while one of its notices was not sent. Where the
chain of hashes goes on is written down (`storage.chain`).
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, Text, and_, cast, delete, func, literal, or_, select, tuple_

from storage import chain, snapshots
from storage.database import Database
from storage.failures import told
from storage.statements import among, upsert
from storage.tables import (
    bulletin,
    capture,
    change,
    check_count,
    checkpoint,
    notice,
    same_watch,
    version,
    watch,
    watch_state,
)

#: What can be asked for: versions go with their changes, `changes` are those that made no version.
KINDS = ("versions", "changes", "notices", "bulletins", "captures", "counts")

#: So many watches, or rows, in one transaction: checks wait for it.
_AT_ONCE = 50
#: So many rows or bodies in one statement.
_FEW = 500
_DONE = ("sent", "dropped")


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What is to go: what is older than an instant and not among the last few, of some kinds."""

    #: In UTC; None: whatever its age. Then only versions and captures go, of which `keep` says how many stay.
    before: datetime | None = None
    #: So many versions and captures of each watch stay in any case; of versions one does also where none is given.
    keep: int | None = None
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True, kw_only=True, slots=True)
class Pruned:
    """What went of one kind, or would."""

    #: One of `KINDS`, or "snapshots": the pages of versions and captures that nothing else needs.
    kind: str
    rows: int
    #: Of what the rows hold; files have more around them.
    bytes: int


class _Undone(Exception):
    """Ends a dry run's transaction."""


def prune(database: Database, limits: Limits, *, now: datetime, dry_run: bool = False) -> list[Pruned]:
    """Forgets what is beyond the limits, some at a time, while others go on with the database.

    Args:
        database: Open.
        limits: What is to go.
        now: For the checkpoint of the chain.
        dry_run: Only say what would go.

    Returns:
        What went, for each kind of which something did.

    Raises:
        ValueError: there is no limit.
    """
    if limits.before is None and limits.keep is None:
        raise ValueError("no limit says what is to go")
    gone: Counter[str] = Counter()
    sizes: Counter[str] = Counter()

    def count(found: list[tuple[str, int]]) -> None:
        for kind, size in found:
            gone[kind] += 1
            sizes[kind] += size

    for kind in ("notices", "bulletins", "counts", "changes"):
        if kind in limits.kinds and limits.before is not None:
            _drop(database, kind, limits.before, count, dry_run=dry_run)
    for kind, forget in (("captures", _forget_captures), ("versions", _forget_versions)):
        for page in _watches(database) if kind in limits.kinds else ():
            with suppress(_Undone), database.writing() as c:
                count(forget(c, page, limits, now))
                if dry_run:
                    raise _Undone
    return [Pruned(kind=kind, rows=gone[kind], bytes=sizes[kind]) for kind in (*KINDS, "snapshots") if gone[kind]]


def compact(database: Database) -> None:
    """Gives the room of what went back to the file system; others wait meanwhile, and as much room is needed once more.

    Raises:
        DatabaseBusy, DiskFull: it is as it was.
    """
    with told(database.url):
        if database.file:
            with closing(sqlite3.connect(database.file, timeout=10, isolation_level=None)) as raw:
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        else:
            with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as c:
                c.exec_driver_sql("VACUUM FULL")


def _drop(
    database: Database, kind: str, before: datetime, count: Callable[[list[tuple[str, int]]], None], *, dry_run: bool
) -> None:
    """Drops old rows that nothing else needs, by their keys, some at a time."""
    table, old = _old(kind, before)
    keys = list(table.primary_key)
    after: tuple[Any, ...] | None = None
    while True:
        wanted = select(*keys, _size(table).label("bytes")).where(old).order_by(*keys).limit(_FEW)
        if after:
            wanted = wanted.where(tuple_(*keys) > tuple_(*after))
        with suppress(_Undone), database.writing() as c:
            rows = c.execute(wanted).all()
            if not rows:
                return
            first, last = tuple(rows[0][:-1]), tuple(rows[-1][:-1])
            if not dry_run:
                span = and_(tuple_(*keys) >= tuple_(*first), tuple_(*keys) <= tuple_(*last))
                c.execute(delete(table).where(old, span))
        after = last
        count([(kind, row.bytes) for row in rows])


def _old(kind: str, before: datetime) -> tuple[Table, ColumnElement[bool]]:
    match kind:
        case "notices":
            return notice, and_(notice.c.state.in_(_DONE), func.coalesce(notice.c.sent_at, notice.c.due_at) < before)
        case "bulletins":
            at = func.coalesce(bulletin.c.sent_at, bulletin.c.due_at)
            return bulletin, and_(bulletin.c.state.in_(_DONE), at < before)
        case "counts":
            return check_count, check_count.c.day < before.astimezone(UTC).date()
        case _:
            return change, and_(change.c.detected_at < before, ~_is_unsent(), _is_of_the_last_version())


def _is_unsent() -> ColumnElement[bool]:
    """One of the notices of a change still has to go out, or failed and may be tried again."""
    return select(notice.c.id).where(notice.c.change_id == change.c.id, notice.c.state.not_in(_DONE)).exists()


def _is_of_the_last_version() -> ColumnElement[bool]:
    """A change that made no version, and that no link of the chain covers yet."""
    last = (
        select(watch_state.c.version)
        .join_from(watch, watch_state, same_watch)
        .where(watch.c.id == change.c.watch_id)
        .scalar_subquery()
    )
    return and_(change.c.from_version == change.c.to_version, change.c.from_version == last)


def _watches(database: Database) -> Iterator[list[int]]:
    """The numbers of all watches, some at a time."""
    after = None
    while True:
        wanted = select(watch.c.id).order_by(watch.c.id).limit(_AT_ONCE)
        with database.reading() as c:
            found = list(c.scalars(wanted if after is None else wanted.where(watch.c.id > after)))
        if not found:
            return
        yield found
        after = found[-1]


def _forget_captures(c: Connection, watch_ids: list[int], limits: Limits, now: datetime) -> list[tuple[str, int]]:
    del now
    place = func.row_number().over(partition_by=capture.c.watch_id, order_by=capture.c.taken_at.desc()).label("place")
    ranked = (
        select(capture.c.watch_id, capture.c.taken_at, place).where(among(capture.c.watch_id, watch_ids)).subquery()
    )
    wanted = select(ranked.c.watch_id, ranked.c.taken_at).where(ranked.c.place > (limits.keep or 0))
    if limits.before is not None:
        wanted = wanted.where(ranked.c.taken_at < limits.before)
    dropping = delete(capture).where(tuple_(capture.c.watch_id, capture.c.taken_at).in_(wanted))
    rows = c.execute(dropping.returning(capture.c.snapshot, _size(capture).label("bytes"))).all()
    return [("captures", row.bytes) for row in rows] + _drop_bodies(c, [row.snapshot for row in rows])


def _forget_versions(c: Connection, watch_ids: list[int], limits: Limits, now: datetime) -> list[tuple[str, int]]:
    found = c.execute(_last_to_go(watch_ids, limits)).all()
    last = _leave_checkpoints(c, {row.id: min(it for it in row[1:] if it is not None) for row in found}, now)
    if not last:
        return []
    told_of = or_(*(and_(change.c.watch_id == it, change.c.from_version <= seq) for it, seq in last.items()))
    changes = c.scalars(delete(change).where(told_of).returning(_size(change))).all()
    ours = or_(*(and_(version.c.watch_id == it, version.c.seq <= seq) for it, seq in last.items()))
    dropping = delete(version).where(ours).returning(version.c.snapshot, _size(version).label("bytes"))
    versions = c.execute(dropping).all()
    gone = [("versions", it.bytes) for it in versions] + [("changes", size) for size in changes]
    return gone + _drop_bodies(c, [it.snapshot for it in versions])


def _last_to_go(watch_ids: list[int], limits: Limits) -> Any:
    """For each watch the numbers of versions that each condition lets go: the least of them is the last to go."""
    mine, its = version.c.watch_id == watch.c.id, change.c.watch_id == watch.c.id
    stays = _is_unsent() if limits.before is None else or_(_is_unsent(), change.c.detected_at >= limits.before)
    columns = [
        # The last version is what the next page is compared with.
        watch_state.c.version - max(limits.keep or 1, 1),
        select(func.min(change.c.from_version) - 1).where(its, stays).scalar_subquery(),
    ]
    if limits.before is not None:
        young = select(func.min(version.c.seq) - 1).where(mine, version.c.last_seen_at >= limits.before)
        columns.append(young.scalar_subquery())
    return select(watch.c.id, *columns).join_from(watch, watch_state, same_watch).where(among(watch.c.id, watch_ids))


def _leave_checkpoints(c: Connection, last: dict[int, int], now: datetime) -> dict[int, int]:
    """Writes where the chain of each watch goes on after its last version to go.

    Returns:
        Those of them that have the link to go on from: nothing goes where that is missing.
    """
    links = c.execute(chain.links((it, seq) for it, seq in last.items() if seq > 0)).mappings().all()
    links = [it for it in links if it["chain"] is not None]
    seqs = {it["watch_id"]: it["seq"] for it in links}
    if links:
        told = chain.told_after(c, seqs)
        row = upsert(c, checkpoint)
        written = {it: row.excluded[it] for it in ("seq", "chain", "told", "pruned_at")}
        row = row.on_conflict_do_update(index_elements=["watch_id"], set_=written)
        c.execute(row, [{**it, "told": told[it["watch_id"]], "pruned_at": now} for it in links])
    return seqs


def _drop_bodies(c: Connection, bodies: Sequence[str | None]) -> list[tuple[str, int]]:
    wanted = [it for it in dict.fromkeys(bodies) if it]
    parts = (wanted[start : start + _FEW] for start in range(0, len(wanted), _FEW))
    return [("snapshots", size) for part in parts for size in snapshots.drop_unused(c, part)]


@cache
def _size(table: Table) -> ColumnElement[int]:
    """About what a row takes: its texts, and eight bytes for each of the rest."""
    wide = [it for it in ("record", "headers", "before", "after", "summary", "text", "last_error") if it in table.c]
    texts = [func.coalesce(func.length(cast(table.c[name], Text)), 0) for name in wide]
    rest: ColumnElement[int] = literal(8 * (len(table.c) - len(wide)))
    return sum(texts, rest)
