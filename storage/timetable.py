"""When notices that wait are due: put off, brought forward, or planned anew because rules or clock changed."""

from collections import defaultdict
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, update

from storage import bulletins, lines
from storage.lines import in_state, is_pending
from storage.statements import among
from storage.tables import change, notice

#: An attempt that is put off for longer was put off by a clock that has been set back since.
_LONGEST_WAIT = timedelta(days=1)
#: What is dated later than this from now was dated by a clock that has been set back.
_DRIFT = timedelta(minutes=1)
#: So many are given a time in one statement.
_AT_ONCE = 1000

#: When a notice is due that was made at an instant (in UTC) of a change of a severity.
DueAt = Callable[[datetime, str], datetime]


def hasten(c: Connection, target: str, *, now: datetime) -> None:
    """Makes what waits for another attempt due now: the target is well again."""
    c.execute(update(notice).where(_tried(target)).values(due_at=now))


def postpone(c: Connection, target: str, *, passing: Collection[str], now: datetime, until: datetime) -> None:
    """Puts off what is due to a target, but for what has one of these severities and what must go before or with it."""
    lines.in_turn(c)
    grave = notice.alias("grave")
    passes = and_(
        grave.c.target == target, in_state("waiting", grave), grave.c.due_at <= now, change.c.severity.in_(passing)
    )
    joined = grave.join(change, change.c.id == grave.c.change_id)
    last = func.max(grave.c.change_id).label("last")
    last_of = select(grave.c.watch_id, last).select_from(joined).where(passes).group_by(grave.c.watch_id).subquery()
    names = select(grave.c.told_as).select_from(joined).where(passes, grave.c.told_as.is_not(None))
    is_before = exists().where(last_of.c.watch_id == notice.c.watch_id, last_of.c.last >= notice.c.change_id)
    is_apart = or_(notice.c.told_as.is_(None), notice.c.told_as.not_in(names))
    is_due = and_(notice.c.target == target, in_state("waiting"), notice.c.due_at <= now)
    c.execute(update(notice).where(is_due, ~is_before, is_apart).values(due_at=until))


def reschedule(c: Connection, target: str, *, now: datetime, due_at: DueAt, lease: timedelta) -> int:
    """Brings what waits for a target in line with its rules and the clock: both may have changed.

    What was never tried gets a new time where its time has not come; attempts and leases that end unbelievably late
    end now; the first of each line leads, whatever was known of it.

    Args:
        c: A writing connection.
        target: Its name.
        now: In UTC.
        due_at: The rules.
        lease: The longest that anybody takes.

    Returns:
        How many notices got a new time.
    """
    lines.in_turn(c)
    c.execute(update(notice).where(_tried(target), notice.c.due_at > now + _LONGEST_WAIT).values(due_at=now))
    stuck = and_(notice.c.target == target, in_state("leased"), notice.c.lease_until > now + lease)
    c.execute(update(notice).where(stuck).values(lease_until=now))
    bulletins.brought_back(c, target, now=now, late=now + _DRIFT)
    _line_up(c, target)
    moved = _due_anew(c, target, now, due_at)
    for due, ids in moved.items():
        for begin in range(0, len(ids), _AT_ONCE):
            c.execute(update(notice).where(among(notice.c.id, ids[begin : begin + _AT_ONCE])).values(due_at=due))
    return sum(len(ids) for ids in moved.values())


def is_ahead(c: Connection, target: str, *, now: datetime) -> bool:
    """Whether something that waits for a target was made later than now: by a clock that has been set back since."""
    late = now + _DRIFT
    of_notices = exists().where(notice.c.target == target, is_pending(), notice.c.created_at > late)
    return bool(c.scalar(select(or_(of_notices, bulletins.made_after(target, late)))))


def _tried(target: str) -> ColumnElement[bool]:
    return and_(notice.c.target == target, is_pending(), notice.c.state == "waiting", notice.c.told_as.is_not(None))


def _line_up(c: Connection, target: str) -> None:
    other = notice.alias("other")
    line = and_(other.c.target == target, other.c.watch_id == notice.c.watch_id, is_pending(other))
    front = select(func.min(other.c.change_id)).where(line).scalar_subquery()
    wrong = notice.c.leads != (notice.c.change_id == front)
    mine = and_(notice.c.target == target, is_pending())
    c.execute(update(notice).where(mine, wrong).values(leads=~notice.c.leads))


def _due_anew(c: Connection, target: str, now: datetime, due_at: DueAt) -> dict[datetime, list[int]]:
    """The notices that get a new time, by that time; what should have gone before goes now."""
    wanted = (
        select(notice.c.id, notice.c.watch_id, notice.c.due_at, notice.c.created_at, notice.c.held_until)
        .add_columns(change.c.severity)
        .join(change, change.c.id == notice.c.change_id)
        .where(notice.c.target == target, in_state("waiting"), notice.c.told_as.is_(None), notice.c.due_at > now)
        .order_by(notice.c.change_id)
    )
    rows = c.execute(wanted).all()
    dues = [max(due_at(min(row.created_at, now), row.severity), _held_until(row, now), now) for row in rows]
    moved: dict[datetime, list[int]] = defaultdict(list)
    earliest: dict[int, datetime] = {}
    for row, due in zip(reversed(rows), reversed(dues), strict=True):
        # None is due later than one behind it.
        earliest[row.watch_id] = min(due, earliest.get(row.watch_id, due))
        if earliest[row.watch_id] != row.due_at:
            moved[earliest[row.watch_id]].append(row.id)
    return moved


def _held_until(row: Any, now: datetime) -> datetime:
    """As long as it is held whatever the rules; not as a clock said that has been set back since."""
    held: datetime | None = row.held_until
    return held if held and held <= now + _LONGEST_WAIT else min(row.created_at, now)
