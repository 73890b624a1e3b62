"""Signs of what a page is, counted for the verdict: does it ask to apply, does it list roles, is its title a link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spiders import verdict
from spiders.claims import Claims, Origin
from spiders.pages import listing
from spiders.posting import Posting, Role, SectionKind, Status
from spiders.reading.document import Anchor, Document
from spiders.reading.headings import not_of_the_posting
from spiders.reading.near import matches, windows
from spiders.reading.place import looks_like_place
from spiders.reading.roles import reads_as_role
from spiders.reading.scope import Scope
from spiders.reading.title import title_parts

APPLY = re.compile(
    r"^\W*(?:(?:easy |quick |1-click )?apply(?: (?:now|here|online|today|for|on|with|to|via)\b.{0,40})?"
    r"|i.m interested|submit (?:your )?(?:application|cv|resume)|send (?:your )?application|start "
    r"(?:your )?application|(?:jetzt |hier |online )?bewerben|jetzt online bewerben|postuler.{0,30}"
    r"|je postule|candidater|inscribirme|solicitar|aplicar|candidati.{0,20}|invia candidatura"
    r"|solliciteer.{0,20}|ansök.{0,20}|ansøg.{0,20}|søk (?:på )?(?:stilling.{0,10}|nå|her)|send søknad"
    r"|hae.{0,15}|aplikuj.{0,20}|odpovědět|poslat životopis|mám zájem|candidatar-se|candidate-se)\W*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:to apply|how to apply|apply (?:by|online|via|through|at|now|here|directly)|please (?:apply"
    r"|submit|send)|send (?:us )?(?:your|an?|the) (?:cv|resume|application)|(?:your|completed) "
    r"applications?|application form|submit(?:ting)? (?:your|an) application"
    r"|bewerbung(?:en)? (?:an|bitte|unter|per)|zaslat .{0,20}životopis|ansøgning(?:en)? (?:sendes|skal)"
    r"|skicka din ansökan|postulez|candidature à)\b",
    re.IGNORECASE,
)
_ASKS_WORDS = (
    "apply",
    "applicat",
    "submit",
    "send ",
    "bewerbung",
    "zaslat",
    "ansøgning",
    "ansökan",
    "postulez",
    "candidature",
)
_AROUND = 60
#: For texts in lower case.
_SEARCH = re.compile(
    r"\b(?:search results|results found|\d[\d,.]{0,12} (?:jobs|results|vacancies|positions|matching|job "
    r"offers)|sort by|filter(?: by|s)|refine (?:your )?(?:search|results)|page \d+ of \d+|next page|load "
    r"more jobs|job search|nalezen\w+ \d+|nabídek|treffer)\b",
)
_BODY_KINDS = frozenset({SectionKind.RESPONSIBILITIES, SectionKind.REQUIREMENTS, SectionKind.BENEFITS})
_FIELDS = ("locations", "employment_type", "workplace", "pay", "deadline", "posted_on", "requisition_id")
_PROSE = 40
_SHORT = 100
_FEWEST_LINKS = 2
_H2 = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """What the readers of one HTML page have made of it so far."""

    doc: Document
    scope: Scope
    claims: Claims
    #: Links to roles, with their addresses.
    links: Sequence[tuple[Anchor, str]]
    roles: Sequence[Role]
    #: Structured data names exactly one posting.
    structured: bool


def count(page: Looked, posting: Posting) -> verdict.Seen:
    """The signs of a page whose posting, if it is one, is `posting`."""
    scope, texts = page.scope, _announcements(page.doc)
    return verdict.Seen(
        structured=page.structured,
        title=posting.title if posting.title and reads_as_role(posting.title) else None,
        headed=scope.title is not None,
        prose=prose(scope),
        sections=len({it.kind for it in posting.sections if it.kind in _BODY_KINDS and it.heading}),
        fields=sum(1 for name in _FIELDS if next(page.claims.of(name, Origin.LABEL, Origin.HEAD), None)),
        apply=asks_to_apply(page.doc, scope),
        closed=posting.status is Status.CLOSED,
        roles=_own_roles(page),
        announced=any(listing.announces_roles(text) for text in texts),
        search=_SEARCH.search("\n".join((*texts, *_short_lines(scope))).lower()) is not None,
        linked_title=_is_title_linked(page),
    )


def asks_to_apply(doc: Document, scope: Scope) -> bool:
    """Whether a control, a link or a sentence asks to apply."""
    if any(APPLY.match(text) for text in (*doc.controls, *(it.text for it in doc.anchors), *_short_lines(scope))):
        return True
    spans = windows(scope.lower, _ASKS_WORDS, before=_AROUND, after=_AROUND)
    return next(matches(_ASKS, scope.text, spans), None) is not None


def prose(scope: Scope) -> int:
    """How many characters of sentences and bullets the body has."""
    return sum(len(it.text) for it in scope.body if len(it.text) >= _PROSE)


def _short_lines(scope: Scope) -> Sequence[str]:
    return [it.text for it in scope.blocks if len(it.text) < _SHORT]


def _own_roles(page: Looked) -> int:
    """How many roles the page lists outside of "related jobs" and the like."""
    own = listing.roles_of([link for link in page.links if link[0].position not in page.scope.foreign])
    if own or page.links:
        return len(own)
    return len(page.roles) or len(listing.announced_roles(page.scope.blocks))


def _is_title_linked(page: Looked) -> bool:
    """Whether the title is one of several roles: linked to a page of its own, or one of many such headings."""
    if page.scope.title is not None and page.scope.blocks[page.scope.title].text in {
        role.title for role in page.roles if role.url is None
    }:
        return True
    if page.scope.title is None or len(page.links) < _FEWEST_LINKS:
        return False
    title, blocks = page.scope.blocks[page.scope.title], page.doc.blocks
    at = [anchor.position for anchor, _ in page.links if anchor.text == title.text]
    return any(blocks[n] is title for it in at for n in range(max(0, it - 1), min(it + 2, len(blocks))))


def _announcements(doc: Document) -> list[str]:
    """The texts that may announce a list of roles: the first part of <title>, and the chief headings."""
    headings = [it.text for it in doc.blocks if 0 < it.level <= _H2 and not it.furniture]
    said = doc.metas.get("og:title") or doc.title or ""
    site = doc.metas.get("og:site_name")
    texts = (*title_parts(said)[:1], *headings)
    return [text for text in texts if text != site and not looks_like_place(text) and not not_of_the_posting(text)]
