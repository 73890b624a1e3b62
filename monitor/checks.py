"""The one use case: watches that are due are crawled, judged and recorded, each check in one transaction.

The daemon and `monitor check` both call this; they differ in who asks and how often. A check is recorded whole or not
at all: version, snapshot, changes and notices are one transaction, so that a kill at any moment loses nothing.
"""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from config.settings import Settings
from monitor import clock, judging, rereading, scheduling
from monitor.crawling import Crawler
from monitor.known import known_of
from monitor.notify import rules
from monitor.recording import new_change, new_version, remind_at
from monitor.vocabulary import Judgement, Known, Outcome
from spiders.observation import CheckRequest, Observation, Result
from spiders.reader import READER_VERSION
from storage import checks, hosts, watches
from storage.database import Connection, Database
from storage.errors import StaleCheck
from storage.rows import CheckRecord, StoredChange, Watch

#: Results that show the good page, whole: validators and hashes are kept from these only.
_GOOD = frozenset({Outcome.CHANGED, Outcome.UNCHANGED, Outcome.NOT_MODIFIED})


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckResult:
    """How one check ended."""

    #: As it was before the check.
    watch: Watch
    outcome: Outcome
    #: Why, in one line.
    reason: str
    changes: tuple[StoredChange, ...] = ()
    #: The posting's title, as far as it is known now.
    title: str | None = None


