"""What a site puts behind a posting's last section in the posting's own element: tips, quotes, words about the site.

Employers type their headings side by side. A heading behind them that begins an element of its own, and is none that
postings are known to have, is of another make: the site's.
"""

from collections.abc import Iterator, Sequence

from spiders.posting import SectionKind
from spiders.reading.document import BOLD_LEVEL, Block, Document
from spiders.reading.headings import kind_of
from spiders.reading.labels import field_of

_OWN_KINDS = frozenset({SectionKind.REQUIREMENTS, SectionKind.RESPONSIBILITIES, SectionKind.BENEFITS})
_LONGEST_HEADING = 100


def appended(doc: Document) -> Iterator[int]:
    """The numbers of the blocks in such elements; none where the posting's own sections are elements too."""
    blocks = doc.blocks
    own = [it for it, block in enumerate(blocks) if _is_heading(block) and kind_of(block.text) in _OWN_KINDS]
    around = {doc.parents[blocks[it].container] for it in own[-2:]}
    if len(own) < 2 or len(around) > 1:  # noqa: PLR2004 - two headings show how headings stand
        return
    within = around.pop()
    for index in range(own[-1] + 1, len(blocks)):
        if not doc.holds(within, blocks[index].container):
            return
        if _is_heading(blocks[index]) and kind_of(blocks[index].text) is None:
            yield from _of_another_make(doc, index, within)


def _is_heading(block: Block) -> bool:
    return 0 < block.level < BOLD_LEVEL and not block.furniture and len(block.text) <= _LONGEST_HEADING


def _of_another_make(doc: Document, index: int, within: int) -> Iterator[int]:
    """The numbers of the blocks in the element that a heading begins; none where facts of the posting are in it."""
    blocks = doc.blocks
    element = _element_begun(doc, index, within)
    end = index
    while element and end < len(blocks) and doc.holds(element, blocks[end].container):
        end += 1
    if end > index + 1 and not _states_facts(blocks[index:end]):
        yield from range(index, end)


def _element_begun(doc: Document, index: int, within: int) -> int:
    """The outermost element within another whose first text is a heading, and that is not the heading; 0: none."""
    before = set(doc.path(doc.blocks[index - 1].container))
    own = doc.blocks[index].container
    begun = [it for it in doc.path(own) if it > within and it not in before and it != own]
    return begun[-1] if begun else 0


def _states_facts(blocks: Sequence[Block]) -> bool:
    return any(
        field_of(it.text.partition(":")[0]) or (it.level and kind_of(it.text) is not None) or "apply" in it.text.lower()
        for it in blocks
    )
