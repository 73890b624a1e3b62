"""Several changes in one message: by posting, the gravest first, with a word on how many there are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.notify.story import Story
from monitor.vocabulary import Severity

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The changes of one watch."""

    #: The posting's title and organization; of a board, its address.
    name: str
    #: In the order in which they happened.
    stories: tuple[Story, ...]

    @property
    def severity(self) -> Severity:
        """That of the gravest."""
        return gravest(self.stories)


def gravest(stories: Sequence[Story]) -> Severity:
    """The highest severity among at least one."""
    return min((story.severity for story in stories), key=_RANK.__getitem__)


def grouped(stories: Sequence[Story]) -> tuple[Group, ...]:
    """The groups, the one with the gravest change first; what is equally grave stays in the order given."""
    by_watch: dict[int | None, list[Story]] = {}
    for story in stories:
        by_watch.setdefault(story.watch_id, []).append(story)
    groups = [Group(name=_name(it), stories=tuple(it)) for it in by_watch.values()]
    return tuple(sorted(groups, key=lambda group: _RANK[group.severity]))


def counts(stories: Sequence[Story]) -> str:
    """How many of each severity: "1 critical, 3 high"."""
    found = Counter(story.severity for story in stories)
    return ", ".join(f"{found[severity]} {severity}" for severity in Severity if found[severity])


def _name(stories: Sequence[Story]) -> str:
    """What they are all about: postings of a board have names of their own, and the board in common."""
    return next((story.board for story in stories if story.board), stories[-1].name)