@dataclass(slots=True)
class Summary:
    """What a round of checks came to."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    changes: int = 0

    def add(self, result: CheckResult) -> None:
        """Count one check."""
        self.outcomes[result.outcome] += 1
        self.changes += len(result.changes)

    @property
    def checks(self) -> int:
        """How many checks were made."""
        return self.outcomes.total()

    @property
    def failed(self) -> int:
        """How many checks saw no page: missing, blocked, failed or disallowed."""
        return sum(count for outcome, count in self.outcomes.items() if outcome not in _GOOD)


class Checker:
    """Looks at watches through one crawler and records what it saw."""

    def __init__(self, database: Database, settings: Settings, crawler: Crawler) -> None:
        self._database = database
        self._settings = settings
        self._crawler = crawler
        self._jitter = random.SystemRandom()

    async def due(self, *, limit: int) -> list[Watch]:
        """The watches whose time has come, whole hosts first come first served."""

        def select() -> list[Watch]:
            with self._database.reading() as connection:
                return checks.due(connection, now=clock.now(), limit=limit)

        return await asyncio.to_thread(select)

    async def check(self, wanted: Sequence[Watch], *, asked: bool) -> AsyncIterator[CheckResult]:
        """Look at each watch once.

        Args:
            wanted: active watches; the last version's record need not be loaded.
            asked: a person asked for this look, so that it may confirm a disappearance at once.

        Yields:
            One result a watch, in the order of the answers.
        """
        await rereading.refresh(
            self._database,
            self._settings,
            self._crawler,
            [it for it in wanted if it.version and it.reader_version != READER_VERSION],
        )
        by_id = {watch.id: watch for watch in wanted}
        async for observation in self._crawler.observe([_request(watch) for watch in wanted]):
            watch = by_id[observation.id]
            try:
                yield await asyncio.to_thread(self._record, watch.id, observation, asked=asked)
            except StaleCheck:
                yield CheckResult(watch=watch, outcome=Outcome.UNCHANGED, reason="another process checked it meanwhile")

    def _record(self, watch_id: int, observation: Observation, *, asked: bool) -> CheckResult:
        """Judge one observation against what the database knows now, and record it: one transaction."""
        now = clock.now()
        with self._database.writing() as connection:
            watch = watches.find(connection, watch_id, with_record=True)
            known = known_of(watch)
            judgement = judging.judge(known, observation, self._judging_rules(asked=asked), now=observation.fetched_at)
            self._note_host(connection, watch, observation, now)
            stored = checks.record(connection, self._check_record(watch, known, observation, judgement, now))
        posting = judgement.after.posting
        return CheckResult(
            watch=watch,
            outcome=judgement.outcome,
            reason=judgement.reason,
            changes=tuple(stored),
            title=posting.title if posting else None,
        )

    def _judging_rules(self, *, asked: bool) -> judging.JudgingRules:
        schedule = self._settings.schedule
        return judging.JudgingRules(
            confirm_after=schedule.confirm_after,
            blind_after_checks=schedule.blind_after_checks,
            blind_after=schedule.blind_after,
            asked=asked,
        )

    def _check_record(
        self, watch: Watch, known: Known, observation: Observation, judgement: Judgement, now: datetime
    ) -> CheckRecord:
        after = judgement.after
        good = judgement.outcome in _GOOD
        read = good and observation.result is Result.READ
        changes = tuple(new_change(change, since=watch.last_good_at) for change in judgement.changes)
        return CheckRecord(
            watch_id=watch.id,
            expected_version=watch.version,
            expected_revision=watch.revision,
            checked_at=observation.fetched_at,
            outcome=judgement.outcome.value,
            reason=judgement.reason,
            status=after.status.value,
            kind=after.kind.value if after.kind else None,
            next_check_at=self._next_check_at(watch, observation, judgement, now),
            version=new_version(observation, after) if judgement.makes_version else None,
            changes=changes,
            notices=rules.notices_for(
                changes, watch, self._settings.notify.targets, self._settings.zone, now, version=after.version
            ),
            last_good_at=after.last_good_at,
            missing_since=after.missing_since,
            failures=after.failures,
            failing_since=after.failing_since,
            blind=after.blind.value if after.blind else None,
            etag=observation.etag if read else watch.etag,
            last_modified=observation.last_modified if read else watch.last_modified,
            body_hash=observation.body_hash if read else watch.body_hash,
            record_hash=observation.record_hash if read else watch.record_hash,
            reader_version=observation.reader_version if read else watch.reader_version,
            remind_at=remind_at(
                watch, known.posting, after.posting, offsets=self._settings.schedule.deadline_soon, now=now
            ),
            seen=good and not judgement.makes_version,
        )

    def _next_check_at(self, watch: Watch, observation: Observation, judgement: Judgement, now: datetime) -> datetime:
        schedule = self._settings.schedule
        return scheduling.next_check_at(
            now=now,
            interval=scheduling.interval_of(
                watch.interval, default=schedule.default_interval, shortest=schedule.min_interval
            ),
            jitter=schedule.jitter,
            unit=self._jitter.random(),
            failures=judgement.after.failures,
            retry_after=observation.retry_after,
            confirm_after=schedule.confirm_after if judgement.confirm else None,
        )

    def _note_host(self, connection: Connection, watch: Watch, observation: Observation, now: datetime) -> None:
        """Keep what the host asked of us: its crawl-delay, and when it wants to be left alone."""
        if observation.crawl_delay is not None:
            hosts.learned(connection, watch.host, crawl_delay=observation.crawl_delay, now=now)
        if observation.retry_after is not None:
            until = now + timedelta(seconds=observation.retry_after)
            hosts.pause(connection, watch.host, until=until, failures=hosts.one(connection, watch.host).failures + 1)
        elif observation.http_status is not None and observation.result is not Result.FAILED:
            hosts.answered(connection, watch.host)


async def check_watches(
    database: Database,
    settings: Settings,
    wanted: Sequence[Watch],
    *,
    asked: bool = True,
    on_result: Callable[[CheckResult], None] = lambda _: None,
) -> Summary:
    """Look at the watches once, in the foreground, through a crawler of its own.

    Args:
        database: where to record.
        settings: how to fetch, judge and tell.
        wanted: active watches.
        asked: a person asked for this look.
        on_result: told of each check as it ends.

    Returns:
        The sum of it.
    """
    summary = Summary()
    async with Crawler(settings.fetch) as crawler:
        async for result in Checker(database, settings, crawler).check(wanted, asked=asked):
            summary.add(result)
            on_result(result)
    return summary


async def read_pages(settings: Settings, requests: Iterable[CheckRequest]) -> list[Observation]:
    """Read pages without watching them: live ones, or saved ones named by `CheckRequest.saved`; in their order."""
    wanted = list(requests)
    async with Crawler(settings.fetch) as crawler:
        seen = {observation.id: observation async for observation in crawler.observe(wanted)}
    return [seen[request.id] for request in wanted]


def _request(watch: Watch) -> CheckRequest:
    return CheckRequest(
        id=watch.id,
        url=watch.url,
        etag=watch.etag,
        last_modified=watch.last_modified,
        body_hash=watch.body_hash,
        record_hash=watch.record_hash,
        reader_version=watch.reader_version,
        crawl_delay=watch.crawl_delay,
    )
