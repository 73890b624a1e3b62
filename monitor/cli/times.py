"""Times as people type them."""

from datetime import UTC, datetime, tzinfo

from config.durations import parse_duration
from monitor.cli.errors import Refused

_ALLOWED = 'a duration ago ("2d", "6h"), a date ("2026-02-05") or a time ("2026-02-05 17:00", "2026-02-05T17:00:00Z")'


def instant_of(text: str, *, now: datetime, zone: tzinfo) -> datetime:
    """The instant that a user names.

    Args:
        text: a duration before now, a date (its beginning) or a time; local where it names no zone.
        now: the present.
        zone: the user's.

    Returns:
        The instant, in UTC.

    Raises:
        Refused: it is none of these.
    """
    try:
        return now - parse_duration(text)
    except ValueError:
        pass
    except OverflowError:
        raise _refused(text) from None
    try:
        instant = datetime.fromisoformat(text.strip())
        return (instant if instant.tzinfo else instant.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _refused(text) from None


def short(instant: datetime | None, zone: tzinfo) -> str:
    """An instant in a table: "2026-02-05 17:00", local; "-" for none."""
    return "-" if instant is None else f"{instant.astimezone(zone):%Y-%m-%d %H:%M}"


def _refused(text: str) -> Refused:
    return Refused(f'"{text}" is no time; allowed: {_ALLOWED}')
