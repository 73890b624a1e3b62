"""Pay: whether it means something else, and which way it went."""

from collections.abc import Iterator
from decimal import Decimal

from monitor.changes import wording
from monitor.changes.comparison import Comparison, PostingKind
from monitor.vocabulary import Change, Direction, Kind, Severity
from spiders.posting import Pay
from spiders.record import pay_to_json

_UP, _SAME, _DOWN = 1, 0, -1

#: By how the lower and the upper end of the range moved.
_BY_ENDS = {
    (_SAME, _SAME): None,
    (_UP, _UP): Direction.RAISED,
    (_UP, _SAME): Direction.RAISED,
    (_SAME, _UP): Direction.RAISED,
    (_DOWN, _DOWN): Direction.CUT,
    (_DOWN, _SAME): Direction.CUT,
    (_SAME, _DOWN): Direction.CUT,
    (_DOWN, _UP): Direction.WIDENED,
    (_UP, _DOWN): Direction.NARROWED,
}


class PayChanged(PostingKind):
    """The pay means something else than before.

    | lower end | upper end | direction |
    | --- | --- | --- |
    | same | same | no change, also where a unit or currency that was implied or missing is now written |
    | up | up or same | raised |
    | same | up | raised |
    | down | down or same | cut |
    | same | down | cut |
    | down | up | widened |
    | up | down | narrowed |
    | named or no longer named | same | narrowed, widened |
    | same | named or no longer named | narrowed, widened |

    A missing lower end ("up to …") lies below every amount, a missing upper end ("from …") above every amount. Another
    unit or currency, both known, is `restructured`, also where a year's pay comes to the same. A pay where there was
    none is `added`, none where there was one is `removed`.
    """

    kind = Kind.PAY_CHANGED
    fields = ("pay",)

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """One change, or none where only the words differ."""
        before, after = seen.before.pay, seen.after.pay
        direction = pay_direction(before, after)
        if direction:
            yield Change(
                kind=cls.kind,
                direction=direction,
                severity=Severity.HIGH,
                field="pay",
                summary=wording.pay_changed(direction, before, after),
                before=before and pay_to_json(before),
                after=after and pay_to_json(after),
            )


def pay_direction(before: Pay | None, after: Pay | None) -> Direction | None:
    """Which way the pay went; None where it means the same."""
    if before is None:
        return None if after is None else Direction.ADDED
    if after is None:
        return Direction.REMOVED
    if _other(before.unit, after.unit) or _other(before.currency, after.currency):
        return Direction.RESTRUCTURED
    ends = ((before.min, after.min), (before.max, after.max))
    return _of_ends(*ends)


def _other(before: str | None, after: str | None) -> bool:
    """Whether both are known and differ; what a page did not say before it may say now."""
    return before is not None and after is not None and before.casefold() != after.casefold()


def _of_ends(
    lower: tuple[Decimal | None, Decimal | None], upper: tuple[Decimal | None, Decimal | None]
) -> Direction | None:
    moved = (_moved(*lower, missing=Decimal("-Infinity")), _moved(*upper, missing=Decimal("Infinity")))
    if moved[0] == _SAME and None in upper and moved[1] != _SAME:
        return _of_naming(upper)
    if moved[1] == _SAME and None in lower and moved[0] != _SAME:
        return _of_naming(lower)
    return _BY_ENDS[moved]


def _moved(before: Decimal | None, after: Decimal | None, *, missing: Decimal) -> int:
    old, new = (missing if amount is None else amount for amount in (before, after))
    return _UP if new > old else _DOWN if new < old else _SAME


def _of_naming(end: tuple[Decimal | None, Decimal | None]) -> Direction:
    return Direction.NARROWED if end[0] is None else Direction.WIDENED
