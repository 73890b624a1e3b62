"""When the work begins and how long it lasts, as far as the text says so."""

import re
from datetime import date

from spiders.reading.near import matches, windows

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_STARTS = re.compile(
    rf"\b(?:start(?:s|ing)?(?: date)?|begin(?:s|ning)?|commenc(?:es|ing))(?:\s(?:is|in|on|from|by))?:?\s"
    rf"(?:(?:early|mid|late|beginning of|end of)[ -]{{0,3}})?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?{_MONTH}(?:\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s"
    rf"(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:last(?:s|ing)?|duration(?: of)?|for|is|of|contract(?: length)?|term)(?::|\sis)?\s"
    r"(?:for\s)?(?:an?\s)?(?:approximately|about|around|ca\.|roughly|up to)?\s?"
    r"(?P<span>(?:\d{1,2}|six|eight|ten|twelve|three|four)(?:\s?(?:-|–|to|or)\s?\d{1,2})?[ -](?:weeks?|months?))\b"
    r"(?!\s(?:of|ago|old|notice|paid|parental|maternity|paternity|experience|vacation|leave|before|after|from|prior))",
    re.IGNORECASE,
)
_ABOUT_THE_WORK = re.compile(
    r"\b(?:internships?|contract|position|program(?:me)?|role|placement|duration|assignment|job)\b", re.IGNORECASE
)
_NEAR = 80


def find_start(text: str, lower: str) -> tuple[str, re.Match[str]] | None:
    """An ISO date, or month ("2026-06") where the text says no more, with the words; `lower` as `near.lowered`."""
    spans = windows(lower, ("start", "begin", "commenc"), before=0, after=_NEAR)
    match = next(matches(_STARTS, text, spans), None)
    if match is None:
        return None
    year, month = int(match["year"]), _MONTHS[match["month"].lower()]
    day = match["day"] or match["day2"]
    try:
        return (date(year, month, int(day)).isoformat() if day else f"{year}-{month:02d}"), match
    except ValueError:
        return None


def find_duration(text: str, lower: str) -> tuple[str, re.Match[str]] | None:
    """How long the work lasts, as the text words it ("10 weeks"), with the words; `lower` as `near.lowered`."""
    for match in matches(_LASTS, text, windows(lower, ("week", "month"), before=_NEAR, after=_NEAR // 2)):
        before = text[max(0, match.start() - _NEAR) : match.end()].rsplit("\n", 1)[-1]
        if _ABOUT_THE_WORK.search(before):
            return match["span"], match
    return None
