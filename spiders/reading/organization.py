"""Who hires: from what <title> says beside the title, from og:site_name, and from the sentences that name it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spiders.reading.document import Document
from spiders.reading.near import holds, matches, windows
from spiders.reading.organization_words import institution_in, is_board, is_department, is_name
from spiders.reading.place import looks_like_place
from spiders.reading.roles import reads_as_role
from spiders.reading.scope import Scope
from spiders.reading.title import is_generic, metadata_titles

_NAME = r"(?P<name>[A-Z0-9À-Ž][\w&'’.™+-]*(?:\s(?:[A-Z0-9À-Ž&][\w&'’.™+/-]*|of|the|and|für|de|der)){0,5})"
_HIRES = (
    r"(?:is )?(?:hiring|looking for|seeks|sucht|recrute|zaměstná|hledá|busca|contratou|cerca|zoekt|söker|søger|szuka"
    r"|rekrytoi|hakee)(?: an?| the| pour des postes de| personas para el cargo de)?"
)
#: <title>, or a part of it, with TITLE for the posting's title; the first that fits wins.
_TITLE_FORMS = (
    re.compile(rf"^(?P<name>.{{2,80}}?) {_HIRES} TITLE(?: (?:in|i|en|em|a|à|w|v) .+| \(.+| - .+)?$"),
    re.compile(
        r"^(?:.{0,40}: |job application for |apply (?:for|to) )?(?:remote )?TITLE\s?(?:\([^()]*\))?\s?(?:-|–|—|\|)?\s?"
        r"(?:job )?(?:in .{2,60} )?(?:@|at|bei|chez|hos|presso|bij|ve společnosti) (?P<name>.{2,80}?)"
        r"(?:(?: in| •| ·| på| i) .+)?$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<name>[^|]{2,60}?): TITLE$"),
)
#: Where a part of <title> has more beside the title: "Acme TITLE Job in Austin", "TITLE, Acme Sp. z o.o., Poznań".
_BEFORE = re.compile(r"^(?P<name>[^|:,]{2,60}?) TITLE\b")
_AFTER = re.compile(r"\bTITLE,? ?, (?P<name>[^|,]{2,60})(?:,|$)")
_CUT = re.compile(r"\s{1,3}[|–—·•»>-]\s{1,3}|\s{0,3}[|»]\s{0,3}")
#: At the beginning of a line, with the words that such a line begins with, or has, where they are fixed.
_BEGINNING: tuple[tuple[str | tuple[str, ...], tuple[str, ...], re.Pattern[str]], ...] = (
    (("At ", "Bei ", "Chez ", "Hos ", "På "), (), re.compile(rf"^(?:At|Bei|Chez|Hos|På) {_NAME},")),
    (
        "",
        (" is ", " are "),
        re.compile(
            rf"^{_NAME} (?:is|are) (?:looking for|hiring|seeking|recruiting|an? (?:\w+ ){{0,4}}(?:company"
            r"|platform|leader|provider|startup"
            r"|organi[sz]ation|firm|agency|charity|equal opportunity employer))\b"
        ),
    ),
    (
        "",
        (
            *(" sucht ", " recrute ", " recherche ", " busca ", " cerca ", " zoekt ", " söker ", " søger ", " søker "),
            *(" hledá ", " szuka ", " etsii ", " hakee ", " procura ", " seeks ", " wishes to appoint "),
        ),
        re.compile(
            rf"^(?:(?:Die|Das|Der|La|El|Il|De|Het) )?{_NAME} (?:sucht|recrute|recherche|busca|cerca|zoekt|söker"
            rf"|søger|søker|hledá|szuka|etsii|hakee|procura"
            r"|seeks|wishes to appoint) "
        ),
    ),
    (
        ("About ", "Why ", "Join ", "Working ", "Life ", "Über ", "À propos ", "Om ", "O společnosti "),
        (),
        re.compile(
            rf"^(?:About|Why|Join|Working (?:at|for|in)|Life at|Über|À propos de|Om|O společnosti) {_NAME}\s?[?!:]?$"
        ),
    ),
    (
        ("See ", "Read ", "View ", "Visit ", "Find "),
        (),
        re.compile(rf"^(?:See|Read|View|Visit|Find) .{{0,40}}? (?:at|from) {_NAME}$"),
    ),
    (
        ("Posted ", "Published ", "Advertised "),
        (),
        re.compile(rf"^(?:Posted|Published|Advertised)\b.{{0,40}}? by {_NAME}$"),
    ),
)
_WITHIN = re.compile(
    rf"\b(?:working at|(?<=[a-z]\s)at(?=[^,.]{{2,40}}, (?:you|we)\b)|join|joining"
    rf"|(?:employees?|team|mission|culture|engineers?|career) (?:at|of)) {_NAME}(?=[\s,.])"
)
_WITHIN_WORDS = (
    " at ",
    "working at",
    "join",
    "employee",
    "team at",
    "team of",
    "mission of",
    "culture at",
    "engineers at",
    "career at",
)
_FIRST_OF_LINE = 200
_AROUND = 120
_SMALL_WORDS = ("of", "the", "and", "für", "de", "der", "is", "are", "we", "our", "you")
_TRAILING = re.compile(rf"(?:\s(?:{'|'.join(_SMALL_WORDS)})){{1,6}}$|['’]s$|[.,;:]{{1,9}}$", re.IGNORECASE)
#: A part of <title> that names the employer's own pages: "Ledige stillinger på Acme", "Acme Careers".
_OWN_PAGES = (
    re.compile(
        r"^(?:jobs?|careers?|vacanc(?:y|ies)|open (?:positions|roles)|ledige (?:stillinger|job)|lediga "
        r"(?:jobb|tjänster)|stellenangebote|offene stellen|karriere|offres d.emploi|work(?:ing)?|vacatures|werken"
        r"|jobba|arbeiten|lavora|pracuj|trabaja|trabalhar|travailler)"
        r" (?:at|bei|på|hos|chez|en|w|v|with|bij|con|na|em|in) (?P<name>.{2,60})$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<name>.{2,50}?) (?:careers|karriere|rekrytering|carrières)(?: site| page| portal)?$", re.IGNORECASE
    ),
)
#: A heading that names both: "Recruiter at Acme".
_ROLE_AT = re.compile(r"^(?P<role>.{2,80}?) (?:at|@|bei|chez|hos) (?P<name>[A-ZÀ-Ž][^,|()]{1,60})$")
_LOGO = re.compile(
    r"^(?:(?:company )?logo (?:of |von |de |da |för )?(?P<after>.{2,60})|(?P<name>.{2,60}?)(?: company)? logo)$",
    re.IGNORECASE,
)
#: An article is no part of these names.
_ARTICLE = re.compile(r"^The (?=(?:\w+ )?(?:University|College|Council|City|State)\b)")
_FIRST_CHARS = 20_000
_MOST_IMAGES = 200


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a page's metadata give."""

    name: str
    #: The words that it stands in.
    text: str
    #: It is said to be the employer, or the posting's text names it, too; else it may be the board's own name.
    sure: bool


