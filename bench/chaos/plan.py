"""Which fault begins and ends when: by seed, every kind in turn, some at the same time."""

from dataclasses import dataclass
from itertools import chain
from random import Random

#: Seconds between two beginnings at most, and until the first.
_APART, _FIRST = (2.0, 7.0), 4.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of fault: how long it lasts in seconds (0: it is over at once), and what it must not meet."""

    name: str
    least: float = 0.0
    most: float = 0.0
    #: Faults of one group are never at the same time.
    group: str = ""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Moment:
    """Something to do, so many seconds after the beginning."""

    at: float
    number: int
    name: str
    begins: bool


def planned(kinds: list[Kind], *, seed: int, seconds: float) -> list[Moment]:
    """What to do when, in order. Every kind comes once before any comes again; what lasts ends within the time.

    Where the time is short, they are so close together that most kinds find a place in it.
    """
    random = Random(seed)
    moments: list[tuple[Moment, ...]] = []
    free: dict[str, float] = {}
    bag: list[Kind] = []
    least, most = _APART
    closer = min(1.0, 2 * (seconds - _FIRST) / (least + most) / (len(kinds) + 1))
    at = _FIRST
    while at < seconds:
        bag = bag or random.sample(kinds, k=len(kinds))
        kind = next((it for it in bag if free.get(it.group or it.name, 0) <= at), None)
        if kind is not None:
            bag.remove(kind)
            end = min(at + random.uniform(kind.least, kind.most), seconds)
            free[kind.group or kind.name] = end + 1
            number = len(moments)
            begin = Moment(at=at, number=number, name=kind.name, begins=True)
            lasts = (Moment(at=end, number=number, name=kind.name, begins=False),) if kind.most else ()
            moments.append((begin, *lasts))
        at += closer * random.uniform(least, most)
    return sorted(chain.from_iterable(moments))
