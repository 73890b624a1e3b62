"""A better reader reads the stored snapshots again, and alerts nobody."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from config.settings import Settings
from monitor.crawling import Crawler
from monitor.rereading import refresh
from spiders import reader
from spiders.posting import Page
from spiders.record import reading_to_json, record_hash
from storage import changes, checks, versions, watches
from storage.rows import CheckRecord, NewVersion, NewWatch

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
URL = "https://jobs.example/welder"
PAGE = b"""<!doctype html><html lang="en"><body><main><h1>Welder, night shift</h1><p>Ironside Yards</p>
<a href="/apply">Apply now</a><h2>What you will do</h2><ul><li>Weld hull plates.</li></ul>
<h2>Requirements</h2><ul><li>A valid welding certificate.</li></ul>
<p>The hourly rate for this position is $20 USD.</p></main></body></html>"""


def read():
    return reader.read(Page(url=URL, body=PAGE, fetched_at=NOW))


def add(database, record, *, version):
    """A watch whose one version an older reader made."""
    with database.writing() as connection:
        new = NewWatch(url=URL, host="jobs.example")
        watch_id = watches.add(connection, new, now=NOW, first_check_at=NOW)[0]
        made = NewVersion(record=record, body=PAGE, final_url=URL, reader_version=version)
        check = CheckRecord(
            watch_id=watch_id,
            expected_version=0,
            checked_at=NOW,
            outcome="changed",
            reason="",
            status="open",
            kind="posting",
            next_check_at=NOW + timedelta(hours=6),
            version=made,
            last_good_at=NOW,
            etag='"1"',
            last_modified=None,
            body_hash="b" * 64,
            record_hash="r" * 64,
            reader_version=version,
        )
        checks.record(connection, check)
    return watch_id


@pytest.fixture
def reread(database):
    def rereading(watch_id, **given):
        async def run():
            settings = Settings()
            async with Crawler(settings.fetch) as crawler:
                with database.reading() as connection:
                    stale = [watches.find(connection, watch_id)]
                return await refresh(database, settings, crawler, stale, **given)

        return asyncio.run(run())

    return rereading


def worse(record):
    """The record as a reader that saw no pay made it."""
    posting = record["posting"] | {"pay": None}
    return record | {"posting": posting}


def test_what_only_our_reader_changed_is_the_new_baseline_and_alerts_nobody(database, reread):
    watch_id = add(database, worse(reading_to_json(read())), version=0)
    (result,) = reread(watch_id)
    assert [it.kind for it in result.differences] == ["pay_changed"]
    with database.reading() as connection:
        first, second = versions.of_watch(connection, watch_id)
        found = watches.find(connection, watch_id)
        assert changes.stored(connection) == []
    assert (first.reread, second.reread, second.snapshot) == (False, True, first.snapshot)
    assert second.record["posting"]["pay"]["min"] == "20"
    assert (found.reader_version, found.record_hash) == (reader.READER_VERSION, record_hash(read()))


def test_a_dry_run_says_what_would_differ_and_changes_nothing(database, reread):
    watch_id = add(database, worse(reading_to_json(read())), version=0)
    (result,) = reread(watch_id, dry_run=True)
    assert len(result.differences) == 1
    with database.reading() as connection:
        assert len(versions.of_watch(connection, watch_id)) == 1
        assert watches.find(connection, watch_id).reader_version == 0


def test_a_snapshot_that_reads_as_before_makes_no_version(database, reread):
    watch_id = add(database, reading_to_json(read()), version=0)
    (result,) = reread(watch_id)
    assert result.differences == ()
    with database.reading() as connection:
        assert len(versions.of_watch(connection, watch_id)) == 1
        assert watches.find(connection, watch_id).reader_version == reader.READER_VERSION


def test_a_closed_posting_keeps_the_fields_that_its_page_dropped(database, reread):
    record = reading_to_json(read())
    closed = record | {"posting": record["posting"] | {"duration": "10 weeks", "pay": None, "status": "closed"}}
    watch_id = add(database, closed, version=0)
    reread(watch_id)
    with database.reading() as connection:
        again = versions.of_watch(connection, watch_id)[-1].record["posting"]
    assert again["pay"]["min"] == "20"
