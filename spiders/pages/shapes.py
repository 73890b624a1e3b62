"""Postings in an answer or in embedded state of any make, known by their shape: a title, and what only postings have.

Nothing is recursive and everything is bounded: an answer may be deep, wide and hostile.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spiders.pages.answers import Part
from spiders.pages.keys import FIELDS, ROLE_TITLES, SURE_TITLES, TELLING, TITLES, folded, is_foreign, leads_elsewhere
from spiders.pages.shape_values import words

_FEWEST_IN_MAP = 3
_MOST_BOARDS = 1_000
_MOST_NODES = 60_000
_MOST_OBJECTS = 100
_MOST_OWN_KEYS = 400
_DEEPEST_FIELD = 4
_DEEPEST = 40
_SHORTEST, _LONGEST = 3, 250
#: Any of these, beside a title, makes a posting probable.
_EVIDENT = [
    "text",
    "more_text",
    "locations",
    "city",
    "deadline",
    "expiry",
    "posted_on",
    "employment_type",
    "workplace",
    "pay",
    "pay_min",
    "apply_url",
    "requisition_id",
    "organization",
    "url",
]
_ENOUGH = 2
#: Folded key → those that it speaks for.
_EVIDENT_OF = {
    key: tuple(name for name in _EVIDENT if key in FIELDS[name]) for name in _EVIDENT for key in FIELDS[name]
}
_PERSON = frozenset({"firstname", "lastname", "givenname", "familyname", "surname"})
_ORGANIZATION = frozenset(FIELDS["organization"])
_EMPTY: tuple[Any, ...] = (None, "", [], {})
#: What stands where nothing was filled in.
_PLACEHOLDERS = frozenset({"", "n/a", "na", "none", "null", "nil", "undefined", "-", "--", "not specified", "unknown"})
#: Tags of feeds and of their entries, where the one is not the other's plural.
_LISTS = frozenset({("channel", "item"), ("feed", "entry"), ("source", "job"), ("rss", "item")})
#: Attributes by which XML tells elements of one tag apart: <category domain="Location">.
_TELL_APART = ("domain", "name", "type", "key", "label")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is."""

    part: Part
    #: The objects right around this one, the nearest first; a list ends them.
    around: tuple[Part, ...]
    #: The list that this stands in, and the candidate that it stands in without a list between.
    listed: str | None
    outer: "Shaped | None"
    depth: int
    #: The object that holds that list.
    holder: Part | None = None


@dataclass(eq=False)
class Shaped:
    """An object that has a posting's shape."""

    part: Part
    title: Part
    #: Whether its title is called by a name that only a posting's has.
    sure: bool
    #: The path of the list that it is an entry of; None for an object alone.
    listed: str | None
    around: tuple[Part, ...]
    #: The object that holds that list.
    holder: Part | None = None
    #: Another object says the same better.
    dropped: bool = False

    @cached_property
    def index(self) -> Mapping[str, list[Part]]:
        """Every value in it and right around it by folded key, also by the two last keys run together."""
        return _indexed((self.part, *self.around))

    def of_holder(self, name: str) -> Part | None:
        """What the object that holds its list says of a field, right in it."""
        if self.holder is None or not isinstance(self.holder.value, dict) or self.listed is None:
            return None
        keys = {folded(str(key)): str(key) for key in self.holder.value}
        said = (keys[key] for key in FIELDS[name] if key in keys)
        return next((Part(self.holder.value[key], f"{self.holder.path}.{key}") for key in said), None)

    @property
    def name(self) -> str:
        """The title's words."""
        return words(self.title.value)

    def first(self, name: str) -> Part | None:
        """What it says of a field of `keys.FIELDS`, by its surest key; None where it says nothing."""
        return next(self.every(name), None)

    def every(self, name: str) -> Iterator[Part]:
        """All that it says of a field, the surest key first."""
        for key in FIELDS[name]:
            yield from self.index.get(key, ())

    @cached_property
    def own(self) -> int:
        """How many of the fields that postings have stand right in it."""
        keys = (folded(str(key)) for key, it in self.part.value.items() if it not in _EMPTY)
        return len({name for key in keys for name in _EVIDENT_OF.get(key, ())})

    @cached_property
    def evident(self) -> int:
        """How many of the fields that postings have it has, also in its parts and around it."""
        return sum(1 for name in _EVIDENT if self.first(name))


