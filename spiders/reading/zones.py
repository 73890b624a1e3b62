"""Time zones as pages name them: "ET", "GMT+2", "Danish time", "MEZ"."""

import re
from collections.abc import Mapping
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from spiders.reading.place import zone_of
from spiders.reading.words import alternation, listed

#: In prose an abbreviation means the local time of its zone on that date, whatever the season:
#: "EDT" in February is New York's time. The first name is the usual one, others hold in the countries named.
_NAMES: Mapping[str, str] = {
    "America/New_York": """
        et|est|edt|eastern|eastern time|eastern standard time|eastern daylight time|us eastern|us eastern time
        new york time|nyc time|ny time|est/edt|et/est
    """,
    "America/Chicago": """
        ct|cst|cdt|central|central time|us central time|central standard time|central daylight time|us central
    """,
    "America/Denver": "mt|mst|mdt|mountain|mountain time|mountain standard time|mountain daylight time",
    "America/Los_Angeles": """
        pt|pst|pdt|pacific|pacific time|pacific standard time|pacific daylight time|us pacific time|california time
    """,
    "America/Anchorage": "akst|akdt|alaska time",
    "Pacific/Honolulu": "hst|hawaii time",
    "America/Halifax": "ast|adt|atlantic time",
    "America/Sao_Paulo": "brt|horário de brasília|hora de brasília|brasilia time",
    "America/Argentina/Buenos_Aires": "art",
    "+00:00": "gmt|utc|z|zulu|greenwich mean time|coordinated universal time",
    "Europe/London": "bst|british summer time|uk time|british time|uk local time|gmt standard time",
    "Europe/Lisbon": "wet|west|hora de lisboa|hora de portugal",
    "Europe/Dublin": "irish time",
    "Europe/Brussels": """
        cet|cest|mez|mesz|central european time|central european summer time|mitteleuropäischer zeit
        central european standard time|romance standard time|heure de bruxelles|hora de bruselas|brüsseler zeit
    """,
    "Europe/Berlin": "german time|deutscher zeit",
    "Europe/Paris": "french time|heure de paris|heure française",
    "Europe/Madrid": "spanish time|hora peninsular|hora de madrid|hora española",
    "Europe/Rome": "italian time|ora italiana|ora di roma",
    "Europe/Amsterdam": "dutch time|nederlandse tijd",
    "Europe/Zurich": "swiss time",
    "Europe/Vienna": "austrian time",
    "Europe/Stockholm": "swedish time|svensk tid",
    "Europe/Copenhagen": "danish time|dansk tid|danish local time",
    "Europe/Oslo": "norwegian time|norsk tid",
    "Europe/Warsaw": "polish time|czasu polskiego",
    "Europe/Prague": "czech time|středoevropského času|seč|selč",
    "Europe/Helsinki": "eet|eest|finnish time|suomen aikaa",
    "Europe/Moscow": "msk",
    "Europe/Istanbul": "trt|turkish time",
    "Asia/Dubai": "gst",
    "Asia/Kolkata": "ist|indian standard time|india time",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Tokyo": "jst|japan time",
    "Asia/Seoul": "kst",
    "Asia/Manila": "philippine time|pht",
    "Asia/Jakarta": "wib",
    "Australia/Sydney": """
        aest|aedt|aet|aus eastern standard time|aus eastern daylight time
        australian eastern standard time|australian eastern daylight time
    """,
    "Australia/Brisbane": "e. australia standard time",
    "Australia/Hobart": "tasmania standard time|tasmania daylight time",
    "Australia/Perth": "awst|w. australia standard time|australian western standard time",
    "Australia/Adelaide": "acst|acdt|cen. australia standard time|cen. australia daylight time",
    "Australia/Darwin": "aus central standard time",
    "Pacific/Auckland": "nzst|nzdt|nzt|new zealand standard time|new zealand daylight time",
    "Africa/Johannesburg": "sast|south african time",
    "Africa/Nairobi": "eat",
    "Africa/Lagos": "wat",
    "-12:00": "aoe|anywhere on earth",
}
_BY_COUNTRY: Mapping[tuple[str, str], str] = {
    ("bst", "BD"): "Asia/Dhaka",
    ("ist", "IE"): "Europe/Dublin",
    ("ist", "IL"): "Asia/Jerusalem",
    ("cst", "CN"): "Asia/Shanghai",
    ("ast", "SA"): "Asia/Riyadh",
}
_CENTRAL_EUROPE: Mapping[str, str] = {
    "DE": "Europe/Berlin",
    "AT": "Europe/Vienna",
    "CH": "Europe/Zurich",
    "FR": "Europe/Paris",
    "ES": "Europe/Madrid",
    "IT": "Europe/Rome",
    "NL": "Europe/Amsterdam",
    "LU": "Europe/Luxembourg",
    "DK": "Europe/Copenhagen",
    "SE": "Europe/Stockholm",
    "NO": "Europe/Oslo",
    "PL": "Europe/Warsaw",
    "CZ": "Europe/Prague",
    "SK": "Europe/Bratislava",
    "HU": "Europe/Budapest",
}
_CENTRAL_EUROPEAN = frozenset({"cet", "cest", "mez", "mesz", "central european time", "central european summer time"})


