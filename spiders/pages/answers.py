"""What the answers of all applicant systems have in common: parts with their paths, values, the reading at the end.

An answer is a JSON value, or an XML tree in the same shape (`spiders.pages.xml_answers`). Nothing about its shape is
taken for granted: what is not there, or is of another type, is no claim.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import parse_qs, urlsplit

from spiders.claims import Claims, Origin
from spiders.pages.bounds import MOST_TEXT
from spiders.pages.composing import compose
from spiders.posting import Deadline, Page, Pay, PayUnit, Posting, Reading, Role, Status, Verdict
from spiders.reading import employment, place, posted, workplace
from spiders.reading.document import fold, parse_html
from spiders.reading.pay import find_pay
from spiders.reading.scope import find_scope
from spiders.reading.urls import absolute, without_tracking

_DATE_LENGTH = len("2026-02-05")
#: Dates of postings; outside are placeholders (1970, 9999).
_YEARS = range(2000, 2100)
_MOST_ITEMS = 20_000
_LONGEST_QUOTE = 300
_LARGEST = Decimal(10) ** 10
_EPOCH_MS = range(10**11, 10**14)
_UNITS = {
    PayUnit.HOUR: "hour hours hourly hr",
    PayUnit.DAY: "day days daily",
    PayUnit.WEEK: "week weeks weekly",
    PayUnit.MONTH: "month months monthly",
    PayUnit.YEAR: "year years yearly annual annually annum yr",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
#: Between groups of three digits: a point, a comma, a space or an apostrophe.
_GROUP = re.compile(r"(?<=\d)[.,  ’'](?=\d{3}(?!\d))")
_DECIMAL_COMMA = re.compile(r"\d,\d{1,2}$")
_WORD = re.compile(r"[a-z]+|\d+")
_NOT_FOUND = re.compile(r"\b(?:not[ _-]found|no longer (?:exists|available|published)|does not exist)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A value in an answer, and where it stands there; the value of what is not there is None."""

    value: Any
    #: A JSON path.
    path: str = "$"

    def at(self, keys: str) -> "Part":
        """The part under "company.name"; this part under ""."""
        value, path = self.value, self.path
        for key in filter(None, keys.split(".")):
            value = value.get(key) if isinstance(value, dict) else None
            path = f"{path}.{key}"
        return Part(value, path)

    def items(self) -> Iterator["Part"]:
        """The parts of a list; a thing alone is a list of one, as XML has it."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value[:_MOST_ITEMS]):
                yield Part(value, f"{self.path}[{index}]")
        elif self.value is not None:
            yield self

    def has(self, *keys: str) -> bool:
        """Whether it is an object with all of these keys."""
        return isinstance(self.value, dict) and all(key in self.value for key in keys)

    @property
    def text(self) -> str:
        """Its words; empty for what is no text and no number."""
        return text(self.value)


#: A posting's field, where its value stands ("company.name"), and how that value is read.
Field = tuple[str, str, Callable[[Any], Any]]


def claim(item: Part, fields: Iterable[Field], claims: Claims) -> None:
    """Claims what one object says, field by field, with the path as evidence."""
    for name, keys, read in fields:
        said = item.at(keys)
        if said.value is not None:
            add(claims, name, read(said.value), said)


def add(claims: Claims, name: str, value: Any, said: Part) -> None:
    """Claims one value, with the part that says it as evidence."""
    if isinstance(value, Pay | Deadline):
        quote = value.text
    else:
        quote = "; ".join(value) if isinstance(value, tuple) else _quote(said.value)
        if isinstance(said.value, bool):
            quote = f"{said.path.rpartition('.')[2]}: {quote}"
    claims.add(name, value, Origin.API, quote, said.path)


def flag(claims: Claims, name: str, value: Any, said: Part) -> None:
    """Claims one value where a part is true; of several flags the first claimed counts."""
    if said.value is True:
        add(claims, name, value, said)


def posting(html: str, claims: Claims, page: Page) -> Posting:
    """The posting of the claims and of its text, which is HTML; open unless something has claimed otherwise."""
    if not claims.by_field.get("status"):
        claims.add("status", Status.OPEN, Origin.API, "listed", "$")
    doc = parse_html(f"<body><div>{html[:MOST_TEXT]}</div></body>")
    return compose(doc, find_scope(doc, None, whole=True), claims, page)


def shown(system: str, one: Posting) -> Reading:
    """The reading of a posting's answer."""
    return Reading(verdict=Verdict.POSTING, reasons=(f"the API of {system} gives the posting",), posting=one)


