"""`monitor run`: schedule, fetch, compare, notify, until SIGTERM; SIGHUP reads the configuration again.

APScheduler holds a handful of fixed jobs, never one a watch: being due is a query. The dispatching job also feeds
systemd's watchdog, so that a loop that no longer works is noticed.
"""

import asyncio
import logging
import signal
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from config import loading
from config.errors import ConfigError
from config.settings import Settings
from monitor import clock, memory, reminding
from monitor.checks import Checker, Summary
from monitor.crawling import Crawler
from monitor.errors import CrawlerClosed, CrawlerMissing
from monitor.journal import about
from monitor.notify import templates
from monitor.notify.heartbeat import Heartbeat
from monitor.notify.sender import Sender
from monitor.systemd import Notifier, watchdog_interval
from monitor.telemetry import metrics, traces
from monitor.telemetry.rounds import Round
from monitor.vitals import EVERY_SECONDS, Vitals
from monitor.vocabulary import Outcome
from storage import holder
from storage.database import Database
from storage.errors import DatabaseHeld, StorageError
from storage.rows import Watch

_log = logging.getLogger(__name__)

#: How many due watches one round takes; a round ends before the next begins.
ROUND_LIMIT = 500
#: SIGTERM ends the daemon within this time: what is being recorded is finished, the rest is left for the next start.
STOP_WITHIN = timedelta(seconds=10)
#: A round gives an answer within this time and a silence of the crawler, whatever sites do: all else is bounded, too.
STUCK_AFTER = timedelta(minutes=30)
#: How often the wall clock is looked at, by which the jobs are planned.
_MIND_EVERY = timedelta(seconds=5)


