"""Which lines of a page may state the posting's pay and deadline: its head, its text, and labels beside them.

What else stands on the page may speak of any posting's. Links lead to other postings and articles, and speak of those.
"""

import re
from collections.abc import Iterable, Sequence

from spiders.reading.deadline_words import begins_as_deadline
from spiders.reading.document import BOLD_LEVEL, Block, Document
from spiders.reading.labels import field_of
from spiders.reading.noise import is_noise_line

_LABELS = frozenset({"pay", "deadline"})
_LONGEST_LABEL = 40
#: A link's words that name a thing and say something of it ("Baker - no longer available", "Smith (closed)").
_NAMED = re.compile(r"\w{2}\s?(?:[-–—·|,:]\s|[(\[])")


def beside(doc: Document, blocks: Sequence[Block], title: int | None, start: int, end: int) -> frozenset[int]:
    """The numbers of blocks that state neither pay nor deadline, links that are not in the head left out.

    Args:
        doc: The page.
        blocks: Of the scope.
        title: The number of the title's; None where it is none of them.
        start: Where the text begins in them.
        end: Where it ends.
    """
    first = title or 0
    head = _head(doc, blocks, first, start)
    above = (it for it in range(first) if not doc.holds(head, blocks[it].container))
    outside = (*above, *range(end, len(blocks)))
    noise = (it for it in range(first, end) if is_noise_line(blocks[it].text) and not _is_labelled(blocks, it))
    return frozenset((*noise, *(it for it in outside if not _is_labelled(blocks, it))))


def named(blocks: Sequence[Block], linked: Iterable[int]) -> frozenset[int]:
    """Those of some links whose words speak of something that they name."""
    return frozenset(it for it in linked if _NAMED.search(blocks[it].text))


def _head(doc: Document, blocks: Sequence[Block], title: int, start: int) -> int:
    """The outermost element that holds the title, and the text not."""
    if start >= len(blocks):
        return 0
    around = set(doc.path(blocks[start].container))
    own = [it for it in doc.path(blocks[title].container) if it not in around]
    return own[-1] if own else blocks[title].container


def linked(blocks: Sequence[Block], title: int | None, start: int) -> frozenset[int]:
    """The numbers of blocks that are nothing but links; none where most of the page is one.

    In the head only those of them that are headings: places and buttons are links there.
    Arguments as of `beside`.
    """
    found = [it for it, block in enumerate(blocks) if block.is_link()]
    if 2 * sum(len(blocks[it].text) for it in found) >= sum(len(it.text) for it in blocks):
        return frozenset()
    return frozenset(it for it in found if not (title or 0) <= it < start or _heads_another(blocks, it, title))


def _heads_another(blocks: Sequence[Block], index: int, title: int | None) -> bool:
    """Whether a link is the heading of what it leads to, an article's."""
    return index != title and 0 < blocks[index].level < BOLD_LEVEL


def _is_labelled(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a label of pay or of a deadline, with or without its value, or the value below one."""
    block = blocks[index]
    said = (block.text.partition(":")[0], *block.pieces[:1])
    return any(map(_is_label, said)) or (index > 0 and _is_label(blocks[index - 1].text))


def _is_label(words: str) -> bool:
    return field_of(words) in _LABELS or (len(words) <= _LONGEST_LABEL and begins_as_deadline(words))
