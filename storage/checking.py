"""`db check`: whether the database still holds what was written."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, and_, func, or_, select

from storage import snapshots, tampering
from storage.database import Database
from storage.rows import Finding
from storage.tables import change, checkpoint, same_watch, version, watch, watch_state

#: So many findings of one kind are told: a database that has more is not mended one by one.
MOST = 1000


def check(database: Database, *, chain: bool = False) -> list[Finding]:
    """Everything that is wrong; empty where all is well.

    Reads every snapshot, a page at a time, which takes a while on a large database.

    Args:
        database: Open.
        chain: Also whether versions and changes were edited since (`storage.tampering`).
    """
    kinds = [_integrity, _foreign_keys, _sequences, _changes, _snapshots, *([tampering.findings] if chain else [])]
    with database.reading() as c:
        return [finding for kind in kinds for finding in first(kind(c))]


def last_read_by(c: Connection, reader_version: int, *, above: int = 0, limit: int = 20) -> list[int]:
    """The numbers of watches, from the first above `above`, whose last version this reader read from a kept page."""
    last = and_(version.c.watch_id == watch.c.id, version.c.seq == watch_state.c.version)
    wanted = (
        select(watch.c.id)
        .select_from(watch.join(watch_state, same_watch).join(version, last))
        .where(watch.c.id > above, version.c.reader_version == reader_version, version.c.snapshot.is_not(None))
        .order_by(watch.c.id)
        .limit(limit)
    )
    return list(c.scalars(wanted))


def first(findings: Iterator[Finding]) -> list[Finding]:
    """At most `MOST` findings of a kind, and a word where there are more."""
    found = list(islice(findings, MOST))
    if len(found) == MOST and (one_more := next(findings, None)):
        found.append(Finding(kind=one_more.kind, text=f"and more: only the first {MOST} are named"))
    return found


def _integrity(c: Connection) -> Iterator[Finding]:
    if c.dialect.name == "sqlite":
        for text in c.exec_driver_sql("PRAGMA integrity_check").scalars():
            if text != "ok":
                yield Finding(kind="integrity", text=f"{text}: restore a backup")


def _foreign_keys(c: Connection) -> Iterator[Finding]:
    """PostgreSQL keeps foreign keys whatever happens; SQLite only for programs that ask for it."""
    if c.dialect.name == "sqlite":
        for table, row, parent, _ in c.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Finding(
                kind="foreign_key", text=f"row {row} of {table} points to no row of {parent}: restore a backup"
            )


def _sequences(c: Connection) -> Iterator[Finding]:
    """Versions are numbered without gaps, from the first that was not pruned up to the one that the state names."""
    pruned = func.coalesce(checkpoint.c.seq, 0)
    last = func.coalesce(func.max(version.c.seq), 0)
    first = func.coalesce(func.min(version.c.seq), 1)
    joined = watch.outerjoin(watch_state, same_watch).outerjoin(checkpoint, checkpoint.c.watch_id == watch.c.id)
    wanted = (
        select(watch.c.id, watch_state.c.version, pruned.label("pruned"), last.label("last"))
        .select_from(joined.outerjoin(version, version.c.watch_id == watch.c.id))
        .group_by(watch.c.id, watch_state.c.version, checkpoint.c.seq)
        .having(
            or_(
                watch_state.c.version.is_(None),
                watch_state.c.version != last,
                first != pruned + 1,
                last - pruned != func.count(version.c.seq),
            )
        )
    )
    for row in c.execute(wanted.order_by(watch.c.id)):
        wanted_are = f"watch {row.id} should have versions {row.pruned + 1} to {row.version}"
        found = f"{wanted_are}, the last one found is {row.last}"
        yield Finding(kind="sequence", text=f"{found} or some before it are missing: restore a backup")


def _changes(c: Connection) -> Iterator[Finding]:
    """No change tells of a version that never was."""
    last = select(func.max(version.c.seq)).where(version.c.watch_id == change.c.watch_id).scalar_subquery()
    wanted = select(change.c.id, change.c.to_version).where(change.c.to_version > func.coalesce(last, 0))
    for row in c.execute(wanted.order_by(change.c.id)):
        yield Finding(
            kind="sequence",
            text=f"change {row.id} tells of version {row.to_version}, which is missing: restore a backup",
        )


def _snapshots(c: Connection) -> Iterator[Finding]:
    for sha256 in snapshots.damaged(c):
        yield Finding(kind="snapshot", text=f"snapshot {sha256} is damaged: restore a backup")
