"""Delivers to one target: takes messages under a lease, sends, and records the answer."""

import asyncio
import logging
import random
import time
from collections import Counter, deque
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from config.errors import ConfigError
from config.settings import Settings
from config.targets import TargetSettings
from monitor.journal import concerning
from monitor.notify import bulletins as word_on_targets
from monitor.notify import templates
from monitor.notify.answers import DeliveryResult
from monitor.notify.attachments import Attachments
from monitor.notify.backoff import LONGEST_PAUSE, LONGEST_REST, RESTING, before_retry, between_probes
from monitor.notify.delivery import deliver
from monitor.notify.intake import Intake
from monitor.notify.parcels import UNKNOWN, Desk, Parcel
from monitor.notify.rendering import Message
from monitor.telemetry import metrics, traces
from monitor.zones import zone_named
from storage import bulletins, pulse, timetable
from storage.database import Connection, Database
from storage.errors import StorageError
from storage.rows import Pulse

_log = logging.getLogger(__name__)

#: What a lease allows for beside the delivery itself: waiting for the database.
_LEASE_MARGIN = timedelta(seconds=15)
#: A worker looks at the outbox at least this often (the wall clock may jump), and not oftener than this unasked.
_LOOK_EVERY = timedelta(minutes=1)
_LOOK_AGAIN = timedelta(seconds=1)
#: A clock that goes back by more has been set.
_DRIFT = timedelta(minutes=1)
#: What is being sent when the sender is told to stop may end within this time.
_FAREWELL = timedelta(seconds=2)


@dataclass(slots=True)
class DeliverySummary:
    """What draining came to: numbers of notices by target."""

    sent: Counter[str] = field(default_factory=Counter)
    #: To be tried again.
    postponed: Counter[str] = field(default_factory=Counter)
    #: Given up; `monitor notify pending` lists them.
    parked: Counter[str] = field(default_factory=Counter)
    #: The last failure of each target that failed.
    answers: dict[str, str] = field(default_factory=dict)


