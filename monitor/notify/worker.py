"""Delivers to one target: takes notices under a lease, sends, and records the answer."""

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

from config.settings import Settings, TargetSettings
from monitor.notify.answers import DeliveryResult
from monitor.notify.backoff import before_retry, between_probes
from monitor.notify.delivery import deliver
from monitor.notify.rendering import compose
from monitor.notify.rules import joint_id
from monitor.zones import zone_named
from storage import outbox
from storage.database import Connection, Database
from storage.errors import StorageError
from storage.rows import ClaimedNotice

_log = logging.getLogger(__name__)

#: What a lease allows for beside the delivery itself: waiting for the database.
_LEASE_MARGIN = timedelta(seconds=15)
#: Notices taken at a time, and the most that one message tells.
_BATCH = 20
_GATHERED = 50
#: A worker looks at the outbox at least this often (the wall clock may jump), and not oftener than this unasked.
_LOOK_EVERY = timedelta(minutes=1)
_LOOK_AGAIN = timedelta(seconds=1)
#: What is being sent when the sender is told to stop may end within this time.
_FAREWELL = timedelta(seconds=2)
#: Begins `last_error` where nobody knows whether the message arrived.
UNKNOWN = "unknown: "

#: Notices that one message tells.
_Group = list[ClaimedNotice]


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
    ) -> None:
        self.name = target.name
        self.woken = asyncio.Event()
        self._summary = summary
        self._database = database
        self._target = target
        self._now = now
        self._zone = zone_named(settings.zone)
        self._seconds = settings.notify.timeout_seconds
        self._max_attempts = settings.notify.max_attempts
        self._lease = timedelta(seconds=self._seconds) + _LEASE_MARGIN
        self._gathers = target.digest != "none" or bool(target.quiet_hours)
        self._jitter = random.SystemRandom()
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
        self._pause = timedelta()
        while batch := await asyncio.to_thread(self._claim):
            await self._work_off(batch)
            if self._pause or not until_empty:
                return

    def _claim(self) -> list[_Group]:
        """What is due, in the messages that are to tell it."""
        now = self._now()
        with self._database.writing() as c:
            if self._gathers:
                whole = outbox.claim_together(c, now=now, lease=self._lease, limit=_GATHERED, target=self.name)
                return [whole] if whole else []
            single = outbox.claim(c, now=now, lease=self._lease, limit=_BATCH, targets=[self.name])
            return [[notice] for notice in single]

    async def _work_off(self, batch: list[_Group]) -> None:
        """Send one after the other while the lease lasts and the target answers; give back the rest."""
        begun = time.monotonic()
        left = deque(batch)
        try:
            while left and not self._pause and time.monotonic() - begun < _LEASE_MARGIN.total_seconds() / 2:
                await _finished(self._tell(left.popleft()))
        finally:
            if left:
                await asyncio.to_thread(self._release, left)

    def _release(self, groups: Iterable[_Group]) -> None:
        with self._database.writing() as c:
            outbox.release(c, [it.notice.id for group in groups for it in group])

    async def _tell(self, group: _Group) -> None:
        try:
            told = [(it.change, it.watch) for it in group]
            message = compose(told, self._zone, _message_id(group), _folds(group))
        except Exception as error:  # noqa: BLE001 - one change that cannot be worded must not silence all others
            _log.exception("no message could be made of change %d", group[0].change.id)
            result = DeliveryResult(ok=False, answer=f"no message could be made: {error!r}", about_message=True)
        else:
            result = await deliver(self._target, message, seconds=self._seconds, now=self._now())
        self._heed(result)
        await asyncio.to_thread(self._record, group, result)

    def _heed(self, result: DeliveryResult) -> None:
        """Leave a target that failed alone for a while, the longer the oftener it failed."""
        if result.ok:
            self._recovered = self._failures > 0
            self._failures = 0
        elif not result.about_message:
            self._failures += 1
            self._pause = between_probes(self._failures, result.retry_after)

    def _record(self, group: _Group, result: DeliveryResult) -> None:
        now = self._now()
        with self._database.writing() as c:
            if result.ok:
                self._record_sent(c, group, now)
            else:
                self._record_failed(c, group, result, now)

    def _record_sent(self, c: Connection, group: _Group, now: datetime) -> None:
        for it in group:
            outbox.sent(c, it.notice.id, now=now)
        if self._recovered and not self._gathers:
            outbox.hasten(c, self.name, now=now)
        self._summary.sent[self.name] += len(group)
        _log.info("told %s: %s", self.name, _named(group))

    def _record_failed(self, c: Connection, group: _Group, result: DeliveryResult, now: datetime) -> None:
        error = f"{UNKNOWN if result.unknown else ''}{result.answer}"
        retry_at = self._retry_at(group, result, now)
        for it in group:
            outbox.failed(c, it.notice.id, now=now, error=error, retry_at=retry_at)
        counter = self._summary.postponed if retry_at else self._summary.parked
        counter[self.name] += len(group)
        self._summary.answers[self.name] = result.answer
        _log.warning("%s was not told %s: %s; %s", self.name, _named(group), error, _outlook(retry_at))

    def _retry_at(self, group: _Group, result: DeliveryResult, now: datetime) -> datetime | None:
        """When to try again; None: never. Silence after the message had left is borne with once."""
        attempts = max(it.notice.attempts for it in group)
        silent_before = any((it.notice.last_error or "").startswith(UNKNOWN) for it in group)
        if attempts >= self._max_attempts or (result.unknown and silent_before):
            return None
        return now + before_retry(attempts, result.retry_after, self._jitter.random())

    def _until_next(self) -> timedelta:
        with self._database.reading() as c:
            due = outbox.next_due_at(c, self.name)
        return _LOOK_EVERY if due is None else min(max(due - self._now(), _LOOK_AGAIN), _LOOK_EVERY)


def _message_id(group: _Group) -> str:
    """The notice's own id; that of several is made of theirs, so that the same ones have the same."""
    ids = [it.notice.message_id for it in group]
    return ids[0] if len(ids) == 1 else joint_id(ids)


def _folds(group: _Group) -> dict[int, tuple[int, datetime]]:
    notices = ((it.change.id, it.notice) for it in group)
    return {it: (notice.folds, notice.folds_since) for it, notice in notices if notice.folds and notice.folds_since}


def _named(group: _Group) -> str:
    return f"change {', '.join(str(it.change.id) for it in group)}"


def _outlook(retry_at: datetime | None) -> str:
    return f"tried again at {retry_at:%Y-%m-%dT%H:%M:%SZ}" if retry_at else "given up, see `monitor notify pending`"


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
