from datetime import timedelta

import pytest

from storage import changes, checks, versions, watches
from storage.errors import NoSuchWatch, StaleCheck
from storage.rows import NewVersion

HOUR = timedelta(hours=1)


@pytest.fixture
def rebase(database, now):
    def rebasing(watch_id, expected_version, at=now + HOUR, *, same=False):
        again = NewVersion(record={"posting": {"title": "Read anew"}}, body=None, reader_version=2, reread=True)
        with database.writing() as c:
            checks.rebase(
                c,
                watch_id,
                expected_version=expected_version,
                version=None if same else again,
                record_hash="n" * 64,
                reader_version=2,
                remind_at=at,
                now=at,
            )

    return rebasing


@pytest.fixture
def checked(database, watch_id, changed):
    with database.writing() as c:
        checks.record(c, changed(watch_id, body=b"as it was"))
    return watch_id


def test_a_rereading_is_the_silent_new_baseline(database, checked, rebase, find, now):
    before = find(checked)
    rebase(checked, 1)
    after = find(checked, with_record=True)
    assert (after.version, after.reader_version, after.record_hash, after.remind_at) == (2, 2, "n" * 64, now + HOUR)
    assert after.record["posting"]["title"] == "Read anew"
    assert (after.next_check_at, after.last_checked_at) == (before.next_check_at, before.last_checked_at)
    assert (after.etag, after.last_modified, after.body_hash) == (None, None, None)
    with database.reading() as c:
        assert len(changes.stored(c)) == 1


def test_a_rereading_keeps_the_snapshot_and_when_the_page_was_seen(database, checked, rebase, changed, looked, now):
    with database.writing() as c:
        checks.record(c, looked(checked, 1, 1, checked_at=now + HOUR / 2, seen=True))
    rebase(checked, 1)
    with database.reading() as c:
        first, second = versions.of_watch(c, checked)
    assert (first.last_seen_at, second.last_seen_at) == (now + HOUR / 2, now + HOUR)
    assert (second.snapshot, second.reread) == (first.snapshot, True)
    with database.writing() as c:
        checks.record(c, looked(checked, 2, 3, checked_at=now + 2 * HOUR, seen=True))
        assert versions.one(c, checked, 2).last_seen_at == now + 2 * HOUR


def test_a_rereading_that_reads_the_same_makes_no_version(database, checked, rebase, find, now):
    rebase(checked, 1, same=True)
    after = find(checked, with_record=True)
    assert (after.version, after.reader_version, after.record_hash) == (1, 2, "n" * 64)
    assert after.record["posting"]["title"] == "Title 1"


def test_a_check_that_was_judged_before_a_rereading_is_refused(database, checked, rebase, looked):
    rebase(checked, 1)
    with pytest.raises(StaleCheck), database.writing() as c:
        checks.record(c, looked(checked, 1, 1))


def test_a_rereading_of_what_moved_on_is_refused(database, checked, rebase, now):
    with pytest.raises(StaleCheck):
        rebase(checked, 0)
    with database.writing() as c:
        watches.remove(c, checked, now=now)
    with pytest.raises(StaleCheck):
        rebase(checked, 1)
    with pytest.raises(NoSuchWatch):
        rebase(99, 1)