def find(answer: Any, url: str, *, around: int = 2, path: str = "$") -> list[Shaped]:
    """The postings of an answer, in its order.

    Args:
        answer: A JSON value, or XML in the same shape.
        url: Where it came from: an address with "jobs" in it speaks for postings.
        around: How many of the objects right around a posting's are asked for what it does not say itself.
        path: Where the answer stands.
    """
    found: list[Shaped] = []
    told = tells_of_postings(url)
    pending = [_Place(Part(answer, path), (), None, None, 0)]
    seen: set[int] = set()
    while pending and len(seen) < _MOST_NODES:
        at = pending.pop()
        if id(at.part.value) in seen:
            continue  # state may share objects, and hold itself
        seen.add(id(at.part.value))
        outer = at.outer
        if isinstance(at.part.value, dict) and (one := _shaped(at, around, told=told)):
            outer = one
            found.append(one)
            _settle(at.outer, one)
        if at.depth < _DEEPEST:
            pending.extend(reversed(list(_inside(at, outer, around))))
    left = [it for it in found if not it.dropped]
    _list_maps(left)
    return _without_boards(left)


def tells_of_postings(url: str) -> bool:
    """Whether an address says that what it leads to is about postings."""
    return _names_one_of(url.lower(), _PATHS)


def _list_maps(found: Sequence[Shaped]) -> None:
    """Objects that stand beside each other under keys of their own ({"9107": {…}, "9108": {…}}) are a list as well."""
    parents = Counter(it.part.path.rpartition(".")[0] for it in found if it.listed is None)
    for it in found:
        parent = it.part.path.rpartition(".")[0]
        if it.listed is None and parents[parent] >= _FEWEST_IN_MAP:
            it.listed, it.around = parent, ()


def _settle(outer: Shaped | None, one: Shaped) -> None:
    """Of two that say one thing (one inside the other), the surer stays, else the one that says more itself."""
    if outer is None or outer.dropped:
        return
    inner_wins = one.sure > outer.sure or (not outer.sure and one.own > outer.own)
    (outer if inner_wins else one).dropped = True


def _inside(at: _Place, outer: Shaped | None, around: int) -> Iterator[_Place]:
    value, path = at.part.value, at.part.path
    if isinstance(value, list):
        for index, it in enumerate(value):
            if isinstance(it, dict | list):
                yield _Place(Part(it, f"{path}[{index}]"), (), path, None, at.depth + 1, at.holder)
    elif isinstance(value, dict):
        near = (at.part, *at.around)[:around]
        for key, it in value.items():
            inner = f"{path}.{key}"
            if isinstance(it, dict | list) and it and not leads_elsewhere(str(key)):
                if isinstance(it, dict) and at.listed is None and _is_entry(path, str(key)):
                    yield _Place(Part(it, inner), (), inner, None, at.depth + 1, at.part)
                else:
                    holder = at.part if isinstance(it, list) else at.holder
                    yield _Place(Part(it, inner), near, at.listed, outer, at.depth + 1, holder)


def _is_entry(path: str, key: str) -> bool:
    """Whether an object is the only entry of an XML list: <jobs><job>, <channel><item>."""
    parent, one = folded(path.rpartition(".")[2]), folded(key)
    return (parent, one) in _LISTS or parent in {f"{one}s", f"{one[:-1]}ies", f"{one}list", f"{one}n", f"{one}e"}


def _names_one_of(key: str, words_: Iterable[str]) -> bool:
    return any(word in key for word in words_)


def _shaped(at: _Place, around: int, *, told: bool) -> Shaped | None:
    if len(at.part.value) > _MOST_OWN_KEYS:
        return None
    keys = {folded(str(key)): str(key) for key in at.part.value}
    title, sure = _title(at.part, keys)
    if title is None or not _PERSON.isdisjoint(keys):
        return None
    one = Shaped(at.part, title, sure, at.listed, at.around[:around], at.holder)
    if not (one.own or one.evident) or is_foreign(_key(at.part)):
        return None
    placed = _names_one_of(at.part.path.lower(), _PATHS)
    telling = told or placed or any(_names_one_of(key, TELLING) for key in keys) or _links_to_one(at.part, keys)
    enough = one.own >= (1 if placed and at.listed else _ENOUGH)
    return one if sure or (telling and enough) else None


