"""What of a posting's facts a sentence names, in whatever words, and what else it says.

Values are found as the readers find them (money, dates, statements of status, words of a workplace), so that every
language and spelling that can be read is known here too.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal

from monitor.changes.days import zone_of
from monitor.changes.fields import organization, title
from monitor.changes.fillers import FRAMES, PLAIN
from monitor.changes.links import link
from monitor.changes.places import spellings, without_postcode, without_region
from monitor.changes.unnamed_pay import unnamed_pay
from monitor.changes.words import folded, normal, words
from spiders.posting import UNITS_PER_YEAR, Pay, Posting, Source
from spiders.reading import employment, workplace
from spiders.reading.characters import plain
from spiders.reading.dates import DateMention, dates
from spiders.reading.moments import Setting, time_around
from spiders.reading.money import money
from spiders.reading.months import month
from spiders.reading.pay import find_pay
from spiders.reading.status import find_status

_NUMBER = re.compile(r"\d{1,4}")
_WRITTEN_NUMBER = re.compile(r"\d[\d.,]*")
_TERM = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
_RUN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|&")
_ADDRESS = re.compile(r"[^\s<>()\"“”,;]{4,300}")
#: The words of a value are at most so many.
_MOST_TERMS = 3
#: Evidence of more words is a sentence, and more than the value.
_SHORT_EVIDENCE = 6
#: Amounts that come to the same in other units are rounded by the page.
_ROUNDED = Decimal("0.01")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence, with what it names of a posting's facts."""

    #: Names of `Posting`'s fields.
    topics: frozenset[str]
    #: The words of the sentence without the values it names, and without words that carry no fact beside them.
    rest: Counter[str]


def mention(text: str, postings: Sequence[Posting], fields: Iterable[str], frames: Iterable[str] = ()) -> Mention:
    """What a sentence names of some fields of a posting, and what else it says.

    Args:
        text: the sentence.
        postings: the readings whose values to look for, that of the sentence first.
        fields: names of fields to look for.
        frames: fields whose filling words carry no fact either; those of the named fields never do.
    """
    rest = normal(text)
    topics = set()
    for name in sorted(_WAYS.keys() & set(fields), key=lambda it: (it != "title", it)):  # a title may name the others
        spans = sorted(span for posting in postings for span in _spans(name, rest, posting))
        if spans:
            topics.add(name)
            rest = _without(rest, spans)
    rest, another = _another_pay(rest, postings[0]) if "pay" in fields and "pay" not in topics else (rest, ())
    if "pay" in fields and "pay" not in topics and not another:
        rest, unnamed = _unnamed_pay(rest, postings)
        topics |= {"pay"} if unnamed else set()
    topics |= {"pay"} if another else set()
    left = Counter([*_telling(rest, topics | set(frames), postings), *another])
    return Mention(frozenset(topics), left)


def _telling(text: str, topics: set[str], postings: Iterable[Posting]) -> Iterator[str]:
    """The words of a text that carry a fact of their own beside these topics."""
    empty = PLAIN.union(*(FRAMES.get(name, frozenset()) for name in topics)) if topics else frozenset()
    numbers = frozenset(it for posting in postings for it in _date_numbers(posting) if "deadline" in topics)
    return (word for word in words(text) if word not in empty and not _is_of(word, numbers))


def _another_pay(text: str, posting: Posting) -> tuple[str, tuple[str, ...]]:
    """A sentence without a pay that is not the posting's, and that pay in words that are equal for equal pay."""
    found = find_pay(text, language=posting.language)
    if not found:
        return text, ()
    pay = found.value
    ends = (format(end.normalize(), "f") if end is not None else "open" for end in (pay.min, pay.max))
    return _without(text, [(found.start, found.end)]), (*ends, pay.currency or "", pay.unit or "")


def _unnamed_pay(text: str, postings: Sequence[Posting]) -> tuple[str, bool]:
    """A sentence without the words that stand in place of a pay which only the other reading names, if it has any."""
    own, *others = postings
    spans = list(unnamed_pay(text)) if own.pay is None and any(it.pay for it in others) else []
    rest = _without(text, spans)
    left = frozenset(words(rest))
    if not spans or (left and left.isdisjoint(FRAMES["pay"])):
        return text, False
    return rest, True


