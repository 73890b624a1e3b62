"""Pay in a posting's own text: which of the amounts of money are it, and what they say.

Every amount is judged by the words around it. Nothing is guessed: an amount that nothing speaks for is not pay,
a unit or currency that is not written is marked as implied or left out.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from spiders.posting import Pay
from spiders.reading.characters import folded
from spiders.reading.found import Found
from spiders.reading.pay_candidates import Candidate, candidates
from spiders.reading.pay_places import by_place
from spiders.reading.pay_words import is_lower_bound_after, lower_bound, upper_bound

_ROUNDED_TO = 1_000


def find_pay(text: str, *, country: str | None = None, language: str | None = None) -> Found[Pay] | None:
    """The pay that a posting's own `text` states, or None.

    Args:
        text: The posting's own text, lines and cells separated by newlines. Similar postings must be left out.
        country: ISO 3166 alpha-2 code of the posting's place: says which dollar "$" is and which krone "kr".
        language: ISO 639-1 code of the text, for the same.

    Returns:
        The best candidate of `pays`. Where several ranges of one currency and unit stand side by side for
        several places, one that spans them.
    """
    scored = candidates(text, country=country, language=language)
    if not scored:
        return None
    _, best = max(scored, key=lambda it: (it[0], it[1].money.is_range))
    found = [it for _, it in scored]
    beside = [it for _, it in by_place(text, found) if it.currency == best.currency and it.unit == best.unit]
    if best in beside and len(beside) > 1:
        return _spanning(text, [_found(text, it) for it in beside])
    return _found(text, _more_exact(best, found))


def pays(text: str, *, country: str | None = None, language: str | None = None) -> tuple[Found[Pay], ...]:
    """Every amount in `text` that reads as the posting's pay, in the text's order; arguments as of `find_pay`."""
    return tuple(_found(text, it) for _, it in candidates(text, country=country, language=language))


def pays_by_place(
    text: str, *, country: str | None = None, language: str | None = None
) -> tuple[tuple[str, Found[Pay]], ...]:
    """Of `pays` those said for one place each, with it as the text names it ("New York", "Zone A"); none or several."""
    found = [it for _, it in candidates(text, country=country, language=language)]
    return tuple((place, _found(text, it)) for place, it in by_place(text, found))


def _spanning(text: str, found: Sequence[Found[Pay]]) -> Found[Pay]:
    """One pay from the least to the most of several."""
    start, end = found[0].start, found[-1].end
    least = [it.value.min for it in found]
    most = [it.value.max for it in found]
    pay = replace(
        found[0].value,
        min=None if None in least else min(it for it in least if it is not None),
        max=None if None in most else max(it for it in most if it is not None),
        text=folded(text[start:end]),
    )
    return Found.of(pay, text, start, end)


def _found(text: str, candidate: Candidate) -> Found[Pay]:
    amount = candidate.money
    low, high, start = _ends(candidate)
    if candidate.unit_in_label:
        start = candidate.label_start
    quote = text[start : amount.end]
    pay = Pay(
        min=low,
        max=high,
        currency=candidate.currency,
        unit=candidate.unit,
        implied=candidate.implied,
        text=folded(quote),
    )
    return Found(pay, quote, start, amount.end)


def _ends(candidate: Candidate) -> tuple[Decimal | None, Decimal | None, int]:
    """The least, the most, and where the words begin that say so."""
    amount, label = candidate.money, candidate.label
    if amount.is_range:
        return amount.low, amount.high, amount.start
    most = upper_bound(label)
    if most is not None:
        return None, amount.high, candidate.label_start + most
    least = lower_bound(label)
    if least is not None:
        return amount.low, None, candidate.label_start + least
    if amount.plus or is_lower_bound_after(candidate.following):
        return amount.low, None, amount.start
    return amount.low, amount.high, amount.start


def _more_exact(best: Candidate, others: Sequence[Candidate]) -> Candidate:
    """The one that `best` rounds, where a page says both "$129k - $155k" and "$129,500 to $155,400"."""
    return next((it for it in others if _rounds(best, it)), best)


def _rounds(rough: Candidate, exact: Candidate) -> bool:
    pairs = ((rough.money.low, exact.money.low), (rough.money.high, exact.money.high))
    return (
        rough.currency == exact.currency
        and rough.money.is_range is exact.money.is_range
        and any(a != b for a, b in pairs)
        and all(a % _ROUNDED_TO == 0 and abs(a - b) < _ROUNDED_TO for a, b in pairs)
    )
