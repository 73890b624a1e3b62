"""Which messages a target would have had, and when, if it had answered well every time. Pure.

The sender's own rules (`monitor.notify.gathering`) decide, moment after moment.
"""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Generic, Protocol, TypeVar

from config.targets import TargetSettings
from monitor.notify.gathering import HOUR, Traffic, planned
from monitor.notify.timing import BURST_WITHIN
from storage.rows import ReadyNotice, ToldMessage

#: The sender looks at so many of those that are ready.
_IN_SIGHT = 200


class Due(Protocol):
    """What waits: a line of a rehearsal."""

    @property
    def change_id(self) -> int:
        """Numbers rise in the order of the changes."""

    @property
    def watch_id(self) -> int:
        """Of the change."""

    @property
    def host(self) -> str:
        """Of the watch."""

    @property
    def seen_at(self) -> datetime:
        """When the notice would have been made."""

    @property
    def due_at(self) -> datetime:
        """Not before this."""


Waiting = TypeVar("Waiting", bound=Due)


@dataclass(frozen=True, slots=True)
class Bundle(Generic[Waiting]):
    """One message."""

    at: datetime
    lines: tuple[Waiting, ...]


def bundles(waiting: Iterable[Waiting], target: TargetSettings) -> list[Bundle[Waiting]]:
    """The messages that what waits makes, in the order in which they go.

    Args:
        waiting: in the order of the changes.
        target: its `digest`, `quiet_hours`, `burst` and `messages_per_hour`.
    """
    coming = deque(sorted(waiting, key=lambda it: (it.due_at, it.change_id)))
    outbox = _Outbox[Waiting](target)
    look_at: datetime | None = None
    while coming or look_at:
        now = min(it for it in (look_at, coming[0].due_at if coming else None) if it)
        while coming and coming[0].due_at <= now:
            outbox.take(coming.popleft())
        look_at = outbox.send(now)
    return outbox.sent


class _Outbox(Generic[Waiting]):
    """What waits and what was sent, as the sender's rules look at it."""

    def __init__(self, target: TargetSettings) -> None:
        self.sent: list[Bundle[Waiting]] = []
        self._target = target
        #: So far back the rules look.
        self._memory = HOUR if target.messages_per_hour else BURST_WITHIN
        self._ready: dict[int, ReadyNotice] = {}
        self._lines: dict[int, Waiting] = {}
        self._hosts: dict[str, int] = {}
        self._told: deque[ToldMessage] = deque()

    def take(self, line: Waiting) -> None:
        """One more is due."""
        self._lines[line.change_id] = line
        self._ready[line.change_id] = ReadyNotice(
            id=line.change_id,
            change_id=line.change_id,
            watch_id=line.watch_id,
            host_id=self._hosts.setdefault(line.host, len(self._hosts)),
            message_id=str(line.change_id),
            due_at=line.due_at,
            created_at=line.seen_at,
            told_as=None,
        )

    def send(self, now: datetime) -> datetime | None:
        """Send what may go; gives the moment after `now` at which more may, None where nothing is held back."""
        while self._told and self._told[0].at <= now - self._memory:
            self._told.popleft()
        while self._ready:
            seen = list(islice(self._ready.values(), _IN_SIGHT))
            plan = planned((), seen, self._target, Traffic(told=self._told, now=now), patient=True)
            for group in plan.fresh:
                self._tell(group, now)
            if not plan.fresh:
                return plan.look_at if plan.look_at and plan.look_at > now else None
        return None

    def _tell(self, group: Sequence[ReadyNotice], now: datetime) -> None:
        name = str(len(self.sent))
        self.sent.append(Bundle(now, tuple(self._lines.pop(it.change_id) for it in group)))
        for host, count in Counter(it.host_id for it in group).items():
            self._told.append(ToldMessage(id=name, host_id=host, notices=count, at=now))
        for it in group:
            del self._ready[it.change_id]
