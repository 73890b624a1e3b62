"""The one use case: watches that are due are crawled, judged and recorded, each check in one transaction.

The daemon and `monitor check` both call this; they differ in who asks and how often. A check is recorded whole or not
at all: version, snapshot, changes and notices are one transaction, so that a kill at any moment loses nothing.
"""

import asyncio
import logging
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from config.settings import Settings
from monitor import clock, judging, learning, reminding, rereading, scheduling
from monitor.crawling import Crawler
from monitor.journal import concerning
from monitor.looking import Look, known_now, request, whole_request
from monitor.notify import flapping, rules
from monitor.recording import capture_of, new_change, new_version, remind_at
from monitor.telemetry import metrics, traces
from monitor.vocabulary import Judgement, Known, Outcome
from spiders.observation import CheckRequest, Observation, Result
from spiders.pages.joined import not_read
from spiders.posting import Posting
from spiders.reader import READER_VERSION
from storage import changes as stored_changes
from storage import checks, hosts, replanning
from storage.database import Connection, Database
from storage.errors import StaleCheck
from storage.rows import CheckRecord, NewChange, NewNotice, StoredChange, Watch
from storage.statistics import ERRORS

_log = logging.getLogger(__name__)

#: A clock that goes back by more has been set.
_DRIFT = timedelta(minutes=1)
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

    @property
    def errors(self) -> int:
        """How many checks could not look at the page; one that is missing was looked at."""
        return sum(count for outcome, count in self.outcomes.items() if outcome in ERRORS)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Judged:
    """One look, and what it means for its watch."""

    watch: Watch
    known: Known
    look: Look
    judgement: Judgement


