"""Places of work: what looks like one, what is the same one under two names, its country and zone."""

import re
from collections.abc import Iterator
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
from spiders.reading.near import matches, windows

_REMOTE = re.compile(
    r"^(?:fully |100% )?remote$|^anywhere$|^home ?office$|^no (?:fixed |office )?location$", re.IGNORECASE
)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}-?)?\d{4,6}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_SPLIT = re.compile(r"\s{0,3}(?:[,()\[\]–—|]|\s-\s|/)\s{0,3}")
_LIST = re.compile(r"\s{0,3}(?:;|\||\s/\s|\n|•|·|\s(?:or|oder|und|ou|eller|nebo)\s(?=[A-ZÀ-Ž]))\s{0,3}")
_NOISE_WORDS = re.compile(
    r"\b(?:city|greater|metropolitan|metro|area|region|county|province|kraj|office|hq|headquarters|only|based)\b",
    re.IGNORECASE,
)
#: A street with a number, then a town: "Main Street 12/4, Springfield".
_ADDRESS = re.compile(r"^[^\d,.:]{3,40}\s\d{1,5}(?:/\d{1,4})?\w?,\s[^\d,.:]{2,50}$")
_REGION_WORD = re.compile(
    r"^[\w' -]{3,40}\s(?:kraj|county|province|oblast|okres|kommune|Landkreis|voivodeship|metropolitan area)$",
    re.IGNORECASE,
)
_NAME = r"(?:St\.\s)?[A-ZÀ-Ž][\w'’-]*(?:[ -](?:[A-ZÀ-Ž][\w'’-]*|of|upon|am|de|la|le|den|do)){0,4}"
#: Words of which each pattern of `_IN_PROSE` needs one.
_NEEDED = (
    ("office", "hq", "headquarters", "hub", "campus"),
    ("based", "located", "onsite", "on-site"),
    ("place of",),
    ("looking", "seeking", "hiring", "recruiting", "searching"),
    ("office",),
)
#: "work out of our New York City office", "based in North America", "in our offices in Berlin".
_IN_PROSE = (
    re.compile(
        rf"\b(?:[Oo]ut of|[Ff]rom|[Ii]n|[Aa]t)\s(?:our|the)\s(?P<place>{_NAME}(?:,\s{_NAME})?)\s(?:[Oo]ffice"
        r"|HQ|[Hh]eadquarters|[Hh]ub|[Cc]ampus)\b"
    ),
    re.compile(
        r"\b(?:[Bb]ased|[Ll]ocated|(?<!not )[Oo]nsite|[Oo]n-site)\s(?:out of|in|at"
        r"|within)\s(?:our\s(?:offices?\sin\s)?|the\s)?"
        rf"(?P<place>{_NAME}(?:,\s{_NAME})?)"
    ),
    re.compile(rf"\b[Pp]lace of (?:work|employment)\s(?:will be|is)\s(?:in|at)?\s?(?P<place>{_NAME}(?:,\s{_NAME})?)"),
    re.compile(
        rf"\bin\s(?P<place>{_NAME}(?:,\s{_NAME})?)\s(?:is|are)\s(?:currently |now )?(?:looking|seeking|hiring"
        r"|recruiting|searching)\b"
    ),
    re.compile(rf"\b[Oo]ffices?\sin\s(?P<place>{_NAME}(?:,\s{_NAME})?)"),
)
_NUMBER = re.compile(r"(?<!\S)\d[\w/.-]*(?!\S)")
_IN_PROSE_WORDS = (
    "office",
    " hq",
    "headquarters",
    " hub",
    "campus",
    "based ",
    "located",
    "on-site",
    "onsite",
    "place of",
    " looking",
    " seeking",
    " hiring",
    " recruiting",
    " searching",
)
_AROUND = 110
_LONGEST = 90
#: Texts of one page that are asked about again; a page has a few hundred.
_REMEMBERED = 1_024


def split_list(text: str) -> tuple[str, ...]:
    """The places that a label's value lists ("Berlin; Munich", "New York / Remote (US)"), as the page has them."""
    return tuple(dict.fromkeys(part.strip(" ,.") for part in _LIST.split(text) if part.strip(" ,.")))


@lru_cache(maxsize=_REMEMBERED)
def looks_like_place(text: str) -> bool:
    """Whether a short line is a place: a known name is a part of it, or a region of the world."""
    if not text or len(text) > _LONGEST or text[0].islower():
        return False
    if _REGION_WORD.search(text) or _ADDRESS.search(text):
        return True
    parts = _parts(text)
    if not parts or len(parts) > 6:  # noqa: PLR2004 - street, district, city, county, region, country
        return False
    return any(_is_known(part, alone=len(parts) == 1) for part in parts)


