"""When a notice goes out: at once, at the next digest, or at the end of the quiet hours. Pure.

Everything here is about the user's wall clock: quiet hours and digests keep their local time across summer time.
"""

from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import product

from config.settings import TargetSettings
from monitor.vocabulary import Severity

#: Daily digests go out at this local time.
DAILY_AT = time(8)

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def due_at(now: datetime, target: TargetSettings, severity: Severity, zone: tzinfo) -> datetime:
    """When a notice that is made now may go to a target.

    Quiet hours hold back everything but what is critical; a digest that falls into them waits for their end.

    Args:
        now: any aware instant.
        target: its `digest` and `quiet_hours`.
        severity: the change's.
        zone: the user's.

    Returns:
        In UTC; `now` itself where nothing holds the notice back.
    """
    due = _gathered(now, target.digest, zone)
    if target.quiet_hours and severity is not Severity.CRITICAL:
        due = _after_quiet(due, target.quiet_hours, zone)
    return due.astimezone(UTC)


def next_wall_time(after: datetime, at: time, zone: tzinfo) -> datetime:
    """The first instant after `after` at which clocks in `zone` show `at`.

    Where summer time begins and the clock jumps over `at`, the first instant after the jump counts; where it ends and
    the clock shows `at` twice, both count.
    """
    today = after.astimezone(zone).date()
    days = (today, today + _DAY, today + 2 * _DAY)
    instants = (_instant(datetime.combine(day, at, zone).replace(fold=fold)) for day, fold in product(days, (0, 1)))
    return min(instant for instant in instants if instant > after)


def _gathered(now: datetime, digest: str, zone: tzinfo) -> datetime:
    if digest == "hourly":
        local = now.astimezone(zone)
        into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
        return now.astimezone(UTC) - into + _HOUR
    if digest == "daily":
        return next_wall_time(now, DAILY_AT, zone)
    return now


def _after_quiet(due: datetime, quiet_hours: str, zone: tzinfo) -> datetime:
    """`due`, or the end of the quiet hours ("22:00-07:00") that it falls into. They begin at the first minute."""
    begin, end = (time.fromisoformat(part) for part in quiet_hours.split("-"))
    wall = due.astimezone(zone).time()
    quiet = begin <= wall < end if begin < end else wall >= begin or wall < end
    return next_wall_time(due, end, zone) if quiet else due


def _instant(wall: datetime) -> datetime:
    """The instant of a wall time; one that the clock jumps over moves to the first that exists."""
    while (instant := wall.astimezone(UTC)).astimezone(wall.tzinfo).replace(tzinfo=None) != wall.replace(tzinfo=None):
        wall += _MINUTE
    return instant