class Checker:
    """Looks at watches through one crawler and records what it saw."""

    def __init__(self, database: Database, settings: Settings, crawler: Crawler) -> None:
        self._database = database
        self._settings = settings
        self._crawler = crawler
        self._jitter = random.SystemRandom()
        #: The latest instant by which it planned, or was asked what is due; None: it was never asked.
        self._latest: datetime | None = None

    async def due(self, *, limit: int) -> list[Watch]:
        """The watches whose time has come, whole hosts first come first served."""

        def select() -> list[Watch]:
            now = clock.now()
            self._take_up(now)
            with self._database.reading() as connection:
                return checks.due(connection, now=now, limit=limit)

        return await asyncio.to_thread(select)

    def _take_up(self, now: datetime) -> None:
        """At first, and when the clock was set back: what it planned while it was ahead is due."""
        if self._latest is None or now < self._latest - _DRIFT:
            with self._database.writing() as connection:
                moved = replanning.replan(connection, now=now, longest_pause=scheduling.LONGEST_PAUSE)
            if moved:
                _log.warning("the clock was set back: %d checks that it had planned for later are due now", moved)
        self._latest = now

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
        rules_now = self._judging_rules(asked=asked)
        doubts: dict[int, Look] = {}
        async for observation in self._crawler.observe([request(watch) for watch in wanted]):
            if doubt := await asyncio.to_thread(self._doubted, observation, rules_now):
                doubts[observation.id] = doubt
            else:
                yield await self._recorded(by_id[observation.id], Look(observation=observation), rules_now)
        banners = learning.banners((by_id[it], look.before, look.observation) for it, look in doubts.items())
        async for again in self._crawler.observe([whole_request(by_id[it]) for it in doubts]):
            watch = by_id[again.id]
            look = replace(doubts[again.id], again=again, banners=banners.get(watch.host, {}))
            yield await self._recorded(watch, look, rules_now)

    async def _recorded(self, watch: Watch, look: Look, rules_now: judging.JudgingRules) -> CheckResult:
        seen = (look.again or look.observation).elapsed_seconds
        with concerning(watch.id), traces.span("check", seconds_ago=seen or 0.0, watch=watch.id, host=watch.host):
            if seen is not None:
                traces.ended("fetch", seconds=seen, http_status=look.observation.http_status)
            begun = time.monotonic()
            try:
                result = await asyncio.to_thread(self._record, look, rules_now)
            except StaleCheck:
                reason = "another process checked it meanwhile"
                return CheckResult(watch=watch, outcome=Outcome.UNCHANGED, reason=reason)
            traces.found(it.id for it in result.changes)
            traces.note(outcome=result.outcome.value, changes=len(result.changes))
            kinds = (it.kind for it in result.changes)
            metrics.checked(result.outcome.value, kinds, fetch=seen, record=time.monotonic() - begun)
            return result

    def _doubted(self, observation: Observation, rules_now: judging.JudgingRules) -> Look | None:
        """The look, where a second one has to confirm it before it is recorded."""
        if observation.result is not Result.READ:
            return None
        with self._database.reading() as connection:
            known = known_now(connection, observation)[1]
        judgement = judging.judge(known, observation, rules_now, now=observation.fetched_at)
        if not learning.is_doubtful(judgement):
            return None
        return Look(observation=observation, before=known.posting or Posting())

    def _record(self, look: Look, rules_now: judging.JudgingRules) -> CheckResult:
        """Judge one look against what the database knows now, and record it: one transaction."""
        now = clock.now()
        if self._latest:
            self._latest = max(self._latest, now)
        # A page was not fetched later than now: the clock was set back meanwhile.
        observation = replace(look.observation, fetched_at=min(look.observation.fetched_at, now))
        look = replace(look, observation=observation)
        with self._database.writing() as connection:
            watch, known = known_now(connection, observation)
            known = replace(known, not_own=known.not_own | look.banners.keys())
            with traces.span("judge"):
                judgement = judging.judge(known, observation, rules_now, now=observation.fetched_at, again=look.again)
            self._note_host(connection, watch, observation, now)
            judged = _Judged(watch=watch, known=known, look=look, judgement=judgement)
            with traces.span("record"):
                stored = checks.record(connection, self._check_record(connection, judged, now))
            reminding.call_off(connection, watch.id, stored)
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

    def _check_record(self, connection: Connection, judged: _Judged, now: datetime) -> CheckRecord:
        watch, look, judgement = judged.watch, judged.look, judged.judgement
        after, observation = judgement.after, look.observation
        good = judgement.outcome in _GOOD
        read = good and observation.result is Result.READ and not judgement.confirm
        sure = _is_sure(look)
        changes = tuple(new_change(change, since=watch.last_good_at) for change in judgement.changes)
        version = new_version(observation, after) if judgement.makes_version else None
        told = replace(watch, record=version.record) if version else watch
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
            version=version,
            changes=changes,
            notices=self._notices(connection, told, changes, after.version, now),
            last_good_at=after.last_good_at,
            missing_since=after.missing_since,
            failures=after.failures,
            failing_since=after.failing_since,
            blind=after.blind.value if after.blind else None,
            etag=(observation.etag if sure else None) if read else watch.etag,
            last_modified=(observation.last_modified if sure else None) if read else watch.last_modified,
            body_hash=(observation.body_hash if sure else None) if read else watch.body_hash,
            record_hash=(observation.record_hash if sure else None) if read else watch.record_hash,
            reader_version=observation.reader_version if read else watch.reader_version,
            remind_at=remind_at(
                watch, judged.known.posting, after.posting, offsets=self._settings.schedule.deadline_soon, now=now
            ),
            seen=good and not judgement.makes_version,
            body_size=len(observation.body) if read and observation.body else watch.body_size,
            capture=capture_of(judgement, observation),
            learned=learning.learned(judgement, observation, look.banners),
        )

    def _notices(
        self, connection: Connection, watch: Watch, changes: tuple[NewChange, ...], version: int, now: datetime
    ) -> tuple[NewNotice, ...]:
        targets, zone = self._settings.notify.targets, self._settings.zone
        notices = rules.notices_for(changes, watch, targets, zone, now, version=version)
        if not notices:
            return ()
        recent = stored_changes.stored(connection, watch_id=watch.id, since=now - flapping.WINDOW)
        return flapping.held_back(notices, changes, recent, now)

    def _next_check_at(self, watch: Watch, observation: Observation, judgement: Judgement, now: datetime) -> datetime:
        schedule = self._settings.schedule
        return scheduling.next_check_at(
            now=now,
            interval=scheduling.interval_of(
                watch.interval, default=schedule.default_interval, shortest=schedule.min_interval
            ),
            jitter=schedule.jitter,
            unit=self._jitter.random(),
            failures=0 if judgement.outcome in _GOOD else judgement.after.failures,
            retry_after=observation.retry_after,
            confirm_after=schedule.confirm_after if judgement.confirm else None,
        )

    def _note_host(self, connection: Connection, watch: Watch, observation: Observation, now: datetime) -> None:
        """Keep what the host asked of us (crawl-delay, a time to be left alone), and whether it fails."""
        if observation.crawl_delay is not None:
            hosts.learned(connection, watch.host, crawl_delay=observation.crawl_delay, now=now)
        if observation.retry_after is not None:
            until = now + timedelta(seconds=observation.retry_after)
            hosts.pause(connection, watch.host, until=until, failures=hosts.one(connection, watch.host).failures + 1)
        elif observation.result is Result.FAILED:
            failures = hosts.failed(connection, watch.host)
            if failures >= hosts.BREAKER:
                pause = scheduling.host_pause(failures=failures - hosts.BREAKER + 1, unit=self._jitter.random())
                hosts.pause(connection, watch.host, until=now + pause, failures=failures)
        elif observation.http_status is not None:
            hosts.answered(connection, watch.host)


def _is_sure(look: Look) -> bool:
    """Whether the next look may be compared with this page, by hash or validator.

    Not with a part: the next look has to say whether it is one again. Nor with one of two looks that differ: what they
    agree on was kept, and to meet this one again is news.
    """
    page, again = look.observation, look.again
    if page.reading and not_read(page.reading) is not None:
        return False
    return again is None or again.record_hash == page.record_hash


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