def _without(text: str, spans: Iterable[Span]) -> str:
    pieces, position = [], 0
    for start, end in spans:
        if start >= position:
            pieces.append(text[position:start])
        position = max(position, end)
    return " ".join([*pieces, text[position:]])


def _spans(name: str, text: str, posting: Posting) -> list[Span]:
    """Where a sentence writes the value of a field; where it does not, where it holds the field's short evidence."""
    found = list(_WAYS[name](text, posting))
    evidence = posting.evidence.get(name)
    if found or not evidence or name in {"pay", "deadline"} or len(words(evidence.text)) > _SHORT_EVIDENCE:
        return found
    return list(_written(text, words(evidence.text)))


def _pay(text: str, posting: Posting) -> Iterator[Span]:
    if not posting.pay:
        return
    amounts = _amounts(posting.pay)
    flat = plain(text)
    found = [it for it in money(flat) if _is_among(it.low, amounts) and _is_among(it.high, amounts)]
    yield from ((it.start, it.end) for it in found)
    for number in _WRITTEN_NUMBER.finditer(flat) if found else ():
        if _is_among(_number(number[0]), amounts):
            yield number.span()


def _amounts(pay: Pay) -> frozenset[Decimal]:
    """The ends of the pay, and what they come to in other units."""
    ends = {amount for amount in (pay.min, pay.max) if amount is not None}
    if pay.unit is None:
        return frozenset(ends)
    yearly = {amount for amount in (pay.annual_min, pay.annual_max) if amount is not None}
    return frozenset(ends | {amount / count for amount in yearly for count in UNITS_PER_YEAR.values()})


def _is_among(amount: Decimal | None, amounts: Iterable[Decimal]) -> bool:
    return amount is not None and any(abs(amount - known) <= known * _ROUNDED for known in amounts)


def _number(written: str) -> Decimal | None:
    plain_words = words(written.rstrip(".,"))
    text = plain_words[0].replace(",", ".") if len(plain_words) == 1 else ""
    return Decimal(text) if re.fullmatch(r"\d{1,12}(?:\.\d{1,3})?", text) else None


def _deadline(text: str, posting: Posting) -> Iterator[Span]:
    if not posting.deadline:
        return
    at = posting.deadline.at
    days = {at.astimezone(zone_of(posting.deadline)).date(), at.astimezone(UTC).date()}
    flat = plain(text)
    setting = Setting(
        language=posting.language, country=None, place_zone=None, posted_on=posting.posted_on, seen_on=min(days)
    )
    for it in dates(flat, language=posting.language):
        if any(_may_be(it, day) for day in days):
            time = time_around(text, flat, it, setting, floor=0)
            yield (min(it.start, time.start), max(it.end, time.end)) if time else (it.start, it.end)


def _may_be(mention: DateMention, day: date) -> bool:
    readings = (mention, mention.swapped()) if mention.ambiguous else (mention,)
    return mention.year in {None, day.year} and any((it.month, it.day) == (day.month, day.day) for it in readings)


def _date_numbers(posting: Posting) -> frozenset[int]:
    """The numbers that write the deadline's day and time, in its zone and in UTC."""
    if not posting.deadline:
        return frozenset()
    at = posting.deadline.at
    moments = (at.astimezone(zone_of(posting.deadline)), at.astimezone(UTC))
    return frozenset(
        number for it in moments for number in (it.day, it.month, it.year, it.hour, it.hour % 12 or 12, it.minute)
    )


def _is_of(word: str, numbers: frozenset[int]) -> bool:
    return word[0].isdecimal() and {int(it) for it in _NUMBER.findall(word)} <= numbers


def _start(text: str, posting: Posting) -> Iterator[Span]:
    """The numbers of the start and the name of its month, in a sentence with its year: "may" alone is a verb."""
    year, *parts = (int(part) for part in (posting.starts_on or "0").split("-"))
    if not posting.starts_on or str(year) not in text:
        return
    yield from (it.span() for it in _TERM.finditer(text) if _is_month(it[0], parts[:1], posting.language))
    yield from (it.span() for it in re.finditer(r"\d{1,9}", text) if int(it[0]) in {year, *parts})


