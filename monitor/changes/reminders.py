"""Reminders: from the clock and the deadline, not from the page."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from monitor.changes import wording
from monitor.vocabulary import Change, Kind, Known, Severity, WatchStatus
from spiders.posting import Deadline
from spiders.record import deadline_to_json

#: A posting that takes no applications needs no reminder.
_REMINDED = frozenset({WatchStatus.OPEN, WatchStatus.UPCOMING, WatchStatus.UNKNOWN})


class DeadlineSoon:
    """The deadline is near."""

    kind = Kind.DEADLINE_SOON

    @classmethod
    def of(cls, deadline: Deadline, offset: timedelta, now: datetime) -> Change:
        """The reminder for one offset; `field` is the offset as settings write it ("7d")."""
        return Change(
            kind=cls.kind,
            severity=Severity.HIGH,
            field=wording.offset(offset),
            summary=wording.deadline_soon(deadline, now),
            after=deadline_to_json(deadline),
        )


class DeadlinePassed:
    """The last moment to apply has passed."""

    kind = Kind.DEADLINE_PASSED

    @classmethod
    def of(cls, deadline: Deadline) -> Change:
        """The reminder at the deadline itself."""
        told = deadline_to_json(deadline)
        return Change(
            kind=cls.kind,
            severity=Severity.MEDIUM,
            field="deadline",
            summary=wording.deadline_passed(deadline),
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
        return (DeadlinePassed.of(deadline),) if last_told < deadline.at else ()
    due = [offset for offset in offsets if last_told < deadline.at - offset <= now]
    return (DeadlineSoon.of(deadline, min(due), now),) if due else ()


def next_reminder_at(deadline: Deadline | None, offsets: Iterable[timedelta], *, after: datetime) -> datetime | None:
    """When the clock next has something to say about a deadline: the first such moment after `after`; None: never."""
    if deadline is None:
        return None
    moments = (deadline.at - offset for offset in (*offsets, timedelta(0)))
    return min((moment for moment in moments if moment > after), default=None)
