"""Keeping changes and their notices: the part of a record that must not be lost."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, select, true, update

from storage import lines
from storage.changes import from_row, selecting
from storage.columns import storable
from storage.rows import NewChange, NewNotice, StoredChange
from storage.statements import among, upsert
from storage.tables import change, notice

#: Longer fields are told apart by a hash; PostgreSQL indexes values of up to 2,704 bytes.
_LONGEST_KEY = 255


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """What the changes that are kept together have in common."""

    watch_id: int
    from_version: int
    to_version: int
    #: See `storage.tables.changes`.
    occasion: int
    #: In UTC.
    at: datetime


def keep(
    c: Connection,
    occasion: Occasion,
    changes: Sequence[NewChange],
    notices: Sequence[NewNotice],
    *,
    wanted: Sequence[bool] | None = None,
) -> list[StoredChange]:
    """Keeps the changes that are not kept yet, and their notices; `wanted` says which to leave out.

    Returns:
        Those that were added, in their order.
    """
    if not changes:
        return []
    lines.in_turn(c)
    keys = _keys(changes)
    ids: dict[int, int] = {}
    for index, (new, key, want) in enumerate(zip(changes, keys, wanted or repeat(True), strict=False)):
        change_id = _add_change(c, occasion, new, key) if want else None
        if change_id is not None:
            ids[index] = change_id
    for to_send in notices:
        if to_send.change in ids:
            _add_notice(c, occasion, to_send, ids[to_send.change], keys[to_send.change])
    added = selecting().where(among(change.c.id, ids.values())).order_by(change.c.id)
    return [from_row(row) for row in c.execute(added)]


def _keys(changes: Sequence[NewChange]) -> list[str]:
    """What makes each unique beside its kind; two of one kind and field are both kept."""
    seen: Counter[tuple[str, str]] = Counter()
    keys = []
    for new in changes:
        key = storable(new.field or "")
        if len(key.encode()) > _LONGEST_KEY:
            key = hashlib.sha256(key.encode()).hexdigest()
        seen[new.kind, key] += 1
        times = seen[new.kind, key]
        keys.append(key if times == 1 else f"{key}#{times}")
    return keys


def _add_change(c: Connection, occasion: Occasion, new: NewChange, key: str) -> int | None:
    """The number of the added change; None where it is kept already."""
    row: dict[str, Any] = {
        "watch_id": occasion.watch_id,
        "from_version": occasion.from_version,
        "to_version": occasion.to_version,
        "occasion": occasion.occasion,
        "kind": new.kind,
        "direction": new.direction,
        "field": new.field,
        "field_key": key,
        "before": new.before,
        "after": new.after,
        "summary": new.summary,
        "severity": new.severity,
        "detected_at": occasion.at,
        "since": new.since,
    }
    added: int | None = c.scalar(upsert(c, change).values(row).on_conflict_do_nothing().returning(change.c.id))
    return added


def _add_notice(c: Connection, occasion: Occasion, new: NewNotice, change_id: int, key: str) -> None:
    line = (new.target, occasion.watch_id)
    row: dict[str, Any] = {
        "change_id": change_id,
        "watch_id": occasion.watch_id,
        "target": new.target,
        "message_id": new.message_id,
        "due_at": new.due_at,
        "held_until": new.held_until,
        "created_at": occasion.at,
    }
    if new.takes_over:
        row |= _taken_over(c, occasion, new, change_id, key)
    _let_pass(c, line, change_id, row["due_at"])
    row["leads"] = lines.is_empty_before(c, change_id, line)
    c.execute(upsert(c, notice).values(row).on_conflict_do_nothing())


def _let_pass(c: Connection, line: lines.Line, change_id: int, due_at: datetime) -> None:
    """Makes due with a notice what waits before it: none passes another, and what is urgent is held up by nothing.

    The last of a line is never due before those ahead of it that were not tried yet.
    """
    ahead = lines.before(change_id, line)
    last = select(notice.c.due_at).where(ahead).order_by(notice.c.change_id.desc()).limit(1)
    last_due = c.scalar(last)
    if last_due is not None and last_due > due_at:
        later = (notice.c.state == "waiting") & notice.c.told_as.is_(None) & (notice.c.due_at > due_at)
        c.execute(update(notice).where(ahead, later).values(due_at=due_at))


def _taken_over(c: Connection, occasion: Occasion, new: NewNotice, change_id: int, key: str) -> dict[str, Any]:
    """Drops the notices that the new one also tells; gives their number, the first instant and when they were due."""
    waits = (
        select(
            notice.c.id,
            notice.c.folds,
            notice.c.folds_since,
            notice.c.due_at,
            notice.c.held_until,
            change.c.detected_at,
        )
        .join(change, change.c.id == notice.c.change_id)
        .where(
            lines.before(change_id, (new.target, occasion.watch_id)),
            notice.c.state == "waiting",
            notice.c.told_as.is_(None),
            change.c.kind.in_(new.takes_over),
            true() if new.of_any_field else change.c.field_key == key,
        )
    )
    known = c.execute(waits).all()
    if not known:
        return {}
    dropped = {"state": "dropped", "leads": False, "last_error": f"told with change {change_id}"}
    c.execute(update(notice).where(among(notice.c.id, [it.id for it in known])).values(dropped))
    lines.moved(c, [(new.target, occasion.watch_id)])
    return {
        "folds": sum((it.folds or 0) + 1 for it in known),
        "folds_since": min(it.folds_since or it.detected_at for it in known),
        "due_at": min(it.due_at for it in known),
        "held_until": min(it.held_until or it.due_at for it in known),
    }