def missing(item: Part) -> str | None:
    """The words in which an error's answer says that there is no such posting; None for any other answer.

    Not found is what HTTP calls 404 and what the systems word so; an outage, a limit or a refusal is something else.
    """
    said = [
        item.at(key) for key in ("message", "error", "error.message", "detail", "title", "code", "errorCode", "errors")
    ]
    words = "; ".join(filter(None, (_quote(it.value) for it in said)))
    states = [item.at(key).text for key in ("status", "statusCode", "httpStatus", "code", "error.code")]
    return (words or "404") if "404" in states or _NOT_FOUND.search(words) else None


def listed(
    system: str,
    roles: Iterable[Role],
    total: Any = None,
    *,
    more: bool = False,
    start: int = 0,
    onward: Callable[[int], str | None] | None = None,
) -> Reading:
    """The reading of a board's answer; a role named several times (once for each place) counts once.

    Args:
        system: The system's name.
        roles: The roles of this answer.
        total: How many there are in all, where the answer says so.
        more: The answer says that there are more, not how many.
        start: How many come before this answer's.
        onward: The address of the page that begins after so many.
    """
    every = list(roles)
    unique = {(role.url or role.title): role for role in every if role.title}
    total = total if isinstance(total, int) and not isinstance(total, bool) else None
    seen = start + len(every)
    goes_on = more or (total or 0) > seen
    count = f"{len(unique)} of {total if (total or 0) > seen else 'more'}" if goes_on else str(len(unique))
    return Reading(
        verdict=Verdict.LISTING,
        reasons=(f"the API of {system} lists {count} postings",),
        roles=tuple(unique.values()),
        whole=not goes_on,
        next_page=onward(seen) if onward and goes_on and every else None,
        total=total or None,
    )


def gone(system: str, said: str) -> Reading:
    """The reading of an answer that says that the posting is not there (any more)."""
    return Reading(verdict=Verdict.GONE, reasons=(f"the API of {system}: {fold(said)[:_LONGEST_QUOTE]}",))


def chosen(page: Page) -> str | None:
    """Which posting of a list was asked for: the "posting" in the fragment of a call; None for the list itself."""
    try:
        fragment = urlsplit(page.url).fragment
    except ValueError:
        return None
    return parse_qs(fragment).get("posting", [None])[0]


def one_of(system: str, items: Iterable[Part], page: Page, names: Callable[[Part], Sequence[str]]) -> Part | Reading:
    """The posting of a list that was asked for, or the reading "gone" where the list has it no more.

    Args:
        system: The system's name.
        items: The list.
        page: The answer; its address says which posting.
        names: What the posting of an entry can be asked for by.
    """
    wanted = (chosen(page) or "").casefold()
    found = next((it for it in items if wanted in {name.casefold() for name in names(it)}), None)
    return found or gone(system, f"the list has no posting {wanted}")


def text(value: Any) -> str:
    """A text on one line, or a number as text (in XML, also beside attributes); anything else is empty."""
    if isinstance(value, dict):
        value = value.get("#text")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return fold(value if isinstance(value, str) else str(value)[:_LONGEST_QUOTE])


def html(value: Any) -> str:
    """A text with its markup; anything else is empty."""
    return value if isinstance(value, str) else ""


def first_html(item: Part, *keys: str) -> str:
    """The first of several texts with markup that is there and says something."""
    said = (html(item.at(key).value) for key in keys)
    return next((it for it in said if it.strip()), "")


def section(heading: Any, body: Any) -> str:
    """A part of a posting's text, as HTML, under its heading; empty where there is no text."""
    return f"<div><h3>{text(heading)}</h3>{body}</div>" if html(body).strip() else ""


def link(value: Any, base: str | None = None) -> str | None:
    """A web address without tracking, absolute on `base`; None for what is none."""
    if not isinstance(value, str) or not value.strip():
        return None
    return absolute(value, base) if base else without_tracking(value.strip())


def day(value: Any) -> date | None:
    """The day of an ISO date or instant, or of milliseconds since 1970 (in UTC)."""
    if isinstance(value, int) and value in _EPOCH_MS:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=value)).date()
    found = posted.read_date(text(value)[:_DATE_LENGTH]) if isinstance(value, str | dict) else None
    return found if found and found.year in _YEARS else None


def deadline(value: Any) -> Deadline | None:
    """The deadline that an ISO 8601 date or instant says; 1970 and 9999 are none."""
    written = text(value)
    try:
        at = datetime.fromisoformat(written.removesuffix(" UTC") + "+00:00" * written.endswith(" UTC"))
    except ValueError:
        return None
    if at.year not in _YEARS:
        return None
    if len(written) <= _DATE_LENGTH:
        end = at.replace(hour=23, minute=59, second=59, tzinfo=UTC)
        return Deadline(at=end, date_only=True, zone=None, text=written)
    offset = at.strftime("%z")
    zone = f"{offset[:3]}:{offset[3:5]}" if offset else None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return Deadline(at=at.astimezone(UTC), date_only=False, zone=zone, text=written)


