"""Places of work: what looks like one, what is the same one under two names, its country and zone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from spiders.reading.gazetteer import (
    CITIES,
    COUNTRIES,
    COUNTRY_ZONES,
    REGION_CODES,
    REGION_ZONES,
    REGIONS,
    WORLD_REGIONS,
)
from spiders.reading.place_forms import POSTCODE, folded, has_form_of_place, names_organization
from spiders.reading.towns import AREAS, TOWN_STATES, TOWNS

_REMOTE = re.compile(r"^(?:fully |100% )?(?:remote|remotely|home ?office|telecommute)$")
#: Words in a place's stead, that leave it open.
_ANYWHERE = re.compile(
    r"^(?:anywhere(?: in the world)?|(?:global(?:ly)?|worldwide)|no (?:fixed |office )?location|various(?: locations?)?"
    r"|(?:multiple|several) locations?|nationwide|bundesweit|deutschlandweit|landsdaekkende|hele landet|hela landet)$"
)
_SPLIT = re.compile(r"\s{0,3}(?:[,()\[\]–—|·;]|\s-\s|/)\s{0,3}")
_LIST = re.compile(
    r"\s{0,3}(?:;|\||\s/\s|\n|•|·|\s(?:or|oder|und|ou|eller|nebo|lub|tai|oppure)\s(?=[A-ZÀ-Ž]|remote\b))\s{0,3}"
)
_JOINED = re.compile(r",\s{1,3}|\s(?:and|&|et|y|e|en|og|och|i|a|ja|o)\s|\s?/\s?")
_NOISE_WORDS = re.compile(
    r"\b(?:city|greater|metropolitan|metro|area|region|county|province|kraj|office|hq|headquarters|only|based|raum"
    r"|grossraum|in or near)\b"
)
#: "US-TX-Austin", "United Kingdom-London": how some applicant systems write a place.
_HYPHENED = re.compile(r"^(?P<country>[A-Z][A-Za-z ]{1,20})-(?:(?P<state>[A-Z]{2})-)?(?=[A-Z])")
_STATE_AFTER = re.compile(r"(?<=[a-zà-ž.])\s(?=(?P<code>[A-Z]{2,3})(?P<postcode>\s\d{4,5}(?:-\d{4})?)?$)")
#: What says how one works there, beside or within the name of a place ("US Remote", "London (Hybrid)").
_HOW = re.compile(r"\b((?:fully |100% )?remote(?:ly)?|hybrid|on-?site)\b(?! sensing)")
_NO_PLACE = frozenset({"hybrid", "on-site", "onsite"})
#: A pin or a globe before a place.
_SYMBOLS = re.compile(r"^\W{1,5}")
_CAPITAL = re.compile(r"washington,? d\.? ?c\b\.?")
_COUNTRY_CODES = frozenset(COUNTRIES.values())
#: Codes of a state and of a country that mean the country where the town is not known.
_RATHER_COUNTRIES = frozenset({"DE", "NL", "SK"})
_WITH_STATES = frozenset({"US", "CA", "AU"})
_NUMBER = re.compile(r"(?<!\S)\d[\w/.-]*(?!\S)")
_LONGEST = 90
_SHORT = 40
#: Texts of one page that are asked about again; a page has a few hundred.
_REMEMBERED = 1_024


def split_list(text: str) -> tuple[str, ...]:
    """The places that a label's value lists ("Berlin; Munich", "New York / Remote (US)"), as the page has them."""
    listed = (part.strip(" ,.") for part in _LIST.split(text))
    return tuple(dict.fromkeys(one for part in listed if part for one in _towns_of(part)))


def _towns_of(part: str) -> tuple[str, ...]:
    """A part of a list, or the towns that it lists itself ("Bristol, London, Leeds", "Cork and Galway")."""
    joined = _JOINED.split(part)
    if len(joined) == 1 or not all(is_town(it) for it in joined):
        return (part,)
    return tuple(joined) if len(joined) > 2 or "," not in part else (part,)  # noqa: PLR2004 - "Town, Town" is one


def is_town(text: str) -> bool:
    """Whether a name is a known city's or town's, and no state's or country's."""
    name = folded(text.strip())
    return (name in _CITIES or name in _TOWNS) and name not in _REGIONS and name not in _COUNTRIES


