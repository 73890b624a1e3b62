"""Times of notices that wait: put off, brought forward, planned anew."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import bulletins, checks, outbox, timetable
from storage.rows import NewBulletin

LEASE = timedelta(minutes=2)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def tell(database, changed):
    """Records one more version of a watch with a notice to "mail"; gives the change's number."""

    def telling(watch_id, on_version=0, *, severity="high", due_at=None, **given):
        check = changed(watch_id, on_version)
        check = replace(
            check,
            changes=tuple(replace(it, severity=severity) for it in check.changes),
            notices=tuple(replace(it, due_at=due_at or it.due_at, **given) for it in check.notices),
        )
        with database.writing() as c:
            return checks.record(c, check)[0].id

    return telling


@pytest.fixture
def due(database):
    """When each notice is due, by the number of its change."""

    def asking():
        with database.reading() as c:
            return {it.change_id: it.due_at for it in outbox.waiting(c)}

    return asking


@pytest.fixture
def act(database):
    def acting(question, *args, **given):
        with database.writing() as c:
            return question(c, *args, **given)

    return acting


@pytest.fixture
def tried(database, now):
    """Tries what is ready in one message, which fails."""

    def trying(retry_at, name="all@test"):
        with database.writing() as c:
            ids = [it.id for it in outbox.ready(c, target="mail", now=now, limit=50)]
            outbox.take(c, ids, told_as=name, until=now + LEASE)
            outbox.failed(c, *ids, now=now, error="503", retry_at=retry_at)

    return trying


def at_once(made_at, severity):
    return made_at


def test_what_is_put_off_is_all_but_the_grave_and_what_goes_before_them(add, tell, due, act, now):
    one, other = add("1"), add("2")
    before, grave, after, apart = tell(one), tell(one, 1, severity="critical"), tell(one, 2), tell(other)
    act(timetable.postpone, "mail", passing=["critical"], now=now, until=now + HOUR)
    assert due() == {before: now, grave: now, after: now + HOUR, apart: now + HOUR}


def test_what_was_tried_with_the_grave_is_not_put_off(add, tell, tried, due, act, now):
    together = tell(add("1"), severity="critical"), tell(add("2"), severity="low")
    tried(now)
    alone = tell(add("3"), severity="low")
    act(timetable.postpone, "mail", passing=["critical"], now=now, until=now + HOUR)
    assert due() == {**dict.fromkeys(together, now), alone: now + HOUR}


def test_nothing_of_others_and_nothing_that_is_not_due_is_put_off(add, tell, due, act, now):
    later = tell(add("1"), due_at=now + 2 * HOUR)
    theirs = tell(add("2"), target="slack")
    act(timetable.postpone, "mail", passing=[], now=now, until=now + HOUR)
    assert due() == {later: now + 2 * HOUR, theirs: now}


def test_a_target_that_is_well_has_at_once_what_waits_for_another_attempt(add, tell, tried, due, act, now):
    again = tell(add("1"))
    tried(now + HOUR)
    held = tell(add("2"), due_at=now + HOUR)
    act(timetable.hasten, "mail", now=now)
    assert due() == {again: now, held: now + HOUR}


def test_other_rules_give_other_times_to_what_is_not_due_and_was_not_tried(add, tell, tried, due, act, now):
    again = tell(add("1"))
    tried(now + HOUR)
    ready, waits = tell(add("2")), tell(add("3"), due_at=now + HOUR, severity="low")
    asked = []

    def rules(made_at, severity):
        asked.append((made_at, severity))
        return made_at + DAY

    assert act(timetable.reschedule, "mail", now=now, due_at=rules, lease=LEASE) == 1
    assert asked == [(now, "low")]
    assert due() == {again: now + HOUR, ready: now, waits: now + DAY}


def test_what_should_have_gone_goes_now_and_what_is_held_is_held(add, tell, due, act, now):
    free, held = tell(add("1"), due_at=now + DAY), tell(add("2"), due_at=now + DAY, held_until=now + 2 * HOUR)
    later = now + HOUR
    assert act(timetable.reschedule, "mail", now=later, due_at=at_once, lease=LEASE) == 2
    assert due() == {free: later, held: now + 2 * HOUR}


def test_none_is_given_a_later_time_than_one_behind_it(watch_id, tell, due, act, now):
    first, second = tell(watch_id, due_at=now + HOUR), tell(watch_id, 1, due_at=now + HOUR, severity="critical")

    def rules(made_at, severity):
        return made_at + (HOUR / 2 if severity == "critical" else DAY)

    act(timetable.reschedule, "mail", now=now, due_at=rules, lease=LEASE)
    assert due() == {first: now + HOUR / 2, second: now + HOUR / 2}


