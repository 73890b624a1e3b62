"""How far a pay moved, for rules such as "raised >= 5%". Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from config.pay import PayCondition
from monitor.vocabulary import Direction
from spiders.posting import Pay
from spiders.record import pay_from_json

_HUNDRED = Decimal(100)
_SHOWN = Decimal("0.1")
#: A pay moved up or down in them only by its middle.
_EITHER_WAY = frozenset({Direction.WIDENED, Direction.NARROWED, Direction.RESTRUCTURED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """What became of a pay."""

    #: As the change says; see `monitor.changes.pay`.
    direction: str
    #: The middle of the pay before and after, both a year's or both of the same unknown unit; None: they cannot be
    #: compared.
    middles: tuple[Decimal, Decimal] | None

    def __str__(self) -> str:
        """In words: "raised by 9.1%", "widened, which makes no percentage"."""
        if self.direction in {Direction.ADDED, Direction.REMOVED}:
            return self.direction
        if self.middles is None:
            return f"{self.direction}, which makes no percentage"
        before, after = self.middles
        percent = abs(after - before) / before * _HUNDRED
        way = "up" if after >= before else "down"
        plain = self.direction if self.direction not in _EITHER_WAY else f"{self.direction}, {way}"
        return f"{plain} by {_rounded(percent)}%"

    def meets(self, condition: PayCondition) -> bool:
        """Whether a condition holds; one on a percentage holds also where there is none, so that nothing is missed."""
        if condition.move not in {Direction.RAISED, Direction.CUT}:
            return self.direction == condition.move
        if self.direction in {Direction.ADDED, Direction.REMOVED}:
            return False
        if self.middles is None:
            return self.direction == condition.move or self.direction in _EITHER_WAY
        before, after = self.middles
        gain = after - before if condition.move == "raised" else before - after
        return gain > 0 and gain * _HUNDRED >= before * (condition.percent or 0)


def move_of(direction: str | None, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Move:
    """What became of a pay, of the values of a `pay_changed`.

    Args:
        direction: the change's.
        before: the contract's PAY object; None where there was none.
        after: the same.
    """
    middles = None
    if before is not None and after is not None:
        middles = _middles(pay_from_json(before), pay_from_json(after))
    return Move(direction=direction or "", middles=middles)


def _middles(before: Pay, after: Pay) -> tuple[Decimal, Decimal] | None:
    """By the same measure; None where currencies, units or named ends differ."""
    if before.currency and after.currency and before.currency.casefold() != after.currency.casefold():
        return None
    yearly = before.unit is not None and after.unit is not None
    if not yearly and before.unit != after.unit:
        return None
    one, other = (_ends(pay, yearly=yearly) for pay in (before, after))
    if [it is None for it in one] != [it is None for it in other]:
        return None
    old, new = _middle(one), _middle(other)
    return (old, new) if old > 0 else None


def _ends(pay: Pay, *, yearly: bool) -> tuple[Decimal | None, Decimal | None]:
    return (pay.annual_min, pay.annual_max) if yearly else (pay.min, pay.max)


def _middle(ends: tuple[Decimal | None, Decimal | None]) -> Decimal:
    known = [it for it in ends if it is not None]
    return sum(known, Decimal(0)) / len(known)


def _rounded(percent: Decimal) -> Decimal:
    rounded = percent.quantize(_SHOWN) if percent < _HUNDRED * _HUNDRED else percent.to_integral_value()
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded
