"""Retry-After in both forms."""

from datetime import UTC, datetime

import pytest

from spiders.retry_after import seconds_to_wait

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sat, 21 Nov 2026 10:02:00 GMT", 120),
        ("Sat, 21 Nov 2026 09:00:00 GMT", 0),
        ("Saturday, 21-Nov-26 10:02:00 GMT", 120),
        ("Sat, 21 Nov 2026 10:02:00", 120),
        ("9" * 50, 30 * 24 * 3600),
        ("Sat, 21 Nov 2926 10:02:00 GMT", 30 * 24 * 3600),
    ],
)
def test_both_forms_are_seconds_from_now_within_reason(value, seconds):
    assert seconds_to_wait(value, NOW) == seconds


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5", "²", "Sat, 99 Nov 2026 10:02:00 GMT"])
def test_what_is_neither_is_none(value):
    assert seconds_to_wait(value, NOW) is None
