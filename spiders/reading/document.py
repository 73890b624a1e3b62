"""A page as a list of text blocks that know where they stood: one pass over the tree that lxml built.

A block is what a reader sees as one paragraph, bullet, heading, cell or line; inline elements do not split it. White
space is folded, zero-width characters are dropped. Class names are only looked at for words that name furniture
("cookie-banner", "related-jobs"); everything else about them is noise.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from spiders.reading.furniture import furniture_of, is_left_out

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
        "u", "var", "wbr"
    }
)  # fmt: skip
_SKIPPED = frozenset(
    {
        "audio", "canvas", "datalist", "head", "iframe", "img", "input", "link", "map", "math", "meta", "noscript",
        "object", "picture", "script", "select", "style", "svg", "template", "textarea", "video"
    }
)  # fmt: skip
_BOLD = frozenset({"b", "strong"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
#: The level of a line that is no heading element, but stands in bold on its own.
BOLD_LEVEL = 7
_BOLD_HEADING_CHARS = 120
_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad]")
_BULLET = re.compile(r"^(?:[•·●▪◦‣⁃∙○■✓✔➢►–—*-]|\u2022|o(?=\s))\s+(?=\S)")
_ONLY_BULLET = re.compile(r"^[•·●▪◦‣⁃∙○■✓✔➢►*–-]$")


@dataclass(slots=True)
class Block:
    """One paragraph, bullet, heading, cell or line."""

    text: str
    #: The nearest block element ("p", "li", "dt", "h1"; "line" in plain text).
    tag: str
    #: 1 to 6 for heading elements, `BOLD_LEVEL` for a line wholly in bold, 0 for no heading.
    level: int = 0
    #: A bullet or numbered item; its mark is not in `text`.
    item: bool = False
    #: Number of the element it stands in; see `Document.parents`.
    container: int = 0
    #: What makes it furniture ("nav", "cookie"); None for what may be content.
    furniture: str | None = None
    #: The texts of its inline elements where it is made of several ("Acme", "London").
    pieces: tuple[str, ...] = ()
    #: How many of its characters are link text.
    linked: int = 0
    #: A rule or a break of the text stands before it: what it says is not under the heading above.
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """One link."""

    href: str
    text: str
    container: int
    furniture: str | None
    #: The number of blocks before it.
    position: int


@dataclass(slots=True)
class Document:
    """A page's visible text, in order, and what its head says."""

    blocks: list[Block]
    #: The enclosing element of each element, by number; -1 for the outermost.
    parents: list[int] = field(default_factory=lambda: [-1])
    anchors: list[Anchor] = field(default_factory=list)
    #: Words on buttons.
    controls: list[str] = field(default_factory=list)
    title: str | None = None
    #: By property or name, in lower case; the first of each.
    metas: Mapping[str, str] = field(default_factory=dict)
    canonical: str | None = None
    language: str | None = None
    noscript: str = ""
    root: etree._Element | None = None
    #: The last element in each, by number; made when first asked for.
    _last: list[int] = field(default_factory=list)

    def holds(self, element: int, other: int) -> bool:
        """Whether `other` is `element` or in it: numbers are given in the page's order, so that those in it follow."""
        if len(self._last) != len(self.parents):
            self._last = list(range(len(self.parents)))
            for number in range(len(self.parents) - 1, 0, -1):
                parent = self.parents[number]
                self._last[parent] = max(self._last[parent], self._last[number])
        return element <= other <= self._last[element]

    def totals(self, own: Mapping[int, int]) -> list[int]:
        """For each element by number, what it and all in it sum up to, given what each has of its own."""
        sums = [0] * len(self.parents)
        for number, amount in own.items():
            sums[number] = amount
        for number in range(len(sums) - 1, 0, -1):
            sums[self.parents[number]] += sums[number]
        return sums

    def path(self, container: int) -> Iterator[int]:
        """The numbers of an element and all around it, innermost first."""
        while container >= 0:
            yield container
            container = self.parents[container]


def fold(text: str) -> str:
    """White space (of any script) folded to single spaces, zero-width characters dropped."""
    if not text.isascii():
        text = _ZERO_WIDTH.sub("", text)
    return " ".join(text.split())


