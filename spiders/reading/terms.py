"""Words in place of a deadline: taken on a rolling basis, until somebody is found, or not said yet."""

import re
from collections.abc import Mapping
from enum import StrEnum

from spiders.reading.characters import plain
from spiders.reading.found import Found
from spiders.reading.words import listed, whole


class Terms(StrEnum):
    """How long applications are taken where no day is named."""

    ROLLING = "rolling"
    UNTIL_FILLED = "until_filled"
    UNANNOUNCED = "unannounced"


_PHRASES: Mapping[Terms, str] = {
    Terms.ROLLING: """
rolling basis|rolling deadline|rolling applications|rolling admission|on a rolling|on a rolling basis|no deadline
no closing date|ongoing basis|accepted continuously|applications are ongoing
laufend bewerbungen|bewerbungen werden laufend|laufende bewerbung|keine bewerbungsfrist|jederzeit bewerben
au fil de l'eau|candidatures en continu|sans date limite|de forma continua
sin fecha límite|flusso continuo|senza scadenza|doorlopend|geen sluitingsdatum|löpande urval|urval sker löpande
urval görs löpande|intervjuer sker löpande|rekryterar löpande|løbende|behandles løbende
fortløpende|vurderes fortløpende|løpende|täytetään heti sopivan|jatkuva haku|haku on jatkuva|na bieżąco
rekrutacja ciągła|nabór ciągły|průběžně|průběžný nábor|em contínuo|processo contínuo|fluxo contínuo
""",
    Terms.UNTIL_FILLED: """
until filled|until the position is filled|until position is filled|until the role is filled
until the vacancy is filled|until the post is filled|until the job is filled|until the position has been filled
until the role has been filled|until a suitable candidate|until we find|until a candidate is found
until all positions are filled|until positions are filled|bis zur besetzung|bis die stelle besetzt
jusqu'à ce que le poste soit pourvu|jusqu'à pourvoi|hasta cubrir|hasta que se cubra|hasta cubrir la vacante
fino a copertura|fino alla copertura|fino ad esaurimento|totdat de vacature is vervuld|tot de vacature is ingevuld
tot invulling
tills tjänsten är tillsatt|tills vi hittat|tills platsen är tillsatt|indtil stillingen er besat|indtil vi finder
inntil stillingen er besatt|inntil vi finner|kunnes paikka täytetty|kunnes sopiva|do obsadzenia stanowiska
do czasu obsadzenia
do obsazení|do obsazení pozice|až do obsazení|até preenchimento|até ao preenchimento|até a vaga ser preenchida
""",
}
_TERMS_OF = {phrase: terms for terms, phrases in _PHRASES.items() for phrase in listed(phrases)}
_TERMS = re.compile(whole(_TERMS_OF))
_UNANNOUNCED = re.compile(
    r"(?:closes|closing date|deadline|deadline for applications|application deadline|bewerbungsfrist|date limite"
    r"|fecha límite|scadenza|ansøgningsfrist|søknadsfrist|sista ansökningsdag|sluitingsdatum|hakuaika|termin"
    r"|uzávěrka|prazo)"
    r"\s{0,3}[:¦-]\s{0,3}[¦'\"]{0,2}\s?"
    r"(?:tbd|tba|to be (?:determined|announced|confirmed)|not specified|n/a|none|open|asap"
    r"|as soon as possible|offen|keine angabe)(?!\w)"
)


def find_terms(text: str) -> Found[Terms] | None:
    """What `text` says in place of a day to apply by, or None. None of these is ever a deadline."""
    flat = plain(text)
    found = _TERMS.search(flat)
    if found:
        return Found.of(_TERMS_OF[" ".join(found[0].split())], text, *found.span())
    unannounced = _UNANNOUNCED.search(flat)
    return Found.of(Terms.UNANNOUNCED, text, *unannounced.span()) if unannounced else None
