"""Fields that flap: what changes to and fro again and again is told at once for a while, then summed up. Pure.

A field that moves on, each time to a value that it did not have, does not flap.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from monitor.vocabulary import Kind
from storage.rows import NewChange, NewNotice, StoredChange

#: So many changes of one thing within the window are told as they come.
TOLD_AT_ONCE = 3
WINDOW = timedelta(hours=6)
#: Every further one waits for so long, so that those that follow can be told with it.
HELD_FOR = timedelta(hours=1)

#: Kinds that undo each other.
_TOGETHER: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.CLOSED, Kind.OPENED, Kind.REOPENED}),
    frozenset({Kind.REMOVED, Kind.RESTORED}),
    frozenset({Kind.UNREACHABLE, Kind.BLOCKED, Kind.RECOVERED}),
    frozenset({Kind.POSTING_ADDED, Kind.POSTING_REMOVED, Kind.REPOSTED}),
    frozenset({Kind.SOURCES_DISAGREE, Kind.SOURCES_AGREE}),
)
#: Told by the clock or for good: never held.
_NEVER = frozenset({Kind.DEADLINE_SOON, Kind.DEADLINE_PASSED})
#: Kinds of which one watch has one thing, whatever `field` says of it.
_WHOLE_WATCH = _TOGETHER[0] | _TOGETHER[1] | _TOGETHER[2]


def kinds_with(kind: Kind) -> frozenset[Kind]:
    """The kinds that tell of the same thing as `kind`."""
    return next((group for group in _TOGETHER if kind in group), frozenset({kind}))


def held_back(
    notices: Sequence[NewNotice], changes: Sequence[NewChange], recent: Sequence[StoredChange], now: datetime
) -> tuple[NewNotice, ...]:
    """The notices of a check, those of things that flap put off and marked to take over what waits already.

    Args:
        notices: of the check.
        changes: of the check; a notice's `change` is an index into them.
        recent: earlier changes of the same watch within `WINDOW`.
        now: the present.

    Returns:
        As many notices, in their order.
    """
    held = {index: kinds_with(Kind(change.kind)) for index, change in enumerate(changes) if _flaps(change, recent)}
    return tuple(_held(notice, held, now) for notice in notices)


def _held(notice: NewNotice, held: Mapping[int, frozenset[Kind]], now: datetime) -> NewNotice:
    if notice.change not in held:
        return notice
    kinds = held[notice.change]
    return replace(
        notice,
        due_at=max(notice.due_at, now + HELD_FOR),
        held_until=now + HELD_FOR,
        takes_over=tuple(sorted(kind.value for kind in kinds)),
        of_any_field=kinds <= _WHOLE_WATCH,
    )


def _flaps(change: NewChange, recent: Sequence[StoredChange]) -> bool:
    kind = Kind(change.kind)
    if kind in _NEVER:
        return False
    alike = kinds_with(kind)
    same = [it for it in recent if it.kind in alike and (kind in _WHOLE_WATCH or it.field == change.field)]
    return len(same) >= TOLD_AT_ONCE and any(_value(it.before) == _value(change.after) for it in same)


def _value(told: Any) -> Any:
    """A value without the words of the page that it was read from."""
    return {name: it for name, it in told.items() if name != "text"} if isinstance(told, dict) else told
