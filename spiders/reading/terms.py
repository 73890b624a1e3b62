"""Words in place of a deadline, or beside one: taken on a rolling basis, until somebody is found, or not said yet."""

import re
from collections.abc import Mapping

from spiders.posting import Terms
from spiders.reading.characters import plain
from spiders.reading.deadline_words import is_about_applying
from spiders.reading.found import Found
from spiders.reading.near import matches, windows
from spiders.reading.passages import sentence_end, sentence_start
from spiders.reading.words import listed, whole

_PHRASES: Mapping[Terms, str] = {
    Terms.ROLLING: """
rolling basis|rolling deadline|rolling applications|rolling admission|on a rolling|on a rolling basis|no deadline
no closing date|no fixed deadline|no application deadline|no set deadline|reviewed as they arrive|continuously accept
ongoing basis|accepted continuously|accepted year-round|applications are ongoing|continuous recruitment
laufend bewerbungen|bewerbungen werden laufend|laufende bewerbung|keine bewerbungsfrist|jederzeit bewerben
jederzeit möglich|bewerbungen jederzeit|fortlaufend|ohne frist
au fil de l'eau|candidatures en continu|sans date limite|de forma continua|en continu|recrutement permanent
sin fecha límite|convocatoria abierta permanente|flusso continuo|senza scadenza|candidature sempre aperte|doorlopend
geen sluitingsdatum|geen deadline|löpande|løbende|ingen ansøgningsfrist|ingen frist|fortløpende|løpende
täytetään heti sopivan|jatkuva haku|haku on jatkuva|jatkuvasti|hakuaika jatkuva|na bieżąco|rekrutacja ciągła
nabór ciągły|průběžně|průběžný nábor|em contínuo|processo contínuo|fluxo contínuo|em aberto contínuo|contínua
""",
    Terms.UNTIL_FILLED: """
until filled|until the position is filled|until position is filled|until the role is filled|open until filled
until the vacancy is filled|until the post is filled|until the job is filled|until the position has been filled
until the role has been filled|until a suitable candidate|until a suitable applicant|until a candidate is found
until a candidate is selected|until the right candidate|until we find the right|until we fill|until suitable
until we have found|until an appointment is made|until all positions are filled|until positions are filled
until all vacancies are filled|bis zur besetzung|bis die stelle besetzt|bis zur stellenbesetzung|solange offen
jusqu'à ce que le poste soit pourvu|jusqu'à pourvoi|jusqu'au pourvoi|hasta cubrir|hasta que se cubra
hasta cubrir la vacante|hasta la cobertura|fino a copertura|fino alla copertura|fino ad esaurimento
totdat de vacature is vervuld|tot de vacature is ingevuld|totdat de functie is vervuld|totdat de functie is ingevuld
totdat de vacature is ingevuld|tot invulling|tot de vacature vervuld is|tot de functie is vervuld
tills tjänsten är tillsatt|tills vi hittat|tills platsen är tillsatt|tills rätt person|indtil stillingen er besat
indtil vi finder|indtil vi har fundet|inntil stillingen er besatt|inntil vi finner|til stillingen er besatt
kunnes paikka täytetty|kunnes sopiva|kunnes tehtävä on täytetty|kunnes paikka on täytetty|do obsadzenia stanowiska
do czasu obsadzenia|do obsadzenia|do czasu znalezienia|do obsazení|do obsazení pozice|až do obsazení
dokud nebude obsazeno|dokud nebude pozice obsazena|até preenchimento|até ao preenchimento|até a vaga ser preenchida
até preencher
""",
}
_TERMS_OF = {phrase: terms for terms, phrases in _PHRASES.items() for phrase in listed(phrases)}
#: Not "Open until filled: No".
_TERMS = re.compile(rf"{whole(_TERMS_OF)}(?!\s{{0,2}}[:?]?\s{{0,2}}no\b)")
#: Also said of other things than applications ("learn continuously"): terms only where the sentence is about applying.
_ALSO_SAID_OF_WORK = frozenset(
    listed(
        "ongoing basis|fortlaufend|de forma continua|en continu|doorlopend"
        "|löpande|løbende|fortløpende|løpende|jatkuvasti|na bieżąco|průběžně|em contínuo|contínua|jederzeit möglich"
        "|flusso continuo|processo contínuo|no deadline|ingen frist|geen deadline|ohne frist"
    )
)
#: Words about candidates in several languages, beside those of applying.
_OF_CANDIDATES = re.compile(
    r"(?<!\w)(?:urval|rekry|intervju|[ck]andidat|kandidát|samtale|recrut|recruit|hiring|hakij|rekrut|nábor|uchazeč"
    r"|besetz|gesprek)"
)
#: One of these is in every phrase.
_STEMS = tuple(
    listed(
        "rolling|deadline|closing date|ongoing|continuous|year-round|as they arrive|laufend|bewerbung|jederzeit"
        "|ohne frist|au fil de|continu|sans date|permanent|sin fecha|convocatoria|senza scad|sempre aperte|doorlopend"
        "|sluitingsdatum|löpande|løbende|løpende|ansøgningsfrist|ingen frist|jatkuva|heti sopivan|bieżąco|rekrutacja ci"
        "|nabór ci|průběž|contínu|until |besetz|solange offen|jusqu'|hasta |fino a|tot de |totdat|tot invulling|tills "
        "|indtil |inntil |til stillingen|kunnes |do obsad|do czasu|do obsaz|dokud nebude|até "
    )
)
_LABELS = """
closes|closing date|closing|deadline|deadline for applications|application deadline|apply by|applications close
closing date for applications|bewerbungsfrist|bewerbungsschluss|date limite|date limite de candidature|fecha límite
fecha de cierre|scadenza|ansøgningsfrist|søknadsfrist|sista ansökningsdag|sluitingsdatum|hakuaika|haku päättyy
termin składania|termin składania aplikacji|uzávěrka|uzávěrka přihlášek|prazo|prazo de candidatura
"""
_UNTOLD = """
tbd|tbc|tba|to be determined|to be announced|to be confirmed|not specified|unspecified|not stated|n/a|none|open|asap
as soon as possible|offen|keine angabe|k. a|schnellstmöglich|snarest|snarest mulig|hurtigst muligt|snarast
snarast möjligt|zo snel mogelijk|dès que possible|lo antes posible|il prima possibile|jak najszybciej|co nejdříve
o mais breve possível|mahdollisimman pian|ei määritelty|nicht angegeben|non précisé|non specificata|no especificado
"""
_GOING_ON = """
rolling|ongoing|continuous|open ended|open-ended|no deadline|laufend|fortlaufend|en continu|continua|permanente
doorlopend|löpande|løbende|løpende|fortløpende|jatkuva|ciągła|na bieżąco|průběžně|contínuo
"""
_VALUES = {
    **dict.fromkeys(listed(_UNTOLD), Terms.UNANNOUNCED),
    **dict.fromkeys(listed(_GOING_ON), Terms.ROLLING),
}
_LABELLED = re.compile(
    rf"{whole(listed(_LABELS))}(?:\s{{0,3}}[:¦-]|\n)\s{{0,3}}[¦'\"]{{0,2}}\s?(?P<value>{whole(_VALUES)})(?!\s?[,-]?\s?\d|\s{{1,3}}until)"
)
#: One of these is in every label.
_LABEL_STEMS = (
    "clos", "deadline", "apply by", "bewerbungs", "limite", "límite", "cierre", "scadenza", "frist", "ansökningsdag",
    "sluitingsdatum", "haku", "termin", "uzávěrka", "prazo",
)  # fmt: skip
_BEFORE, _AFTER, _REACH = 24, 72, 120


def find_terms(text: str) -> Found[Terms] | None:
    """How long applications are taken where no day says it, or None. None of these is ever a deadline."""
    flat = plain(text)
    for found in matches(_LABELLED, flat, windows(flat, _LABEL_STEMS, before=_BEFORE, after=_AFTER)):
        return Found.of(_VALUES[" ".join(found["value"].split())], text, *found.span())
    for found in matches(_TERMS, flat, windows(flat, _STEMS, before=_BEFORE, after=_AFTER)):
        phrase = " ".join(found[0].split())
        if phrase not in _ALSO_SAID_OF_WORK or _is_about_applying(text, flat, found):
            return Found.of(_TERMS_OF[phrase], text, *found.span())
    return None


def _is_about_applying(text: str, flat: str, found: re.Match[str]) -> bool:
    start = sentence_start(text, found.start(), reach=_REACH)
    end = sentence_end(text, found.end(), reach=_REACH)
    words = flat[start:end]
    return is_about_applying(words) or _OF_CANDIDATES.search(words) is not None
