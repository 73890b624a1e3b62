"""Reminders: ahead of the deadline and at it, once each, never for what was over before it was known."""

from datetime import UTC, datetime, timedelta

import pytest

from monitor.changes import clock_changes, next_reminder_at
from monitor.changes.reminders import reminder_moment
from monitor.vocabulary import Kind, Known, Severity, WatchStatus

from .postings import POSTING, dated, edited, timed

OFFSETS = (timedelta(days=7), timedelta(days=2), timedelta(hours=12))
DEADLINE = POSTING.deadline.at


def due(before, *, last_told, status=WatchStatus.OPEN, posting=POSTING):
    known = Known(status=status, version=1, posting=posting)
    return clock_changes(known, offsets=OFFSETS, last_told=DEADLINE - last_told, now=DEADLINE - before)


@pytest.mark.parametrize(
    ("before", "last_told", "field"),
    [
        (timedelta(days=7), timedelta(days=9), "7d"),
        (timedelta(days=2), timedelta(days=7), "2d"),
        (timedelta(hours=11), timedelta(days=2), "12h"),
        (timedelta(days=1), timedelta(days=9), "2d"),
        (timedelta(hours=1), timedelta(days=9), "12h"),
    ],
)
def test_the_nearest_offset_that_came_is_told_once(before, last_told, field):
    (change,) = due(before, last_told=last_told)
    assert (change.kind, change.severity, change.field) == (Kind.DEADLINE_SOON, Severity.HIGH, field)
    assert change.after["at"] == "2026-02-05T17:00:00Z"
    assert due(before, last_told=before) == ()


def test_an_offset_that_had_passed_when_the_deadline_was_first_read_is_not_told():
    assert due(timedelta(days=5), last_told=timedelta(days=6)) == ()
    assert due(timedelta(days=8), last_told=timedelta(days=9)) == ()


def test_at_the_deadline_that_it_passed_is_told_once_and_no_reminder_with_it():
    (change,) = due(timedelta(0), last_told=timedelta(days=9))
    assert (change.kind, change.severity, change.field) == (Kind.DEADLINE_PASSED, Severity.MEDIUM, "deadline")
    assert change.summary == "Deadline passed: 5 Feb 2026 17:00 UTC"
    assert change.after["at"] == "2026-02-05T17:00:00Z"
    assert due(-timedelta(days=1), last_told=timedelta(0)) == ()
    assert due(-timedelta(days=1), last_told=-timedelta(hours=1)) == ()


@pytest.mark.parametrize("status", list(WatchStatus))
def test_only_postings_that_may_be_applied_for_are_reminded_of(status):
    told = due(timedelta(days=2), last_told=timedelta(days=9), status=status)
    assert bool(told) == (status not in {WatchStatus.CLOSED, WatchStatus.REMOVED})


def test_without_a_deadline_there_is_no_reminder():
    assert due(timedelta(days=2), last_told=timedelta(days=9), posting=edited(deadline=None)) == ()
    assert due(timedelta(days=2), last_told=timedelta(days=9), posting=None) == ()


@pytest.mark.parametrize(
    ("span", "name"), [({"days": 7}, "7d"), ({"hours": 36}, "36h"), ({"minutes": 90}, "90m"), ({"seconds": 45}, "45s")]
)
def test_an_offset_is_named_as_settings_write_it(span, name):
    offset = timedelta(**span)
    known = Known(status=WatchStatus.OPEN, posting=POSTING)
    (change,) = clock_changes(
        known, offsets=[offset], last_told=DEADLINE - offset - timedelta(seconds=1), now=DEADLINE - offset
    )
    assert change.field == name


def test_the_next_moment_to_remind_is_the_first_that_is_still_to_come():
    moments = [DEADLINE - span for span in (timedelta(days=9), *OFFSETS, timedelta(0))]
    found = [next_reminder_at(POSTING.deadline, OFFSETS, after=moment) for moment in moments]
    assert found == [*moments[1:], None]
    assert next_reminder_at(None, OFFSETS, after=DEADLINE) is None


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (timedelta(minutes=1), ""),
        (timedelta(minutes=10), ""),
        (timedelta(minutes=11), " (told 11 minutes late)"),
        (timedelta(days=1, hours=3), " (told 1 day 3 hours late)"),
    ],
)
def test_a_reminder_that_is_late_says_how_late(late, words):
    (soon,) = due(timedelta(days=2) - late, last_told=timedelta(days=9))
    assert soon.summary.endswith(f": 5 Feb 2026 17:00 UTC{words}")
    (passed,) = due(-late, last_told=timedelta(days=9))
    assert passed.summary == f"Deadline passed: 5 Feb 2026 17:00 UTC{words}"


def hours(moment, deadline):
    return (deadline.at - moment) / timedelta(hours=1)


@pytest.mark.parametrize(
    ("deadline", "offset", "elapsed"),
    [
        (timed(2026, 3, 9, 17), timedelta(days=2), 47),
        (timed(2026, 3, 9, 17), timedelta(hours=47), 47),
        (timed(2026, 11, 2, 17), timedelta(days=7), 169),
        (timed(2026, 11, 2, 17), timedelta(hours=36), 36),
        (timed(2026, 7, 1, 17), timedelta(days=2), 48),
        (timed(2026, 3, 9, 17, zone=None), timedelta(days=2), 48),
        (dated(2026, 3, 29, zone="Europe/Berlin"), timedelta(days=2), 47),
        (dated(2026, 3, 29, zone="Europe/Berlin"), timedelta(hours=12), 12),
        (dated(2026, 3, 29), timedelta(days=2), 48),
    ],
)
def test_days_are_of_the_calendar_of_the_deadline_and_hours_elapse(deadline, offset, elapsed):
    assert hours(reminder_moment(deadline, offset), deadline) == elapsed


@pytest.mark.parametrize(
    ("deadline", "moment"),
    [
        (timed(2026, 3, 10, 2, 30), datetime(2026, 3, 8, 7, 30, tzinfo=UTC)),  # 3:30 where there is no 2:30
        (timed(2026, 11, 3, 1, 30), datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),  # the first of two
    ],
)
def test_a_time_that_is_not_there_or_twice_on_the_day_is_one_instant(deadline, moment):
    assert reminder_moment(deadline, timedelta(days=2)) == moment


def test_what_is_left_is_counted_in_days_of_the_calendar():
    deadline = timed(2026, 3, 9, 17)
    known = Known(status=WatchStatus.OPEN, posting=edited(deadline=deadline))
    now = deadline.at - timedelta(hours=47)
    (change,) = clock_changes(known, offsets=[timedelta(days=2)], last_told=now - timedelta(seconds=1), now=now)
    assert (change.field, change.summary) == ("2d", "Deadline in 2 days: 9 Mar 2026 21:00 UTC")


def test_an_offset_longer_than_time_itself_is_never_due():
    deadline, ages = POSTING.deadline, timedelta(days=800_000)
    known = Known(status=WatchStatus.OPEN, posting=POSTING)
    begin = datetime(1970, 1, 1, tzinfo=UTC)
    assert clock_changes(known, offsets=[ages], last_told=begin, now=DEADLINE - timedelta(days=1)) == ()
    assert next_reminder_at(deadline, [ages, ages + timedelta(hours=1)], after=begin) == DEADLINE
