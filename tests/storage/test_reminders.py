from datetime import timedelta

import pytest

from storage import reminders, watches

HOUR = timedelta(hours=1)


@pytest.fixture
def plan(database, now):
    def planning(watch_id, at):
        with database.writing() as c:
            assert reminders.record(c, watch_id, (), (), now=now, remind_at=at) == []

    return planning


@pytest.fixture
def due(database, now):
    def asking(at=now, **given):
        with database.reading() as c:
            return [it.id for it in reminders.due(c, now=at, **given)]

    return asking


def test_a_watch_is_reminded_of_from_its_instant_on(watch_id, plan, due, now):
    assert due() == []
    plan(watch_id, now + HOUR)
    assert (due(now + HOUR / 2), due(now + HOUR)) == ([], [watch_id])
    plan(watch_id, None)
    assert due(now + 9 * HOUR) == []


def test_the_longest_due_comes_first(add, plan, due, now):
    later, sooner = add("1"), add("2")
    plan(later, now - HOUR)
    plan(sooner, now - 2 * HOUR)
    assert due() == [sooner, later]
    assert due(limit=1) == [sooner]


@pytest.mark.parametrize("act", ["pause", "remove"])
def test_what_is_paused_or_removed_is_not_reminded_of(database, watch_id, plan, due, now, act):
    plan(watch_id, now)
    with database.writing() as c:
        if act == "pause":
            watches.pause(c, watch_id)
        else:
            watches.remove(c, watch_id, now=now)
    assert due() == []
