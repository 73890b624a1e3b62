"""Plain text documents (a posting saved as text): lines as blocks, glued bullets taken apart."""

import re
from collections.abc import Iterator

from spiders.reading.document import Block, Document, bullet, fold
from spiders.reading.headings import kind_of

#: "What You'll Do- Experiment with …": a heading whose first bullet lost its line break.
_GLUED = re.compile(r"^(?P<heading>[^-–•]{3,60}?)\s?(?:-|–|•|\*)\s(?P<item>\S.*)$")
#: Markdown's marks: "## Heading", **bold**, and the lines under headings.
_HEADING = re.compile(r"^(?P<marks>#{1,6})\s{1,3}(?=\S)")
_BOLD = re.compile(r"\*\*(?P<words>[^*]{1,300})\*\*")
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,})$")
_NUMBER = re.compile(r"^\d{1,2}[.)](?:\s+|$)")
#: Line breaks that were escaped on the way: a line of its own is a break of the text.
_ESCAPED_BREAK = re.compile(r"\\[nr]")


def parse_text(text: str) -> Document:
    """The document of a plain text."""
    return Document(blocks=list(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    breaks = False
    for raw in text.splitlines():
        line = fold(_ESCAPED_BREAK.sub(" ", raw))
        if not line:
            breaks = breaks or bool(raw.strip())
            continue
        if _UNDERLINE.match(line):
            continue
        if heading := _HEADING.match(line):
            text = _BOLD.sub(r"\g<words>", line[heading.end() :]).rstrip("# ")
            yield Block(text=text or "-", tag="line", level=len(heading["marks"]), breaks=breaks)
            breaks = False
            continue
        line = _BOLD.sub(r"\g<words>", line)
        glued = _GLUED.match(line)
        if glued and kind_of(glued["heading"]):
            yield Block(text=glued["heading"].strip(), tag="line", breaks=breaks)
            breaks = False
            line = f"- {glued['item']}"
        stripped, item = bullet(line)
        if number := _NUMBER.match(stripped):
            stripped, item = stripped[number.end() :], True
        yield Block(text=stripped or "-", tag="line", item=item and bool(stripped), breaks=breaks)
        breaks = False
