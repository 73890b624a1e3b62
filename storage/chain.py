"""The chain of hashes over a watch's versions: what was edited, removed, inserted or moved later shows.

The link of a version is a hash of the link before it, of what the version holds, and of the changes told with it.
Links of existing databases were made by these rules: they never change (`docs/backup.md` says what a chain proves).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, false, or_, select, tuple_, update

from storage.columns import storable, to_json
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
_TOLD_WITH = _CHANGES.where(
    change.c.watch_id == bindparam("of"), change.c.from_version == bindparam("before")
).order_by(change.c.id)


def made(before: str, row: Any, told: str) -> str:
    """The link of a version.

    Args:
        before: The link of the version before it, or `START`.
        row: The version as it is kept, with the watch's `url`: of `walk`, or what has the same attributes.
        told: Of `told`.
    """
    return _hash([before, row.url, *(_plain(getattr(row, name)) for name in _OF_VERSION), told])


def told(changes: Iterable[Row[Any]]) -> str:
    """A hash of the changes that a link covers, in the order in which they were told."""
    return _hash([[_plain(getattr(row, name)) for name in _OF_CHANGE] for row in changes])


def links(versions: Iterable[tuple[int, int]]) -> Select[Any]:
    """Asks for the links of some versions (watch, number): `watch_id`, `seq` and `chain` of those that are there."""
    # SQLite finds these by the index, and would read all versions for an IN of pairs.
    chosen = (and_(version.c.watch_id == watch_id, version.c.seq == seq) for watch_id, seq in versions)
    return select(version.c.watch_id, version.c.seq, version.c.chain).where(or_(false(), *chosen))


def told_after(c: Connection, seqs: Mapping[int, int]) -> dict[int, str]:
    """For each of some watches the hash of the changes that the link after one version covers, as they are now."""
    changes = _told_with(c, [(watch_id, seq + 1) for watch_id, seq in seqs.items()])
    return {watch_id: told(changes[watch_id, seq + 1]) for watch_id, seq in seqs.items()}


def of_new(c: Connection, url: str, row: Mapping[str, Any], *, before: str | None) -> str:
    """The link of a version that is about to be kept; the changes that it covers are kept already.

    Args:
        c: where.
        url: The watch's.
        row: The columns of `version`, as they will be written.
        before: The link of the version before it; None where there is none.
    """
    changes = c.execute(_TOLD_WITH, {"of": row["watch_id"], "before": row["seq"] - 1}).all()
    # As both databases give it back, so that it need not be read for its link.
    texts = {name: json.loads(to_json(row[name])) for name in ("record", "headers")}
    words = {"final_url": None if row["final_url"] is None else storable(row["final_url"])}
    return made(before or START, SimpleNamespace(**{**row, **texts, **words, "url": url}), told(changes))


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
        changes = _told_with(c, [(row.watch_id, row.seq) for row in rows])
        yield [(row, changes[row.watch_id, row.seq]) for row in rows]
        after = (rows[-1].watch_id, rows[-1].seq)


def _told_with(c: Connection, versions: Iterable[tuple[int, int]]) -> defaultdict[tuple[int, int], list[Row[Any]]]:
    """The changes that the links of versions cover: those that made one, and those told since the one before.

    Args:
        c: where.
        versions: Watch and number of each, in order, those of one watch without gaps.
    """
    spans: dict[int, tuple[int, int]] = {}
    for watch_id, seq in versions:
        first, _ = spans.get(watch_id, (seq, seq))
        spans[watch_id] = (first, seq)
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
