"""Lines that are on the page but never of the posting: ages, counters, controls, consent."""

import re
from functools import lru_cache

from spiders.reading.ages import is_age

#: These are for texts in lower case: without regard to case, Python tries each of their branches in full.
_COUNTER = re.compile(
    r"^\W{0,10}(?:(?:over|more than|be among the first|first|see who|join)\s)?[\d.,]{1,12}[k+]?\s"
    r"(?:people\s)?(?:\w{1,30}\s){0,2}"
    r"(?:views?|viewed|applicants?|applied|applications?|clicks?|clicked apply|followers|candidates?"
    r"|visitors|members|saves?|likes?|shares?|watching|reviews)"
    r"\b[^.]{0,40}$|^\W{0,10}(?:views?|viewed|applicants?|applications?|saved|seen|clicks|visits|times "
    r"viewed)\W{1,3}[\d.,]{1,12}k?\W{0,10}(?:times)?(?:\s(?:today|this week|so far))?\W{0,10}$|^[\d\W]*$",
)
_CONTROL = re.compile(
    r"^\W{0,10}(?:(?:easy |quick |1-click )?apply(?: (?:now|here|online|today|by (?:post|e-?mail|phone|letter)"
    r"|for (?:this|the) (?:job|role"
    r"|position|vacancy)|on .{2,30}|with .{2,20}|to .{2,20}|via .{2,20}))?|i.m interested"
    r"|saved?(?: (?:job|for later|this job|search|vacancy|to favou?rites))?|share(?: .{0,30})?|print(?: "
    r"(?:job|page|this page))?|report(?: (?:this )?(?:job|ad|posting|vacancy))"
    r"|e-?mail(?: (?:this|to a friend|a friend|me))?(?: job)?|tweet|facebook|twitter|linkedin|whatsapp"
    r"|xing|copy link|back(?: to .{2,40})?|next|previous|close|menu|search|log ?in|sign (?:in|up)"
    r"|register|show (?:more|less|all)|read (?:more|less)|see (?:more|less)|view (?:more|job|all|map|all "
    r"jobs)|load more|more info(?:rmation)?|learn more|home|jobs|skip to .{3,30}|continue|submit|cancel"
    r"|bewerben|jetzt bewerben|merken|teilen|drucken|zurück|postuler|candidater|partager|postular|aplicar"
    r"|candidati|solliciteer(?: nu)?|ansök(?: nu| här)?|ansøg(?: nu)?|søk(?: nå| her)?|hae"
    r"|aplikuj|odpovědět|uložit(?: nabídku)?|tisk|zpět|sdílet|candidatar-se|new|nové|neu|hot|promoted(?: "
    r".{0,40})?|featured|sponsored|advertisement|ad|easy apply|actively (?:hiring|recruiting)|recruiter "
    r"recently active|responses managed off .{2,30}|promoted by .{2,30}|not (?:specified|available"
    r"|applicable|disclosed)|n/a"
    r"|verified|urgent(?:ly hiring)?|reposted|edit|delete|loading(?:…|\.{3})?|[<>«»‹›→←↑↓×✕|/·•*–—-]{1,10})\W{0,10}$",
)
_CONSENT = re.compile(
    r"\b(?:use|uses|using|usage of|accept) (?:of )?(?:essential |our |all |the )?(?:and )?(?:third[- "
    r"]party |3rd parties )?cookies\b|\bcookie (?:policy|settings|preferences|notice|consent)\b"
    r"|verwende[nt] (?:wir )?cookies|utilis\w+ (?:des|les) cookies|utiliza\w* cookies|používá\w* "
    r"(?:soubory )?cookies|anvender cookies|bruger cookies|använder cookies"
    r"|\bsubscribe to\b.{0,100}\b(?:inbox|newsletter|jobs)\b|^by subscribing\b|^enable javascript\b|outdated browser",
)
_SEEN = (
    r"(?:viewed|seen|angesehen|aufgerufen|gesehen|vue?|consultée?|vist[oa]|visualizad[oa]|visualizzat[oa]|bekeken|visad"
    r"|vist|sett|katsottu|wyświetlono|zobrazeno|zobrazilo|zhlédlo)"
)
_TIMES = r"(?:times|mal|fois|veces|volte|keer|gånger|gange|ganger|kertaa|razy|krát|vezes|x|people|lidí|osób)"
_WHEN = r"(?:today|heute|aujourd.hui|hoy|oggi|vandaag|idag|i dag|tänään|dziś|dnes|hoje)"
#: "Viewed 87 times today", "1.204-mal angesehen", "vist 1.204 gange".
_VIEWS = re.compile(
    rf"^\W{{0,5}}(?:{_WHEN} )?(?:{_SEEN}\W{{1,3}}\d[\d.,  ]{{0,12}}{_TIMES}?|\d[\d.,  ]{{0,12}}-?{_TIMES} {_SEEN})"
    rf"(?: {_WHEN})?\W{{0,5}}$"
)
#: What sites say for themselves or of their visitors, in 13 languages.
_OWN_WORDS = re.compile(
    r"^\W{0,5}(?:(?:over|more than|über|plus de|más de|oltre|meer dan|mer än|over|yli|ponad|více než|mais de) )?"
    r"\d[\d.,  ]{0,12}\+? (?:personen|personnes|personas|persone|pessoas|osób|lidí|har sett?|mal (?:gemerkt|angesehen)"
    r"|bewerb(?:er\w{0,5}|ung\w{0,2})|candidat(?:s|os|i|ures?)?|abonn\w{1,6}|inscrit[oa]s|visitas|visualizz\w{1,5}"
    r"|visualizações|sollicitant(?:en)?|weergaven|kandidat\w{0,4}|sökande|ansökningar|följare|visningar|visninger"
    r"|ansøgere|ansøgninger|søkere|søknader|følgere|hakijaa|katselu\w{1,7}|wyświetle\w{1,3}|aplikacj\w{1,2}|uchazeč\w{0,2}"
    r"|zobrazení|sterne|étoiles|estrellas|stelle|sterren|stjärnor|stjerner|tähteä|gwiazd\w{1,3}|hvězd\w{0,3}|estrelas"
    r"|stars|bewertungen|avis)(?!\w)[^.]{0,60}$"
    r"|^(?:rated|rating|note|betyg|bewertung|bedømmelse|vurdering|ocena|hodnocení|puntuación|voto|nota)\W{1,3}\d[.,]\d"
    r"(?!\d)[^.]{0,40}$"
    r"|(?<!\w)(?:try|go|get|upgrade to|essayez|teste|probier\w{0,2}|prueba|prova|probeer|testa|prøv|kokeile|wypróbuj"
    r"|vyzkoušej\w{0,2}|experimente) (?:\w{1,10} ){0,2}?premium(?!\w)|^(?:the )?offer ends in(?!\w)"
    r"|(?:only|nur noch|plus que|solo quedan|solo|nog maar|bara|kun|enää|tylko|zbývá|só) \d{1,4} (?:seats|places|spots"
    r"|plätze|places|plazas|posti|plaatsen|platser|pladser|plasser|paikkaa|miejsc|míst|vagas)(?!\w)"
    r"|\d{1,2} ?% (?:off|rabatt|rabat|de (?:réduction|descuento|desconto)|di sconto|korting|alennus|zniżki|sleva)(?!\w)"
    r"|^employers?: |(?<!\w)post (?:a|your) job(?!\w)|^win an? |^(?:get|download) (?:our|the) (?:\w{1,12} )?app(?!\w)"
    r"|^never pay (?!less)"
    r"|^(?:was|did you find|is) this (?:job|page|ad|listing|posting|vacancy) (?:helpful|useful|interesting)"
    r"|^war diese (?:anzeige|seite) hilfreich|^cette (?:offre|page) vous a-t-elle"
    r"|^(?:neue|nouvelles|nuevas|nuove|nieuwe|nya|nye|uudet|nowe|nové|novas) (?:stellen|jobs|offres|ofertas|offerte"
    r"|vacatures|jobb|stillinger|työpaikat|oferty|nabídky|vagas) (?:per|par|por|via) "
)
#: One of these, or a digit, is in every such line.
_OWN_STEMS = (
    "premium", "job", "app", "offer", "never pay", "win a", "this ", "hilfreich", "vous a-t", "stellen", "vacatures",
    "stillinger", "työpaikat", "nabídky", "vagas", "employer",
)  # fmt: skip
_DIGIT = re.compile(r"[0-9]")
#: One of these is in every text about consent.
_CONSENT_WORDS = ("cookie", "subscri", "javascript", "outdated")
_BETWEEN = re.compile(r"\s{0,3}[·•|]\s{0,3}")
_SHORT = 100
_CONSENT_LENGTH = 600
#: Texts of one page that are asked about again; a page has a few hundred.
_REMEMBERED = 1_024


