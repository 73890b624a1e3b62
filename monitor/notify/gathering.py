"""Which of the notices that are ready become which messages, and which have to wait. Pure.

A message tells one change, unless there is a reason to gather: a digest, the end of quiet hours, a burst of one host,
a backlog, or a limit of messages an hour that leaves no room for each. What may be told at once is one of each watch
at a time, so that one that fails holds up those behind it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from config.targets import TargetSettings
from monitor.notify.timing import BURST_WITHIN
from storage.rows import ReadyNotice, ToldMessage

#: The most that one message tells.
FULL = 50
#: More than so many that are ready, of whatever hosts, are a backlog.
BACKLOG = 20
#: Messages that are taken at a time.
BATCH = 20
#: What `messages_per_hour` counts.
HOUR = timedelta(hours=1)

Group = Sequence[ReadyNotice]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What to send now."""

    #: Messages that were tried before; what is fresh may have to follow them, and is planned after them.
    again: Sequence[Group] = ()
    fresh: Sequence[Group] = ()
    #: When something that is held back may go; None: nothing is.
    look_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Traffic:
    """What a target had within the last hour."""

    told: Sequence[ToldMessage]
    now: datetime
    #: Of how many notices a message was.
    _size: Counter[str] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        for it in self.told:
            self._size[it.id] += it.notices

    def messages(self) -> list[datetime]:
        """When each message was taken, the oldest first."""
        return sorted({it.id: it.at for it in self.told}.values())

    def of_host(self, host_id: int) -> list[datetime]:
        """When each message with something of a host was taken within a minute; full ones are no burst."""
        begin = self.now - BURST_WITHIN
        return sorted(it.at for it in self.told if it.host_id == host_id and it.at > begin and self._size[it.id] < FULL)


def planned(
    again: Sequence[Group], ready: Sequence[ReadyNotice], target: TargetSettings, traffic: Traffic, *, patient: bool
) -> Plan:
    """The messages that a target is to have now.

    Args:
        again: messages that were tried before and may be tried now; they stay as they are, and go first.
        ready: what was never tried, of each watch in the order of its changes.
        target: its `digest`, `quiet_hours`, `burst` and `messages_per_hour`.
        traffic: what it had.
        patient: whether somebody will look again; otherwise nothing of a burst waits for the rest.
    """
    left, free_at = room(target, traffic)
    if again or not ready:
        return Plan(again=again[: min(BATCH, left)], look_at=free_at if again else None)
    fresh, look_at = _messages(ready, target, traffic, patient=patient)
    if len(fresh) <= left or not target.messages_per_hour:
        return Plan(fresh=fresh[:BATCH], look_at=look_at)
    return Plan(fresh=_one(ready) if left else (), look_at=free_at)


def room(target: TargetSettings, traffic: Traffic) -> tuple[int, datetime | None]:
    """How many messages the target may have now, and when it may have one where that is none."""
    limit = target.messages_per_hour
    if not limit:
        return BATCH, None
    lately = traffic.messages()
    return (limit - len(lately), None) if len(lately) < limit else (0, lately[-limit] + HOUR)


def _messages(
    ready: Sequence[ReadyNotice], target: TargetSettings, traffic: Traffic, *, patient: bool
) -> tuple[list[Group], datetime | None]:
    """The messages that the rules make of what is ready, and when what they hold back may go."""
    if not ready:
        return [], None
    if target.digest != "none" or (target.quiet_hours and any(_was_held(it) for it in ready)):
        return _one(ready), None
    if not target.burst:
        return [[it] for it in _fronts(ready)], None
    return _in_bursts(ready, target.burst, traffic, patient=patient)


def _in_bursts(
    ready: Sequence[ReadyNotice], burst: int, traffic: Traffic, *, patient: bool
) -> tuple[list[Group], datetime | None]:
    hosts: Mapping[int, list[ReadyNotice]] = defaultdict(list)
    for it in ready:
        hosts[it.host_id].append(it)
    told = {host: traffic.of_host(host) for host in hosts}
    alone = max(burst - 1, 1)
    held = {
        host: told[host][-alone] + BURST_WITHIN
        for host, mine in hosts.items()
        if patient and len(told[host]) >= alone and len(mine) < FULL
    }
    free = [it for it in ready if it.host_id not in held]
    look_at = min(held.values(), default=None)
    if len(free) > BACKLOG:
        return _one(free), look_at
    groups: list[Group] = []
    for host, mine in hosts.items():
        if host not in held:
            groups += _one(mine) if len(mine) + len(told[host]) > alone else [[it] for it in _fronts(mine)]
    return groups, look_at


def _one(ready: Iterable[ReadyNotice]) -> list[Group]:
    """One message of as many as it holds; those left out of a watch come after those told."""
    whole = sorted(list(ready)[:FULL], key=lambda it: it.change_id)
    return [whole] if whole else []


def _fronts(ready: Iterable[ReadyNotice]) -> list[ReadyNotice]:
    """The first of each watch."""
    firsts: dict[int, ReadyNotice] = {}
    for it in ready:
        firsts.setdefault(it.watch_id, it)
    return list(firsts.values())


def _was_held(it: ReadyNotice) -> bool:
    return it.due_at > it.created_at