class Worker:
    """Delivers to one target, one message at a time."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        target: TargetSettings,
        now: Callable[[], datetime],
        summary: DeliverySummary,
        *,
        patient: bool,
    ) -> None:
        self.name = target.name
        self.woken = asyncio.Event()
        self._summary = summary
        self._database = database
        self._settings = settings
        self._target = target
        self._now = now
        self._seconds = settings.notify.timeout_seconds
        lease = timedelta(seconds=self._seconds) + _LEASE_MARGIN
        zone = zone_named(settings.zone)
        self._intake = Intake(target=target, zone=zone, lease=lease, patient=patient)
        self._desk = Desk(target=target, zone=zone, public_url=settings.web.public_url, templates=_templates(target))
        self._jitter = random.SystemRandom()
        #: The latest instant that was seen; None: the worker has not begun.
        self._latest: datetime | None = None
        #: When something that is held back may go.
        self._look_at: datetime | None = None
        #: In a row.
        self._failures = 0
        #: It answers again since the last failure.
        self._recovered = False
        #: The target is left alone for so long.
        self._pause = timedelta()

    async def serve(self) -> None:
        """Deliver as notices become due, for ever."""
        while True:
            self.woken.clear()
            wait = _LOOK_EVERY
            try:
                await self.drain(until_empty=True)
                wait = await asyncio.to_thread(self._until_next)
            except StorageError as error:
                _log.error("notices to %s wait: %s", self.name, error)
            if self._pause:
                await asyncio.sleep(self._pause.total_seconds())
            else:
                await _either(self.woken, wait)

    async def drain(self, *, until_empty: bool) -> None:
        """Deliver what is due; end at the first failure that is the target's own."""
        self._pause = await asyncio.to_thread(self._begin)
        while not self._pause and (batch := await asyncio.to_thread(self._take)):
            await self._work_off(batch)
            if not until_empty:
                return

    def _begin(self) -> timedelta:
        """Take up rules and clock where they changed; tells how long the target is still to be left alone."""
        now = self._now()
        if self._latest is None or now < self._latest - _DRIFT or self._is_ahead(now):
            with self._database.writing() as c:
                moved = self._intake.align(c, now)
            if moved:
                _log.info("%d notices to %s have a new time", moved, self.name)
            self._latest = now
        with self._database.reading() as c:
            rest = pulse.get(c, RESTING + self.name)
        left = rest.at - now if rest else timedelta()
        return left if timedelta() < left <= LONGEST_REST else timedelta()

    def _is_ahead(self, now: datetime) -> bool:
        """Whether the clock was ahead and set back between two looks: others planned by it."""
        with self._database.reading() as c:
            return timetable.is_ahead(c, self.name, now=now)

    def _take(self) -> list[Parcel]:
        self._latest = now = self._now()
        with self._database.writing() as c:
            failing = self._may_be_well(pulse.get(c, pulse.FAILING + self.name), now)
            parcels, self._look_at = self._intake.take(c, now, failing=failing)
        return parcels

    def _may_be_well(self, failing: Pulse | None, now: datetime) -> bool:
        """Whether a target that failed may be tried with what is not due: it was left alone for long enough."""
        if failing is None:
            return False
        pause = between_probes(self._failures, None) - _LOOK_AGAIN if self._failures else LONGEST_PAUSE
        return not timedelta() <= now - failing.at < pause

    async def _work_off(self, batch: list[Parcel]) -> None:
        """Send one after the other while the lease lasts and the target answers; give back the rest."""
        begun = time.monotonic()
        left = deque(batch)
        try:
            while left and not self._pause and time.monotonic() - begun < _LEASE_MARGIN.total_seconds() / 2:
                await _finished(self._tell(left.popleft()))
        finally:
            if left:
                await asyncio.to_thread(self._release, left)

    def _release(self, parcels: Iterable[Parcel]) -> None:
        with self._database.writing() as c:
            for parcel in parcels:
                parcel.release(c)

    async def _tell(self, parcel: Parcel) -> None:
        watches, causes = parcel.about["watches"], parcel.changes
        with concerning(*watches), traces.span("deliver", causes=causes, target=self.name, notices=parcel.notices):
            await self._attempt(parcel)

    async def _attempt(self, parcel: Parcel) -> None:
        try:
            message, files = await asyncio.to_thread(self._packed, parcel)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - one change that cannot be worded must not silence all others
            _log.exception("no message could be made of %s", parcel.name, extra=parcel.about)
            result = DeliveryResult(ok=False, answer=f"no message could be made: {error!r}", about_message=True)
        else:
            result = await deliver(self._target, message, seconds=self._seconds, now=self._now(), attachments=files)
        traces.note(ok=result.ok, unknown=result.unknown)
        self._heed(result)
        await asyncio.to_thread(self._record, parcel, result)

    def _packed(self, parcel: Parcel) -> tuple[Message, Attachments]:
        with self._database.reading() as c:
            return parcel.packed(c, self._desk)

    def _heed(self, result: DeliveryResult) -> None:
        """Leave a target that failed alone for a while, the longer the oftener it failed."""
        if result.ok:
            self._recovered = self._failures > 0
            self._failures = 0
        elif not result.about_message:
            self._failures += 1
            self._pause = between_probes(self._failures, result.retry_after)

    def _record(self, parcel: Parcel, result: DeliveryResult) -> None:
        now = self._now()
        self._latest = max(self._latest or now, now)
        with self._database.writing() as c:
            if result.ok:
                self._record_sent(c, parcel, now)
            else:
                self._record_failed(c, parcel, result, now)

    def _record_sent(self, c: Connection, parcel: Parcel, now: datetime) -> None:
        parcel.sent(c, now)
        if self._recovered:
            timetable.hasten(c, self.name, now=now)
            bulletins.hasten(c, self.name, now=now)
        word_on_targets.target_delivered(c, self._settings, self._target, now=now)
        self._summary.sent[self.name] += parcel.notices
        metrics.delivered(self.name, "sent")
        _log.info("told %s: %s", self.name, parcel.name, extra=parcel.about)

    def _record_failed(self, c: Connection, parcel: Parcel, result: DeliveryResult, now: datetime) -> None:
        error = _error(parcel, result)
        does_not_count = parcel.early and not result.unknown and not result.about_message
        retry_at = None if does_not_count else self._retry_at(parcel, result, now)
        if does_not_count:
            parcel.missed(c, error)
        else:
            parcel.failed(c, now, error, retry_at)
        parked = not does_not_count and retry_at is None
        if result.retry_after is not None:
            pulse.put(c, RESTING + self.name, at=now + self._pause)
        word_on_targets.target_failed(c, self._settings, self._target, result, now=now, parked=parked)
        (self._summary.parked if parked else self._summary.postponed)[self.name] += parcel.notices
        self._summary.answers[self.name] = result.answer
        metrics.delivered(self.name, "given_up" if parked else "postponed")
        outlook = "given up, see `monitor notify pending`" if parked else _outlook(retry_at)
        _log.warning("%s was not told %s: %s; %s", self.name, parcel.name, error, outlook, extra=parcel.about)

    def _retry_at(self, parcel: Parcel, result: DeliveryResult, now: datetime) -> datetime | None:
        """When to try again; None: never. Silence after the message had left is borne with once."""
        if parcel.attempts >= self._settings.notify.max_attempts or (result.unknown and parcel.was_silent):
            return None
        return now + before_retry(parcel.attempts, result.retry_after, self._jitter.random())

    def _until_next(self) -> timedelta:
        now = self._now()
        with self._database.reading() as c:
            due = self._intake.next_at(c, self._latest or now)
        known = [it for it in (due, self._look_at) if it is not None]
        return min(max(min(known) - now, _LOOK_AGAIN), _LOOK_EVERY) if known else _LOOK_EVERY


def _templates(target: TargetSettings) -> templates.Templates | None:
    """The user's own; ours where they cannot be read any more (they could when the program started)."""
    try:
        return templates.load(target)
    except ConfigError as error:
        _log.error("%s; our own forms are used", error)
        return None


def _error(parcel: Parcel, result: DeliveryResult) -> str:
    """What is kept of a failed attempt; that an earlier one may have arrived is not forgotten."""
    if result.unknown:
        return f"{UNKNOWN}{result.answer}"
    return f"{UNKNOWN}no answer at first, then {result.answer}" if parcel.was_silent else result.answer


def _outlook(retry_at: datetime | None) -> str:
    return f"tried again at {retry_at:%Y-%m-%dT%H:%M:%SZ}" if retry_at else "tried again when it was to be"


async def _finished(telling: Coroutine[Any, Any, None]) -> None:
    """Await it; when cancelled meanwhile, give it a moment to end before it is left alone."""
    task = asyncio.ensure_future(telling)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=_FAREWELL.total_seconds())
        task.cancel()
        raise


async def _either(event: asyncio.Event, wait: timedelta) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), wait.total_seconds())
