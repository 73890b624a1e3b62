"""Words of a page exchanged for others wherever the page says them: text, attributes, metadata, structured data."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape, unescape

from pages.markup import Token

Change = Callable[[str], str]
#: Attributes that say something; addresses and names say nothing of a posting.
_SPEAKING = frozenset({"content", "alt", "title", "aria-label", "datetime", "value", "data-title", "placeholder"})
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[nrt/])")

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


def substituted(page: Iterable[Token], change: Change) -> list[Token]:
    """The page, each piece of its words changed by `change` (entities resolved, and put back where it changed)."""
    return [_changed(token, change) for token in page]


def _changed(token: Token, change: Change) -> Token:
    if token.kind == "text" or (token.kind == "raw" and token.name in {"title", "textarea"}):
        return replace(token, text=_of_markup(token.text, change))
    if token.kind == "raw" and token.name == "script":
        return replace(token, text=_of_script(token.text, change))
    if token.kind == "start" and any(key.lower() in _SPEAKING and value for key, value in token.attributes):
        attributes = tuple(
            (key, _of_markup(value, change) if value and key.lower() in _SPEAKING else value)
            for key, value in token.attributes
        )
        return token.having(attributes) if attributes != token.attributes else token
    return token


def _of_markup(text: str, change: Change) -> str:
    plain = unescape(text)
    changed = change(plain)
    return text if changed == plain else escape(changed)


def _of_script(text: str, change: Change) -> str:
    """A script, the escapes of JSON in its strings resolved where it has any."""
    if not _ESCAPED.search(text):
        return change(text)
    pieces, position = [], 0
    for found in _STRING.finditer(text):
        pieces += [change(text[position : found.start()]), _of_string(found[0], change)]
        position = found.end()
    return "".join([*pieces, change(text[position:])])


def _of_string(literal: str, change: Change) -> str:
    try:
        plain = json.loads(literal, strict=False)
    except ValueError:
        return change(literal)
    changed = change(plain)
    return literal if changed == plain else json.dumps(changed)


def words_pattern(words: str, *, but: Iterable[str] = ()) -> re.Pattern[str]:
    """These words in any case and white space, on their own and in no address.

    Args:
        words: the words.
        but: longer words in which they may stand; there group 1 matches.
    """
    kept = "|".join(_spaced(it) for it in sorted(but, key=len, reverse=True) if it.strip())
    ours = rf"(?<![\w.@-])(?<!\w/)(?<!//){_spaced(words)}(?![\w@-]|[./]\w)"
    return re.compile(rf"({kept})|{ours}" if kept else rf"(\Z(?!\Z))?{ours}", re.IGNORECASE)


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(it) for it in words.split())


def exchanged(old: str, new: str, *, but: Iterable[str] = ()) -> Change:
    """A change of `old` into `new`, in the same case where that is all upper or all lower."""
    pattern = words_pattern(old, but=but)

    def other(found: re.Match[str]) -> str:
        if found[1]:
            return found[0]
        if found[0].isupper() and not old.isupper():
            return new.upper()
        return new.lower() if found[0].islower() and not old.islower() else new

    return lambda text: pattern.sub(other, text)
