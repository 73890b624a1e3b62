"""How long to wait before the next attempt. Pure."""

from datetime import timedelta

#: The pulse under which it is known until when a target asked to be left alone.
RESTING = "rest:"

_FIRST = timedelta(minutes=1)
#: Twelve attempts (the default limit) then span more than a day: a target that is down for a day loses nothing.
LONGEST_REST = timedelta(hours=12)
#: Each wait moves by up to this part of it, so that notices do not all come back at one moment.
_SPREAD = 0.1
#: While notices wait for a broken target, one of them tries it at least this often.
LONGEST_PAUSE = timedelta(minutes=5)
_FIRST_PAUSE = timedelta(seconds=5)
#: A target that says when to come again is believed so many times for one message; one that always says "in a second"
#: would soon have used up all attempts.
_BELIEVED = 3
_SHORTEST = timedelta(seconds=1)


def before_retry(attempts: int, retry_after: float | None, unit: float) -> timedelta:
    """The wait of a message before its next attempt: exponential, with jitter, or as long as the target asked for.

    The first times it is exactly what was asked for, afterwards never less.

    Args:
        attempts: how many were made, at least 1.
        retry_after: seconds that the target asked for, or None.
        unit: a random number from 0 to 1.
    """
    if retry_after is not None and attempts <= _BELIEVED:
        return _asked_for(retry_after)
    wait = _doubled(_FIRST, attempts, LONGEST_REST) * (1 + _SPREAD * (2 * unit - 1))
    return max(wait, _asked_for(retry_after))


def between_probes(failures: int, retry_after: float | None) -> timedelta:
    """How long a target that failed is left alone by all its notices.

    Args:
        failures: in a row, at least 1.
        retry_after: seconds that the target asked for, or None.
    """
    if retry_after is not None:
        return _asked_for(retry_after)
    return _doubled(_FIRST_PAUSE, failures, LONGEST_PAUSE)


def _asked_for(seconds: float | None) -> timedelta:
    """What the target asked for, within reason."""
    return max(timedelta(seconds=min(seconds or 0, LONGEST_REST.total_seconds())), _SHORTEST)


def _doubled(first: timedelta, times: int, longest: timedelta) -> timedelta:
    return min(first * (1 << min(times - 1, 20)), longest)