def names_in_metadata(doc: Document, title: str, scope: Scope) -> Iterator[Named]:
    """Names that <title>, og:title and og:site_name put beside the title; without any, the one under a logo."""
    found = [*_of_titles(doc, title, scope), *_of_site(doc, title, scope), *_of_heading(title)]
    if not found and (logo := _logo(doc)):
        found.append(Named(logo, logo, sure=False))
    yield from found


def _of_titles(doc: Document, title: str, scope: Scope) -> Iterator[Named]:
    site = doc.metas.get("og:site_name")
    for said in metadata_titles(doc):
        whole = title and title.casefold() in said.casefold()
        found = _beside(said, title, site, scope) if whole else _beside_nothing(said, scope)
        yield from sorted(found, key=lambda it: not it.sure)


def _of_site(doc: Document, title: str, scope: Scope) -> Iterator[Named]:
    site = doc.metas.get("og:site_name")
    if site and not is_board(site) and site.casefold() != title.casefold():
        yield Named(site, site, site.casefold() in scope.lower)


def _of_heading(title: str) -> Iterator[Named]:
    if name := institution_in(title):
        yield Named(name, title, sure=False)
    if (match := _ROLE_AT.match(title)) and reads_as_role(match["role"]) and is_name(match["name"]):
        yield Named(match["name"], title, sure=False)


