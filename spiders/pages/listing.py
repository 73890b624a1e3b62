"""Boards and company hubs: the roles that a page lists, with addresses that stay the same between visits."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from spiders.posting import Role
from spiders.reading.document import BOLD_LEVEL, Anchor, Block, Document
from spiders.reading.headings import kind_of, not_of_the_posting
from spiders.reading.noise import is_noise_line
from spiders.reading.place import looks_like_place
from spiders.reading.roles import reads_as_role
from spiders.reading.title import is_generic
from spiders.reading.urls import absolute, is_tracking, split

#: A heading over a list of roles, in lower case.
_ANNOUNCES = re.compile(
    r"\b(?:(?:open|current|available|our|latest|all|new|featured|engineering|ai|tech) )?(?:roles"
    r"|positions|openings|vacancies|jobs|opportunities|job openings)(?: (?:at|@|in|with|for|available) "
    r".{1,50})?$|^(?:jobs?|careers?) (?:at|@|bei|hos|på) .{1,50}$|\bjob (?:listings?|board|openings)\b"
    r"|^(?:find|search|browse|explore) (?:a |your |our |all )?(?:new |open |next |dream |perfect )?(?:jobs?|roles"
    r"|careers"
    r"|positions|vacancies)$|\bwe.?re hiring\b|\b20\d\d (?:\w+ ){0,2}(?:internships|new grad\w*)"
    r"|^(?:\w+ ){0,3}(?:internships|graduate programmes)(?: 20\d\d)?$|^join (?:us|our team)$|^careers?$"
    r"|\b(?:offene stellen|stellenangebote|unsere stellen|aktuelle (?:stellen|jobs)|jobangebote|karriere"
    r"|stellenportal|karriereportal|jobportal|(?:alle |unsere )?offenen? (?:stellen|jobs|positionen)"
    r"|unsere jobs|jobs im überblick|wir suchen .{3,40}|(?:aktuelle )?jobs|nabídk[ay] práce|offres "
    r"d.emploi|nos offres|postes ouverts|vacantes|ofertas de empleo|posizioni aperte"
    r"|vacatures|lediga (?:jobb|tjänster)|ledige (?:stillinger|job)|avoimet työpaikat|oferty pracy|volná "
    r"místa|volné pozice|vagas)\b"
    r"|^(?:(?:stellen|jobs|arbeit) (?:finden|suchen)|(?:trouver|rechercher|chercher) un (?:emploi|poste|job)"
    r"|(?:buscar?|encuentra|encontrar) (?:empleo|trabajo|ofertas|emprego|trabalho)|(?:cerca|trova) (?:lavoro|offerte)"
    r"|(?:zoek|vind) (?:vacatures|een baan|werk)|(?:hitta|sök) (?:jobb|lediga jobb)|(?:find|søg) (?:ledige )?job"
    r"|(?:finn|søk) (?:jobb?|stillinger)|(?:etsi|hae) (?:töitä|työpaikkoja)|(?:znajdź|szukaj) pracy?|najdi práci"
    r"|(?:hledat|najít) práci)$",
)
#: One of these is in all of them.
_MAY_ANNOUNCE = re.compile(
    "job|role|position|opening|vaca|opportunit|career|hiring|join|intern|grad|stellen|karriere|portal|suchen|nabíd"
    "|offres"
    "|poste|ofert|posizioni|ledig|avoimet|volná|volné|vagas|arbeit|empl|empr|traba|lavoro|offert|baan|werk|stilling|työ"
    "|töi|prac|prác"
)
_POSTING_PATH = re.compile(
    r"/(?:jobs?|vacanc(?:y|ies)|positions?|careers?|postings?|openings?|o|rpd|offers?|offres?|stellen\w*"
    r"|stelle\w*|karriere|job-?detail\w*|jobad|nabidk\w*|vacatures?|empleos?|ofertas?|lavoro|praca"
    r"|requisition|role|roles|p)"
    r"[/?-](?:[^/?#]*[\w-]{3,}|\d{1,3}/?(?:[?#]|$))|[?&](?:job|jobid|job_id|vacancy|vacancyid|id|pid|jk|gh_jid|requisition\w*"
    r"|offerid)=[\w-]+|\d{4,}",
    re.IGNORECASE,
)
_NO_POSTING = re.compile(
    r"/(?:search|login|signin|sign-in|register|apply|saved|categor\w*|tags?|compan(?:y|ies)|people|blog"
    r"|news|about|privacy|terms|contact|help|faq|alerts?|locations?|departments?|teams?|feed|rss|user"
    r"|users|questions)(?:[/?#]|$)",
    re.IGNORECASE,
)
_LONGEST = 160
_HOST = re.compile(r"^(?:https?:)?//[^/]*", re.IGNORECASE)
_SHORTEST = 3
_SLUG_CHARS = 20
_FEWEST = 2
#: How many cells a row has before its link to apply.
_ROW = 8
#: Furniture in which no role is listed.
_NEVER = frozenset({"nav", "footer", "navigation", "breadcrumb", "breadcrumbs"})
_NO_PAGES = ("#", "javascript:", "mailto:", "tel:", "data:")
_SHORT = 70
_PROSE = 120


def linked_roles(doc: Document, base: str) -> tuple[Role, ...]:
    """The roles that a page links to: links that look like postings, and all others of the same make."""
    return roles_of(role_links(doc, base))


def role_links(doc: Document, base: str) -> list[tuple[Anchor, str]]:
    """The links behind `linked_roles`, in the page's order, with their addresses."""
    groups: dict[str, list[Anchor]] = defaultdict(list)
    own = {_address(url) for url in (base, doc.canonical, doc.metas.get("og:url")) if url}
    for anchor in doc.anchors:
        if _may_be_role(anchor):
            groups[_shape(anchor.href)].append(anchor)
    found = ((anchor, absolute(anchor.href, base)) for anchor in _of_postings(groups))
    roles = [(anchor, url) for anchor, url in found if url and _address(url) not in own]
    return sorted(roles, key=lambda it: it[0].position)


