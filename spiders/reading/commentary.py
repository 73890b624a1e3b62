"""Words of a site's editors about a posting: announced by a heading, or by a line that says what stood above it.

What belongs to them is told by that heading or line and its own element alone, so that nothing around changes it.
"""

import re
from collections.abc import Iterable, Sequence

from spiders.reading.document import BOLD_LEVEL, Block, Document
from spiders.reading.headings import kind_of
from spiders.reading.labels import field_of
from spiders.reading.noise import is_noise_line

_ENDS = re.compile(
    r"^(?:the )?(?:section|text|commentary|paragraphs?|note) (?:above|below) (?:is|was|are) (?:an? )?(?:\w+ ){0,2}"
    r"(?:commentary|note|comment|opinion)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^(?:why (?:this|we (?:like|featured?|chose) this) (?:job|role|posting|position)\b.{0,60}"
    r"|(?:the )?editor.?s?.? (?:note|comment|take|view|opinion)s?|editorial (?:commentary|note|comment)"
    r"|our (?:take|view|verdict|comment|opinion)(?: on this (?:\w+ )?(?:job|role|opening|posting|position))?"
    r"|how to stand out(?: .{0,40})?|(?:unsere|meine) (?:einschätzung|meinung)|(?:anmerkung|kommentar) der redaktion"
    r"|(?:notre|l.) ?avis(?: de la rédaction)?|nuestra opinión|nota (?:del editor|de la redacción|della redazione)"
    r"|il nostro parere|onze (?:mening|kijk)|(?:vår|vores|redaktionens) (?:kommentar|vurdering|mening|bedömning)"
    r"|toimituksen kommentti|naszym zdaniem|nasza opinia|od redakcji|náš (?:názor|komentář)|a nossa opinião"
    r"|nota do editor)$",
    re.IGNORECASE,
)
#: One of these is in every line that begins or ends commentary.
_WORDS = (
    "hy ", "ditor", "omment", "above", "below", "ur take", "ur view", "ur verdict", "ur opinion", "stand out",
    "inschätzung", "einung", "edaktion", "avis", "opini", "edacción", "edazione", "parere", "ening", "ijk", "edömning",
    "urdering", "oimituk", "daniem", "edakcji", "názor", "omentář",
)  # fmt: skip
_LONGEST = 12
_LONGEST_LINE = 120
_SHORT = 60


def find_commentary(doc: Document, title: Block | None) -> tuple[str | None, frozenset[int]]:
    """An editor's words and the numbers of their blocks, the first such in the page's order.

    Args:
        doc: The page.
        title: The posting's title, one of the page's blocks: no commentary reaches around it.
    """
    blocks = doc.blocks
    marks = [it for it, block in enumerate(blocks) if len(block.text) <= _LONGEST_LINE and _may_mark(block.text)]
    begin = next((it for it in marks if _BEGINS.match(blocks[it].text)), None)
    if begin is None:
        begin = next((_heading_of(blocks, it) for it in marks if _ENDS.match(blocks[it].text)), None)
    if begin is None:
        return None, frozenset()
    numbers = _in_element(doc, begin, title) or _up_to_next(doc, begin, title)
    numbers = [it for it in numbers if not is_noise_line(blocks[it].text)]
    return "\n".join(blocks[it].text for it in numbers), frozenset(numbers)


def _may_mark(text: str) -> bool:
    return any(word in text for word in _WORDS)


def _heading_of(blocks: Sequence[Block], end: int) -> int:
    """The number of the heading above the line that ends commentary, or of the line before it."""
    return max((it for it in range(end) if _heads(blocks[it])), default=max(0, end - 1))


def _heads(block: Block) -> bool:
    return block.level > 0 or (len(block.text) <= _SHORT and kind_of(block.text) is not None)


def _in_element(doc: Document, begin: int, title: Block | None) -> list[int]:
    """The blocks of the outermost element that the heading begins and that is all the editor's; none: no such."""
    blocks = doc.blocks
    before = set(doc.path(blocks[begin - 1].container)) if begin else {0}
    found: list[int] = []
    for element in doc.path(blocks[begin].container):
        if element in before or element <= 0:
            break
        inside = _run(doc, begin, element)
        if any(it is title or _is_the_postings(it) for it in blocks[begin + 1 : inside]):
            break
        found = list(range(begin, inside))
    return found if len(found) > 1 else []


def _run(doc: Document, begin: int, element: int) -> int:
    """The number of the first block behind those of an element."""
    end = begin
    while end < len(doc.blocks) and doc.holds(element, doc.blocks[end].container):
        end += 1
    return end


def _is_the_postings(block: Block) -> bool:
    return block.level > 0 and (kind_of(block.text) is not None or field_of(block.text) is not None)


def _up_to_next(doc: Document, begin: int, title: Block | None) -> Iterable[int]:
    """The blocks from the heading to the line that ends them, or to the next heading of its rank, in its element."""
    blocks, heading = doc.blocks, doc.blocks[begin]
    around = doc.parents[heading.container] if doc.root is not None else -1
    last = begin
    for index in range(begin + 1, min(len(blocks), begin + 1 + _LONGEST)):
        block = blocks[index]
        if _ENDS.match(block.text):
            return range(begin, index + 1)
        if block is title or (around > 0 and not doc.holds(around, block.container)):
            break
        if not _BEGINS.match(block.text) and _ends(block, heading):
            break
        last = index
    return range(begin, last + 1)


def _ends(block: Block, heading: Block) -> bool:
    """Whether a block begins something else than what `heading` announced."""
    if 0 < heading.level < BOLD_LEVEL and not _is_the_postings(block):
        return 0 < block.level <= heading.level
    return _heads(block)
