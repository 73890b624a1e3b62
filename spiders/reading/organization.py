"""Who hires: from what <title> says beside the title, from og:site_name, and from the sentences that name it."""

import re
from collections.abc import Iterator

from spiders.reading.document import Document
from spiders.reading.near import matches, windows
from spiders.reading.place import looks_like_place
from spiders.reading.roles import reads_as_role
from spiders.reading.scope import Scope
from spiders.reading.title import is_generic, metadata_titles

_NAME = r"(?P<name>[A-Z0-9À-Ž][\w&'’.™+-]*(?:\s(?:[A-Z0-9À-Ž&][\w&'’.™+/-]*|of|the|and|für|de|der)){0,5})"
#: <title> with TITLE for the posting's title; the first that fits wins.
_TITLE_FORMS = (
    re.compile(
        r"^(?P<name>.{2,80}?) (?:is )?(?:hiring|looking for|seeks|sucht|recrute|zaměstná|hledá)(?: an?| "
        r"the)? TITLE(?: in .+| - .+)?$"
    ),
    re.compile(
        r"^(?:.{0,40}: )?(?:remote )?TITLE\s?(?:\([^()]*\))?\s?(?:-|–|—|\|)?\s?(?:job )?(?:@|at|bei|chez|hos"
        r"|en|presso|bij|w|ve společnosti) (?P<name>.{2,80}?)(?: in .+)?$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<name>[^|]{2,60}?): TITLE$"),
)
_CUT = re.compile(r"\s{1,3}[|–—·•»>-]\s{1,3}|\s{0,3}[|»]\s{0,3}")
_BOARDS = re.compile(
    r"linkedin|indeed|glassdoor|monster|stepstone|xing|remote ?ok|we work remotely|stack ?overflow"
    r"|wellfound|angellist|y combinator|work at a startup"
    r"|jobs?\b|careers?\b|karriere|vacanc|recruit|hiring|stellen|emploi|empleo|lavoro|vacature|praca"
    r"|práce|nabídk|online$|\.(?:com|cz|de|io|org)\b|portal|board",
    re.IGNORECASE,
)
#: At the beginning of a line, with the words that such a line begins with where they are fixed.
_BEGINNING = (
    (("At ", "Bei ", "Chez ", "Hos ", "På "), re.compile(rf"^(?:At|Bei|Chez|Hos|På) {_NAME},")),
    (
        "",
        re.compile(
            rf"^{_NAME} (?:is|are) (?:looking for|hiring|seeking|recruiting|an? (?:\w+ ){{0,4}}(?:company"
            r"|platform|leader|provider|startup"
            r"|organi[sz]ation|firm|agency|charity|equal opportunity employer))\b"
        ),
    ),
    ("", re.compile(rf"^{_NAME} (?:sucht|recrute|busca|cerca|zoekt|söker|søger|hledá|seeks|wishes to appoint) ")),
    (
        ("About ", "Why ", "Join ", "Working ", "Life ", "Über ", "À propos ", "Om ", "O společnosti "),
        re.compile(
            rf"^(?:About|Why|Join|Working (?:at|for|in)|Life at|Über|À propos de|Om|O společnosti) {_NAME}\s?[?!:]?$"
        ),
    ),
    (
        ("See ", "Read ", "View ", "Visit ", "Find "),
        re.compile(rf"^(?:See|Read|View|Visit|Find) .{{0,40}}? (?:at|from) {_NAME}$"),
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
_NOT_NAMES = re.compile(
    r"^(?:the|this|that|our|us|we|you|your|it|he|she|they|who|what|why|how|if|as|in|at|for|an?|all|no|yes"
    r"|please|role|job|position|team|company|about|join|both|each|there|these|those|i|more|work"
    r"|ideal|successful|candidates?|applicants?|location|here|now|one|today|experience|knowledge|benefits"
    r"|salary|remote|on|and|or)$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"(?:\s(?:of|the|and|für|de|der|is|are|we|our|you)){1,6}$|['’]s$|[.,;:]{1,9}$", re.IGNORECASE)
#: <title> of a posting's page that names the employer's list only: "Ledige stillinger på Acme".
_LIST_AT = re.compile(
    r"^(?:jobs?|careers?|vacanc(?:y|ies)|open (?:positions|roles)|ledige (?:stillinger|job)|lediga "
    r"(?:jobb|tjänster)|stellenangebote|offene stellen|karriere|offres d.emploi)"
    r" (?:at|bei|på|hos|chez|en|w|v) (?P<name>.{2,60})$",
    re.IGNORECASE,
)
#: A legal form makes a line an organization's name.
_LEGAL_FORM = re.compile(
    r"(?:^|[\s,])(?:inc|llc|ltd|limited|plc|corp|gmbh|ag|kg|se|e\.v|s\.?r\.?o|a\.?s|a/s|aps|ab|oy|oyj|asa"
    r"|b\.?v|n\.?v|s\.?a|s\.?a\.?s|s\.?r\.?l|s\.?p\.?a|sp\. z o\.?o|pty ltd|pte\.? ltd|kft|spol\. s "
    r"r\.o)\.?$",
    re.IGNORECASE,
)
_FIRST_CHARS = 20_000


def names_in_metadata(doc: Document, title: str) -> Iterator[tuple[str, str]]:
    """Names (and the words they stand in) that <title> or og:title put beside the posting's title."""
    for said in metadata_titles(doc):
        if (
            title
            and title.casefold() in said.casefold()
            and (name := _beside(said, title, doc.metas.get("og:site_name")))
        ):
            yield name, said
        elif (match := _LIST_AT.match(said)) and is_name(match["name"]):
            yield match["name"].strip(), said
    site = doc.metas.get("og:site_name")
    if site and not _BOARDS.search(site) and site.casefold() != title.casefold():
        yield site, site


def names_in_text(scope: Scope) -> Iterator[tuple[str, tuple[int, int]]]:
    """Names, and where they stand, that sentences of the posting give to who hires; line beginnings first."""
    lines = [
        (block.text[:_FIRST_OF_LINE], offset)
        for block, offset in zip(scope.blocks, scope.offsets, strict=True)
        if " " in block.text and not block.item
    ]
    for words, pattern in _BEGINNING:
        for line, offset in lines:
            if line.startswith(words) and (match := pattern.match(line)):
                yield from _named(match, offset)
    spans = windows(scope.lower[:_FIRST_CHARS], _WITHIN_WORDS, before=0, after=_AROUND)
    for match in matches(_WITHIN, scope.text, spans):
        yield from _named(match, 0)


def _named(match: re.Match[str], offset: int) -> Iterator[tuple[str, tuple[int, int]]]:
    name = _TRAILING.sub("", match["name"]).strip()
    if is_name(name):
        start = offset + match.start("name")
        yield name, (start, start + len(name))


def has_legal_form(text: str) -> bool:
    """Whether a name ends in a legal form ("Acme GmbH", "KK Wind A/S")."""
    return _LEGAL_FORM.search(text) is not None


def is_name(text: str) -> bool:
    """Whether words may be an organization's name rather than a pronoun, a place, a role or a page's heading."""
    return (
        1 < len(text) <= 80  # noqa: PLR2004 - a name
        and not _NOT_NAMES.match(text)
        and not (_NOT_NAMES.match(text.split(maxsplit=1)[0]) and not text.startswith("The "))
        and not is_generic(text)
        and not looks_like_place(text)
    )


def _beside(said: str, title: str, site: str | None) -> str | None:
    start = said.casefold().find(title.casefold())
    marked = f"{said[:start]}TITLE{said[start + len(title) :]}"
    parts = [part.strip(" -–—|") for part in _CUT.split(marked) if part.strip(" -–—|")]
    for whole in (*parts, marked):
        for form in _TITLE_FORMS:
            if (match := form.match(whole)) and is_name(match["name"].strip()):
                return match["name"].strip()
    others = [
        part.removeprefix("The ") for part in parts if "TITLE" not in part and part != site and not _is_other(part)
    ]
    return others[0] if others else None


def _is_other(part: str) -> bool:
    return bool(_BOARDS.search(part)) or not is_name(part) or (reads_as_role(part) and len(part.split()) > 1)
