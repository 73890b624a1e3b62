"""Dates moved by days within their month, in the form in which they are written."""

import re
from datetime import date, timedelta
from random import Random

from pages.substitution import Change
from spiders.reading.characters import plain
from spiders.reading.dates import DateMention, dates


def move(day: str, random: Random, *, weekly: bool) -> str:
    """Another ISO date of the same month: by whole weeks, or by up to three days."""
    known = date.fromisoformat(day)
    steps = [7, -7, 14, -14] if weekly else [3, 2, 1, -1, -2, -3]
    within = [it for step in steps if (it := known + timedelta(days=step)).month == known.month]
    return random.choice(within[:2]).isoformat()


def day_before(day: str) -> str:
    """The day before, or the day after the first of a month."""
    known = date.fromisoformat(day)
    return (known + timedelta(days=-1 if known.day > 1 else 1)).isoformat()


def has_weekday(text: str, day: str) -> bool:
    """Whether a weekday is written with a date anywhere in a text."""
    known = date.fromisoformat(day)
    return any(_is(it, known) and it.weekday is not None for it in dates(plain(text)))


def moved(old: str, new: str, language: str) -> Change:
    """A change of one ISO date into another of its month, wherever a day is written that is the first."""
    known, other = date.fromisoformat(old), date.fromisoformat(new)

    def change(text: str) -> str:
        pieces, position = [], 0
        for mention in dates(plain(text), language=language):
            if _is(mention, known):
                pieces += [text[position : mention.start], _rewritten(text[mention.start : mention.end], known, other)]
                position = mention.end
        return "".join([*pieces, text[position:]]) if pieces else text

    return change


def _is(mention: DateMention, day: date) -> bool:
    readings = (mention, mention.swapped()) if mention.ambiguous else (mention,)
    return mention.year in {None, day.year} and any((it.month, it.day) == (day.month, day.day) for it in readings)


def _rewritten(text: str, old: date, new: date) -> str:
    """The written date with another day: the last number of an ISO date, else the first that is the day."""
    numbers = list(re.finditer(r"\d+", text))
    if len(numbers) == 1 and len(numbers[0][0]) == 8:  # noqa: PLR2004 - yyyymmdd
        return f"{text[:-2]}{new.day:02d}"
    ours = [it for it in numbers if int(it[0]) == old.day and len(it[0]) <= 2]  # noqa: PLR2004 - a day
    chosen = ours[-1] if len(numbers[0][0]) == 4 else ours[0]  # noqa: PLR2004 - a year comes first
    digits = f"{new.day:0{len(chosen[0])}d}" if chosen[0][0] == "0" or len(chosen[0]) == 2 else str(new.day)  # noqa: PLR2004
    digits = digits.lstrip("0") if chosen[0][0] != "0" and not _is_padded(text, chosen) else digits
    ordinal = re.match(r"st|nd|rd|th", text[chosen.end() :])
    rest = text[chosen.end() + (2 if ordinal else 0) :]
    return f"{text[: chosen.start()]}{digits}{_ordinal(new.day) if ordinal else ''}{rest}"


def _is_padded(text: str, chosen: re.Match[str]) -> bool:
    return (
        re.search(r"[\d][./-]\Z|\A[./-]\d", text[: chosen.start()] + "") is not None
        or text[chosen.end() :][:1] in "./-"
    )


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")  # noqa: PLR2004 - the teens
