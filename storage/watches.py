"""Watches: adding, finding, listing, pausing, removing."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, select, union, update

from storage import slots
from storage.errors import NoSuchWatch, UrlTooLong
from storage.rows import NewWatch, Watch
from storage.statements import among, upsert
from storage.tables import capture, host, same_watch, version, watch, watch_state, watch_tag

#: PostgreSQL indexes values of up to 2,704 bytes.
LONGEST_URL = 2048


def add(c: Connection, new: NewWatch, *, now: datetime, first_check_at: datetime) -> tuple[int, bool]:
    """Starts watching a URL; one that is watched keeps its settings and gains the tags, a removed one comes back.

    Returns:
        The watch's number, and whether the URL was not watched until now.

    Raises:
        UrlTooLong: more than `LONGEST_URL` bytes.
    """
    if len(new.url.encode(errors="replace")) > LONGEST_URL:
        raise UrlTooLong(f"a URL of {len(new.url)} characters cannot be watched: {LONGEST_URL} bytes are the limit")
    host_id = slots.opened(c, new.host)
    added = upsert(c, watch).values(
        url=new.url, host_id=host_id, kind=new.kind, interval_seconds=_seconds(new.interval), added_at=now
    )
    watch_id = c.scalar(added.on_conflict_do_nothing(index_elements=["url"]).returning(watch.c.id))
    if watch_id is None:
        return _again(c, new, first_check_at)
    c.execute(watch_state.insert().values(host_id=host_id, slot=0, watch_id=watch_id, next_check_at=first_check_at))
    _tag(c, watch_id, new.tags)
    slots.brought_forward(c, host_id, 0, first_check_at)
    return watch_id, True


def find(c: Connection, id_or_url: int | str, *, with_record: bool = False) -> Watch:
    """The watch of a number or URL; also a removed one.

    Raises:
        NoSuchWatch: there is none.
    """
    by_number = isinstance(id_or_url, int) or id_or_url.isdecimal()
    wanted = watch.c.id == int(id_or_url) if by_number else watch.c.url == id_or_url
    row = c.execute(selecting(with_record=with_record).where(wanted)).one_or_none()
    if row is None:
        raise NoSuchWatch(id_or_url)
    return _with_tags(c, [row])[0]


def listed(
    c: Connection, *, tag: str | None = None, include_removed: bool = False, with_record: bool = False
) -> list[Watch]:
    """All watches by their number."""
    wanted = selecting(with_record=with_record).order_by(watch.c.id)
    if tag is not None:
        wanted = wanted.where(watch.c.id.in_(select(watch_tag.c.watch_id).where(watch_tag.c.tag == tag)))
    if not include_removed:
        wanted = wanted.where(watch.c.removed_at.is_(None))
    return _with_tags(c, c.execute(wanted).all())


def numbered(c: Connection, watch_ids: Collection[int], *, with_record: bool = False) -> list[Watch]:
    """The watches of these numbers, also removed ones; numbers that are none's are left out."""
    return _with_tags(c, c.execute(selecting(with_record=with_record).where(among(watch.c.id, watch_ids))).all())


def remove(c: Connection, watch_id: int, *, now: datetime) -> None:
    """Stops watching; the history stays. Raises NoSuchWatch."""
    c.execute(update(watch).where(watch.c.id == watch_id, watch.c.removed_at.is_(None)).values(removed_at=now))
    _plan(c, watch_id, paused=False, next_check_at=None)


def purge(c: Connection, watch_id: int) -> None:
    """Forgets a watch with its history, its unsent notices and the snapshots that no other watch has.

    Raises:
        NoSuchWatch: there is none.
    """
    from storage import snapshots  # noqa: PLC0415 - only what drops bodies needs the compressor

    kept = (select(table.c.snapshot).where(table.c.watch_id == watch_id) for table in (version, capture))
    bodies = list(c.scalars(union(*kept)))
    if not c.execute(delete(watch).where(watch.c.id == watch_id)).rowcount:
        raise NoSuchWatch(watch_id)
    snapshots.drop_unused(c, [body for body in bodies if body])


def pause(c: Connection, watch_id: int) -> None:
    """Ends regular checks until `resume`. Raises NoSuchWatch."""
    _plan(c, watch_id, paused=True, next_check_at=None)


def resume(c: Connection, watch_id: int, *, next_check_at: datetime) -> None:
    """Goes on with regular checks. Raises NoSuchWatch, also for a removed watch."""
    _plan(c, watch_id, paused=False, next_check_at=next_check_at)


