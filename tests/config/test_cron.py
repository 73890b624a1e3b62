"""Cron lines: which are refused, and when one comes round on the user's clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.cron import check, next_time

BERLIN = ZoneInfo("Europe/Berlin")
PARTS = st.text(alphabet="0123456789*/,-#LWMONFRIJAN", min_size=1, max_size=8)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize("line", ["0 8 * * 1-5", "*/15 9-17 * * MON-FRI", "0 0 1,15 * *", "30 7 L * *", "0 8 * * 5#1"])
def test_a_line_of_five_fields_is_one(line):
    assert check(line) == line


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "is no line of five fields"),
        ("daily", "is no line of five fields"),
        ("@daily", "is no line of five fields"),
        ("0 8 * *", "is no line of five fields"),
        ("0 0 8 * * 1", "is no line of five fields"),
        ("0 8\n* * 1", "is no line of five fields"),
        ("60 8 * * *", "bad minute"),
        ("0 24 * * *", "bad hour"),
        ("0 8 0 * *", "bad day-of-month"),
        ("0 8 * 13 *", "bad month"),
        ("0 8 * * 9", "bad day-of-week"),
        ("0 8 30 2 *", "bad day-of-month"),
        ("0 8 */20 * 1L", "names a time that never comes"),
    ],
)
def test_anything_else_is_refused_with_its_fault(line, why):
    with pytest.raises(ValueError, match=f"^{why}$"):
        check(line)


@given(st.lists(PARTS, min_size=5, max_size=5).map(" ".join))
def test_whatever_is_not_refused_comes_round_after_the_present(line):
    try:
        check(line)
    except ValueError:
        return
    now = at("2026-03-28T22:10")
    assert next_time(line, now, BERLIN) > now


def test_it_comes_by_the_clock_of_the_zone_in_winter_and_in_summer():
    assert next_time("0 8 * * *", at("2026-01-10T12:00"), BERLIN) == at("2026-01-11T07:00")
    assert next_time("0 8 * * *", at("2026-07-10T12:00"), BERLIN) == at("2026-07-11T06:00")
    assert next_time("0 8 * * 1-5", at("2026-07-10T06:00"), BERLIN) == at("2026-07-13T06:00")


def test_a_time_that_the_clocks_jump_over_comes_right_after_the_jump():
    assert next_time("30 2 * * *", at("2026-03-28T20:00"), BERLIN) == at("2026-03-29T01:00")
    assert next_time("30 2 * * *", at("2026-03-29T01:00"), BERLIN) == at("2026-03-30T00:30")


def test_a_time_that_the_clocks_show_twice_comes_once():
    first = next_time("30 2 * * *", at("2026-10-24T20:00"), BERLIN)
    assert first == at("2026-10-25T00:30")
    assert next_time("30 2 * * *", first, BERLIN) == at("2026-10-26T01:30")
    between = at("2026-10-25T01:10")  # 02:10 for the second time
    assert next_time("30 2 * * *", between, BERLIN) == at("2026-10-26T01:30")


def test_an_instant_within_a_second_is_not_named_again():
    assert next_time("0 8 * * *", at("2026-01-10T07:00") + timedelta(microseconds=1), BERLIN) == at("2026-01-11T07:00")
    assert next_time("0 8 * * *", at("2026-01-10T07:00") - timedelta(microseconds=1), BERLIN) == at("2026-01-10T07:00")
