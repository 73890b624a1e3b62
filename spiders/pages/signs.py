"""Signs of what a page is, counted for the verdict: does it ask to apply, does it list roles, is its title a link."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spiders import verdict
from spiders.claims import Claims, Origin
from spiders.pages import applying, list_notices, listing
from spiders.posting import Posting, Role, SectionKind, Status
from spiders.reading.document import BOLD_LEVEL, Anchor, Block, Document
from spiders.reading.headings import kind_of, not_of_the_posting
from spiders.reading.noise import is_noise_line
from spiders.reading.notices import is_notice
from spiders.reading.place import looks_like_place
from spiders.reading.roles import reads_as_role
from spiders.reading.scope import Scope
from spiders.reading.status import find_status
from spiders.reading.title import metadata_titles, title_parts

#: For texts in lower case.
_SEARCH = re.compile(
    r"\b(?:search results|results found|\d[\d,.]{0,12} (?:jobs|results|vacancies|positions|matching|job "
    r"offers)|sort by|filter(?: by|s)|refine (?:your )?(?:search|results)|page \d+ of \d+|next page|load "
    r"more jobs|job search|nalezen\w+ \d+|nabídek|treffer"
    r"|\d[\d.,  ]{0,12} (?:offres|emplois|stellen\w*|ofertas|empleos|vacantes|offerte|annunci|vacatures|lediga jobb"
    r"|annonser|jobannoncer|stillinger|työpaikkaa|ofert|ogłoszeń|vagas|nabíd\w+))\b",
)
#: What titles of guides and salary pages have, and what stands under the titles of articles; in lower case.
_ARTICLE = re.compile(
    r"^(?:how (?:to|much|do|we)|what (?:is|are|does)|why |\d{1,2} (?:tips|ways|steps|things|reasons|questions|best))"
    r"|\b(?:salary|salaries|salaires?|sueldos?|gehalt|gehälter|interview questions|job description template"
    r"|career guide|resume examples?|cv examples?)\b(?!.{0,20}[€$£\d])|^(?:wie|was|warum|comment|cómo|come|jak|hoe|hur"
    r"|hvordan|como|miten) .{5,}"
)
_SIGNED = re.compile(
    r"\b\d{1,2} ?min(?:ute)?s? read\b|lesezeit|min(?:utes)? de lecture|min de lectura|^by \w+ \w+ [·|•]"
)
_ENDS = re.compile(r"[.!?…:。]\W{0,3}$")
_END = 5
_BODY_KINDS = frozenset({SectionKind.RESPONSIBILITIES, SectionKind.REQUIREMENTS, SectionKind.BENEFITS})
_FIELDS = ("locations", "employment_type", "workplace", "pay", "deadline", "posted_on", "requisition_id")
_PROSE = 40
_SENTENCE = 20
_SHORT = 100
#: Characters of a paragraph that describes something, and of the longest notice.
_DESCRIBES = 80
_LONGEST_NOTICE = 300
_FEWEST_LINKS = 2
_H2 = 2
_FIRST = 40


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
    #: The roles are those of a list in which each has its own link to apply.
    applied: bool = False


def count(page: Looked, posting: Posting) -> verdict.Seen:
    """The signs of a page whose posting, if it is one, is `posting`."""
    scope, texts, roles = page.scope, _announcements(page.doc), _own_roles(page)
    announced = any(listing.announces_roles(text) for text in texts)
    return verdict.Seen(
        structured=page.structured,
        title=posting.title if _is_role(posting.title, roles) else None,
        headed=_is_headed(scope),
        titled=_is_titled(page),
        prose=prose(scope),
        sentences=_sentences(page),
        described=_described(scope),
        terms=0 if roles > _FEWEST_LINKS else (posting.pay is not None) + (posting.deadline is not None),
        sections=_sections(page, posting) if roles <= _FEWEST_LINKS else _in_body(posting),
        fields=facts(page.claims),
        apply=applying.asks(page.doc, scope),
        upcoming=posting.status is Status.UPCOMING,
        others=_others(page),
        seeks=applying.seeks(scope),
        closed=posting.status is Status.CLOSED,
        roles=roles,
        announced=announced,
        search=_SEARCH.search("\n".join((*texts, *_short_lines(scope))).lower()) is not None,
        linked_title=_is_title_linked(page),
        article=_is_article(page.doc),
        applied=page.applied,
        not_had=list_notices.not_had(page.doc, listed=roles > 0) if announced else None,
    )


def _is_headed(scope: Scope) -> bool:
    """Whether the page has a title of its own that is not a list's ("Find jobs")."""
    title = scope.blocks[scope.title].text if scope.title is not None else ""
    return bool(title) and (reads_as_role(title) or not listing.announces_roles(title))


