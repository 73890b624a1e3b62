"""Durations as people write them: "90s", "15m", "6h", "2d", "1w"."""

import re
from datetime import timedelta

#: What is allowed, in words, for messages and the documentation.
ALLOWED_DURATION = 'a whole number and s, m, h, d or w, such as "90s", "15m", "6h", "2d", "1w"'
#: The same in the space of a table's cell.
DURATION_SHORTLY = 'a number and s, m, h, d or w ("15m", "6h")'

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_PATTERN = re.compile(r"([0-9]{1,8})([smhdw])")


def parse_duration(text: str) -> timedelta:
    """The duration that a person wrote.

    Raises:
        ValueError: the text is not a number and a unit; the message says what is allowed.
    """
    match = _PATTERN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"a duration is {ALLOWED_DURATION}")
    return timedelta(seconds=int(match[1]) * _SECONDS[match[2]])


def format_duration(duration: timedelta) -> str:
    """The shortest exact form in days, hours, minutes or seconds ("7d", "90s"); parts of a second are dropped."""
    seconds = int(duration.total_seconds())
    for unit in ("d", "h", "m"):
        if seconds and seconds % _SECONDS[unit] == 0:
            return f"{seconds // _SECONDS[unit]}{unit}"
    return f"{seconds}s"
