"""Reminders: told once each, planned again when the deadline moves, silent when nobody can apply."""

from datetime import UTC, datetime, timedelta

import pytest

from config.settings import Settings
from monitor.reminding import call_off, remind
from storage import changes, outbox, watches

from .deadlines import DAY, NOW, Seen, dated, timed


@pytest.fixture
def settings():
    """Makes settings with these offsets."""

    def make(*offsets):
        schedule = {"deadline_soon": list(offsets)} if offsets else {}
        targets = [{"name": "mail", "url": "json://127.0.0.1:1/"}]
        return Settings.model_validate({"schedule": schedule, "notify": {"targets": targets}})

    return make


@pytest.fixture
def seen(database):
    return Seen(database, "https://jobs.example/welder")


@pytest.fixture
def see(seen):
    """Records that the posting was seen with a deadline, as a check does."""
    return seen.look


@pytest.fixture
def tick(database, settings):
    """What is told at a moment."""

    def ticking(moment, *offsets):
        return [(it.kind, it.field) for it in remind(database, settings(*offsets), moment)]

    return ticking


@pytest.fixture
def summaries(database, settings):
    def ticking(moment):
        return [it.summary for it in remind(database, settings(), moment)]

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


def test_a_machine_that_slept_tells_the_nearest_reminder_only_and_that_it_is_late(see, summaries):
    see(datetime(2026, 2, 5, 17, tzinfo=UTC))
    assert summaries(datetime(2026, 2, 4, 2, tzinfo=UTC)) == [
        "Deadline in 1 day 15 hours: 5 Feb 2026 17:00 UTC (told 9 hours late)"
    ]
    assert summaries(datetime(2026, 2, 8, 17, tzinfo=UTC)) == [
        "Deadline passed: 5 Feb 2026 17:00 UTC (told 3 days late)"
    ]


def test_a_reminder_in_time_says_nothing_of_being_late(see, summaries):
    see(datetime(2026, 2, 5, 17, tzinfo=UTC))
    assert summaries(datetime(2026, 2, 3, 17, 0, 30, tzinfo=UTC)) == [
        "Deadline in 1 day 23 hours: 5 Feb 2026 17:00 UTC"
    ]


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


def test_a_missed_reminder_of_a_deadline_that_moved_meanwhile_is_not_told(see, tick):
    see(NOW + 10 * DAY)
    see(NOW + 30 * DAY, at=NOW + 9 * DAY)
    assert tick(NOW + 9 * DAY) == []


def test_a_deadline_that_goes_is_not_reminded_of(see, tick):
    see(NOW + 10 * DAY)
    see(None, at=NOW + DAY)
    assert tick(NOW + 11 * DAY) == []


def test_a_version_with_the_same_deadline_keeps_a_reminder_that_is_due(see, tick):
    see(NOW + 10 * DAY)
    see(NOW + 10 * DAY, at=NOW + 3 * DAY + timedelta(seconds=10))
    assert tick(NOW + 3 * DAY + timedelta(seconds=30)) == [("deadline_soon", "7d")]


@pytest.mark.parametrize("status", ["closed", "removed"])
def test_a_posting_that_is_closed_or_removed_is_not_reminded_of_until_it_is_back(see, tick, status):
    see(NOW + 10 * DAY)
    see(NOW + 10 * DAY, at=NOW + DAY, status=status)
    assert tick(NOW + 3 * DAY) == []
    see(NOW + 10 * DAY, at=NOW + 4 * DAY)
    assert tick(NOW + 4 * DAY) == []
    assert tick(NOW + 8 * DAY) == [("deadline_soon", "2d")]
    see(NOW + 10 * DAY, at=NOW + 9 * DAY, status=status)
    assert tick(NOW + 11 * DAY) == []


@pytest.mark.parametrize("jump", [-2 * DAY, 2 * DAY])
def test_a_clock_that_jumps_tells_nothing_twice(see, tick, jump):
    see(NOW + 10 * DAY)
    assert tick(NOW + 3 * DAY) == [("deadline_soon", "7d")]
    see(NOW + 20 * DAY, at=NOW + 3 * DAY + jump)
    see(NOW + 10 * DAY, at=NOW + 3 * DAY + jump, words="as it was, in other words")
    assert tick(NOW + 3 * DAY + jump) == []
    assert tick(NOW + 3 * DAY) == []
    assert tick(NOW + 8 * DAY) == [("deadline_soon", "2d")]


def test_the_same_day_in_another_zone_is_the_same_deadline(see, tick):
    see(dated(2026, 1, 15))
    assert tick(datetime(2026, 1, 9, tzinfo=UTC)) == [("deadline_soon", "7d")]
    see(dated(2026, 1, 15, zone="America/New_York"), at=datetime(2026, 1, 9, tzinfo=UTC))
    assert tick(datetime(2026, 1, 9, 12, tzinfo=UTC)) == []
    assert tick(datetime(2026, 1, 14, 4, 59, tzinfo=UTC)) == []
    assert tick(datetime(2026, 1, 14, 5, tzinfo=UTC)) == [("deadline_soon", "2d")]


