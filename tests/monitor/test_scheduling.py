"""When a watch is due again, and how long a host is left alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.scheduling import LONGEST_RETRY_AFTER, first_check_at, host_pause, interval_of, next_check_at

from .postings import NOW

SIX_HOURS = timedelta(hours=6)
units = st.floats(0, 1)


def wait(*, interval=SIX_HOURS, jitter=0.1, unit=0.5, **values):
    return next_check_at(now=NOW, interval=interval, jitter=jitter, unit=unit, **values) - NOW


@given(units, st.floats(0, 0.5))
def test_a_regular_check_strays_from_the_interval_by_no_more_than_the_jitter(unit, jitter):
    assert SIX_HOURS * (1 - jitter) <= wait(unit=unit, jitter=jitter) <= SIX_HOURS * (1 + jitter)


def test_jitter_strays_to_both_sides():
    assert (wait(unit=0), wait(unit=0.5), wait(unit=1)) == (SIX_HOURS * 0.9, SIX_HOURS, SIX_HOURS * 1.1)


def test_failures_wait_twice_as_long_each_time_up_to_a_cap():
    minutes = [wait(failures=count, unit=0) // timedelta(minutes=1) for count in range(1, 8)]
    assert minutes == [15, 30, 60, 120, 240, 360, 360]
    assert wait(failures=10**6, unit=0) == SIX_HOURS
    assert wait(failures=10, unit=0, interval=timedelta(days=1)) == timedelta(days=1)


@given(units, st.floats(0, 0.5))
def test_a_second_look_is_never_sooner_than_it_may_confirm(unit, jitter):
    confirm = timedelta(minutes=15)
    assert confirm <= wait(unit=unit, jitter=jitter, confirm_after=confirm) <= confirm * 1.5


@given(units, st.integers(0, 9), st.floats(0, 100_000))
def test_nobody_is_asked_sooner_than_they_asked_for(unit, failures, seconds):
    asked = timedelta(seconds=seconds)
    assert wait(unit=unit, failures=failures, retry_after=seconds, interval=timedelta(minutes=5)) >= asked
    assert wait(unit=unit, retry_after=seconds, confirm_after=timedelta(minutes=1)) >= asked
    assert host_pause(failures=failures, unit=unit, retry_after=seconds) >= asked


def test_retry_after_is_obeyed_to_the_second():
    assert wait(failures=1, retry_after=7201) == timedelta(seconds=7201)
    assert host_pause(failures=1, unit=0, retry_after=121) == timedelta(seconds=121)


@pytest.mark.parametrize("nonsense", [-5.0, 0.0, float("nan")])
def test_a_retry_after_that_makes_no_sense_is_ignored(nonsense):
    assert wait(retry_after=nonsense) == wait()


def test_a_retry_after_of_years_does_not_end_a_watch():
    assert wait(retry_after=1e12) == LONGEST_RETRY_AFTER
    assert wait(retry_after=float("inf")) == LONGEST_RETRY_AFTER


def test_a_host_is_left_alone_twice_as_long_each_time_up_to_a_cap():
    seconds = [host_pause(failures=count, unit=0).total_seconds() for count in (0, 1, 2, 3, 7, 8, 10**6)]
    assert seconds == [0, 30, 60, 120, 1920, 3600, 3600]
    assert host_pause(failures=1, unit=1) == timedelta(seconds=45)


def test_first_checks_are_spread():
    spread = timedelta(minutes=10)
    assert [first_check_at(now=NOW, spread=spread, unit=unit) - NOW for unit in (0, 0.5)] == [timedelta(0), spread / 2]


def test_a_watch_is_looked_at_as_it_wishes_but_never_oftener_than_allowed():
    default, shortest = timedelta(hours=6), timedelta(minutes=5)
    assert interval_of(None, default=default, shortest=shortest) == default
    assert interval_of(timedelta(days=1), default=default, shortest=shortest) == timedelta(days=1)
    assert interval_of(timedelta(seconds=1), default=default, shortest=shortest) == shortest
