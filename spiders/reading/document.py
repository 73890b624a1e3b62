"""A page as a list of text blocks that know where they stood: one pass over the tree that lxml built.

A block is what a reader sees as one paragraph, bullet, heading, cell or line; inline elements do not split it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from spiders.reading.furniture import furniture_of, is_left_out, landmarks
from spiders.reading.wide_tags import narrowed

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
#: Inline elements that say something of their text: links and bold type.
_NOTED = frozenset({"a", "b", "strong"})
#: What <details> are summed up in is their heading.
_LEVELS = {f"h{level}": level for level in range(1, 7)} | {"summary": 4}
#: The level of a line that is no heading element, but stands in bold on its own.
BOLD_LEVEL = 7
_BOLD_HEADING_CHARS = 120
#: More links than any page of postings has: what a page has behind them is not looked at, so that no page takes long.
MOST_ANCHORS = 20_000
_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad]")
_BULLET = re.compile(r"^(?:[•·●▪◦‣⁃∙○■✓✔➢►–—*✅☑➤▶▸◆❖👉🔹🔸→-]\ufe0f?|\u2022|o(?=\s))\s+(?=\S)")
_NUMBERED = re.compile(r"^(\d{1,2})[.)]\s+(?=\S)")
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

    def is_link(self) -> bool:
        """Whether all its words are one link's, or several."""
        return self.linked > 0 and self.linked >= len(self.text) - self.text.count(" ")


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
    #: The script elements, in order.
    scripts: list[etree._Element] = field(default_factory=list)
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

    def place_in_head(self, said: str) -> str | None:
        """Where <title> or a <meta> says these words ("markup:title", "markup:og:title"); None where neither does."""
        if said == self.title:
            return "markup:title"
        name = next((name for name, content in self.metas.items() if content == said), None)
        return f"markup:{name}" if name else None

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
        root = etree.fromstring(narrowed(text).encode("utf-8", "replace").replace(b"\x00", b""), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("no HTML in it") from error
    if root is None:
        raise ValueError("no HTML in it")
    return _Walk(root, text).document()


#: An element that is open: its number, its tag, what makes it furniture, how far outside of it the next item is.
_Open = tuple[int, str, str | None, int]
#: An item's text may stand in two more elements within it.
_WITHIN_ITEM = 2
#: Stands between texts where an inline element begins or ends; no text has it, as `parse_html` leaves it out.
_MARK = "\x00"
#: Stands where one ends and another begins with nothing between.
_TOUCHING = _MARK * 2
_CURRENCIES = frozenset("$€£")


class _Walk:
    """The one pass: gathers inline text until a block begins or ends."""

    def __init__(self, root: etree._Element, text: str) -> None:
        self.root = root
        self.landmarks = landmarks(root, text)
        self.doc = Document(blocks=[], root=root, language=root.get("lang"))
        self.open: list[_Open] = [(0, "body", None, _WITHIN_ITEM + 1)]
        self.buffer: list[str] = []
        self.bold = 0
        self.bold_chars = 0
        self.link_chars = 0
        self.links: list[tuple[str, int, int]] = []

    def document(self) -> Document:  # noqa: C901, PLR0912 - the one loop over all of a page; calls are what it costs
        self._head()
        buffer, known = self.buffer, self.landmarks
        walker = etree.iterwalk(self.root, events=("start", "end"))
        skipped = None
        for event, element in walker:
            tag = str(element.tag)
            if event == "start":
                if tag in _SKIPPED or is_left_out(element, tag, known):
                    skipped = element
                    walker.skip_subtree()
                    continue
                if tag not in INLINE:
                    self._start(element, tag)
                else:
                    if tag in _NOTED:
                        self._note(element, tag)
                    if buffer:
                        buffer.append(_MARK)
                text = element.text
            else:
                if element is skipped:
                    skipped = None
                elif tag not in INLINE:
                    self._end(tag)
                else:
                    if tag in _NOTED:
                        self._note_end(tag)
                    if buffer:
                        buffer.append(_MARK)
                text = element.tail
            if text:
                self._text(text)
        self._flush()
        _free_what_holds_most(self.doc.blocks)
        number_items(self.doc.blocks)
        return self.doc

    def _head(self) -> None:
        metas: dict[str, str] = {}
        for element in self.root.iter("title", "meta", "link", "noscript", "script"):
            tag = str(element.tag)
            if tag == "script":
                self.doc.scripts.append(element)
            elif tag == "noscript":
                self.doc.noscript += fold("".join(element.itertext()))
            elif tag == "title":
                if self.doc.title is None and (parent := element.getparent()) is not None and parent.tag != "svg":
                    self.doc.title = fold("".join(element.itertext())) or None
            elif tag == "meta":
                name = element.get("property") or element.get("name") or element.get("http-equiv")
                if name and (content := element.get("content")):
                    metas.setdefault(name.lower(), fold(content))
            elif element.get("rel") == "canonical" and self.doc.canonical is None:
                self.doc.canonical = element.get("href")
        self.doc.metas = metas

    def _start(self, element: etree._Element, tag: str) -> None:
        if self.buffer:
            self._flush()
        if tag == "br":
            return
        parents, (number, _, furniture, item) = self.doc.parents, self.open[-1]
        parents.append(number)
        self.open.append(
            (
                len(parents) - 1,
                tag,
                furniture or furniture_of(element, tag, self.landmarks),
                0 if tag == "li" else item + 1,
            )
        )

    def _end(self, tag: str) -> None:
        if self.buffer:
            self._flush()
        if tag == "br":
            return
        if tag == "button":
            self._control()
        self.open.pop()

    def _note(self, element: etree._Element, tag: str) -> None:
        """An element begins that says something of the text in it."""
        if tag == "a":
            self.links.append((element.get("href") or "", len(self.doc.blocks), len(self.buffer)))
        else:
            self.bold += 1

    def _note_end(self, tag: str) -> None:
        if tag != "a":
            self.bold -= 1
        elif self.links:
            self._anchor(*self.links.pop())

    def _text(self, text: str) -> None:
        if text.isspace():
            if self.buffer:
                self.buffer.append(" ")
            return
        if "\n" in text and self.open[-1][1] == "pre":
            for line in text.split("\n"):
                self.buffer.append(line)
                self._flush()
            return
        self.buffer.append(text)
        if self.bold or self.links:
            visible = sum(map(len, text.split()))  # however its lines are broken
            self.bold_chars += visible if self.bold else 0
            self.link_chars += visible if self.links else 0

    def _anchor(self, href: str, blocks: int, pieces: int) -> None:
        inside = self.doc.blocks[blocks:]
        if inside:
            text = next((it.text for it in inside if 0 < it.level < BOLD_LEVEL), inside[0].text)
        else:
            text = fold("".join(self.buffer[pieces:]).replace(_MARK, ""))
        if href and text and len(self.doc.anchors) < MOST_ANCHORS:
            number, _, furniture, _ = self.open[-1]
            self.doc.anchors.append(Anchor(href, text, number, furniture, blocks))

    def _control(self) -> None:
        if self.doc.blocks and self.doc.blocks[-1].container == self.open[-1][0]:
            self.doc.controls.append(self.doc.blocks[-1].text)

    def _flush(self) -> None:
        """Makes a block of the text that was gathered."""
        buffer = self.buffer
        if not buffer:
            return
        marked = "".join(buffer) if len(buffer) > 1 else buffer[0]
        if _MARK not in marked:
            if text := fold(marked):
                self._append(text, ())
        elif text := fold(_joined(marked)):
            self._append(text, _pieces(marked) if len(text) < _PIECES_CHARS else ())
        buffer.clear()
        self.bold_chars = self.link_chars = 0

    def _append(self, text: str, pieces: tuple[str, ...]) -> None:
        number, tag, furniture, item = self.open[-1]
        level, linked = _LEVELS.get(tag, 0), 0
        if self.bold_chars or self.link_chars:
            visible = len(text) - text.count(" ")
            linked = min(self.link_chars, visible)
            if not level and self.bold_chars and self.bold_chars >= visible and len(text) <= _BOLD_HEADING_CHARS:
                level = BOLD_LEVEL
        text, is_item = _without_bullet(text, item=item <= _WITHIN_ITEM)
        self.doc.blocks.append(Block(text, tag, level, is_item, number, furniture, pieces, linked))


_PIECES_CHARS, _PROSE = 400, 80


def _joined(marked: str) -> str:
    """The text of inline elements; two that touch are set apart by their style alone ("Salary" beside "$60")."""
    if _TOUCHING not in marked:
        return marked.replace(_MARK, "")
    text = ""
    for part in marked.split(_TOUCHING):
        piece = part.replace(_MARK, "")
        apart = text[-1:].islower() and (piece[:1].isupper() or piece[:1].isdecimal() or piece[:1] in _CURRENCIES)
        text += f" {piece}" if apart and piece else piece
    return text


def _pieces(marked: str) -> tuple[str, ...]:
    """The texts between the starts and ends of inline elements; none where there is but one."""
    pieces = [piece for text in marked.split(_MARK) if text and (piece := fold(text))]
    return tuple(pieces) if len(pieces) > 1 else ()


def _without_bullet(text: str, *, item: bool) -> tuple[str, bool]:
    if text[0].isalnum() and text[0] != "o":
        return text, item
    mark = _BULLET.match(text)
    return (text[mark.end() :], True) if mark else (text, item)


def number_items(blocks: Sequence[Block]) -> None:
    """Makes items of lines that count on ("1. …", "2. …"), their numbers taken off; "5. March" alone is none."""
    before: tuple[int, Block, re.Match[str]] | None = None
    for block in blocks:
        match = _NUMBERED.match(block.text) if block.text[0].isdigit() and not block.level else None
        if match is None:
            before = None
            continue
        number = int(match[1])
        if before and number == before[0] + 1:
            for one, mark in ((before[1], before[2]), (block, match)):
                if one.text.startswith(mark[0]):
                    one.text, one.item = one.text[mark.end() :], True
        before = number, block, match


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
