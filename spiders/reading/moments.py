"""From dates and times as written to instants: order of numbers, missing years, times of day, zones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from spiders.reading.clock_times import clock_at, is_contradiction
from spiders.reading.dates import DateMention
from spiders.reading.zones import as_tzinfo, is_month_first, zone_at

_END_OF_DAY = time(23, 59, 59)
#: Without a posting's date, a date without a year is at most so many days past.
_DAYS_BACK = 90
#: How far before a date its time of day can stand.
_REACH = 64
_MONTH_FIRST_COUNTRIES = frozenset({"US", "PH", "PR", "FM", "PW"})

_GAP = re.compile(
    r"t(?=\d{2}:\d{2})|[\s,;(|@¦-]{0,4}(?:at |by |until |do |til |bis |up to |upto |before |not later than )?"
)
_CLOCK_BEGINS = re.compile(
    r"(?<![\d.:/-])(?:\d{1,2}(?=[:.h\s]|[ap]\.?m|noon|uhr)|noon|midday|midnight|mittag|mitternacht|midi|minuit"
    r"|mediodía|mezzogiorno|kl\.?\s|close of (?:business|play|day)|cob|cop|eod"
    r"|end of (?:the )?(?:business )?day|end of business)"
)
_TO_DATE = re.compile(
    r"[\s,;)|-]{0,4}(?:(?:on|am|den|the|of|le|el|il|del|du|do|dia|día|dnia|dne|on the|at the end of|op|d\.)"
    r"\s{1,2}){0,2}(?:the\s)?\Z"
)
_BRACKET = re.compile(r"\(")


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """What is known beside the words of a date."""

    language: str | None
    #: ISO 3166 alpha-2 code of the posting's place.
    country: str | None
    #: IANA name of the posting's place.
    place_zone: str | None
    posted_on: date | None
    seen_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeOfDay:
    """A time of day and its zone, either of which may be missing, and where they stand."""

    at: time | None
    zone: str | None
    start: int
    end: int


def time_around(text: str, flat: str, mention: DateMention, setting: Setting, *, floor: int) -> TimeOfDay | None:
    """The time of day and zone written behind a date, or before it but not before `floor`."""
    return _behind(text, flat, mention, setting) or _ahead(text, flat, mention, setting, floor)


def _behind(text: str, flat: str, mention: DateMention, setting: Setting) -> TimeOfDay | None:
    gap = _GAP.match(flat, mention.clock_from)
    position = gap.end() if gap else mention.clock_from
    clock = clock_at(flat, position)
    at, position = (clock.at, clock.end) if clock else (None, mention.clock_from)
    zone = _zone(text, flat, position, setting)
    if at is None and zone is None:
        return None
    name, position = zone or (None, position)
    if gap and "(" in gap[0] and flat.startswith(")", position):
        position += 1
    return TimeOfDay(at=at, zone=name, start=mention.start, end=max(position, mention.end))


def _ahead(text: str, flat: str, mention: DateMention, setting: Setting, floor: int) -> TimeOfDay | None:
    start = max(floor, mention.start - _REACH)
    for begins in _CLOCK_BEGINS.finditer(flat, start, mention.start):
        clock = clock_at(flat, begins.start())
        if not clock or clock.end > mention.start:
            continue
        zone = _zone(text, flat, clock.end, setting)
        end = zone[1] if zone else clock.end
        rest = flat[end : mention.start]
        if is_contradiction(flat[begins.start() : mention.start]):
            return None
        if _TO_DATE.fullmatch(rest):
            return TimeOfDay(at=clock.at, zone=zone and zone[0], start=begins.start(), end=mention.end)
    return None


def _zone(text: str, flat: str, position: int, setting: Setting) -> tuple[str, int] | None:
    return zone_at(text, flat, position, country=setting.country, place_zone=setting.place_zone)


def zone_before(text: str, flat: str, start: int, end: int, setting: Setting) -> str | None:
    """The zone that a label names in brackets: "Deadline (New York time): …"."""
    for bracket in _BRACKET.finditer(flat, start, end):
        zone = _zone(text, flat, bracket.end(), setting)
        if zone:
            return zone[0]
    return None


def clock_in(text: str, flat: str, start: int, end: int, setting: Setting) -> TimeOfDay | None:
    """The first time of day between two places of a text, with its zone."""
    for begins in _CLOCK_BEGINS.finditer(flat, start, end):
        clock = clock_at(flat, begins.start())
        if clock and clock.end <= end:
            zone = _zone(text, flat, clock.end, setting)
            return TimeOfDay(
                at=clock.at, zone=zone and zone[0], start=begins.start(), end=zone[1] if zone else clock.end
            )
    return None


def instant(day: date, at: time | None, zone: str | None) -> datetime:
    """That time of that day in that zone (None: UTC), in UTC; without a time the end of the day."""
    local = datetime.combine(day, at or _END_OF_DAY, tzinfo=as_tzinfo(zone))
    return local.astimezone(UTC)


def day_of(mention: DateMention, others: Sequence[DateMention], setting: Setting, *, zone: str | None) -> date | None:
    """The calendar day that a date means, its order of numbers settled and a missing year found."""
    if mention.ambiguous and _is_swapped(mention, others, setting, zone):
        mention = mention.swapped()
    return mention.on(mention.year) if mention.year else _next(mention, setting)


def _is_swapped(mention: DateMention, others: Sequence[DateMention], setting: Setting, zone: str | None) -> bool:
    """Whether an ambiguous numeric date is month first: by its weekday, the page's other dates, its place."""
    by_weekday = _by_weekday(mention)
    if by_weekday is not None:
        return by_weekday
    orders = {it.day_first for it in others} - {None}
    if len(orders) == 1:
        return False in orders
    swapped = _is_month_first(setting, zone)
    posted = setting.posted_on
    if posted and _reading(mention, swapped=swapped) < posted <= _reading(mention, swapped=not swapped):
        return not swapped
    return swapped


def _by_weekday(mention: DateMention) -> bool | None:
    if mention.weekday is None:
        return None
    as_is, swapped = (_reading(mention, swapped=it).weekday() == mention.weekday for it in (False, True))
    return swapped if as_is is not swapped else None


def _reading(mention: DateMention, *, swapped: bool) -> date:
    chosen = mention.swapped() if swapped else mention
    return date(chosen.year or 1, chosen.month, chosen.day)


def _is_month_first(setting: Setting, zone: str | None) -> bool:
    if setting.country:
        return setting.country.upper() in _MONTH_FIRST_COUNTRIES
    return (setting.language or "en")[:2].lower() == "en" and (
        is_month_first(zone) or is_month_first(setting.place_zone)
    )


def _next(mention: DateMention, setting: Setting) -> date | None:
    """The next such date after the posting's; without one, the nearest to when the page was seen."""
    if setting.posted_on:
        days = (mention.on(setting.posted_on.year + later) for later in range(9))  # 29 February: up to 8 years
        return next((day for day in days if day and day >= setting.posted_on), None)
    seen = setting.seen_on
    near = [day for year in (seen.year - 1, seen.year, seen.year + 1) if (day := mention.on(year))]
    near = [day for day in near if mention.weekday is None or day.weekday() == mention.weekday] or near
    ahead = [day for day in near if (day - seen).days >= -_DAYS_BACK]
    return min(ahead, default=max(near, default=None))
