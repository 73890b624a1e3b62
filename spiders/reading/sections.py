"""The posting's own text by heading: one paragraph or bullet a line, bullets begin with "- "."""

from collections.abc import Iterator, Sequence

from spiders.posting import Section, SectionKind
from spiders.reading.document import BOLD_LEVEL, Block, is_bullet_alone
from spiders.reading.headings import about_what, kind_of
from spiders.reading.noise import is_noise_line, without_noise

_LONGEST_HEADING = 100
_LONGEST_PLAIN_HEADING = 60
_MOST_WORDS = 8


def find_sections(blocks: Sequence[Block], title: str | None = None) -> tuple[Section, ...]:
    """The sections of a posting's body, in the page's order; those without text are left out."""
    sections: list[Section] = []
    heading: str | None = None
    lines: list[str] = []
    for line, is_heading in _lines(blocks, title):
        if not is_heading and line is not None:
            lines.append(line)
            continue
        if lines:
            sections.append(_section(heading, lines))
        heading, lines = line, []
    if lines:
        sections.append(_section(heading, lines))
    return tuple(sections)


def _may_be_heading(block: Block) -> bool:
    if len(block.text) > _LONGEST_HEADING or (block.item and not 0 < block.level < BOLD_LEVEL):
        return False
    return block.level > 0 or len(block.text) <= _LONGEST_PLAIN_HEADING


def _following(blocks: Sequence[Block], index: int) -> Block | None:
    near = blocks[index + 1 : index + 4]
    return next((it for it in near if not is_noise_line(it.text) or is_bullet_alone(it.text)), None)


def is_heading(block: Block, following: Block | None) -> bool:
    """Whether a block announces what follows it."""
    if following is None or not _may_be_heading(block):
        return False
    if block.level:
        return block.level < BOLD_LEVEL or not block.text.endswith((".", ",", "!"))
    return _announces(block, following)


def _announces(block: Block, following: Block) -> bool:
    """Whether a short line in plain type is a heading: known words, a colon over bullets, Title Case over prose."""
    if kind_of(block.text) is not None:
        return following.item or len(following.text) > len(block.text)
    if block.text.endswith(":"):
        return following.item
    return block.tag == "line" and _reads_as_heading(block.text) and len(following.text) > _LONGEST_PLAIN_HEADING


def _reads_as_heading(text: str) -> bool:
    """Title Case or CAPITALS, few words, no full stop."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or text.endswith((".", ",", ";", "!", "?")):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return words[0][0].isupper() and capitals * 2 >= len(words)


def _lines(blocks: Sequence[Block], title: str | None) -> Iterator[tuple[str | None, bool]]:
    """Lines, headings among them; None ends a section without a heading for what follows."""
    marked = False
    for index, block in enumerate(blocks):
        text = without_noise(block.text)
        if is_bullet_alone(text):
            marked = True
            continue
        if not text or is_noise_line(text) or (block.level and text == title):
            continue
        if block.breaks:
            yield None, True
        if not marked and _may_be_heading(block) and is_heading(block, _following(blocks, index)):
            yield text.rstrip(" :"), True
        else:
            yield (f"- {text}" if (block.item and not 0 < block.level < BOLD_LEVEL) or marked else text), False
        marked = False


def _section(heading: str | None, lines: Sequence[str]) -> Section:
    kind = about_what(heading) if heading else SectionKind.ABOUT
    return Section(kind=kind, heading=heading, text="\n".join(lines))
