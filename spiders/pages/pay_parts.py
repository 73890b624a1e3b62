"""What an applicant system's answer says of pay beside the pay: what it is for each place, and what comes on top."""

from collections.abc import Iterable

from spiders.claims import Claims, Origin
from spiders.pages.answers import Part
from spiders.posting import Pay, PayExtra, PayExtraKind, PlacePay
from spiders.reading.mentioned_places import place_in

#: How the kinds of extras begin that systems name ("EquityPercentage", "Bonus", "Commission").
_KINDS = {
    "equity": PayExtraKind.EQUITY,
    "stock": PayExtraKind.EQUITY,
    "bonus": PayExtraKind.BONUS,
    "signing": PayExtraKind.BONUS,
    "commission": PayExtraKind.COMMISSION,
    "overtime": PayExtraKind.OVERTIME,
    "allowance": PayExtraKind.ALLOWANCE,
}


def claim_places(claims: Claims, ranges: Iterable[tuple[str, Pay]], said: Part) -> None:
    """Claims the pay of each of several places.

    Args:
        claims: Gains "pay_by_place" where at least two titles name a place each.
        ranges: Each range's title ("NYC pay range", "Zone A") and pay, in the answer's order.
        said: The part of the answer that has them.
    """
    placed = tuple(PlacePay(place=title, pay=pay) for title, pay in ranges if title and place_in(title))
    if len({it.place.casefold() for it in placed}) > 1:
        quote = "; ".join(it.pay.text for it in placed)
        claims.add("pay_by_place", placed, Origin.API, quote, said.path)


def claim_extras(claims: Claims, named: Iterable[tuple[str, str]], said: Part) -> None:
    """Claims what comes on top of the pay: the system's name of each component and its words; others are left out."""
    extras = tuple(
        dict.fromkeys(PayExtra(kind=kind, text=words) for name, words in named if words and (kind := _kind(name)))
    )
    claims.add("pay_extras", extras, Origin.API, "; ".join(it.text for it in extras), said.path)


def _kind(name: str) -> PayExtraKind | None:
    return next((kind for start, kind in _KINDS.items() if name.casefold().startswith(start)), None)
