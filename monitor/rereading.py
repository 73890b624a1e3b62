"""Reading stored snapshots again with today's readers: our own progress becomes the new baseline and alerts nobody."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from config.settings import Settings
from monitor import clock
from monitor.changes import differences, role_differences
from monitor.crawling import Crawler
from monitor.judging.looks import Sight, look_at
from monitor.known import known_of
from monitor.recording import remind_at, reread_version
from monitor.vocabulary import Change, Known
from spiders.observation import CheckRequest, Observation, Result
from spiders.pages.joined import not_read
from spiders.posting import Page, Reading
from spiders.reader import READER_VERSION
from spiders.record import reading_from_json, record_hash
from storage import checks, snapshots, versions, watches
from storage.database import Database
from storage.errors import StaleCheck
from storage.rows import Version, Watch


@dataclass(frozen=True, kw_only=True, slots=True)
class Reread:
    """What reading a watch's last snapshot again came to."""

    watch: Watch
    #: What today's reader reads otherwise. Nobody is alerted about these.
    differences: tuple[Change, ...]
    #: It means what is stored, in every field that is compared.
    same: bool = False
    #: Why it could not be read again, or None.
    problem: str | None = None


async def refresh(
    database: Database, settings: Settings, crawler: Crawler, stale: Sequence[Watch], *, dry_run: bool = False
) -> list[Reread]:
    """Make today's reading of each watch's last snapshot its silent baseline.

    Args:
        database: where the snapshots are.
        settings: when to remind of a deadline that is read otherwise now.
        crawler: reads them in its own process, as it reads fresh pages.
        stale: watches with at least one version.
        dry_run: only say what would differ.

    Returns:
        One result for each watch that kept a snapshot, in the order of the answers.
    """
    by_id = {watch.id: watch for watch in stale}
    pages = await asyncio.to_thread(_saved_pages, database, list(by_id))
    results = []
    async for observation in crawler.observe(pages):
        result = await asyncio.to_thread(_compare, database, by_id[observation.id], observation)
        if not dry_run and result.problem is None:
            await asyncio.to_thread(_rebase, database, settings, by_id[observation.id], observation)
        results.append(result)
    return results


def _saved_pages(database: Database, watch_ids: Sequence[int]) -> list[CheckRequest]:
    requests = []
    with database.reading() as connection:
        for watch_id in watch_ids:
            watch = watches.find(connection, watch_id)
            version = versions.one(connection, watch_id, watch.version)
            if version.snapshot is not None:
                body = snapshots.load(connection, version.snapshot)
                requests.append(CheckRequest(id=watch_id, url=watch.url, saved=_page(watch, version, body)))
    return requests


def _page(watch: Watch, version: Version, body: bytes) -> Page:
    return Page(url=version.final_url or watch.url, body=body, headers=version.headers, fetched_at=version.observed_at)


def _compare(database: Database, watch: Watch, observation: Observation) -> Reread:
    if observation.result is not Result.READ or observation.reading is None:
        return Reread(watch=watch, differences=(), problem=observation.reason or "the reader could not read it")
    current = _current(database, watch)
    before = known_of(current)
    reading = _baseline(before, observation)
    if before.posting and reading.posting:
        found = differences(before.posting, reading.posting)
    else:
        found = role_differences(before.roles or (), reading.roles or ())
    same = _is_same(reading, current)
    return Reread(watch=watch, differences=() if same else found, same=same)


def _current(database: Database, watch: Watch) -> Watch:
    with database.reading() as connection:
        return watches.find(connection, watch.id, with_record=True)


def _baseline(before: Known, observation: Observation) -> Reading:
    """What to compare with from now on: the page as judging takes it, else what was known."""
    assert observation.reading is not None
    look = look_at(before, observation)
    if look.sight is Sight.GOOD:
        return replace(observation.reading, posting=look.posting, roles=look.roles)
    return replace(observation.reading, posting=before.posting, roles=before.roles)


def _is_same(reading: Reading, current: Watch) -> bool:
    """Whether the page reads as its record says; nor does it contradict a list that two looks agreed on."""
    assert current.record is not None
    return _is_agreed(reading, current) or record_hash(reading) == record_hash(reading_from_json(current.record))


def _is_agreed(reading: Reading, current: Watch) -> bool:
    """Whether this reader's record is not of this page alone, which is whole: two looks differed."""
    assert current.record is not None
    return current.reader_version == READER_VERSION and reading.whole and not current.record.get("whole", True)


def _rebase(database: Database, settings: Settings, watch: Watch, observation: Observation) -> None:
    assert observation.record_hash is not None
    assert observation.reader_version is not None
    current = _current(database, watch)
    before = known_of(current)
    reading = _baseline(before, observation)
    same = _is_same(reading, current)
    is_own = not_read(reading) is None and not _is_agreed(reading, current)
    offsets, now = settings.schedule.deadline_soon, clock.now()
    with database.writing() as connection, suppress(StaleCheck):  # a check that came first read with today's reader
        checks.rebase(
            connection,
            watch.id,
            expected_version=watch.version,
            version=None if same else reread_version(observation, reading),
            record_hash=observation.record_hash if is_own else None,
            reader_version=observation.reader_version,
            remind_at=remind_at(current, before.posting, reading.posting, offsets=offsets, now=now),
            now=now,
        )
