"""Values of changes as words for people: pay, deadlines, instants in the user's zone.

English, and the same under every locale; amounts read as in the summaries of changes. What comes out still holds words
of the page: escape it for its sink.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from monitor.amounts import with_unit

NOT_GIVEN = "not given"

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def value(it: Any, zone: tzinfo) -> str:
    """The `before` or `after` of a change: null, text, a PAY, DEADLINE or role object, or a list of such."""
    match it:
        case None | "" | []:
            return NOT_GIVEN
        case {"unit": _, "min": _, "max": _}:
            return _pay(it)
        case {"at": str(), "date_only": bool()}:
            return deadline(it, zone)
        case {"title": str(title)}:
            return title
        case list():
            return "; ".join(value(one, zone) for one in it)
    return _day_or_text(it) if isinstance(it, str) else json.dumps(it, ensure_ascii=False)


def _pay(it: Mapping[str, Any]) -> str:
    """A PAY object: "$60 an hour", "£30,000–35,000 a year", "up to CHF 80"."""
    low, high = (None if it[name] is None else Decimal(it[name]) for name in ("min", "max"))
    return with_unit(low, high, it.get("currency"), it["unit"])


def deadline(it: Mapping[str, Any], zone: tzinfo) -> str:
    """A DEADLINE object in the user's zone, with the page's own time where that differs."""
    at = datetime.fromisoformat(it["at"])
    written = _page_zone(it.get("zone"))
    if it["date_only"]:
        return f"{day(at.astimezone(written or UTC))}, end of the day"
    told = instant(at, zone)
    if written is None or at.astimezone(written).replace(tzinfo=None) == at.astimezone(zone).replace(tzinfo=None):
        return told
    there = at.astimezone(written)
    return f"{told} ({there:%H:%M} {there.tzname()} on the page)"


def instant(at: datetime, zone: tzinfo) -> str:
    """An instant in the user's zone: "Thu 5 February 2026, 17:00 GMT"."""
    local = at.astimezone(zone)
    return f"{day(local)}, {local:%H:%M} {local.tzname()}"


def day(on: date) -> str:
    """A day: "Thu 5 February 2026"."""
    return f"{_WEEKDAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1]} {on.year}"


def _day_or_text(text: str) -> str:
    try:
        return day(date.fromisoformat(text)) if len(text) == len("2026-02-05") else text
    except ValueError:
        return text


def _page_zone(name: str | None) -> tzinfo | None:
    """The zone that a page names: an IANA name or an offset ("+01:00")."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    try:
        return datetime.fromisoformat(f"2000-01-01T00:00{name}").tzinfo
    except ValueError:
        return None
