"""Retry-After (RFC 9110, 10.2.3) in both forms. Pure."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: Further ahead than this is a mistake or malice, not a wish.
_MOST = 30 * 24 * 3600.0


def seconds_to_wait(value: str, now: datetime) -> float | None:
    """Seconds from `now` (UTC) that a Retry-After header asks for: at least 0, at most 30 days; None if unreadable."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:10]), _MOST)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max((at - now).total_seconds(), 0.0), _MOST)
