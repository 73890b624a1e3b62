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
            r"intern|interns|internships?|praktikum|praktikant\w*|stage|stages|stagista|stagiaire|alternan\w+"
            r"|apprentissage|praktik|praktikplass|pr[aá]cticas?|becario|tirocinio"
            r"|est[aá]gio|st[aá][zž]|staż|stáž|harjoittelu\w*|praktikplats|placement|trainee|traineeship|werkstudent\w*"
            r"|working student|working students|estagi[aá]ri\w+|lærling|lærlinge|lärling|praktyki?|czeladnik"
            r"|oppisopimus|studentermedhj\w*|co-?op|apprentice(?:ship)?|ausbildung"
        ),
    ),
    (
        EmploymentType.TEMPORARY,
        (
            r"temporary|temp|seasonal|fixed[ -]term(?: contract)?|fixed term|befristete?[rsn]?|cdd"
            r"|dur[eé]e d[eé]termin[eé]e|tempo determinato|duración determinada|interinidad|tijdelijke?"
            r"|bepaalde tijd|bepaalde duur|visstid|saisonnier|temporada|stagionale|kausity\w+|sesong\w*|säsong\w*"
            r"|sezonow\w+|sezónn\w+|umowa na czas określony|doba určitá|termo certo|a termo|visstidsanställning"
            r"|tidsbegr[aä]nsad|temporaire|int[eé]rim\w*|temporal"
            r"|tidsbegrænset(?: ansættelse)?|engasjement"
            r"|midlertidig|tillf[aä]llig|vikariat|m[aä]{2}r[aä]aikainen|a tempo determinato|tempor[aá]rio|tijdelijk"
            r"|maternity cover|per diem|casual"
        ),
    ),
    (
        EmploymentType.CONTRACT,
        (
            r"(?<!permanent )(?<!zero hours )(?<!zero-hours )(?<!zero hour )contract(?!\s?(?:type|length|manager|:))"
            r"|contractor|freelance\w*|self-employed|independent contractor|b2b|dpp|dpč|živnost\w*|osvč|ičo"
            r"|kontrakt b2b|zzp|freelanc\w*|consultant contract"
            r"|konsult(?:uppdrag)?|freie (?:mitarbeit|mitarbeiterin)|freiberuflich\w*|honorarbasis|indépendant\w*"
            r"|autónomo|libero professionista|toimeksianto|oppdragstaker"
            r"|werkvertrag|prestador|prestação de serviços|recibos verdes|partita iva"
        ),
    ),
    (
        EmploymentType.PART_TIME,
        (
            r"part[ _-]?time|teilzeit|parcial|mini-?job|midijob|temps partiel|jornada reducida|deeltijds?|parttime"
            r"|mi-temps|temps non complet"
            r"|osa-aika\w*|(?:tiempo|jornada) parcial|media jornada|tempo parziale"
            r"|deltid|osa-aikainen"
            r"|cz[eę][sś][cć] etatu|niepe[lł]ny etat|zkrácený úvazek|částečný úvazek|meio per[ií]odo|tempo parcial"
            r"|meio[- ]tempo|tempo "
            r"parcial|parttime"
        ),
    ),
    (
        EmploymentType.FULL_TIME,
        (
            r"full[ _-]?time|vollzeit|completa|temps plein|temps complet|à plein temps|(?:tiempo|jornada) completa"
            r"|tiempo completo|tempo pieno|fuldtid"
            r"|heltid"
            r"|kokoaika\w*|täysaika\w*|hpp|hlavní pracovní poměr|tempo inteiro|voltijdse?|pe[lł]ny etat"
            r"|pln[ýy] úvazek|plný pracovní úvazek|tempo integral|per[ií]odo integral"
            r"|voltijds?|fulltime"
            r"|permanent full time|regular full time"
        ),
    ),
)
#: All are for texts in lower case: without regard to case, Python tries each of their branches in full.
_PATTERNS = tuple((kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for kind, words in _WORDS)
_ANY = re.compile(r"(?<!\w)(?:" + "|".join(words for _, words in _WORDS) + r")(?!\w)")
#: Words of a contract that say how it runs, not what kind of employment it is; for texts in lower case.
_OPEN_ENDED = (
    r"permanent|regular|unbefristet\w*|festanstellung|feste anstellung|festangestellt|cdi|dur[ée]e ind[ée]termin[ée]e"
    r"|indefinid[oa]|tempo indeterminato|indeterminato|onbepaalde (?:tijd|duur)|vaste?|vast contract|tills ?vidare"
    r"|tillsvidareanställning|fast|fast stilling|fast ansettelse|fastansættelse|vakituinen|vakinainen|toistaiseksi"
    r"|umowa o pracę|umowa zlecenie|na czas nieokreślony|czas nieokreślony|pracovní smlouva|doba neurčitá|sem termo"
    r"|efetivo|efectivo|open ended|zero[ -]hours?|salaried|exempt"
)
_FILLER = re.compile(
    rf"[\s,;/|·•()&+–—-]|(?<!\w)(?:{_OPEN_ENDED}|and|or|und|oder|et|ou|o|e|y|eller|nebo|a|i|of|contract|contrat"
    rf"|contrato"
    r"|contratto|umowa|vertrag|position|job|role|work|employment|employee|scheme|programme|program|graduate|hours?"
    r"|week|na|the|práce|non|voll|standard|other|shift|nights?|evenings?|mornings?|weekends?|per|w2|1099|c2c|corp"
    r"|ongoing"
    r"|days?|months?|weeks?|years?|monate?n?|jahre?|mois|meses|mesi"
    r"|maanden|månader|måneder|kuukautta|miesięcy|měsíců)(?!\w)|\d+(?:[.,]\d+)?%?",
)
_PERMANENT = re.compile(rf"^[\W\d]*(?:{_OPEN_ENDED})(?!\w)")
_SAYS_INTERNSHIP = re.compile(
    r"\b(?:this|our|the|paid|summer|an?)\s(?:\w+\s){0,3}(?:internships?|apprenticeship|traineeship)\b"
    r"|\b(?:looking for|hiring|seeking)\s(?:\w+\s){0,6}interns?\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:this is an?|employment type|job type|position type|contract type|type of (?:contract|employment))\b"
    r"[^.\n]{0,40}?(?P<kind>full[ -]?time|part[ -]?time|temporary|fixed[ -]term|(?<!hours )(?<!permanent )contract"
    r"|seasonal|freelance)\b",
    re.IGNORECASE,
)
_SAYS_WORDS = ("this is a", "employment", "job type", "position type", "contract type", "type of")
#: Of sentences in other languages ("sucht einen Archivar in Vollzeit"); not of what is only possible, nor of a choice.
_SAYS_TIME = re.compile(
    r"(?<!\w)(?<!auch )(?<!oder )(?<!ou )(?:(?:in|à|a|en|på|na|im|til) )(?P<kind>vollzeit|teilzeit|temps (?:plein"
    r"|complet"
    r"|partiel)|mi-temps|tempo (?:pieno|parziale|inteiro|parcial)|tiempo (?:completo|parcial)|(?:jornada) (?:completa"
    r"|parcial)|media jornada|heltid|deltid|fuldtid|plný úvazek|částečný úvazek|zkrácený úvazek|pełny etat|deeltijd"
    r"|voltijd)(?!\w)(?!\s?(?:/|oder|und|ou|et|o|e|y|eller|og|och|of|en|nebo|lub|(?:\w+ )?(?:möglich|possible|posible"
    r"|possibile|possível|mogelijk|muligt?|möjligt))(?!\w))",
    re.IGNORECASE,
)
_SAYS_TIME_WORDS = (
    "vollzeit", "teilzeit", "temps ", "tempo ", "tiempo ", "jornada", "heltid", "deltid", "fuldtid", "úvazek", "etat",
    "eltijd", "oltijd",
)  # fmt: skip
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
    lower = text.lower()
    return next((kind for kind, pattern in _PATTERNS if pattern.search(lower)), None)


def is_only_employment(text: str) -> bool:
    """Whether a line names a kind of employment and nothing else ("Full-time", "Permanent, Part-time")."""
    if len(text) >= _SHORT:
        return False
    lower = text.lower()
    named = _ANY.search(lower) or _PERMANENT.match(lower)
    return named is not None and not _FILLER.sub("", _ANY.sub("", lower))


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
    return (EmploymentType.INTERNSHIP, match) if match else _time_in_prose(text, lower)


def _time_in_prose(text: str, lower: str) -> tuple[EmploymentType, re.Match[str]] | None:
    """Full or part time, where all sentences that say it say the same."""
    found = list(matches(_SAYS_TIME, text, windows(lower, _SAYS_TIME_WORDS, before=_AROUND, after=_AROUND)))
    kinds = {from_words(match["kind"]) for match in found}
    kind = kinds.pop() if len(kinds) == 1 else None
    return (kind, found[0]) if kind else None
