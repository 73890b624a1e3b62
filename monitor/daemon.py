"""`monitor run`: schedule, fetch, compare, notify, until SIGTERM; SIGHUP reads the configuration again.

APScheduler holds a handful of fixed jobs, never one a watch: being due is a query. The dispatching job also feeds
systemd's watchdog, so that a loop that no longer works is noticed.
"""

import asyncio
import logging
import signal
import time
from collections.abc import Callable
from datetime import timedelta

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from config import loading
from config.errors import ConfigError
from config.settings import Settings
from monitor import clock, reminding
from monitor.checks import Checker, Summary
from monitor.crawling import Crawler
from monitor.notify.sender import Sender
from monitor.systemd import Notifier, watchdog_interval
from storage import holder
from storage.database import Database
from storage.errors import StorageError
from storage.rows import Watch

_log = logging.getLogger(__name__)

#: How many due watches one round takes; a round ends before the next begins.
ROUND_LIMIT = 500
#: SIGTERM ends the daemon within this time: what is being recorded is finished, the rest is left for the next start.
STOP_WITHIN = timedelta(seconds=10)


class Daemon:
    """The running service: one event loop, one crawler child, one sender."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        self._notifier = Notifier()
        self._stop = asyncio.Event()
        self._reload = asyncio.Event()
        self._news = asyncio.Event()
        self._busy = asyncio.Lock()
        self._totals = Summary()

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT."""
        self._listen()
        while not self._stop.is_set():
            self._reload.clear()
            await self._serve()
        self._notifier.stopping()

    async def _serve(self) -> None:
        """One life under one configuration: until told to stop or to take a new one."""
        async with Crawler(self._settings.fetch) as crawler:
            checker = Checker(self._database, self._settings, crawler)
            sender = Sender(self._database, self._settings, woken=self._news)
            sending = asyncio.create_task(sender.serve(), name="sender")
            scheduler = self._scheduler(checker)
            scheduler.start()
            self._notifier.ready(self._status())
            _log.info("watching; %s", self._status())
            try:
                await self._until_told(sending)
            finally:
                scheduler.shutdown(wait=False)
                await self._end(sending, crawler)

    async def _until_told(self, sending: asyncio.Task[None]) -> None:
        waits = {asyncio.create_task(self._stop.wait()), asyncio.create_task(self._reload.wait()), sending}
        done, pending = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for task in pending - {sending}:
            task.cancel()
        if sending in done:
            sending.result()  # the sender never ends by itself: its error ends the daemon, and systemd starts it anew

    async def _end(self, sending: asyncio.Task[None], crawler: Crawler) -> None:
        """Stop fetching first, so that the round under way ends; then sending. What is recorded is recorded whole."""
        await crawler.close()
        async with asyncio.timeout(STOP_WITHIN.total_seconds() / 2):
            async with self._busy:
                pass
        sending.cancel()
        await asyncio.wait([sending], timeout=STOP_WITHIN.total_seconds() / 4)

    def _scheduler(self, checker: Checker) -> AsyncIOScheduler:
        """The fixed jobs. Late runs are run, once: a machine that slept skips nothing and repeats nothing."""
        # A round that outlasts the tick is no news; the next tick finds what became due meanwhile.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=defaults, executors={"default": AsyncIOExecutor()})

        def every(seconds: float, job: Callable[..., object], *arguments: object) -> None:
            scheduler.add_job(job, IntervalTrigger(seconds=seconds, timezone="UTC"), args=arguments, id=job.__name__)

        every(1, self.dispatch, checker)
        every(30, self.remind)
        if interval := watchdog_interval():
            every(interval.total_seconds(), self.feed_watchdog)
        return scheduler

    async def dispatch(self, checker: Checker) -> None:
        """One round: everything that is due now, up to the limit."""
        if self._busy.locked() or self._stop.is_set():
            return
        async with self._busy:
            try:
                due = await checker.due(limit=ROUND_LIMIT)
                if due:
                    await self._round(checker, due)
            except StorageError as error:
                _log.error("%s", error)
                self._notifier.status(str(error))

    async def _round(self, checker: Checker, due: list[Watch]) -> None:
        async for result in checker.check(due, asked=False):
            self._totals.add(result)
            _log.info("checked %d: %s, %s", result.watch.id, result.outcome, result.reason)
            if result.changes:
                self._news.set()
        self._notifier.status(self._status())

    async def remind(self) -> None:
        """Record the reminders whose time has come."""
        told = await asyncio.to_thread(reminding.remind, self._database, self._settings, clock.now())
        if told:
            self._news.set()

    async def feed_watchdog(self) -> None:
        """Tell systemd that the loop works: the same loop, the same executor as the rounds."""
        self._notifier.watchdog()

    def _status(self) -> str:
        return f"{self._totals.checks} checks, {self._totals.failed} without a page, {self._totals.changes} changes"

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._on_hangup)

    def _on_hangup(self) -> None:
        """Take the configuration file as it is now; a broken one changes nothing and says so."""
        self._notifier.reloading(time.monotonic_ns() // 1000)
        try:
            fresh = loading.load(self._settings.source)
        except ConfigError as error:
            _log.error("the old configuration stays: %s", error)
            self._notifier.ready(f"the old configuration stays: {error}")
        else:
            # The database stays open: another one, or another password of this one, needs a restart.
            self._settings = fresh.model_copy(update={"database": self._settings.database})
            self._reload.set()


def run(settings: Settings, database: Database) -> int:
    """Run the daemon on a database that nobody else serves.

    Returns:
        The exit code: 0 after SIGTERM or SIGINT.

    Raises:
        DatabaseHeld: another daemon serves this database.
    """
    with holder.hold(database, now=clock.now(), what="monitor run"):
        asyncio.run(Daemon(settings, database).run())
    return 0
