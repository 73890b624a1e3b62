"""Where the work is done: on site, hybrid or remote, from structured values, short lines and prose."""

import re

from spiders.posting import Workplace
from spiders.reading.near import matches, windows

_HYBRID = r"hybrid\w*|hybride?s?|h[íi]brido|ibrido|hybryd\w*|hybridn[íi]"
_REMOTE = (
    r"(?:fully |100 ?% |full )?remote(?:ly)?|telecommut\w+|home[ -]?office|work from (?:home|anywhere)|wfh|télétravail"
    r"|teletrabajo|remoto|da remoto|zdaln\w+|pr[aá]ce na d[áa]lku|thuiswerken|hjemmearbejde"
    r"|distans(?:arbete)?|etätyö\w*"
    r"|homeoffice|anywhere"
)
_ONSITE = (
    r"on[ -]?site|in[ -]office|in[ -]person|vor ort|sur place|presencial|in sede|på stedet|på plats|na miejscu"
    r"|na pracovi[sš]ti|office[ -]based|in the office|op locatie"
)
_SCHEMA_REMOTE = "TELECOMMUTE"
_PATTERNS = (
    (Workplace.HYBRID, re.compile(rf"(?<!\w)(?:{_HYBRID})(?!\w)", re.IGNORECASE)),
    (Workplace.REMOTE, re.compile(rf"(?<!\w)(?:{_REMOTE})(?!\w)", re.IGNORECASE)),
    (Workplace.ONSITE, re.compile(rf"(?<!\w)(?:{_ONSITE})(?!\w)", re.IGNORECASE)),
)
_AROUND = 80
_SHORT = 60
_ALONE = re.compile(
    r"^[\W_]*(?:(?:partially|fully|temporarily|100 ?%|work(?:place)?|job|role|position|type|or|and|ok"
    r"|friendly|first|only)\W+)*"
    rf"(?:{_HYBRID}|{_REMOTE}|{_ONSITE})"
    rf"(?:\W+(?:work(?:ing|place)?|job|role|position|possible|or|and|ok|friendly|first|only|{_HYBRID}"
    rf"|{_REMOTE}|{_ONSITE}))*[\W_]*$",
    re.IGNORECASE,
)
#: Sentences that settle it; the first that is found in this order.
_SAYS = (
    (
        Workplace.HYBRID,
        ("hybrid", "office", "on-site", "onsite", " a week", " per week", " each week", " every week", "/week"),
        re.compile(
            r"\bhybrid\s(?:work(?:ing|place)?|model|role|position|schedule|setup|set-up|environment|arrangement"
            r"|approach"
            r"|policy|team|office|basis|job|remote)\b|\b(?:is|are|role:|workplace:|location:)\s(?:an?\s)?hybrid\b"
            r"|\b(?:one|two|three|four|[1-4](?:\s?[-–]\s?[2-5])?|at least \w+)\s(?:full )?days?\s(?:a|per|each"
            r"|every|/)\s?week\s"
            r"(?:in|at|from|on-?site)\b"
            r"|\b(?:office|on-?site)\s(?:for )?(?:at least |up to )?(?:one|two|three|four|[1-4](?:\s?[-–]\s?[2-5])?)\s"
            r"days?\s(?:a|per|each|every)\sweek\b",
            re.IGNORECASE,
        ),
    ),
    (
        Workplace.REMOTE,
        ("remote",),
        re.compile(
            r"\b(?:this|the|our)\s(?:\w+\s){0,2}(?:role|position|job|posting|opportunity)\s(?:is|can be)\s"
            r"(?:\w+\s){0,3}remote\b|\b(?:fully|100 ?%|entirely|completely)[ -]remote\b(?!\s(?:company|team|organi))"
            r"|\bremote\s(?:role|position|job|opportunity)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Workplace.ONSITE,
        ("on-site", "onsite", "in-person", "in person", "in-office", "in office", "office-based", "office based"),
        re.compile(
            r"\b(?:this|the|our)\s(?:\w+\s){0,2}(?:role|position|job|posting)\s(?:is|must be)\s(?:\w+\s){0,3}"
            r"(?:on-?site|in[ -]person|in[ -]office|office[ -]based)\b|\bwork location: in person\b",
            re.IGNORECASE,
        ),
    ),
)


def from_schema(value: str) -> Workplace | None:
    """Of schema.org's jobLocationType."""
    return Workplace.REMOTE if value.strip().upper() == _SCHEMA_REMOTE else None


def from_words(text: str) -> Workplace | None:
    """Of a label's value or an applicant system's field ("Hybrid - 3 days", "onsite", "Remote (US)")."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(text)), None)


def is_only_workplace(text: str) -> bool:
    """Whether a line names a workplace and nothing else ("Hybrid", "100% Remote")."""
    return len(text) < _SHORT and _ALONE.match(text) is not None


def in_prose(text: str, lower: str) -> tuple[Workplace, re.Match[str]] | None:
    """What sentences of the posting's own text say; `lower` is the text as `near.lowered` gives it."""
    for kind, words, pattern in _SAYS:
        spans = windows(lower, words, before=_AROUND, after=_AROUND)
        if match := next(matches(pattern, text, spans), None):
            return kind, match
    return None
