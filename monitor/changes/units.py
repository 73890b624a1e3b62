"""A posting's own text in units (sentences and bullets), and which of them differ between two readings.

Where a unit stands does not matter: sections and bullets that moved, and sections that a reader cut otherwise, are
nothing. A unit that stands twice counts once (pages repeat their text for small screens).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from monitor.changes.sentences import sentences
from monitor.changes.words import without_bullet, words
from spiders.posting import Section, SectionKind

#: At least this alike, a unit that went and one that came are one that was reworded.
_ALIKE = 0.5
_SAME_KIND_BONUS = 0.1
#: Above so many pairs to compare, or words in a unit, the text was written anew and nothing is paired.
_MOST_PAIRS = 400
_MOST_WORDS = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One sentence, bullet or heading."""

    words: tuple[str, ...]
    #: As the page has it, without its bullet.
    text: str
    kind: str
    heading: bool = False
    #: Of a heading: the words of the first unit under it.
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Edits:
    """How one text became another."""

    replaced: tuple[tuple[Unit, Unit], ...] = ()
    removed: tuple[Unit, ...] = ()
    added: tuple[Unit, ...] = ()


def units_of_sections(sections: Iterable[Section]) -> list[Unit]:
    """The units of all sections, headings among them, in the page's order."""
    found = []
    for section in sections:
        under = list(units_of_text(section.text, section.kind))
        if section.heading and (heading := words(section.heading)):
            leads = under[0].words if under else ()
            found.append(Unit(words=heading, text=section.heading, kind=section.kind, heading=True, leads=leads))
        found.extend(under)
    return found


def units_of_text(text: str, kind: str = SectionKind.OTHER) -> Iterator[Unit]:
    """The units of one text: a line is a paragraph or bullet, a paragraph may be several sentences."""
    for line in text.splitlines():
        for sentence in sentences(without_bullet(line)):
            if found := words(sentence):
                yield Unit(words=found, text=sentence, kind=kind)


def compare(before: Sequence[Unit], after: Sequence[Unit]) -> Edits:
    """What was reworded, removed and added, in the order of the page.

    A heading counts where it was reworded; one that only appeared or vanished is layout, its text speaks for itself.
    """
    old, new = _only_in(before, after), _only_in(after, before)
    old, new = _without_joined(old, new), _without_joined(new, old)
    pairs = _pairs(old, new)
    gone, come = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    return Edits(
        replaced=tuple(pairs),
        removed=tuple(unit for unit in old if id(unit) not in gone and not unit.heading),
        added=tuple(unit for unit in new if id(unit) not in come and not unit.heading),
    )


def share_kept(before: Sequence[Unit], after: Sequence[Unit]) -> float:
    """How much of the text before (by words) still stands in the text after: 0 to 1; 1 where there was none."""
    kept = {unit.words for unit in after}
    total = sum(len(unit.words) for unit in before)
    return sum(len(unit.words) for unit in before if unit.words in kept) / total if total else 1.0


def _only_in(units: Sequence[Unit], others: Sequence[Unit]) -> list[Unit]:
    seen = {unit.words for unit in others}
    found = []
    for unit in units:
        if unit.words not in seen:
            seen.add(unit.words)
            found.append(unit)
    return found


def _without_joined(units: list[Unit], others: list[Unit]) -> list[Unit]:
    """Without the units that are others run together, or parts of one other run together."""
    if not units or not others or len(units) * len(others) > _MOST_PAIRS:
        return units
    joined = {id(part) for other in others for part in _run(other, units)}
    return [unit for unit in units if id(unit) not in joined and not _run(unit, others)]


def _run(whole: Unit, parts: Sequence[Unit]) -> Sequence[Unit]:
    """The consecutive units whose words together are the words of `whole`; empty where there are none."""
    for start in range(len(parts)):
        rest = whole.words
        for end in range(start, len(parts)):
            part = parts[end].words
            if rest[: len(part)] != part:
                break
            rest = rest[len(part) :]
            if not rest:
                return parts[start : end + 1]
    return ()


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    scored = [
        (score, -i, -j) for i, one in enumerate(old) for j, other in enumerate(new) if (score := _likeness(one, other))
    ]
    taken_old: dict[int, int] = {}
    for _, i, j in sorted(scored, reverse=True):
        if -i not in taken_old and -j not in taken_old.values():
            taken_old[-i] = -j
    return [(old[i], new[j]) for i, j in sorted(taken_old.items())]


def _likeness(one: Unit, other: Unit) -> float:
    """How alike two units are, 0 where they are not one reworded."""
    if one.heading != other.heading or max(len(one.words), len(other.words)) > _MOST_WORDS:
        return 0
    if one.leads and one.leads == other.leads:
        return 1
    bonus = _SAME_KIND_BONUS if one.kind == other.kind else 0
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    if matcher.quick_ratio() + bonus < _ALIKE:
        return 0
    likeness = matcher.ratio() + bonus
    return likeness if likeness >= _ALIKE else 0
