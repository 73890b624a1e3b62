"""When a notice goes out: at once, at the next digest, or at the end of the quiet hours. Pure.

Everything here is about the user's wall clock: quiet hours and digests keep their local time across summer time.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import product

from config.targets import TargetSettings
from monitor.vocabulary import Severity

#: Daily and weekly digests go out at this local time, weekly ones on Mondays.
DIGEST_AT = time(8)
#: So many notices of one host within this time are a burst.
BURST_WITHIN = timedelta(minutes=1)

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_MONDAY = 0


def due_at(now: datetime, target: TargetSettings, severity: Severity, zone: tzinfo) -> datetime:
    """When a notice that is made now may go to a target.

    Quiet hours hold back everything but what they let through; a digest that falls into them waits for their end.

    Args:
        now: any aware instant.
        target: its `digest`, `quiet_hours` and `quiet_lets_through`.
        severity: the change's.
        zone: the user's.

    Returns:
        In UTC; `now` itself where nothing holds the notice back.
    """
    due = _gathered(now, target.digest, zone)
    if severity not in let_through(target):
        due = quiet_until(due, target, zone) or due
    return due.astimezone(UTC)


class Timetable:
    """`due_at` for many notices of one target; quick where they come in the order in which they were made."""

    def __init__(self, target: TargetSettings, zone: tzinfo) -> None:
        self._target = target
        self._zone = zone
        self._passing = let_through(target)
        #: What is made from the first instant on, and before the second, is gathered until the second.
        self._span: tuple[datetime, datetime] | None = None
        #: The end of the quiet hours that the instant before it falls into.
        self._quiet: tuple[datetime, datetime] | None = None

    def due_at(self, made_at: datetime, severity: str) -> datetime:
        """As the function of this name."""
        if self._span is None or not self._span[0] <= made_at < self._span[1]:
            self._span = (made_at, _gathered(made_at, self._target.digest, self._zone).astimezone(UTC))
        due = self._span[1]
        return due if severity in self._passing else self._after_quiet(due)

    def _after_quiet(self, due: datetime) -> datetime:
        if self._quiet is None or self._quiet[0] != due:
            self._quiet = (due, quiet_until(due, self._target, self._zone) or due)
        return self._quiet[1]


def quiet_until(now: datetime, target: TargetSettings, zone: tzinfo) -> datetime | None:
    """The end, in UTC, of the quiet hours that an instant falls into; None where it falls into none.

    They begin with their first minute and are over at their last.
    """
    if not target.quiet_hours:
        return None
    begin, end = _span(target.quiet_hours)
    wall = now.astimezone(zone).time()
    quiet = begin <= wall < end if begin < end else wall >= begin or wall < end
    return next_wall_time(now, end, zone).astimezone(UTC) if quiet else None


def let_through(target: TargetSettings) -> tuple[Severity, ...]:
    """The severities that a target's quiet hours let pass, the gravest first."""
    if target.quiet_lets_through == "none":
        return ()
    everything = tuple(Severity)
    return everything[: everything.index(Severity(target.quiet_lets_through)) + 1]


def next_wall_time(after: datetime, at: time, zone: tzinfo, *, twice: bool = True) -> datetime:
    """The first instant after `after` at which clocks in `zone` show `at`.

    Where summer time begins and the clock jumps over `at`, the first instant after the jump counts; where it ends and
    the clock shows `at` twice, both count, or the first alone (`twice`).
    """
    instants = _wall_times(after, at, zone, (0, 1) if twice else (0,))
    return min(instant for instant in instants if instant > after)


def _gathered(now: datetime, digest: str, zone: tzinfo) -> datetime:
    if digest == "none":
        return now
    if digest in _NEXT:
        return _NEXT[digest](now, zone)
    # Loaded only where somebody has a cron line.
    from config.cron import next_time  # noqa: PLC0415 - see above

    return next_time(digest, now, zone)


def _next_hour(now: datetime, zone: tzinfo) -> datetime:
    local = now.astimezone(zone)
    into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return now.astimezone(UTC) - into + _HOUR


def _next_morning(now: datetime, zone: tzinfo) -> datetime:
    return next_wall_time(now, DIGEST_AT, zone, twice=False)


def _next_monday(now: datetime, zone: tzinfo) -> datetime:
    morning = _next_morning(now, zone)
    while morning.astimezone(zone).weekday() != _MONDAY:
        morning = _next_morning(morning, zone)
    return morning


_NEXT: dict[str, Callable[[datetime, tzinfo], datetime]] = {
    "hourly": _next_hour,
    "daily": _next_morning,
    "weekly": _next_monday,
}


def _span(quiet_hours: str) -> tuple[time, time]:
    begin, _, end = quiet_hours.partition("-")
    return time.fromisoformat(begin), time.fromisoformat(end)


def _wall_times(after: datetime, at: time, zone: tzinfo, folds: tuple[int, ...]) -> list[datetime]:
    today = after.astimezone(zone).date()
    days = (today, today + _DAY, today + 2 * _DAY)
    return [_instant(datetime.combine(day, at, zone).replace(fold=fold)) for day, fold in product(days, folds)]


def _instant(wall: datetime) -> datetime:
    """The instant of a wall time; one that the clock jumps over moves to the first that exists."""
    while (instant := wall.astimezone(UTC)).astimezone(wall.tzinfo).replace(tzinfo=None) != wall.replace(tzinfo=None):
        wall += _MINUTE
    return instant
