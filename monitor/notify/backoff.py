"""How long to wait before the next attempt. Pure."""

from datetime import timedelta

_FIRST = timedelta(minutes=1)
#: Twelve attempts (the default limit) then span more than a day: a target that is down for a day loses nothing.
_LONGEST = timedelta(hours=12)
#: Each wait moves by up to this part of it, so that notices do not all come back at one moment.
_SPREAD = 0.1
#: While notices wait for a broken target, one of them tries it at least this often.
_LONGEST_PAUSE = timedelta(minutes=5)
_FIRST_PAUSE = timedelta(seconds=5)


def before_retry(attempts: int, retry_after: float | None, unit: float) -> timedelta:
    """The wait of a notice before its next attempt: exponential, with jitter, never shorter than the target asked for.

    Args:
        attempts: how many were made, at least 1.
        retry_after: seconds that the target asked for, or None.
        unit: a random number from 0 to 1.
    """
    wait = _doubled(_FIRST, attempts, _LONGEST) * (1 + _SPREAD * (2 * unit - 1))
    return max(wait, _asked_for(retry_after))


def between_probes(failures: int, retry_after: float | None) -> timedelta:
    """How long a target that failed is left alone by all its notices.

    Args:
        failures: in a row, at least 1.
        retry_after: seconds that the target asked for, or None.
    """
    if retry_after is not None:
        return _asked_for(retry_after)
    return _doubled(_FIRST_PAUSE, failures, _LONGEST_PAUSE)


def _asked_for(seconds: float | None) -> timedelta:
    """What the target asked for, within reason."""
    return timedelta(seconds=min(seconds or 0, _LONGEST.total_seconds()))


def _doubled(first: timedelta, times: int, longest: timedelta) -> timedelta:
    return min(first * (1 << min(times - 1, 20)), longest)
