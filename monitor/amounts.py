"""Amounts of money as words for people: one style for summaries, mail, chat and the command line.

Loads nothing of ours, so that a short command can afford it.
"""

from decimal import Decimal

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_ARTICLES = {"hour": "an"}
#: A currency or number beyond this is no currency or number, but words of a page.
_LONGEST_CURRENCY = 8
_LONGEST_NUMBER = 24


def with_unit(low: Decimal | None, high: Decimal | None, currency: str | None, unit: str | None) -> str:
    """Like "$55–65 an hour", "from CHF 80,000 a year"; at least one of `low` and `high` is given."""
    return amounts(low, high, currency) + (f" {_ARTICLES.get(unit, 'a')} {unit}" if unit else "")


def amounts(low: Decimal | None, high: Decimal | None, currency: str | None) -> str:
    """Like "$55–65", without the unit."""
    sign = _SIGNS.get(currency or "", f"{_clipped(currency, _LONGEST_CURRENCY)} " if currency else "")
    if low is None or high is None:
        return f"{'up to' if low is None else 'from'} {sign}{_number(high if low is None else low)}"
    return sign + _number(low) + ("" if low == high else f"–{_number(high)}")


def _number(amount: Decimal | None) -> str:
    whole, _, cents = format(amount or Decimal(0), ",f").partition(".")
    cents = cents.rstrip("0")
    return _clipped(f"{whole}.{cents:0<2}" if cents else whole, _LONGEST_NUMBER)


def _clipped(text: str, longest: int) -> str:
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