def own_links(links: Sequence[tuple[Anchor, str]], foreign: Collection[int]) -> list[tuple[Anchor, str]]:
    """The links of the board itself, without "related jobs" and what stands beside; none where there are no others.

    Args:
        links: as `role_links` gives them.
        foreign: the numbers of blocks that belong to something else (`Scope.foreign`).
    """
    return [link for link in links if link[0].position not in foreign and link[0].furniture is None]


def roles_of(links: Sequence[tuple[Anchor, str]]) -> tuple[Role, ...]:
    """One role for each address, under the words of its first link."""
    roles: dict[str, Role] = {}
    for anchor, url in links:
        roles.setdefault(url, Role(title=anchor.text, url=url))
    return tuple(roles.values())


def applied_roles(doc: Document, base: str, asks: Callable[[str], bool]) -> tuple[Role, ...]:
    """The roles of a list that names each in a cell of its own, beside a link of which `asks` says that it applies."""
    roles: dict[str, Role] = {}
    begin = 0
    for anchor in doc.anchors:
        if anchor.furniture in _NEVER or not asks(anchor.text) or anchor.href.startswith(_NO_PAGES):
            continue
        cells = doc.blocks[max(begin, anchor.position - _ROW) : anchor.position]
        title = next((it.text for it in cells if _names_role(it.text)), None)
        if title and (url := absolute(anchor.href, base)):
            roles.setdefault(url, Role(title=title, url=url))
        begin = anchor.position
    return tuple(roles.values()) if len(roles) > _FEWEST else ()


def _names_role(text: str) -> bool:
    return reads_as_role(text) and not is_noise_line(text) and not announces_roles(text)


