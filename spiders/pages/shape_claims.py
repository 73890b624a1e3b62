"""What an object of a posting's shape says of the posting's fields, with its paths as evidence."""

import re
from collections.abc import Iterator

from spiders.claims import Claims, Origin
from spiders.pages import shape_pay
from spiders.pages.answers import Part, named_place
from spiders.pages.keys import folded
from spiders.pages.shape_dates import Dates
from spiders.pages.shape_texts import address, quote, web_address
from spiders.pages.shape_values import Setting, kind, places, town_of, where, words
from spiders.pages.shapes import Shaped
from spiders.posting import Page, Status
from spiders.reading import place, workplace
from spiders.reading.employment import is_only_employment

_LONGEST_QUOTE = 300
_LONGEST_NAME = 200
_MOST_PLACES = 50
_NUMBER_ID = re.compile(r"[\w][\w ./-]{0,39}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{20,32}", re.IGNORECASE)
_LOCALE = re.compile(r"[a-z]{2}(?:[-_].{0,10})?", re.IGNORECASE)
_MANY_PLACES = re.compile(r"^(?:(?:multiple|various|several|many|\d+)(?: locations?)?|flexible)$", re.IGNORECASE)
#: Keys of kinds of employment that mean other things, too: only a value that is nothing else counts.
_VAGUE = frozenset({"type", "basis", "hours", "schedule", "contract", "extent", "workhours", "jornada", "etat"})
_KIND_FLAGS = (
    "fulltime",
    "parttime",
    "isfulltime",
    "isparttime",
    "isinternship",
    "istemporary",
    "isfreelance",
    "iscontractfreelance",
    "iscontractor",
)
#: Words by which an object says that it takes no applications any more.
CLOSED = frozenset(
    [
        "closed",
        "expired",
        "filled",
        "inactive",
        "archived",
        "unpublished",
        "withdrawn",
        "cancelled",
        "canceled",
        "deleted",
        "removed",
        "ended",
    ]
)
#: Words by which an object says that it takes no applications yet.
_UPCOMING = frozenset({"upcoming", "not yet open", "opening soon", "coming soon", "opens soon"})
_CLOSED_FLAGS = (
    *("isclosed", "closed", "isexpired", "expired", "isfilled", "isarchived", "archived", "jobclosed", "removed"),
    *("isremoved", "deleted", "isdeleted", "withdrawn"),
)
_OPEN_FLAGS = ("isopen", "isactive", "active", "acceptingapplications", "applicationsopen", "islive")


def claim(one: Shaped, claims: Claims, page: Page, origin: Origin = Origin.API) -> None:
    """Claims all that an object says.

    Args:
        one: The object.
        claims: Gains what it says.
        page: Where it came from.
        origin: `API` for an answer or the state of a known system, `STATE` for state of no known make. Only of an
            answer an end of the posting's time is a deadline; a page has words for that.
    """
    claims.add("title", one.name, origin, one.name, one.title.path)
    if part := one.first("organization") or one.of_holder("organization"):
        claims.add("organization", words(part.value)[:_LONGEST_NAME], origin, quote(part), part.path)
    _claim_places(one, claims, origin)
    _claim_kinds(one, claims, origin)
    setting = _setting(claims.first("locations", origin) or (), claims.first("language", origin))
    if paid := shape_pay.find(one, setting):
        claims.add("pay", paid[0], origin, paid[0].text, paid[1].path)
    _claim_dates(Dates(one, setting), claims, origin, page)
    _claim_links(one, claims, origin, page)
    if closed := _closed(one):
        claims.add("status", Status.CLOSED, origin, quote(closed), closed.path)
    elif ahead := next((it for it in one.every("status") if _said(it) in _UPCOMING), None):
        claims.add("status", Status.UPCOMING, origin, quote(ahead), ahead.path)


def _setting(named: tuple[str, ...], language: str | None) -> Setting:
    countries = {it for name in named if (it := place.country_of(name))}
    zones = {it for name in named if (it := place.zone_of(name))}
    return Setting(
        zone=zones.pop() if len(zones) == 1 else None,
        country=countries.pop() if len(countries) == 1 else None,
        language=language,
    )


def _claim_places(one: Shaped, claims: Claims, origin: Origin) -> None:
    found: list[str] = []
    first: Part | None = None
    every = [(it, False) for it in one.every("locations")] + [(it, True) for it in one.every("more_locations")]
    for part, more in every:
        named = [it for it in places(part.value) if not _MANY_PLACES.match(it) and not _is_street(part, it)]
        remote = next((it for it in named if workplace.is_only_workplace(it)), "")
        claims.add("workplace", workplace.from_words(remote), origin, quote(part), part.path)
        named = [it for it in named if not workplace.is_only_workplace(it) or it.lower() == "remote"]
        if named and (more or not found or isinstance(part.value, list)):
            first, found = first or part, [*found, *named]
    if not first or all(map(workplace.is_only_workplace, found)):
        first, found = _town(one) or (first, found)
    if len(found) == 1 and "," not in found[0] and found[0].lower() != "remote":
        found = [_with_country(one, found[0])]
    by_place: dict[str, str] = {}
    for name in found[:_MOST_PLACES]:
        by_place.setdefault(place.key(name), name)
    if first:
        claims.add("locations", tuple(by_place.values()), origin, quote(first), first.path)


