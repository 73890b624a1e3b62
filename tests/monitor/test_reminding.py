"""Reminders: told once each, planned again when the deadline moves, silent when nobody can apply."""

from datetime import UTC, datetime, timedelta

import pytest

from config.settings import Settings
from monitor.recording import remind_at
from monitor.reminding import remind
from spiders.posting import Deadline, Posting, Reading, Status, Verdict
from spiders.record import reading_to_json
from storage import checks, outbox, watches
from storage.rows import CheckRecord, NewVersion, NewWatch

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def settings():
    return Settings.model_validate({"notify": {"targets": [{"name": "mail", "url": "json://127.0.0.1:1/"}]}})


@pytest.fixture
def see(database, settings):
    """Records that a posting was seen with a deadline, as a check does."""
    with database.writing() as connection:
        new = NewWatch(url="https://jobs.example/welder", host="jobs.example")
        watch_id = watches.add(connection, new, now=NOW, first_check_at=NOW)[0]

    def seeing(deadline_at, *, at=NOW, status="open"):
        deadline = deadline_at and Deadline(at=deadline_at, date_only=False, zone=None, text="the deadline")
        posting = Posting(title="Welder", status=Status(status), deadline=deadline)
        reading = Reading(verdict=Verdict.POSTING, posting=posting)
        with database.writing() as connection:
            watch = watches.find(connection, watch_id, with_record=True)
            before = watch.record and Posting(
                deadline=Deadline(at=watch.remind_at and seeing.last, date_only=False, zone=None, text="")
            )
            check = CheckRecord(
                watch_id=watch_id,
                expected_version=watch.version,
                checked_at=at,
                outcome="changed",
                reason="",
                status=status,
                kind="posting",
                next_check_at=at + DAY,
                version=NewVersion(record=reading_to_json(reading), body=None, reader_version=1),
                last_good_at=at,
                etag=None,
                last_modified=None,
                body_hash=None,
                record_hash=None,
                reader_version=1,
                remind_at=remind_at(watch, before, posting, offsets=settings.schedule.deadline_soon, now=at),
            )
            checks.record(connection, check)
        seeing.last = deadline_at

    return seeing


@pytest.fixture
def tick(database, settings):
    """What is told at a moment."""

    def ticking(moment):
        return [(it.kind, it.field) for it in remind(database, settings, moment)]

    return ticking


def test_each_reminder_is_told_once_with_a_notice(database, see, tick):
    see(NOW + 10 * DAY)
    assert tick(NOW + DAY) == []
    assert tick(NOW + 3 * DAY) == [("deadline_soon", "7d")]
    assert tick(NOW + 3 * DAY) == []
    assert tick(NOW + 8 * DAY) == [("deadline_soon", "2d")]
    assert tick(NOW + 9.6 * DAY) == [("deadline_soon", "12h")]
    assert tick(NOW + 10 * DAY) == [("deadline_passed", "deadline")]
    assert tick(NOW + 20 * DAY) == []
    with database.reading() as connection:
        assert len(outbox.waiting(connection)) == 4


def test_a_machine_that_slept_tells_the_nearest_reminder_only(see, tick):
    see(NOW + 10 * DAY)
    assert tick(NOW + 8.5 * DAY) == [("deadline_soon", "2d")]


def test_a_posting_first_seen_late_is_not_reminded_of_what_had_passed(see, tick):
    see(NOW + 3 * DAY)
    assert tick(NOW + timedelta(minutes=1)) == []
    assert tick(NOW + DAY) == [("deadline_soon", "2d")]


def test_a_deadline_that_moves_is_planned_again(see, tick):
    see(NOW + 10 * DAY)
    assert tick(NOW + 3 * DAY) == [("deadline_soon", "7d")]
    see(NOW + 20 * DAY, at=NOW + 4 * DAY)
    assert tick(NOW + 8 * DAY) == []
    assert tick(NOW + 13 * DAY) == [("deadline_soon", "7d")]


def test_a_version_with_the_same_deadline_keeps_a_reminder_that_is_due(see, tick):
    see(NOW + 10 * DAY)
    see(NOW + 10 * DAY, at=NOW + 3 * DAY + timedelta(seconds=10))
    assert tick(NOW + 3 * DAY + timedelta(seconds=30)) == [("deadline_soon", "7d")]


def test_a_closed_posting_is_not_reminded_of(see, tick):
    see(NOW + 10 * DAY)
    see(NOW + 10 * DAY, at=NOW + DAY, status="closed")
    assert tick(NOW + 3 * DAY) == []
    assert tick(NOW + 11 * DAY) == []
