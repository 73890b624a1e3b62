"""The posting's own text by heading: one paragraph or bullet a line, bullets begin with "- "."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spiders.posting import Section, SectionKind
from spiders.reading.document import BOLD_LEVEL, Block, is_bullet_alone
from spiders.reading.headings import about_what, kind_of
from spiders.reading.noise import is_noise_line, without_noise

_LONGEST_HEADING = 100
_LONGEST_PLAIN_HEADING = 60
_MOST_WORDS = 8
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A section, and the first and last of the blocks that its text was made of."""

    section: Section
    first: int
    last: int


def find_parts(blocks: Sequence[Block], title: str | None = None) -> tuple[Part, ...]:
    """The sections of a posting's body, in the page's order; those without text are left out.

    Lines that are nothing but links say where to go, and nothing of the posting.
    """
    parts: list[Part] = []
    heading: str | None = None
    lines: list[tuple[int, str]] = []
    for index, line, is_heading in _lines(blocks, title):
        if not is_heading and line is not None:
            lines.append((index, line))
            continue
        if lines:
            parts.append(_part(heading, lines))
        heading, lines = line, []
    if lines:
        parts.append(_part(heading, lines))
    return tuple(parts)


def _may_be_heading(block: Block) -> bool:
    if len(block.text) > _LONGEST_HEADING:
        return False
    if block.item and not 0 < block.level < BOLD_LEVEL:
        return block.level == BOLD_LEVEL and kind_of(block.text) is not None
    return block.level > 0 or len(block.text) <= _LONGEST_PLAIN_HEADING


def _following(blocks: Sequence[Block], index: int) -> list[Block]:
    near = blocks[index + 1 : index + 4]
    return [it for it in near if not is_noise_line(it.text) or is_bullet_alone(it.text)]


def _is_heading(block: Block, following: Sequence[Block]) -> bool:
    """Whether a block announces what follows it."""
    if not following:
        return False
    if block.item:
        return bool(block.level != BOLD_LEVEL or (following[0].item and not following[0].level))
    if block.level:
        return block.level < BOLD_LEVEL or not block.text.endswith((".", ",", "!"))
    return _announces(block, following[0]) or _stands_over_list(block, following)


def _stands_over_list(block: Block, following: Sequence[Block]) -> bool:
    """Whether a short line that ends no sentence stands right over several bullets."""
    if block.text.endswith((".", ",", ";", "!")) or block.text[:1].islower() or len(block.text.split()) > _MOST_WORDS:
        return False
    return len(following) > 1 and all(it.item and not it.level for it in following[:_SEVERAL])


def _announces(block: Block, following: Block) -> bool:
    """Whether a short line in plain type is a heading: known words, a colon over bullets, Title Case over prose."""
    if kind_of(block.text) is not None:
        return following.item or len(following.text) > len(block.text)
    if block.text.endswith(":"):
        return following.item
    may_be = block.tag == "dt" or (block.tag == "line" and _reads_as_heading(block.text))
    return may_be and len(following.text) > _LONGEST_PLAIN_HEADING


def _reads_as_heading(text: str) -> bool:
    """Title Case or CAPITALS, few words, no full stop."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or text.endswith((".", ",", ";", "!", "?")):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return words[0][0].isupper() and capitals * 2 >= len(words)


def _lines(blocks: Sequence[Block], title: str | None) -> Iterator[tuple[int, str | None, bool]]:
    """Lines with their blocks, headings among them; None ends a section without a heading for what follows."""
    marked, links = False, _links(blocks)
    for index, block in enumerate(blocks):
        if index in links:
            continue
        text = without_noise(block.text)
        if is_bullet_alone(text):
            marked = True
            continue
        if not text or is_noise_line(text) or (block.level and text == title):
            continue
        if block.breaks:
            yield index, None, True
        if not marked and _may_be_heading(block) and _is_heading(block, _following(blocks, index)):
            yield index, text.rstrip(" :"), True
        else:
            is_bullet = (block.item and not 0 < block.level < BOLD_LEVEL) or marked
            yield index, f"- {text}" if is_bullet else text, False
        marked = False


def _links(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of lines that are links, but no bullets, headings or mail addresses; none where most of it is one."""
    found = [it for it, block in enumerate(blocks) if block.linked and block.is_link()]
    if 2 * sum(len(blocks[it].text) for it in found) >= sum(len(block.text) for block in blocks):
        return frozenset()
    return frozenset(it for it in found if not (blocks[it].item or blocks[it].level or "@" in blocks[it].text))


def _part(heading: str | None, lines: Sequence[tuple[int, str]]) -> Part:
    kind = about_what(heading) if heading else SectionKind.ABOUT
    section = Section(kind=kind, heading=heading, text="\n".join(line for _, line in lines))
    return Part(section, lines[0][0], lines[-1][0])
