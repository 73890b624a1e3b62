"""How much of a page is looked at: more than any page of postings has would only cost time and memory."""

from collections.abc import Iterable

#: Beginnings and ends of tags, and lines. Postings have some 3,000, boards of 3,000 postings some 50,000; two cost a
#: kilobyte.
MOST_PIECES = 60_000
#: Commas and opening brackets of JSON. Boards of 1,000 postings have some 50,000; each costs some 60 bytes.
MOST_VALUES = 300_000
#: Characters of text that is shown: a posting has some 10,000.
MOST_TEXT = 2_000_000

_JSON_START = ("{", "[")


def too_much(text: str) -> str | None:
    """Why an answer (without white space before it) is not read; None for one of a size that pages have."""
    if text.startswith(_JSON_START):
        values = text.count(",") + text.count("[") + text.count("{")
        return _said(values, "values of JSON") if values > MOST_VALUES else None
    pieces = text.count("<") + text.count("\n")
    return _said(pieces, "tags and lines") if pieces > MOST_PIECES else None


def too_much_shown(texts: Iterable[str]) -> str | None:
    """Why what shows these texts is not read; None for one of a size that pages have."""
    shown = sum(map(len, texts))
    return _said(shown, "characters of text") if shown > MOST_TEXT else None


def too_many_lines(text: str) -> str | None:
    """Why a plain text is not read; None for one of a size that postings have."""
    if why := too_much_shown([text]):
        return why
    lines = len(text.splitlines())
    return _said(lines, "lines") if lines > MOST_PIECES else None


def _said(found: int, what: str) -> str:
    return f"it has {found} {what}, more than any page of postings"