def _is_month(word: str, numbers: list[int], language: str | None) -> bool:
    return month(word.casefold().rstrip("."), language) in numbers


def _workplace(text: str, posting: Posting) -> Iterator[Span]:
    value = posting.workplace
    return _terms(text, lambda term: workplace.from_words(term) is value) if value else iter(())


def _employment(text: str, posting: Posting) -> Iterator[Span]:
    value = posting.employment_type
    return _terms(text, lambda term: employment.from_words(term) is value) if value else iter(())


def _terms(text: str, is_value: Callable[[str], bool]) -> Iterator[Span]:
    """The shortest runs of words that read as a value."""
    terms = [it.span() for it in _TERM.finditer(text)]
    for size in range(1, _MOST_TERMS + 1):
        runs = [(one[0], other[1]) for one, other in zip(terms, terms[size - 1 :], strict=False)]
        found = [run for run in runs if is_value(text[slice(*run)])]
        if found:
            yield from found
            return


def _places(text: str, posting: Posting) -> Iterator[Span]:
    """The town or region, with a postcode before it and a region behind it."""
    for name in {name for location in posting.locations for name in spellings(location)}:
        for start, end in _written(text, tuple(name.split()), lambda said: tuple(folded(said).split())):
            yield len(without_postcode(text[:start])), len(text) - len(without_region(text[end:]))


def _status(text: str, posting: Posting) -> Iterator[Span]:
    found = find_status(text, head_length=len(text) + 1)
    if found and found.value is posting.status:
        yield found.start, found.end


def _address(text: str, posting: Posting) -> Iterator[Span]:
    wanted = {link(posting.apply_url or ""), link(posting.apply_url or "").removeprefix("mailto:")}
    for it in _ADDRESS.finditer(text):
        address = it[0].rstrip(".")
        if "." in address and not wanted.isdisjoint({link(address), link(f"https://{address}"), address.casefold()}):
            yield it.span()


def _conflicts(text: str, posting: Posting) -> Iterator[Span]:
    """What another source says, where it is the text that says it."""
    for name, evidence in posting.conflicts.items():
        chosen = posting.evidence.get(name)
        for it in (evidence, chosen):
            if it and it.source is Source.TEXT:
                yield from _written(text, words(it.text))


def _title(text: str, posting: Posting) -> Iterator[Span]:
    return _names(text, posting.title, title)


def _organization(text: str, posting: Posting) -> Iterator[Span]:
    return _names(text, posting.organization, organization)


def _number_of_opening(text: str, posting: Posting) -> Iterator[Span]:
    return _written(text, words(posting.requisition_id or ""))


def _names(text: str, name: str | None, compared: Callable[[str], tuple[str, ...]]) -> Iterator[Span]:
    """A name as it is, or as it compares: without "(m/w/d)", "GmbH"."""
    for value in {words(name or ""), compared(name or "")}:
        yield from _written(text, value)


def _written(text: str, value: tuple[str, ...], spoken: Callable[[str], tuple[str, ...]] = words) -> Iterator[Span]:
    """Where a text holds these words in a row, whatever marks stand between them."""
    wanted = tuple(word for word in value if word[0].isalnum())
    if not wanted:
        return
    terms = [(it.start(), it.end(), spoken(it[0])) for it in _RUN.finditer(text)]
    for index, (start, _, first) in enumerate(terms):
        said: tuple[str, ...] = ()
        for _, end, these in terms[index:] if first[:1] == wanted[:1] else ():
            said += these
            if said == wanted:
                yield start, end
            if len(said) >= len(wanted) or said != wanted[: len(said)]:
                break


_WAYS: Mapping[str, Callable[[str, Posting], Iterator[Span]]] = {
    "pay": _pay,
    "deadline": _deadline,
    "starts_on": _start,
    "workplace": _workplace,
    "employment_type": _employment,
    "locations": _places,
    "status": _status,
    "apply_url": _address,
    "conflicts": _conflicts,
    "title": _title,
    "organization": _organization,
    "requisition_id": _number_of_opening,
}
