"""Changes, as they were told."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from storage.errors import NoSuchChange
from storage.rows import StoredChange
from storage.tables import change, watch, watch_tag


def stored(
    c: Connection,
    *,
    since: datetime | None = None,
    kinds: Collection[str] = (),
    tag: str | None = None,
    watch_id: int | None = None,
    after_id: int | None = None,
    limit: int | None = None,
) -> list[StoredChange]:
    """The changes that meet every condition given, oldest first.

    Args:
        c: Any connection.
        since: Detected at this instant or later.
        kinds: One of these; empty: any.
        tag: Of a watch with this tag.
        watch_id: Of this watch.
        after_id: With a greater number: those that were recorded after that one was.
        limit: At most so many, the oldest.
    """
    wanted = selecting().order_by(change.c.id).limit(limit)
    if since is not None:
        wanted = wanted.where(change.c.detected_at >= since)
    if kinds:
        wanted = wanted.where(change.c.kind.in_(kinds))
    if tag is not None:
        wanted = wanted.where(change.c.watch_id.in_(select(watch_tag.c.watch_id).where(watch_tag.c.tag == tag)))
    if watch_id is not None:
        wanted = wanted.where(change.c.watch_id == watch_id)
    if after_id is not None:
        wanted = wanted.where(change.c.id > after_id)
    return [from_row(row) for row in c.execute(wanted)]


def one(c: Connection, change_id: int) -> StoredChange:
    """The change of a number.

    Raises:
        NoSuchChange: there is none.
    """
    row = c.execute(selecting().where(change.c.id == change_id)).one_or_none()
    if row is None:
        raise NoSuchChange(change_id)
    return from_row(row)


def selecting() -> Select[Any]:
    """Everything of a `StoredChange`; `from_row` reads it."""
    columns = [column for column in change.c if column.name not in {"occasion", "field_key"}]
    return select(*columns, watch.c.url).join_from(change, watch, watch.c.id == change.c.watch_id)


def from_row(row: Row[Any]) -> StoredChange:
    """The change of one row of `selecting`."""
    return StoredChange(**row._asdict())
