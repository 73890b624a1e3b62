"""The rules of a target, each one function: what it asks of a change and whether that is met. Pure.

A rule leaves out only what it knows not to match: where a posting's title or organization is not known, or a pay cannot
be compared, the change is told.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from config.targets import WITHOUT, TargetSettings
from monitor.notify.raises import move_of
from monitor.vocabulary import Kind, Severity
from storage.rows import NewChange, StoredChange, Watch

_RANK = {severity: rank for rank, severity in enumerate(Severity)}
#: "C++" and "C#" are words of their own, not "C" and a sign.
_SIGNED = re.compile(r"\b[a-z](?: [+#]){1,2}")
#: In a phrase: the word may go on.
_ANY = "*"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What one rule says of one change."""

    #: The key of the target's settings.
    rule: str
    met: bool
    #: What the target asks for, as it is written in the settings.
    asked: str
    #: What the change or its watch has instead.
    found: str
    #: Both as the end of a sentence: "it asks for severity critical or higher, this is high".
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What the rules look at."""

    change: NewChange | StoredChange
    #: With the record that it has after the change.
    watch: Watch

    @property
    def posting(self) -> Mapping[str, Any]:
        """The posting of the watch's record; empty where it has none, as a board."""
        return (self.watch.record or {}).get("posting") or {}


#: None: the target has no such rule, or it is not about such changes.
Rule = Callable[[TargetSettings, Told], Finding | None]


def of_kinds(target: TargetSettings, told: Told) -> Finding | None:
    """`kinds`: the change is of one of them."""
    if not target.kinds:
        return None
    asked = ", ".join(target.kinds)
    return Finding(
        rule="kinds",
        met=told.change.kind in target.kinds,
        asked=asked,
        found=told.change.kind,
        reason=f"it asks for the kinds {asked}",
    )


def of_tags(target: TargetSettings, told: Told) -> Finding | None:
    """`tags`: the watch has one of them."""
    if not target.tags:
        return None
    asked = ", ".join(target.tags)
    return Finding(
        rule="tags",
        met=not set(target.tags).isdisjoint(told.watch.tags),
        asked=asked,
        found=", ".join(told.watch.tags) or "no tags",
        reason=f"it asks for the tags {asked}",
    )


def of_severity(target: TargetSettings, told: Told) -> Finding | None:
    """`min_severity`: the change matters at least so much."""
    if target.min_severity == "low":
        return None
    asked = target.min_severity
    return Finding(
        rule="min_severity",
        met=_RANK[Severity(told.change.severity)] <= _RANK[Severity(asked)],
        asked=asked,
        found=told.change.severity,
        reason=f"it asks for severity {asked} or higher, this is {told.change.severity}",
    )


def of_boards(target: TargetSettings, told: Told) -> Finding | None:
    """`boards`: the watch is at one of these addresses or below it."""
    if not target.boards:
        return None
    asked = ", ".join(target.boards)
    return Finding(
        rule="boards",
        met=any(is_below(told.watch.url, board) for board in target.boards),
        asked=asked,
        found=told.watch.url,
        reason=f"it asks for what is below {asked}, this is {told.watch.url}",
    )


def of_organizations(target: TargetSettings, told: Told) -> Finding | None:
    """`organizations`: the posting is of one of them, before or after the told.change."""
    if not target.organizations:
        return None
    asked = ", ".join(target.organizations)
    names = organizations_of(told)
    found = " → ".join(names) or "no organization"
    wanted = {_letters(name) for name in target.organizations}
    return Finding(
        rule="organizations",
        met=not names or not wanted.isdisjoint(map(_letters, names)),
        asked=asked,
        found=found,
        reason=f"it asks for the organizations {asked}, this is of {found}",
    )


def of_keywords(target: TargetSettings, told: Told) -> Finding | None:
    """`keywords`: the title has one of those without a minus, before or after the change; none with one now."""
    if not target.keywords:
        return None
    titles = titles_of(told)
    wanted = [phrase for phrase in target.keywords if not phrase.startswith(WITHOUT)]
    unwanted = [phrase.removeprefix(WITHOUT) for phrase in target.keywords if phrase.startswith(WITHOUT)]
    present = not wanted or any(holds(title, phrase) for title in titles for phrase in wanted)
    spoiled = any(holds(titles[-1], phrase) for phrase in unwanted) if titles else False
    asked, found = ", ".join(target.keywords), " → ".join(titles) or "no title"
    return Finding(
        rule="keywords",
        met=not titles or (present and not spoiled),
        asked=asked,
        found=found,
        reason=f"it asks for titles with {asked}, this is “{found}”",
    )


def of_pay(target: TargetSettings, told: Told) -> Finding | None:
    """`pay`: a change of pay meets one of the conditions; other kinds are not touched."""
    if not target.pay or told.change.kind != Kind.PAY_CHANGED:
        return None
    asked, move = ", ".join(map(str, target.pay)), move_of(told.change.direction, told.change.before, told.change.after)
    return Finding(
        rule="pay",
        met=any(move.meets(condition) for condition in target.pay),
        asked=asked,
        found=str(move),
        reason=f"it asks for pay that was {asked}, this was {move}",
    )


#: Every rule, in the order in which they are named to the user: the first that is not met decides.
RULES: tuple[Rule, ...] = (of_kinds, of_tags, of_severity, of_boards, of_organizations, of_keywords, of_pay)


def titles_of(told: Told) -> tuple[str, ...]:
    """The titles that a change is about, the present one last: of a board's role its own, else the posting's."""
    roles = [it for it in (told.change.before, told.change.after) if isinstance(it, dict) and "title" in it]
    if roles:
        return tuple(role["title"] for role in roles)
    return _values(Kind.TITLE_CHANGED, told.change) or _known(told.posting.get("title"))


def organizations_of(told: Told) -> tuple[str, ...]:
    """The organizations that a change is about, the present one last."""
    return _values(Kind.ORGANIZATION_CHANGED, told.change) or _known(told.posting.get("organization"))


def is_below(url: str, board: str) -> bool:
    """Whether a URL is a board's or lies below it: "example.com/jobs/7" below "example.com/jobs", not "/jobs-eu"."""
    whole, part = _place(url), _place(board)
    return whole == part or ("?" not in part and whole.startswith((f"{part}/", f"{part}?")))


def holds(title: str, phrase: str) -> bool:
    """Whether a title has the words of a phrase, whole and in a row; "*" at an end: that word may go on."""
    return _pattern(phrase) in f" {_folded(title)} "


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> str:
    begin, end = ("" if ends else " " for ends in (phrase.startswith(_ANY), phrase.endswith(_ANY)))
    return f"{begin}{_folded(phrase.strip(_ANY))}{end}"


@lru_cache(maxsize=4096)
def _place(address: str) -> str:
    # What compares postings takes longer to load than a short command takes.
    from monitor.changes.links import link  # noqa: PLC0415 - see above

    return link(address if "://" in address else f"https://{address}")


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    from monitor.changes.words import folded  # noqa: PLC0415 - as in `_place`

    return _SIGNED.sub(lambda found: found[0].replace(" ", ""), folded(text))


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    """An organization's name as it compares: letters and digits, without accents and legal form."""
    from monitor.changes.fields import organization  # noqa: PLC0415 - as in `_place`

    return "".join(character for character in _folded(" ".join(organization(name))) if character.isalnum())


def _values(kind: Kind, change: NewChange | StoredChange) -> tuple[str, ...]:
    """The texts before and after of a change of this kind; none of another kind."""
    if change.kind != kind:
        return ()
    return tuple(it for it in (change.before, change.after) if isinstance(it, str) and it)


def _known(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()
