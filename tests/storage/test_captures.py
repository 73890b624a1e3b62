from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage import captures, checks, snapshots, watches
from storage.rows import NewCapture
from storage.tables import snapshot


def capture(number, **given):
    values = {
        "outcome": "blocked",
        "reason": "a challenge",
        "quality": None,
        "http_status": 200,
        "final_url": None,
        "headers": {"server": "x"},
        "body": f"<p>page {number}".encode(),
    }
    return NewCapture(**{**values, **given})


@pytest.fixture
def keep(database, now):
    def keeping(watch_id, number, **given):
        with database.writing() as c:
            captures.keep(c, watch_id, capture(number, **given), taken_at=now + timedelta(minutes=number))

    return keeping


@pytest.fixture
def kept(database):
    def asking(watch_id):
        with database.reading() as c:
            found = captures.of_watch(c, watch_id)
            return found, [snapshots.load(c, it.snapshot) for it in found]

    return asking


@pytest.fixture
def bodies(database):
    def counting():
        with database.reading() as c:
            return c.scalar(select(func.count()).select_from(snapshot))

    return counting


def test_a_capture_comes_back_whole(watch_id, keep, kept, now):
    keep(watch_id, 1, quality=30, final_url="https://jobs.example/login")
    [found], [body] = kept(watch_id)
    assert (found.reason, found.quality, found.http_status, found.headers) == ("a challenge", 30, 200, {"server": "x"})
    assert (found.final_url, found.taken_at) == ("https://jobs.example/login", now + timedelta(minutes=1))
    assert body == b"<p>page 1"


def test_the_last_few_are_kept_and_the_bodies_of_others_go(watch_id, keep, kept, bodies):
    for number in range(6):
        keep(watch_id, number)
    assert list(kept(watch_id)[1]) == [b"<p>page 5", b"<p>page 4", b"<p>page 3"]
    assert bodies() == captures.KEPT


def test_of_two_at_one_instant_the_later_one_stays(watch_id, keep, kept, bodies):
    keep(watch_id, 1)
    keep(watch_id, 2, body=b"<p>the same second")
    keep(watch_id, 2)
    assert list(kept(watch_id)[1]) == [b"<p>page 2", b"<p>page 1"]
    assert bodies() == 2


def test_the_same_page_again_is_no_new_capture(watch_id, keep, kept):
    for number in range(3):
        keep(watch_id, number, body=b"<p>Just a moment...")
    assert len(kept(watch_id)[0]) == 1


def test_a_body_that_a_version_needs_stays(watch_id, keep, kept, database, changed, bodies):
    with database.writing() as c:
        checks.record(c, changed(watch_id, body=b"<p>page 0"))
    for number in range(5):
        keep(watch_id, number)
    assert bodies() == captures.KEPT + 1


def test_a_check_keeps_its_capture(watch_id, looked, database, kept):
    with database.writing() as c:
        checks.record(c, looked(watch_id, outcome="blocked", capture=capture(1)))
    assert kept(watch_id)[1] == [b"<p>page 1"]


def test_captures_go_with_a_purged_watch(watch_id, keep, database, bodies):
    keep(watch_id, 1)
    with database.writing() as c:
        watches.purge(c, watch_id)
    assert bodies() == 0
