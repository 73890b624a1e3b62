"""The calendar of a deadline, in the zone that the page gives it in."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from spiders.posting import Deadline

_OFFSET_LENGTH = len("+05:30")
_DAY_MINUTES = 24 * 60


def same_day(before: Deadline, after: Deadline) -> bool:
    """Whether two deadlines fall on one day, each in its own zone, or in the zone of the one that names one."""
    if day_of(before) == day_of(after):
        return True
    date_only, other = (before, after) if before.date_only else (after, before)
    return (
        not other.date_only
        and other.zone is None
        and other.at.astimezone(zone_of(date_only)).date() == day_of(date_only)
    )


def day_of(deadline: Deadline) -> date:
    """The day of a deadline in its own zone; in UTC where it names none."""
    return deadline.at.astimezone(zone_of(deadline)).date()


def days_before(deadline: Deadline, days: int) -> datetime:
    """The instant, in UTC, at which clocks in the deadline's zone show its time, so many days earlier.

    A time that the clock jumped over on that day moves on by the jump; of one that it showed twice, the first counts.

    Raises:
        OverflowError: there is no such year.
    """
    if not days:
        return deadline.at.astimezone(UTC)
    there = zone_of(deadline)
    wall = deadline.at.astimezone(there).replace(tzinfo=None, fold=0) - timedelta(days=days)
    return wall.replace(tzinfo=there).astimezone(UTC)


def left(deadline: Deadline, now: datetime) -> timedelta:
    """The time until a deadline as people count it: days of the calendar in its zone, then hours as they elapse."""
    days = max((deadline.at - now).days + 1, 0)
    while days and days_before(deadline, days) < now:
        days -= 1
    return timedelta(days=days) + (days_before(deadline, days) - now)


def zone_of(deadline: Deadline) -> tzinfo:
    """The zone of a deadline: an IANA name or an offset; UTC where there is none or it is not known here."""
    name = deadline.zone or ""
    if name[:1] in {"+", "-"} and len(name) == _OFFSET_LENGTH and name[1:3].isdecimal() and name[4:].isdecimal():
        minutes = int(name[1:3]) * 60 + int(name[4:])
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes)) if minutes < _DAY_MINUTES else UTC
    try:
        return ZoneInfo(name) if name else UTC
    except (KeyError, ValueError, OSError):
        return UTC