@lru_cache(maxsize=_REMEMBERED)
def looks_like_place(text: str) -> bool:
    """Whether a short line is a place: by its form, or because a known name is a part of it."""
    if not text or len(text) > _LONGEST or text[0].islower() or names_organization(text):
        return False
    if has_form_of_place(text):
        return True
    parts = _parts(text)
    if not parts or len(parts) > 6:  # noqa: PLR2004 - street, district, city, county, region, country
        return False
    return any(_is_known(part, alone=len(parts) == 1) for part in parts)


def key(text: str) -> str:
    """The same for two names of one place: "NY", "New York City" and "New York, NY, USA" are "new york|US".

    Of a known city only it, its country, and a state that is not its usual one count, so that districts and spellings
    do not matter; of an unknown place all its words do.
    """
    spot = _spot(text)
    remote = "remote|" if spot.remote else ""
    words = [spot.town] if spot.town else list(spot.rest)
    if spot.state and (spot.state[1] != spot.usual_state or not spot.town):
        words.append(spot.state[1])
    return remote + "|".join([*words, *([spot.country] if spot.country else spot.countries)])


def has_town(text: str) -> bool:
    """Whether a place names more than a country or a part of the world."""
    spot = _spot(text)
    return spot.town is not None or spot.state is not None or any(part not in _WORLD for part in spot.rest)


def country_of(text: str) -> str | None:
    """The ISO code of the country that a place is in, as far as it is known."""
    return _spot(text).country


def zone_of(text: str) -> str | None:
    """The IANA zone of a place; None where the place is unknown or has several."""
    spot = _spot(text)
    if spot.zone and not (spot.state and spot.usual_state and spot.state[1] != spot.usual_state):
        return spot.zone
    state = spot.state or ((spot.country, spot.usual_state) if spot.country and spot.usual_state else None)
    if state:
        return REGION_ZONES.get(state)
    return COUNTRY_ZONES.get(spot.country) if spot.country else None


@dataclass(frozen=True, slots=True)
class _Spot:
    """What the parts of a place are, by their names."""

    remote: bool
    #: The known city or town, under its usual name.
    town: str | None
    #: Its state where there is nothing said of it.
    usual_state: str | None
    zone: str | None
    #: The state that is named: country and code.
    state: tuple[str, str] | None
    country: str | None
    #: All countries that are named, where there are several.
    countries: tuple[str, ...]
    #: Parts that are not known.
    rest: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def _spot(text: str) -> _Spot:
    every = _parts(text)
    parts = [part for part in every if not _REMOTE.match(part)]
    at = next((it for it, part in enumerate(parts) if _is_city(part) and (not it or not _is_region(part))), None)
    name, home, zone, usual_state = _city(parts[at]) if at is not None else (None, None, None, None)
    others = [part for it, part in enumerate(parts) if it != at]
    named = tuple(dict.fromkeys(code for part in others if (code := _country_in(part, home, len(parts)))))
    state = next((it for part in others if (it := _state_in(part, home, named, len(parts)))), None)
    country = named[0] if len(named) == 1 else None if named else (state[0] if state else home or _area(others))
    return _Spot(
        remote=len(parts) < len(every),
        town=name,
        usual_state=usual_state,
        zone=zone if country == home else None,
        state=state,
        country=country,
        countries=tuple(sorted(named)),
        rest=tuple(it for it in others if not (it in _COUNTRIES or it in _REGIONS or it.upper() in _CODES)),
    )


def _country_in(part: str, home: str | None, number: int) -> str | None:
    """The country that a part names, by name or by a code that is no state's."""
    code = part.upper()
    if part in _COUNTRIES and (code not in REGION_CODES or code == home or number == 1):
        return _COUNTRIES[part]
    if number == 1 or len(part) != 2 or code not in _COUNTRY_CODES:  # noqa: PLR2004 - ISO 3166 alpha-2
        return None
    if code == home or code not in REGION_CODES:
        return code
    return code if home is None and code in _RATHER_COUNTRIES else None


def _state_in(part: str, home: str | None, named: tuple[str, ...], number: int) -> tuple[str, str] | None:
    code = part.upper()
    same_code = _STATES_OF.get(code, ()) if number > 1 and code not in named else ()
    found = _REGIONS.get(part) or next((it for it in same_code if it[0] == home), next(iter(same_code), None))
    if found is None or (named and found[0] not in named):
        return None
    return found