def parse_html(text: str) -> Document:
    """The document of an HTML page.

    Raises:
        ValueError: there is nothing in the text that could be a page.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace").replace(b"\x00", b""), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("no HTML in it") from error
    if root is None:
        raise ValueError("no HTML in it")
    return _Walk(root).document()


class _Walk:
    """The one pass: gathers inline text until a block begins or ends."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.doc = Document(blocks=[], root=root, language=root.get("lang"))
        self.stack: list[int] = [0]
        self.tags: list[str] = ["body"]
        self.furniture: list[str | None] = [None]
        self.buffer: list[str] = []
        self.bold = 0
        self.bold_chars = 0
        self.link_chars = 0
        self.links: list[tuple[str, int, int]] = []

    def document(self) -> Document:
        self._head()
        walker = etree.iterwalk(self.root, events=("start", "end"))
        skipped = None
        for event, element in walker:
            tag = str(element.tag)
            if event == "start":
                if tag in _SKIPPED or is_left_out(element, tag):
                    skipped = element
                    walker.skip_subtree()
                    continue
                self._start(element, tag)
                text = element.text
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._end(tag)
                text = element.tail if element is not self.root else None
            if not text:
                continue
            if text.isspace():
                if self.buffer:
                    self.buffer.append(" ")
            else:
                self._text(text)
        self._flush()
        _free_what_holds_most(self.doc.blocks)
        return self.doc

    def _head(self) -> None:
        metas: dict[str, str] = {}
        for element in self.root.iter("title", "meta", "link", "noscript"):
            if element.tag == "noscript":
                self.doc.noscript += fold("".join(element.itertext()))
            elif element.tag == "title":
                if self.doc.title is None and (parent := element.getparent()) is not None and parent.tag != "svg":
                    self.doc.title = fold("".join(element.itertext())) or None
            elif element.tag == "meta":
                name = element.get("property") or element.get("name") or element.get("http-equiv")
                if name and (content := element.get("content")):
                    metas.setdefault(name.lower(), fold(content))
            elif element.get("rel") == "canonical" and self.doc.canonical is None:
                self.doc.canonical = element.get("href")
        self.doc.metas = metas

    def _start(self, element: etree._Element, tag: str) -> None:
        if tag in INLINE:
            if tag in _BOLD:
                self.bold += 1
            elif tag == "a":
                self.links.append((element.get("href") or "", len(self.doc.blocks), len(self.buffer)))
            if self.buffer:
                self.buffer.append("")
        elif tag == "br":
            self._flush()
        else:
            if self.buffer:
                self._flush()
            self.doc.parents.append(self.stack[-1])
            self.stack.append(len(self.doc.parents) - 1)
            self.tags.append(tag)
            self.furniture.append(self.furniture[-1] or furniture_of(element, tag))

    def _end(self, tag: str) -> None:
        if tag in INLINE:
            if tag in _BOLD:
                self.bold -= 1
            elif tag == "a" and self.links:
                self._anchor(*self.links.pop())
            if self.buffer:
                self.buffer.append("")
        elif tag != "br":
            if self.buffer:
                self._flush()
            if tag == "button":
                self._control()
            self.stack.pop()
            self.tags.pop()
            self.furniture.pop()

    def _text(self, text: str) -> None:
        if self.tags[-1] == "pre" and "\n" in text:
            for line in text.split("\n"):
                self.buffer.append(line)
                self._flush()
            return
        self.buffer.append(text)
        if self.bold or self.links:
            visible = len(text) - text.count(" ")
            self.bold_chars += visible if self.bold else 0
            self.link_chars += visible if self.links else 0

    def _anchor(self, href: str, blocks: int, pieces: int) -> None:
        inside = self.doc.blocks[blocks:]
        if inside:
            text = next((it.text for it in inside if 0 < it.level < BOLD_LEVEL), inside[0].text)
        else:
            text = fold("".join(self.buffer[pieces:]))
        if href and text:
            self.doc.anchors.append(Anchor(href, text, self.stack[-1], self.furniture[-1], blocks))

    def _control(self) -> None:
        if self.doc.blocks and self.doc.blocks[-1].container == self.stack[-1]:
            self.doc.controls.append(self.doc.blocks[-1].text)

    def _flush(self) -> None:
        if not self.buffer:
            return
        if text := fold("".join(self.buffer)):
            self._append(text)
        self.buffer.clear()
        self.bold_chars = self.link_chars = 0

    def _append(self, text: str) -> None:
        tag = self.tags[-1]
        visible = len(text) - text.count(" ") if self.bold_chars or self.link_chars else 0
        level = _LEVELS.get(tag, 0)
        if not level and self.bold_chars and self.bold_chars >= visible and len(text) <= _BOLD_HEADING_CHARS:
            level = BOLD_LEVEL
        text, item = _without_bullet(text, item=tag == "li" or "li" in self.tags[-3:-1])
        self.doc.blocks.append(
            Block(
                text,
                tag,
                level,
                item,
                self.stack[-1],
                self.furniture[-1],
                pieces=_pieces(self.buffer) if len(text) < _PIECES_CHARS and len(self.buffer) > 1 else (),
                linked=min(self.link_chars, visible) if self.link_chars else 0,
            )
        )


_PIECES_CHARS = 400
_PROSE = 80


def _pieces(buffer: list[str]) -> tuple[str, ...]:
    """The texts between the starts and ends of inline elements, which are marked by empty strings."""
    if "" not in buffer or len([it for it in buffer if it and not it.isspace()]) < 2:  # noqa: PLR2004 - several
        return ()
    pieces: list[str] = []
    run: list[str] = []
    for text in [*buffer, ""]:
        if text:
            run.append(text)
        elif run:
            if piece := fold("".join(run)):
                pieces.append(piece)
            run = []
    return tuple(pieces) if len(pieces) > 1 else ()


def _without_bullet(text: str, *, item: bool) -> tuple[str, bool]:
    if text[0].isalnum() and text[0] != "o":
        return text, item
    mark = _BULLET.match(text)
    return (text[mark.end() :], True) if mark else (text, item)


def is_bullet_alone(text: str) -> bool:
    """Whether a block is nothing but a bullet's mark, its text being the next block."""
    return len(text) == 1 and _ONLY_BULLET.match(text) is not None


def bullet(text: str) -> tuple[str, bool]:
    """A line without its bullet's mark, and whether it had one."""
    return _without_bullet(text, item=False)


def _free_what_holds_most(blocks: list[Block]) -> None:
    """Furniture that holds most of a page's prose is none: a form around the whole page, a "sidebar" of the text."""
    prose: Counter[str | None] = Counter()
    for block in blocks:
        if len(block.text) >= _PROSE:
            prose[block.furniture] += len(block.text)
    most, held = max(prose.items(), key=lambda it: it[1], default=(None, 0))
    if most is not None and held * 2 > sum(prose.values()):
        for block in blocks:
            if block.furniture == most:
                block.furniture = None
