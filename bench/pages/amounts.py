"""Amounts of pay raised by a tenth, in the form in which they are written."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pages.substitution import Change

_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?")
_TENTH_MORE = Decimal("1.1")
_MONEY = r"[$£€]|CZK|Kč|EUR|USD|DKK|kr|MPS|UPS"
#: Numbers of fewer digits are read as amounts only where money stands by.
_FEWEST_DIGITS = 4


def raised(pay: Mapping[str, Any]) -> Change:
    """A change of the amounts of a labelled pay, wherever they are written."""
    written = {it: _more(it) for it in _NUMBER.findall(pay["text"]) if _is_end(it, pay)}
    for end in ("min", "max"):
        plain = str(Decimal(str(pay[end] or 0)).normalize().to_integral_value()) if pay[end] else None
        if plain and len(plain) >= _FEWEST_DIGITS:
            written.setdefault(plain, _more(plain))
    large = {old: new for old, new in written.items() if sum(it.isdigit() for it in old) >= _FEWEST_DIGITS}
    small = {old: new for old, new in written.items() if old not in large}
    patterns = [(_alone(large), large)] if large else []
    if small:
        one = "|".join(re.escape(it) for it in sorted(small, key=len, reverse=True))
        money = rf"(?:{_MONEY})"
        by_money = (
            rf"{money}\s?(?:{one})[kK]?(?:[\s–-]{{1,4}}{money}?(?:{one})[kK]?\b)?"
            rf"|(?:{one})[\s–-]{{1,3}}(?:{one})\s?{money}|(?:{one})\s{money}"
        )
        patterns.append((re.compile(by_money), small))

    def change(text: str) -> str:
        for pattern, table in patterns:
            text = pattern.sub(lambda it: _each(it[0], table), text)  # noqa: B023 - called at once
        return text

    return change


def _is_end(number: str, pay: Mapping[str, Any]) -> bool:
    """Whether a number writes one of the pay's ends, "k" or none; what else the words name is another amount."""
    whole, _, decimals = _parts(number)
    value = Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{decimals or '0'}")
    ends = {Decimal(str(pay[end])) for end in ("min", "max") if pay[end] is not None}
    return any(value * scale in ends for scale in (1, 1000))


def _alone(numbers: Mapping[str, str]) -> re.Pattern[str]:
    one = "|".join(
        re.sub(r"\\?[ \u00a0\u202f]", r"\\s", re.escape(it)) for it in sorted(numbers, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\d.,])(?:{one})(?!\d|[.,]\d)")


def _each(text: str, table: Mapping[str, str]) -> str:
    return _NUMBER.sub(
        lambda it: table.get(it[0]) or (_more(it[0]) if " " in it[0] or "\u00a0" in it[0] else it[0]), text
    )


def _more(number: str) -> str:
    """A written number and a tenth of it more, with its separators and decimals."""
    whole, mark, decimals = _parts(number)
    value = Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{decimals or '0'}") * _TENTH_MORE
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    digits, _, fraction = str(rounded).partition(".")
    joint = re.search(r"\D", whole)
    grouped = f"{int(digits):,}".replace(",", joint[0]) if joint else digits
    return f"{grouped}{mark}{fraction}" if decimals else grouped


def _parts(number: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(.*\d)([.,])(\d{1,2})", number)
    return (found[1], found[2], found[3]) if found else (number, "", "")
