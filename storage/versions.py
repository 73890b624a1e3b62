"""Versions: what a posting said over time."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, case, select

from storage.errors import NoSuchVersion
from storage.rows import Version
from storage.tables import same_watch, version, watch, watch_state

_NO_SEQ = 2**31


def of_watch(c: Connection, watch_id: int) -> list[Version]:
    """All versions of a watch, oldest first."""
    return [_version(row) for row in c.execute(_selecting(watch_id).order_by(version.c.seq))]


def at(c: Connection, watch_id: int, instant: datetime) -> Version | None:
    """The version that was the last one at an instant; None before the first."""
    wanted = _selecting(watch_id).where(version.c.observed_at <= instant)
    row = c.execute(wanted.order_by(version.c.seq.desc()).limit(1)).one_or_none()
    return None if row is None else _version(row)


def one(c: Connection, watch_id: int, seq: int) -> Version:
    """The version of a number.

    Raises:
        NoSuchVersion: there is none.
    """
    # A number that no column holds is the user's: drivers refuse it in words of their own.
    is_one = 0 < seq < _NO_SEQ
    row = c.execute(_selecting(watch_id).where(version.c.seq == seq)).one_or_none() if is_one else None
    if row is None:
        raise NoSuchVersion(watch_id, seq)
    return _version(row)


def _selecting(watch_id: int) -> Select[Any]:
    """When the last version was last seen is kept with what every check writes."""
    current = and_(same_watch, watch_state.c.version == version.c.seq)
    seen = case((watch_state.c.last_seen_at.is_(None), version.c.last_seen_at), else_=watch_state.c.last_seen_at)
    joined = version.join(watch, watch.c.id == version.c.watch_id).outerjoin(watch_state, current)
    columns = [column for column in version.c if column.name not in {"last_seen_at", "chain"}]
    return select(*columns, seen.label("last_seen_at")).select_from(joined).where(version.c.watch_id == watch_id)


def _version(row: Row[Any]) -> Version:
    return Version(**row._asdict())
