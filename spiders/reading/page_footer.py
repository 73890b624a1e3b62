"""Where a site's footer begins and ends, whatever its element and class are called: every footer has legal links."""

import re
from collections.abc import Iterator

from spiders.reading.document import Block, Document
from spiders.reading.headings import kind_of

#: Of lower-case texts. What sites link to at the end of all their pages, and the mark of copyright.
_LEGAL = re.compile(
    r"©|\(c\) ?\d{4}|copyright|all rights reserved|privacy|terms (?:of|and|&) |terms$|cookie (?:policy|settings)"
    r"|imprint|accessibility|impressum|datenschutz|nutzungsbedingungen|agb|mentions légales|confidentialité|aviso legal"
    r"|privacidad|note legali|informativa|privacyverklaring|voorwaarden|integritetspolicy|personuppgift|persondata"
    r"|privatlivspolitik|personvern|tietosuoja|polityka prywatności|regulamin|ochrana osobních|obchodní podmínky"
    r"|termos de|privacidade"
)
_LONGEST = 300
#: So many blocks at the end of a page are looked at.
_LAST = 40
_PROSE = 80
#: Characters of prose that a footer has at most: a few words on the site.
_MOST_PROSE = 500


def footer(doc: Document, title: Block | None) -> Iterator[int]:
    """The numbers of the blocks in the page's footer; none where there is no title that it stands behind."""
    if title is None or doc.root is None:
        return
    blocks = doc.blocks
    first = next(it for it, block in enumerate(blocks) if block is title) + 1
    for index in range(len(blocks) - 1, max(first, len(blocks) - _LAST) - 1, -1):
        if _is_legal(blocks[index]) and (element := _around(doc, index, title, first)):
            yield from (it for it in range(first, len(blocks)) if doc.holds(element, blocks[it].container))
            return


def _is_legal(block: Block) -> bool:
    if block.furniture or len(block.text) > _LONGEST:
        return False
    return bool(block.linked or "©" in block.text) and _LEGAL.search(block.text.lower()) is not None


def _around(doc: Document, index: int, title: Block, first: int) -> int:
    """The outermost element around a block that holds neither the title nor a text; 0 where there is none."""
    found = 0
    for element in doc.path(doc.blocks[index].container):
        if element <= 0 or doc.holds(element, title.container):
            break
        inside = [it for it in doc.blocks[first:] if doc.holds(element, it.container)]
        if sum(len(it.text) for it in inside if len(it.text) >= _PROSE and not it.linked) > _MOST_PROSE:
            break
        if any(it.level and kind_of(it.text) is not None for it in inside):
            break
        found = element
    return found
