"""Stored pages, read again, give the records that are stored: with a real crawler child."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from config.settings import Settings
from monitor.crawling import Crawler
from monitor.rechecking import unlike
from spiders import reader
from spiders.posting import Page
from spiders.reader import READER_VERSION
from spiders.record import reading_to_json
from storage import checks, watches
from storage.rows import CheckRecord, NewVersion, NewWatch

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
PAGE = """<!doctype html><html lang="en"><body><main><h1>Glazier {number}</h1><p>Clearpane Works</p>
<a href="/apply">Apply now</a><h2>What you will do</h2><ul><li>Fit panes.</li></ul>
<h2>Requirements</h2><ul><li>A steady hand.</li></ul>
<p>The hourly rate for this position is $21 USD.</p></main></body></html>"""


@pytest.fixture
def watched(database):
    """Twenty watches, each with a page that today's reader read; more than are read at a time."""
    for number in range(1, 21):
        url, body = f"https://jobs.example/{number}", PAGE.format(number=number).encode()
        reading = reader.read(Page(url=url, body=body, fetched_at=NOW))
        with database.writing() as c:
            watch_id = watches.add(c, NewWatch(url=url, host="jobs.example"), now=NOW, first_check_at=NOW)[0]
            version = NewVersion(
                record=reading_to_json(reading), body=body, final_url=url, reader_version=READER_VERSION
            )
            check = CheckRecord(
                watch_id=watch_id,
                expected_version=0,
                checked_at=NOW,
                outcome="changed",
                reason="",
                status="open",
                kind="posting",
                next_check_at=NOW + timedelta(hours=6),
                version=version,
                last_good_at=NOW,
                etag=None,
                last_modified=None,
                body_hash=None,
                record_hash=None,
                reader_version=READER_VERSION,
            )
            checks.record(c, check)
    return database


def found(database):
    async def run():
        settings = Settings()
        async with Crawler(settings.fetch) as crawler:
            return [it.text async for it in unlike(database, settings, crawler)]

    return asyncio.run(run())


def test_what_was_read_is_read_again(watched):
    assert found(watched) == []


def edit(database, watch_id, old, new):
    """Somebody edits a record."""
    words = "record::text" if database.dialect == "postgresql" else "record"
    json = "::json" if database.dialect == "postgresql" else ""
    with database.writing() as c:
        c.exec_driver_sql(
            f"UPDATE version SET record = replace({words}, '{old}', '{new}'){json} WHERE watch_id = {watch_id}"
        )


def test_an_edited_record_is_found_unless_an_older_reader_made_it(watched):
    edit(watched, 18, '"21"', '"99"')
    (text,) = found(watched)
    assert "version 1 of watch 18" in text
    with watched.writing() as c:
        c.exec_driver_sql("UPDATE version SET reader_version = 1 WHERE watch_id = 18")
    assert found(watched) == []


def test_a_damaged_page_keeps_no_other_from_being_read(watched):
    edit(watched, 2, "Glazier 2", "Plumber 2")
    blank = "x'00'" if watched.dialect == "sqlite" else "'\\x00'"
    with watched.writing() as c:
        c.exec_driver_sql(
            f"UPDATE snapshot SET data = {blank} WHERE sha256 = (SELECT snapshot FROM version WHERE watch_id = 3)"
        )
    assert ["watch 2 " in it for it in found(watched)] == [True]
