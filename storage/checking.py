"""`db check`: whether the database still holds what was written."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, or_, select

from storage import snapshots
from storage.database import Database
from storage.errors import DatabaseDamaged
from storage.rows import Finding
from storage.tables import change, same_watch, snapshot, version, watch, watch_state


def check(database: Database) -> list[Finding]:
    """Everything that is wrong; empty where all is well. Reads every snapshot: takes a while on a large database."""
    with database.reading() as c:
        return [*_integrity(c), *_foreign_keys(c), *_sequences(c), *_changes(c), *_snapshots(c)]


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
    """Versions are numbered without gaps up to the one that the state names."""
    last = func.coalesce(func.max(version.c.seq), 0)
    first = func.coalesce(func.min(version.c.seq), 1)
    wanted = (
        select(watch.c.id, watch_state.c.version, last.label("last"))
        .select_from(watch.outerjoin(watch_state, same_watch).outerjoin(version, version.c.watch_id == watch.c.id))
        .group_by(watch.c.id, watch_state.c.version)
        .having(
            or_(
                watch_state.c.version.is_(None),
                watch_state.c.version != last,
                last - first + 1 != func.count(version.c.seq),
            )
        )
    )
    for row in c.execute(wanted.order_by(watch.c.id)):
        found = f"watch {row.id} should have versions 1 to {row.version}, the last one found is {row.last}"
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
    for sha256 in c.scalars(select(snapshot.c.sha256).order_by(snapshot.c.sha256)).all():
        try:
            snapshots.load(c, sha256)
        except DatabaseDamaged as error:
            yield Finding(kind="snapshot", text=str(error))
