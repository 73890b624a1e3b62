"""Sites that are watched, a posting or a list each: every edit of theirs is kept as the truth."""

from dataclasses import dataclass, field, replace
from random import Random
from typing import Protocol

#: How many there are of each. The next edit of the first half waits until the last one is recorded; the others are
#: edited as it comes.
POSTINGS, LISTS = 24, 6
_TRADES = (
    "Welder",
    "Rigger",
    "Cook",
    "Painter",
    "Diver",
    "Pilot",
    "Clerk",
    "Fitter",
    "Rower",
    "Stoker",
    "Baker",
    "Guard",
)
#: What a list may hold; it has so many at least.
_ROLES = (
    "Crane Operator",
    "Dock Painter",
    "Payroll Clerk",
    "Pipe Fitter",
    "Safety Engineer",
    "Yard Manager",
    "Tug Mechanic",
    "Site Nurse",
    "Hull Designer",
    "Rigging Supervisor",
    "Stores Assistant",
    "Quality Inspector",
)
_LEAST = 6
_SOMETIMES = 0.3
_POSTING = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><main>
<h1>{title}</h1><p>Ironside Yards</p>{control}
<h2>What you will do</h2><ul><li>Weld hull plates by the drawings.</li><li>Keep dock {number} safe.</li></ul>
<h2>Requirements</h2><ul><li>A valid certificate.</li><li>Two years in a shipyard.</li></ul>
<p>The hourly rate for this position is ${rate} USD.</p></main></body></html>"""
_LIST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dock {number}</title></head><body><main>
<h1>Open positions at dock {number}</h1><p>We hire all year.</p><ul>{entries}</ul></main></body></html>"""
_ENTRY = '<li><a href="{path}">{role}</a> <span>Tromvik</span></li>'

#: A kind of change, and what tells it from others of its kind: the pay, or the path of an entry.
Edit = tuple[str, int | str | None]


class Site(Protocol):
    """One address of its own."""

    number: int
    host: str
    edits: list[Edit]

    @property
    def name(self) -> str:
        """The name of its host."""

    @property
    def path(self) -> str:
        """Of what is watched there."""

    @property
    def is_paced(self) -> bool:
        """Its next edit waits until the last one is recorded, so that the history has to tell every one."""

    def edit(self, random: Random) -> None:
        """Change something."""

    def page(self) -> bytes | int:
        """As it is now; a status where there is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a posting says; `gone` is the status that is answered in its place."""

    rate: int = 20
    open: bool = True
    gone: int | None = None


@dataclass(kw_only=True, slots=True)
class PostingSite:
    """A posting: all are paid more and more, some close and reopen, some are removed and put back."""

    number: int
    host: str
    facts: Facts = Facts()
    edits: list[Edit] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of its host."""
        return f"yard-{self.number}.example"

    @property
    def path(self) -> str:
        """Of the posting."""
        return "/jobs/welder"

    @property
    def is_paced(self) -> bool:
        """As `Site` says."""
        return self.number < POSTINGS // 2

    def edit(self, random: Random) -> None:
        """Raise the pay, close or reopen it, remove it or put it back."""
        facts = self.facts
        if facts.gone:
            self._now(replace(facts, gone=None), "restored")
        elif self.number % 3 == 0 and random.random() < _SOMETIMES:
            self._now(replace(facts, open=not facts.open), "closed" if facts.open else "reopened")
        elif self.number % 3 == 1 and random.random() < _SOMETIMES:
            self._now(replace(facts, gone=random.choice((404, 410))), "removed")
        else:
            self._now(replace(facts, rate=facts.rate + 1), "pay_changed", facts.rate + 1)

    def _now(self, facts: Facts, kind: str, rate: int | None = None) -> None:
        self.facts = facts
        self.edits.append((kind, rate))

    def page(self) -> bytes | int:
        """As it is now; a status where it is gone."""
        facts = self.facts
        if facts.gone:
            return facts.gone
        control = '<a href="/apply">Apply now</a>' if facts.open else "<p>Applications closed</p>"
        title = f"{_TRADES[self.number % len(_TRADES)]}, shift {self.number}"
        return _POSTING.format(title=title, control=control, number=self.number, rate=facts.rate).encode()


@dataclass(kw_only=True, slots=True)
class ListSite:
    """A list of postings, that are taken off and put on; `entries` are those that are on it."""

    number: int
    host: str
    entries: frozenset[int] = frozenset(range(9))
    edits: list[Edit] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of its host."""
        return f"dock-{self.number}.example"

    @property
    def path(self) -> str:
        """Of the list."""
        return "/jobs"

    @property
    def is_paced(self) -> bool:
        """As `Site` says."""
        return self.number < LISTS // 2

    @property
    def paths(self) -> frozenset[str]:
        """Of what is on it."""
        return frozenset(map(_entry_path, self.entries))

    def edit(self, random: Random) -> None:
        """Take one posting off or put one on."""
        off = frozenset(range(len(_ROLES))) - self.entries
        takes = not off or (len(self.entries) > _LEAST and random.random() < 0.5)  # noqa: PLR2004 - a coin
        entry = random.choice(sorted(self.entries if takes else off))
        self.entries ^= {entry}
        self.edits.append(("posting_removed" if takes else "posting_added", _entry_path(entry)))

    def page(self) -> bytes | int:
        """As it is now."""
        entries = "".join(_ENTRY.format(path=_entry_path(it), role=_ROLES[it]) for it in sorted(self.entries))
        return _LIST.format(number=self.number, entries=entries).encode()


def _entry_path(entry: int) -> str:
    return f"/jobs/{4100 + entry}"


def made() -> list[Site]:
    """All of them, each at an address of its own."""
    postings = [PostingSite(number=it, host=f"127.30.0.{it + 1}") for it in range(POSTINGS)]
    lists = [ListSite(number=it, host=f"127.30.1.{it + 1}") for it in range(LISTS)]
    return [*postings, *lists]