def _links_to_one(part: Part, keys: Mapping[str, str]) -> bool:
    """Whether the address of an entry says that it is a posting."""
    said = (part.value[keys[key]] for key in ("link", "url", "guid") if key in keys)
    return any(isinstance(it, str) and _names_one_of(it[:_LONGEST].lower(), _PATHS) for it in said)


#: Words in the path of a posting, and in its address.
_PATHS = [
    "job",
    "vacan",
    "vacatur",
    "vagas",
    "posit",
    "posting",
    "career",
    "recruit",
    "opening",
    "requisition",
    "stelle",
    "stilling",
    "emploi",
    "empleo",
    "offer",
    "oferta",
    "oferty",
    "annons",
    "ledig",
    "tyopaik",
]


def _title(part: Part, keys: Mapping[str, str]) -> tuple[Part | None, bool]:
    for names, sure in ((SURE_TITLES, True), (TITLES, False), (ROLE_TITLES, False)):
        for name in names:
            if name in keys and (names is not ROLE_TITLES or not _ORGANIZATION.isdisjoint(keys)):
                title = Part(part.value[keys[name]], f"{part.path}.{keys[name]}")
                if _SHORTEST <= len(words(title.value)) <= _LONGEST and not isinstance(title.value, int | float):
                    return title, sure
    return None, False


def _indexed(roots: Sequence[Part]) -> dict[str, list[Part]]:
    """All that the first of several objects says, then what the others say around it (their lists are of choices)."""
    index: dict[str, list[Part]] = {}
    done: set[int] = set()
    for ring, root in enumerate(roots):
        if len(root.value) > _MOST_OWN_KEYS:
            continue
        pending: list[tuple[Part, str, int]] = [(root, "", 0)]
        while pending and len(done) < _MOST_OBJECTS:
            part, parent, depth = pending.pop(0)
            done.add(id(part.value))
            for name, it in _entries(part):
                if ring and isinstance(it.value, list) and len(it.value) > 1:
                    continue
                index.setdefault(name, []).append(it)
                if parent:
                    index.setdefault(parent + name, []).append(it)
                inner = _object(it)
                if inner and id(inner.value) not in done and depth < _DEEPEST_FIELD and not is_foreign(_key(it)):
                    pending.append((inner, name, depth + 1))
    return index


def _key(part: Part) -> str:
    return part.path.rpartition(".")[2]


def _object(part: Part) -> Part | None:
    """The object of a value that is one, or a list of one."""
    if isinstance(part.value, list) and len(part.value) == 1:
        part = Part(part.value[0], f"{part.path}[0]")
    return part if isinstance(part.value, dict) else None


def _entries(part: Part) -> Iterator[tuple[str, Part]]:
    """What an object says, by folded key; XML elements that an attribute tells apart by what that names."""
    for key, value in part.value.items():
        if value in _EMPTY or (isinstance(value, str) and value.strip().casefold() in _PLACEHOLDERS):
            continue
        path = f"{part.path}.{key}"
        yield folded(str(key)), Part(value, path)
        for index, it in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(it, dict) and "#text" in it:
                name = next((it[f"@{by}"] for by in _TELL_APART if f"@{by}" in it), None)
                if name:
                    yield folded(str(name)), Part(it["#text"], f"{path}[{index}]" if isinstance(value, list) else path)


def _without_boards(found: list[Shaped]) -> list[Shaped]:
    """Without an object that only lists postings, and without what names a posting once more beside it."""
    boards = _ancestors({it.listed for it in found if it.listed is not None})
    best: dict[str, Shaped] = {}
    for it in found:
        if it.listed is None and (it.sure or it.part.path not in boards):
            said = it.name.casefold()
            if said not in best or it.evident > best[said].evident:
                best[said] = it
    alone = {id(it) for it in best.values()}
    return [it for it in found if it.listed is not None or id(it) in alone]


def _ancestors(paths: set[str]) -> set[str]:
    """The paths of all that the things at some paths stand in, themselves included."""
    some = sorted(paths)[:_MOST_BOARDS]
    return {path[:at] for path in some for at in (*_steps(path), len(path))}


def _steps(path: str) -> Iterator[int]:
    return (at for at, letter in enumerate(path) if letter in ".[")
