"""Which of several amounts of pay is for which place: "New York: $150k - $180k; Texas: $130k - $150k"."""

from collections.abc import Sequence

from spiders.reading.mentioned_places import place_in
from spiders.reading.pay_candidates import Candidate

#: Amounts for several places stand no farther apart than this.
_FARTHEST = 200


def by_place(text: str, found: Sequence[Candidate]) -> list[tuple[str, Candidate]]:
    """The amounts (of `text`, in its order) that stand side by side for a place each; none, or at least two places.

    The first amount shows whether the places stand before or behind the amounts.
    """
    if len(found) < 2:  # noqa: PLR2004 - one amount is for every place
        return []
    before = [_before(text, found, index) for index in range(len(found))]
    places = before if before[0] else [_behind(text, found, index) for index in range(len(found))]
    placed = [(place, it) for place, it in zip(places, found, strict=True) if place]
    placed = [entry for index, entry in enumerate(placed) if _has_neighbour(placed, index)]
    return placed if len({place.casefold() for place, _ in placed}) > 1 else []


def _before(text: str, found: Sequence[Candidate], index: int) -> str | None:
    start = max(found[index].label_start, found[index - 1].money.end if index else 0)
    return place_in(text[start : found[index].money.start])


def _behind(text: str, found: Sequence[Candidate], index: int) -> str | None:
    amount, following = found[index].money, found[index].following
    end = amount.end + len(following)
    if index + 1 < len(found):
        end = min(end, found[index + 1].money.start)
    return place_in(text[amount.end : end])


def _has_neighbour(placed: Sequence[tuple[str, Candidate]], index: int) -> bool:
    amount = placed[index][1].money
    beside = [placed[at][1].money for at in (index - 1, index + 1) if 0 <= at < len(placed)]
    return any(max(it.start - amount.end, amount.start - it.end) <= _FARTHEST for it in beside)
