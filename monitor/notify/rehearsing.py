"""What the rules of today would have sent of the changes of the past. Pure; nothing is sent or recorded.

Neither deliveries that fail nor fields that flap are played: it shows what rules and times make of the history.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from config.targets import TargetSettings
from monitor.notify.bundling import Bundle, bundles
from monitor.notify.conditions import Told, organizations_of, titles_of
from monitor.notify.rules import left_out_by
from monitor.notify.timing import due_at
from monitor.vocabulary import Severity
from storage.rows import StoredChange, Watch


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One change that a target would have been told."""

    change_id: int
    watch_id: int
    #: Of the watch: what comes together comes from one host.
    host: str
    kind: str
    severity: str
    #: Title and organization at that time; the address where they are not known. Text of a page.
    name: str
    #: Text of a page.
    summary: str
    seen_at: datetime
    #: When it may go, by the target's digest and quiet hours.
    due_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Rehearsal:
    """What one target would have got."""

    target: str
    #: The messages, in the order in which they would have gone.
    messages: Sequence[Bundle[Line]]
    #: How many changes each rule left out: the first that was not met.
    left_out: Mapping[str, int]

    @property
    def changes(self) -> int:
        """How many changes it would have been told."""
        return sum(len(message.lines) for message in self.messages)


def rehearse(
    told: Iterable[tuple[StoredChange, Watch]], targets: Sequence[TargetSettings], zone: tzinfo
) -> list[Rehearsal]:
    """What the targets would have got.

    Args:
        told: changes in their order, each with its watch as it was then.
        targets: each with its rules and times.
        zone: the user's.

    Returns:
        One for each target, in their order.
    """
    stages = [_Stage(target, zone) for target in targets]
    for change, watch in told:
        shown = Told(change=change, watch=watch)
        name = name_of(shown)
        for stage in stages:
            stage.show(shown, change, name)
    return [stage.rehearsal() for stage in stages]


class _Stage:
    """One target, as it is shown the changes."""

    def __init__(self, target: TargetSettings, zone: tzinfo) -> None:
        self._target = target
        self._times = _Times(target, zone)
        self._lines: list[Line] = []
        self._left_out: Counter[str] = Counter()

    def show(self, told: Told, change: StoredChange, name: str) -> None:
        rule = left_out_by(self._target, told)
        if rule is not None:
            self._left_out[rule] += 1
            return
        self._lines.append(
            Line(
                change_id=change.id,
                watch_id=change.watch_id,
                host=told.watch.host,
                kind=change.kind,
                severity=change.severity,
                name=name,
                summary=change.summary,
                seen_at=change.detected_at,
                due_at=self._times.due_at(change.detected_at, Severity(change.severity)),
            )
        )

    def rehearsal(self) -> Rehearsal:
        return Rehearsal(
            target=self._target.name, messages=bundles(self._lines, self._target), left_out=dict(self._left_out)
        )


class _Times:
    """`timing.due_at`, which is asked once for all that the same digest gathers."""

    def __init__(self, target: TargetSettings, zone: tzinfo) -> None:
        self._target = target
        self._zone = zone
        self._bare = target.model_copy(update={"quiet_hours": ""})
        #: By severity: from when to when a digest gathers, and when that goes.
        self._known: dict[Severity, tuple[datetime, datetime, datetime]] = {}

    def due_at(self, now: datetime, severity: Severity) -> datetime:
        begin, end, due = self._known.get(severity, (now, now, now))
        if begin <= now < end:
            return due
        due = due_at(now, self._target, severity, self._zone)
        if self._target.digest != "none":
            self._known[severity] = (now, due_at(now, self._bare, severity, self._zone), due)
        return due


def name_of(told: Told) -> str:
    """What a change is about: the title and organization as they were, else the watch's address."""
    titles, organizations = titles_of(told), organizations_of(told)
    if not titles:
        return told.watch.url
    return f"{titles[-1]} – {organizations[-1]}" if organizations else titles[-1]