def test_parts_of_a_second_which_no_record_keeps_make_no_difference(see, tick):
    see(NOW + 10 * DAY + timedelta(milliseconds=999))
    see(NOW + 10 * DAY + timedelta(milliseconds=999), at=NOW + 3 * DAY + timedelta(seconds=10))
    assert tick(NOW + 3 * DAY + timedelta(seconds=30)) == [("deadline_soon", "7d")]
    assert tick(NOW + 10 * DAY) == [("deadline_passed", "deadline")]


def test_days_are_those_of_the_calendar_and_hours_elapse_across_summer_time(see, tick):
    see(timed(2026, 3, 8, 12, zone="America/New_York"))  # the clock is put forward that morning
    assert tick(datetime(2026, 3, 6, 16, 59, tzinfo=UTC), "2d", "12h") == []
    assert tick(datetime(2026, 3, 6, 17, 0, tzinfo=UTC), "2d", "12h") == [("deadline_soon", "2d")]
    assert tick(datetime(2026, 3, 8, 3, 59, tzinfo=UTC), "2d", "12h") == []
    assert tick(datetime(2026, 3, 8, 4, 0, tzinfo=UTC), "2d", "12h") == [("deadline_soon", "12h")]


class TestPausedOrRemoved:
    """Who pauses or removes a watch wants to hear no more of it."""

    def test_what_comes_due_during_a_pause_is_not_told_after_it_and_the_rest_is(self, database, seen, see, tick):
        see(NOW + 10 * DAY)
        with database.writing() as connection:
            watches.pause(connection, seen.watch_id)
        assert tick(NOW + 4 * DAY) == []
        with database.writing() as connection:
            watches.resume(connection, seen.watch_id, next_check_at=NOW + 4 * DAY)
        assert tick(NOW + 4 * DAY) == []
        see(NOW + 10 * DAY, at=NOW + 4 * DAY)
        assert tick(NOW + 4 * DAY) == []
        assert tick(NOW + 8 * DAY) == [("deadline_soon", "2d")]

    def test_a_watch_that_is_added_again_is_reminded_of_from_then_on(self, database, seen, see, tick):
        see(NOW + 10 * DAY)
        with database.writing() as connection:
            watches.remove(connection, seen.watch_id, now=NOW)
        assert tick(NOW + 4 * DAY) == []
        seen.add(NOW + 4 * DAY)
        see(NOW + 10 * DAY, at=NOW + 4 * DAY)
        assert tick(NOW + 4 * DAY) == []
        assert tick(NOW + 8 * DAY) == [("deadline_soon", "2d")]


class TestOtherOffsets:
    """The settings may change: what is still ahead is planned by the new ones."""

    def test_are_planned_by_at_once(self, see, tick):
        see(NOW + 10 * DAY)
        assert tick(NOW + 4 * DAY) == [("deadline_soon", "7d")]
        assert tick(NOW + 4 * DAY, "5d", "1h") == []
        assert tick(NOW + 5 * DAY, "5d", "1h") == [("deadline_soon", "5d")]
        assert tick(NOW + 8 * DAY, "5d", "1h") == []

    def test_that_had_passed_are_not_made_up_for(self, see, tick):
        see(NOW + 10 * DAY)
        assert tick(NOW + 1 * DAY) == []
        assert tick(NOW + 2 * DAY, "9d", "1d") == []
        assert tick(NOW + 9 * DAY, "9d", "1d") == [("deadline_soon", "1d")]

    def test_do_not_lose_what_was_due_before(self, see, tick):
        see(NOW + 10 * DAY)
        assert tick(NOW + 1 * DAY) == []
        assert tick(NOW + 6 * DAY, "5d", "1d") == [("deadline_soon", "5d")]

    def test_leave_the_deadline_itself_where_there_are_none(self, database, see, tick):
        see(NOW + 10 * DAY)
        none = Settings.model_validate({"schedule": {"deadline_soon": []}})
        assert remind(database, none, NOW + 9.9 * DAY) == []
        assert [it.kind for it in remind(database, none, NOW + 10 * DAY)] == ["deadline_passed"]


@pytest.mark.parametrize(("kind", "left"), [("closed", 0), ("deadline_changed", 0), ("removed", 0), ("pay_changed", 1)])
def test_a_reminder_that_waits_is_called_off_when_it_is_true_no_more(database, seen, see, tick, kind, left):
    see(NOW + 10 * DAY)
    assert tick(NOW + 3 * DAY) == [("deadline_soon", "7d")]
    see(NOW + 10 * DAY, at=NOW + 4 * DAY, tells=kind)
    with database.writing() as connection:
        call_off(connection, seen.watch_id, changes.stored(connection, kinds=[kind]))
    with database.reading() as connection:
        waiting = [it for it in outbox.waiting(connection) if it.target == "mail"]
    assert len(waiting) == left
