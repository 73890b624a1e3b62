"""The words around a place in a text that belong to it: the rest of its sentence or line, and its label."""

import re

_SENTENCE_END = r"(?:(?<=\w[\w)][\w)'\"])|(?<=[A-Z]{2}))[.!?…][\"')\]]{0,2}\s{1,5}(?=[\"'(]?[^\W\d_a-zß-öø-ÿ])"
_SENTENCE = re.compile(rf"\n|{_SENTENCE_END}")
_CLAUSE = re.compile(rf"\n|[|•·;¦]|{_SENTENCE_END}")
_LETTER = re.compile(r"[^\W\d_]")
#: A line that labels the next one is no longer than this.
_LABEL_LENGTH = 70


def sentence_start(text: str, position: int, *, reach: int) -> int:
    """Where the sentence or line around `position` begins, at most `reach` characters before it."""
    return _last(_SENTENCE, text, position, reach)


def clause_start(text: str, position: int, *, reach: int) -> int:
    """As `sentence_start`, but bars, bullets and semicolons separate too."""
    return _last(_CLAUSE, text, position, reach)


def sentence_end(text: str, position: int, *, reach: int) -> int:
    """Where the sentence or line around `position` ends, at most `reach` characters after it."""
    found = _SENTENCE.search(text, max(0, position - 3), position + reach + 4)
    while found and found.start() < position:
        found = _SENTENCE.search(text, found.end(), position + reach + 4)
    return found.start() if found else min(len(text), position + reach)


def clause_end(text: str, position: int, *, reach: int) -> int:
    """As `sentence_end`, but bars, bullets and semicolons separate too."""
    found = _CLAUSE.search(text, position, position + reach)
    return found.start() if found else min(len(text), position + reach)


def label_start(text: str, start: int) -> int:
    """`start` of a line's value, or the start of the short line (or cell) before it that labels it.

    Pages put a label and its value in two cells or lines: "Salary:", next line "£25,000".
    """
    before = text[max(0, start - _LABEL_LENGTH - 6) : start].rstrip(" \t\r\n|¦•·:-\u00a0")
    cut = max(before.rfind(it) for it in "\n|¦•·")
    label = before[cut + 1 :]
    is_label = bool(_LETTER.search(label)) and len(label) <= _LABEL_LENGTH and not label.endswith((".", "!"))
    if not is_label or (cut < 0 and start > _LABEL_LENGTH + 6):
        return start
    return max(0, start - _LABEL_LENGTH - 6) + cut + 1


def _last(pattern: re.Pattern[str], text: str, position: int, reach: int) -> int:
    start = max(0, position - reach)
    start = max(start, text.rfind("\n", start, position) + 1)
    for found in pattern.finditer(text, start, position):
        start = found.end()
    return start
