"""Words of the text that only say again what another kind tells: pay, deadline, or a field that was told.

Each edit is told by exactly one kind. "The hourly rate is $60" that becomes "$65" is `pay_changed` and no more;
"February 5, 2026 at 12:00 PM ET" that becomes "5 Feb 2026, 17:00 GMT" is nothing at all. What else such a sentence
says still counts: a bonus that changed beside the rate is a `description_changed` of its own.
"""

from monitor.changes.mentions import Mention, mention
from monitor.changes.units import Edits, Unit
from spiders.posting import Posting

#: A sentence that came or went with a told fact and says no more than so many words beside it, says nothing more.
_MOST_ELSE = 3
#: Two sentences round one fact, in words that have little in common, differ by no more words than this.
_MOST_REWORDED = 1
#: Names that stand in sentences of any content: there every other word counts.
_NAMES = frozenset({"title", "organization"})
#: Of these, another wording of the same value is no change either.
_ALWAYS = frozenset({"pay", "deadline"})
#: Longer sentences, and more edits, are a text that was written anew; nothing in it says something again.
_MOST_WORDS = 120
_MOST_EDITS = 200


class _Sides:
    """The two readings, and what the sentences of each say of both. Each sentence is looked at once."""

    def __init__(self, before: Posting, after: Posting, told: frozenset[str]) -> None:
        self._old, self._new = (before, after), (after, before)
        self._told, self._fields = told, told | _ALWAYS
        self._known: dict[tuple[bool, str, frozenset[str]], Mention] = {}

    def old(self, unit: Unit, frames: frozenset[str] = frozenset()) -> Mention:
        return self._mention(unit, self._old, frames)

    def new(self, unit: Unit, frames: frozenset[str] = frozenset()) -> Mention:
        return self._mention(unit, self._new, frames)

    def is_retold(self, said: Mention) -> bool:
        """Whether a sentence that came or went says nothing but facts that are told, or that are as they were."""
        most = _MOST_ELSE if said.topics & self._told - _NAMES else 0
        return bool(said.topics) and said.rest.total() <= most

    def _mention(self, unit: Unit, postings: tuple[Posting, Posting], frames: frozenset[str]) -> Mention:
        key = (postings is self._old, unit.text, frames)
        if key not in self._known:
            fields = self._fields if len(unit.words) <= _MOST_WORDS else frozenset()
            self._known[key] = mention(unit.text, postings, fields, frames)
        return self._known[key]


def without_retold(edits: Edits, before: Posting, after: Posting, told: frozenset[str]) -> Edits:
    """The edits that say something of their own.

    Args:
        edits: how the text changed.
        before: the posting that the text was part of.
        after: the posting that it is part of now.
        told: fields (`Posting`'s names) of which a change was told.
    """
    if len(edits.replaced) + len(edits.removed) + len(edits.added) > _MOST_EDITS:
        return edits
    sides = _Sides(before, after, told)
    kept = [pair for pair in edits.replaced if not _same_else(*pair, sides)]
    apart = [pair for pair in kept if _is_of_one_side(*pair, sides)]
    removed, added = [*edits.removed, *(one for one, _ in apart)], [*edits.added, *(other for _, other in apart)]
    _drop_counterparts(removed, added, sides)
    return Edits(
        replaced=tuple(pair for pair in kept if pair not in apart),
        removed=tuple(unit for unit in removed if not sides.is_retold(sides.old(unit))),
        added=tuple(unit for unit in added if not sides.is_retold(sides.new(unit))),
    )


def reworded(edits: Edits, before: Posting, after: Posting) -> dict[tuple[str, ...], Unit]:
    """Of units that came, by their words, the unit that went which said the same of pay or deadline in other words."""
    if len(edits.replaced) + len(edits.removed) + len(edits.added) > _MOST_EDITS:
        return {}
    sides = _Sides(before, after, frozenset())
    pairs = [pair for pair in edits.replaced if _same_else(*pair, sides)]
    pairs += [(one, it) for one in edits.removed for it in edits.added if _is_counterpart(one, it, sides)]
    return {new.words: old for old, new in pairs}


def _same_else(one: Unit, other: Unit, sides: _Sides) -> bool:
    """Whether a reworded unit says the same apart from what is told elsewhere."""
    topics = sides.old(one).topics | sides.new(other).topics
    return bool(topics) and sides.old(one, topics).rest == sides.new(other, topics).rest


def _is_of_one_side(one: Unit, other: Unit, sides: _Sides) -> bool:
    """Whether one of a pair says nothing but facts that the other does not name: it is no rewording of it."""
    old, new = sides.old(one), sides.new(other)
    return old.topics.isdisjoint(new.topics) and (sides.is_retold(old) or sides.is_retold(new))


def _drop_counterparts(removed: list[Unit], added: list[Unit], sides: _Sides) -> None:
    """Take out sentences that went and came in other words round one fact, and say the same beside it."""
    for one in tuple(removed):
        other = next((it for it in added if _is_counterpart(one, it, sides)), None)
        if other is not None:
            removed.remove(one)
            added.remove(other)


def _is_counterpart(one: Unit, other: Unit, sides: _Sides) -> bool:
    """Whether two sentences that share few words name the same fact, and hardly anything else."""
    topics = (sides.old(one).topics & sides.new(other).topics) - _NAMES
    if not topics:
        return False
    old, new = sides.old(one, topics).rest, sides.new(other, topics).rest
    return (old - new).total() + (new - old).total() <= _MOST_REWORDED