def _names() -> dict[str, str]:
    return {name: zone for zone, names in _NAMES.items() for name in listed(names)}


_ZONE_OF = _names()
#: A zone in capitals only; else French "et", "est", "west" and their like.
_ALSO_WORDS = frozenset({"et", "est", "ct", "mt", "pt", "art", "wet", "west", "eat", "wat", "z", "ist", "gst", "aet"})
#: Words for "local time" that a page adds to a place or date.
_LOCAL = (
    "local time",
    "ortszeit",
    "heure locale",
    "hora local",
    "ora locale",
    "lokale tijd",
    "lokal tid",
    "paikallista aikaa",
)
_OFFSET = re.compile(r"(?:gmt|utc|z)?\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d)")
#: Also the first word of a place's name ("Central London", "Pacific Avenue").
_ALSO_PLACES = frozenset({"eastern", "central", "mountain", "pacific"})
_NAME = re.compile(
    rf"(?P<name>{alternation((*_ZONE_OF, *_LOCAL))})(?:/(?:edt|est|cest|cet|pdt|et|pt))?(?![\w])(?!\s?[+-]\s?\d)"
)
_LEAD = re.compile(r"(?:\s{0,2}-\s{1,2}(?=[(a-z]))?[\s,(/;]{0,3}(?:(?:u\.s\.|us|local|in)\s)?")
_IANA = re.compile(r"(?:africa|america|asia|atlantic|australia|europe|indian|pacific)/[a-z_]{3,20}(?:/[a-z_]{3,20})?")
#: "Athens time", "New York local time".
_PLACE_TIME = re.compile(r"(?P<place>[^\W\d_]{3,15}(?:\s[^\W\d_]{3,15})?)\s(?:local\s)?time(?!\w)")
_LAST_HOUR = 14


def zone_at(
    text: str, flat: str, position: int, *, country: str | None, place_zone: str | None
) -> tuple[str, int] | None:
    """The zone that is named at `position` of `flat`, as `Deadline.zone` has it, and where its name ends.

    Args:
        text: The page's text.
        flat: The same, plain (see `spiders.reading.characters`).
        position: Behind a time of day.
        country: ISO 3166 alpha-2 code of the posting's place, for names of several zones ("IST", "CET").
        place_zone: IANA name of the posting's place, which "local time" means.
    """
    lead = _LEAD.match(flat, position)
    start = lead.end() if lead else position
    offset = _OFFSET.match(flat, start)
    if offset and int(offset["hours"]) <= _LAST_HOUR:
        return f"{offset['sign']}{int(offset['hours']):02}:{offset['minutes'] or '00'}", offset.end()
    named = _named(text, flat, start, country=country, place_zone=place_zone) or _of_place(flat, start)
    if not named:
        return None
    zone, end = named
    return zone, end + (flat[end : end + 1] == ")" and "(" in flat[position:start])


def _named(text: str, flat: str, start: int, *, country: str | None, place_zone: str | None) -> tuple[str, int] | None:
    """The zone of an abbreviation or a usual name."""
    found = _NAME.match(flat, start)
    if not found or (found["name"] in _ALSO_WORDS and text[found.start()].islower()):
        return None
    following = text[found.end() : found.end() + 2]
    if found["name"] in _ALSO_PLACES and following[:1] == " " and following[1:].isupper():
        return None
    zone = _zone(re.sub(r"\s+", " ", found["name"]), (country or "").upper(), place_zone)
    return (zone, found.end()) if zone else None


def _of_place(flat: str, start: int) -> tuple[str, int] | None:
    """The zone that is named as a database of zones does ("Europe/Brussels"), or by a place in it ("Athens time")."""
    if found := _IANA.match(flat, start):
        zone = _iana_names().get(found[0])
        return (zone, found.end()) if zone else None
    found = _PLACE_TIME.match(flat, start)
    zone = zone_of(found["place"]) if found else None
    return (zone, found.end()) if found and zone else None


@cache
def _iana_names() -> Mapping[str, str]:
    """Lower case → name."""
    return {name.lower(): name for name in available_timezones()}


def _zone(name: str, country: str, place_zone: str | None) -> str | None:
    if name in _LOCAL:
        return place_zone
    if name in _CENTRAL_EUROPEAN and country in _CENTRAL_EUROPE:
        return _CENTRAL_EUROPE[country]
    return _BY_COUNTRY.get((name, country)) or _ZONE_OF[name]


@cache
def as_tzinfo(zone: str | None) -> tzinfo:
    """The zone of a `Deadline.zone`: an IANA name, an offset "+02:00", or UTC for None."""
    if zone is None:
        return UTC
    if zone[0] not in "+-":
        return ZoneInfo(zone)
    hours, minutes = zone[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if zone[0] == "-" else offset)


def is_month_first(zone: str | None) -> bool:
    """Whether dates are written month first where this is the local time: the zones of the United States."""
    return zone in _UNITED_STATES


_UNITED_STATES = frozenset(
    f"America/{it}"
    for it in ("New_York", "Chicago", "Denver", "Los_Angeles", "Anchorage", "Phoenix", "Detroit", "Boise")
) | {"Pacific/Honolulu"}
