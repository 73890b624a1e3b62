"""What a value says, whatever its shape: words, a moment, places, a kind of employment.

Answers say one thing in many ways: "Berlin", {"name": "Berlin"}, {"city": "Berlin", "country": {"code": "DE"}},
[{"address": {…}}]; "2026-08-28", 1787961600, "Fri, 28 Aug 2026 23:59:00 GMT".
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from typing import Any

from spiders.pages.answers import named_place
from spiders.pages.keys import FIELDS, folded
from spiders.posting import Deadline, EmploymentType, Workplace
from spiders.reading import employment, place, posted, workplace
from spiders.reading.document import fold
from spiders.reading.zones import as_tzinfo

#: Where an object keeps its own words.
_NAMES = (
    "text",
    "name",
    "displayname",
    "nom",
    "nome",
    "nombre",
    "naam",
    "navn",
    "namn",
    "nazev",
    "nazwa",
    "libelle",
    "label",
    "formatted",
    "value",
    "amount",
    "title",
    "descriptor",
    "longname",
    "compact",
    "display",
    "rendered",
    "typename",
    "localization",
    "localizations",
    "formatteddatetime",
    "datetime",
    "date",
    "code",
)
_LOCALES = frozenset({"locale", "languageCode", "language_code", "lang"})
_ADDRESSES = ("address", "postaladdress", "location", "place")
_DEEPEST = 4
_MOST = 50
_TAG = re.compile(r"<[^<>]{1,500}>")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = range(946_684_800, 4_102_444_800)
_YEARS = range(2000, 2100)
_LONGEST_DATE = 60
_LONGEST_PLACES = 1_000
_WORD_PARTS = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]")
#: How much of the work is remote, in a word.
_REMOTE = {
    **dict.fromkeys(("partial", "partially", "partly", "some", "punctual", "optional"), Workplace.HYBRID),
    **dict.fromkeys(("full", "fully", "fulltime", "total", "always"), Workplace.REMOTE),
}
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?(?:\s?Z|\s?UTC|\s?[+-]\d\d:?\d\d)?")
_CLOCK = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?!\d)")
_RFC = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[A-Z]{1,4}|[+-]\d{4})")
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
#: "at_one_school": a choice of the form that the answer was made from.
_CODE_WORD = re.compile(r"(?<![a-z_])[a-z]+(?:_[a-z]+)+")
_MS_DATE = re.compile(r"/Date\((\d{9,14})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """What the places and the language of a posting say of the rest."""

    #: IANA name of the places' zone, where they have one.
    zone: str | None
    #: ISO 3166 code of their country, where they have one.
    country: str | None
    #: ISO 639-1.
    language: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A date, or a time on it."""

    day: date
    #: None for a date alone; midnight without an offset is one, as is midnight in UTC.
    clock: time | None
    #: The offset that is written; None where none is.
    offset: tzinfo | None


def words(value: Any, depth: int = 0) -> str:
    """The words of a text, number, named object or list of these, without markup; empty where there are none."""
    if depth > _DEEPEST or isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, dict):
        named = {folded(key): it for key, it in value.items() if isinstance(key, str)}
        said = next((said for name in _NAMES if (said := words(named.get(name), depth + 1))), "")
        return said or _in_a_language(value, depth)
    if isinstance(value, list):
        if value and all(isinstance(it, dict) and not _LOCALES.isdisjoint(it) for it in value[:_MOST]):
            value = value[:1]  # one text in several languages
        return ", ".join(
            dict.fromkeys(said for it in value[: max(1, _MOST >> 2 * depth)] if (said := words(it, depth + 1)))
        )
    said = str(value)[:100_000]
    return fold(_TAG.sub(" ", html.unescape(said)) if "&" in said or "<" in said else said)


def _in_a_language(value: Mapping[str, Any], depth: int) -> str:
    """The words of {"cs": …, "en": …}: not the English ones where there are others, which are the site's own.

    Whatever the order of the keys: it is no part of a JSON object (RFC 8259, section 4).
    """
    if not all(_LOCALE.fullmatch(str(key)) for key in value):
        return ""
    own_first = sorted(value, key=lambda key: (key.lower().startswith("en"), key))
    return next((said for key in own_first if (said := words(value[key], depth + 1))), "")


