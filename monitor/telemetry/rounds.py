"""The last few rounds of checks, kept where `monitor status` finds them."""

import json
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime

from storage import pulse
from storage.database import Connection

#: So many are kept.
KEPT = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """One round: all that was due at once."""

    begun_at: datetime
    seconds: float
    checks: int
    #: Checks that could not look at the page: blocked, failed, disallowed.
    errors: int
    changes: int


def started() -> deque[Round]:
    """None yet; the oldest goes when there are too many."""
    return deque(maxlen=KEPT)


def keep(c: Connection, rounds: deque[Round], *, now: datetime) -> None:
    """Write them over what was written before."""
    rows = [[it.begun_at.isoformat(), round(it.seconds, 3), it.checks, it.errors, it.changes] for it in rounds]
    pulse.put(c, pulse.ROUNDS, at=now, text=json.dumps(rows))


def kept(c: Connection) -> list[Round]:
    """What was written last, newest first."""
    known = pulse.get(c, pulse.ROUNDS)
    rows = json.loads(known.text) if known and known.text else ()
    return [_round(*row) for row in reversed(rows)]


def _round(begun: str, seconds: float, checks: int, errors: int, changes: int) -> Round:
    at = datetime.fromisoformat(begun).astimezone(UTC)
    return Round(begun_at=at, seconds=seconds, checks=checks, errors=errors, changes=changes)