class Daemon:
    """The running service: one event loop, one crawler child, one sender."""

    def __init__(self, settings: Settings, database: Database, hold: holder.Hold) -> None:
        self._settings = settings
        self._database = database
        self._hold = hold
        #: Who took the database while its server was down; it is theirs now.
        self._ousted: DatabaseHeld | None = None
        self._notifier = Notifier()
        self._stop = asyncio.Event()
        self._reload = asyncio.Event()
        self._news = asyncio.Event()
        self._busy = asyncio.Lock()
        self._totals = Summary()
        self._vitals = Vitals(database)
        self._heartbeat = Heartbeat(settings.heartbeat)
        #: The last sign of life could be written.
        self._writes = False
        #: When the rounds last came a step further, by the monotonic clock.
        self._moved_at = time.monotonic()

    async def run(self) -> None:
        """Serve until SIGTERM or SIGINT.

        Raises:
            DatabaseHeld: another daemon took the database while its server was down.
        """
        self._listen()
        traces.start()
        await asyncio.to_thread(self._vitals.wake)
        while not self._stop.is_set():
            self._reload.clear()
            await self._serve()
        self._notifier.stopping()
        metrics.serve("", self._database)
        await asyncio.to_thread(traces.stop)
        if self._ousted:
            raise self._ousted

    async def _serve(self) -> None:
        """One life under one configuration: until told to stop or to take a new one."""
        metrics.serve(self._settings.metrics.bind, self._database)
        async with Crawler(self._settings.fetch) as crawler:
            checker = Checker(self._database, self._settings, crawler)
            sender = Sender(self._database, self._settings, woken=self._news)
            # First of all, so that what was missed meanwhile is counted before it is made up for.
            await self.beat()
            sending = asyncio.create_task(sender.serve(), name="sender")
            scheduler = self._scheduler(checker)
            scheduler.start()
            minding = asyncio.create_task(_mind_the_clock(scheduler), name="clock")
            self._notifier.ready(self._status())
            _log.info("watching; %s", self._status())
            try:
                await self._until_told(sending)
            finally:
                minding.cancel()
                # It begins nothing more; to shut it down would cancel the round that is to end.
                scheduler.pause()
                await self._end(sending, crawler)
                scheduler.shutdown(wait=False)

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
        every(EVERY_SECONDS, self.beat)
        every(memory.EVERY_SECONDS, memory.give_back)
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
                self._moved_at = time.monotonic()
                if due:
                    await self._round(checker, due)
                else:
                    self._vitals.idle(clock.now())
                self._let_know()
            except CrawlerClosed:
                pass  # told to stop meanwhile: what was not looked at is due at the next start
            except (StorageError, CrawlerMissing) as error:
                _log.error("%s", error)
                self._writes = False
                self._notifier.status(str(error))
                self._moved_at = time.monotonic()  # it tries again, and a new start would not help

    async def _round(self, checker: Checker, due: list[Watch]) -> None:
        begun, checks, answered, before = clock.now(), 0, 0, time.monotonic()
        was = Summary(self._totals.outcomes.copy(), self._totals.changes)
        with traces.span("round", due=len(due)):
            async for result in checker.check(due, asked=False):
                self._totals.add(result)
                self._moved_at = time.monotonic()
                was_answered = result.outcome is not Outcome.FAILED
                checks, answered = checks + 1, answered + was_answered
                self._vitals.looked(answered=was_answered, now=clock.now())
                extra = about(result.watch.id, outcome=result.outcome, host=result.watch.host)
                _log.info("checked %d: %s, %s", result.watch.id, result.outcome, result.reason, extra=extra)
                if result.changes:
                    self._news.set()
        self._vitals.ended(answered=answered, checks=checks, begun=begun)
        self._keep_round(was, begun, time.monotonic() - before)
        self._notifier.status(self._status())

    def _keep_round(self, was: Summary, begun: datetime, seconds: float) -> None:
        metrics.round_ended(seconds)
        now = self._totals
        self._vitals.rounds.append(
            Round(
                begun_at=begun,
                seconds=seconds,
                checks=now.checks - was.checks,
                errors=now.errors - was.errors,
                changes=now.changes - was.changes,
            )
        )

    async def beat(self) -> None:
        """Write a sign of life, and tell what was missed; stop where another daemon has taken the database."""
        try:
            await asyncio.to_thread(self._hold.keep)
            told = await asyncio.to_thread(self._vitals.beat, self._settings, clock.now())
        except DatabaseHeld as error:
            self._ousted = error
            self._stop.set()
            return
        except StorageError as error:
            _log.error("no sign of life could be written: %s", error)
            self._writes = False
            return
        self._writes = True
        if told:
            self._news.set()
        self._let_know()

    def _let_know(self) -> None:
        """Let the outside know, where all is well: pages are read and the database takes writes."""
        if self._writes and self._vitals.was_good():
            self._heartbeat.beat()

    async def remind(self) -> None:
        """Record the reminders whose time has come."""
        try:
            told = await asyncio.to_thread(reminding.remind, self._database, self._settings, clock.now())
        except StorageError as error:
            _log.error("reminders wait: %s", error)
        else:
            if told:
                self._news.set()

    async def feed_watchdog(self) -> None:
        """Tell systemd that the loop works, and that its rounds go on: one that waits for ever is as dead as a hang."""
        patience = STUCK_AFTER + timedelta(seconds=self._settings.fetch.hang_seconds)
        if time.monotonic() - self._moved_at < patience.total_seconds():
            self._notifier.watchdog()
        else:
            _log.error("no round has come a step further for %s: the watchdog starts us anew", patience)

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
            fresh.heartbeat.resolved_url()
            for target in fresh.notify.targets:
                target.resolved_url()
                templates.try_out(target, clock.now())
        except ConfigError as error:
            _log.error("the old configuration stays: %s", error)
            self._notifier.ready(f"the old configuration stays: {error}")
        else:
            # The database stays open: another one, or another password of this one, needs a restart.
            self._settings = fresh.model_copy(update={"database": self._settings.database})
            self._heartbeat.settings = fresh.heartbeat
            self._reload.set()


async def _mind_the_clock(scheduler: AsyncIOScheduler) -> None:
    while True:
        await asyncio.sleep(_MIND_EVERY.total_seconds())
        set_right(scheduler, clock.now())


def set_right(scheduler: AsyncIOScheduler, now: datetime) -> None:
    """Make jobs due that a clock which has been set back would keep from running until it is as late as it was."""
    for job in scheduler.get_jobs():
        if job.next_run_time and job.next_run_time - now > job.trigger.interval + _MIND_EVERY:
            job.modify(next_run_time=now)


def run(settings: Settings, database: Database) -> int:
    """Run the daemon on a database that nobody else serves.

    Returns:
        The exit code: 0 after SIGTERM or SIGINT.

    Raises:
        DatabaseHeld: another daemon serves this database.
    """
    memory.settle()
    with holder.hold(database, now=clock.now(), what="monitor run") as hold:
        asyncio.run(Daemon(settings, database, hold).run())
    return 0
