"""`monitor check` tells of deadlines that came near, for those who run no daemon."""

from datetime import timedelta

import pytest

from monitor import clock
from spiders.posting import Deadline, Posting, Reading, Status, Verdict
from spiders.record import reading_to_json
from storage import changes, checks, holder, watches
from storage.database import Database
from storage.rows import CheckRecord, NewVersion, NewWatch

NEAR = timedelta(days=2)


@pytest.fixture
def database(installed, sqlite_url):
    opened = Database.open(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def near(database):
    """A posting that has to be reminded of since half an hour, and that is not to be looked at."""
    now = clock.now().replace(microsecond=0)
    deadline = Deadline(at=now + NEAR - timedelta(minutes=30), date_only=False, zone=None, text="soon")
    posting = Posting(title="Welder", status=Status.OPEN, deadline=deadline)
    with database.writing() as connection:
        new = NewWatch(url="https://jobs.example/welder", host="jobs.example")
        watch_id, _ = watches.add(connection, new, now=now, first_check_at=now)
        record = reading_to_json(Reading(verdict=Verdict.POSTING, posting=posting))
        check = CheckRecord(
            watch_id=watch_id,
            expected_version=0,
            checked_at=now - NEAR,
            outcome="changed",
            reason="",
            status="open",
            kind="posting",
            next_check_at=now + NEAR,
            version=NewVersion(record=record, body=None, reader_version=1),
            last_good_at=now,
            etag=None,
            last_modified=None,
            body_hash=None,
            record_hash=None,
            reader_version=1,
            remind_at=deadline.at - NEAR,
        )
        checks.record(connection, check)
    return watch_id


def test_check_tells_of_a_deadline_that_came_near_once(near, monitor):
    ran = monitor("check")
    assert "deadline_soon" in ran.out
    assert "(told 30 minutes late)" in ran.out
    assert "deadline_soon" not in monitor("check").out


def test_check_leaves_reminders_to_a_daemon_that_runs(near, database, monitor):
    with holder.hold(database, now=clock.now(), what="monitor run"):
        assert "deadline_soon" not in monitor("check", noted=True).out
    with database.reading() as connection:
        assert changes.stored(connection) == []
