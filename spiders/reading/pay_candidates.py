"""Amounts of a text with the words around them, and how much speaks for each being the posting's pay."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from spiders.posting import PayUnit
from spiders.reading.characters import plain
from spiders.reading.currencies import CURRENCIES, implied, unit_by_magnitude
from spiders.reading.money import Money, money
from spiders.reading.passages import clause_end, clause_start, label_start
from spiders.reading.pay_units import unit_before
from spiders.reading.pay_words import (
    is_lesser,
    is_on_top,
    is_other_after,
    is_other_before,
    is_other_period,
    is_pay_after,
    last_pay_word,
    lists_benefits,
)

#: An amount is pay from this score on; see `_score`.
_ENOUGH = 3
_REACH = 120
#: No posting names so many amounts; a price list, or who would keep us busy, does.
_MOST = 1_000
#: The most of a range is so many times its least, where nothing but its size speaks for pay.
_WIDEST_UNNAMED = 4
#: Words for something else count from this near where the amount itself looks like pay.
_NEAR = 32
#: A label of so many letters or fewer says nothing; the line before it may.
_EMPTY_LABEL = 3
_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD"})
#: Pay in these is also written in millions ("6-8 million yen").
_SMALL = frozenset({"JPY", "HUF", "KRW", "VND", "ISK", "CLP", "COP", "ARS", "INR"})
#: The least that is paid for a time, as a share of the least of a month.
_LEAST_OF_MONTH = {
    PayUnit.HOUR: Decimal("0.005"),
    PayUnit.DAY: Decimal("0.1"),
    PayUnit.WEEK: Decimal("0.2"),
    PayUnit.MONTH: Decimal("0.8"),
    PayUnit.YEAR: Decimal("6.5"),
}
_NOT_WORDS = re.compile(r"[\W\d_]+")
_ALONE_BEFORE = re.compile(r"[^\w,;]{0,6}(?:c|ca\.?|circa|approx\.?|from|up to|usd)?\W{0,2}")
_ALONE_AFTER = re.compile(
    r"\W{0,6}(?:(?:base|gross|brutto|equity|bonus|benefits|and|ote|total|comp|package|salary|doe|negotiable"
    r"|\d{1,2})(?!\w)\W{0,5}){0,6}"
    r"(?:(?:\+|\(|plus(?!\w)).{0,60})?"
)
#: These end no sentence, though a capital follows ("mind. EUR 49.000").
_ABBREVIATED = re.compile(r"(?<!\w)(?:mind|min|max|ca|cca|approx|inkl|incl|zzgl|bzw|lt|gem|mtl|jhrl|est)\.\s\Z")
_IN_LAKHS = re.compile(r"lakh|lac|lpa|crore|\dl(?!\w)|\d,\d{2},\d{3}")
#: Right behind an amount these are only said of pay.
_GROSS = re.compile(
    r"(?<!\w)(?:gross|brutto|bruttó|bruto|brutos|brutas|bruta|bruts?|brutes?|lord[oiae]|hrubého|čistého|netto|netti"
    r"|netos?|nettes?|бруто)(?!\w)"
    r"(?! (?:revenue|profit|margin|sales|domestic|weight|merchandise|floor|bookings|premium|inlandsprodukt))"
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
    #: Whether gross or net pay is said of it.
    gross: bool
    #: Whether it is written as amounts of rupees are.
    in_lakhs: bool
    #: Whether only the label names the unit.
    unit_in_label: bool


@lru_cache(maxsize=4)  # asked for the pay of a page, and for that of each place
def candidates(text: str, *, country: str | None, language: str | None) -> tuple[tuple[int, Candidate], ...]:
    """The amounts of `text` that read as pay, each with its score, in order."""
    flat = plain(text)
    amounts = money(flat)
    dollar = _one_dollar(amounts)
    scored = []
    for amount in amounts[:_MOST]:
        made = _candidate(text, flat, amount, country=country, language=language, dollar=dollar)
        score = _score(made)
        if score >= _ENOUGH:
            scored.append((score, made))
    return tuple(scored)


def _one_dollar(amounts: Sequence[Money]) -> str | None:
    """The dollar that the page names once and means with every "$"."""
    named = {it.currency for it in amounts if it.currency in _DOLLARS}
    return named.pop() if len(named) == 1 else None


def _candidate(
    text: str, flat: str, amount: Money, *, country: str | None, language: str | None, dollar: str | None
) -> Candidate:
    start = clause_start(text, amount.start, reach=_REACH)
    if _ABBREVIATED.search(flat, max(0, start - 8), start):
        start = clause_start(text, start - 2, reach=_REACH)
    own = flat[start : amount.start]
    if len(_NOT_WORDS.sub("", own)) <= _EMPTY_LABEL:
        start = label_start(text, start)
    label = flat[start : amount.start]
    following = flat[amount.end : clause_end(text, amount.end, reach=60)]
    in_lakhs = _IN_LAKHS.search(flat, amount.start, amount.end) is not None
    currency, currency_implied = _currency(amount, in_lakhs=in_lakhs, country=country, language=language, dollar=dollar)
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
        gross=_GROSS.search(flat, amount.start, min(len(flat), amount.end + 14)) is not None,
        in_lakhs=in_lakhs,
        unit_in_label=in_label is not None,
    )


def _currency(
    amount: Money, *, in_lakhs: bool, country: str | None, language: str | None, dollar: str | None
) -> tuple[str | None, bool]:
    """The code, and whether it is implied only."""
    if amount.currency:
        return amount.currency, False
    mark = amount.marks[0] if amount.marks else None
    code = dollar if dollar and mark == "$" else implied(mark, country, language)
    if code is None and mark is None and in_lakhs:
        code = "INR"
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
    listed = amount.is_range and amount.unit and lists_benefits(candidate.following)
    if is_on_top(label) or is_other_before(near) or (is_other_after(candidate.following) and not listed):
        return 0
    named = last_pay_word(label) >= 0 or candidate.gross or bool(amount.unit and candidate.in_lakhs)
    if not amount.marks and not (named and candidate.unit and (amount.styled or amount.unit)):
        return 0
    score = (
        3 * named
        + 2 * is_pay_after(candidate.following)
        + 2 * (candidate.unit is not None and "unit" not in candidate.implied)
        + 2 * amount.is_range
        + 2 * candidate.alone
        + _fits(candidate, named=named)
    )
    return max(_ENOUGH, score - 3) if score >= _ENOUGH and is_lesser(label, candidate.following) else score


def _fits(candidate: Candidate, *, named: bool) -> int:
    """1 where the amount is of a size that its unit is paid in, less where it is far from it."""
    amount, unit = candidate.money, candidate.unit
    if unit is None:
        return 0
    if not named and "unit" in candidate.implied and amount.high > amount.low * _WIDEST_UNNAMED:
        return 0
    plausible = _is_plausible(amount.high, unit, candidate.currency)
    return 1 if plausible and (named or amount.high >= _least_unnamed(unit, candidate.currency)) else -2


def _least_unnamed(unit: PayUnit, currency: str | None) -> Decimal:
    """Less than this for that time is pay only where words say so: "€ 9 per day" is a lunch."""
    return CURRENCIES.get(currency or "", CURRENCIES["EUR"]).month_from * _LEAST_OF_MONTH[unit]
