"""Time zones as pages name them: "ET", "GMT+2", "Danish time", "MEZ"."""

import re
from collections.abc import Mapping
from datetime import UTC, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from spiders.reading.words import alternation, listed

#: In prose an abbreviation means the local time of its zone on that date, whatever the season:
#: "EDT" in February is New York's time. The first name is the usual one, others hold in the countries named.
_NAMES: Mapping[str, str] = {
    "America/New_York": """
        et|est|edt|eastern|eastern time|eastern standard time|eastern daylight time|us eastern|us eastern time
        new york time|nyc time|est/edt|et/est
    """,
    "America/Chicago": """
        ct|cst|cdt|central time|us central time|central standard time|central daylight time|us central
    """,
    "America/Denver": "mt|mst|mdt|mountain time|mountain standard time|mountain daylight time",
    "America/Los_Angeles": """
        pt|pst|pdt|pacific time|pacific standard time|pacific daylight time|us pacific time|california time
    """,
    "America/Anchorage": "akst|akdt|alaska time",
    "Pacific/Honolulu": "hst|hawaii time",
    "America/Halifax": "ast|adt|atlantic time",
    "America/Sao_Paulo": "brt|horário de brasília|hora de brasília|brasilia time",
    "America/Argentina/Buenos_Aires": "art",
    "+00:00": "gmt|utc|z|zulu|greenwich mean time|coordinated universal time",
    "Europe/London": "bst|british summer time|uk time|london time|british time|uk local time",
    "Europe/Lisbon": "wet|west|lisbon time|hora de lisboa|hora de portugal",
    "Europe/Dublin": "irish time|dublin time",
    "Europe/Brussels": """
        cet|cest|mez|mesz|central european time|central european summer time|brussels time|mitteleuropäischer zeit
    """,
    "Europe/Berlin": "german time|berlin time|deutscher zeit",
    "Europe/Paris": "french time|paris time|heure de paris|heure française",
    "Europe/Madrid": "spanish time|madrid time|hora peninsular|hora de madrid|hora española",
    "Europe/Rome": "italian time|rome time|ora italiana|ora di roma",
    "Europe/Amsterdam": "dutch time|amsterdam time|nederlandse tijd",
    "Europe/Zurich": "swiss time|zurich time",
    "Europe/Vienna": "austrian time|vienna time",
    "Europe/Stockholm": "swedish time|stockholm time|svensk tid",
    "Europe/Copenhagen": "danish time|copenhagen time|dansk tid|danish local time",
    "Europe/Oslo": "norwegian time|oslo time|norsk tid",
    "Europe/Warsaw": "polish time|warsaw time|czasu polskiego",
    "Europe/Prague": "czech time|prague time|středoevropského času|seč|selč",
    "Europe/Helsinki": "eet|eest|finnish time|helsinki time|suomen aikaa",
    "Europe/Moscow": "msk|moscow time",
    "Europe/Istanbul": "trt|turkish time|istanbul time",
    "Asia/Dubai": "gst|dubai time",
    "Asia/Kolkata": "ist|indian standard time|india time",
    "Asia/Singapore": "sgt|singapore time",
    "Asia/Hong_Kong": "hkt|hong kong time",
    "Asia/Tokyo": "jst|japan time|tokyo time",
    "Asia/Seoul": "kst",
    "Asia/Manila": "philippine time|pht",
    "Asia/Jakarta": "wib",
    "Australia/Sydney": "aest|aedt|aet|sydney time|melbourne time",
    "Australia/Perth": "awst|perth time",
    "Australia/Adelaide": "acst|acdt",
    "Pacific/Auckland": "nzst|nzdt|nzt|new zealand time",
    "Africa/Johannesburg": "sast|south african time",
    "Africa/Nairobi": "eat|nairobi time",
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
_NAME = re.compile(
    rf"(?P<name>{alternation((*_ZONE_OF, *_LOCAL))})(?:/(?:edt|est|cest|cet|pdt|et|pt))?(?![\w])(?!\s?[+-]\s?\d)"
)
_LEAD = re.compile(r"[\s,(/]{0,3}(?:u\.s\. |us )?")
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
    found = _NAME.match(flat, start)
    if not found or (found["name"] in _ALSO_WORDS and text[found.start()].islower()):
        return None
    zone = _zone(re.sub(r"\s+", " ", found["name"]), (country or "").upper(), place_zone)
    closes = flat[found.end() : found.end() + 1] == ")" and "(" in flat[position:start]
    return (zone, found.end() + closes) if zone else None


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