def amount(value: Any) -> Decimal | None:
    """A sum of money above zero."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = Decimal(_plain(value) if isinstance(value, str) else str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 < found < _LARGEST else None


def _plain(said: str) -> str:
    """A number without what groups its digits: "45.000,00", "45 000", "45,000.00"."""
    said = _GROUP.sub("", said.strip()[:30])
    return said.replace(",", ".") if _DECIMAL_COMMA.search(said) else said.replace(",", "")


def pay(low: Any, high: Any, currency: Any, interval: Any, said: str = "") -> Pay | None:
    """The pay of two amounts; None where neither is one.

    Args:
        low: The least, or nothing.
        high: The most, or nothing.
        currency: An ISO 4217 code in any case.
        interval: Words that name the time ("1 YEAR", "per-hour-wage", "hourly").
        said: The system's own words for it, where it has any.
    """
    ends = [it for it in (amount(low), amount(high)) if it is not None]
    if not ends:
        return None
    code = text(currency).upper()
    amounts = " - ".join(f"{it:f}" for it in dict.fromkeys(ends))
    found = None if text(interval) else find_pay(f"Salary: {code} {amounts}")
    return Pay(
        min=min(ends) if amount(low) is not None else None,
        max=max(ends) if amount(high) is not None else None,
        currency=code if re.fullmatch(r"[A-Z]{3}", code) else None,
        unit=found.value.unit if found else unit(interval),
        implied=("unit",) if found and found.value.unit else (),
        text=fold(said or f"{code} {amounts} {text(interval)}"),
    )


def unit(interval: Any) -> PayUnit | None:
    """The time that words name; None for none, several, or "2 weeks"."""
    words = _WORD.findall(text(interval).lower())
    found = {_UNIT_OF[word] for word in words if word in _UNIT_OF}
    several = any(word in {"bi", "semi"} or (word.isdigit() and word != "1") for word in words)
    return found.pop() if len(found) == 1 and not several else None


def worded_pay(claims: Claims, said: Part) -> None:
    """Claims the pay that a field says in its own words ("$50k - $60k / year"), in the posting's country."""
    country = next(filter(None, map(place.country_of, claims.first("locations") or ())), None)
    if said.text and (found := find_pay(f"Salary: {said.text[:_LONGEST_QUOTE]}", country=country)):
        add(claims, "pay", replace(found.value, text=said.text[:_LONGEST_QUOTE]), said)


def spanning(ranges: Sequence[Pay]) -> Pay | None:
    """One pay from the least to the most of those that have the first one's currency and unit."""
    if not ranges:
        return None
    first = ranges[0]
    like = [it for it in ranges if (it.currency, it.unit) == (first.currency, first.unit)]
    lows, highs = [it.min for it in like if it.min is not None], [it.max for it in like if it.max is not None]
    return Pay(
        min=min(lows, default=None),
        max=max(highs, default=None),
        currency=first.currency,
        unit=first.unit,
        implied=first.implied,
        text="; ".join(dict.fromkeys(it.text for it in like)),
    )


def places(value: Any) -> tuple[str, ...]:
    """The places that words list ("Berlin; Munich")."""
    return place.split_list(text(value))


def named_place(*parts: Any) -> str:
    """One place, "Munich, Bavaria, Germany", of town, region and country; a country's code becomes its name."""
    *inner, country = (text(part).strip(" ,") for part in parts)
    return ", ".join(dict.fromkeys(it for it in (*inner, place.country_name(country)) if it))


def kind(value: Any) -> Any:
    """The kind of employment that a value names, in words or run together ("FullTime", "SALARIED_FT")."""
    said = text(value)
    return employment.from_words(_apart(said)) or employment.from_schema([said])


def where(value: Any) -> Any:
    """The workplace that a value names ("on_site", "Hybrid", "OnSite")."""
    return workplace.from_words(_apart(text(value)))


def language(value: Any) -> str | None:
    """The ISO 639-1 code of "en-US"."""
    code = text(value)[:2].lower()
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def _apart(said: str) -> str:
    """Words that run together ("FullTime", "on_site") apart."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", said)


def _quote(value: Any) -> str:
    """The words of a value as evidence: all texts in it, shortened."""
    words: list[str] = []
    pending, seen = [value], 0
    while pending and seen < _LONGEST_QUOTE:
        one, seen = pending.pop(0), seen + 1
        if isinstance(one, dict | list):
            pending[:0] = list(one.values() if isinstance(one, dict) else one)[:_LONGEST_QUOTE]
        elif one is not None:
            words.append(fold(str(one).lower() if isinstance(one, bool) else str(one)[:_LONGEST_QUOTE]))
    return "; ".join(filter(None, words))[:_LONGEST_QUOTE]
