"""Whether a page asks to apply, in thirteen languages: by a control's words, or by a sentence that says how."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spiders.reading.document import Anchor, Document
from spiders.reading.near import matches, windows
from spiders.reading.scope import Scope

_CONTROL = re.compile(
    r"^\W*(?:"
    r"(?:easy |quick |1-click )?apply(?: (?:now|here|online|today|for|on|with|to|via|directly)\b.{0,40})?"
    r"|i.m interested|i am interested|express interest|(?:submit|send|start|begin|complete) (?:your |an |my )?"
    r"(?:application|cv|resume)"
    r"|(?:jetzt |hier |direkt |online |sofort |gleich )*bewerben(?: (?:auf|bei|über|mit|als)\b.{0,40})?"
    r"|auf (?:diese|die) (?:stelle|position|anzeige|ausschreibung) bewerben|zur (?:online-?)?bewerbung"
    r"|(?:zum )?bewerbungsformular|bewerbung (?:starten|absenden|senden|abschicken)|(?:jetzt )?online-?bewerbung"
    r"|(?:bewirb dich|bewerben sie sich|ich bewerbe mich)(?: .{0,30})?"
    r"|(?:je )?postule[rz]?(?: .{0,40})?|candidater(?: .{0,30})?|je candidate|déposer (?:ma|votre|une) candidature"
    r"|envoyer (?:ma|votre) candidature|je suis intéressée?"
    r"|inscribirme(?: .{0,30})?|inscríbete(?: .{0,30})?|inscribirse(?: .{0,30})?|solicitar(?: .{0,30})?"
    r"|postular(?:me|se)?"
    r"(?: .{0,30})?|postúlate(?: .{0,30})?|aplicar(?: .{0,30})?|aplica (?:ahora|aquí)|enviar (?:mi |tu )?(?:candidatura"
    r"|solicitud|cv|currículum|currículo)|me interesa"
    r"|candidati(?: .{0,30})?|candidarsi|mi candido|invia (?:la )?(?:tua )?(?:candidatura|cv)"
    r"|presenta (?:la )?candidatura"
    r"|(?:direct |online |nu )?sollicite(?:er|ren)(?: .{0,30})?|reageer(?: (?:nu|direct|op deze vacature))?"
    r"|reageren|ik ben geïnteresseerd"
    r"|ansök(?: (?:nu|här|direkt|idag|till|via|om|på)\b.{0,30})?|ansök(?:an|ningsformulär)|sök (?:jobbet|tjänsten|nu"
    r"|här"
    r"|jobbet här|denna tjänst|den här tjänsten|tjänsten här|jobbet nu)|till ansökan|skicka (?:in )?(?:din )?ansökan"
    r"|jag är intresserad|gå (?:vidare )?till ansökan"
    r"|ansøg(?: (?:nu|her|om|online|via|stillingen|jobbet)\b.{0,30})?|søg (?:jobbet|stillingen|nu|her|stilling|job)"
    r"(?: .{0,20})?|send (?:din )?ansøgning"
    r"|søk(?: (?:på )?(?:stilling\w*|jobben|nå|her))(?: .{0,20})?|send (?:din )?søknad|registrer søknad"
    r"|hae(?: (?:nyt|paikkaa|tehtävää|työpaikkaa|tähän|heti|täältä|tästä)\b.{0,20})?|(?:lähetä|jätä) (?:hakemus"
    r"|hakemuksesi)"
    r"|täytä hakemus|siirry hakemukseen"
    r"|aplikuj(?: .{0,30})?|wyślij (?:cv|aplikację|zgłoszenie)|złóż (?:aplikację|podanie)|zaaplikuj"
    r"|odpovědět(?: .{0,30})?|reagovat(?: .{0,30})?|poslat (?:životopis|cv)|mám (?:zájem|záujem)|odpovedať(?: .{0,30})?"
    r"|poslať životopis|přihlásit se na pozici"
    r"|candidat(?:ar|e)-(?:se|me|te)(?: .{0,30})?|quero (?:me )?candidatar(?:-me)?|enviar candidatura|candidatar"
    r"|responder (?:à|a) (?:oferta|anúncio)|inscrever-se|inscreva-se|concorrer (?:à|a) vaga"
    r")\W*$",
    re.IGNORECASE,
)
#: Sentences that say how to apply.
_INSTRUCTS = re.compile(
    r"\b(?:to apply(?=[,:]| (?:please|send|e-?mail|visit|click))|how to apply|apply (?:by|online|via|through|at|now"
    r"|here|directly)|please (?:apply"
    r"|submit|send)|send (?:us )?(?:your|an?|the) (?:cv|resume|application)|"
    r"application form|submit(?:ting)? (?:your|an) application|(?:with|e-?mail"
    r"|forward) (?:us )?your (?:cv|resume)"
    r"|applications are invited|(?:please )?(?:text|call|ring|phone|whatsapp) (?:us on |on )?\+?\d"
    r"|bewerbung(?:en|sunterlagen)? (?:an|bitte|unter|per|mit|richten)|(?:ihre|deine) (?:aussagekräftige )?bewerbung"
    r"|bewirb dich|bewerben sie sich|melden sie sich|melde dich"
    r"|zaslat .{0,20}životopis|(?:zašlete|pošlete|posílejte) .{0,30}(?:životopis|cv)|životopis (?:(?:zas"
    r"|pos)[íi]lejte|zašlete|pošlete)"
    r"|ozvěte se"
    r"|ansøgning(?:en)? (?:sendes|skal)|send (?:din|os din) ansøgning|skicka (?:in )?din ansökan"
    r"|välkommen med din ansökan"
    r"|ansökan (?:skickas|görs)|send (?:din )?søknad|søknad(?:en)? sendes|lähetä (?:hakemuksesi|hakemus|cv)|hakemukset"
    r"|postulez|candidature à|(?:adresser|envoyer|envoyez|transmettre) (?:votre|vos|leur|une) (?:cv|candidature|lettre)"
    r"|(?:enví[ae]|envi[ae]r?|mand[ae]r?)(?:nos)? (?:tu|su|o seu|seu|el) (?:cv|currículum|curriculum|currículo)"
    r"|invia(?:re|ci)? (?:il (?:tuo |proprio )?)?(?:cv|curriculum|candidatura)|(?:stuur|mail) (?:ons )?(?:je"
    r"|uw) (?:cv|sollicitatie"
    r"|motivatie)|solliciteren (?:kan|via)|prosimy o (?:przesłanie|przesyłanie|kontakt)|(?:wyślij|prześlij|aplikuj)\b)",
    re.IGNORECASE,
)
#: Words about applying that a posting has, and hardly anything else; for texts in lower case.
_MENTIONS = re.compile(r"\b(?:to apply|(?:your|completed) applications?|(?:informal )?enquiries)\b")
#: Sentences that seek somebody; for texts in lower case.
_SEEKS = re.compile(
    r"\b(?:(?:seeks|is seeking|is hiring|is recruiting|wishes to appoint|is looking for) (?:an?|to|our|the|experienced)"
    r"|invites applications|suchen? (?:zum|ab|eine?n?|für|dich|sie|motivierte|verstärkung)|stellt (?:zum|ab|eine?n?) "
    r"|recrut(?:e|ons) (?:un|une|des|son|sa|pour)|recherch(?:e|ons) (?:un|une|des|son|sa)|busca(?:mos)? (?:a )?(?:un"
    r"|una)"
    r"|convoca (?:una|un|la) (?:plaza|puesto|vacante)|(?:procura|contrata)(?:mos)? (?:um|uma)|admite(?:-se)? (?:um|uma)"
    r"|(?:cerca|ricerca|assume|cerchiamo|ricerchiamo) (?:un|una|uno)|zoek(?:t|en) (?:een|naar)|söker (?:en|ett|dig|vi)"
    r"|(?:søger|søker) (?:vi |nu |nå )?(?:en|et|ei|dig|deg)|(?:hakee|etsii|etsimme|haemme) \w+|(?:szuka|poszukuje"
    r"|zatrudni)"
    r"(?:my)? \w+|(?:přijme|hledá|přijmeme|hledáme|prijme) \w+)",
)
_SEEKS_WORDS = (
    *(
        "seek",
        "hiring",
        "recruit",
        "looking for",
        "appoint",
        "invites",
        "such",
        "stellt ",
        "recrut",
        "recherch",
        "busca",
    ),
    *("convoca", "procura", "contrata", "admite", "cerca", "ricerca", "assume", "cerchi", "ricerch", "zoek", "söker"),
    *("søger", "søker", "hakee", "etsi", "haemme", "szuka", "zatrudni", "přijm", "hled", "prijm"),
)
_ASKS_WORDS = (
    "apply",
    "applicat",
    "submit",
    "send ",
    "your cv",
    "your resume",
    "text ",
    "call ",
    "phone ",
    "enquiries",
    "bewerb",
    "bewirb",
    "melde",
    "životopis",
    " cv",
    "ozvěte",
    "ansøgning",
    "ansökan",
    "søknad",
    "hakemu",
    "postulez",
    "candidatur",
    "currículum",
    "curriculum",
    "currículo",
    "motivatie",
    "sollicit",
    "prosimy",
    "wyślij",
    "prześlij",
    "aplikuj",
)
_AROUND = 60
_SHORT = 100


@lru_cache(maxsize=1_024)  # asked again of the same links and lines of a page
def is_control(text: str) -> bool:
    """Whether a button's or a link's words ask to apply ("Apply now", "Sök jobbet")."""
    return len(text) <= _SHORT and _CONTROL.match(text) is not None


def links(doc: Document) -> Iterator[Anchor]:
    """The links that ask to apply, to whichever posting, in the page's order."""
    return (it for it in doc.anchors if is_control(it.text))


