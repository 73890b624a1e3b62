"""What was told against what was to be told: by kind, by family, after faults."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from boards.facts import Expected, HubFacts
from boards.watched import Watched

#: From the clock, or about the watch itself: not from edits.
_ASIDE = frozenset({"deadline_soon", "deadline_passed", "unreachable", "blocked", "recovered"})


@dataclass(kw_only=True, slots=True)
class Score:
    """Told rightly, not told, told without cause."""

    right: int = 0
    missed: int = 0
    false: int = 0

    @property
    def recall(self) -> float:
        """Of what was to be told, the share that was."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def precision(self) -> float:
        """Of what was told, the share that was right."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrong:
    """A miss or a false alert, with where and when."""

    miss: bool
    round: int
    watch: int
    url: str
    family: str
    what: Expected
    #: What happened to the page in that round.
    story: str
    #: Of a false alert, what was said.
    said: str = ""


@dataclass(kw_only=True, slots=True)
class Tally:
    """The scores of a run."""

    total: Score = field(default_factory=Score)
    by_kind: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    by_family: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    checks: int = 0
    #: Faults served, by name; how the checks that saw them ended; which made a version.
    faults: Counter[str] = field(default_factory=Counter)
    endings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    #: How the checks ended that saw no fault.
    unspoilt: Counter[str] = field(default_factory=Counter)
    baselines_lost: list[str] = field(default_factory=list)
    missed_after_fault: int = 0
    #: False alerts by what else happened to the page.
    false_beside: Counter[str] = field(default_factory=Counter)
    wrong: list[Wrong] = field(default_factory=list)

    def note(self, number: int, watch: int, watched: Watched, told: Sequence[Mapping[str, Any]], url: str) -> None:
        """One page's round: the changes told of it against those of its edits."""
        expected = Counter(watched.expected)
        found = [
            (as_expected(it, hub=isinstance(watched.facts, HubFacts)), it) for it in told if it["kind"] not in _ASIDE
        ]
        story = f"{'+'.join(watched.edits) or 'no edit'}; fault {watched.fault.name if watched.fault else 'none'}"
        story += "; after a fault" * watched.after_fault + "; new template" * watched.rebuilt

        def wrong(what: Expected, *, miss: bool, said: str = "") -> None:
            self.wrong.append(
                Wrong(
                    miss=miss,
                    round=number,
                    watch=watch,
                    url=url,
                    family=watched.family.name,
                    what=what,
                    story=story,
                    said=said,
                )
            )

        for what, change in found:
            if expected[what] > 0:
                expected[what] -= 1
                self._count(what, watched, "right")
            else:
                self._count(what, watched, "false")
                self.false_beside[_beside(watched)] += 1
                wrong(what, miss=False, said=str(change["summary"]))
        for what in expected.elements():
            self._count(what, watched, "missed")
            self.missed_after_fault += watched.after_fault
            wrong(what, miss=True)

    def _count(self, what: Expected, watched: Watched, which: str) -> None:
        kind = f"{what.kind} {what.direction}".strip()
        for score in (self.total, self.by_kind[kind], self.by_family[watched.family.name]):
            setattr(score, which, getattr(score, which) + 1)

    @property
    def false_in_a_thousand(self) -> float:
        """False alerts in a thousand checks."""
        return self.total.false * 1000 / self.checks if self.checks else 0.0

    def not_broken(self) -> bool:
        """Whether a short run on a busy machine is about what a long one on a quiet machine is."""
        return self.total.recall >= 0.9 and self.false_in_a_thousand <= 20  # noqa: PLR2004 - far from the promise

    def good_enough(self) -> bool:
        """Whether the run meets what the product promises."""
        return (
            self.total.recall >= 0.995  # noqa: PLR2004 - the promise
            and all(score.recall >= 0.99 for score in self.by_kind.values())  # noqa: PLR2004 - the promise
            and self.false_in_a_thousand <= 0.2  # noqa: PLR2004 - the promise
            and not self.baselines_lost
            and not self.missed_after_fault
        )


def _beside(watched: Watched) -> str:
    if watched.fault:
        return f"a fault ({watched.fault.name})"
    if watched.rebuilt:
        return "a new template"
    return "an edit" if watched.expected else "noise only"


def as_expected(change: Mapping[str, Any], *, hub: bool) -> Expected:
    """A change as the program tells it, as far as a person would judge it."""
    kind, direction, where = change["kind"], change["direction"] or "", ""
    if hub and kind in {"posting_added", "posting_removed", "reposted", "title_changed"}:
        role = change["after"] or change["before"] or {}
        where = role.get("title", "") if isinstance(role, dict) else str(role)
    elif kind == "description_changed" or kind.startswith("sources_"):
        where = change["field"] or ""
    return Expected(kind=kind, direction=direction, field=where)
