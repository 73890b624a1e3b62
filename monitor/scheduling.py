"""When a watch is next due, and how long a host is left alone. Pure: chance comes in as a number."""

from datetime import datetime, timedelta

#: The first wait after a failed check; it doubles with each further one.
FIRST_RETRY = timedelta(minutes=15)
#: Failed checks are never further apart than this, or than the watch's own interval where that is longer.
LONGEST_RETRY = timedelta(hours=6)
#: The first pause of a host after a bad answer; it doubles with each further one.
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
#: A Retry-After beyond this is taken as this: a server's mistake must not end a watch.
LONGEST_RETRY_AFTER = timedelta(days=7)
#: Doubling beyond this exceeds every cap.
_MOST_DOUBLINGS = 20


def interval_of(wish: timedelta | None, *, default: timedelta, shortest: timedelta) -> timedelta:
    """How often a watch is looked at: as it wishes or by default, never oftener than `shortest`."""
    return max(wish or default, shortest)


def next_check_at(
    *,
    now: datetime,
    interval: timedelta,
    jitter: float,
    unit: float,
    failures: int = 0,
    retry_after: float | None = None,
    confirm_after: timedelta | None = None,
) -> datetime:
    """When to look at a watch again.

    Args:
        now: the present.
        interval: how often the watch is looked at.
        jitter: how far to stray from it, as a share of the wait (0 to 0.5).
        unit: chance, 0 to 1.
        failures: bad checks in a row, this one included.
        retry_after: seconds that the server asked us to wait; it is never asked sooner.
        confirm_after: the wait for a second look where one is needed; it is never sooner.

    Returns:
        The interval strayed to both sides; after a failure a doubling wait, strayed later only.
    """
    if confirm_after is not None:
        wait = confirm_after * (1 + jitter * unit)
    elif failures > 0:
        cap = max(interval, LONGEST_RETRY)
        wait = _doubled(FIRST_RETRY, failures, cap) * (1 + jitter * unit)
    else:
        wait = interval * (1 + jitter * (2 * unit - 1))
    return now + max(wait, _asked(retry_after))


def first_check_at(*, now: datetime, spread: timedelta, unit: float) -> datetime:
    """When to look at a new watch for the first time: somewhere within `spread`, by chance."""
    return now + spread * unit


def host_pause(*, failures: int, unit: float, retry_after: float | None = None) -> timedelta:
    """How long to leave a host alone after so many bad answers in a row.

    Args:
        failures: bad answers in a row, this one included; 0 needs no pause.
        unit: chance, 0 to 1: the pause is strayed later by up to a half, so that hosts do not come back together.
        retry_after: seconds that the server asked for; it is never asked sooner.
    """
    if failures <= 0:
        return _asked(retry_after)
    return max(_doubled(FIRST_PAUSE, failures, LONGEST_PAUSE) * (1 + unit / 2), _asked(retry_after))


def _doubled(first: timedelta, times: int, cap: timedelta) -> timedelta:
    return min(first * (1 << min(times - 1, _MOST_DOUBLINGS)), cap)


def _asked(retry_after: float | None) -> timedelta:
    """The wait that a server asked for; none where it asked for none, or for nonsense."""
    if retry_after is None or not retry_after > 0:
        return timedelta(0)
    return timedelta(seconds=min(retry_after, LONGEST_RETRY_AFTER.total_seconds()))
