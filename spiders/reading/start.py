"""When the work begins, as far as the text says so, in thirteen languages."""

import re
from collections.abc import Iterator
from datetime import date

from spiders.reading.characters import plain
from spiders.reading.dates import DateMention, dates
from spiders.reading.found import Found
from spiders.reading.months import month
from spiders.reading.near import matches, windows
from spiders.reading.passages import sentence_end, sentence_start
from spiders.reading.words import alternation, listed, whole

#: Of the work, whatever stands around them.
_CUES = """
start date|starting date|expected start|anticipated start|expected start date|start date is|commencement date
starting on|months from|years from|start:
date of commencement|date of joining|joining date|required from|required for|to start|starting from|starting in
desired start date|preferred start date|proposed start date|expected starting date|date of appointment|entry on duty
eintrittsdatum|eintrittstermin|eintritt|arbeitsbeginn|beginn|startdatum|starttermin|ausbildungsbeginn|stellenantritt
dienstbeginn|dienstantritt|beschäftigungsbeginn|besetzungstermin|einstellungstermin|tätigkeitsbeginn|arbeitsantritt
einsatzbeginn|vertragsbeginn|praktikumsbeginn|frühester beginn|zu besetzen ab|zu besetzen zum|gewünschter eintritt
date de début|prise de poste|prise de fonction|prise de fonctions|début|début du contrat|début de contrat
début du stage
date de démarrage|démarrage|à pourvoir|date d'embauche|date de prise de poste|début de mission
date d'entrée en fonction|com entrada
fecha de inicio|fecha de incorporación|incorporación|comienzo|inicio|fecha prevista de incorporación
inicio del contrato
data di inizio|data inizio|inizio|decorrenza|inizio contratto|inizio previsto|data di assunzione|inserimento previsto
ingangsdatum|indiensttreding|datum indiensttreding|datum in dienst|in dienst per|gewenste startdatum
tillträde|tillträdesdag|tillträdesdatum|anställningsstart|startdatum för anställningen|beräknad start|planerad start
tiltrædelse|tiltrædelsesdato|startdato|tiltræder|tiltræde|ledig pr|ledig fra|besættes pr|besættes den|besættelse pr
til besættelse den|ansættelsesstart|jobstart|ansættelse pr|opstart|med start
oppstart|oppstartsdato|tiltredelse|tiltredelsesdato|oppstartstidspunkt|ansettelse fra|ønsket oppstart
työ alkaa|työn aloitus|aloitus|aloituspäivä|työsuhde alkaa|tehtävä alkaa|työsuhteen alku|työ alkaisi|aloitusajankohta
data rozpoczęcia|data rozpoczęcia pracy|rozpoczęcie|rozpoczęcie pracy|początek pracy|start pracy|zatrudnienie od
nástup|datum nástupu|termín nástupu|nástup možný|nástup do práce|předpokládaný nástup|začátek
data de início|início|início do contrato|data prevista de início|entrada em funções|data de entrada|começo
início previsto|inicio previsto|comienzo previsto|début prévu|démarrage prévu|geplanter beginn|forventet oppstart
"""
#: Of the work only if the sentence is.
_VERBS = """
starts|starts on|starts in|start on|start in|start from|begins|begins on|begins in|begin on|begin in|beginning
commences|commences on|commences in|commencing|commencing on|commence on|commence in|starting|start by|start around
available from|available as of|vacant from|start
beginnt|startet|los geht es|los geht's|geht es los|geht's los|beginnst|débute|débutera|commence|commencera
démarre|démarrera|commencez|commencerez|débutez|comienza|comenzará|empieza|empezará|inicia|empiezas|comienzas|inizia|inizierà|comincia|decorre
begint|börjar|startar|begynder|starter|begynner|alkaa|aloitat|rozpoczyna się|rozpocznie się|zaczyna się|zaczynasz|začíná
začne|začneš|nastoupíš|nastoupíte|začínáte|começa|começará|começas|inicia-se|tem início
"""
_CUE = re.compile(
    rf"(?<!\w)(?:(?:{alternation(listed(_CUES))})|(?P<verb>{alternation(listed(_VERBS))}))(?!\w)"
    r"[\s:.,¦-]{0,4}(?:(?:is|are|date|on|or|around|about|in|from|at|by|will|be|the|of|expected|planned|approximately"
    r"|early|mid|late|beginning"
    r"|end|ab|zum|am|dem|den|der|ist|le|au|du|la|à|partir|el|il|a|de|del|dal|per|op|vanaf|fra|från|pr|d|od|dne|dnia"
    r"|em|para|possible|im|i|en|est|è|é|er|är|on|v|ve|w|we|prévue?|previst[oa]|planlagt|planerad|for|til|till|från|és"
    r"|tidigast|senast|snarast|tidligst|senest|od|już)"
    r"[\s.:-]{1,3}){0,6}"
)
#: "Zum 01.04.2026 suchen wir …"
_FROM = re.compile(r"(?<!\w)(?<!bis )(?:zum|ab|ab dem|ab sofort oder zum|spätestens zum|frühestens zum)\s{1,2}(?=\d)")
_SEEKING = re.compile(r"(?<!\w)(?:suchen wir|sucht|wird gesucht|zu besetzen|such(?:en|t)\s)")
_WORK = re.compile(
    whole(
        listed(
            "position|role|internship|internships|job|placement|contract|programme|program|employment|appointment"
            "|work|post"
            "|fellowship|apprenticeship|traineeship|you|candidate|candidates|applicant|interns|assignment|vacancy"
            "|cohort"
            "|the successful candidate|like you to|traineeships|scholarship|studentship|duration"
            "|stelle|arbeit|tätigkeit|praktikum|anstellung|ausbildung|vertrag|beschäftigung|werkstudentenstelle|du|sie"
            "|poste|contrat|stage|mission|emploi|alternance|vous|tu|puesto|trabajo|contrato|prácticas|empleo|posizione"
            "|lavoro|contratto|tirocinio|impiego|rapporto di lavoro|functie|baan|dienstverband|je|tjänsten|tjänst"
            "|jobbet"
            "|anställningen|uppdraget|arbetet|praktiken|stillingen|ansættelsen|ansettelsen|arbejdet|arbeidet|praktikken"
            "|jobbet|työ|tehtävä|työsuhde|harjoittelu|praca|stanowisko|umowa|staż|praktyka|práce|pozice|smlouva"
            "|místo|stáž"
            "|vaga|função|trabalho|estágio|emprego"
        )
    )
)
_OTHER = re.compile(
    r"(?<!\w)(?:interview|review|screening|application|sale|project|class|session|semester|round|assessment|event"
    r"|conference|shift"
    r"|recruitment|selection|deadline|webinar|training|gesprä|entretien|entrevista|colloqui|gesprekken|samtale"
    r"|haastattel|rozmow"
    r"|pohovor|bewerbung|candidatur|inscri)"
)
_STEMS = (
    "months from", "years from",
    "start", "commenc", "begin", "joining", "appointment", "entry on duty", "required f", "eintritt", "antritt",
    "besetz",
    "début", "prise de", "démarr", "pourvoir", "embauche", "entrée en", "incorporación", "comienzo", "inicio", "inizio",
    "decorrenza", "assunzione", "inserimento", "ingangsdatum", "dienst", "tillträde", "tiltræd", "ledig", "besætte",
    "opstart", "oppstart", "tiltred", "ansettelse fra", "ansættelse pr", "alkaa", "alkaisi", "aloitus", "alku",
    "los geh", "comien", "comenz", "empez", "empiez", "inici", "inizi", "comincia", "decorr", "begint", "börjar",
    "begynd", "begynn", "aloitat", "zaczyn", "začín", "začne", "nastoup", "começ", "geht es los", "geht's los",
    "rozpocz", "available", "vacant from",
    "początek", "zatrudnienie od", "nástup", "začátek", "início", "entrada", "começo", "einstellungstermin",
)  # fmt: skip
_MONTH_YEAR = re.compile(r"(?P<month>[^\W\d_]{3,14})\.?,?\s(?:de\s|del\s)?(?P<year>20\d\d)(?!\d)")
_NEAR = 80
_LONGEST_DATE = 40


