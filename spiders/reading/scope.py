"""Which blocks of a page are the posting's: the head around its title, the body of its text, and the rest left out.

Other postings, articles and subscriptions go by the heading that announces them and by the element which that
heading begins; furniture goes by its element; the body is the smallest element that holds most of the prose.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spiders.posting import SectionKind
from spiders.reading import estimates, own_terms
from spiders.reading.appended import appended
from spiders.reading.commentary import find_commentary
from spiders.reading.document import BOLD_LEVEL, Block, Document
from spiders.reading.employment import is_only_employment
from spiders.reading.headings import kind_of, not_of_the_posting
from spiders.reading.labels import field_of
from spiders.reading.near import lowered
from spiders.reading.noise import is_noise_line
from spiders.reading.opening import with_sentences
from spiders.reading.others import of_others
from spiders.reading.page_footer import footer
from spiders.reading.roles import reads_as_role
from spiders.reading.trail import trail
from spiders.reading.workplace import is_only_workplace

#: More text than any posting has: what a page says behind it is not read, so that no page takes long.
_MOST_CHARS = 200_000
_PROSE = 80
_LONG_PROSE = 200
_SHORT = 60
_BODY_SHARE = 0.7
_HEAD_BEFORE = 6
_SEVERAL = 3
_CHIEF_LEVELS = range(1, 5)
_HEAD_AFTER = 40
_DIGIT = re.compile(r"\d")
#: Lines of an address.
_LONGEST_VALUE = 5
#: Kinds of section that only postings have.
_OWN_KINDS = frozenset({SectionKind.REQUIREMENTS, SectionKind.RESPONSIBILITIES, SectionKind.BENEFITS})
#: Furniture in which the posting's own facts may stand.
_BESIDE = frozenset({"aside", "complementary", "sidebar"})


@dataclass(slots=True)
class Scope:
    """The posting's part of a page."""

    #: The head and the body, and whatever else is neither furniture nor foreign, in the page's order.
    blocks: list[Block]
    #: Where the title stands in `blocks`; None where no block is the title.
    title: int | None
    #: Where the head begins and the body begins and ends in `blocks`.
    head_start: int
    body_start: int
    body_end: int
    #: The blocks' texts, one a line, and where each begins.
    text: str
    offsets: list[int]
    #: `text` as `near.lowered` gives it.
    lower: str
    #: `text` with spaces for the lines that speak of other postings: of them the status is not read.
    said: str
    #: `text` with spaces for the lines that may speak of another's pay and deadline.
    terms: str
    #: Words of an editor about the posting.
    commentary: str | None = None
    #: Numbers of the document's blocks that belong to other postings, articles and the like.
    foreign: frozenset[int] = frozenset()

    @property
    def head(self) -> Sequence[Block]:
        """The short lines around the title."""
        return self.blocks[self.head_start : self.body_start]

    @property
    def body(self) -> Sequence[Block]:
        """The posting's own text."""
        return self.blocks[self.body_start : self.body_end]

    @property
    def head_length(self) -> int:
        """How many characters of `text` come before the body."""
        return self.offsets[self.body_start] if self.body_start < len(self.offsets) else len(self.text)

    def span(self, first: tuple[int, str], last: tuple[int, str]) -> tuple[str, str]:
        """The words from one block's part to another's, and their place in `text`."""
        start = self.offsets[first[0]] + max(0, self.blocks[first[0]].text.find(first[1]))
        end = self.offsets[last[0]] + max(0, self.blocks[last[0]].text.rfind(last[1])) + len(last[1])
        return self.text[start:end], f"chars:{start}-{end}"

    def where(self, index: int, part: str | None = None) -> str | None:
        """The place of a block, or of words in it, in `text` ("chars:10-25")."""
        block = self.blocks[index]
        start = block.text.find(part) if part else 0
        if start < 0:
            return None
        begin = self.offsets[index] + start
        return f"chars:{begin}-{begin + len(part or block.text)}"