def headed_roles(blocks: Sequence[Block]) -> tuple[Role, ...]:
    """The roles of a page that gives each a heading of one rank (and, often, a text that unfolds), without links."""
    by_level: dict[int, list[str]] = defaultdict(list)
    for block in blocks:
        if 1 < block.level < BOLD_LEVEL and kind_of(block.text) is None:
            by_level[block.level].append(block.text)
    for titles in by_level.values():
        roles = list(dict.fromkeys(text for text in titles if reads_as_role(text)))
        if len(roles) > _FEWEST and len(roles) * 2 >= len(titles):
            return tuple(Role(title=text, url=None) for text in roles)
    return ()


def announced_roles(blocks: Sequence[Block]) -> tuple[Role, ...]:
    """The roles in the short lines under a heading such as "Open roles at Acme", without links."""
    for index, block in enumerate(blocks):
        if len(block.text) <= _SHORT and not block.item and announces_roles(block.text):
            lines = list(_short_lines(blocks, index + 1))
            if len(lines) > _FEWEST and sum(map(reads_as_role, lines)) * 2 >= len(lines):
                return tuple(Role(title=line, url=None) for line in dict.fromkeys(lines))
    return ()


def announces_roles(text: str) -> bool:
    """Whether a heading or title is that of a list of roles ("Jobs & Internships at Acme", "Offene Stellen")."""
    if len(text) > _LONGEST:
        return False
    lower = text.lower()
    return _MAY_ANNOUNCE.search(lower) is not None and _ANNOUNCES.search(lower) is not None


def _short_lines(blocks: Sequence[Block], start: int) -> Iterator[str]:
    """The lines up to the first prose, without the heading over it."""
    for index in range(start, len(blocks)):
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        heads = following is not None and len(following.text) >= _PROSE and not block.item
        if len(block.text) > _SHORT or heads or kind_of(block.text) or block.level > 0:
            return
        if not is_noise_line(block.text):
            yield block.text


def _address(url: str) -> tuple[str, str]:
    """What tells pages of one site apart, whatever its host is called."""
    parts = split(url)
    return (parts.path.rstrip("/"), parts.query) if parts is not None else ("", "")


def _may_be_role(anchor: Anchor) -> bool:
    text, href = anchor.text, anchor.href
    if not _SHORTEST <= len(text) <= _LONGEST or anchor.furniture in _NEVER or href.startswith(_NO_PAGES):
        return False
    return not (
        _NO_POSTING.search(href)
        or is_noise_line(text)
        or is_generic(text)
        or kind_of(text)
        or not_of_the_posting(text)
        or (looks_like_place(text) and not reads_as_role(text))
    )


def _of_postings(groups: dict[str, list[Anchor]]) -> Iterator[Anchor]:
    """The links of those groups of one make where enough read as roles, or all lead to what looks like a posting."""
    for anchors in groups.values():
        like = sum(1 for anchor in anchors if reads_as_role(anchor.text))
        if like * 2 >= len(anchors) or (
            like * 4 >= len(anchors) and all(_POSTING_PATH.search(_untracked(anchor.href)) for anchor in anchors)
        ):
            yield from anchors


def _untracked(href: str) -> str:
    """An address without tracking parameters: the digits of their tokens are no posting's number."""
    path, mark, query = href.partition("?")
    kept = [pair for pair in query.split("&") if not is_tracking(pair.partition("=")[0])]
    return f"{path}{mark}{'&'.join(kept)}"


def _shape(href: str) -> str:
    """What addresses of one kind of page have in common: all but the last step of the path, names of parameters."""
    path, _, query = _HOST.sub("", href.partition("#")[0]).partition("?")
    steps = path.rstrip("/").split("/")
    general = ["*" if len(step) > _SLUG_CHARS or not step.isalpha() else step for step in steps[:-1]]
    named = {pair.partition("=")[0] for pair in query.replace("&amp;", "&").split("&") if pair}
    names = ",".join(sorted(name for name in named if not is_tracking(name)))
    return f"{'/'.join(general)}?{names}"