def has_control(doc: Document) -> bool:
    """Whether a button or a link asks to apply, to whichever posting."""
    return any(is_control(text) for text in (*doc.controls, *(it.text for it in doc.anchors)))


def control(doc: Document, scope: Scope) -> str | None:
    """The words of the first button, link or line of its own that asks to apply, to whichever posting."""
    texts = (*doc.controls, *(it.text for it in doc.anchors), *(it.text for it in scope.blocks))
    return next((it for it in texts if is_control(it)), None)


def asks(doc: Document, scope: Scope) -> bool:
    """Whether a control, a link, a line of its own or a sentence asks to apply."""
    if control(doc, scope) or instruction(scope):
        return True
    return next(matches(_MENTIONS, scope.lower, _near_words(scope)), None) is not None


def seeks(scope: Scope) -> bool:
    """Whether a sentence seeks somebody ("The council seeks a ferryman")."""
    spans = windows(scope.lower, _SEEKS_WORDS, before=_AROUND, after=_AROUND)
    return next(matches(_SEEKS, scope.lower, spans), None) is not None


def instruction(scope: Scope) -> re.Match[str] | None:
    """The first words that say how to apply ("send your CV to …"), not only that one can."""
    return next(matches(_INSTRUCTS, scope.text, _near_words(scope)), None)


def _near_words(scope: Scope) -> list[tuple[int, int]]:
    return windows(scope.lower, _ASKS_WORDS, before=_AROUND, after=_AROUND)
