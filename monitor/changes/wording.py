"""The sentences of changes: one plain line for a person, without the posting's name and with page text shortened."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher

from monitor.amounts import amounts as _amounts
from monitor.amounts import with_unit
from monitor.changes.days import day_of
from monitor.vocabulary import Direction, WatchKind
from spiders.posting import Deadline, Pay, Role

#: The longest piece of page text in a sentence, characters.
LONGEST = 120
_LONGEST_WORDS = 80
_CONTEXT = 3
#: Texts of more words are shown from their beginning: finding the words that differ costs the square of them.
_MOST_WORDS = 400
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clip(text: str, longest: int = LONGEST) -> str:
    """Text of a page on one line, without control characters, cut with an ellipsis."""
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def moved(name: str, before: str | None, after: str | None) -> str:
    """Like "Title changed: A → B"; what is not given is "not given"."""
    return f"{name} changed: {clip(before or 'not given')} → {clip(after or 'not given')}"


def pay_changed(direction: Direction, before: Pay | None, after: Pay | None) -> str:
    """Like "Pay raised: $55 → $60 an hour"."""
    if after is None or before is None:
        return f"Pay {direction}: {money(before or after)}"
    same = (before.unit, before.currency) == (after.unit, after.currency)
    return f"Pay {direction}: {amounts(before) if same else money(before)} → {money(after)}"


def money(pay: Pay | None) -> str:
    """Like "$55–65 an hour", "from CHF 80,000 a year"."""
    return "not given" if pay is None else with_unit(pay.min, pay.max, pay.currency, pay.unit)


def amounts(pay: Pay) -> str:
    """Like "$55–65", without the unit."""
    return _amounts(pay.min, pay.max, pay.currency)


def deadline_changed(direction: Direction, before: Deadline | None, after: Deadline | None) -> str:
    """Like "Deadline extended by 2 days: 3 Feb 2026 17:00 UTC → 5 Feb 2026 17:00 UTC"."""
    if before is None or after is None:
        return f"Deadline {direction}: {moment(before or after)}"
    by = ""
    if direction in {Direction.EXTENDED, Direction.BROUGHT_FORWARD} and before.date_only == after.date_only:
        by = f" by {length(abs(after.at - before.at))}"
    return f"Deadline {direction.replace('_', ' ')}{by}: {moment(before)} → {moment(after)}"


def moment(deadline: Deadline | None) -> str:
    """Like "5 Feb 2026 17:00 UTC", or "5 Feb 2026" where the page gives a date only."""
    if deadline is None:
        return "none"
    if not deadline.date_only:
        return instant(deadline.at)
    day = day_of(deadline)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def instant(at: datetime) -> str:
    """Like "5 Feb 2026 17:00 UTC"."""
    utc = at.astimezone(UTC)
    return f"{utc.day} {_MONTHS[utc.month - 1]} {utc.year} {utc:%H:%M} UTC"


def length(span: timedelta) -> str:
    """Like "2 days", "1 day 3 hours", "40 minutes": the two largest units that count."""
    minutes = max(int(span.total_seconds() // 60), 1)
    sizes = ((minutes // 1440, "day"), (minutes % 1440 // 60, "hour"), (minutes % 60, "minute"))
    given = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in sizes if count]
    return " ".join(given[:2])


def description_changed(
    section: str, replaced: Sequence[tuple[str, str]], removed: Sequence[str], added: Sequence[str]
) -> str:
    """Like "Requirements changed: “3 years of Python” → “5 years of Python”", with the count of what else changed.

    One unit that went and one that came are said to be replaced, however little they have in common.
    """
    name = f"{section.capitalize()} changed"
    count = len(replaced) + len(removed) + len(added)
    old, new = ([clip(it, _LONGEST_WORDS) for it in texts[:1]] for texts in (removed, added))
    if replaced:
        first, then = around(*replaced[0])
        said, told = f"“{first}” → “{then}”", 1
    elif len(removed) == len(added) == 1:
        said, told = f"replaced “{old[0]}” by “{new[0]}”", 2
    else:
        said, told = ", ".join([*(f"added “{it}”" for it in new), *(f"removed “{it}”" for it in old)]), len(new + old)
    return f"{name}: {said}" + (f", and {count - told} more" if count > told else "")


def around(before: str, after: str) -> tuple[str, str]:
    """Two texts cut down to where they differ, with a few words on each side."""
    ours, theirs = before.split(), after.split()
    if len(ours) + len(theirs) > _MOST_WORDS:
        return clip(before, _LONGEST_WORDS), clip(after, _LONGEST_WORDS)
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    edits = [code for code in codes if code[0] != "equal"]
    if not edits:
        return clip(before, _LONGEST_WORDS), clip(after, _LONGEST_WORDS)
    first, last = edits[0], edits[-1]
    return _window(ours, first[1], last[2]), _window(theirs, first[3], last[4])


def _window(text: list[str], start: int, end: int) -> str:
    start, end = max(start - _CONTEXT, 0), min(end + _CONTEXT, len(text))
    piece = " ".join(text[start:end])
    return clip(("… " if start else "") + piece + (" …" if end < len(text) else ""), _LONGEST_WORDS)


def offset(span: timedelta) -> str:
    """A span as settings write it: "7d", "12h", "90m", "45s"."""
    seconds = int(span.total_seconds())
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "m")):
        if seconds and seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def reposted(before: str, after: str) -> str:
    """Like "Reposted under a new number: R-100 → R-205"."""
    return f"Reposted under a new number: {clip(before)} → {clip(after)}"


def role_reposted(role: Role) -> str:
    """Like "Reposted under a new address: ML Engineer"."""
    return f"Reposted under a new address: {clip(role.title)}"


def posting_added(role: Role) -> str:
    """Like "New posting: ML Engineer"."""
    return f"New posting: {clip(role.title)}"


def posting_removed(role: Role) -> str:
    """Like "Posting gone from the board: ML Engineer"."""
    return f"Posting gone from the board: {clip(role.title)}"


def sources_disagree(name: str, chosen: str | None, other: str) -> str:
    """Like "Sources disagree on the deadline: “5 February” and “1 March”"."""
    words = [f"“{clip(text, _LONGEST_WORDS)}”" for text in (chosen, other) if text]
    return f"Sources disagree on the {name}: {' and '.join(words)}"


def sources_agree(name: str) -> str:
    """Like "Sources agree again on the deadline"."""
    return f"Sources agree again on the {name}"


def deadline_soon(deadline: Deadline, left: timedelta, late: timedelta | None) -> str:
    """Like "Deadline in 1 day 23 hours: 5 Feb 2026 17:00 UTC", with how late the reminder is, where it is."""
    return f"Deadline in {length(left)}: {moment(deadline)}{_told_late(late)}"


def deadline_passed(deadline: Deadline, late: timedelta | None) -> str:
    """Like "Deadline passed: 5 Feb 2026 17:00 UTC", with how late the reminder is, where it is."""
    return f"Deadline passed: {moment(deadline)}{_told_late(late)}"


def _told_late(late: timedelta | None) -> str:
    return f" (told {length(late)} late)" if late else ""


def removed(what: WatchKind, reason: str) -> str:
    """Like "Posting removed: the server answered 404"."""
    return f"{what.capitalize()} removed: {clip(reason)}"


def restored(what: WatchKind, since: datetime) -> str:
    """Like "Posting is back; it was missing since 5 Feb 2026 17:00 UTC"."""
    return f"{what.capitalize()} is back; it was missing since {instant(since)}"


def unreachable(since: datetime, checks: int, reason: str) -> str:
    """Like "Not readable since 5 Feb 2026 17:00 UTC (3 checks): connection refused"."""
    return f"Not readable since {instant(since)} ({checks} checks): {clip(reason)}"


def blocked(since: datetime, checks: int, reason: str) -> str:
    """Like "Access refused since 5 Feb 2026 17:00 UTC (3 checks): 403"."""
    return f"Access refused since {instant(since)} ({checks} checks): {clip(reason)}"


def recovered(since: datetime) -> str:
    """Like "Readable again; it was not since 5 Feb 2026 17:00 UTC"."""
    return f"Readable again; it was not since {instant(since)}"