def moment(value: Any, *, month_first: bool = False) -> Moment | None:
    """The moment of a text or of seconds or milliseconds since 1970; None outside 2000 to 2099."""
    if isinstance(value, dict):
        value = words(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        found = _of_number(value)
    else:
        found = _of_text(value, month_first=month_first) if isinstance(value, str) else None
    return found if found and found.day.year in _YEARS else None


def _of_number(number: float) -> Moment | None:
    seconds = next((scaled for scaled in (number, number / 1000) if int(scaled) in _SECONDS), None)
    if seconds is None:
        return None
    at = _EPOCH + timedelta(seconds=seconds)
    return Moment(day=at.date(), clock=None if seconds % 86_400 == 0 else at.time(), offset=UTC)


def _of_text(text: str, *, month_first: bool) -> Moment | None:
    short = fold(text)[:_LONGEST_DATE]
    if short.isdigit():
        return _of_number(int(short))
    if match := _MS_DATE.search(short):
        return _of_number(int(match[1]))
    return _of_iso(short) or _of_rfc(short) or _of_words(short, month_first=month_first)


def _of_iso(text: str) -> Moment | None:
    match = _ISO.match(text)
    if match is None:
        return None
    written = match[0].replace(" UTC", "Z").replace(" Z", "Z")
    try:
        at = datetime.fromisoformat(re.sub(r" (?=[+-])", "", written).replace(",", "."))
    except ValueError:
        return None
    return _moment(at)


def _of_rfc(text: str) -> Moment | None:
    match = _RFC.match(text)
    if match is None:
        return None
    try:
        return _moment(parsedate_to_datetime(match[0]))
    except ValueError:
        return None


def _of_words(text: str, *, month_first: bool) -> Moment | None:
    day = posted.read_date(text, month_first=month_first)
    if day is None:
        return None
    clock = _CLOCK.search(text.rsplit(str(day.year), maxsplit=1)[-1])
    hour, minute, second = (int(it or 0) for it in clock.groups()) if clock else (0, 0, 0)
    at = time(hour, minute, second)
    return Moment(day=day, clock=at if at != time(0) else None, offset=None)


def _moment(at: datetime) -> Moment:
    plain = at.time() == time(0) and not at.utcoffset()
    return Moment(day=at.date(), clock=None if plain else at.time(), offset=None if plain else at.tzinfo)


def as_deadline(found: Moment, text: str, zone: str | None) -> Deadline:
    """A moment as a deadline; a time without an offset is one in `zone`, the posting's place (UTC where unknown)."""
    if found.clock is None:
        end = datetime.combine(found.day, time(23, 59, 59), UTC)
        return Deadline(at=end, date_only=True, zone=None, text=text)
    at = datetime.combine(found.day, found.clock.replace(microsecond=0), found.offset or as_tzinfo(zone))
    offset = at.strftime("%z")
    named = f"{offset[:3]}:{offset[3:5]}" if found.offset else zone
    return Deadline(at=at.astimezone(UTC), date_only=False, zone=named, text=text)


def places(value: Any, depth: int = 0) -> tuple[str, ...]:
    """The places of a text, an address, or a list of these."""
    if isinstance(value, list):
        inner = value[: max(1, _MOST >> 2 * depth)] if depth < _DEEPEST else []
        return tuple(dict.fromkeys(one for it in inner for one in places(it, depth + 1)))
    said = _place(value, depth) if isinstance(value, dict) else words(value)[:_LONGEST_PLACES]
    found = () if _CODE_WORD.fullmatch(said) else place.split_list(said.replace("_", " "))
    return tuple(it for it in found if any(letter.isalpha() for letter in it))


def _place(value: Mapping[Any, Any], depth: int) -> str:
    """An address as "Raleigh, NC, USA"; else what the object calls itself."""
    named = {folded(key): it for key, it in value.items() if isinstance(key, str)}
    town = town_of(named)
    if town and not workplace.is_only_workplace(town):
        return town
    if said := words(value) or words(named.get("locationname")):
        return said
    addresses = (named.get(name) for name in _ADDRESSES if depth < _DEEPEST)
    return next((words(list(places(it, depth + 1))) for it in addresses if isinstance(it, (dict, list))), "")


def town_of(named: Mapping[str, Any]) -> str:
    """Town, region and country out of an object's folded keys; empty without a town or region."""
    parts = [
        next((said for key in FIELDS[name] if (said := words(named.get(key))) and not said.isdigit()), "")
        for name in ("city", "state", "country")
    ]
    town, region, country = parts
    if region and region in (it.strip() for it in town.split(",")):
        region = ""
    return named_place(town, region, country) if town or region else ""


def kind(values: Iterator[Any]) -> EmploymentType | None:
    """The kind of employment that several values name together; the narrowest counts."""
    said = [_apart(part) for value in values for part in _texts(value)]
    return employment.from_words(" , ".join(said)) or employment.from_schema(said)


def where(key: str, value: Any) -> Workplace | None:
    """The workplace that a value names, or that a flag such as `isRemote` sets."""
    if value is True or (isinstance(value, str) and value.strip().lower() in {"true", "yes"}):
        return workplace.from_words(_apart(key).replace("is", " ").replace("telecommuting", "remote"))
    said = words(value)
    if "remote" in key and (found := _REMOTE.get(said.lower())):
        return found
    return workplace.from_schema(said) or workplace.from_words(_apart(said))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield from filter(None, (words(it) for it in value[:_MOST]))
    elif said := words(value):
        yield said


def _apart(said: str) -> str:
    """Words that run together ("FullTime", "on_site") as words of their own."""
    return _WORD_PARTS.sub(" ", said)