def key(text: str) -> str:
    """The same for two names of one place: "NY", "New York City" and "New York, NY, USA" are "new york|US".

    Of a known city only it and its country count, so that districts and spellings do not matter; of an unknown
    place all its words do.
    """
    remote, parts = _without_remote(_parts(text))
    if found := _city(parts):
        city, country, _zone = found
        return f"{remote}{city}|{_other_country(parts, country)}"
    region = next((REGIONS[part] for part in parts if part in REGIONS), None)
    if region:
        return f"{remote}{region[1]}|{region[0]}"
    codes = [COUNTRIES[part] for part in parts if part in COUNTRIES]
    rest = [part for part in parts if part not in COUNTRIES]
    return remote + "|".join([*rest, *sorted(set(codes))])


def country_of(text: str) -> str | None:
    """The ISO code of the country that a place is in, as far as it is known."""
    parts = _parts(text)
    if found := next((COUNTRIES[part] for part in reversed(parts) if part in COUNTRIES), None):
        return found
    if parts and (region := _region(text, parts)):
        return region[0]
    city = _city(parts)
    return city[1] if city else None


def zone_of(text: str) -> str | None:
    """The IANA zone of a place; None where the place is unknown or has several."""
    parts = _parts(text)
    country = country_of(text)
    city = _city(parts)
    if city and city[1] == country:
        return city[2]
    region = _region(text, parts)
    if region:
        return REGION_ZONES.get(region)
    return COUNTRY_ZONES.get(country) if country else None


def in_prose(text: str, lower: str) -> Iterator[re.Match[str]]:
    """Where sentences name the place of work; the place is the group "place". `lower` as `near.lowered` gives it."""
    spans = windows(lower, _IN_PROSE_WORDS, before=_AROUND, after=_AROUND)
    for words, pattern in zip(_NEEDED, _IN_PROSE, strict=True):
        found = matches(pattern, text, spans) if any(word in lower for word in words) else ()
        for match in found:
            if looks_like_place(match["place"]):
                yield match


def _parts(text: str) -> list[str]:
    lower = _POSTCODE.sub(" ", text).casefold()
    whole = " ".join(lower.split()).strip(" ,.-")
    if whole in CITIES or whole in COUNTRIES or whole in WORLD_REGIONS:
        return [whole]
    parts = (_bare(part.strip(" .,-")) for part in _SPLIT.split(lower))
    return [part for part in parts if part]


def _bare(part: str) -> str:
    """A part without house or district numbers, and without words such as "city" where the rest is known."""
    words = " ".join(_NUMBER.sub(" ", part).split()) or part
    if _known(words):
        return words
    bare = " ".join(_NOISE_WORDS.sub(" ", words).split())
    return bare if _known(bare) else words


def _known(part: str) -> bool:
    return part in CITIES or part in COUNTRIES or part in REGIONS or part in WORLD_REGIONS


def _city(parts: list[str]) -> tuple[str, str, str] | None:
    """The first known city; a name that is a state's too ("New York", "NY") only where it stands first."""
    return next(
        (CITIES[part] for index, part in enumerate(parts) if part in CITIES and (not index or not _is_region(part))),
        None,
    )


def _is_region(part: str) -> bool:
    return part in REGIONS or part.upper() in REGION_CODES


def _without_remote(parts: list[str]) -> tuple[str, list[str]]:
    rest = [part for part in parts if not _REMOTE.match(part)]
    return ("remote|" if len(rest) < len(parts) else ""), rest


def _other_country(parts: list[str], usual: str) -> str:
    return next((COUNTRIES[part] for part in parts if part in COUNTRIES), usual)


def _region(text: str, parts: list[str]) -> tuple[str, str] | None:
    named = next((REGIONS[part] for part in reversed(parts) if part in REGIONS), None)
    if named:
        return named
    codes = re.findall(r"(?:,\s*|^)([A-Z]{2,3})\b", text)
    return next((REGION_CODES[code] for code in codes if code in REGION_CODES), None)


def _is_known(part: str, *, alone: bool) -> bool:
    if _known(part) or _REMOTE.match(part):
        return True
    return not alone and part.upper() in REGION_CODES


def country_name(text: str | None) -> str | None:
    """A country as words: an ISO code becomes its usual name ("DE" → "Germany"), anything else stays."""
    if text is None or len(text) != 2:  # noqa: PLR2004 - ISO 3166 alpha-2
        return text
    name = next((name for name, code in COUNTRIES.items() if code == text.upper() and len(name) > 3), None)  # noqa: PLR2004 - the first full name
    return name.title() if name else text
