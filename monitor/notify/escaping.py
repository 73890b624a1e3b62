"""Page text made harmless for each sink. Everything that a page says passes here before it is sent.

Each function takes any text and gives text that the sink shows as it stands: no markup, no mention of anybody, no
link that is not seen, no header of its own, no terminal escape.
"""

import html as _html
import re
import unicodedata
from urllib.parse import quote, urlsplit

#: Stands after a character that would begin a mention or a link; nobody sees it.
_BREAK = "\u200b"

#: Line separators of Unicode, read as line ends.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{3,}")
#: ASCII that CommonMark gives a meaning within a line; each may be escaped by a backslash.
_MARKDOWN = re.compile(r"[\\`*_\[\]<>~|!&#]")
#: Where a line begins a list, or underlines a heading or the head of a table: before a sign, and between a number and
#: its dot or bracket.
_MARKDOWN_BLOCK = re.compile(r"^([ \t]*[0-9]{0,9})([-+=.):])", re.MULTILINE)
#: Neither "@" (a spoofed host, a mention) nor brackets, quotes, bars and asterisks.
_URL_SAFE = "/:?#!$&+,;=%-._~"
#: Control, formatting (direction, zero width), surrogate and private characters.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
#: Formatting characters that spelling needs (Persian, Indic scripts, emoji).
_JOINERS = "\u200c\u200d"
_WEB = ("http", "https")


def clean(text: str, limit: int) -> str:
    """Text of several lines without control and formatting characters, at most `limit` characters long."""
    lines = _LINE_ENDS.sub("\n", text[: limit * 4]).split("\n")
    kept = "\n".join(" ".join(_visible(line).split()) for line in lines)
    return shortened(_BLANK_LINES.sub("\n\n", kept).strip(), limit)


def one_line(text: str, limit: int) -> str:
    """One line: fit for a subject, a title or a log."""
    return shortened(" ".join(clean(text, limit * 2).split()), limit)


def printable(text: str) -> str:
    """Text of several lines for a terminal or a log: as it stands, without control and formatting characters."""
    return "\n".join(_visible(line) for line in _LINE_ENDS.sub("\n", text).split("\n"))


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters; a cut shows."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def header(text: str) -> str:
    """One line as the value of a mail's header: no encoded word (RFC 2047) in it, which could hold line ends."""
    return one_line(text, len(text)).replace("=?", f"={_BREAK}?")


def html(text: str) -> str:
    """Text within HTML, or within a quoted attribute."""
    return _html.escape(text, quote=True).replace("\n", "<br>")


def markdown(text: str) -> str:
    """Text within CommonMark that shows as it stands and mentions nobody."""
    inline = _MARKDOWN.sub(lambda match: f"\\{match[0]}", text)
    return _unmentioned(_MARKDOWN_BLOCK.sub(rf"\1{_BREAK}\2", inline))


def chat(text: str) -> str:
    """Text for a sink that takes plain text and may read markup into it all the same: nothing there means anything."""
    return _unmentioned(text).replace("<", f"<{_BREAK}").replace("]", f"]{_BREAK}")


def web_address(url: str | None) -> str | None:
    """An http or https URL in ASCII that ends no quotation, bracket or link; None where it is no such URL."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in _WEB or not parts.hostname:
        return None
    return quote(_visible(url), safe=_URL_SAFE)


def _unmentioned(text: str) -> str:
    return text.replace("@", f"@{_BREAK}")


def _visible(line: str) -> str:
    """Without what nobody sees; tabs become spaces."""
    return "".join(
        char for char in line.replace("\t", " ") if char in _JOINERS or unicodedata.category(char) not in _INVISIBLE
    )
