"""When a notice goes out, on the user's clock."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from monitor.notify.timing import Timetable, due_at, let_through, next_wall_time, quiet_until
from monitor.vocabulary import Severity

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
KOLKATA = ZoneInfo("Asia/Kolkata")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def due(target, now, zone, severity="medium", **rules):
    return due_at(at(now), target(**rules), Severity(severity), zone).replace(tzinfo=None).isoformat(" ", "minutes")


def test_without_rules_a_notice_goes_at_once(target):
    assert due(target, "2026-02-05 03:00", LONDON) == "2026-02-05 03:00"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-02-05 21:59", "2026-02-05 21:59"),
        ("2026-02-05 22:00", "2026-02-06 07:00"),
        ("2026-02-06 06:59", "2026-02-06 07:00"),
        ("2026-02-06 07:00", "2026-02-06 07:00"),
        ("2026-07-05 22:30", "2026-07-06 06:00"),  # half past eleven in summer
        ("2026-07-05 21:30", "2026-07-06 06:00"),
        ("2026-07-05 06:30", "2026-07-05 06:30"),
    ],
)
def test_quiet_hours_hold_back_until_their_end_on_the_users_clock(now, expected, target):
    assert due(target, now, LONDON, quiet_hours="22:00-07:00") == expected


def test_quiet_hours_within_a_day_hold_back(target):
    assert due(target, "2026-02-05 13:00", LONDON, quiet_hours="12:30-14:15") == "2026-02-05 14:15"
    assert due(target, "2026-02-05 14:15", LONDON, quiet_hours="12:30-14:15") == "2026-02-05 14:15"


def test_what_is_critical_passes_quiet_hours(target):
    assert due(target, "2026-02-05 23:00", LONDON, "critical", quiet_hours="22:00-07:00") == "2026-02-05 23:00"
    assert due(target, "2026-02-05 23:00", LONDON, "high", quiet_hours="22:00-07:00") == "2026-02-06 07:00"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-28 23:00", "2026-03-29 06:00"),  # the night is an hour shorter
        ("2026-10-24 23:00", "2026-10-25 07:00"),  # the night is an hour longer
    ],
)
def test_quiet_hours_end_at_their_local_time_when_the_clock_changes(now, expected, target):
    assert due(target, now, LONDON, quiet_hours="22:00-07:00") == expected


def test_quiet_hours_whose_end_the_clock_jumps_over_end_at_the_jump(target):
    # New York, 8 March 2026: 02:00 is followed by 03:00, which is 07:00 UTC.
    assert due(target, "2026-03-08 06:30", NEW_YORK, quiet_hours="22:00-02:30") == "2026-03-08 07:00"


def test_quiet_hours_in_the_hour_that_comes_twice_never_end_in_the_past(target):
    # New York, 1 November 2026: 01:00 to 02:00 comes twice, from 05:00 and from 06:00 UTC.
    assert due(target, "2026-11-01 05:15", NEW_YORK, quiet_hours="22:00-01:30") == "2026-11-01 05:30"
    assert due(target, "2026-11-01 06:15", NEW_YORK, quiet_hours="22:00-01:30") == "2026-11-01 06:30"


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        ("2026-02-05 12:01", LONDON, "2026-02-05 13:00"),
        ("2026-02-05 12:00", LONDON, "2026-02-05 13:00"),
        ("2026-02-05 12:01", KOLKATA, "2026-02-05 12:30"),
        ("2026-11-01 05:15", NEW_YORK, "2026-11-01 06:00"),
    ],
)
def test_an_hourly_digest_goes_at_the_full_local_hour(now, zone, expected, target):
    assert due(target, now, zone, digest="hourly") == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-02-05 07:59", "2026-02-05 08:00"),
        ("2026-02-05 08:00", "2026-02-06 08:00"),
        ("2026-03-28 12:00", "2026-03-29 07:00"),
    ],
)
def test_a_daily_digest_goes_at_eight_in_the_morning(now, expected, target):
    assert due(target, now, LONDON, digest="daily") == expected


def test_a_daily_digest_keeps_its_local_time_when_the_clock_changes(target):
    assert due(target, "2026-03-29 00:30", LONDON, digest="daily") == "2026-03-29 07:00"
    assert due(target, "2026-10-25 00:30", LONDON, digest="daily") == "2026-10-25 08:00"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-02-05 12:00", "2026-02-09 08:00"),  # a Thursday
        ("2026-02-09 07:59", "2026-02-09 08:00"),
        ("2026-02-09 08:00", "2026-02-16 08:00"),
        ("2026-03-28 12:00", "2026-03-30 07:00"),  # summer time begins on Sunday
        ("2026-10-24 12:00", "2026-10-26 08:00"),  # and ends on Sunday
    ],
)
def test_a_weekly_digest_goes_on_monday_at_eight(now, expected, target):
    assert due(target, now, LONDON, digest="weekly") == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-28 23:00", "2026-03-29 01:00"),  # half past one is jumped over: with the first minute after
        ("2026-10-25 00:15", "2026-10-25 00:30"),  # half past one comes twice: the first time
        ("2026-10-25 00:45", "2026-10-26 01:30"),  # and not the second time
        ("2026-07-05 12:00", "2026-07-06 00:30"),
    ],
)
def test_a_digest_by_cron_goes_once_when_the_clock_changes(now, expected, target):
    assert due(target, now, LONDON, digest="30 1 * * *") == expected


def test_a_digest_by_cron_goes_on_the_days_it_names(target):
    assert due(target, "2026-02-06 18:00", LONDON, digest="0 7,17 * * 1-5") == "2026-02-09 07:00"
    assert due(target, "2026-02-09 07:00", LONDON, digest="0 7,17 * * 1-5") == "2026-02-09 17:00"


@pytest.mark.parametrize("digest", ["hourly", "daily", "weekly", "30 1 * * *", "30 8 * * *", "*/20 * * * *"])
@pytest.mark.parametrize("begin", ["2026-03-28 20:00", "2026-10-24 20:00"])
def test_digests_are_ahead_in_order_and_the_same_from_wherever_one_looks(digest, begin, target):
    """Looked at every ten minutes across a change of the clock, none is skipped, and none comes back."""
    nights = [at(begin) + minutes * timedelta(minutes=10) for minutes in range(144)]
    told = [due_at(now, target(digest=digest), Severity.LOW, LONDON) for now in nights]
    assert all(now < it for now, it in zip(nights, told, strict=True))
    assert told == sorted(told)
    for now, it in zip(nights, told, strict=True):
        assert {other for when, other in zip(nights, told, strict=True) if now <= when < it} == {it}


@pytest.mark.parametrize("digest", ["none", "hourly", "daily", "weekly", "30 1 * * *"])
@pytest.mark.parametrize("quiet_hours", ["", "22:00-07:00", "07:30-08:30"])
def test_many_at_once_are_due_when_each_alone_would_be(digest, quiet_hours, target):
    rules = target(digest=digest, quiet_hours=quiet_hours)
    made = [at("2026-10-24 03:07") + number * timedelta(minutes=23) for number in range(150)]
    for order in (made, made[::-1]):
        timetable = Timetable(rules, LONDON)
        for number, now in enumerate(order):
            severity = list(Severity)[number % 4]
            assert timetable.due_at(now, severity.value) == due_at(now, rules, severity, LONDON)


def test_a_daily_digest_goes_once_though_the_clock_shows_its_time_twice(target, monkeypatch):
    monkeypatch.setattr("monitor.notify.timing.DIGEST_AT", time(1, 30))
    assert due(target, "2026-10-25 00:15", LONDON, digest="daily") == "2026-10-25 00:30"
    assert due(target, "2026-10-25 00:45", LONDON, digest="daily") == "2026-10-26 01:30"


def test_quiet_hours_let_pass_what_the_target_says(target):
    def passing(least):
        return [it.value for it in let_through(target(quiet_lets_through=least))]

    assert passing("none") == []
    assert passing("critical") == ["critical"]
    assert passing("medium") == ["critical", "high", "medium"]
    rules = {"quiet_hours": "22:00-07:00", "quiet_lets_through": "high"}
    assert due(target, "2026-02-05 23:00", LONDON, "high", **rules) == "2026-02-05 23:00"
    assert due(target, "2026-02-05 23:00", LONDON, "medium", **rules) == "2026-02-06 07:00"
    rules["quiet_lets_through"] = "none"
    assert due(target, "2026-02-05 23:00", LONDON, "critical", **rules) == "2026-02-06 07:00"


def test_quiet_hours_end_in_utc_and_only_where_they_are(target):
    night = target(quiet_hours="22:00-07:00")
    assert quiet_until(at("2026-07-05 22:00"), night, LONDON) == at("2026-07-06 06:00")
    assert quiet_until(at("2026-07-05 20:59"), night, LONDON) is None
    assert quiet_until(at("2026-07-05 22:00"), target(), LONDON) is None


def test_a_digest_that_falls_into_quiet_hours_waits_for_their_end(target):
    rules = {"digest": "hourly", "quiet_hours": "22:00-07:00"}
    assert due(target, "2026-02-05 21:30", LONDON, **rules) == "2026-02-06 07:00"
    assert due(target, "2026-02-05 20:30", LONDON, **rules) == "2026-02-05 21:00"


def test_the_next_wall_time_is_always_ahead():
    for zone in (LONDON, NEW_YORK, KOLKATA):
        for hour in range(24):
            now = at(f"2026-10-25 {hour:02}:17")
            for wall in (time(0), time(1, 30), time(2, 30), time(23, 59)):
                told = next_wall_time(now, wall, zone)
                assert 0 < (told - now).total_seconds() <= 25 * 3600
                assert told.astimezone(zone).time() == wall
