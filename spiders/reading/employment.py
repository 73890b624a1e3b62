"""The kind of employment, from structured values ("FULL_TIME"), labels ("Vollzeit") and prose."""

import re
from collections.abc import Iterable

from spiders.posting import EmploymentType
from spiders.reading.near import matches, windows

#: In order of weight: what narrows the work most stands first ("Internship, full-time" is an internship).
_WORDS: tuple[tuple[EmploymentType, str], ...] = (
    (
        EmploymentType.INTERNSHIP,
        (
            r"intern|interns|internships?|praktikum|praktikant\w*|stage|stagiaire|praktik|pr[aá]cticas?|becario|tirocinio"
            r"|est[aá]gio|st[aá][zž]|staż|stáž|harjoittelu\w*|praktikplats|placement|trainee|traineeship|werkstudent\w*"
            r"|working student|studentermedhj\w*|co-?op|apprentice(?:ship)?|ausbildung"
        ),
    ),
    (
        EmploymentType.TEMPORARY,
        (
            r"temporary|temp|seasonal|fixed[ -]term(?: contract)?|befristet|temporaire|int[eé]rim\w*|temporal"
            r"|tidsbegrænset"
            r"|midlertidig|tillf[aä]llig|vikariat|m[aä]{2}r[aä]aikainen|a tempo determinato|tempor[aá]rio|tijdelijk"
            r"|maternity cover|per diem|casual"
        ),
    ),
    (
        EmploymentType.CONTRACT,
        (
            r"contract|contractor|freelance\w*|self-employed|independent contractor|b2b|dpp|dpč|ičo|consultant contract"
            r"|werkvertrag|prestador"
        ),
    ),
    (
        EmploymentType.PART_TIME,
        (
            r"part[ _-]?time|teilzeit|temps partiel|(?:tiempo|jornada) parcial|media jornada|tempo parziale"
            r"|deltid|osa-aikainen"
            r"|cz[eę][sś][cć] etatu|niepe[lł]ny etat|zkrácený úvazek|částečný úvazek|meio per[ií]odo|tempo "
            r"parcial|parttime"
        ),
    ),
    (
        EmploymentType.FULL_TIME,
        (
            r"full[ _-]?time|vollzeit|temps plein|(?:tiempo|jornada) completa|tiempo completo|tempo pieno|fuldtid"
            r"|heltid"
            r"|kokoaikainen|pe[lł]ny etat|pln[ýy] úvazek|plný pracovní úvazek|tempo integral|per[ií]odo integral"
            r"|voltijds?|fulltime"
            r"|permanent full time|regular full time"
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _WORDS)
#: Both are for texts in lower case.
_ANY = re.compile(r"(?<!\w)(?:" + "|".join(words for _, words in _WORDS) + r")(?!\w)")
_FILLER = re.compile(
    r"[\s,;/|·•()&+–—-]|(?<!\w)(?:and|or|und|oder|et|ou|o|e|y|eller|nebo|a|i|of|permanent|regular|contract|position|job"
    r"|role|work|employment|employee|scheme|programme|program|graduate|hours?|week|na|the|práce|exempt|non|standard"
    r"|unbefristet|festanstellung|cdi|cdd|indefinido|open ended|salaried|other|shift|day|days)(?!\w)|\d+(?:[.,]\d+)?%?",
)
_SAYS_INTERNSHIP = re.compile(
    r"\b(?:this|our|the|paid|summer|an?)\s(?:\w+\s){0,3}(?:internships?|apprenticeship|traineeship)\b"
    r"|\b(?:looking for|hiring|seeking)\s(?:\w+\s){0,6}interns?\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:this is an?|employment type|job type|position type|contract type|type of (?:contract|employment))\b"
    r"[^.\n]{0,40}?(?P<kind>full[ -]?time|part[ -]?time|temporary|fixed[ -]term|contract|seasonal|freelance)\b",
    re.IGNORECASE,
)
_SAYS_WORDS = ("this is a", "employment", "job type", "position type", "contract type", "type of")
_INTERNSHIP_WORDS = ("intern", "apprentice", "traineeship")
_AROUND = 100
_SHORT = 60
_SCHEMA = {
    "FULLTIME": EmploymentType.FULL_TIME,
    "PARTTIME": EmploymentType.PART_TIME,
    "CONTRACTOR": EmploymentType.CONTRACT,
    "CONTRACT": EmploymentType.CONTRACT,
    "TEMPORARY": EmploymentType.TEMPORARY,
    "SEASONAL": EmploymentType.TEMPORARY,
    "PERDIEM": EmploymentType.TEMPORARY,
    "INTERN": EmploymentType.INTERNSHIP,
    "INTERNSHIP": EmploymentType.INTERNSHIP,
}


def from_schema(values: Iterable[str]) -> EmploymentType | None:
    """Of schema.org's employmentType values (any spelling); OTHER and VOLUNTEER say nothing."""
    found = {_SCHEMA.get(re.sub(r"[^A-Z]", "", value.upper())) for value in values}
    return next((kind for kind, _ in _WORDS if kind in found), None)


def from_words(text: str) -> EmploymentType | None:
    """Of a label's value or a line of its own ("Fixed term contract, Part-time"); the narrowest kind that is named."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(text)), None)


def is_only_employment(text: str) -> bool:
    """Whether a line names a kind of employment and nothing else ("Full-time", "Permanent, Part-time")."""
    if len(text) >= _SHORT:
        return False
    lower = text.lower()
    return _ANY.search(lower) is not None and not _FILLER.sub("", _ANY.sub("", lower))


def in_prose(text: str, lower: str) -> tuple[EmploymentType, re.Match[str]] | None:
    """What sentences say of this posting's own kind ("our summer internships", "This is a full-time role").

    `lower` is the text as `near.lowered` gives it.
    """
    spans = windows(lower, _SAYS_WORDS, before=0, after=_AROUND)
    if match := next(matches(_SAYS, text, spans), None):
        kind = from_words(match["kind"])
        return (kind, match) if kind else None
    spans = windows(lower, _INTERNSHIP_WORDS, before=_AROUND, after=_AROUND)
    match = next(matches(_SAYS_INTERNSHIP, text, spans), None)
    return (EmploymentType.INTERNSHIP, match) if match else None
