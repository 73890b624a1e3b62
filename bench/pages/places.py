"""Other places of the same kind: a town of the same country, another country, another county."""

import re
from collections.abc import Sequence
from random import Random

from spiders.reading.gazetteer import COUNTRIES
from spiders.reading.place import country_of, is_town

_TOWNS = {
    "US": ("Chicago", "Denver", "Seattle", "Austin"), "CA": ("Ottawa", "Vancouver", "Calgary"),
    "GB": ("Leeds", "Bristol", "Glasgow", "Norwich"), "CZ": ("Ostrava", "Liberec", "Pardubice"),
    "DE": ("Hamburg", "Dresden", "Bremen"), "DK": ("Randers", "Esbjerg", "Odense"), "SK": ("Žilina", "Nitra"),
    "FR": ("Lyon", "Nantes"), "TH": ("Chiang Mai", "Phuket"), "SG": ("Kuala Lumpur",), "AU": ("Perth", "Hobart"),
}  # fmt: skip
_COUNTRIES = ("Portugal", "Vietnam", "Chile")
_AREAS = ("Shropshire", "Lincolnshire", "Cumbria")
_NO_PLACE = re.compile(r"remote|anywhere|office location|\bonly\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:[,/;()]|\s[–-]\s)\s*")


def others(locations: Sequence[str], random: Random) -> dict[str, str]:
    """For the words that name the labelled places, words for other ones; empty where nothing names a place."""
    pairs: dict[str, str] = {}
    left: dict[str, list[str]] = {}
    for location in locations:
        if _NO_PLACE.search(location):
            continue
        for old in _named(location):
            if old not in pairs:
                kind = _kind(old, location)
                left.setdefault(kind, random.sample(_of(kind), k=len(_of(kind))))
                choice = next((it for it in left[kind] if it.casefold() not in old.casefold()), None)
                if choice:
                    left[kind].remove(choice)
                    pairs[old] = choice
    return pairs


def _named(location: str) -> list[str]:
    """The parts that name towns; where none is known, the first part."""
    parts = [re.sub(r"\s?\d+$", "", it) for it in _PARTS.split(location) if it.strip()]
    towns = [it for it in parts if is_town(it) and it.casefold() not in COUNTRIES]
    return towns or parts[:1]


def _kind(part: str, location: str) -> str:
    if part.casefold() in COUNTRIES:
        return "country"
    return country_of(location) or country_of(part) or "area"


def _of(kind: str) -> tuple[str, ...]:
    return _COUNTRIES if kind == "country" else _TOWNS.get(kind, _AREAS)
