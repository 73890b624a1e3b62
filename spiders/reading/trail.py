"""The trail of links above a title that says where in the site its page is ("Home / Jobs / Baker"), however it is made.

It begins with a link to the site's first page, and all of it but its end are links.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from spiders.reading.document import Anchor, Block, Document
from spiders.reading.employment import is_only_employment
from spiders.reading.place import looks_like_place
from spiders.reading.workplace import is_only_workplace

#: What sites call their first page, in 13 languages and in lower case.
_FIRST_PAGES = frozenset(
    {
        "home", "homepage", "home page", "start", "startseite", "startsida", "startside", "accueil", "inicio",
        "página principal", "pagina iniziale", "homepagina", "hem", "hjem", "forside", "forsiden", "etusivu",
        "strona główna", "domů", "úvod", "hlavní stránka", "início", "página inicial"
    }
)  # fmt: skip
#: Of the whole trail, and of one of its parts.
_LONGEST = 400
_LONGEST_PART = 160
_FEWEST_PARTS = 2
#: "/en", "/en-gb": the first page in one of the site's languages.
_LONGEST_LANGUAGE = 5


def trail(doc: Document, title: Block | None) -> Iterator[int]:
    """The numbers of the blocks of the trails above the title; none where there is no title."""
    if title is None or doc.root is None:
        return
    end = next((it for it, block in enumerate(doc.blocks) if block is title), 0)
    for anchor in doc.anchors:
        if anchor.position >= end:
            return
        if not anchor.furniture and (named := _is_first_page(anchor)) is not None:
            yield from _from(doc, anchor, end, named=named)


def _is_first_page(anchor: Anchor) -> bool | None:
    """True where a link says in words that it leads to the first page, False where its address alone does."""
    if anchor.text.casefold() in _FIRST_PAGES:
        return True
    try:
        parts = urlsplit(anchor.href)
    except ValueError:
        return None
    path = parts.path.strip("/")
    is_root = not path or (len(path) <= _LONGEST_LANGUAGE and path[2:3] in {"", "-", "_"} and path.islower())
    return False if is_root and parts.path and not parts.netloc else None


def _from(doc: Document, first: Anchor, end: int, *, named: bool) -> Sequence[int]:
    """The numbers of the blocks in the outermost element that begins with this link and is a trail."""
    found: Sequence[int] = ()
    before = set(doc.path(doc.blocks[first.position - 1].container)) if first.position else {0}
    around = set(doc.path(doc.blocks[end].container))
    for element in doc.path(doc.blocks[first.position].container):
        if element in before or element in around:
            break
        inside = []
        for number in range(first.position, end):
            if not doc.holds(element, doc.blocks[number].container):
                break
            inside.append(number)
        if _is_trail([doc.blocks[it] for it in inside], named=named):
            found = inside
    return found


def _is_trail(blocks: Sequence[Block], *, named: bool) -> bool:
    if len(blocks) == 1:
        return named and len(blocks[0].pieces) >= _FEWEST_PARTS and len(blocks[0].text) <= _LONGEST
    if len(blocks) < _FEWEST_PARTS or sum(len(it.text) for it in blocks) > _LONGEST:
        return False
    if any(it.level or len(it.text) > _LONGEST_PART for it in blocks):
        return False
    parts = [it for it in blocks if any(map(str.isalnum, it.text))]
    return all(it.is_link() for it in parts[:-1]) and (named or not any(_is_fact(it.text) for it in parts))


def _is_fact(text: str) -> bool:
    """Whether a part says something of the posting, which may stand above its title beside the employer's link."""
    return looks_like_place(text) or is_only_employment(text) or is_only_workplace(text)