def names_in_text(scope: Scope) -> Iterator[tuple[str, tuple[int, int]]]:
    """Names, and where they stand, that sentences of the posting give to who hires; line beginnings first."""
    lines = [
        (block.text[:_FIRST_OF_LINE], offset)
        for block, offset in zip(scope.blocks, scope.offsets, strict=True)
        if " " in block.text and not block.item
    ]
    for words, within, pattern in _BEGINNING:
        if within and not holds(scope.lower, within):
            continue
        for line, offset in lines:
            if within and not any(it in line for it in within):
                continue
            if line.startswith(words) and (match := pattern.match(line)):
                yield from _named(match, offset)
    spans = windows(scope.lower[:_FIRST_CHARS], _WITHIN_WORDS, before=0, after=_AROUND)
    for match in matches(_WITHIN, scope.text, spans):
        yield from _named(match, 0)


def _named(match: re.Match[str], offset: int) -> Iterator[tuple[str, tuple[int, int]]]:
    name = _without_trailing(match["name"])
    if is_name(name):
        start = offset + match.start("name")
        yield name, (start, start + len(name))


def _without_trailing(name: str) -> str:
    last = name.rsplit(maxsplit=1)[-1].lower()
    ends = last.endswith((".", ",", ";", ":", "'s", "’s")) or last in _SMALL_WORDS
    return _TRAILING.sub("", name).strip() if ends else name


def _beside(said: str, title: str, site: str | None, scope: Scope) -> Iterator[Named]:
    start = said.casefold().find(title.casefold())
    marked = f"{said[:start]}TITLE{said[start + len(title) :]}"
    parts = [part.strip(" -–—|") for part in _CUT.split(marked) if part.strip(" -–—|")]
    for whole in (*parts, marked):
        for form in _TITLE_FORMS:
            if (match := form.match(whole)) and is_name(name := _without_place(match["name"].strip())):
                yield Named(name, said, sure=True)
                return
    yield from _of_own_pages(parts, said)
    for part in parts:
        named = _AFTER.search(part) or _BEFORE.search(part) if "TITLE" in part else None
        if named and _is_said(name := named["name"].strip(), scope) and is_name(name):
            yield Named(name, said, sure=True)
    for part in parts:
        name = _without_place(_ARTICLE.sub("", part))
        if "TITLE" not in part and part != site and not _is_other(name):
            yield Named(name, said, _is_said(name, scope) or part is parts[0])


def _beside_nothing(said: str, scope: Scope) -> Iterator[Named]:
    """Names of a <title> that has no posting's title: beside "Careers", or in "Careers at Acme"."""
    yield from _of_own_pages([said], said)
    parts = [part for part in _CUT.split(said) if part]
    if any(is_generic(part) for part in parts):
        yield from (Named(part, said, _is_said(part, scope)) for part in parts if not _is_other(part))


def _of_own_pages(parts: list[str], said: str) -> Iterator[Named]:
    for part in parts:
        for form in _OWN_PAGES:
            if (match := form.match(part)) and is_name(name := match["name"].strip()) and not is_board(name):
                yield Named(name, said, sure=True)


def _without_place(name: str) -> str:
    """A name without the place behind it: "Gasthof Adler, Tübingen"."""
    head, comma, tail = name.rpartition(", ")
    return head if comma and looks_like_place(tail.strip()) and not looks_like_place(head) else name


def _is_said(name: str, scope: Scope) -> bool:
    return name.casefold() in scope.lower


def _is_other(part: str) -> bool:
    return is_board(part) or not is_name(part) or is_department(part) or (reads_as_role(part) and len(part.split()) > 1)


def _logo(doc: Document) -> str | None:
    """The name that the words for a logo's image give: "Acme logo"."""
    if doc.root is None:
        return None
    for image, _ in zip(doc.root.iter("img"), range(_MOST_IMAGES), strict=False):
        said = image.get("alt") or ""
        match = _LOGO.match(" ".join(said.split())) if "logo" in said.lower() else None
        name = (match["name"] or match["after"]) if match else ""
        if name and is_name(name) and not is_board(name):
            return name
    return None
