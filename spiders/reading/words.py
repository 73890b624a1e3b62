"""Patterns for long lists of words, fast enough to run over a page."""

import re
from collections.abc import Iterable
from typing import Any


def listed(words: str) -> list[str]:
    """The words of a list that is written with bars and line breaks between them."""
    return [word for line in words.split("\n") for part in line.split("|") if (word := part.strip())]


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that fits; words that begin alike share their beginning.

    A space in a word stands for up to three of any white space. Python tries the branches of a plain
    alternation one by one at every character; shared beginnings make that some ten times cheaper.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = None
    return _pattern(tree)


def whole(words: Iterable[str]) -> str:
    """As `alternation`, but only where no letter or digit follows or goes before."""
    return rf"(?<!\w){alternation(words)}(?!\w)"


def _pattern(node: dict[str, Any]) -> str:
    branches = [_escaped(character) + _pattern(child) for character, child in node.items() if character]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in node else body


def _escaped(character: str) -> str:
    return r"\s{1,3}" if character == " " else re.escape(character)
