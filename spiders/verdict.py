"""What a response is: a posting, a list of them, or one of the ways in which sites fail. Every verdict has reasons."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spiders.posting import Verdict
from spiders.reading.document import Document
from spiders.reading.near import lowered

_ERROR_STATUS = 500
_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 407, 451})
_TOO_MANY = 429
_UNAVAILABLE = 503
#: What a page without content of its own says at most.
_FEW_CHARS = 3_000
_LITTLE_PROSE = 1_200
#: Where end tags, and where beginnings, are looked for.
_END = 1_000
_TAIL = 20_000
_HEAD = 5_000
#: Elements whose end tags HTML does not let anybody leave out.
_CLOSED_BY_ALL = ("main", "article", "section", "div", "ul", "table")
#: Characters of a page that shows next to nothing, its menus included.
_LITTLE_TEXT = 300
#: Characters of one paragraph.
_PARAGRAPH = 200
#: One strong sign and one weak, or three weak ones.
_ENOUGH = 3

#: All patterns are for texts in lower case: without regard to case, Python tries each of their branches in full.
_CHALLENGE = re.compile(
    r"^just a moment|attention required! \| cloudflare|checking (?:your browser|if the site connection "
    r"is secure)|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|complete "
    r"the (?:security check|captcha)"
    r"|press (?:&|and) hold|enable javascript and cookies to continue|unusual traffic|please (?:solve"
    r"|complete) (?:the|this) captcha|access (?:to this page has been )?denied|ddos protection by|pardon "
    r"our interruption|security check"
    r"|bot (?:detection|protection)|request (?:was )?blocked|you have been blocked|i.m not a robot|human "
    r"verification|one more step",
)
#: What the pages of bot walls load, in lower case.
_CHALLENGE_MARKS = (
    "cf-chl",
    "challenge-platform",
    "cdn-cgi/challenge",
    "_cf_chl_opt",
    "g-recaptcha",
    "hcaptcha.com",
    "datadome",
    "px-captcha",
    "perimeterx",
    "incapsula",
    "distil_r",
    "awswaf",
    "captcha-delivery",
)
_LOGIN = re.compile(
    r"^(?:please )?(?:sign|log) ?in(?: to .{1,60}| or .{1,40})?$|^(?:login|sign in|log in|anmelden"
    r"|einloggen|connexion|se connecter|iniciar sesión|accedi|inloggen|logga in|log ind|přihlášení"
    r"|zaloguj się)(?: (?:\||-|–) .{1,60})?$"
    r"|you (?:must|need to) (?:be logged in|log ?in|sign ?in)(?: to| or| before)|(?:sign|log) ?in to "
    r"(?:view|see|continue|access)|join (?:now )?to (?:view|see)|session (?:has )?(?:expired|timed out)",
)
_MAINTENANCE = re.compile(
    r"(?:scheduled|planned|under(?:going)?|for|down for|routine|essential) (?:\w+ )?maintenance|(?:we.ll"
    r"|we will) be (?:right )?back|temporarily (?:unavailable|offline|down)|currently (?:down|offline"
    r"|unavailable|undergoing)"
    r"|wartungsarbeiten|wartungsmodus|en maintenance|mantenimiento|manutenzione|onderhoud|underhåll"
    r"|vedligeholdelse|údržb|przerwa techniczna|be back (?:soon|shortly)|site is (?:down|offline)"
    r"|maintenance mode",
)
_SERVER_ERROR = re.compile(
    r"internal server error|server error|something went wrong|an? (?:unexpected |application )?error "
    r"(?:has )?occur|bad gateway|gateway time-?out|service unavailable|fatal error:|uncaught (?:exception"
    r"|error)|traceback \(most recent"
    r"|stack trace|exception in thread|error 5\d\d|5\d\d (?:internal|bad|service|gateway)|http error "
    r"5\d\d|parse error: syntax|database error|we.re sorry, but something|technical (?:problem|difficult)"
    r"|error establishing",
)
_NOT_FOUND = re.compile(
    r"(?:page|job|posting|position|vacancy|listing|document|resource|requisition|offer|role|url)(?: "
    r"\w+){0,3} (?:not found|(?:could not|couldn.t|can ?not|can.t) be found|(?:does not|doesn.t|no "
    r"longer) exists?|(?:is )?not available|(?:has been )?(?:moved|deleted))|^404\b|\b404 (?:error|not "
    r"found|page)"
    r"|error 404|not found$|^not found|(?:can.t|cannot|couldn.t|could not) find (?:that|this|the) (?:page"
    r"|job|position)|page (?:you.{1,40} )?(?:doesn.t|does not|no longer) exist|nothing (?:was )?found "
    r"here|(?:moved|removed) or (?:is )?no longer"
    r"|(?:seite|stelle|stellenanzeige) (?:wurde )?nicht gefunden|(?:page|offre) (?:introuvable|non "
    r"trouvée)|página no encontrada|pagina non trovata|pagina niet gevonden|sidan (?:kunde inte|hittades "
    r"inte)|siden (?:findes ikke|blev ikke fundet)"
    r"|stránka nenalezena|nie znaleziono|página não encontrada|^oops\b",
)
_CLOSED = re.compile(
    r"(?:no longer|not(?: currently)?) (?:accepting|taking|receiving) (?:new )?applications"
    r"|(?:applications?|job|position|vacancy|posting|role|requisition|opening|opportunity|listing|ad"
    r"|offer)(?: \w+){0,3} (?:is|are|has|have)(?: now| been| already)* "
    r"(?:closed|filled|expired|no longer (?:available|active|open|accepting)|been (?:closed|filled"
    r"|removed|withdrawn)|inactive)|no longer (?:available|active|open|advertised|posted|being listed)"
    r"|(?:position|vacancy|role|job|applications?) (?:closed|filled|expired)"
    r"|nicht mehr (?:verfügbar|ausgeschrieben|online|aktiv|aktuell)|(?:stelle|position) (?:wurde|ist) "
    r"(?:bereits )?(?:besetzt|vergeben)|n.est plus (?:disponible|en ligne|active)|offre (?:est "
    r")?(?:expirée|pourvue)|(?:oferta|vacante) (?:ha )?(?:expirad\w|cerrad\w)|ya no está disponible"
    r"|non è più (?:disponibile|attiva)|niet (?:langer|meer) (?:beschikbaar|actief|open)|inte längre "
    r"(?:tillgänglig|aktiv)|ikke længere (?:aktiv|tilgængelig)|ikke lenger (?:aktiv|tilgjengelig)|ei ole "
    r"enää|(?:nabídka|pozice|inzerát) (?:již |už )?(?:není aktuální|vypršela?|byla? obsazena)|nieaktualn"
    r"|wygasł|não está mais disponível|vaga (?:encerrada|preenchida)",
)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|requires?|need|activate|turn on|use|without) (?:to enable )?javascript|javascript (?:is "
    r")?(?:required|disabled|must be enabled|to run this app)|loading\.{3}|^loading$|bitte "
    r".{0,30}javascript|activ\w+ javascript",
)


_BY_HEADING = (
    (Verdict.CLOSED_NOTICE, _CLOSED),
    (Verdict.GONE, _NOT_FOUND),
    (Verdict.ERROR, _SERVER_ERROR),
    (Verdict.LOGIN, _LOGIN),
)
_FIRST_LINES = 8
_H3 = 3
_SOME = 2
_MANY = 8
_SCRIPTS_CHARS = 100_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What the readers found on a page, as far as it matters for the verdict."""

    #: Structured data (JSON-LD, microdata, an API) names exactly one posting.
    structured: bool
    title: str | None
    #: A block of the page is its title, whether or not it names a role.
    headed: bool
    #: Characters of prose and bullets in the posting's body.
    prose: int
    #: Kinds of section that only postings have (responsibilities, requirements, benefits).
    sections: int
    #: Labelled or head fields that only postings have.
    fields: int
    #: A control or a sentence that asks to apply.
    apply: bool
    #: Closed, by the posting's own head.
    closed: bool
    #: Roles that the page lists, and whether its title or a heading announces them.
    roles: int
    announced: bool
    #: The list reads as a search result (filters, paging, many employers).
    search: bool
    #: What would be the posting's title is one of the roles, with a link or a heading like theirs.
    linked_title: bool


