"""The deadline: whether the last moment to apply is another one."""

from collections.abc import Iterator
from datetime import date, datetime

from monitor.changes import wording
from monitor.changes.comparison import Comparison, PostingKind
from monitor.changes.days import day_of, same_day
from monitor.vocabulary import Change, Direction, Kind, Severity
from spiders.posting import Deadline
from spiders.record import deadline_to_json

_SEVERITIES = {Direction.BROUGHT_FORWARD: Severity.CRITICAL, Direction.CLARIFIED: Severity.LOW}


class DeadlineChanged(PostingKind):
    """The last moment to apply is another instant.

    | before | after | direction |
    | --- | --- | --- |
    | none | any | added |
    | any | none | removed |
    | a time | another time | extended, brought_forward; the same instant in another zone or format is no change |
    | a date | another date | extended, brought_forward; the same date in another zone is no change |
    | a date | a time on that date | clarified |
    | a time | its date | no change: the page became less exact; the time stays the one to compare with |
    | a date or a time | a time or a date on another day | extended, brought_forward |
    """

    kind = Kind.DEADLINE_CHANGED
    fields = ("deadline",)

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """One change, or none where only the words differ."""
        before, after = seen.before.deadline, seen.after.deadline
        direction = deadline_direction(before, after)
        if direction:
            yield Change(
                kind=cls.kind,
                direction=direction,
                severity=_SEVERITIES.get(direction, Severity.HIGH),
                field="deadline",
                summary=wording.deadline_changed(direction, before, after),
                before=before and deadline_to_json(before),
                after=after and deadline_to_json(after),
            )


def deadline_direction(before: Deadline | None, after: Deadline | None) -> Direction | None:
    """Which way the deadline went; None where it means the same."""
    if before is None:
        return None if after is None else Direction.ADDED
    if after is None:
        return Direction.REMOVED
    if not before.date_only and not after.date_only:
        return _way(before.at.replace(microsecond=0), after.at.replace(microsecond=0))
    if same_day(before, after):
        return Direction.CLARIFIED if before.date_only and not after.date_only else None
    return _way(day_of(before), day_of(after))


def _way(before: date | datetime, after: date | datetime) -> Direction | None:
    if before == after:
        return None
    return Direction.EXTENDED if after > before else Direction.BROUGHT_FORWARD
