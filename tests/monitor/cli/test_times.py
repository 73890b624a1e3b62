from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from monitor.cli.errors import Refused
from monitor.cli.times import instant_of, short

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2d", datetime(2026, 2, 27, 12, 0, tzinfo=UTC)),
        ("90s", datetime(2026, 3, 1, 11, 58, 30, tzinfo=UTC)),
        ("2026-02-05", datetime(2026, 2, 4, 23, 0, tzinfo=UTC)),
        ("2026-07-05", datetime(2026, 7, 4, 22, 0, tzinfo=UTC)),
        ("2026-02-05 17:00", datetime(2026, 2, 5, 16, 0, tzinfo=UTC)),
        ("2026-02-05T17:00:00Z", datetime(2026, 2, 5, 17, 0, tzinfo=UTC)),
        ("2026-02-05T17:00:00-05:00", datetime(2026, 2, 5, 22, 0, tzinfo=UTC)),
    ],
)
def test_durations_dates_and_times_name_an_instant_in_the_users_zone(text, instant):
    assert instant_of(text, now=NOW, zone=BERLIN) == instant


@pytest.mark.parametrize("text", ["", "soon", "yesterday", "99999999w", "0001-01-01", "2026-13-01", "17:00"])
def test_anything_else_is_refused_with_what_is_allowed(text):
    with pytest.raises(Refused, match="is no time; allowed: a duration ago"):
        instant_of(text, now=NOW, zone=BERLIN)


def test_a_table_shows_local_time():
    assert short(NOW, BERLIN) == "2026-03-01 13:00"
    assert short(None, BERLIN) == "-"
