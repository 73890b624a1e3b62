"""Reminders: from the clock and the deadline, not from the page.

An offset of whole days is taken off the calendar of the deadline's own zone: two days before Friday, 17:00 is
Wednesday, 17:00, also where summer time begins in between. Hours and minutes are taken off as they elapse.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from monitor.changes import wording
from monitor.changes.days import days_before, left
from monitor.changes.deadlines import deadline_direction
from monitor.vocabulary import Change, Kind, Known, Severity, WatchStatus
from spiders.posting import Deadline
from spiders.record import deadline_from_json, deadline_to_json

#: A posting that takes no applications needs no reminder.
_REMINDED = frozenset({WatchStatus.OPEN, WatchStatus.UPCOMING, WatchStatus.UNKNOWN})
#: The clock is looked at every half minute; whoever is told later than this is told that it is late.
_PUNCTUAL = timedelta(minutes=10)
_DAY = timedelta(days=1)
_BEFORE_ALL_TIME = datetime.min.replace(tzinfo=UTC)


class DeadlineSoon:
    """The deadline is near."""

    kind = Kind.DEADLINE_SOON

    @classmethod
    def of(cls, deadline: Deadline, offset: timedelta, now: datetime) -> Change:
        """The reminder for one offset; `field` is the offset as settings write it ("7d")."""
        late = _lateness(reminder_moment(deadline, offset), now)
        return Change(
            kind=cls.kind,
            severity=Severity.HIGH,
            field=wording.offset(offset),
            summary=wording.deadline_soon(deadline, left(deadline, now), late),
            after=deadline_to_json(deadline),
        )


class DeadlinePassed:
    """The last moment to apply has passed."""

    kind = Kind.DEADLINE_PASSED

    @classmethod
    def of(cls, deadline: Deadline, now: datetime) -> Change:
        """The reminder at the deadline itself."""
        told = deadline_to_json(deadline)
        return Change(
            kind=cls.kind,
            severity=Severity.MEDIUM,
            field="deadline",
            summary=wording.deadline_passed(deadline, _lateness(deadline.at, now)),
            before=told,
            after=told,
        )


def clock_changes(
    known: Known, *, offsets: Iterable[timedelta], last_told: datetime, now: datetime
) -> tuple[Change, ...]:
    """The reminder that is due, at most one: the nearest to the deadline of those whose moment has come.

    Args:
        known: the watch; only open, upcoming and unknown postings with a deadline are reminded of.
        offsets: how long before the deadline to remind.
        last_told: everything up to this moment was told or needs no telling: the later of when this deadline was
            first read and when the last reminder of it was told.
        now: the present.

    Returns:
        `deadline_passed` once the deadline has passed, else `deadline_soon`, else nothing.
    """
    deadline = known.posting.deadline if known.posting else None
    if deadline is None or known.status not in _REMINDED:
        return ()
    if deadline.at <= now:
        return (DeadlinePassed.of(deadline, now),) if last_told < deadline.at else ()
    moments = {offset: reminder_moment(deadline, offset) for offset in sorted(offsets)}
    due = [offset for offset, moment in moments.items() if last_told < moment <= now]
    return (DeadlineSoon.of(deadline, max(due, key=moments.__getitem__), now),) if due else ()


def next_reminder_at(deadline: Deadline | None, offsets: Iterable[timedelta], *, after: datetime) -> datetime | None:
    """When the clock next has something to say about a deadline: the first such moment after `after`; None: never."""
    if deadline is None:
        return None
    moments = (reminder_moment(deadline, offset) for offset in (*offsets, timedelta(0)))
    return min((moment for moment in moments if moment > after), default=None)


def reminder_moment(deadline: Deadline, offset: timedelta) -> datetime:
    """The moment, in UTC, that lies so long before a deadline."""
    try:
        moment = deadline.at - offset if offset % _DAY else days_before(deadline, offset.days)
    except OverflowError:
        return _BEFORE_ALL_TIME
    # Pages end days at 23:59:59.999; records keep seconds.
    return moment.replace(microsecond=0)


def is_of_same_deadline(told: Mapping[str, Any], reminder: Mapping[str, Any]) -> bool:
    """Whether two reminders, each by its DEADLINE object, are of a deadline that did not move in between."""
    return deadline_direction(deadline_from_json(told), deadline_from_json(reminder)) is None


def _lateness(moment: datetime, now: datetime) -> timedelta | None:
    late = now - moment
    return late if late > _PUNCTUAL else None
