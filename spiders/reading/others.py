"""Which lines of a page speak of other postings: links to them, and the cards of a list of them."""

from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from spiders.reading.document import Block, Document
from spiders.reading.roles import reads_as_role

#: Two cards side by side are a list.
_FEWEST_CARDS = 2
_LONGEST_CARD = 400
#: A link of no more characters may be a button that says "Closed".
_LONGEST_BUTTON = 60


def of_others(doc: Document, blocks: Sequence[Block], title: Block | None) -> frozenset[int]:
    """The places in `blocks` of lines that are links to something else, or parts of a list's cards; never the title."""
    cards = _cards(doc, title)
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if block is not title and (_leads_elsewhere(block) or _is_within(doc, cards, block.container))
    )


def _leads_elsewhere(block: Block) -> bool:
    return block.is_link() and (block.item or len(block.text) > _LONGEST_BUTTON or reads_as_role(block.text))


def _cards(doc: Document, title: Block | None) -> list[int]:
    """The elements, in order, that hold one role's link each and stand side by side."""
    roles = [anchor.container for anchor in doc.anchors if reads_as_role(anchor.text)]
    if len(roles) < _FEWEST_CARDS:
        return []
    held = doc.totals(Counter(roles))
    around = set(doc.path(title.container)) if title is not None else set()
    cards = {_outermost(doc, element, held, around) for element in roles} - around
    beside = Counter(doc.parents[card] for card in cards)
    lengths = doc.totals(_lengths(doc))
    return sorted(it for it in cards if beside[doc.parents[it]] >= _FEWEST_CARDS and lengths[it] <= _LONGEST_CARD)


def _lengths(doc: Document) -> Counter[int]:
    lengths: Counter[int] = Counter()
    for block in doc.blocks:
        lengths[block.container] += len(block.text)
    return lengths


def _outermost(doc: Document, element: int, held: Sequence[int], around: set[int]) -> int:
    """The outermost element that holds no other role's link than `element` does, and not the title."""
    parent = doc.parents[element]
    while parent > 0 and held[parent] == held[element] and parent not in around:
        element, parent = parent, doc.parents[parent]
    return element


def _is_within(doc: Document, cards: Sequence[int], element: int) -> bool:
    place = bisect(cards, element) - 1
    return place >= 0 and doc.holds(cards[place], element)