def _area(parts: list[str]) -> str | None:
    return next((_AREAS[part] for part in parts if part in _AREAS), None)


def _parts(text: str) -> list[str]:
    apart = _HYPHENED.sub(_unhyphened, text)
    if (found := _STATE_AFTER.search(apart)) and _is_state_after(apart, found):
        apart = f"{apart[: found.start()]}, {apart[found.end() :]}"
    lower = _CAPITAL.sub("washington dc", folded(POSTCODE.sub(" ", apart)))
    if len(lower) <= _SHORT:
        lower = _HOW.sub(r",\1,", lower)
    lower = _SYMBOLS.sub("", lower)
    whole = " ".join(lower.split()).strip(" ,.-")
    if "," not in whole and _known(whole) and whole not in _REGIONS:
        return [whole]
    parts = (_bare(part.strip(" .,-")) for part in _SPLIT.split(lower))
    return [part for part in parts if part and part not in _NO_PLACE]


def _is_state_after(text: str, found: re.Match[str]) -> bool:
    """Whether the code behind a name is a state's: three letters, before a postcode, of a known town; no "Acme NV"."""
    code, name = found["code"], folded(text[: found.start()]).rpartition(",")[2].strip()
    return code in REGION_CODES and (len(code) > 2 or bool(found["postcode"]) or _is_city(name))  # noqa: PLR2004


def _unhyphened(match: re.Match[str]) -> str:
    if folded(match["country"]) not in _COUNTRIES:
        return match[0]
    return f"{match['country']}, {match['state']}, " if match["state"] else f"{match['country']}, "


def _bare(part: str) -> str:
    """A part without house or district numbers, and without words such as "city" where the rest is known."""
    words = " ".join(_NUMBER.sub(" ", part).split()) or part
    if _known(words):
        return words
    bare = " ".join(_NOISE_WORDS.sub(" ", words).split())
    town, _, district = bare.rpartition(" ")
    if len(district) <= 2 and _is_city(town):  # noqa: PLR2004 - "København K", "London SW"
        return town
    return bare if _known(bare) else words


def _known(part: str) -> bool:
    return any(part in names for names in (_CITIES, _COUNTRIES, _REGIONS, _TOWNS, _AREAS, _WORLD))


def _is_city(part: str) -> bool:
    return part in _CITIES or part in _TOWNS


def _city(part: str) -> tuple[str, str, str | None, str | None]:
    """The usual name, country, zone and state of a known city or town."""
    if part in _CITIES:
        name, country, zone = _CITIES[part]
        return folded(name), country, zone, _STATES.get(folded(name))
    name, country = _TOWNS[part]
    return folded(name), country, None, _STATES.get(part)


def _is_region(part: str) -> bool:
    return part in _REGIONS or part.upper() in REGION_CODES


def _is_known(part: str, *, alone: bool) -> bool:
    if _known(part) or _REMOTE.match(part) or _ANYWHERE.match(part):
        return True
    return not alone and part.upper() in REGION_CODES


def country_name(text: str | None) -> str | None:
    """A country as words: an ISO code becomes its usual name ("DE" → "Germany"), anything else stays."""
    if text is None or len(text) != 2:  # noqa: PLR2004 - ISO 3166 alpha-2
        return text
    name = next((name for name, code in COUNTRIES.items() if code == text.upper() and len(name) > 3), None)  # noqa: PLR2004 - the first full name
    return name.title() if name else text


_CITIES = {folded(name): city for name, city in CITIES.items()}
_COUNTRIES = {folded(name): code for name, code in COUNTRIES.items()}
_REGIONS = {folded(name): region for name, region in REGIONS.items()}
_TOWNS = {folded(name): town for name, town in TOWNS.items()}
_AREAS = {folded(name): code for name, code in AREAS.items()}
_STATES = {folded(name): state for name, (_, state) in TOWN_STATES.items()}
_WORLD = frozenset(folded(name) for name in WORLD_REGIONS)
_STATES_OF = {code: [it for it in _REGIONS.values() if it[1] == code] for code in REGION_CODES}
_CODES = frozenset(REGION_CODES) | _COUNTRY_CODES
