"""The pay that an object of a posting's shape states: two amounts, an object of them, or words."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from spiders.pages import answers
from spiders.pages.answers import Part, amount, spanning
from spiders.pages.json_ld import base_salary
from spiders.pages.keys import FIELDS, folded
from spiders.pages.shape_values import Setting, words
from spiders.pages.shapes import Shaped
from spiders.posting import Pay
from spiders.reading.pay import find_pay

_LONGEST = 300
_SYMBOLS = re.compile(r"[£€$¥₹]|\b[A-Z]{3}\b|Kč|kr|zł")
_ESTIMATED = ("salaryispredicted", "ispredicted", "salaryisestimated", "isestimated", "salaryestimated")
#: Codes of pay intervals (HR-XML, US federal postings).
_INTERVALS = {"PA": "year", "PH": "hour", "PD": "day", "PW": "week", "PM": "month"}


def find(one: Shaped, setting: Setting) -> tuple[Pay, Part] | None:
    """The pay of an object, and the part that states it; None where it states none or hides it."""
    shown = one.first("pay_shown")
    if (shown and shown.value in (False, "false", "False")) or _is_estimated(one):
        return None
    low, high = one.first("pay_min"), one.first("pay_max")
    rest = (words(part.value) if part else "" for part in (one.first("pay_currency"), one.first("pay_unit")))
    said = [_amount(low), _amount(high), *rest]
    found = _of_ends(said, setting)
    if found is None or not (found.currency and found.unit):
        # the words beside amounts name what these leave out
        for part in one.every("pay"):
            better = _of_object(part, setting) or _of_text(words(part.value), setting)
            if better and (found is None or {better.min, better.max} & {found.min, found.max}):
                return better, part
    return (found, low or high or one.part) if found else None


def _amount(part: Part | None) -> str:
    """The words of an amount; one that is said in cents in whole units."""
    said = words(part.value) if part else ""
    return f"{int(said) / 100:.2f}" if part and part.path.lower().endswith("cents") and said.isdecimal() else said


def _is_estimated(one: Shaped) -> bool:
    """Whether it says that the board estimates the pay, not the employer."""
    return any(str(it.value).lower() in {"1", "true"} for key in _ESTIMATED for it in one.index.get(key, ()))


def _of_ends(said: list[str], setting: Setting) -> Pay | None:
    """The pay of the words for its least, its most, its currency and its time."""
    low, high, currency, interval = said
    symbol = next((it[0] for it in (_SYMBOLS.search(low), _SYMBOLS.search(high)) if it), "")
    low, high = (_SYMBOLS.sub("", it).strip().removesuffix(".0") for it in (low, high))
    found = answers.pay(low, high, currency, _INTERVALS.get(interval.upper(), interval))
    if found is None or (found.currency and found.unit):
        return found
    return _with_implied(found, symbol or currency, setting)


def _with_implied(found: Pay, symbol: str, setting: Setting) -> Pay:
    """The pay with the currency and unit that its amounts, their sign and the place imply."""
    amounts = " - ".join(f"{it:f}" for it in dict.fromkeys((found.min, found.max)) if it is not None)
    unit = f" per {found.unit}" if found.unit else ""
    said = _of_text(f"{found.currency or symbol} {amounts}{unit}", setting)
    if said is None:
        return found
    return replace(found, currency=found.currency or said.currency, unit=found.unit or said.unit, implied=said.implied)


def _of_object(part: Part, setting: Setting) -> Pay | None:
    """The pay of {"min": …, "max": …}, of schema.org's baseSalary, and of lists of these."""
    ranges = [found for it in part.items() if isinstance(it.value, dict) and (found := _of_range(it.value, setting))]
    return spanning(ranges)


def _of_range(value: Mapping[str, Any], setting: Setting) -> Pay | None:
    named = {folded(str(key)): words(it) for key, it in value.items()}
    low, high = (next((named[key] for key in FIELDS[end] if amount(named.get(key))), "") for end in ("low", "high"))
    rest = (next((named[key] for key in FIELDS[name] if named.get(key)), "") for name in ("currency", "rate"))
    return _of_ends([low, high, *rest], setting) if low or high else base_salary(value)


def _of_text(said: str, setting: Setting) -> Pay | None:
    if not said or len(said) > _LONGEST:
        return None
    found = find_pay(f"Salary: {said}", country=setting.country, language=setting.language)
    return found.value if found else None
