"""Conditions on a change of pay, as people write them: "raised >= 5%", "cut", "added"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

#: What became of a pay; `monitor.vocabulary.Direction` is the source.
PayMove = Literal["raised", "cut", "widened", "narrowed", "restructured", "added", "removed"]

#: What is allowed, in words, for messages and the documentation.
ALLOWED_PAY = (
    'a list of "raised >= 5%", "cut >= 1%" and the like, or "raised", "cut", "added", "removed", "widened", "narrowed",'
    ' "restructured"'
)

_CONDITION = re.compile(r"([a-z]{1,20})(?: {0,8}(?:>=|≥) {0,8}([0-9]{1,4}(?:\.[0-9]{1,4})?) {0,8}%)?")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, kw_only=True, slots=True)
class PayCondition:
    """One condition on a change of pay."""

    #: What must have become of the pay.
    move: PayMove
    #: The least percentage of a raise or cut; None: any.
    percent: Decimal | None = None

    def __str__(self) -> str:
        """As people write it: "raised >= 5%"."""
        return self.move if self.percent is None else f"{self.move} >= {self.percent}%"


def parse_pay_condition(text: str) -> PayCondition:
    """The condition that a person wrote.

    Raises:
        ValueError: it is none; the message says why, or is empty where the form is wrong.
    """
    match = _CONDITION.fullmatch(text.strip())
    move = next((it for it in get_args(PayMove) if match and it == match[1]), None)
    if match is None or move is None:
        raise ValueError
    if match[2] is None:
        return PayCondition(move=move)
    percent = Decimal(match[2])
    if move not in {"raised", "cut"}:
        raise ValueError(f"{move} has no percentage")
    if not percent or (move == "cut" and percent > _HUNDRED):
        raise ValueError("can never be" if percent else 'every change is; write it without ">= 0%"')
    return PayCondition(move=move, percent=percent)
