"""Leaves a host alone for a while that does not answer, so that its other pages neither wait for it nor trouble it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

#: So many exchanges in a row without an answer open the breaker.
LIMIT = 8
#: Seconds until one request is let through to try; its answer closes the breaker.
REST = 60.0


@dataclass(slots=True)
class _Silence:
    """Exchanges in a row that a host left unanswered."""

    times: int = 0
    last: float = 0.0


class Breaker:
    """One for all hosts of a crawler."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Make a closed breaker.

        Args:
            now: seconds on a monotonic clock.
        """
        self._now = now
        self._silences: dict[str, _Silence] = {}

    def refusal(self, host: str) -> str | None:
        """Why a host is not asked now, in one line; None where it is, which after a rest is for one request."""
        silence = self._silences.get(host)
        if silence is None or silence.times < LIMIT:
            return None
        if self._now() - silence.last >= REST:
            silence.last = self._now()
            return None
        return f"{host} did not answer {silence.times} times in a row and is left alone for a minute"

    def answered(self, host: str) -> None:
        """It answers."""
        self._silences.pop(host, None)

    def silent(self, host: str) -> None:
        """It did not answer."""
        silence = self._silences.setdefault(host, _Silence())
        silence.times += 1
        silence.last = self._now()
