"""The short sentences that open a posting's text: too short for prose, right before it and of the same make."""

import re
from collections.abc import Sequence

from spiders.reading.document import Block, Document
from spiders.reading.noise import is_noise_line
from spiders.reading.status import find_status

_DIGIT = re.compile(r"\d")
#: Of a sentence; names and notices have fewer words.
_FEWEST_SPACES = 4


def with_sentences(doc: Document, blocks: Sequence[Block], body: int, first: int) -> int:
    """Where the text begins: at `body`, or at the first of the sentences before it; never before `first`."""
    make = _make(doc, blocks[body]) if body < len(blocks) and not blocks[body].level else None
    while body > first and _make(doc, blocks[body - 1]) == make and _is_short_sentence(blocks[body - 1]):
        body -= 1
    return body


def _make(doc: Document, block: Block) -> tuple[str, int]:
    return block.tag, doc.parents[block.container]


def _is_short_sentence(block: Block) -> bool:
    """Whether a line says something of the work or the employer: no fact in figures, no notice, no label."""
    text = block.text
    return (
        text[-1] in ".!?"
        and text.count(" ") >= _FEWEST_SPACES
        and not (block.item or block.level or block.linked or block.furniture or _DIGIT.search(text))
        and not is_noise_line(text)
        and find_status(text, head_length=len(text)) is None
    )
