"""Amounts of a text with the words around them, and how much speaks for each being the posting's pay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from spiders.posting import PayUnit
from spiders.reading.characters import plain
from spiders.reading.currencies import CURRENCIES, implied, unit_by_magnitude
from spiders.reading.money import Money, money
from spiders.reading.passages import clause_end, clause_start, label_start
from spiders.reading.pay_units import unit_before
from spiders.reading.pay_words import (
    is_on_top,
    is_other_after,
    is_other_before,
    is_other_period,
    is_pay_after,
    last_pay_word,
)

#: An amount is pay from this score on; see `_score`.
_ENOUGH = 3
_REACH = 120
#: Words for something else count from this near where the amount itself looks like pay.
_NEAR = 32
#: A label of so many letters or fewer says nothing; the line before it may.
_EMPTY_LABEL = 3
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
#: Pay in these is also written in millions ("6-8 million yen").
_SMALL = frozenset({"JPY", "HUF", "KRW", "VND", "ISK", "CLP", "COP", "ARS", "INR"})
_NOT_WORDS = re.compile(r"[\W\d_]+")
_ALONE_BEFORE = re.compile(r"[^\w,;]{0,6}(?:c|ca\.?|circa|approx\.?|from|up to|usd)?\W{0,2}")
_ALONE_AFTER = re.compile(
    r"\W{0,6}(?:(?:base|gross|brutto|equity|bonus|benefits|and|ote|total|comp|package|salary|doe|negotiable|\d{1,2})(?!\w)\W{0,5}){0,6}"
    r"(?:(?:\+|\(|plus(?!\w)).{0,60})?"
)
_SEPARATED = re.compile(r"(?:\s-{1,2}\s|[(:])[^\w,;]{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An amount that may be the pay."""

    money: Money
    #: Where its label begins: its clause, or the line before where the clause has no words.
    label_start: int
    #: The plain words from there to the amount …
    label: str
    #: … and after it, to the end of its clause.
    following: str
    #: Whether it has a line, a cell or a bracket for itself.
    alone: bool
    currency: str | None
    unit: PayUnit | None
    implied: tuple[str, ...]
    #: Whether only the label names the unit.
    unit_in_label: bool


def candidates(text: str, *, country: str | None, language: str | None) -> list[tuple[int, Candidate]]:
    """The amounts of `text` that read as pay, each with its score, in order."""
    flat = plain(text)
    amounts = money(flat)
    dollar = _one_dollar(amounts)
    scored = []
    for amount in amounts:
        made = _candidate(text, flat, amount, country=country, language=language, dollar=dollar)
        score = _score(made)
        if score >= _ENOUGH:
            scored.append((score, made))
    return scored


def _one_dollar(amounts: Sequence[Money]) -> str | None:
    """The dollar that the page names once and means with every "$"."""
    named = {it.currency for it in amounts if it.currency in _DOLLARS}
    return named.pop() if len(named) == 1 else None


def _candidate(
    text: str, flat: str, amount: Money, *, country: str | None, language: str | None, dollar: str | None
) -> Candidate:
    start = clause_start(text, amount.start, reach=_REACH)
    own = flat[start : amount.start]
    if len(_NOT_WORDS.sub("", own)) <= _EMPTY_LABEL:
        start = label_start(text, start)
    label = flat[start : amount.start]
    following = flat[amount.end : clause_end(text, amount.end, reach=60)]
    currency, currency_implied = _currency(amount, country=country, language=language, dollar=dollar)
    in_label = _unit_in_label(label, amount, currency) if amount.unit is None else None
    no_size = amount.unit or in_label or is_other_period(following)
    by_size = None if no_size else unit_by_magnitude(float(amount.high), currency)
    return Candidate(
        money=amount,
        label_start=start,
        label=label,
        following=following,
        alone=_is_alone(own, following),
        currency=currency,
        unit=amount.unit or in_label or by_size,
        implied=("currency",) * currency_implied + ("unit",) * (by_size is not None),
        unit_in_label=in_label is not None,
    )


def _currency(
    amount: Money, *, country: str | None, language: str | None, dollar: str | None
) -> tuple[str | None, bool]:
    """The code, and whether it is implied only."""
    if amount.currency:
        return amount.currency, False
    mark = amount.marks[0] if amount.marks else None
    code = dollar if dollar and mark == "$" else implied(mark, country, language)
    return code, code is not None


def _unit_in_label(label: str, amount: Money, currency: str | None) -> PayUnit | None:
    """The unit that the label names, where the amount can be that."""
    unit = unit_before(label)
    return unit if unit and _is_plausible(amount.high, unit, currency) else None


def _is_plausible(amount: Decimal, unit: PayUnit, currency: str | None) -> bool:
    """Whether somebody could be paid so much for that time."""
    known = CURRENCIES.get(currency or "", CURRENCIES["EUR"])
    least, most = {
        PayUnit.HOUR: (0, known.month_from),
        PayUnit.DAY: (0, known.year_from),
        PayUnit.WEEK: (0, known.year_from),
        PayUnit.MONTH: (known.month_from // 10, known.year_from * 12),
        PayUnit.YEAR: (known.month_from, known.year_from * 1_000),
    }[unit]
    return least <= amount <= most


def _is_alone(own_label: str, following: str) -> bool:
    return bool(
        (_ALONE_BEFORE.fullmatch(own_label) or _SEPARATED.search(own_label)) and _ALONE_AFTER.fullmatch(following)
    )


def _score(candidate: Candidate) -> int:
    """How much speaks for it: 0 where something speaks against it."""
    amount, label = candidate.money, candidate.label
    if amount.huge and candidate.currency not in _SMALL:
        return 0
    near = label[-_NEAR:] if amount.is_range and amount.unit else label
    if is_on_top(label) or is_other_before(near) or is_other_after(candidate.following):
        return 0
    named = last_pay_word(label) >= 0
    if not amount.marks and not (named and candidate.unit and (amount.styled or amount.unit)):
        return 0
    return (
        3 * named
        + 2 * is_pay_after(candidate.following)
        + 2 * (candidate.unit is not None and "unit" not in candidate.implied)
        + 2 * amount.is_range
        + 2 * candidate.alone
        + _fits(candidate)
    )


def _fits(candidate: Candidate) -> int:
    """1 where the amount is of a size that its unit is paid in, -2 where it is far from it."""
    if candidate.unit is None:
        return 0
    return 1 if _is_plausible(candidate.money.high, candidate.unit, candidate.currency) else -2
