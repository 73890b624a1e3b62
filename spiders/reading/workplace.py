"""Where the work is done: on site, hybrid or remote, from structured values, short lines and prose."""

import re

from spiders.posting import Workplace
from spiders.reading.near import matches, windows

_HYBRID = (
    r"hybrid\w*|h[íi]brid[oa]s?|ibrid[oa]|part(?:ly|ially) remote|(?:teilweise"
    r"|teils|anteilig|partiell) (?:home-?\s?office|remote)|t[ée]l[ée]travail (?:partiel|fr[ée]quent|occasionnel"
    r"|ponctuel|possible|r[ée]gulier)|teletrabajo parcial|parcialmente remoto|deels thuis\w*|delvis (?:distans\w*"
    r"|hjemme\w*|remote)|osittain etä\w*|częściowo zdaln\w+|částečně na dálku|homeoffice möglich|hybryd\w*"
)
_REMOTE = (
    r"(?:fully |100 ?% |full )?remote(?:ly)?|telecommut\w+|home[ -]?office|volledig thuis|full remote"
    r"|t[ée]l[ée]travail (?:total|complet|100 ?%)|100 ?% t[ée]l[ée]travail|work from (?:home|anywhere)|wfh|télétravail"
    r"|teletrabajo|remot[oa]|da remoto|zdaln\w+|pr[aá]ce na d[áa]lku|thuiswerken|hjemmearbejde"
    r"|distans(?:arbete)?|etätyö\w*"
    r"|homeoffice|anywhere|à distance|på distans|a distan[cz]i?a|à distância|op afstand|etänä|etätyönä|hjemmefra"
    r"|hemifrån|vzdáleně|na dálku|von zu hause"
)
_ONSITE = (
    r"work from (?:the )?office|wfo|on[ -]?site|in[ -]office|in[ -]person|vor ort|sur place|presencial|au bureau"
    r"|präsenz|in presenza|lähityö"
    r"|stacjonarn\w+|stationary|på kontoret|in sede|på stedet|på plats|na miejscu"
    r"|sur site|en présentiel|vor-ort|paikan päällä|läsnätyö\w*|na místě|op kantoor|toimistolla|w biurze|v kanceláři"
    r"|en (?:la )?oficina|in ufficio|no escritório|im büro|på kontor|i butik|in loco|no local"
    r"|na pracovi[sš]ti|office[ -]based|in the office|op locatie"
)
_SCHEMA_REMOTE = "TELECOMMUTE"
#: For texts in lower case: without regard to case, Python tries each of their branches in full.
_PATTERNS = (
    (Workplace.HYBRID, re.compile(rf"(?<!\w)(?:{_HYBRID})(?!\w)")),
    (Workplace.REMOTE, re.compile(rf"(?<!\w)(?:{_REMOTE})(?!\w)")),
    (Workplace.ONSITE, re.compile(rf"(?<!\w)(?:{_ONSITE})(?!\w)")),
)
_AROUND = 80
_JOB_BEFORE = 12
_SHORT = 60
#: For texts in lower case: words beside a workplace's own ones. Groups are atomic: what can be read in two ways
#: would take exponential time.
_BESIDE = (
    r"(?:partially|fully|temporarily|work(?:ing|place)?|job|role|position|type|possible|or|and|ok|friendly|first"
    r"|only|praca"
    r"|práce|arbete|arbejde|arbeid|arbeiten|travail|mode|model|modell|trabajo|trabalho|lavoro|werken|w|en|modalidad"
    r"|möglich|mogelijk)(?!\w)|100 ?%"
)
_ALONE = re.compile(
    rf"^[\W_]*(?:(?>{_BESIDE})\W+)*(?:{_HYBRID}|{_REMOTE}|{_ONSITE})"
    rf"(?:\W+(?>{_BESIDE}|(?:{_HYBRID}|{_REMOTE}|{_ONSITE})(?!\w)))*[\W_]*$",
)
#: "The job is", with words that may stand between; in languages other than English.
_JOB_IS = (
    r"\b(?:(?:(?:die|diese|unsere) (?:stelle|position|arbeit|tätigkeit)|der (?:job|arbeitsplatz)"
    r"|das praktikum) (?:ist|wird)"
    r"|(?:(?:le|ce|votre) (?:poste|travail|stage)|l.emploi|cet emploi|la mission) (?:est|sera|s.exerce|s.effectue)"
    r"|(?:(?:el|este|la|esta) (?:puesto|trabajo|posición|vacante|oferta)) es"
    r"|(?:(?:la|questa) posizione|il (?:lavoro|ruolo)|l.impiego) è|(?:de|deze) (?:functie|baan|stage) is"
    r"|(?:tjänsten|rollen|jobbet|arbetet|uppdraget|anställningen|praktiken) är"
    r"|(?:stillingen|rollen|jobbet|arbejdet|arbeidet) er|(?:työ|tehtävä|työpaikka) on|(?:praca|oferta|stanowisko) jest"
    r"|(?:práce|pozice|místo) je|(?:a|esta) (?:vaga|função|posição) é|o trabalho é)\s"
    r"(?:(?:100 ?%|vollständig|komplett|ausschließlich|überwiegend|grundsätzlich|als|entièrement|totalement|en|de|in"
    r"|da|di|"
    r"totalmente|completamente|volledig|geheel|helt|fullt|fuldt|täysin|w pełni|całkowicie|plně|zcela|av|på|i)\s)"
    r"{0,2}"
)
#: Sentences that settle it; the first that is found in this order.
_SAYS = (
    (
        Workplace.HYBRID,
        ("hybrid", " a week", " per week", " each week", " every week", "/week"),
        re.compile(
            r"\b(?:role|position|job|posting|workplace|location|opportunity)\b[^.\n]{0,40}?(?:\bis\s|\bas\s"
            r"|:\s)(?:an?\s)?"
            r"(?:\w+\s)?hybrid\b"
            r"|\bhybrid\s(?:role|position|job|opportunity)\b"
            r"|(?<!offer )\b(?:an?|our|this)\s(?:\w{1,20}\s)?hybrid\s(?:work(?:ing|place)?\s)?(?:model|schedule|set-?up"
            r"|environment|arrangement|approach|basis)\b"
            r"|\b(?:you|role|position)\b[^.\n]{0,60}?\b(?:one|two|three|four|[1-4](?:\s?[-–]\s?[2-5])?"
            r"|at least \w+)\s(?:full )?"
            r"days?\s(?:a|per|each|every|/)\s?week\s(?:in|at|from|on-?site)\b"
            r"|\b(?:you|role|position)\b[^.\n]{0,60}?\b(?:office|on-?site)\s(?:for )?(?:at least |up to )?"
            r"(?:one|two|three|four|[1-4](?:\s?[-–]\s?[2-5])?)\sdays?\s(?:a|per|each|every)\sweek\b",
            re.IGNORECASE,
        ),
    ),
    (
        Workplace.REMOTE,
        ("remote",),
        re.compile(
            r"\b(?:this|the|our)\s(?:\w+\s){0,2}(?:role|position|job|posting|opportunity)\s(?:is|can be)\s"
            r"(?:\w+\s){0,3}remote\b|\b(?:fully|100 ?%|entirely|completely)[ -]remote\b(?!\s(?:company|team|organi))"
            r"|\b(?:this|an?|our|the)\s(?:\w+\s){0,2}remote\s(?:role|position|job|opportunity)\b",
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

#: One of these is in all that `_JOB_IS` finds.
_JOB_IS_WORDS = (
    *("stelle", "position", "arbeit", "tätigkeit", "praktikum", "poste ", "travail", "stage ", "emploi", "mission"),
    *(
        "puesto",
        "trabajo",
        "posición",
        "vacante",
        "oferta",
        "posizione",
        "lavoro",
        "ruolo",
        "impiego",
        "functie",
        "baan ",
    ),
    *("tjänsten", "rollen", "jobbet", "arbetet", "uppdraget", "anställningen", "praktiken"),
    *("stillingen", "arbejdet", "arbeidet"),
    *("työ on", "tehtävä on", "työpaikka on", "praca jest", "stanowisko jest", "práce je", "pozice je", "místo je"),
    *("vaga é", "função é", "trabalho é"),
)
#: For texts in lower case: without it, no pattern below is tried.
_JOB_BEGINS = re.compile(_JOB_IS)
_JOB_IS_SO = tuple(
    (kind, re.compile(rf"{_JOB_IS}(?:{words})(?!\w)", re.IGNORECASE))
    for kind, words in ((Workplace.HYBRID, _HYBRID), (Workplace.REMOTE, _REMOTE), (Workplace.ONSITE, _ONSITE))
)


def from_schema(value: str) -> Workplace | None:
    """Of schema.org's jobLocationType."""
    return Workplace.REMOTE if value.strip().upper() == _SCHEMA_REMOTE else None


def from_words(text: str) -> Workplace | None:
    """Of a label's value or an applicant system's field ("Hybrid - 3 days", "onsite", "Remote (US)")."""
    lower = text.lower()
    return next((kind for kind, pattern in _PATTERNS if pattern.search(lower)), None)


def is_remote(text: str) -> bool:
    """Whether the words of a field say remote, and nothing else."""
    return from_words(text) is Workplace.REMOTE


def is_only_workplace(text: str) -> bool:
    """Whether a line names a workplace and nothing else ("Hybrid", "100% Remote")."""
    return len(text) < _SHORT and _ALONE.match(text.lower()) is not None


def in_prose(text: str, lower: str) -> tuple[Workplace, re.Match[str]] | None:
    """What sentences of the posting's own text say; `lower` is the text as `near.lowered` gives it."""
    for kind, words, pattern in _SAYS:
        spans = windows(lower, words, before=_AROUND, after=_AROUND)
        if match := next(matches(pattern, text, spans), None):
            return kind, match
    spans = windows(lower, _JOB_IS_WORDS, before=_JOB_BEFORE, after=_AROUND)
    if next(matches(_JOB_BEGINS, lower, spans), None) is None:
        return None
    found = ((kind, next(matches(pattern, text, spans), None)) for kind, pattern in _JOB_IS_SO)
    return next(((kind, match) for kind, match in found if match), None)