def _is_street(part: Part, said: str) -> bool:
    """Whether the value of an "address" is a street, not a town."""
    return part.path.lower().endswith("address") and isinstance(part.value, str) and not place.looks_like_place(said)


def _with_country(one: Shaped, town: str) -> str:
    """A town with the region and country that stand beside it."""
    beside = [words(it.value) if (it := one.first(name)) else "" for name in ("state", "country")]
    return named_place(town, *(it for it in beside)) if any(beside) else town


def _town(one: Shaped) -> tuple[Part, list[str]] | None:
    part = one.first("city") or one.first("state")
    town = town_of({key: parts[0].value for key, parts in one.index.items()}) if part else ""
    return (part, [town]) if part and town else None


def _claim_kinds(one: Shaped, claims: Claims, origin: Origin) -> None:
    every = [it for it in one.every("employment_type") if _is_kind(it)]
    every += [Part(_flag_words(name), it.path) for name, it in _flags(one) if name.startswith(_KIND_FLAGS)]
    if every:
        said = "; ".join(filter(None, (words(it.value) for it in every)))[:_LONGEST_QUOTE]
        claims.add("employment_type", kind(it.value for it in every), origin, said, every[0].path)
    for part in one.every("workplace"):
        key = folded(part.path.rpartition(".")[2])
        claims.add("workplace", where(key, part.value), origin, f"{key}: {quote(part)}", part.path)
    number = one.first("requisition_id")
    if number and _is_number(words(number.value)):
        claims.add("requisition_id", words(number.value), origin, quote(number), number.path)


def _is_number(said: str) -> bool:
    return _NUMBER_ID.fullmatch(said) is not None and any(it.isdigit() for it in said) and not _UUID.fullmatch(said)


def _flags(one: Shaped) -> Iterator[tuple[str, Part]]:
    """The keys that are set to true."""
    for name, parts in one.index.items():
        if parts[0].value is True:
            yield name, parts[0]


def _flag_words(name: str) -> str:
    return (
        name.removeprefix("is")
        .replace("fulltime", "full time")
        .replace("parttime", "part time")
        .replace("contract", "contract ")
    )


def _is_kind(part: Part) -> bool:
    key = folded(part.path.rpartition(".")[2].partition("[")[0])
    said = words(part.value)
    return bool(said) and (key not in _VAGUE or is_only_employment(said.replace("_", " ")))


def _claim_dates(dates: Dates, claims: Claims, origin: Origin, page: Page) -> None:
    for name, found in (("posted_on", dates.posted()), ("starts_on", dates.starts())):
        if found:
            claims.add(name, found[0], origin, quote(found[1]), found[1].path)
    if aged := dates.posted_between(page):
        claims.add("posted_between", aged[0], origin, quote(aged[1]), aged[1].path)
    if due := dates.deadline(page):
        claims.add("deadline", due[0], origin, quote(due[1]), due[1].path)
    elif end := dates.expiry():
        deadline, day, part = end
        if deadline and origin is Origin.API:
            claims.add("deadline", deadline, origin, quote(part), part.path)
        else:
            claims.add("valid_through", day, origin, quote(part), part.path)


def _claim_links(one: Shaped, claims: Claims, origin: Origin, page: Page) -> None:
    part = one.first("apply_url")
    said = part.value if part and isinstance(part.value, str) else ""
    if part and said and (found := web_address(said, page)):
        claims.add("apply_url", found, origin, said, part.path)
    elif origin is Origin.API and (own := address(one, page)):
        claims.add("apply_url", own, origin, own, (one.first("url") or one.part).path)
    language = one.first("language")
    if language and _LOCALE.fullmatch(code := words(language.value)):
        claims.add("language", code[:2].lower(), origin, code, language.path)


def _said(part: Part) -> str:
    return words(part.value).strip().lower().replace("_", " ").replace("-", " ")


def _closed(one: Shaped) -> Part | None:
    """What says that it is closed; "published" and the like are what every object says, and prove nothing."""
    for part in one.every("status"):
        if _said(part) in CLOSED:
            return part
    for names, means in ((_CLOSED_FLAGS, True), (_OPEN_FLAGS, False)):
        for name in names:
            if found := next((it for it in one.index.get(name, ()) if it.value is means), None):
                return found
    return None
