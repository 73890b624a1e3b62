"""Blocks: the sentences and bullets of a text as numbers, and which of them a page shows by chance.

A site puts words of its own beside and between a posting's: tips, quotes of the day, "people also viewed". What two
fetches of one page do not have in common is such a block, and so is what stood in its place in the last version.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from monitor.changes.units import Unit

_BYTES = 8


def block(words: Sequence[str]) -> int:
    """The number of a sentence or bullet: the same words have the same, in every process; fits a signed 64-bit."""
    digest = hashlib.blake2b("\0".join(words).encode(errors="replace"), digest_size=_BYTES).digest()
    return int.from_bytes(digest, signed=True)


def blocks(units: Iterable[Unit]) -> frozenset[int]:
    """The numbers of all units."""
    return frozenset(block(unit.words) for unit in units)


def passing(before: Sequence[Unit], first: Sequence[Unit], second: Sequence[Unit]) -> Mapping[int, str]:
    """Units that two looks at one page do not have in common, and those that stood in their place before.

    Only where the first look differs from the last version: a page that was edited between the two looks shows old
    words in the first and new ones in the second, and those will be told.

    Args:
        before: the text of the last version.
        first: as the first look saw it.
        second: as the second look saw it, right after.

    Returns:
        Their numbers with their words.
    """
    seen = {unit.words for unit in first}
    stay = seen & {unit.words for unit in second}
    old, new, again = (_by_place(units, stay) for units in (before, first, second))
    known = {unit.words for unit in before}
    rotate = [place for place, units in new.items() if any(unit.words not in known for unit in units)]
    rotate += [
        place for place in again if place not in rotate and any(it.words not in seen for it in old.get(place, ()))
    ]
    odd = [unit for place in rotate for look in (new, again, old) for unit in look.get(place, ())]
    return {block(unit.words): unit.text for unit in odd}


#: The words around a unit: of the last one before it and the first one after it that stay; None at an end.
_Place = tuple[tuple[str, ...] | None, tuple[str, ...] | None]


def _by_place(units: Sequence[Unit], stay: set[tuple[str, ...]]) -> dict[_Place, list[Unit]]:
    """The units that do not stay, by where they stand."""
    found: dict[_Place, list[Unit]] = {}
    for unit, place in zip(units, _all_places(units, stay), strict=True):
        if place is not None:
            found.setdefault(place, []).append(unit)
    return found


def _all_places(units: Sequence[Unit], stay: set[tuple[str, ...]]) -> list[_Place | None]:
    """For each unit where it stands; None for those that stay."""
    after: list[tuple[str, ...] | None] = []
    following: tuple[str, ...] | None = None
    for unit in reversed(units):
        after.append(following)
        if unit.words in stay:
            following = unit.words
    after.reverse()
    found: list[_Place | None] = []
    leading: tuple[str, ...] | None = None
    for unit, then in zip(units, after, strict=True):
        stays = unit.words in stay
        found.append(None if stays else (leading, then))
        if stays:
            leading = unit.words
    return found
