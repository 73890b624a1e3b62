"""Who is allowed to do the work: permission to work, sponsored visas, citizenship, clearance."""

import re
from collections.abc import Iterator, Sequence

from spiders.posting import WorkAuthorization
from spiders.reading.found import Found
from spiders.reading.requirements_passages import PREFERRED, Passage, found_in, sentence

_PERMIT = re.compile(
    r"\b(?:(?:legally |already )?(?:authori[sz]ed|eligible|entitled|permitted|allowed) to (?:live and )?work\b"
    r"|(?:un)?restricted (?:right|permission) to work|(?:the |a )?(?:existing |full |legal |valid |current )?(?:right"
    r"|permission) to "
    r"(?:live and )?work\b|(?:valid |unrestricted |current |legal )?work (?:authori[sz]ation|permit|visa)\b"
    r"|eligibility to work|authori[sz]ation to work"
    r"|(?:gültige |uneingeschränkte |eine )?(?:arbeitserlaubnis|arbeitsgenehmigung|arbeitsberechtigung"
    r"|aufenthaltstitel)\w*"
    r"|autorisation de travail\w*|permis de travail|titre de séjour|autorisée?s? à travailler"
    r"|permiso de (?:trabajo|residencia)|autorización de trabajo|permesso di (?:lavoro|soggiorno)"
    r"|werkvergunning|tewerkstellingsvergunning|verblijfsvergunning|gerechtigd om in .{2,30} te werken"
    r"|arbetstillstånd|rätt att arbeta|arbejdstilladelse|lov til at arbejde|arbeidstillatelse|lov til å (?:jobbe"
    r"|arbeide)"
    r"|työlu[pv]\w*|työnteko-oike\w*|oikeus työskennellä|pozwoleni\w+ na pracę|zezwoleni\w+ na pracę|prawo do pracy"
    r"|pracovní povolení|povolení k (?:práci|zaměstnání)|autorização (?:de|para) (?:trabalho|trabalhar)"
    r"|visto de trabalho|permissão (?:de|para) (?:trabalho|trabalhar)|título de residência)"
)
_PERMIT_STEMS = (
    "to work", "and work", "work author", "work permit", "work visa", "arbeitser", "arbeitsgen", "arbeitsber",
    "aufenthaltst", "autorisation de", "permis de", "titre de s", "autorisé", "permiso de", "autorización de",
    "permesso di", "vergunning", "gerechtigd", "tillstånd", "rätt att", "tilladelse", "lov til", "tillatelse",
    "työlu", "työnteko", "oikeus ty", "pozwoleni", "zezwoleni", "prawo do", "povolení", "autorização", "visto de",
    "permissão", "título de r",
)  # fmt: skip
_SPONSOR = re.compile(
    r"\b(?:sponsor(?:ship|ed|ing|s)?|sponsert|sponsern|sponsoring|sponsoren|sponsor\w{2,7}|visum-?sponsor\w*"
    r"|visumsponsr?ing\w*"
    r"|visumstöd|visa-?(?:sponsoring|unterstützung)|visum(?:unterstützung|support)?-?\w*|sponsr\w+|patroc[ií]n\w+"
    r"|parrain\w+|sponzor\w*|(?:työ)?viisum\w*|wizow\w+|wiz[aęy]?|víz\w+|visado\w*|visto\w*|h-?1b|visa (?:support"
    r"|assistance))"
)
_SPONSOR_STEMS = (
    "sponsor", "sponsr", "sponzor", "patroc", "parrain", "visum", "viisum", "wiz", "víz", "visado", "visto", "h1b",
    "h-1b", "visa support", "visa assist", "visa-unter", "visaunter",
)  # fmt: skip
#: A sentence on sponsoring speaks of these, or of no visa.
_OF_WORK = re.compile(
    r"\b(?:visas?\b|visum|visado|visto|(?:työ)?viisum|wiz|víz|immigration|work (?:permit|authori)|employment|h-?1b"
    r"|green card|opt\b|cpt\b|require"
    r"|arbeits\w+|titre de séjour|permis de travail|permiso de trabajo|permesso|vergunning|arbetstillstånd"
    r"|arbejdstilladelse|arbeidstillatelse|työlu[pv]|pozwoleni|povolení|autorização|to work|candidates?|applicants?"
    r"|relocat\w+)"
)
_NOT = re.compile(
    r"\b(?:not|no|n't|cannot|unable|never|without|neither|nor|ineligible|unavailable|kein\w*|nicht|ohne|ne|n'|pas"
    r"|aucun\w*|sans"
    r"|sin|ning[uú]n\w*|non|nessun\w*|senza|geen|niet|zonder|inte|inga|ingen|inget|utan|ikke|ej|uden|uten|emme|ei|eivät"
    r"|ilman|eikä|nie|brak|bez|ne\w{4,}|není|não|nenhum\w*|sem)\b|n't\b"
)
_OFFERS = re.compile(
    r"\b(?:we (?:can |do |will |also |are able to |happily )*(?:sponsor|offer|provide|support|help)|sponsorship (?:is "
    r"|may be )?(?:available|offered|provided"
    r"|possible|considered)|visa sponsorship|visa support|visa assistance|will sponsor|able to sponsor"
    r"|happy to sponsor|support with|offers?|provides?|help with"
    r"|wir (?:unterstützen|bieten|helfen|übernehmen)|unterstützung|hilfe|nous (?:proposons|prenons|vous|accompagn\w+"
    r"|parrain\w+|sponsor\w+)|ofrecemos|patrocinamos|ayuda\w*"
    r"|gestionamos|offriamo|sponsorizziamo|supporto|wij (?:bieden|sponsor\w+|regelen|helpen)|we (?:bieden|regelen"
    r"|helpen)|vi (?:erbjuder|sponsrar"
    r"|hjälper|tilbyder|tilbyr|hjælper|hjelper|sponser\w*)|tarjoamme|autamme|oferujemy|pomagamy|wsparcie|pomoc"
    r"|sponsorujemy|pomoc s|pomůžeme"
    r"|zajistíme|nabízíme|podpora|oferecemos|apoio|apoiamos|patrocinamos|ajudamos)\b"
)
_CITIZEN = re.compile(
    r"\b(?:(?:u\.?s\.?a?|american|united states|uk|british|eu|european union|canadian|australian|nato|irish|german"
    r"|swiss|eea|israeli|indian|singapore(?:an)?|new zealand)\s(?:/\s?\w{2,4} )?(?:or \w+ )?citizen(?:s(?!hip)|ship|)\b"
    r"|citizens? of (?:the )?(?:u\.?s\.?|united|eu|european|canada|australia|nato)\b|citizenship (?:is )?required"
    r"|sole (?:uk|us|british) (?:national|citizen)s?"
    r"|(?:deutsche|österreichische|schweizer)\w* (?:staatsbürgerschaft|staatsangehörigkeit)|(?:staatsangehörigkeit"
    r"|staatsbürgerschaft) eines eu\S*"
    r"|nationalité (?:française|belge|suisse|européenne)|ressortissants? (?:français|européens?|de l'union)"
    r"|nacionalidad (?:española|europea)"
    r"|ciudadanía (?:española|europea)|cittadinanza (?:italiana|europea)|(?:nederlandse|belgische) nationaliteit"
    r"|svenskt? medborgar\w+|dansk statsborger\w*|norsk statsborger\w*|suomen kansalais\w*|obywatelstw\w+ polski\w+"
    r"|polskie obywatelstwo"
    r"|české (?:státní )?občanství|(?:státní )?občanství čr|nacionalidade portuguesa)"
)
_CITIZEN_STEMS = (
    "citizen", "national", "staatsb", "staatsang", "ressortiss", "nacional", "ciudadan", "cittadin", "medborg",
    "statsborg", "kansalais", "obywatel", "občanst",
)  # fmt: skip
_CLEARANCE = re.compile(
    r"\b(?:(?:active |current |u\.?s\.? |government |national )*(?:(?:top )?secret |security |sc |dv |ts/sci "
    r"|public trust )clear(?:ance|ed)\w*|ts/sci\b|sc[- ]clear(?:ed|ance)|dv[- ]clear(?:ed|ance)"
    r"|clearance (?:level|required)|(?:obtain|hold|maintain)\w* (?:an? )?(?:\w+ ){0,3}clearance|security vetting|bpss\b"
    r"|(?:erweiterte )?sicherheitsüberprüfung\w*|sicherheitsfreigabe|habilitation (?:de )?(?:sécurité|défense"
    r"|confidentiel|secret|au secret)\w*"
    r"|habilitación de seguridad|nulla osta (?:di )?sicurezza|veiligheids(?:onderzoek|screening)|aivd-screening"
    r"|verklaring van geen bezwaar"
    r"|säkerhets(?:prövning|prövas|klass\w*)|registerkontroll|sikkerheds(?:godkend\w+|clear\w+)|sikkerhets(?:klarer\w+"
    r"|godkjen\w+)"
    r"|turvallisuusselvity\w+|poświadczeni\w+ bezpieczeństwa|bezpečnostní prověrk\w+|(?:credenciação"
    r"|habilitação) de segurança)"
)
_CLEARANCE_STEMS = (
    "clear", "ts/sci", "vetting", "bpss", "sicherheitsü", "sicherheitsf", "habilita", "nulla osta", "veiligheids",
    "aivd", "verklaring van", "säkerhets", "registerkontr", "sikkerheds", "sikkerhets", "turvallisuuss", "poświadcz",
    "bezpečnostní p", "credencia",
)  # fmt: skip
#: Notices that every employer prints, and questions of a form.
_NO_WORD_OF_IT = re.compile(
    r"\?|\b(?:e-verify|everify|i-9|form i9|regardless|without regard|irrespective|discriminat\w+|equal opportunit\w+"
    r"|protected"
    r"|veteran\w*|race\b|gender|religi\w+|ethnic\w*|poster|don't let anyone|unabhängig|ungeachtet|herkunft|geschlecht"
    r"|sans distinction|origine|origen|razza|etnia|etnische|oavsett|uanset|uavhengig|riippumatta|niezależnie|bez ohledu"
    r"|independentemente|customs clearance|not required|isn't required|no security clearance|nicht erforderlich"
    r"|n'est pas requise?"
    r"|ikke påkrevd|ei vaadita|nie jest wymagan\w+|není (?:nutn\w+|potřeba|vyžadován\w*)|não é (?:necessári\w+"
    r"|exigid\w+))"
)
_HELPS = re.compile(
    r"\b(?:we (?:can |will )?(?:help|support|assist|provide|offer|arrange|take care)|help(?:ing)? (?:you )?with"
    r"|assistance with|support (?:with|for|in)"
    r"|hilfe|unterstütz\w+|helfen|aide|aidons|accompagn\w+|ayuda\w*|aiutiamo|supporto|helpen|hulp|hjälp\w*|hjælp\w*"
    r"|hjelp\w*|autamme|apua"
    r"|pomoc\w*|pomagamy|pomůžeme|zajistíme|vyřídíme|apoio|ajudamos|ajuda)\b"
)


