"""Whether two locations are the same place in other words: "NYC" and "New York, NY", "London" and "London, UK"."""

import re
from collections.abc import Iterable

from monitor.changes.words import folded

_SEPARATOR = re.compile(r"[,;/|()•·]| [-–—] ")
#: Words in a location that say how the work is done, not where; `workplace_changed` tells of those.
_NO_PLACE = frozenset({"remote", "hybrid", "onsite", "on site", "in office", "office", "fully remote", "home office"})
_NO_PLACE_WORD = re.compile(r"\b(?:remote|hybrid|on ?site)\b")

_ALIASES = """
new york = nyc | new york city | ny | manhattan new york
san francisco = sf | san fran
los angeles = la
washington = washington dc | dc | d c | district of columbia
philadelphia = philly
munich = munchen | muenchen
cologne = koln | koeln
vienna = wien
zurich = zuerich
geneva = geneve | genf
milan = milano
rome = roma
nuremberg = nurnberg | nuernberg
dusseldorf = duesseldorf
brussels = bruxelles | brussel
copenhagen = kobenhavn
gothenburg = goteborg
lisbon = lisboa
prague = praha
warsaw = warszawa
bengaluru = bangalore
mumbai = bombay
united states = us | usa | u s | u s a | united states of america
united kingdom = uk | gb | u k | great britain | gbr
germany = de | deutschland | deu
france = fr | fra
netherlands = nl | the netherlands | holland | nederland
spain = es | espana
italy = it | italia
switzerland = ch | schweiz | suisse
austria = at | osterreich | oesterreich
sweden = se | sverige
denmark = dk | danmark
norway = no | norge
poland = pl | polska
ireland = ie
belgium = be
portugal = pt
canada = ca | can
india = in | ind
australia = au | aus
japan = jp | jpn
singapore = sg
brazil = br | brasil
mexico = mx
israel = il
alabama = al
alaska = ak
arizona = az
arkansas = ar
california = ca | calif
colorado = co
connecticut = ct
delaware = de
florida = fl
georgia = ga
hawaii = hi
idaho = id
illinois = il
indiana = in
iowa = ia
kansas = ks
kentucky = ky
louisiana = la
maine = me
maryland = md
massachusetts = ma | mass
michigan = mi
minnesota = mn
mississippi = ms
missouri = mo
montana = mt
nebraska = ne
nevada = nv
new hampshire = nh
new jersey = nj
new mexico = nm
north carolina = nc
north dakota = nd
ohio = oh
oklahoma = ok
oregon = or
pennsylvania = pa
rhode island = ri
south carolina = sc
south dakota = sd
tennessee = tn
texas = tx
utah = ut
vermont = vt
virginia = va
washington state = wa
west virginia = wv
wisconsin = wi
wyoming = wy
england = eng
scotland = sct
wales = wls
ontario = on
quebec = qc
british columbia = bc
alberta = ab
"""


def _read_aliases() -> dict[str, frozenset[str]]:
    """By each spelling, the places that it may name ("ca": California, Canada)."""
    names: dict[str, set[str]] = {}
    for line in _ALIASES.strip().splitlines():
        name, _, spellings = line.partition(" = ")
        for spelling in (name, *spellings.split(" | ")):
            names.setdefault(spelling, set()).add(name)
    return {spelling: frozenset(places) for spelling, places in names.items()}


_NAMES = _read_aliases()
_BRITISH = frozenset({"england", "scotland", "wales"})

#: A place, the smallest part first; each part is the set of names that it may stand for.
Place = tuple[frozenset[str], ...]


def place(location: str) -> Place:
    """A location's parts as names; empty where it names no place ("Remote")."""
    parts = (_NO_PLACE_WORD.sub(" ", folded(part)).split() for part in _SEPARATOR.split(location))
    names = [" ".join(part) for part in parts]
    return tuple(_NAMES.get(name, frozenset({name})) for name in names if name and name not in _NO_PLACE)


def same_places(before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether two lists of locations name the same places, in any order and exactness."""
    ours, theirs = _distinct(before), _distinct(after)
    flat_ours = tuple(part for one in ours for part in one)
    flat_theirs = tuple(part for one in theirs for part in one)
    if _within(flat_ours, flat_theirs) and _within(flat_theirs, flat_ours):
        return True
    if len(ours) != len(theirs):
        return False
    for one in ours:
        match = next((other for other in theirs if _same(one, other)), None)
        if match is None:
            return False
        theirs.remove(match)
    return True


def _distinct(locations: Iterable[str]) -> list[Place]:
    found: list[Place] = []
    for one in filter(None, map(place, locations)):
        if not any(_same(one, other) for other in found):
            found.append(one)
    return found


def _same(one: Place, other: Place) -> bool:
    """Whether both name one place: the same town, and what the shorter adds is in the longer."""
    return bool(one[0] & other[0]) and (_within(one, other) or _within(other, one))


def _within(one: Place, other: Place) -> bool:
    return all(any(_overlap(part, candidate) for candidate in other) for part in one)


def _overlap(part: frozenset[str], other: frozenset[str]) -> bool:
    if part & other:
        return True
    kingdom = "united kingdom"
    return (kingdom in part and bool(other & _BRITISH)) or (kingdom in other and bool(part & _BRITISH))
