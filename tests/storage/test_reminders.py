from datetime import timedelta

import pytest

from storage import changes, checks, outbox, reminders, watches
from storage.rows import NewChange, NewNotice

HOUR = timedelta(hours=1)


@pytest.fixture
def plan(database, looked, find):
    """Has a check plan a reminder."""

    def planning(watch_id, at):
        known = find(watch_id)
        with database.writing() as c:
            checks.record(c, looked(watch_id, known.version, known.revision, remind_at=at))

    return planning


@pytest.fixture
def due(database, now):
    def asking(at=now, **given):
        with database.reading() as c:
            return reminders.due(c, now=at, **given)

    return asking


@pytest.fixture
def tell(database, now):
    """Takes a watch that is due and records a reminder of it; gives what was new, or None where it is not due."""

    def telling(watch_id, *changes, at=now, remind_at=None, targets=()):
        with database.writing() as c:
            known = reminders.taken(c, watch_id, now=at)
            if known is None:
                return None
            notices = [NewNotice(change=0, target=it, due_at=at, message_id=f"{it}@test") for it in targets]
            return reminders.record(c, known, changes, notices, now=at, remind_at=remind_at)

    return telling


def soon(field="7d"):
    return NewChange(kind="deadline_soon", field=field, summary="Deadline soon", severity="high", after={"at": "x"})


def test_a_watch_is_reminded_of_from_its_instant_on(watch_id, plan, due, tell, now):
    assert due() == []
    plan(watch_id, now + HOUR)
    assert (due(now + HOUR / 2), due(now + HOUR)) == ([], [watch_id])
    assert (tell(watch_id, at=now + HOUR / 2), tell(watch_id, at=now + HOUR)) == (None, [])
    assert due(now + 9 * HOUR) == []


def test_the_longest_due_comes_first(add, plan, due, now):
    later, sooner = add("1"), add("2")
    plan(later, now - HOUR)
    plan(sooner, now - 2 * HOUR)
    assert due() == [sooner, later]
    assert due(limit=1) == [sooner]


def test_a_reminder_is_kept_once_with_its_notice_and_the_next_is_planned(database, watch_id, plan, due, tell, now):
    plan(watch_id, now)
    (told,) = tell(watch_id, soon(), remind_at=now, targets=["mail"])
    assert (told.kind, told.field, told.detected_at, told.from_version) == ("deadline_soon", "7d", now, told.to_version)
    with database.reading() as c:
        assert [it.state for it in outbox.of_change(c, told.id)] == ["waiting"]
    assert due() == [watch_id]
    assert tell(watch_id, soon(), remind_at=now + HOUR, targets=["mail"]) == []
    assert (due(), due(now + HOUR)) == ([], [watch_id])


@pytest.mark.parametrize("act", ["pause", "remove", "purge"])
def test_what_is_paused_or_removed_is_not_reminded_of(database, watch_id, plan, due, tell, now, act):
    plan(watch_id, now)
    assert due() == [watch_id]
    with database.writing() as c:
        getattr(watches, act)(c, watch_id, **({"now": now} if act == "remove" else {}))
    assert due() == []
    assert tell(watch_id, soon()) is None


def test_a_pause_drops_the_plan_also_where_a_check_is_made_meanwhile(database, watch_id, plan, due, find, now):
    plan(watch_id, now)
    with database.writing() as c:
        watches.pause(c, watch_id)
    plan(watch_id, now)
    with database.writing() as c:
        watches.resume(c, watch_id, next_check_at=now)
    assert (find(watch_id).remind_at, due()) == (None, [])


def test_a_watch_that_comes_back_has_no_reminder_from_before(database, watch_id, plan, add, find, now):
    plan(watch_id, now)
    with database.writing() as c:
        watches.remove(c, watch_id, now=now)
    assert add() == watch_id
    assert find(watch_id).remind_at is None


def test_plans_ahead_are_listed_by_number_and_changed_unless_a_check_came_first(database, add, plan, find, now):
    first, second, past = add("1"), add("2"), add("3")
    for watch_id, at in ((first, now + HOUR), (second, now + HOUR), (past, now)):
        plan(watch_id, at)
    with database.reading() as c:
        known = reminders.planned(c, after=now)
        assert [it.id for it in known] == [first, second]
        assert [it.id for it in reminders.planned(c, after=now, above=first)] == [second]
        assert [it.id for it in reminders.planned(c, after=now, limit=1)] == [first]
    plan(second, now + 2 * HOUR)
    with database.writing() as c:
        for watch in known:
            reminders.plan(c, watch, now + 3 * HOUR)
    assert [find(it).remind_at - now for it in (first, second)] == [3 * HOUR, 2 * HOUR]


def test_reminders_that_wait_untried_are_called_off_and_no_other_notice(database, add, plan, tell, changed, now):
    mine, other = add("1"), add("2")
    with database.writing() as c:
        checks.record(c, changed(mine, remind_at=now))
        checks.record(c, changed(other, remind_at=now))
    (told,), (others,) = tell(mine, soon(), targets=["mail", "team"]), tell(other, soon(), targets=["other"])
    with database.writing() as c:
        (ready,) = outbox.ready(c, target="team", now=now, limit=9)
        outbox.take(c, [ready.id], told_as="1", until=now + HOUR)
        reminders.call_off(c, mine, ["deadline_soon"], reason="it closed")
    with database.reading() as c:
        assert [it.state for it in outbox.of_change(c, told.id)] == ["dropped", "leased"]
        assert outbox.of_change(c, told.id)[0].last_error == "it closed"
        assert [it.state for it in outbox.of_change(c, others.id)] == ["waiting"]
        pays = changes.stored(c, kinds=["pay_changed"])
        assert [it.state for pay in pays for it in outbox.of_change(c, pay.id)] == ["waiting", "waiting"]


def test_what_stood_behind_a_reminder_that_is_called_off_comes_next(database, watch_id, plan, tell, changed, find, now):
    plan(watch_id, now)
    tell(watch_id, soon(), targets=["mail"])
    known = find(watch_id)
    with database.writing() as c:
        (pay,) = checks.record(c, changed(watch_id, known.version, known.revision))
        reminders.call_off(c, watch_id, ["deadline_soon"], reason="it closed")
        assert [it.change_id for it in outbox.ready(c, target="mail", now=now, limit=9)] == [pay.id]