@lru_cache(maxsize=_REMEMBERED)
def is_noise_line(text: str) -> bool:
    """Whether a line moves or stands there without the posting: "1 month ago", "25 applicants", "Apply now"."""
    if len(text) > _CONSENT_LENGTH:
        return False
    lower = text.lower()
    if len(text) <= _SHORT and (
        is_age(text) or _COUNTER.match(lower) or _CONTROL.match(lower) or _is_of_the_site(lower)
    ):
        return True
    return any(word in lower for word in _CONSENT_WORDS) and _CONSENT.search(lower) is not None


def _is_of_the_site(lower: str) -> bool:
    """Whether a line counts, sells or asks for the site's own sake."""
    may_be = any(word in lower for word in _OWN_STEMS) or _DIGIT.search(lower) is not None
    return may_be and (_VIEWS.match(lower) or _OWN_WORDS.search(lower)) is not None


def without_noise(text: str) -> str:
    """A line without those of its parts between dots and bars that are noise ("Lisbon · 3 days ago" → "Lisbon")."""
    if len(text) > _SHORT or not any(it in text for it in "·•|"):
        return text
    parts = _BETWEEN.split(text)
    kept = [part for part in parts if part and not is_noise_line(part)]
    return text if len(kept) == len(parts) else " · ".join(kept)


def is_control(text: str) -> bool:
    """Whether a line is a button's or link's words ("Apply now", "Share", "Back to jobs")."""
    return len(text) <= _SHORT and _CONTROL.match(text.lower()) is not None
