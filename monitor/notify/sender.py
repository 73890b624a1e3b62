"""Drains the outbox: every notice is tried until its target took it, or until it is parked where the user sees it.

Each target has a worker of its own, so that a broken one never delays another. A worker takes notices under a lease,
sends, and records the answer. A kill between the target's answer and its record sends a message again, under the same
id; nothing else does but a target that fell silent after it had the message, which is asked once more.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime

from config.settings import Settings
from monitor import clock
from monitor.notify.worker import DeliverySummary, Worker
from storage.database import Database

__all__ = ["DeliverySummary", "Sender", "drain"]


async def drain(
    database: Database, settings: Settings, *, now: Callable[[], datetime] = clock.now, until_empty: bool = True
) -> DeliverySummary:
    """Deliver what is due, all targets at a time; attempts that have to wait are left for later.

    Args:
        database: whose outbox to drain.
        settings: the targets, and how long and how often to try.
        now: the clock.
        until_empty: also deliver what becomes due meanwhile; otherwise each target gets one batch.

    Returns:
        What came of it. A target that fails is left alone at once, with the rest of its notices. Nothing of a burst
        waits for the rest, because nobody may look again.

    Raises:
        StorageError: the database could not be read or written.
    """
    summary = DeliverySummary()
    workers = _workers(database, settings, now, summary, patient=False)
    await asyncio.gather(*(worker.drain(until_empty=until_empty) for worker in workers))
    return summary


class Sender:
    """The daemon's sender: delivers notices as they become due."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        *,
        woken: asyncio.Event,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        """Make a sender.

        Args:
            database: whose outbox to drain.
            settings: the targets, and how long and how often to try.
            woken: set by others when new notices were recorded; cleared here.
            now: the clock.
        """
        self._woken = woken
        self._workers = _workers(database, settings, now, DeliverySummary(), patient=True)

    async def serve(self) -> None:
        """Send for ever. Cancelled, it lets what is being sent end for a moment and leaves the rest in the outbox."""
        async with asyncio.TaskGroup() as group:
            for worker in self._workers:
                group.create_task(worker.serve(), name=f"sender of {worker.name}")
            group.create_task(self._pass_on())

    async def _pass_on(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            for worker in self._workers:
                worker.woken.set()


def _workers(
    database: Database, settings: Settings, now: Callable[[], datetime], summary: DeliverySummary, *, patient: bool
) -> list[Worker]:
    return [Worker(database, settings, target, now, summary, patient=patient) for target in settings.notify.targets]