def find_authorization(words: str, passages: Sequence[Passage]) -> Found[tuple[WorkAuthorization, ...]] | None:
    """All that the text says of who may do the work; the words are those of what it says first.

    Args:
        words: The posting's text as `characters.plain` gives it.
        passages: Its parts.
    """
    found = sorted(_all(words, passages), key=lambda it: (it.start, it.end))
    if not found:
        return None
    said = {it.value for it in found}
    if WorkAuthorization.NO_SPONSORSHIP in said:
        said.discard(WorkAuthorization.SPONSORSHIP)
    return Found.of(tuple(it for it in WorkAuthorization if it in said), words, found[0].start, found[0].end)


def _all(words: str, passages: Sequence[Passage]) -> Iterator[Found[WorkAuthorization]]:
    for pattern, stems, what in _KINDS:
        for match, passage in found_in(pattern, words, stems, passages, before=60, after=90):
            first, last = sentence(words, passage, *match.span())
            said = words[first:last]
            if _NO_WORD_OF_IT.search(words[first : last + 1]):
                continue
            if (value := _value(what, said, match.start() - first, match.end() - first, passage)) is not None:
                yield Found.of(value, words, first, last)


def _value(what: WorkAuthorization, said: str, start: int, end: int, passage: Passage) -> WorkAuthorization | None:
    """What a sentence says with a word for permission, sponsoring, citizenship or clearance in it."""
    if what is WorkAuthorization.SPONSORSHIP:
        return _sponsored(said)
    if passage.wishes or PREFERRED.search(said, end) or PREFERRED.search(said[:start]):
        return None
    if what is WorkAuthorization.REQUIRED:
        before = said[max(0, start - 25) : start]
        if _NOT.search(before) or "sponsor" in before:
            return None
        return WorkAuthorization.SPONSORSHIP if _HELPS.search(said) else what
    return what


def _sponsored(said: str) -> WorkAuthorization | None:
    if not _OF_WORK.search(said):
        return None
    if _NOT.search(said):
        return WorkAuthorization.NO_SPONSORSHIP
    return WorkAuthorization.SPONSORSHIP if _OFFERS.search(said) else None


_KINDS: Sequence[tuple[re.Pattern[str], Sequence[str], WorkAuthorization]] = (
    (_PERMIT, _PERMIT_STEMS, WorkAuthorization.REQUIRED),
    (_SPONSOR, _SPONSOR_STEMS, WorkAuthorization.SPONSORSHIP),
    (_CITIZEN, _CITIZEN_STEMS, WorkAuthorization.CITIZENSHIP),
    (_CLEARANCE, _CLEARANCE_STEMS, WorkAuthorization.CLEARANCE),
)
