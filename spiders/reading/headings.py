"""What a heading announces: a kind of section of a posting, or something that is no part of it."""

import re
from functools import lru_cache

from spiders.posting import SectionKind

_KINDS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.RESPONSIBILITIES,
        (
            r"responsibilit\w+|what you.?(?:ll| will)(?: be)? (?:do\w*|work\w*|own|build)|what you do|your "
            r"(?:role|tasks?|mission|impact|job"
            r"|responsibilities|day\w*)|duties|the (?:role|job|position|opportunity)|about the (?:role|job"
            r"|position|opportunity|internship)"
            r"|(?:this|our|role|job|position) (?:role|summary|purpose|overview|description|function)|role|key "
            r"(?:tasks|accountabilities)"
            r"|things you.ll do|what (?:is|the) (?:the )?(?:role|job) (?:is|about)|basic job function|job scope"
            r"|you will be working on"
            r"|day[ -]to[ -]day|in this role|as our .{3,40} you.ll|a typical day|how you.ll (?:make|spend)"
            r"|aufgaben\w*|deine aufgaben|ihre aufgaben|tätigkeiten|das erwartet dich|was dich erwartet|dein job"
            r"|stellenbeschreibung"
            r"|missions?|vos missions|le poste|descriptif du poste|funciones|responsabilidades|tareas"
            r"|descripci[oó]n|mansioni|responsabilità"
            r"|taken|werkzaamheden|wat ga je doen|arbetsuppgifter|om (?:rollen|tjänsten|jobbet|stillingen)"
            r"|arbejdsopgaver|dine opgaver"
            r"|arbeidsoppgaver|tehtävät|obowiązki|zakres obowiązków|náplň práce|popis (?:pozice|práce"
            r"|pracovní\w*)|co (?:budete|budeš) dělat"
            r"|hlavní úkoly|náplní práce|atividades|jobbeskrivelse"
        ),
    ),
    (
        SectionKind.REQUIREMENTS,
        (
            r"requirements?|qualifications?|who you are|about you|what (?:we.?(?:re| are) looking for"
            r"|you.?(?:ll)? (?:need|bring|have))"
            r"|what we look for|(?:your|candidate|person|ideal) (?:profile|background|skills|experience"
            r"|specification|qualifications|candidate)"
            r"|you (?:should )?have|you are|must[ -]haves?|nice[ -]to[ -]haves?|(?:required|preferred|desired"
            r"|essential|desirable|minimum|basic)"
            r"(?: \w+)? ?(?:skills|qualifications|experience|criteria|requirements|education)?|skills(?: (?:and"
            r"|&) \w+)?|experience|education"
            r"|eligibility|bonus(?: points)?|competenc\w+|who (?:can apply|will love this job|we.re looking for)"
            r"|to (?:be successful|succeed|thrive).*"
            r"|what sets you apart|we.re looking for|you might be a fit.*|core technologies"
            r"|anforderungen|(?:dein|ihr) profil|das bringst du mit|qualifikation\w*|voraussetzungen|was du "
            r"mitbringst|wir erwarten"
            r"|profil(?: recherché)?|votre profil|compétences.*|requisitos|perfil|qualifiche|requisiti"
            r"|functie-eisen|wat vragen wij|jouw profiel"
            r"|kvalifikationer?|kvalifikasjoner|vi söker|din profil|krav|odotamme|wymagania|oczekujemy|požadujeme"
            r"|požadavky"
            r"|jaké máme požadavky|co (?:očekáváme|od tebe očekáváme|bys měl).*|další znalosti.*|dina kvalifikationer"
        ),
    ),
    (
        SectionKind.BENEFITS,
        (
            r"benefits?(?: .*)?|perks.*|what (?:we.?(?:ll)?|you.?(?:ll)?) (?:offer|get|can expect)|what we can "
            r"offer|we offer|why (?:join|work|us|you.ll love).*"
            r"|our offer|what.s in it for you|total rewards|wir bieten|das bieten wir|unser angebot|was wir "
            r"(?:dir |ihnen )?bieten|benefits & .*"
            r"|avantages|nous (?:vous )?(?:offrons|proposons)|ofrecemos|beneficios|offriamo|wat bieden wij|wij "
            r"bieden|vi (?:erbjuder|tilbyder|tilbyr)"
            r"|tarjoamme|oferujemy|nabízíme|co (?:ti |vám )?(?:na oplátku )?nabízíme|oferecemos|benefícios|a few "
            r"nice to haves"
        ),
    ),
    (
        SectionKind.PAY,
        (
            r"(?:base )?(?:pay|salary|compensation|remuneration|wage)(?: .{0,40})?|gehalt|vergütung|rémunération"
            r"|salaire|salario|stipendio"
            r"|retribuci[oó]n|salaris|lön|løn|lønn|palkka|wynagrodzenie|mzda|plat|salário"
        ),
    ),
    (
        SectionKind.LOCATION,
        (
            r"(?:job |work |our )?locations?|where you.?(?:ll| will) (?:be|work)|work(?:ing)? (?:environment"
            r"|location|arrangements?|place)|place of work|workplace"
            r"|standort|arbeitsort|einsatzort|lieu(?: de travail)?|ubicaci[oó]n|sede|standplaats|arbejdssted"
            r"|arbetsplats|placering|lokalita"
            r"|místo (?:výkonu )?práce|lokalizacja|localização|sijainti|arbeidssted"
        ),
    ),
    (
        SectionKind.ABOUT,
        (
            r"about(?: .{1,60})?|who we are|our (?:company|culture|team|mission|values|story)|the (?:company"
            r"|team)|(?:your|the) (?:new )?team|company (?:description|overview)"
            r"|(?:über|wer) (?:uns|wir sind)|das sind wir|unternehmen|à propos.*|qui sommes-nous|sobre "
            r"(?:nosotros|nós)|qui[eé]nes somos|chi siamo|over ons"
            r"|om (?:os|oss)|meistä|o nas|o nás|o společnosti|working at .{1,50}|life at .{1,50}|join our "
            r"mission.*|diversity.*|equal opportunit.*"
        ),
    ),
    (
        SectionKind.OTHER,
        (
            r"how to apply|application(?: process)?|to apply|contact(?: .{1,40})?|hiring process|interview "
            r"process|next steps|training requirements"
            r"|additional information|other information|bewerbung|kontakt|so bewirbst du dich|how we hire"
            r"|information|full job description|job description|description"
            r"|job details|details|overview|summary|what you will learn"
        ),
    ),
)
#: These are for texts in lower case: without regard to case, Python tries each of their branches in full.
_KIND = re.compile(rf"(?:{'|'.join(f'({words})' for _, words in _KINDS)})$")
#: Words within a heading of any wording, for the kind of what is known to be a heading; the first that is found.
_WITHIN = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        (SectionKind.BENEFITS, r"benefits?\b|perks|we offer|offer you|wir bieten|nabízíme|tilbyder|erbjuder"),
        (SectionKind.PAY, r"salary|compensation|pay\b|remuneration|vergütung|gehalt"),
        (
            SectionKind.REQUIREMENTS,
            (
                r"requirements?|qualifi|you (?:need|have|bring|are)\b|you.ve\b|your (?:background|profile|skills"
                r"|experience)|skills|experience"
                r"|looking for|must.haves?|nice.to|ideal|great fit|good fit|great addition|profil|anforderung|požadav"
            ),
        ),
        (
            SectionKind.RESPONSIBILITIES,
            (
                r"responsib|you.ll (?:do|work|be|own|contribute|make|build)|you will|contribute|duties|tasks|the role"
                r"|the job|the position|aufgaben|opgaver"
            ),
        ),
        (SectionKind.LOCATION, r"location|where you|office|standort"),
        (SectionKind.ABOUT, r"about|who we are|our (?:team|company|mission|values|culture)|über uns|om os"),
    )
)
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
    r"|(?:ähnliche|weitere|andere) (?:\w+ )?(?:jobs|stellen\w*|angebote|positionen)(?: .{0,40})?|das "
    r"könnte (?:dich|sie) .*"
    r"|(?:offres|emplois|postes) (?:similaires|recommandé\w+)|d.autres offres.*|(?:ofertas|empleos"
    r"|vagas) (?:similares|semelhantes|relacionad\w+)"
    r"|offerte simili|(?:vergelijkbare|soortgelijke|andere) (?:vacatures|banen)|(?:liknande|fler) (?:jobb|tjänster)"
    r"|(?:lignende|andre|flere) (?:job|stillinger|jobs)(?: .{0,30})?|samankaltaiset .*|podobne (?:oferty|ogłoszenia)"
    r"|(?:podobn[éá]|další|související) (?:pracovní )?(?:nabídk[ya]|pozice|práce|místa|příležitosti)(?: "
    r".{0,40})?|related links|lidé si také prohlédli|andra har också tittat på|andere haben auch "
    r"angesehen.*"
)
_ARTICLES = (
    r"(?:industry |career |latest |our |company |related |more |recent |from (?:the|our) )?(?:insights"
    r"|articles|blog(?: posts?)?|news|stories"
    r"|resources|guides|advice|podcasts?|press)(?: (?:&|and|from|for|on|about|by) .{1,40})?|read (?:more"
    r"|next|also).*|(?:trending|popular) (?:now|posts|stories)"
    r"|interview tips|salary negotiations|conversations .*|reviews?(?: .{0,40})?|company (?:reviews"
    r"|ratings)|.{2,40} ratings|company overview"
    r"|aktuelles|ratgeber|magazin|actualités|noticias|nieuws|nyheter|nyheder|aktuality|advertisements?"
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
    return _KINDS[match.lastindex - 1][0] if match and match.lastindex else None


def _trimmed(heading: str) -> str:
    """A heading in lower case, without what is neither letter nor digit around it; empty for more than a heading."""
    if not heading or len(heading) > 2 * _LONGEST:
        return ""
    words = heading if heading[0].isalnum() and heading[-1].isalnum() else _TRIM.sub("", heading)
    return words.lower() if len(words) <= _LONGEST else ""


def about_what(heading: str) -> SectionKind:
    """The kind of section under what is known to be a heading; `OTHER` where its words say nothing."""
    words = heading.replace("’", "'")
    return kind_of(heading) or next((kind for kind, pattern in _WITHIN if pattern.search(words)), SectionKind.OTHER)


@lru_cache(maxsize=_REMEMBERED)
def not_of_the_posting(heading: str) -> str | None:
    """What else a heading announces: "postings" (other ones), "articles", "subscription"; None for neither."""
    words = _trimmed(heading)
    if not words:
        return None
    return next((name for name, pattern in _NOT_POSTING if pattern.match(words)), None)
