"""How long to wait before the next attempt."""

from datetime import timedelta

from monitor.notify.backoff import before_retry, between_probes

HALF = 0.5


def test_each_wait_is_twice_the_one_before_up_to_half_a_day():
    minutes = [before_retry(attempts, None, HALF) / timedelta(minutes=1) for attempts in (1, 2, 3, 4, 11, 12, 99)]
    assert minutes == [1, 2, 4, 8, 720, 720, 720]


def test_waits_are_spread():
    assert before_retry(1, None, 0.0) == timedelta(seconds=54)
    assert before_retry(1, None, 1.0) == timedelta(seconds=66)


def test_a_target_that_asks_for_longer_gets_it():
    assert before_retry(1, 900.0, HALF) == timedelta(minutes=15)
    assert before_retry(5, 10.0, HALF) == timedelta(minutes=16)


def test_no_target_is_waited_for_for_ever():
    assert before_retry(1, 1e12, HALF) == timedelta(hours=12)
    assert between_probes(1, 1e12) == timedelta(hours=12)


def test_a_broken_target_is_probed_every_five_minutes_at_the_latest():
    assert [between_probes(failures, None).total_seconds() for failures in (1, 2, 3, 7, 50)] == [5, 10, 20, 300, 300]
    assert between_probes(1, 42.0) == timedelta(seconds=42)
