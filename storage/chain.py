"""The chain of hashes over a watch's versions: what was edited, removed, inserted or moved later shows.

The link of a version is a hash of the link before it, of what the version holds, and of the changes told with it.
Links of existing databases were made by these rules: they never change (`docs/backup.md` says what a chain proves).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, or_, select, tuple_, update

from storage.tables import change, version, watch

#: Before the first version.
START = ""

#: Of no watch that has versions: where reading by number begins.
_BEFORE_ALL = (-(2**62), 0)
#: So many versions are read at a time: a record may have a megabyte.
_PAGE = 50
_OF_VERSION = ("seq", "observed_at", "record", "snapshot", "reader_version", "final_url", "headers", "reread")
_OF_CHANGE = (
    "from_version",
    "to_version",
    "occasion",
    "kind",
    "direction",
    "field",
    "before",
    "after",
    "summary",
    "severity",
    "detected_at",
    "since",
)
_VERSIONS: Select[Any] = select(
    version.c.watch_id, watch.c.url, *(version.c[name] for name in _OF_VERSION), version.c.chain
).join(watch, watch.c.id == version.c.watch_id)
_CHANGES: Select[Any] = select(change.c.watch_id, *(change.c[name] for name in _OF_CHANGE))


def made(before: str, row: Row[Any], told: str) -> str:
    """The link of a version.

    Args:
        before: The link of the version before it, or `START`.
        row: The version, of `walk`.
        told: Of `told`.
    """
    return _hash([before, row.url, *(_plain(getattr(row, name)) for name in _OF_VERSION), told])


def told(changes: Iterable[Row[Any]]) -> str:
    """A hash of the changes that a link covers, in the order in which they were told."""
    return _hash([[_plain(getattr(row, name)) for name in _OF_CHANGE] for row in changes])


def told_after(c: Connection, watch_id: int, seq: int) -> str:
    """The hash of the changes that the link after a version covers, as they are now."""
    ours = _CHANGES.where(_begin_at(watch_id, seq, seq)).order_by(change.c.id)
    return told(c.execute(ours).all())


def add(c: Connection, watch_id: int, seq: int) -> None:
    """Writes the link of a version that was just kept, with its changes."""
    wanted = _VERSIONS.where(version.c.watch_id == watch_id, version.c.seq == seq)
    before = select(version.c.chain).where(version.c.watch_id == watch_id, version.c.seq == seq - 1)
    row = c.execute(wanted).one()
    link = made(c.scalar(before) or START, row, told(_told_with(c, [row])[watch_id, seq]))
    c.execute(update(version).where(version.c.watch_id == watch_id, version.c.seq == seq).values(chain=link))


def fill(c: Connection) -> None:
    """Writes the links of versions from before there were any."""
    mine = update(version).where(version.c.watch_id == bindparam("of"), version.c.seq == bindparam("number"))
    watch_id, link = None, START
    for page in walk(c):
        rows = []
        for row, changes in page:
            link = made(link if row.watch_id == watch_id else START, row, told(changes))
            watch_id = row.watch_id
            rows.append({"of": row.watch_id, "number": row.seq, "link": link})
        c.execute(mine.values(chain=bindparam("link")), rows)


def walk(c: Connection) -> Iterator[list[tuple[Row[Any], Sequence[Row[Any]]]]]:
    """Every version with the changes that its link covers, by watch and number, some at a time."""
    after: tuple[int, int] = _BEFORE_ALL
    ordered = _VERSIONS.order_by(version.c.watch_id, version.c.seq).limit(_PAGE)
    while True:
        rows = c.execute(ordered.where(tuple_(version.c.watch_id, version.c.seq) > tuple_(*after))).all()
        if not rows:
            return
        changes = _told_with(c, rows)
        yield [(row, changes[row.watch_id, row.seq]) for row in rows]
        after = (rows[-1].watch_id, rows[-1].seq)


def _told_with(c: Connection, rows: Sequence[Row[Any]]) -> defaultdict[tuple[int, int], list[Row[Any]]]:
    """The changes that the links of these versions cover: those that made one, and those told since the one before."""
    spans: dict[int, tuple[int, int]] = {}
    for row in rows:
        first, _ = spans.get(row.watch_id, (row.seq, row.seq))
        spans[row.watch_id] = (first, row.seq)
    found: defaultdict[tuple[int, int], list[Row[Any]]] = defaultdict(list)
    covered = or_(*(_begin_at(watch_id, first - 1, last - 1) for watch_id, (first, last) in spans.items()))
    for row in c.execute(_CHANGES.where(covered).order_by(change.c.id)):
        found[row.watch_id, row.from_version + 1].append(row)
    return found


def _begin_at(watch_id: int, first: int, last: int) -> ColumnElement[bool]:
    """A change that makes a version begins at the one before it, as do those that are told of that one."""
    return and_(change.c.watch_id == watch_id, change.c.from_version.between(first, last))


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value


def _hash(value: Any) -> str:
    """Of JSON that is the same however a database kept it."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
