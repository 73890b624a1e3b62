from datetime import timedelta

import pytest

from config.durations import format_duration, parse_duration


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("90s", timedelta(seconds=90)),
        ("15m", timedelta(minutes=15)),
        ("6h", timedelta(hours=6)),
        ("2d", timedelta(days=2)),
        ("1w", timedelta(weeks=1)),
        (" 6h ", timedelta(hours=6)),
        ("0s", timedelta(0)),
    ],
)
def test_a_number_and_a_unit_is_a_duration(text, duration):
    assert parse_duration(text) == duration


@pytest.mark.parametrize("text", ["", "6", "h", "6 hours", "-1h", "1.5h", "1h30m", "6H", "٦h", "999999999h", "6h\n7h"])
def test_anything_else_is_refused_with_what_is_allowed(text):
    with pytest.raises(ValueError, match="a whole number and s, m, h, d or w"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["0s", "90s", "15m", "6h", "2d", "7d", "36h"])
def test_a_duration_is_written_as_it_was_read(text):
    assert format_duration(parse_duration(text)) == text


def test_weeks_are_written_as_days_and_parts_of_a_second_dropped():
    assert format_duration(timedelta(weeks=1)) == "7d"
    assert format_duration(timedelta(seconds=1, milliseconds=900)) == "1s"
