"""The day of a deadline, in the zone that the page gives it in."""

from datetime import UTC, date, timedelta, timezone, tzinfo
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