def find_scope(doc: Document, title: Block | None, *, whole: bool = False) -> Scope:
    """The posting's part of `doc`, whose title is `title` (one of its blocks); `whole` where it is nothing else."""
    foreign = _foreign(doc, title)
    commentary, edited = find_commentary(doc, title)
    foreign.update(estimates.lines(doc.blocks))
    foreign.update(appended(doc))
    foreign.update(footer(doc, title))
    foreign.update(trail(doc, title))
    labelled = _labelled_beside(doc.blocks)
    kept = [
        block
        for index, block in enumerate(doc.blocks)
        if index not in foreign
        and index not in edited
        and (block is title or block.furniture is None or index in labelled)
    ]
    kept = kept[: bisect(list(accumulate(len(it.text) + 1 for it in kept)), _MOST_CHARS)]
    position = next((index for index, block in enumerate(kept) if block is title), None)
    start, end = (0, len(kept)) if whole else _body(doc, kept, position)
    head_start = 0 if position is None else max(0, position - _HEAD_BEFORE)
    text = "\n".join(block.text for block in kept)
    linked = own_terms.linked(kept, position, start)
    others = of_others(doc, kept, title) | own_terms.named(kept, linked)
    told_apart = doc.root is not None and not whole
    beside = own_terms.beside(doc, kept, position, start, end) | linked if told_apart else linked
    return Scope(
        blocks=kept,
        title=position,
        head_start=min(head_start, start),
        body_start=start,
        body_end=end,
        text=text,
        offsets=_offsets(kept),
        lower=lowered(text),
        said=_without(kept, others, text),
        terms=_without(kept, others | beside, text),
        commentary=commentary,
        foreign=frozenset(foreign),
    )


def _without(kept: Sequence[Block], left_out: frozenset[int], text: str) -> str:
    """`text`, one block a line, with spaces for some of the blocks."""
    if not left_out:
        return text
    return "\n".join(" " * len(it.text) if index in left_out else it.text for index, it in enumerate(kept))


def _offsets(blocks: Sequence[Block]) -> list[int]:
    """Where each block begins in the text that has one a line."""
    return list(accumulate((len(block.text) + 1 for block in blocks[:-1]), initial=0)) if blocks else []


def _labelled_beside(blocks: Sequence[Block]) -> set[int]:
    """Facts of the posting in furniture: labels with their values beside the text, chips that are buttons."""
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if block.furniture == "control":
            if is_only_employment(block.text) or is_only_workplace(block.text):
                found.add(index)
        elif block.furniture in _BESIDE and field_of(block.text.partition(":")[0]):
            found.add(index)
            if ":" not in block.text[:-1] and index + 1 < len(blocks):
                found.update(_value(blocks, index + 1))
    return found


def _value(blocks: Sequence[Block], start: int) -> Iterator[int]:
    """The numbers of the lines of a label's value: the first, and the others of its paragraph (an address)."""
    for index in range(start, min(len(blocks), start + _LONGEST_VALUE)):
        if blocks[index].container != blocks[start].container or (index > start and blocks[index].tag != "p"):
            return
        yield index


def _foreign(doc: Document, title: Block | None) -> set[int]:
    """The numbers of blocks under a heading that announces something else."""
    foreign: set[int] = set()
    blocks = doc.blocks
    roles = _linked_roles(doc, title)
    index = 0
    while index < len(blocks):
        block = blocks[index]
        name = not_of_the_posting(block.text) if _may_announce(block) and block is not title else None
        if name is None and roles and 0 < block.level < BOLD_LEVEL and block is not title and not block.furniture:
            name = "postings" if roles[_element_begun(doc, index, title)] >= _SEVERAL else None
        if name is None:
            index += 1
            continue
        end = _section_end(doc, index, name, title)
        foreign.update(range(index, end))
        index = max(end, index + 1)
    return foreign


