"""The years in which applicants finish their studies: "Class of 2027", "graduating between May and December 2026"."""

import re
from collections.abc import Iterator, Sequence

from spiders.reading.found import Found
from spiders.reading.requirements_passages import Passage, found_in, is_employers

_STEMS = (
    "graduat", "class of", "grads", "new grad", "degree", "absolvent", "abschluss", "abschließ", "studienende",
    "diplôm", "promotion", "fin d'études", "fin de tes", "fin de vos", "promoción", "graduad", "graduac", "titulad",
    "egresad", "finalices", "laure", "afstude", "afgestude", "examen", "examiner", "färdiguddann", "færdiguddann",
    "dimitter", "afslutte", "fullfør", "uteksaminer", "valmist", "absolw", "ukończ", "dokonč", "formand", "formatur",
    "conclusão", "concluí", "finalista", "studies in", "studier",
)  # fmt: skip
_YEAR = r"20\d\d"
_AFTER_WORDS = re.compile(
    r"(?<!\w)(?:class(?:es)? of|(?:graduat(?:ing|ion|ed?|es)|new grad(?:uate)?s?|grads)\b(?! (?:pro|sch|role|pos|job"
    r"|int|train|engin|anal|sch|recru|oppo|school|student|level|studies\b(?! in)))"
    r"|degree\b(?= (?:by|between|in (?:spring |summer |fall |autumn |winter |early |late |or before )|expected"
    r"|completed"
    r"|conferred|with (?:an? )?(?:expected|anticipated)|to be))|complet\w+ (?:your|their|his or her) (?:degree|studies)"
    r"|absolvent\w*|abschlussjahr\w*|abschluss\b|studienabschluss|studienende|abschließ\w+"
    r"|diplômée?s?\w*|diplôme|promotion|fin d'études|fin de (?:tes|vos) études"
    r"|promoci[óo]n|graduad\w+|graduaci[óo]n|titulad\w+|egresad\w+|finalices"
    r"|laurean\w+|laureat\w+|laurea\b|laurearsi|afstude\w+|afgestude\w+|examen|examiner\w+"
    r"|færdiguddannet|færdig med|dimitter\w+|afslutter|fullfører|uteksaminer\w+|valmistu\w+"
    r"|absolwen\w+|ukończ\w+|absolven\w+|absolvu\w+|dokonč\w+|formand\w+|formatura|conclusão|concluir\w*|finalistas?)"
    rf"(?P<between>[^.\n;]{{0,70}}?)(?<!\d)(?P<first>{_YEAR})(?!\d)(?P<rest>(?:[^.\n;\d]{{1,32}}{_YEAR}(?!\d)"
    rf"|/\d\d(?!\d)){{0,3}})"
)
_BEFORE_WORDS = re.compile(
    rf"(?<![\d/.-])(?P<first>{_YEAR})(?P<rest>(?:\s?(?:/|-|or|and|&|,|oder|und|ou|et|y|o|e|en|of|och|og|eller|tai|lub"
    rf"|i|nebo|a|to)\s?{_YEAR}|/\d\d){{0,2}}) (?:university |college |recent |new )?(?:graduates\b(?! pro)|grads\b"
    r"|new grads?\b|graduating|absolvent\w*|diplômée?s|graduados|titulados|laureati|laureandi|afstudeerders"
    r"|absolwen\w+|absolven\w+|formandos|valmistuv\w+)"
)
#: Between the word and a year, these make the year one of something else.
_ELSE = re.compile(
    r"\b(?:start\w*|begin\w*|program(?:me)?s?|scheme|clos\w*|deadline|apply|applications?|open\w*|join\w*|intake|cohort"
    r"|intern\w*|summer of|beginn\w*|début\w*|commenc\w*|inicio|inizio|bewerb\w*|candidat\w*|postul\w*|ansök\w*"
    r"|ansøg\w*|søk\w*|haku|hae|aplik\w*|rekrut\w*|nástup\w*|until|our|award\w*|founded|since|seit|depuis|desde)\b"
)
_YEARS = re.compile(r"20\d\d|(?<=/)\d\d(?!\d)")
_SPAN = re.compile(r"^\s?(?:-|/)|\b(?:through|to|and|until|bis|und|et|au|à|y|e|al|en|och|og|ja|a|till|til|tot|do)\b")
_BETWEEN = re.compile(
    r"\b(?:between|from|zwischen|von|entre|de|du|tra|fra|dal|tussen|van|mellan|från|mellem|mellom|välillä|między|od"
    r"|mezi|spring|summer|fall|autumn|winter|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)
_LONGEST_SPAN = 4


def find_graduation(words: str, passages: Sequence[Passage]) -> Found[tuple[int, ...]] | None:
    """The years of graduation that the text asks for first; of a span ("from … to …") all years.

    Args:
        words: The posting's text as `characters.plain` gives it.
        passages: Its parts.
    """
    return next(_all(words, [it for it in passages if not it.theirs]), None)


def _all(words: str, passages: Sequence[Passage]) -> Iterator[Found[tuple[int, ...]]]:
    for pattern in (_AFTER_WORDS, _BEFORE_WORDS):
        for match, passage in found_in(pattern, words, _STEMS, passages, before=40, after=150):
            between = match.groupdict().get("between") or ""
            if _ELSE.search(between) or is_employers(words, passage, *match.span()):
                continue
            if years := _years(match["first"], between, match["rest"] or ""):
                yield Found.of(years, words, *match.span())


def _years(first: str, between: str, rest: str) -> tuple[int, ...]:
    written = [int(first), *(int(it[-2:]) + 2000 for it in _YEARS.findall(rest))]
    years = sorted(set(written))
    ends = len(years) == 2 and years[1] - years[0] <= _LONGEST_SPAN  # noqa: PLR2004 - a span has two ends
    if ends and (_BETWEEN.search(between) or rest.lstrip().startswith("-")) and _SPAN.search(rest):
        return tuple(range(years[0], years[1] + 1))
    return tuple(years) if years[-1] - years[0] <= _LONGEST_SPAN else (years[0],)
