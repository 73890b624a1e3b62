"""Words of the text that only say again what another kind tells: pay, deadline, or a field that was told.

Each edit is told by exactly one kind. "The hourly rate is $60" that becomes "$65" is `pay_changed` and no more;
"February 5, 2026 at 12:00 PM ET" that becomes "5 Feb 2026, 17:00 GMT" is nothing at all. What else such a sentence
says still counts: a bonus that changed beside the rate is a `description_changed` of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC
from decimal import Decimal, InvalidOperation

from monitor.changes.days import zone_of
from monitor.changes.fillers import ANY_MONTH, DEADLINE_WORDS, MONTHS, PAY_WORDS, PLAIN
from monitor.changes.units import Edits, Unit
from monitor.changes.words import words
from spiders.posting import Deadline, Pay, Posting

_NUMBER = re.compile(r"\d+")
#: A sentence that came or went and says no more than so many words beside what was told, says nothing more.
_MOST_ELSE = 3
_SHORT_EVIDENCE = 40
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side's text may say again."""

    pay: Pay | None
    deadline: Deadline | None
    #: The numbers that the deadline is written with.
    dates: frozenset[int]
    #: The texts of fields that were told, as words.
    told: tuple[tuple[str, ...], ...]
    amounts: frozenset[Decimal] = field(default=frozenset())


def without_retold(edits: Edits, before: Posting, after: Posting, told: frozenset[str]) -> Edits:
    """The edits that say something of their own.

    Args:
        edits: how the text changed.
        before: the posting that the text was part of.
        after: the posting that it is part of now.
        told: fields (`Posting`'s names) of which a change was told.
    """
    old, new = _side(before, told), _side(after, told)
    return Edits(
        replaced=tuple(pair for pair in edits.replaced if not _same_else(*pair, old, new)),
        removed=tuple(unit for unit in edits.removed if not _says_no_more(unit, old)),
        added=tuple(unit for unit in edits.added if not _says_no_more(unit, new)),
    )


def _same_else(one: Unit, other: Unit, old: _Side, new: _Side) -> bool:
    """Whether a reworded unit says the same apart from what is told elsewhere."""
    topics = _topics(one, old) | _topics(other, new)
    if not topics:
        return False
    return _content(one, old, topics) == _content(other, new, topics)


def _says_no_more(unit: Unit, side: _Side) -> bool:
    topics = _topics(unit, side)
    return bool(topics) and _content(unit, side, topics).total() <= _MOST_ELSE


def _topics(unit: Unit, side: _Side) -> frozenset[str]:
    """What of the side's facts a unit speaks of."""
    found = set()
    if side.amounts and side.amounts <= {amount for word in unit.words for amount in _readings(word, side.amounts)}:
        found.add("pay")
    if side.deadline and _names_day(unit, side):
        found.add("deadline")
    if _told_words(unit, side):
        found.add("told")
    return frozenset(found)


def _content(unit: Unit, side: _Side, topics: frozenset[str]) -> Counter[str]:
    """The words of a unit that are not accounted for by its topics."""
    told = _told_words(unit, side) | PLAIN
    return Counter(word for word in unit.words if word not in told and not _accounted(word, side, topics))


def _told_words(unit: Unit, side: _Side) -> frozenset[str]:
    """The words of the told texts that stand in a unit as they are, or that it is a piece of."""
    found = (text for text in side.told if _contains(unit.words, text) or _contains(text, unit.words))
    return frozenset(word for text in found for word in text)


def _contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[start : start + size] == part for start in range(len(whole) - size + 1))


def _accounted(word: str, side: _Side, topics: frozenset[str]) -> bool:
    if "pay" in topics and (word in PAY_WORDS or _readings(word, side.amounts)):
        return True
    return "deadline" in topics and (word in DEADLINE_WORDS or word in ANY_MONTH or _only_dates(word, side))


def _side(posting: Posting, told: frozenset[str]) -> _Side:
    pay, deadline = posting.pay, posting.deadline
    return _Side(
        pay=pay,
        deadline=deadline,
        dates=_date_numbers(posting) if deadline else frozenset(),
        told=tuple(filter(None, (words(text) for name in sorted(told) for text in _told_texts(posting, name)))),
        amounts=frozenset(amount for amount in (pay.min, pay.max) if amount is not None) if pay else frozenset(),
    )


def _told_texts(posting: Posting, name: str) -> Iterator[str]:
    """The words that a told field was read from. Pay and deadline are accounted for by their values."""
    if name in {"pay", "deadline"}:
        return
    evidence = posting.evidence.get(name)
    if evidence:
        yield " ".join(evidence.text.split()[:_SHORT_EVIDENCE])
    value = getattr(posting, name, None)
    if isinstance(value, str) and not value.startswith("http"):
        yield value.replace("_", " ")
    elif isinstance(value, tuple):
        yield from (it for it in value if isinstance(it, str))


def _readings(word: str, amounts: Iterable[Decimal]) -> set[Decimal]:
    """The amounts that a number may stand for: "60", "60.00", "60.000" (sixty thousand), "60" before a k."""
    if not word[:1].isdecimal():
        return set()
    values = {_decimal(word.replace(",", "")), _decimal(word.replace(".", "").replace(",", "."))}
    values |= {_decimal(word.replace(".", "").replace(",", ""))}
    known = {value for value in values if value is not None}
    return {amount for amount in amounts if any(amount in {value, value * _THOUSAND} for value in known)}


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _date_numbers(posting: Posting) -> frozenset[int]:
    """The numbers that may write the deadline: of its words, and of its day and time in its zone and in UTC."""
    deadline = posting.deadline
    if deadline is None:
        return frozenset()
    evidence = posting.evidence.get("deadline")
    texts = [deadline.text, evidence.text if evidence else ""]
    found = {int(number) for text in texts for number in _NUMBER.findall(text) if len(number) <= len("2026")}
    for at in (deadline.at.astimezone(zone_of(deadline)), deadline.at.astimezone(UTC)):
        found |= {at.day, at.month, at.year, at.hour, at.hour % 12 or 12, at.minute, at.year % 100}
    return frozenset(found)


def _names_day(unit: Unit, side: _Side) -> bool:
    """Whether a unit writes the day of the deadline: its number with its month's name or number."""
    assert side.deadline is not None
    day = side.deadline.at.astimezone(zone_of(side.deadline))
    numbers = [int(number) for word in unit.words for number in _NUMBER.findall(word) if len(number) <= len("2026")]
    named = not MONTHS[day.month - 1].isdisjoint(unit.words)
    return day.day in numbers and (named or (day.month in numbers and day.year in numbers))


def _only_dates(word: str, side: _Side) -> bool:
    numbers = [number for number in _NUMBER.findall(word) if len(number) <= len("2026")]
    return word[:1].isdecimal() and bool(numbers) and all(int(number) in side.dates for number in numbers)
