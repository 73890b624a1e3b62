"""Whether two locations are the same place in other words: "NYC" and "New York, NY", "London" and "London, UK"."""

import re
from collections.abc import Iterable, Iterator

from monitor.changes.words import folded

_SEPARATOR = re.compile(r"[,;/|()•·]| [-–—] ")
#: Words in a location that say how the work is done, not where; `workplace_changed` tells of those.
_NO_PLACE = frozenset({"remote", "hybrid", "onsite", "on site", "in office", "office", "fully remote", "home office"})
_NO_PLACE_WORD = re.compile(r"\b(?:remote|hybrid|on ?site)\b")

#: Postcodes as the countries write them; those of letters and digits only in capitals.
_POSTCODE = re.compile(
    r"(?<![\w-])(?:"
    r"〒? ?\d{3}-\d{4}"  # Japan
    r"|(?:[A-Z]{1,3}-|(?:DK|SE|NO|FI|CZ|PL|PT|NL|FR|ES|IT|AT|BE|CH) )?"
    r"(?:\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2,3}|\d{4,6}(?:-\d{4})?)(?: [A-Z]{2}(?= [A-Z]))?"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d"  # Canada
    r"|[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?"  # Britain
    r")(?![\w-])"
)
#: What may stand behind a French town of a postcode of its own.
_CEDEX = re.compile(r"\bcedex\b(?: \d{1,2})?", re.IGNORECASE)
#: A region behind a town without a comma: "Sydney NSW", "Austin TX".
_REGION_AFTER = re.compile(r"(?<=[^\W\d_]{3}) (?=[A-Z]{2,3}\s*$)")
#: Up to three words behind a comma, or a region's code behind a space.
_REGION_BEHIND = re.compile(r"(?:, ?| (?=[A-Z]{2,3}\b))([^\W\d_][\w.]*(?: [^\W\d_][\w.]*){0,2})")
_DISTRICT = re.compile(r" \d{1,2}\Z")

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
manitoba = mb
saskatchewan = sk
nova scotia = ns
new south wales = nsw
queensland = qld
south australia = sa
tasmania = tas
western australia = wa
australian capital territory = act
finland = fi | suomi
czechia = cz | czech republic | cesko | ceska republika
gurugram = gurgaon
chennai = madras
kolkata = calcutta
turin = torino
florence = firenze
naples = napoli
venice = venezia
genoa = genova
seville = sevilla
antwerp = antwerpen | anvers
ghent = gent | gand
the hague = den haag
helsinki = helsingfors
turku = abo
tampere = tammerfors
krakow = cracow
porto = oporto
basel = bale | basle
lucerne = luzern
hanover = hannover
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
    """A location's parts as names, without postcodes; empty where it names no place ("Remote")."""
    names = [name for part in _SEPARATOR.split(location) for name in _names_in(part)]
    if not names and any(character.isdecimal() for character in location):
        names = [folded(location)]
    return tuple(_NAMES.get(name, frozenset({name})) for name in names if name not in _NO_PLACE)


def spellings(location: str) -> frozenset[str]:
    """How a sentence may write a location or a part of it, folded: "leeds uk", "leeds", "uk", "united kingdom"."""
    parts = [name for part in _SEPARATOR.split(location) for name in _names_in(part)]
    names = {name for part in parts for name in _NAMES.get(part, ())}
    return frozenset({folded(location), *parts, *(it for it, meant in _NAMES.items() if meant & names)} - {""})


def without_region(text: str) -> str:
    """A text that begins behind a town, without the region or postcode there: ", TX 78701 and Rome" is " and Rome"."""
    rest = _without_leading_code(text)
    found = _REGION_BEHIND.match(rest)
    named = found[1].split(" ") if found else []
    for size in range(len(named), 0, -1):
        region = " ".join(named[:size])
        if found and folded(region) in _NAMES:
            return _without_leading_code(rest[found.start(1) + len(region) :])
    return rest


def _without_leading_code(text: str) -> str:
    code = _POSTCODE.match(text, len(text) - len(text.lstrip(" ,")))
    return text[code.end() :] if code else text


def without_postcode(text: str) -> str:
    """A text that ends before a town, without the postcode there: "in 44000 " is "in "."""
    codes = [it for it in _POSTCODE.finditer(text) if not text[it.end() :].strip()]
    return text[: codes[-1].start()] if codes else text


def _names_in(part: str) -> Iterator[str]:
    """The names of one part of a location: a town, or a town and the region behind it; a postcode is none."""
    bare = " ".join(_CEDEX.sub(" ", _POSTCODE.sub(" ", part)).split())
    pieces = _REGION_AFTER.split(bare)
    if len(pieces) > 1 and folded(pieces[-1]) not in _NAMES:
        pieces = [bare]
    for piece in pieces:
        name = " ".join(_NO_PLACE_WORD.sub(" ", folded(piece)).split())
        if name and not name.replace(" ", "").isdecimal():
            yield name


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
    return _overlap(one[0], other[0]) and (_within(one, other) or _within(other, one))


def _within(one: Place, other: Place) -> bool:
    return all(any(_overlap(part, candidate) for candidate in other) for part in one)


def _overlap(part: frozenset[str], other: frozenset[str]) -> bool:
    if part & other or _towns(part) & other or part & _towns(other):
        return True
    kingdom = "united kingdom"
    return (kingdom in part and bool(other & _BRITISH)) or (kingdom in other and bool(part & _BRITISH))


def _towns(part: frozenset[str]) -> frozenset[str]:
    """The towns of numbered districts: "praha 8" is in Prague, and no other district of it."""
    towns = {_DISTRICT.sub("", name) for name in part if _DISTRICT.search(name)}
    return frozenset(name for town in towns for name in _NAMES.get(town, (town,)))
