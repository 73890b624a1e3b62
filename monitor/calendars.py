"""Calendars of deadlines (RFC 5545): the one home of the format. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LINE_OCTETS = 75
_PRODUCT = "-//posting-monitor//deadlines//EN"
#: What TEXT may not hold (RFC 5545, 3.3.11): controls, but for line ends, which are written as \n.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|\r")
_SPECIAL = re.compile(r"([\\;,])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One entry of a calendar."""

    #: The same for the same event whenever it is written, so that a calendar moves it instead of adding one.
    uid: str
    #: A moment with its zone, or a whole day.
    at: datetime | date
    summary: str
    description: str
    #: http or https.
    url: str | None
    #: Rises with each change of the event.
    sequence: int


def calendar(events: Iterable[Event], now: datetime) -> bytes:
    """A calendar of events, in their order.

    Args:
        events: what it holds; their texts may be anything.
        now: when it is written.

    Returns:
        UTF-8 with lines of at most 75 octets that end in CR LF.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for event in events:
        lines += _event(event, now)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(event: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"SEQUENCE:{event.sequence}"
    if isinstance(event.at, datetime):
        # Without an end it is over the moment it begins (3.6.1).
        yield f"DTSTART:{_moment(event.at)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.at:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{event.at + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    yield f"DESCRIPTION:{_text(event.description)}"
    if event.url:
        yield f"URL:{_CONTROLS.sub('', ''.join(event.url.split()))}"
    # A deadline makes nobody busy.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    plain = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    return _SPECIAL.sub(r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line, folded before a character that would make it too long (RFC 5545, 3.1)."""
    folded, length = bytearray(), 0
    for character in line:
        octets = character.encode()
        if length + len(octets) > _LINE_OCTETS:
            folded += b"\r\n "
            length = 1
        folded += octets
        length += len(octets)
    return bytes(folded + b"\r\n")