def _linked_roles(doc: Document, title: Block | None) -> list[int]:
    """How many links that read as roles each element holds, on a page whose own title is a role's; else nothing.

    In a posting, an element that a heading begins and that links to several roles lists other postings, whatever
    the heading says and in whichever language.
    """
    if title is None or not reads_as_role(title.text):
        return []
    held = Counter(anchor.container for anchor in doc.anchors if reads_as_role(anchor.text))
    return [0, *doc.totals(held)[1:]] if held.total() >= _SEVERAL else []


def _may_announce(block: Block) -> bool:
    if block.linked and block.linked >= len(block.text) - block.text.count(" ") and block.level not in _CHIEF_LEVELS:
        return False  # a link to other postings, over nothing
    return not block.furniture and not (block.item and not block.level) and len(block.text) <= 2 * _SHORT


def _section_end(doc: Document, index: int, name: str, title: Block | None) -> int:
    """The number of the first block after the section that the heading at `index` begins."""
    blocks = doc.blocks
    around = _element_begun(doc, index, title)
    end = index + 1
    while around and end < len(blocks) and doc.holds(around, blocks[end].container):
        if _is_own(blocks[end]):
            return end
        end += 1
    if end > index + 1:
        return end
    if not blocks[index].level and is_noise_line(blocks[index].text):
        return end  # a sentence about cookies, that announces nothing
    return _flat_end(doc, index, name, title)


def _is_own(block: Block) -> bool:
    """Whether a block takes the word back for the posting: a heading or label that postings have."""
    return (
        0 < len(block.text) <= _SHORT
        and not block.item
        and bool((block.level and kind_of(block.text)) or (block.level and field_of(block.text)))
    )


def _element_begun(doc: Document, index: int, title: Block | None) -> int:
    """The outermost element whose first text is the block at `index`; 0 where there is none."""
    before = set(doc.path(doc.blocks[index - 1].container)) if index else {0}
    holding = set(doc.path(title.container)) if title is not None else {0}
    begun = 0
    for element in doc.path(doc.blocks[index].container):
        if element in before or element in holding:
            break
        begun = element
    return begun


def _flat_end(doc: Document, index: int, name: str, title: Block | None) -> int:
    """As `_section_end` where the section is no element: up to the next heading of its rank, or where prose begins."""
    blocks = doc.blocks
    heading = blocks[index]
    around = doc.parents[heading.container] if heading.tag != "line" else 0
    for end in range(index + 1, len(blocks)):
        block = blocks[end]
        if block is title or (around > 0 and not doc.holds(around, block.container)):
            return end
        if _ends_section(block, heading, name):
            return end
    return len(blocks)


def _ends_section(block: Block, heading: Block, name: str) -> bool:
    if not_of_the_posting(block.text) and len(block.text) <= _SHORT and not block.item:
        return True
    if _is_own(block) or (kind_of(block.text) and not block.item and len(block.text) <= _SHORT):
        return True
    if 0 < heading.level < BOLD_LEVEL:
        return 0 < block.level <= heading.level
    return name != "articles" and len(block.text) >= _LONG_PROSE


def _body(doc: Document, kept: list[Block], title: int | None) -> tuple[int, int]:
    """Where the posting's text begins and ends in `kept`."""
    if doc.root is None:
        return _body_start(kept, 0 if title is None else title + 1), len(kept)
    main = _main_element(doc, kept)
    inside = [index for index, block in enumerate(kept) if doc.holds(main, block.container)]
    if not inside:
        return len(kept), len(kept)
    if title is not None and inside[-1] < title:
        inside = list(range(title + 1, len(kept))) or [title]  # a banner: the text stands under its title
    beside = _sections_beside(doc, kept, main)
    start, end = min(inside + beside), _end(kept, inside + beside)
    if title is not None and title < end:
        start = max(start, title + 1)
    return with_sentences(doc, kept, _body_start(kept, start), start), end


def _end(kept: list[Block], own: Sequence[int]) -> int:
    """Where the text ends whose blocks are `own`: links behind it lead elsewhere, ages and counters are the site's."""
    first, last = min(own), max(own)
    while last > first and (kept[last].is_link() or is_noise_line(kept[last].text)):
        last -= 1
    return last + 1 if last > first else max(own) + 1


