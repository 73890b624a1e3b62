"""Where sentences name the place of work: "work out of our New York office", "unser Standort in Kiel"."""

import re
from collections.abc import Iterator

from spiders.reading.near import matches, windows
from spiders.reading.place import looks_like_place

_NAME = r"(?:St\.\s)?[A-ZÀ-Ž][\w'’-]*(?:[ -](?:[A-ZÀ-Ž][\w'’-]*|of|upon|am|de|la|le|den|do)){0,4}"
#: Words for an office, or for being somewhere, in other languages, each before "in".
_OFFICES = (
    "standort",
    "büro",
    "niederlassung",
    "werk",
    "filiale",
    "kontor",
    "toimisto",
    "sede",
    "oficina",
    "bureau",
    "agence",
    "kantoor",
    "vestiging",
    "escritório",
    "basé",
    "situé",
    "placerad",
    "stationerad",
    "placeret",
    "baseret",
    "ubicad",
)
#: A match is no longer than this.
_LONGEST = 110
#: For each pattern of `_IN_PROSE`: words of which it has one, and how much of a match stands before it and from it on.
_SIGNS = (
    (("office", " hq", "headquarters", " hub", "campus"), _LONGEST, 14),
    (("based ", "located", "onsite", "on-site"), 0, _LONGEST),
    (("place of",), 0, _LONGEST),
    ((" looking", " seeking", " hiring", " recruiting", " searching"), _LONGEST, 14),
    (("office",), 0, _LONGEST),
    (_OFFICES, 0, _LONGEST),
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
    re.compile(
        rf"\b(?:Standort|Büro|Niederlassung|Werk|Filiale|kontor|toimisto|sede|oficina|oficinas|bureau|bureaux|agence"
        r"|kantoor|vestiging|escritório|basée?|situé|située|placerad|stationerad|placeret|baseret|ubicad[ao])"
        rf"\s(?:in|i|à|en|em|de|di|a|te)\s(?P<place>{_NAME})"
    ),
)


def in_prose(text: str, lower: str) -> Iterator[re.Match[str]]:
    """Where sentences name the place of work; the place is the group "place". `lower` as `near.lowered` gives it."""
    for (words, before, after), pattern in zip(_SIGNS, _IN_PROSE, strict=True):
        for match in matches(pattern, text, windows(lower, words, before=before, after=after)):
            if looks_like_place(match["place"]):
                yield match