def alter(
    c: Connection,
    watch_id: int,
    *,
    interval: timedelta | None = None,
    usual_interval: bool = False,
    tags: Iterable[str] | None = None,
    next_check_at: datetime | None = None,
) -> None:
    """Sets what is given: the interval, the tags (all of them), the next check of a watch that is not paused.

    With `usual_interval` the watch has none of its own any more.

    Raises:
        NoSuchWatch: there is none, or it was removed.
    """
    known = _active(c, watch_id)
    if interval is not None or usual_interval:
        c.execute(update(watch).where(watch.c.id == watch_id).values(interval_seconds=_seconds(interval)))
    if tags is not None:
        c.execute(delete(watch_tag).where(watch_tag.c.watch_id == watch_id))
        _tag(c, watch_id, tags)
    if next_check_at is not None and not known.paused:
        _plan(c, watch_id, paused=False, next_check_at=next_check_at)


@cache
def selecting(*, with_record: bool) -> Select[Any]:
    """Everything of a `Watch` but its tags; `from_row` reads it."""
    joined = watch.join(watch_state, same_watch).join(host, host.c.id == watch.c.host_id)
    hot: list[Any] = [column for column in watch_state.c if column.name not in watch.c]
    wanted: Select[Any] = select(*watch.c, *hot, host.c.name.label("host"), host.c.crawl_delay)
    if not with_record:
        return wanted.select_from(joined)
    last = (version.c.watch_id == watch.c.id) & (version.c.seq == watch_state.c.version)
    return wanted.add_columns(version.c.record).select_from(joined.outerjoin(version, last))


def from_row(row: Row[Any], tags: tuple[str, ...]) -> Watch:
    """The watch of one row of `selecting`."""
    values = row._asdict()
    seconds = values.pop("interval_seconds")
    for name in ("host_id", "slot", "watch_id", "last_seen_at"):
        del values[name]
    return Watch(**values, interval=None if seconds is None else timedelta(seconds=seconds), tags=tags)


def tags_of(c: Connection, watch_ids: list[int]) -> dict[int, tuple[str, ...]]:
    """The tags of each watch that has some, in the order of the alphabet."""
    wanted = select(watch_tag).order_by(watch_tag.c.watch_id, watch_tag.c.tag)
    if len(watch_ids) <= slots.FEW:
        wanted = wanted.where(among(watch_tag.c.watch_id, watch_ids))
    found: dict[int, tuple[str, ...]] = {}
    for watch_id, tag in c.execute(wanted):
        found[watch_id] = (*found.get(watch_id, ()), tag)
    return found


def _with_tags(c: Connection, rows: Iterable[Row[Any]]) -> list[Watch]:
    rows = list(rows)
    tags = tags_of(c, [row.id for row in rows]) if rows else {}
    return [from_row(row, tags.get(row.id, ())) for row in rows]


def _again(c: Connection, new: NewWatch, first_check_at: datetime) -> tuple[int, bool]:
    known = c.execute(select(watch).where(watch.c.url == new.url)).one()
    _tag(c, known.id, new.tags)
    if known.removed_at is None:
        return known.id, False
    c.execute(update(watch).where(watch.c.id == known.id).values(removed_at=None))
    _plan(c, known.id, paused=False, next_check_at=first_check_at)
    return known.id, True


def _tag(c: Connection, watch_id: int, tags: Iterable[str]) -> None:
    for tag in dict.fromkeys(tags):
        c.execute(upsert(c, watch_tag).values(watch_id=watch_id, tag=tag).on_conflict_do_nothing())


def _plan(c: Connection, watch_id: int, *, paused: bool, next_check_at: datetime | None) -> None:
    """Sets when a watch is next checked, and its slot with it; one that is not checked has no reminder planned."""
    known = _active(c, watch_id) if next_check_at or paused else _found(c, watch_id)
    slots.locked(c, known.host_id, known.slot)
    c.execute(
        update(watch_state)
        .where(
            watch_state.c.host_id == known.host_id,
            watch_state.c.slot == known.slot,
            watch_state.c.watch_id == watch_id,
        )
        .values(paused=paused, next_check_at=next_check_at)
    )
    if next_check_at is not None:
        slots.brought_forward(c, known.host_id, known.slot, next_check_at)
    else:
        c.execute(update(watch).where(watch.c.id == watch_id, watch.c.remind_at.is_not(None)).values(remind_at=None))


def _active(c: Connection, watch_id: int) -> Row[Any]:
    known = _found(c, watch_id)
    if known.removed_at is not None:
        raise NoSuchWatch(watch_id)
    return known


def _found(c: Connection, watch_id: int) -> Row[Any]:
    known = c.execute(selecting(with_record=False).where(watch.c.id == watch_id)).one_or_none()
    if known is None:
        raise NoSuchWatch(watch_id)
    return known


def _seconds(interval: timedelta | None) -> int | None:
    return None if interval is None else int(interval.total_seconds())
