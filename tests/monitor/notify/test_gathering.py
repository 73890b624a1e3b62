"""Which notices become which messages, and which wait."""

from datetime import timedelta

import pytest

from monitor.notify.gathering import FULL, Traffic, planned
from storage.rows import ReadyNotice, ToldMessage
from tests.monitor.notify.conftest import NOW

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)


def notice(number, watch=None, host=1, due_at=NOW, told_as=None):
    return ReadyNotice(
        id=number,
        change_id=number,
        watch_id=watch or number,
        host_id=host,
        message_id=f"{number}@test",
        due_at=due_at,
        created_at=NOW,
        told_as=told_as,
    )


def told(name, ago=SECOND, host=1, notices=1):
    return ToldMessage(id=name, host_id=host, notices=notices, at=NOW - ago)


def each(numbers, **given):
    return [notice(number, **given) for number in numbers]


@pytest.fixture
def plan(target):
    def planning(ready, *had, again=(), patient=True, **rules):
        return planned(again, ready, target(**rules), Traffic(told=had, now=NOW), patient=patient)

    return planning


def ids(groups):
    return [[it.id for it in group] for group in groups]


def test_few_notices_go_one_by_one(plan):
    assert ids(plan(each([1, 2, 3, 4])).fresh) == [[1], [2], [3], [4]]


def test_of_a_watch_goes_one_at_a_time(plan):
    assert ids(plan([notice(1, watch=7), notice(2, watch=8), notice(3, watch=7)]).fresh) == [[1], [2]]


def test_many_of_one_host_are_one_message_and_others_go_by_themselves(plan):
    ready = [*each(range(1, 6)), notice(6, host=2)]
    assert ids(plan(ready).fresh) == [[1, 2, 3, 4, 5], [6]]


def test_many_of_one_board_are_one_message(plan):
    assert ids(plan(each(range(1, 21), watch=7)).fresh) == [list(range(1, 21))]


def test_the_size_of_a_burst_is_the_targets(plan):
    assert ids(plan(each([1, 2]), burst=2).fresh) == [[1, 2]]
    assert ids(plan(each([1, 2, 3]), burst=4).fresh) == [[1], [2], [3]]
    assert len(plan(each(range(1, 20)), burst=0).fresh) == 19


def test_a_burst_waits_until_its_minute_has_passed(plan):
    had = [told(f"{number}@before", number * SECOND) for number in (10, 20, 30, 40)]
    held = plan([notice(1), notice(2, host=2)], *had)
    assert (ids(held.fresh), held.look_at) == ([[2]], NOW - 40 * SECOND + MINUTE)


def test_what_waited_for_its_minute_is_one_message(plan):
    had = [told(f"{number}@before", number * SECOND) for number in (10, 20, 30)]
    assert ids(plan(each([1, 2, 3]), *had).fresh) == [[1, 2, 3]]
    assert ids(plan(each([1]), *had).fresh) == [[1]]


def test_what_was_told_a_minute_ago_or_of_other_hosts_is_no_burst(plan):
    had = [told(f"{number}@before", MINUTE) for number in range(9)]
    others = [told(f"{number}@others", host=2) for number in range(9)]
    assert ids(plan(each([1, 2]), *had, *others).fresh) == [[1], [2]]


def test_a_full_message_waits_for_nothing_and_is_no_burst(plan):
    had = [told(f"{number}@before") for number in range(9)]
    full = each(range(1, FULL + 9))
    assert ids(plan(full, *had).fresh) == [list(range(1, FULL + 1))]
    had = [told(f"{number}@full", notices=FULL) for number in range(9)]
    assert ids(plan(each([1]), *had).fresh) == [[1]]


def test_nothing_of_a_burst_waits_where_nobody_looks_again(plan):
    had = [told(f"{number}@before") for number in range(9)]
    one = plan(each([1, 2]), *had, patient=False)
    assert (ids(one.fresh), one.look_at) == ([[1, 2]], None)


def test_a_backlog_of_many_hosts_comes_in_full_messages_in_order(plan):
    ready = [notice(number, host=number) for number in range(FULL + 5, 0, -1)]
    [message] = plan(ready).fresh
    assert len(message) == FULL
    assert [it.id for it in message] == sorted(it.id for it in message)
    assert len(plan(ready[:20]).fresh) == 20


def test_a_digest_is_one_message(plan):
    assert ids(plan(each([2, 1, 3]), digest="daily").fresh) == [[1, 2, 3]]


def test_what_quiet_hours_held_is_one_message_and_what_they_did_not_is_not(plan):
    night = {"quiet_hours": "22:00-07:00"}
    assert ids(plan([notice(1, due_at=NOW + HOUR), notice(2)], **night).fresh) == [[1, 2]]
    assert ids(plan(each([1, 2]), **night).fresh) == [[1], [2]]


def test_what_was_tried_stays_as_it_is_and_goes_first(plan):
    first = plan(each([3, 4]), again=[each([1, 2])])
    assert (ids(first.again), ids(first.fresh)) == ([[1, 2]], [])


def test_what_a_limit_leaves_no_room_for_comes_as_one_message(plan):
    had = [told("1@before", 50 * MINUTE), told("2@before", 20 * MINUTE)]
    assert ids(plan(each([1, 2, 3]), *had, messages_per_hour=5).fresh) == [[1], [2], [3]]
    assert ids(plan(each([1, 2, 3]), *had, messages_per_hour=4).fresh) == [[1, 2, 3]]


def test_beyond_a_limit_everything_waits_until_there_is_room(plan):
    had = [told("1@before", 50 * MINUTE), told("2@before", 20 * MINUTE), told("2@before", 20 * MINUTE, host=2)]
    full = plan(each([1, 2]), *had, messages_per_hour=2)
    assert (ids(full.fresh), full.look_at) == ([], NOW + 10 * MINUTE)
    full = plan(each([3]), *had, messages_per_hour=1, again=[each([1, 2])])
    assert (ids(full.again), full.look_at) == ([], NOW + 40 * MINUTE)
