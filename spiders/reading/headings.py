"""What a heading announces: a kind of section of a posting, or something that is no part of it."""

import re
from functools import lru_cache

from spiders.posting import SectionKind
from spiders.reading.estimates import ANNOUNCING
from spiders.reading.heading_words import KNOWN, WORDS_WITHIN

#: These are for texts in lower case: without regard to case, Python tries each of their branches in full.
_KIND = re.compile(rf"(?:{'|'.join(f'({words})' for _, words in KNOWN)})$")
#: Words within a heading in lower case, of any wording, for the kind of what is known to be one; the first found.
_WITHIN = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in WORDS_WITHIN)
_TRIM = re.compile(r"^[\W_]+|(?<![\W_])[\W_]+$")
_LONGEST = 90

_OTHER_POSTINGS = (
    r"(?:related|similar|other|more|recommended|featured|latest|recent|popular|nearby|suggested|new) "
    r"(?:\w+ ){0,2}(?:jobs?|roles|positions|vacancies|postings|openings|opportunities|searches|careers)(?: .{0,50})?"
    r"|jobs? (?:you (?:might|may)|like this|for you|similar|by).*|people (?:also|who) (?:viewed|searched"
    r"|applied|like).*"
    r"|you (?:may|might) (?:also )?(?:like|be interested).*|others? (?:also )?(?:viewed|applied).*"
    r"|explore (?:more|similar|jobs).*"
    r"|search for more jobs.*|see (?:more|all|other) jobs.*|view (?:all|more|similar) jobs.*"
    r"|(?:recommended|suggested) (?:for you|jobs.*)|(?:browse|search|explore|find)(?: jobs| roles)? by .{2,40}"
    r"|(?:popular|common|frequent|trending|related|recommended|similar) (?:job )?searches"
    r"|(?:ähnliche|weitere|andere|passende|empfohlene|mehr|beliebte) (?:\w+ )?(?:jobs|stellen\w*|angebote|positionen"
    r"|suchen|suchanfragen)(?: .{0,40})?|häufige suchen|(?:stellen|jobs) (?:nach|pro|je) \w+"
    r"|das könnte (?:dich|sie|dir|ihnen) .*|auch interessant\w*(?: .{0,40})?|related links"
    r"|(?:offres|emplois|postes|annonces|recherches) (?:similaires|recommandé\w+|fréquentes|populaires|associées)"
    r"|(?:d.|nos )?autres (?:offres|postes|annonces|emplois)(?: .{0,40})?|(?:emplois?|offres?) par \w+"
    r"|vous (?:aimerez|pourriez) (?:aussi|aimer|être).*"
    r"|(?:ofertas|empleos|vagas|puestos|vacantes|empregos|buscas|pesquisas|búsquedas) (?:similares|semelhantes"
    r"|parecid[oa]s"
    r"|relacionad\w+|recomendad\w+|populares|frecuentes|frequentes)|(?:empleos?|ofertas|trabajos|vagas"
    r"|empregos) por \w+"
    r"|(?:también )?(?:te|le|lhe) puede[n]? interesar.*|otras (?:ofertas|vacantes)(?: .{0,40})?"
    r"|outras (?:vagas|ofertas|oportunidades)(?: .{0,40})?|(?:você )?também (?:lhe |te )?pode (?:interessar|gostar).*"
    r"|(?:offerte|annunci|posizioni|ricerche) (?:simili|correlat\w+|consigliat\w+|frequenti|popolari)"
    r"|(?:potrebbe(?:ro)? (?:anche )?interessarti|ti potrebbe(?:ro)? interessare).*|(?:offerte|lavoro|annunci) per \w+"
    r"|altre (?:offerte|posizioni|opportunità)(?: .{0,40})?"
    r"|(?:vergelijkbare|soortgelijke|andere|aanbevolen|gerelateerde|meer) (?:vacatures|banen)(?: .{0,40})?"
    r"|populaire (?:zoekopdrachten|vacatures)|(?:vacatures|banen) per \w+|misschien (?:ook )?(?:interessant|iets).*"
    r"|(?:liknande|fler|andra|rekommenderade|relaterade) (?:lediga )?(?:jobb|tjänster|annonser)(?: .{0,40})?"
    r"|(?:vanliga|populära) sökningar|(?:lediga )?jobb (?:per|efter) \w+|du kanske (?:också )?(?:gillar|är).*"
    r"|(?:lignende|andre|flere|anbefalede|anbefalte|relaterede|relaterte) (?:ledige )?(?:job|stillinger|jobs|jobber)"
    r"(?: .{0,30})?|populære (?:søgninger|søk)|(?:ledige )?(?:job|jobber|stillinger) (?:efter|etter|pr\.?|per) \w+"
    r"|(?:måske er du|du (?:liker|er) kanskje) .*|(?:samankaltais|suositel)\w+ .*|suositut haut"
    r"|muut (?:avoimet )?(?:työpaikat|tehtävät)(?: .{0,40})?|(?:avoimet )?työpaikat \w+ittain|saatat (?:myös )?.*"
    r"|(?:podobne|inne|polecane|popularne) (?:oferty|ogłoszenia|wyszukiwania)(?: .{0,40})?"
    r"|może (?:cię|ci) (?:też |również |się )?(?:zainteresować|spodobać).*|oferty (?:według|wg) \w+"
    r"|(?:podobn[éá]|další|související|doporučené|jiné) (?:volné )?(?:pracovní )?(?:nabídk[ya]|pozice|práce|místa"
    r"|příležitosti)(?: .{0,40})?|(?:časté|oblíbené) (?:hledání|vyhledávání)|práce podle \w+|mohlo by (?:vás|tě|se) .*"
    r"|lidé si také prohlédli|andra har också tittat på|andere haben auch angesehen.*"
)
_ARTICLES = (
    r"(?:industry |career |latest |our |company |related |more |recent |from (?:the|our) )?(?:insights"
    r"|articles|blog(?: posts?)?|news|stories"
    r"|resources|guides|advice|podcasts?|press)(?: (?:&|and|from|for|on|about|by) .{1,40})?|read (?:more"
    r"|next|also).*|(?:trending|popular) (?:now|posts|stories)"
    r"|about (?:this|the) (?:site|website|job board|portal|platform)|über (?:diese seite|das portal)|à propos du site"
    r"|interview tips|salary negotiations|conversations .*|reviews?(?: .{0,40})?|company (?:reviews"
    r"|ratings)|.{2,40} ratings|company overview"
    r"|(?:aus (?:dem|unserem) )?(?:aktuelles|ratgeber|magazin|blog)|(?:karriere)?tipps(?: .{0,40})?|(?:nos )?conseils"
    r"(?: .{0,40})?|consejos(?: .{0,40})?|consigli(?: .{0,40})?|dicas(?: .{0,40})?|(?:karriär|karriere|loopbaan)tips"
    r"|läs (?:mer|också)|læs (?:mere|også)|les (?:mer|også)|lees (?:meer|ook)|lue (?:lisää|myös)|porady(?: .{0,40})?"
    r"|kariérní (?:rady|tipy)|uravinkit|actualités|noticias|nieuws|nyheter|nyheder|aktuality|advertisements?"
    r"|sponsored|anzeige|reklama|annonce"
)
_SUBSCRIPTIONS = (
    r"(?:subscribe|sign up|register)(?: .{0,80})?|(?:get|receive|create|set up) .{0,40}(?:job alerts?"
    r"|notified|e-?mails?|inbox|updates)(?: .{0,60})?"
    r"|.{0,40}newsletter(?: .{0,60})?|(?:e-?mail )?job alerts?(?: .{0,60})?|never miss .*|stay (?:up to "
    r"date|in touch|informed|connected).*|follow us.*"
    r"|share(?: (?:this|on|with|job|via).*)?|by subscribing.*|by (?:continuing|using) .*|we use cookies.*"
    r"|this (?:web)?site uses cookies.*|cookies?(?: .{0,40})?"
    r"|newsletter abonnieren.*|jobalarm.*|jetzt abonnieren.*|abonnez-vous.*|suscr[ií]bete.*|tilmeld .*|prenumerera .*"
)
_NOT_POSTING = (
    ("estimates", re.compile(rf"^(?:{ANNOUNCING})$")),
    ("postings", re.compile(rf"^(?:{_OTHER_POSTINGS})$")),
    ("articles", re.compile(rf"^(?:{_ARTICLES})$")),
    ("subscription", re.compile(rf"^(?:{_SUBSCRIPTIONS})$")),
)
#: Texts of one page that are asked about again; a page has a few hundred.
_REMEMBERED = 1_024


