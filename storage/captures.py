"""Captures: pages that were not believed, the last few of each watch, for the user to look at."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, select

from storage import snapshots
from storage.rows import Capture, NewCapture
from storage.statements import among
from storage.tables import capture, version

#: So many of a watch are kept.
KEPT = 3


def keep(c: Connection, watch_id: int, new: NewCapture, *, taken_at: datetime) -> None:
    """Keeps a capture, unless it is of the very page that was captured last; older ones than the last few go.

    Of two that were taken at the same instant (a fetch's is a whole second) the later one stays.
    """
    known = list(c.execute(_of(watch_id)))
    last_good = select(version.c.snapshot).where(version.c.watch_id == watch_id).order_by(version.c.seq.desc())
    sha256 = snapshots.keep(c, new.body, like=c.scalar(last_good.limit(1)))
    if known and known[0].snapshot == sha256:
        return
    at_once = [it for it in known if it.taken_at == taken_at]
    gone = at_once + [it for it in known if it not in at_once][KEPT - 1 :]
    c.execute(
        delete(capture).where(capture.c.watch_id == watch_id, among(capture.c.taken_at, [it.taken_at for it in gone]))
    )
    values = {name: getattr(new, name) for name in ("outcome", "reason", "quality", "http_status", "final_url")}
    c.execute(
        capture.insert().values(
            watch_id=watch_id, taken_at=taken_at, headers=dict(new.headers), snapshot=sha256, **values
        )
    )
    snapshots.drop_unused(c, [it.snapshot for it in gone])


def of_watch(c: Connection, watch_id: int) -> list[Capture]:
    """The captures of a watch, newest first."""
    return [Capture(**row._asdict()) for row in c.execute(_of(watch_id))]


def _of(watch_id: int) -> Select[Any]:
    return select(capture).where(capture.c.watch_id == watch_id).order_by(capture.c.taken_at.desc())
