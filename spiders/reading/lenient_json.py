"""JSON as it stands in real pages: raw newlines, bad escapes, trailing commas, comments, entities for quotes."""

import html
import json
import re
from typing import Any

_WRAPPED = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|\]\]>|/\*\]\]>\*/)\s*+;?\s*+$"
)
#: A string, also one without an end: what is read once is never read again, and none of it is remembered.
_STRING = r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)'
#: A string, a comment, or a comma before a closing bracket.
_TOKEN = re.compile(
    rf"(?P<string>{_STRING})|(?P<comment>/\*.*?(?:\*/|\Z)|//[^\n]*)|(?P<comma>,)(?=\s*[}}\]])", re.DOTALL
)
_BAD_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|.)', re.DOTALL)
#: Half of a character, cut off from the other ("\\ud83d" alone): no text that could be stored has it.
_HALF = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
#: A quote that opens or closes a string, an escape, and a quote in the middle of a string.
_QUOTE = re.compile(r"\\.|[{\[,:]\s{0,100}\"|\"(?=\s{0,100}[,:}\]])|(?P<inner>\")", re.DOTALL)
#: What stands between values that are written one after the other.
_BETWEEN = re.compile(r"[\s,;]*")
_MOST_VALUES = 20
_TOO_LONG = 4_000_000
#: Quotes and backslashes of a text that is mended; each is looked at several times.
_MOST_MARKS = 300_000


def whole_characters(text: str) -> str:
    """A JSON text in which escaped halves of characters are replaced by U+FFFD."""
    return _HALF.sub(r"\\ufffd", text) if "\\ud" in text or "\\uD" in text else text


def loads(text: str) -> Any:
    """The value of a JSON text, mended where a strict parser rejects it; None where it cannot be mended."""
    if len(text) > _TOO_LONG:
        return None
    text = whole_characters(text)
    is_mended = text.count('"') + text.count("\\") <= _MOST_MARKS
    for mend in (_as_it_is, _unwrapped, _repaired, _requoted) if is_mended else (_as_it_is, _unwrapped):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return _beginning((_repaired(text) if is_mended else text).strip())


def _as_it_is(text: str) -> str:
    return text


def _unwrapped(text: str) -> str:
    """Without a comment or CDATA mark around it, and with quotes that are quotes."""
    bare = _WRAPPED.sub("", text)
    return html.unescape(bare) if '"' not in bare and "&quot;" in bare else bare


def _repaired(text: str) -> str:
    """Without comments and commas too many, with escapes that are some."""
    return _TOKEN.sub(_mend, _unwrapped(text))


def _requoted(text: str) -> str:
    """With every quote escaped that stands in the middle of a string: one that nothing of JSON follows or precedes."""
    return _repaired(_QUOTE.sub(lambda it: '\\"' if it["inner"] else it[0], _unwrapped(text)))


def _mend(token: re.Match[str]) -> str:
    string = token["string"]
    if string is None:
        return ""
    return _BAD_ESCAPE.sub(lambda it: it[0] if it[1] else "\\\\" + it[0][1:], string)


def _beginning(text: str) -> Any:
    """The value that a text begins with, whatever follows it; of several one after the other the list."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    position = 0
    while len(found) < _MOST_VALUES:
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        found.append(value)
        gap = _BETWEEN.match(text, position)
        position = gap.end() if gap else position
    return found if len(found) > 1 else next(iter(found), None)