def of_status(status: int, text: str, headers: Mapping[str, str]) -> tuple[Verdict, tuple[str, ...]] | None:
    """The verdict that the HTTP status alone gives; None for an answer that has to be read."""
    if status in _GONE:
        return Verdict.GONE, (f"HTTP status {status}",)
    if status < 400:  # noqa: PLR2004 - what answers at all
        return None
    challenge = "cf-mitigated" in headers or _challenge_mark(text) is not None
    if status in _REFUSED or status == _TOO_MANY:
        verdict = Verdict.CHALLENGE if challenge or status in {403, 429} else Verdict.LOGIN
        return verdict, (f"HTTP status {status}",)
    if status >= _ERROR_STATUS:
        if challenge and _CHALLENGE.search(text[:_FEW_CHARS].lower()):
            return Verdict.CHALLENGE, (f"HTTP status {status} with a challenge",)
        kind = (
            Verdict.MAINTENANCE
            if status == _UNAVAILABLE and _MAINTENANCE.search(text[:20_000].lower())
            else Verdict.ERROR
        )
        return kind, (f"HTTP status {status}",)
    return None


def cut_in_the_middle(html: str) -> str | None:
    """How an HTML page that stops before its end was cut; None for a whole one.

    Pages may leave end tags out, and fragments have none: only a page that began with <html> or a head, has neither
    </html> nor </body>, and stops inside a tag, a script, a comment or an open element has been cut.
    """
    end = html[-_END:].lower()
    if "</html" in end or "</body" in end:
        return None
    tail = html[-_TAIL:].rstrip()
    lower = tail.lower()
    head = html[:_HEAD].lower()
    if "</html" in lower or "</body" in lower or not ("<html" in head or "<head" in head or "<!doctype" in head):
        return None
    if tail.rfind("<") > tail.rfind(">"):
        return "inside a tag"
    if lower.rfind("<script") > lower.rfind("</script") or lower.rfind("<style") > lower.rfind("</style"):
        return "inside a script or style"
    if lower.rfind("<!--") > lower.rfind("-->"):
        return "inside a comment"
    whole = html.lower()
    open_ = next((tag for tag in _CLOSED_BY_ALL if whole.count(f"<{tag}") > whole.count(f"</{tag}")), None)
    return f"<{open_}> is still open" if open_ else None


