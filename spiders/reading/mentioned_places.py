"""Names of places inside running text: countries, regions, cities, and the zones of a pay table."""

import re
from collections.abc import Iterator

from spiders.reading.characters import plain
from spiders.reading.gazetteer import CITIES, COUNTRIES, REGIONS
from spiders.reading.words import whole

#: Names that are also words of other meaning, in lower case: …
_AMBIGUOUS = frozenset(
    {"america", "in", "reading", "bath", "nice", "mobile", "orange", "tours", "as", "best", "split", "gb", "dk"}
)
#: … and those that are names in capitals.
_IN_CAPITALS = frozenset({"us", "uk", "usa", "nyc", "eu"})
_PAY_ZONE = (
    r"(?<!\w)(?:(?:pay |geo(?:graphic)? |location )?(?:zone|tier|region|geo|area|level)s?\s[a-d1-9](?!\w)"
    r"|(?:inner|outer|outside|central|greater) london(?!\w)|(?:national|regional|all other (?:us )?locations"
    r"|rest of (?:the )?(?:us|uk))(?=\s?[:)]))"
)
_OTHER_NAMES = frozenset({"nyc", "sf bay area", "bay area", "u.s", "us"})
_PLACE = re.compile(rf"{_PAY_ZONE}|{whole(({*COUNTRIES, *REGIONS, *CITIES} - _AMBIGUOUS) | _OTHER_NAMES)}")


def place_in(text: str) -> str | None:
    """The last place that a text names, in the text's own letters; None where it names none."""
    found = None
    for found in _places(text):  # noqa: B007 - the last one is wanted
        pass
    return text[found.start() : found.end()] if found else None


def countries_in(text: str) -> frozenset[str]:
    """ISO 3166 alpha-2 codes of the countries that a text names, by themselves or by a city or region."""
    return frozenset(code for found in _places(text) if (code := _country(found[0])))


def _places(text: str) -> Iterator[re.Match[str]]:
    for found in _PLACE.finditer(plain(text)):
        if found[0] not in _IN_CAPITALS or text[found.start() : found.end()].isupper():
            yield found


def _country(name: str) -> str | None:
    if name in COUNTRIES:
        return COUNTRIES[name]
    if name in CITIES:
        return CITIES[name][1]
    return REGIONS[name][0] if name in REGIONS else None
