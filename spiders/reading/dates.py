"""Calendar dates in a text: "February 5, 2026", "5. února 2026", "den 17 december", "06.10.2025", "2026-02-05".

Only what is written is read here: a year that is missing stays missing, and a numeric date that can be read both
day first and month first keeps both readings (see `spiders.reading.deadline` for how they are settled).
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from spiders.reading.months import WEEKDAYS, month
from spiders.reading.words import alternation

#: Years that a posting's dates can have.
_FIRST_YEAR, _LAST_YEAR = 1990, 2099
_LEAP_YEAR = _CENTURY = 2000
_MONTHS_A_YEAR = 12

_DIGITS = re.compile(r"[0-9](?:(?<![\d.,:/$€£-][0-9])|(?<=[^\d][./-][0-9]))(?:[0-9]{0,3}|[0-9]{7})(?![0-9])")
_ISO = re.compile(r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)")
#: Digits alone: read by itself, since phone numbers and the like are digits too.
_COMPACT = re.compile(r"(?<![\w.,:/+-])(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-])")
_NUMERIC = re.compile(r"(\d{1,2})\s?(?P<sep>[./-])\s?(\d{1,2})\s?(?P=sep)\s?(\d{4}|\d{2})(?![\d:])(?!\.\d)")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)")
#: "den 31/3": without a year only behind an article.
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_ARTICLE = re.compile(r"(?<!\w)(?:den|le|el|il|dia|día|dne|dnia|dem|am|du|au|al|der)\s{1,2}\Z")
_ORDINAL = r"(?:st|nd|rd|th|er|ère|º|ª|°|:e|:a|\.|e|ten|de)?"
_OF = r"(?:of |de |del |di |den |d')?"
_YEAR = r"(?:[\s,.'/-]{0,3}(?:de |del |of )?(?P<year>\d{4}|(?<=['-])\d{2})(?![\d:])(?!\.\d)(?:\s?r\.|\s?roku\b)?)?"
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}[\s./-]{{0,3}}{_OF}(?P<month>[^\W\d_]{{3,14}}){_YEAR}", re.UNICODE
)
_MONTH_DAY = re.compile(
    rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th|er|\.|:e)?(?!\w)(?:\s?(?:-|to|through)\s?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:]))?{_YEAR}"
)
_MONTH_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,14})\.?[\s,-]{1,3}(?:the )?\Z")
#: "Wed Jul 28 00:00:00 CEST 2021": a clock and its zone between day and year.
_MACHINE_YEAR = re.compile(r"\s\d{2}:\d{2}:\d{2}\s[a-z]{2,5}\s(?P<year>\d{4})(?!\d)")
_WEEKDAY = re.compile(
    rf"(?<!\w)(?P<name>{alternation(WEEKDAYS)})(?:(?<=\w\w\w)|(?=[.,]))\.?,?\s{{0,2}}"
    r"(?:(?:the|den|der|le|el|il|am|dem|dnia|o dia)\s)?\Z"
)


_ENGLISH_ORDINAL = re.compile(r"(?:st|nd|rd|th)?")
#: "Applications received after 5 may not be considered".
_MAY_VERB = re.compile(r"\s(?:not|be|have|also|apply|contact|vary|require|include|need|change|result)\b")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written. `month` and `day` are of the day-first reading where both are possible."""

    start: int
    end: int
    #: None where it is not written.
    year: int | None
    month: int
    day: int
    #: Numeric with both numbers at most 12 and separated by slash or hyphen: can be month first.
    ambiguous: bool = False
    #: Monday is 0; None where no weekday is written with it.
    weekday: int | None = None
    #: Where to look for a time of day behind it; `end` but for machine-written dates.
    clock_from: int = 0
    #: Numeric and surely in this order: True day first, False month first, None not numeric or unsure.
    day_first: bool | None = None

    def swapped(self) -> "DateMention":
        """The month-first reading of an ambiguous mention."""
        return replace(self, month=self.day, day=self.month)

    def on(self, year: int) -> date | None:
        """The date in that year; None for 29 February in others than leap years."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def dates(flat: str, *, language: str | None = None) -> tuple[DateMention, ...]:
    """Every date in `flat` (see `spiders.reading.characters`), in order and without overlaps."""
    found: list[DateMention] = []
    position = 0
    for digits in _DIGITS.finditer(flat):
        if digits.start() < position:
            continue
        mention = _at(flat, digits.start(), language)
        if mention:
            found.append(mention)
            position = mention.end
    return tuple(found)


def _at(flat: str, position: int, language: str | None) -> DateMention | None:
    """The date whose first digit stands at `position`."""
    for reading in (_iso, _compact, _numeric, _month_first, _day_first, _dotted, _short):
        mention = reading(flat, position, language)
        if mention and mention.on(mention.year or _LEAP_YEAR):
            return _with_weekday(flat, mention)
    return None


def _iso(flat: str, position: int, _language: str | None) -> DateMention | None:
    found = _ISO.match(flat, position)
    if not found or not _FIRST_YEAR <= int(found["year"]) <= _LAST_YEAR:
        return None
    return _mention(found, year=int(found["year"]), month_number=int(found["month"]), day=int(found["day"]))


def _compact(flat: str, position: int, _language: str | None) -> DateMention | None:
    """Reads "20260205"."""
    found = _COMPACT.match(flat, position)
    if not found:
        return None
    return _mention(found, year=int(found["year"]), month_number=int(found["month"]), day=int(found["day"]))


def _numeric(flat: str, position: int, _language: str | None) -> DateMention | None:
    """Reads "06.10.2025", which is day first; with slashes and hyphens the numbers decide, or nothing does."""
    found = _NUMERIC.match(flat, position)
    year = _year(found[4]) if found else None
    if not found or year is None:
        return None
    first, second = int(found[1]), int(found[3])
    if second > _MONTHS_A_YEAR >= first:
        return _mention(found, year=year, month_number=first, day=second, day_first=False)
    unsure = found["sep"] != "." and first <= _MONTHS_A_YEAR and first != second
    return _mention(
        found,
        year=year,
        month_number=second,
        day=first,
        ambiguous=unsure,
        day_first=True if first > _MONTHS_A_YEAR else None,
    )


def _dotted(flat: str, position: int, _language: str | None) -> DateMention | None:
    """Reads "31.3.", which has no year and needs its second dot."""
    found = _DOTTED.match(flat, position)
    return _mention(found, year=None, month_number=int(found[2]), day=int(found[1])) if found else None


def _short(flat: str, position: int, _language: str | None) -> DateMention | None:
    found = _SHORT.match(flat, position)
    if not found or not _ARTICLE.search(flat, max(0, position - 8), position):
        return None
    return _mention(found, year=None, month_number=int(found[2]), day=int(found[1]))


def _day_first(flat: str, position: int, language: str | None) -> DateMention | None:
    found = _DAY_MONTH.match(flat, position)
    number = month(found["month"], language) if found else None
    if not found or number is None:
        return None
    year = _year(found["year"])
    end = found.end() if year else found.end("month")
    if found["month"] == "may" and year is None and _MAY_VERB.match(flat, end):
        return None
    return _mention(found, year=year, month_number=number, day=int(found["day"]), end=end)


def _month_first(flat: str, position: int, language: str | None) -> DateMention | None:
    found = _MONTH_DAY.match(flat, position)
    before = _MONTH_BEFORE.search(flat, max(0, position - 20), position) if found else None
    number = month(before[1], language) if before else None
    if not found or not before or number is None:
        return None
    year = _year(found["year"])
    last = "last" if found["last"] else "first"  # "March 3 - 17, 2026" is read as its last day
    end = found.end() if year else found.end(last) + len(_ordinal(flat, found.end(last)))
    machine = None if year else _MACHINE_YEAR.match(flat, end)
    clock_from = end
    if machine:
        year, end = _year(machine["year"]), machine.end()
    return _mention(
        found,
        year=year,
        month_number=number,
        day=int(found[last]),
        start=before.start(1),
        end=end,
        clock_from=clock_from,
    )


def _ordinal(flat: str, position: int) -> str:
    found = _ENGLISH_ORDINAL.match(flat, position)
    return found[0] if found else ""


def _mention(
    found: re.Match[str],
    *,
    year: int | None,
    month_number: int,
    day: int,
    ambiguous: bool = False,
    day_first: bool | None = None,
    start: int | None = None,
    end: int | None = None,
    clock_from: int | None = None,
) -> DateMention | None:
    if not 1 <= month_number <= _MONTHS_A_YEAR:
        return None
    end = found.end() if end is None else end
    return DateMention(
        start=found.start() if start is None else start,
        end=end,
        year=year,
        month=month_number,
        day=day,
        ambiguous=ambiguous,
        day_first=day_first,
        clock_from=end if clock_from is None else clock_from,
    )


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    year = int(written) if len(written) > 2 else _CENTURY + int(written)  # noqa: PLR2004 - digits
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _with_weekday(flat: str, mention: DateMention) -> DateMention:
    found = _WEEKDAY.search(flat, max(0, mention.start - 24), mention.start)
    if not found:
        return mention
    return replace(mention, start=found.start(), weekday=WEEKDAYS[found["name"]])
