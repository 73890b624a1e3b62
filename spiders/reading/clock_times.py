"""Times of day in a text: "11:59pm", "12 noon", "kl. 12.00", "18 Uhr", "17h30", "godz. 15:00"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from spiders.reading.words import alternation, listed

_END_OF_DAY = time(23, 59)
_NOON_NAMES = """
    noon|midday|mittag|12 uhr mittags|midi|mediodía|mezzogiorno|middag|keskipäivällä|południe|poledne|meio-dia
"""
_MIDNIGHT_NAMES = """
    midnight|mitternacht|minuit|medianoche|mezzanotte|middernacht|midnatt|midnat|keskiyö|keskiyöllä|północy|północ
    půlnoc|půlnoci|meia-noite
"""
#: The day as far as it goes: no time of day, but a zone may follow.
_DAY_END_NAMES = """
    end of day|eod|end of the day|close of business|cob|close of play|cop|end of business|close of day|tagesende
    geschäftsschluss|dienstschluss|fin de journée|final del día|fine giornata|einde dag|arbetsdagens slut|dagens slutt
    arbejdstids ophør|päivän loppuun mennessä|koniec dnia|konec dne|final do dia
"""
_NAMED: Mapping[str, time | None] = {
    **dict.fromkeys(listed(_DAY_END_NAMES), None),
    **dict.fromkeys(listed(_NOON_NAMES), time(12)),
    **dict.fromkeys(listed(_MIDNIGHT_NAMES), _END_OF_DAY),
}
_LEAD = (
    r"(?:(?:at|by|until|till|before|kl|klo|klockan|klokken|um|bis|à|a las|alle|alle ore|ore|om|godz|godziny|v|ve|o|ob"
    r"|às|até às|ate|no later than|up to|upto|@)\.?\s{1,2}|@)"
)
_CLOCK = re.compile(
    rf"(?P<lead>{_LEAD})?(?:(?P<hour>\d{{1,2}})(?:(?P<sep>[:.h])(?P<minute>\d{{2}})(?!\d))?(?::(?P<second>\d{{2}})(?:\.\d{{1,6}})?)?"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?|a\.m\.|p\.m\.)?"
    r"\s?(?:\((?P<inner>noon|midday|midnight|mittags|midi|minuit)\)|(?P<word>uhr\b|h\b|hrs\b|hours?\b|uur\b"
    r"|hod\b\.?|heures\b|ore\b|horas\b|o'clock\b|noon\b|midday\b|midnight\b|mittags\b|u\b))?"
    rf"|(?P<name>{alternation(_NAMED)})(?!\w))"
)
_CONTRADICTION = re.compile(r"noon\b.{0,12}\bmidnight|midnight\b.{0,12}\bnoon")
_USUAL_MINUTES = frozenset({"00", "15", "30", "45", "59"})
_MONEY = re.compile(r"\s?(?:[€$£%/]|eur|kr|zł|kč|chf|usd|-)")
_LAST_HOUR, _LAST_MINUTE, _NOON = 23, 59, 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written."""

    #: None for the end of the day ("COB"), which names no time.
    at: time | None
    start: int
    end: int


def clock_at(flat: str, position: int) -> Clock | None:
    """The time of day that is written at `position` of `flat` (plain text), read as that of a deadline.

    "11:59" without a half of the day is the last minute of the day, and so is midnight.
    """
    found = _CLOCK.match(flat, position, position + 40)
    if not found:
        return None
    if found["name"]:
        return Clock(_NAMED[found["name"]], position, found.end())
    at = _numeric(found)
    return Clock(at, position, position + len(found[0].rstrip())) if at else None


def is_contradiction(words: str) -> bool:
    """Whether the words give two times: "by 12 noon on midnight"."""
    return bool(_CONTRADICTION.search(words))


def _numeric(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half, word = found["half"], found["word"] or found["inner"] or ""
    is_clock = half or word or _is_clock_face(found) or _is_hour_lead(found)
    if not is_clock or hour > _LAST_HOUR + 1 or minute > _LAST_MINUTE:
        return None
    if word in {"midnight", "minuit"} or hour == _LAST_HOUR + 1:
        return _END_OF_DAY
    if word in {"noon", "midday", "mittags", "midi"}:
        return time(_NOON)
    hour = _hour(hour, half)
    if (hour, minute) == (_NOON - 1, 59) and not half:
        return _END_OF_DAY
    return time(hour, minute)


def _is_clock_face(found: re.Match[str]) -> bool:
    """Whether there are minutes; behind a dot they have to be usual ones, since sums of money look alike."""
    if not found["minute"] or found["sep"] != "." or found["lead"]:
        return bool(found["minute"])
    usual = found["minute"] in _USUAL_MINUTES and len(found["hour"]) > 1
    return usual and not _MONEY.match(found.string, found.end("minute"))


def _is_hour_lead(found: re.Match[str]) -> bool:
    return (found["lead"] or "").strip(" .") in {
        "kl",
        "klo",
        "klockan",
        "klokken",
        "godz",
        "a las",
        "alle ore",
        "ore",
        "às",
    }


def _hour(hour: int, half: str | None) -> int:
    """On the clock of 24 hours; "23.59 p.m." is as it stands."""
    if half and hour <= _NOON:
        return hour % _NOON + (_NOON if half[0] == "p" else 0)
    return hour