@lru_cache(maxsize=_REMEMBERED)
def kind_of(heading: str) -> SectionKind | None:
    """The kind of section that a heading announces; None for words that no posting's heading is known to use."""
    match = _KIND.match(_trimmed(heading).replace("’", "'"))
    return KNOWN[match.lastindex - 1][0] if match and match.lastindex else None


def _trimmed(heading: str) -> str:
    """A heading in lower case, without what is neither letter nor digit around it; empty for more than a heading."""
    if not heading or len(heading) > 2 * _LONGEST:
        return ""
    words = heading if heading[0].isalnum() and heading[-1].isalnum() else _TRIM.sub("", heading)
    return words.lower() if len(words) <= _LONGEST else ""


@lru_cache(maxsize=_REMEMBERED)
def about_what(heading: str) -> SectionKind:
    """The kind of section under what is known to be a heading; `OTHER` where its words say nothing."""
    words = heading.replace("’", "'").lower()
    return kind_of(heading) or next((kind for kind, pattern in _WITHIN if pattern.search(words)), SectionKind.OTHER)


@lru_cache(maxsize=_REMEMBERED)
def not_of_the_posting(heading: str) -> str | None:
    """What else a heading announces ("estimates" of pay, "postings", "articles", "subscription"); None for neither."""
    words = _trimmed(heading)
    if not words:
        return None
    return next((name for name, pattern in _NOT_POSTING if pattern.match(words)), None)
