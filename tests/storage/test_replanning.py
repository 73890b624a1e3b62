from datetime import timedelta

import pytest

from storage import checks, hosts, replanning, watches

AHEAD = timedelta(days=2)
PAUSE = timedelta(hours=1)


@pytest.fixture
def check(database, looked):
    def checking(watch_id, at, next_check_at):
        with database.writing() as c:
            checks.record(c, looked(watch_id, checked_at=at, next_check_at=next_check_at))

    return checking


@pytest.fixture
def replan(database):
    def replanning_at(now):
        with database.writing() as c:
            return replanning.replan(c, now=now, longest_pause=PAUSE)

    return replanning_at


@pytest.fixture
def due(database):
    def due_at(now):
        with database.reading() as c:
            return {it.id for it in checks.due(c, now=now, limit=10)}

    return due_at


def test_what_a_clock_that_was_ahead_planned_is_due_once_it_is_set_back(add, check, replan, due, now):
    ahead, right = add("1"), add("2")
    check(ahead, now + AHEAD, now + AHEAD + timedelta(hours=6))
    check(right, now, now + timedelta(hours=6))
    assert due(now) == set()
    assert replan(now) == 1
    assert due(now) == {ahead}
    assert due(now + timedelta(hours=6)) == {ahead, right}


def test_a_host_whose_queue_was_dated_by_the_clock_that_was_ahead_is_asked_now(add, check, replan, due, now):
    watch_id = add()
    check(watch_id, now + AHEAD, now)  # recorded just after the clock was set back
    assert due(now) == set()
    replan(now)
    assert due(now) == {watch_id}


def test_a_clock_that_is_right_changes_no_plan(add, check, replan, due, now):
    check(add(), now, now + timedelta(days=30))
    assert replan(now - timedelta(seconds=30)) == 0
    assert due(now + timedelta(days=29)) == set()


def test_a_pause_made_by_a_clock_that_was_ahead_ends_soon_and_others_stay(database, add, check, replan, due, now):
    ahead, right = add("1", host="a.example"), add("2", host="b.example")
    check(ahead, now + AHEAD, now + AHEAD + PAUSE)
    with database.writing() as c:
        for host in ("a.example", "b.example"):
            hosts.pause(c, host, until=now + AHEAD, failures=5)
    replan(now)
    assert due(now) == set()
    assert due(now + PAUSE) == {ahead}
    assert due(now + AHEAD) == {ahead, right}


def test_a_paused_watch_stays_paused(database, add, check, replan, due, now):
    watch_id = add()
    check(watch_id, now + AHEAD, now + AHEAD)
    with database.writing() as c:
        watches.pause(c, watch_id)
    assert replan(now) == 0
    assert due(now + 2 * AHEAD) == set()
