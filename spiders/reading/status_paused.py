"""Lines of a posting's head that say that applications are paused: for who applies, that is closed.

Only a whole line counts, and only in the head: prose speaks of recruitments that were paused, of software
"applications on hold", and of what will be paused one day.
"""

import re
from collections.abc import Iterator

_THINGS = """
applications?|the application (?:process|window)|recruitment|recruiting|hiring|this (?:role|position|job|vacancy|posting
|opening|listing|search)
bewerbungen|bewerbungs(?:phase|verfahren|prozess)|bewerbung|ausschreibung|stellenausschreibung|stellenbesetzung
diese (?:stelle|position|anzeige|ausschreibung)|besetzungsverfahren
candidatures|recrutement|cette (?:offre|annonce)|ce (?:poste|recrutement)|l.offre
candidaturas|solicitudes|inscripciones|postulaciones|proceso(?: de selección)?|convocatoria|est[ae] (?:oferta|vacante
|puesto|proceso)
candidature|selezion[ei]|quest[ao] (?:posizione|annuncio|offerta|selezione|ricerca)
sollicitaties|solliciteren|werving|wervingsprocedure|deze (?:vacature|functie)|vacature
ansökningar|ansökan|rekryteringen|annonsen|tjänsten|denna (?:rekrytering|tjänst|annons)
ansøgninger|rekrutteringen|ansættelsen|denne (?:stilling|annonce)|stillingen|opslaget
søknader|utlysningen|denne (?:stillingen|utlysningen)|ansettelsen
hakemukset|hakemusten vastaanotto|haku|rekrytointi|tämä (?:haku|paikka|rekrytointi)
aplikacje|przyjmowanie (?:aplikacji|zgłoszeń)|rekrutacja|nabór|ta (?:oferta|rekrutacja)
přihlášky|příjem přihlášek|přijímání přihlášek|nábor|výběrové řízení|(?:tato|tento) (?:pozice|nabídka|nábor)
inscrições|recrutamento|processo seletivo|(?:esta |essa )?vaga|est[ae] (?:processo|oferta|recrutamento)
"""
_PAUSED = """
paused|on (?:hold|pause)|suspended|pausiert|ausgesetzt|unterbrochen|gestoppt|suspendue?s?|en pause|interrompue?s?
en pausa|pausad[oa]s?|suspendid[oa]s?|sospes[aeoi]|in pausa|gepauzeerd|opgeschort|stilgelegd|pausade?|pausats?|vilande
(?:sat |satt )?på (?:pause|vent)|sat i bero|stillet i bero|keskeytetty|keskeytyksissä|tauolla|wstrzyman[aeyo]
zawieszon[aeyo]|pozastaven[aáoyý]?|přerušen[aáoyý]?|em pausa|suspens[ao]s?|em espera
"""
#: Between the two these make it another statement: "are not paused", "will be paused", "for paused projects".
_NOT = """
not|never|if|when|will|was|were|nicht|nie|wenn|werden|wird|wurden?|pas|si|seront|sera|no|serán|será|non|saranno
niet|als|zullen|zal|inte|om|kommer|ska|ikke|hvis|vil|skal|ei|jos|tullaan|jeśli|będ[ąz]\\w*|pokud|bud[eo]u?|não|serão
"""
_BEFORE = r"(?:(?:we have|wir haben|nous avons|please note|notice|hinweis|the|our|all|die|das|unsere|les|le|la|las|el"
_BEFORE += r"|los|lo|il|de|het|as|os|o|a|alle|alla|new|neue|nuevas|nouvelles|nieuwe|nya|nye)\W{1,3}){0,3}"
_UNTIL = r"(?:until|till|for now|at the moment|at this time|bis|derzeit|momentan|vorerst|jusqu|pour le moment|hasta"
_UNTIL += r"|por el momento|fino|al momento|tot|voorlopig|tills|tillsvidare|indtil|inntil|toistaiseksi|do|až|até)"


def _listed(words: str) -> str:
    """The words of a table as alternatives; a line that begins with a bar goes on."""
    return "|".join(words.strip().replace("\n|", "|").splitlines())


_LINE = re.compile(
    rf"(?:^|(?<=\n))[^\w\n]{{0,4}}{_BEFORE}(?:{_listed(_THINGS)})"
    rf"(?:[ ,:–-]{{1,3}}(?!(?:{_listed(_NOT)})(?!\w))\w{{1,20}}){{0,6}}[ ,:–-]{{1,3}}(?:{_listed(_PAUSED)})"
    rf"(?!\w)(?:[ ,–-]{{1,3}}{_UNTIL}[^\n.]{{0,60}})?[^\w\n]{{0,4}}(?=\Z|\n|[.!] )"
)


def paused_lines(head: str) -> Iterator[re.Match[str]]:
    """The lines that say that applications are paused.

    Args:
        head: of a posting, or the notices of its page; in lower case.
    """
    return _LINE.finditer(head)