def of_page(doc: Document, seen: Seen, html: str) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict of a page that answered 200."""
    return _failure(doc, seen, html) or _content(seen) or _nothing(doc, seen, html)


def _failure(doc: Document, seen: Seen, html: str) -> tuple[Verdict, tuple[str, ...]] | None:
    """A way to fail that a page of few words shows; a posting's text is never searched for it."""
    if seen.prose > _LITTLE_PROSE or seen.sections > 1:
        return None
    text = _notice_text(doc)
    if len(text) < _FEW_CHARS:
        for verdict, pattern in ((Verdict.CHALLENGE, _CHALLENGE), (Verdict.MAINTENANCE, _MAINTENANCE)):
            if words := _said(pattern, text):
                return verdict, (f"the page says “{words}”",)
    if seen.structured or seen.fields > 1:
        return None
    if len(text) < _FEW_CHARS // 6 and (mark := _challenge_mark(html)):
        return Verdict.CHALLENGE, (f"the page loads {mark}",)
    return _by_heading(doc, seen)


def _by_heading(doc: Document, seen: Seen) -> tuple[Verdict, tuple[str, ...]] | None:
    """Closed, gone, failed or locked, as the title, a heading or (on a page of next to no text) its first lines say."""
    head = _head_text(doc, lines=_FIRST_LINES if seen.prose < _LITTLE_TEXT and seen.roles <= _SOME else 0)
    said = {
        verdict: words
        for verdict, pattern in _BY_HEADING
        if (words := next(filter(None, (_said(pattern, text) for text in head)), None))
    }
    if Verdict.CLOSED_NOTICE in said and Verdict.GONE in said:
        del said[Verdict.CLOSED_NOTICE]
    if _password(doc) and seen.prose < _PARAGRAPH and not said:
        said[Verdict.LOGIN] = "password"
    return next(((verdict, (f"the page says “{words}”",)) for verdict, words in said.items()), None)