def find_start(text: str, lower: str, *, language: str | None = None, month_first: bool = False) -> Found[str] | None:
    """An ISO date, or month ("2026-06") where the text says no more; `lower` as `near.lowered`.

    Of "01/09/2026" `month_first` decides where nothing else tells.
    """
    flat = plain(text)
    for found in matches(_CUE, flat, windows(lower, _STEMS, before=_NEAR // 4, after=_NEAR)):
        if found["verb"] and not _is_of_work(flat, found):
            continue
        if not found["verb"] and _is_of_other(flat, found):
            continue
        if said := _said_at(flat, found.end(), language=language, month_first=month_first):
            return Found.of(said[0], text, found.start(), said[1])
    return _sought(text, flat, language) if "such" in lower or "besetz" in lower else None


def read_start(value: str, *, language: str | None = None, month_first: bool = False) -> str | None:
    """What a label's value says: an ISO date, or month; None for "as soon as possible"."""
    flat = plain(value)
    begins = re.match(r"\W{0,4}(?:(?:from|on|ab|zum|le|à partir du|od|per|fra|från)\s(?:dem\s)?)?", flat)
    said = _said_at(flat, begins.end() if begins else 0, language=language, month_first=month_first)
    return said[0] if said else None


def _said_at(flat: str, position: int, *, language: str | None, month_first: bool) -> tuple[str, int] | None:
    """The date or month that begins at `position`, and where it ends."""
    words = flat[position : position + _LONGEST_DATE]
    mention = next(iter(dates(words, language=language)), None)
    if mention and not mention.start and mention.year and (day := _day(mention, month_first=month_first)):
        return day.isoformat(), position + mention.end
    found = _MONTH_YEAR.match(words)
    number = month(found["month"], language) if found else None
    return (f"{found['year']}-{number:02}", position + found.end()) if found and number else None


def _day(mention: DateMention, *, month_first: bool) -> date | None:
    mention = mention.swapped() if mention.ambiguous and month_first else mention
    return mention.on(mention.year) if mention.year else None


def _is_of_work(flat: str, found: re.Match[str]) -> bool:
    before = flat[sentence_start(flat, found.start(), reach=_NEAR) : found.start()]
    return (not before.strip() or bool(_WORK.search(before))) and not _OTHER.search(before)


def _is_of_other(flat: str, found: re.Match[str]) -> bool:
    """Whether the words right before say what else begins: "Interviews start", "Project start date"."""
    before = flat[max(0, found.start() - _NEAR // 4) : found.start()].rsplit("\n", 1)[-1]
    return bool(_OTHER.search(before))


def _sought(text: str, flat: str, language: str | None) -> Found[str] | None:
    for found in _froms(flat):
        said = _said_at(flat, found.end(), language=language, month_first=False)
        before = sentence_start(text, found.start(), reach=_NEAR)
        if said and (
            _SEEKING.search(flat, said[1], sentence_end(text, said[1], reach=_NEAR))
            or _SEEKING.search(flat, before, found.start())
        ):
            return Found.of(said[0], text, found.start(), said[1])
    return None


def _froms(flat: str) -> Iterator[re.Match[str]]:
    return matches(_FROM, flat, windows(flat, ("zum ", "ab "), before=_NEAR // 4, after=_NEAR // 4))