def test_a_clock_that_was_set_back_keeps_nothing_waiting(add, tell, tried, due, act, now):
    again = tell(add("1"))
    tried(now + HOUR)
    held = tell(add("2"), due_at=now + HOUR, held_until=now + HOUR)
    before = now - 2 * DAY
    act(timetable.reschedule, "mail", now=before, due_at=at_once, lease=LEASE)
    assert due() == {again: before, held: before}


def test_a_lease_that_a_clock_ahead_of_time_gave_ends(database, watch_id, tell, act, now):
    tell(watch_id)
    with database.writing() as c:
        [ready] = outbox.ready(c, target="mail", now=now, limit=9)
        outbox.take(c, [ready.id], told_as="1@test", until=now + LEASE)
    act(timetable.reschedule, "mail", now=now, due_at=at_once, lease=LEASE)
    assert act(outbox.broken_off, target="mail", now=now, limit=9) == []
    act(timetable.reschedule, "mail", now=now - HOUR, due_at=at_once, lease=LEASE)
    assert len(act(outbox.broken_off, target="mail", now=now - HOUR, limit=9)) == 1


def test_lines_are_put_in_order_whatever_was_known_of_them(database, watch_id, tell, act, now):
    told = [tell(watch_id, version) for version in range(3)]
    with database.writing() as c:
        c.execute(text(f"UPDATE notice SET leads = (change_id = {told[2]})"))
    assert act(outbox.ready, target="mail", now=now, limit=9)[0].change_id == told[2]
    act(timetable.reschedule, "mail", now=now, due_at=at_once, lease=LEASE)
    assert [it.change_id for it in act(outbox.ready, target="mail", now=now, limit=9)] == told


def test_what_is_tried_next_is_the_message_that_is_due_first(add, tell, tried, act, now):
    tell(add("1"))
    tried(now + 2 * HOUR, "late@test")
    soon = [tell(add("2")), tell(add("3"))]
    tried(now + HOUR, "soon@test")
    assert [it.change_id for it in act(outbox.next_try, target="mail", now=now)] == soon
    tell(add("4"))
    assert act(outbox.next_try, target="slack", now=now) == []


def test_an_attempt_that_does_not_count_leaves_the_time_and_the_count(database, watch_id, tell, tried, act, due, now):
    told = tell(watch_id)
    tried(now + HOUR)
    with database.writing() as c:
        ids = [it.id for it in outbox.next_try(c, target="mail", now=now)]
        outbox.take(c, ids, told_as="all@test", until=now + LEASE)
        outbox.release(c, ids, untried=False, error="504")
    with database.reading() as c:
        [kept] = outbox.of_change(c, told)
    assert (kept.state, kept.attempts, kept.due_at, kept.last_error) == ("waiting", 1, now + HOUR, "504")


def test_what_was_made_by_a_clock_that_was_ahead_is_known_until_it_is_sent(database, changed, watch_id, act, now):
    with database.writing() as c:
        checks.record(c, changed(watch_id, checked_at=now + 2 * DAY))
    assert act(timetable.is_ahead, "mail", now=now)
    assert not act(timetable.is_ahead, "mail", now=now + 2 * DAY)
    assert not act(timetable.is_ahead, "chat", now=now)
    (waits,) = act(outbox.ready, target="mail", now=now, limit=1)
    act(outbox.take, [waits.id], told_as="it@test", until=now + LEASE)
    act(outbox.sent, waits.id, now=now)
    assert not act(timetable.is_ahead, "mail", now=now)


def test_bulletins_of_a_clock_that_was_ahead_are_due_now_and_others_when_they_were(database, act, now):
    def word(name, target="mail"):
        return NewBulletin(target=target, kind="was_down", title="", text="", severity="high", message_id=name)

    act(bulletins.add, word("right"), now=now, due_at=now + HOUR)
    assert not act(timetable.is_ahead, "mail", now=now)
    act(bulletins.add, word("ahead"), now=now + 2 * DAY)
    act(bulletins.add, word("taken", target="chat"), now=now + 2 * DAY)
    act(bulletins.claim, now=now + 2 * DAY, lease=LEASE, limit=1, target="chat")
    for target in ("mail", "chat"):
        assert act(timetable.is_ahead, target, now=now)
        act(timetable.reschedule, target, now=now, due_at=lambda at, _: at, lease=LEASE)
    with database.reading() as c:
        assert {it.message_id: it.due_at for it in bulletins.waiting(c)} | {"taken": now} == {
            "right": now + HOUR,
            "ahead": now,
            "taken": now,
        }
        assert bulletins.next_due_at(c, "chat") == now