def _sections_beside(doc: Document, kept: list[Block], main: int) -> list[int]:
    """The numbers of blocks in sections that only postings have, outside the main element.

    A section of short bullets holds little prose, and stands in an element of its own as often as not.
    """
    found = []
    for index, block in enumerate(kept):
        if block.level and not doc.holds(main, block.container) and kind_of(block.text) in _OWN_KINDS:
            found += _section_at(doc, kept, index)
    return found


def _section_at(doc: Document, kept: list[Block], heading: int) -> list[int]:
    """The numbers of a heading and of the blocks under it, as far as their common element and the next heading."""
    last = heading
    while last + 1 < len(kept) and not kept[last + 1].level:
        last += 1
    if last == heading:
        return []
    path = set(doc.path(kept[heading].container))
    around = max(path.intersection(doc.path(kept[heading + 1].container)), default=0)
    return [index for index in range(heading, last + 1) if doc.holds(around, kept[index].container)]


def _main_element(doc: Document, kept: list[Block]) -> int:
    """The smallest element that holds most of the prose."""
    prose = [index for index, block in enumerate(kept) if _weighs(block)]
    own: Counter[int] = Counter()
    for index in [it for it in prose if not kept[it].is_link() and not _is_fact(kept, it)] or prose:
        own[kept[index].container] += len(kept[index].text)
    weights = doc.totals(own)
    enough = max(1, _BODY_SHARE * weights[0])
    main = max((element for element, weight in enumerate(weights) if weight >= enough), default=0)
    held = doc.totals(Counter(block.container for block in kept))
    while main > 0 and held[main] == 1:
        main = doc.parents[main]  # one paragraph is no posting: short lines stand beside it
    return main


def _weighs(block: Block) -> bool:
    return len(block.text) >= _PROSE or (block.item and not block.level and len(block.text) >= _SHORT // 2)


def _is_fact(kept: list[Block], index: int) -> bool:
    """Whether a block is the value of a label that stands in its element: however long a name is, it is no prose."""
    before, block = kept[max(0, index - 1)], kept[index]
    if len(block.text) >= _LONG_PROSE:
        return False
    over_it = before.container == block.container and field_of(before.text) is not None
    return over_it or field_of(block.text.partition(":")[0]) is not None


def _body_start(kept: list[Block], first: int) -> int:
    """The first block from `first` on that is a heading of a known kind, prose, or a bullet."""
    for index in range(first, min(len(kept), first + _HEAD_AFTER)):
        block = kept[index]
        if is_noise_line(block.text) or (
            field_of(block.text) and index + 1 < len(kept) and len(kept[index + 1].text) < _PROSE
        ):
            continue
        if len(block.text) >= _PROSE or (block.item and not block.level and len(block.text) > _SHORT):
            return _with_heading(kept, index, first)
        if kind_of(block.text) and (block.level or ":" not in block.text[:-1]) and _is_followed_by_text(kept, index):
            return index
        if block.level and block.text.endswith(":") and _is_over_bullets(kept, index):
            return _with_heading(kept, index, first)
    return min(first, len(kept))


def _with_heading(kept: list[Block], index: int, first: int) -> int:
    """`index`, or the heading right before it."""
    before = kept[index - 1] if index > first else None
    is_heading = before is not None and (before.level or before.tag == "dt") and not is_noise_line(before.text)
    return index - 1 if is_heading else index


def _is_followed_by_text(kept: list[Block], index: int) -> bool:
    following = kept[index + 1 : index + 3]
    return any(len(block.text) >= _SHORT or block.item for block in following)


def _is_over_bullets(kept: list[Block], index: int) -> bool:
    """Whether several bullets stand right under a heading, none of which is a link or a fact."""
    under = kept[index + 1 : index + 1 + _SEVERAL]
    return len(under) == _SEVERAL and all(
        it.item and not it.level and not it.linked and ":" not in it.text and not is_only_employment(it.text)
        for it in under
    )
