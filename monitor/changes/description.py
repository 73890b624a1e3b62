"""The posting's own text: words that changed, by section."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from monitor.changes import wording
from monitor.changes.blocks import block
from monitor.changes.comparison import Comparison, PostingKind
from monitor.changes.retold import reworded, without_retold
from monitor.changes.units import Edits, Unit, compare, units_of_sections, units_of_text
from monitor.vocabulary import Change, Kind, Severity
from spiders.posting import Posting, SectionKind, Status

_SEVERITIES = {SectionKind.REQUIREMENTS: Severity.MEDIUM, SectionKind.RESPONSIBILITIES: Severity.MEDIUM}
#: The field of a change in words about the posting that are not the employer's.
COMMENTARY = "commentary"


class DescriptionChanged(PostingKind):
    """Words of the posting's own text changed: one change for each kind of section, and one for commentary.

    Before and after hold the sentences and bullets that changed, one a line. What moved, and what only says again
    what another kind tells, is nothing. Asked last, because it has to know what was told.
    """

    kind = Kind.DESCRIPTION_CHANGED
    fields = ("sections", COMMENTARY)

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """A change for each kind of section whose words differ."""
        own = compare(_without(own_text(seen.before), seen.not_own), _without(own_text(seen.after), seen.not_own))
        told_here = _without_notices(without_retold(own, seen.before, seen.after, seen.told), seen)
        by_section = _by_section(told_here)
        for section, edits in by_section.items():
            yield _change(section, edits, _SEVERITIES.get(SectionKind(section), Severity.LOW))
        about = compare(
            _without(_commentary(seen.before), seen.not_own), _without(_commentary(seen.after), seen.not_own)
        )
        about = without_retold(about, seen.before, seen.after, seen.told)
        if about != Edits() and seen.before.commentary and seen.after.commentary:
            yield _change(COMMENTARY, about, Severity.LOW)


def _without_notices(edits: Edits, seen: Comparison) -> Edits:
    """Without what a page only says while it is closed: why that may be, and where to look instead."""
    if "status" not in seen.told:
        return edits
    if seen.after.status is Status.CLOSED:
        return replace(edits, added=tuple(unit for unit in edits.added if unit.kind in _SEVERITIES))
    if seen.before.status is Status.CLOSED:
        return replace(edits, removed=tuple(unit for unit in edits.removed if unit.kind in _SEVERITIES))
    return edits


def own_text(posting: Posting) -> list[Unit]:
    """The units of the employer's text."""
    return units_of_sections(posting.sections)


def all_text(posting: Posting) -> list[Unit]:
    """The units of the employer's text and of the commentary."""
    return [*own_text(posting), *_commentary(posting)]


def text_as_in(first: Posting, second: Posting) -> list[Unit]:
    """All text of a second look; what only words pay or deadline anew is as the first look has it."""
    ours, theirs = all_text(first), all_text(second)
    same = reworded(compare(ours, theirs), first, second)
    return [same.get(unit.words, unit) for unit in theirs]


def _without(units: list[Unit], not_own: frozenset[int]) -> list[Unit]:
    return [unit for unit in units if block(unit.words) not in not_own] if not_own else units


def _commentary(posting: Posting) -> list[Unit]:
    return list(units_of_text(posting.commentary or "", COMMENTARY))


def _by_section(edits: Edits) -> dict[str, Edits]:
    """The edits of each kind of section, in the order of the page; a reworded unit belongs where it stands now."""
    kinds = dict.fromkeys(
        [new.kind for _, new in edits.replaced] + [unit.kind for unit in (*edits.removed, *edits.added)]
    )
    return {
        kind: Edits(
            replaced=tuple(pair for pair in edits.replaced if pair[1].kind == kind),
            removed=tuple(unit for unit in edits.removed if unit.kind == kind),
            added=tuple(unit for unit in edits.added if unit.kind == kind),
        )
        for kind in kinds
    }


def _change(section: str, edits: Edits, severity: Severity) -> Change:
    pairs = [(old.text, new.text) for old, new in edits.replaced]
    removed, added = [unit.text for unit in edits.removed], [unit.text for unit in edits.added]
    return Change(
        kind=Kind.DESCRIPTION_CHANGED,
        severity=severity,
        field=section,
        summary=wording.description_changed(section, pairs, removed, added),
        before=_lines([old for old, _ in pairs] + removed),
        after=_lines([new for _, new in pairs] + added),
    )


def _lines(texts: Sequence[str]) -> str | None:
    return "\n".join(texts) or None