def _said(pattern: re.Pattern[str], text: str) -> str | None:
    """The first words of a text that a pattern for lower case finds, as the page has them."""
    match = pattern.search(lowered(text))
    return text[match.start() : match.end()] if match else None


def _challenge_mark(html: str) -> str | None:
    lower = html[:_SCRIPTS_CHARS].lower()
    return next((mark for mark in _CHALLENGE_MARKS if mark in lower), None)


def _password(doc: Document) -> bool:
    return doc.root is not None and doc.root.find(".//input[@type='password']") is not None


def _content(seen: Seen) -> tuple[Verdict, tuple[str, ...]] | None:
    posting, why = _posting_score(seen)
    if seen.structured:
        return Verdict.POSTING, why
    listing = _listing_score(seen)
    if listing >= _ENOUGH and listing > posting:
        verdict = Verdict.HUB if seen.announced and not seen.search else Verdict.LISTING
        return verdict, (f"it lists {seen.roles} roles",)
    return (Verdict.POSTING, why) if posting >= _ENOUGH else None


def _listing_score(seen: Seen) -> int:
    if not seen.roles:
        return 0
    return (
        (2 if seen.roles > _SOME else 1)
        + (seen.roles > _MANY)
        + 2 * seen.announced
        + seen.search
        + 6 * seen.linked_title
        + (seen.roles > _SOME and not seen.headed)
        + 2 * (seen.search and seen.announced)
        + 3 * (seen.announced and seen.roles > _SOME and seen.title is None)
    )


def _posting_score(seen: Seen) -> tuple[int, tuple[str, ...]]:
    signs = (
        (4, seen.structured, "structured data names one posting"),
        (min(seen.sections, 3), seen.sections > 0, f"{seen.sections} sections that postings have"),
        (2, seen.title is not None and seen.prose > _PARAGRAPH, "a role's title over a text"),
        (1, seen.title is not None, "a role's title"),
        (1, seen.headed and seen.prose > _PARAGRAPH, "a title over a text"),
        (
            min(seen.fields, 3) * (seen.headed or seen.sections > 0),
            seen.fields > 0,
            f"{seen.fields} labelled fields that postings have",
        ),
        (1, seen.apply, "it asks to apply"),
        (1, seen.prose > _LITTLE_PROSE, "a long text"),
        (2, seen.closed, "it says that it is closed"),
    )
    return sum(weight for weight, holds, _ in signs if holds), tuple(words for _, holds, words in signs if holds)


def _nothing(doc: Document, seen: Seen, html: str) -> tuple[Verdict, tuple[str, ...]]:
    """Neither a posting nor a list: a shell that scripts would fill, an empty list, or nothing that we know."""
    scripts = html.count("<script")
    said = f"{doc.noscript} {_notice_text(doc)[:_FEW_CHARS]}"
    if found := _said(_NEEDS_SCRIPT, said):
        return Verdict.SHELL, (f"the page says “{found}”",)
    if seen.announced or seen.search:
        return Verdict.LISTING if seen.search else Verdict.HUB, ("its title announces postings, and it lists none",)
    words = sum(len(block.text) for block in doc.blocks)
    if seen.title is not None or words < _LITTLE_TEXT or (scripts > 2 and seen.prose < _PARAGRAPH // 2):  # noqa: PLR2004 - more than counters
        return Verdict.SHELL, ("hardly any text of its own",)
    return Verdict.ERROR, ("nothing on it reads as a posting or a list of postings",)


def _notice_text(doc: Document) -> str:
    said = [
        doc.title or "",
        *(block.text for block in doc.blocks if block.furniture not in {"nav", "footer", "header"}),
    ]
    return "\n".join(said)


def _head_text(doc: Document, *, lines: int) -> list[str]:
    """<title>, headings and the first lines."""
    blocks = [block for block in doc.blocks if block.furniture is None]
    headings = [block.text for block in blocks if 0 < block.level <= _H3]
    return [doc.title or "", *headings, *(block.text for block in blocks[:lines])]