def _others(page: Looked) -> frozenset[int]:
    """The numbers of the page's blocks that speak of other postings, or belong to something else."""
    scope = page.scope
    if scope.said == scope.text:
        return scope.foreign
    silent = {
        id(block)
        for block, at in zip(scope.blocks, scope.offsets, strict=True)
        if scope.said[at : at + len(block.text)].isspace()
    }
    return scope.foreign | {number for number, block in enumerate(page.doc.blocks) if id(block) in silent}


def _is_titled(page: Looked) -> bool:
    """Whether the chief heading, which <title> repeats, stands over a sentence; not that of a list or a notice."""
    scope = page.scope
    if not _is_headed(scope) or scope.title is None or scope.blocks[scope.title].level != 1:
        return False
    title = scope.blocks[scope.title].text
    repeated = any(title.casefold() in text.casefold() for text in metadata_titles(page.doc))
    behind = (it for it in scope.blocks[scope.title + 1 :] if not it.is_link() and len(it.text) >= _SENTENCE)
    if not repeated or any(map(is_notice, (title, *metadata_titles(page.doc)))):
        return False
    return any(_ENDS.search(it.text) for it in behind)


def _sections(page: Looked, posting: Posting) -> int:
    """How many kinds of section that only postings have stand under headings, behind the title or in the body."""
    behind = page.scope.blocks[(page.scope.title or 0) + 1 :]
    over_text = pairwise(behind)
    headed = {kind_of(it.text) for it, text in over_text if it.level and not it.linked and not _is_chief(text)}
    return max(len(headed & _BODY_KINDS), _in_body(posting))


def _is_chief(block: Block) -> bool:
    """Whether a block is a heading element: a heading right before it has no text, which scripts would fetch."""
    return 0 < block.level < BOLD_LEVEL


def _in_body(posting: Posting) -> int:
    return len({it.kind for it in posting.sections if it.kind in _BODY_KINDS and it.heading})


def _is_role(title: str | None, roles: int) -> bool:
    """Whether a title names one role; that of a list may name what it lists ("Baker jobs in Kiel")."""
    if title is None or not reads_as_role(title):
        return False
    return roles <= _FEWEST_LINKS or not listing.announces_roles(title)


def facts(claims: Claims) -> int:
    """How many labelled or head fields there are that only postings have."""
    return sum(1 for name in _FIELDS if next(claims.of(name, Origin.LABEL, Origin.HEAD), None))


def prose(scope: Scope) -> int:
    """How many characters of sentences and bullets the body has; links to something else are none."""
    return sum(len(it.text) for it in scope.body if len(it.text) >= _PROSE and not it.is_link())


def _described(scope: Scope) -> int:
    """How many characters of the body describe something; notices that it is closed, if any, do not."""
    texts = [it.text for it in scope.body if len(it.text) >= _DESCRIBES]
    said = find_status(scope.said, head_length=scope.head_length)
    is_closed = said is not None and said.value is Status.CLOSED
    return sum(len(it) for it in texts if not (is_closed and _says_closed(it)))


def _says_closed(text: str) -> bool:
    status = find_status(text, head_length=0) if len(text) < _LONGEST_NOTICE else None
    return status is not None and status.value is Status.CLOSED


def _sentences(page: Looked) -> int:
    """How many characters of sentences stand behind the title, or on the page, outside of furniture and the like."""
    blocks, title, foreign = page.doc.blocks, page.scope.title, page.scope.foreign
    start = 0 if title is None else next(n for n, it in enumerate(blocks) if it is page.scope.blocks[title]) + 1
    return sum(
        len(it.text)
        for number, it in enumerate(blocks[start:], start)
        if not it.furniture and len(it.text) >= _PROSE and _ends(it.text)
        if number not in foreign and not is_noise_line(it.text)
    )


def _ends(text: str) -> bool:
    return _ENDS.search(text, max(0, len(text) - _END)) is not None


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


def _is_article(doc: Document) -> bool:
    """Whether a page is about work rather than an offer of it: a guide, a salary page, a signed article."""
    chief = next((it.text for it in doc.blocks if it.level == 1 and not it.furniture), doc.title or "")
    return _ARTICLE.search(chief.lower()) is not None or any(
        len(it.text) < _SHORT and _is_signed(it.text.lower()) for it in doc.blocks[:_FIRST]
    )


def _is_signed(lower: str) -> bool:
    return ("min" in lower or "lesezeit" in lower or lower.startswith("by ")) and _SIGNED.search(lower) is not None


def _announcements(doc: Document) -> list[str]:
    """The texts that may announce a list of roles: the first part of <title>, and the chief headings."""
    headings = [it.text for it in doc.blocks if 0 < it.level <= _H2 and not it.furniture]
    said = doc.metas.get("og:title") or doc.title or ""
    site = doc.metas.get("og:site_name")
    texts = (*title_parts(said)[:1], *headings)
    return [text for text in texts if text != site and not looks_like_place(text) and not not_of_the_posting(text)]
