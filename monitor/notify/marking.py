"""Which words differ between before and after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

#: Comparing takes quadratic time; longer texts are shown without marks.
_MAX_WORDS = 400

#: White space, words with what stands beside them, and what parts the items of a list.
_WORDS = re.compile(r"\s+|[^\s;]+|;")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, all of it changed or none."""

    text: str
    changed: bool


def unmarked(text: str) -> tuple[Piece, ...]:
    """The text as one piece."""
    return (Piece(text, changed=False),)


def marked(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces; joined, the pieces are the text again."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > _MAX_WORDS:
        return unmarked(before), unmarked(after)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    left = [Piece("".join(old[a:b]), changed=tag != "equal") for tag, a, b, _, _ in blocks if a < b]
    right = [Piece("".join(new[a:b]), changed=tag != "equal") for tag, _, _, a, b in blocks if a < b]
    return tuple(left), tuple(right)


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same text, changed words that only white space parts as one piece."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.changed and len(result) > 1 and result[-2].changed and result[-1].text.isspace():
            space, before = result.pop(), result.pop()
            piece = Piece(f"{before.text}{space.text}{piece.text}", changed=True)  # noqa: PLW2901 - it is what follows
        result.append(piece)
    return tuple(result)
