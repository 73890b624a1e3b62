"""The deadline: another instant, or the same one in other words."""

from datetime import UTC, datetime

import pytest

from monitor.changes import differences
from monitor.changes.deadlines import deadline_direction
from monitor.vocabulary import Direction, Kind, Severity
from spiders.posting import Deadline

from .postings import POSTING, dated, edited, reworded, timed

NOON_NEW_YORK = timed(2026, 2, 5, 12)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (NOON_NEW_YORK, timed(2026, 2, 5, 17, zone="Europe/London")),
        (NOON_NEW_YORK, timed(2026, 2, 6, 2, zone="Asia/Tokyo")),
        (dated(2026, 2, 5), dated(2026, 2, 5, zone="America/New_York")),
        (dated(2026, 2, 5, zone="Asia/Tokyo"), dated(2026, 2, 5, zone="America/New_York")),
    ],
)
def test_the_same_deadline_in_another_zone_is_no_change(before, after):
    assert deadline_direction(before, after) is None
    assert deadline_direction(after, before) is None


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (NOON_NEW_YORK, timed(2026, 2, 7, 12), "extended"),
        (NOON_NEW_YORK, timed(2026, 2, 5, 17), "extended"),
        (NOON_NEW_YORK, timed(2026, 2, 3, 12), "brought_forward"),
        (dated(2026, 2, 5), dated(2026, 2, 6), "extended"),
        (dated(2026, 2, 5), dated(2026, 2, 4, zone="America/New_York"), "brought_forward"),
        (dated(2026, 2, 5), NOON_NEW_YORK, "clarified"),
        (dated(2026, 2, 5), timed(2026, 2, 5, 23, 59), "clarified"),
        (dated(2026, 2, 5, zone="America/New_York"), timed(2026, 2, 6, 4, 59, zone=None), "clarified"),
        (dated(2026, 2, 5), timed(2026, 2, 6, 1, zone="Asia/Tokyo"), "extended"),
        (dated(2026, 2, 5), timed(2026, 2, 4, 12), "brought_forward"),
        (NOON_NEW_YORK, dated(2026, 2, 9), "extended"),
        (NOON_NEW_YORK, dated(2026, 2, 5), None),
        (None, NOON_NEW_YORK, "added"),
        (NOON_NEW_YORK, None, "removed"),
        (None, None, None),
    ],
)
def test_every_move_has_its_direction(before, after, direction):
    assert deadline_direction(before, after) == (direction and Direction(direction))


@pytest.mark.parametrize(
    "zone", ["+01:00", "-05:30", "+99:99", "+ab:cd", "Nowhere/Land", "../../etc/passwd", "America", "\0"]
)
def test_a_zone_of_any_spelling_is_no_obstacle(zone):
    odd = Deadline(at=datetime(2026, 2, 5, 12, tzinfo=UTC), date_only=True, zone=zone, text="")
    assert deadline_direction(odd, dated(2026, 2, 5)) is None


@pytest.mark.parametrize(
    ("after", "direction", "severity", "summary"),
    [
        (
            timed(2026, 2, 3, 12),
            Direction.BROUGHT_FORWARD,
            Severity.CRITICAL,
            "Deadline brought forward by 2 days: 5 Feb 2026 17:00 UTC → 3 Feb 2026 17:00 UTC",
        ),
        (
            timed(2026, 2, 5, 15, 30),
            Direction.EXTENDED,
            Severity.HIGH,
            "Deadline extended by 3 hours 30 minutes: 5 Feb 2026 17:00 UTC → 5 Feb 2026 20:30 UTC",
        ),
        (dated(2026, 2, 6), Direction.EXTENDED, Severity.HIGH, "Deadline extended: 5 Feb 2026 17:00 UTC → 6 Feb 2026"),
        (None, Direction.REMOVED, Severity.HIGH, "Deadline removed: 5 Feb 2026 17:00 UTC"),
    ],
)
def test_the_change_says_how_bad_it_is_in_one_sentence(after, direction, severity, summary):
    (change,) = differences(edited(sections=()), edited(sections=(), deadline=after))
    assert (change.kind, change.direction, change.severity) == (Kind.DEADLINE_CHANGED, direction, severity)
    assert change.summary == summary
    assert change.before["at"] == "2026-02-05T17:00:00Z"


def test_a_clarified_deadline_matters_little():
    before = edited(sections=(), deadline=dated(2026, 2, 5))
    (change,) = differences(before, edited(sections=()))
    assert (change.direction, change.severity) == (Direction.CLARIFIED, Severity.LOW)
    assert change.summary == "Deadline clarified: 5 Feb 2026 → 5 Feb 2026 17:00 UTC"


def test_a_deadline_reworded_in_another_zone_is_nothing_in_the_text_either():
    london = timed(2026, 2, 5, 17, zone="Europe/London", text="5 Feb 2026, 17:00 GMT")
    after = edited(reworded(POSTING, "February 5, 2026 at 12:00 PM ET", "5 Feb 2026, 17:00 GMT"), deadline=london)
    assert differences(POSTING, after) == ()
