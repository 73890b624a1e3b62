"""JSON-LD (and microdata turned into the same shape): schema.org JobPosting to claims.

Read straight from the tree that is parsed already: extruct's own JSON-LD reading costs an import of 0.3 s and 27 MB
for every child process and gives a whole page up at the first bad escape (docs/decisions/0004-reading.md).
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from spiders.claims import Claims, Origin
from spiders.posting import Pay, PayUnit
from spiders.reading import employment, posted, requisition, workplace
from spiders.reading.document import fold
from spiders.reading.lenient_json import loads
from spiders.reading.pay_extras import find_extras
from spiders.reading.place import country_name
from spiders.reading.weekly_hours import find_weekly_hours

_TAG = re.compile(r"<[^<>]{1,500}>")
_UNITS = {
    "HOUR": PayUnit.HOUR,
    "HOURLY": PayUnit.HOUR,
    "HUR": PayUnit.HOUR,
    "DAY": PayUnit.DAY,
    "DAILY": PayUnit.DAY,
    "WEEK": PayUnit.WEEK,
    "WEEKLY": PayUnit.WEEK,
    "WEE": PayUnit.WEEK,
    "MONTH": PayUnit.MONTH,
    "MONTHLY": PayUnit.MONTH,
    "MON": PayUnit.MONTH,
    "YEAR": PayUnit.YEAR,
    "YEARLY": PayUnit.YEAR,
    "ANNUAL": PayUnit.YEAR,
    "ANNUALLY": PayUnit.YEAR,
    "ANN": PayUnit.YEAR,
}
_NUMBER = re.compile(r"\d[\d ,.]*\d|\d")
_DEEPEST = 6
_LONGEST_WORDS = 300
_MOST_PLACES = 5


def items(scripts: Iterable[etree._Element]) -> list[dict[str, Any]]:
    """Every JSON-LD object of a page, also those in arrays and in @graph; scripts beyond mending are left out."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        text = "".join(script.itertext()) if "ld+json" in (script.get("type") or "") else ""
        if text.strip():
            value = loads(text)
            found.extend(_flat(loads(value) if isinstance(value, str) else value))
    return found


def is_a(item: Mapping[str, Any], kind: str) -> bool:
    """Whether an object's @type is (also) `kind`, with or without a schema.org prefix."""
    types = item.get("@type")
    names = (str(it).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for it in _list(types))
    return any(name.casefold() == kind.casefold() for name in names)


def postings(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The JobPosting objects that have a title; the same posting written twice counts once."""
    unique: dict[tuple[str, str], dict[str, Any]] = {}
    for item in found:
        if is_a(item, "JobPosting") and (title := text_of(item.get("title")) or text_of(item.get("name"))):
            unique.setdefault((title, text_of(item.get("url")) or ""), item)
    return list(unique.values())


def own(found: list[dict[str, Any]], said: Sequence[str]) -> list[dict[str, Any]]:
    """Of several postings, the one whose title <title> or og:title begins with; all of them where not just one does."""
    titles = [text.casefold() for text in said]
    named = [it for it in found if (name := _title(it)) and any(text.startswith(name) for text in titles)]
    return named if len(named) == 1 else found


def _title(item: Mapping[str, Any]) -> str:
    return (text_of(item.get("title")) or text_of(item.get("name")) or "").casefold()


def claim(item: Mapping[str, Any], claims: Claims, origin: Origin = Origin.JSON_LD) -> None:
    """What one JobPosting object says of the posting's fields."""
    title = text_of(item.get("title")) or text_of(item.get("name"))
    claims.add("title", title, origin, title or "", "$.title")
    name = text_of(item.get("hiringOrganization"))
    claims.add("organization", name, origin, name or "", "$.hiringOrganization")
    places = locations(item.get("jobLocation"))
    if len(places) > _MOST_PLACES and item.get("jobLocationType"):
        places = ()  # where applicants may live, not where the work is
    if not places and (remote_in := locations(item.get("applicantLocationRequirements"))):
        places = remote_in if len(remote_in) <= _MOST_PLACES else ()
    claims.add("locations", places, origin, "; ".join(places), "$.jobLocation")
    _claim_kinds(item, claims, origin)
    _claim_dates(item, claims, origin)
    _claim_pay(item, claims, origin)
    number = requisition.from_label(_number_of(item.get("identifier")))
    claims.add("requisition_id", number, origin, number or "", "$.identifier")


def _claim_pay(item: Mapping[str, Any], claims: Claims, origin: Origin) -> None:
    if pay := base_salary(item.get("baseSalary")):
        claims.add("pay", pay, origin, pay.text, "$.baseSalary")
    hours = (text_of(item.get("workHours")) or "")[:_LONGEST_WORDS]
    if found := find_weekly_hours(hours):
        claims.add("hours_per_week", found.value, origin, hours, "$.workHours")
    said = (text_of(item.get("incentiveCompensation")) or "")[:_LONGEST_WORDS]
    extras = tuple(it.value for it in find_extras(said))
    claims.add("pay_extras", extras, origin, said, "$.incentiveCompensation")


def _number_of(value: Any) -> str:
    """The value of an identifier, whose name is only who gave it."""
    value = value[0] if isinstance(value, list) and value else value
    return text_of(value.get("value") if isinstance(value, dict) else value) or text_of(value) or ""


def _claim_kinds(item: Mapping[str, Any], claims: Claims, origin: Origin) -> None:
    types = [text for it in _list(item.get("employmentType")) if (text := text_of(it))]
    kind = employment.from_schema(part.rpartition("schema.org/")[2] for text in types for part in text.split(","))
    claims.add("employment_type", kind, origin, ", ".join(types), "$.employmentType")
    remote = text_of(item.get("jobLocationType")) or ""
    claims.add("workplace", workplace.from_schema(remote), origin, remote, "$.jobLocationType")


def _claim_dates(item: Mapping[str, Any], claims: Claims, origin: Origin) -> None:
    date_posted = text_of(item.get("datePosted")) or ""
    claims.add("posted_on", posted.read_date(date_posted), origin, date_posted, "$.datePosted")
    until = text_of(item.get("validThrough")) or ""
    claims.add("valid_through", posted.read_date(until), origin, until, "$.validThrough")


def description(item: Mapping[str, Any]) -> str:
    """The posting's text as HTML; entities that were escaped twice are resolved."""
    text = item.get("description")
    if not isinstance(text, str):
        return ""
    return html.unescape(text) if "&lt;" in text else text


def text_of(value: Any) -> str | None:
    """The words of a value: a string, a number, or an object's name, value or @id; without tags and entities."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            value = next((it for it in value if it), None)
        elif isinstance(value, dict):
            value = value.get("name") or value.get("value") or value.get("@value")
        else:
            break
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    return fold(_TAG.sub(" ", html.unescape(text)) if "&" in text or "<" in text else text) or None


def locations(value: Any) -> tuple[str, ...]:
    """The places of jobLocation: "Berlin, Germany" for each; a postcode is no town."""
    named = (_place(it) for it in _list(value)[:50])
    return tuple(dict.fromkeys(text for text in named if text))


def _place(value: Any) -> str | None:
    if isinstance(value, str):
        return fold(html.unescape(value)).strip(" ,") or None
    if not isinstance(value, dict):
        return None
    address = value.get("address", value)
    if isinstance(address, list):
        address = address[0] if address else None
    if not isinstance(address, dict):
        return text_of(address) or text_of(value)
    parts = [
        text_of(address.get("addressLocality")),
        text_of(address.get("addressRegion")),
        country_name(text_of(address.get("addressCountry"))),
    ]
    words = [part.strip(" ,") for part in parts if part and any(it.isalpha() for it in part)]
    return ", ".join(dict.fromkeys(words)) or text_of(value.get("name"))


def base_salary(value: Any) -> Pay | None:
    """The pay of a MonetaryAmount, however its value is written; None without an amount above zero."""
    value = value[0] if isinstance(value, list) and value else value
    if not isinstance(value, dict):
        return None
    inner = value.get("value", value)
    inner = inner[0] if isinstance(inner, list) and inner else inner
    amount = inner if isinstance(inner, dict) else {"value": inner}
    lowest = _amount(amount.get("minValue", value.get("minValue"))) or _amount(amount.get("value"))
    highest = _amount(amount.get("maxValue", value.get("maxValue"))) or _amount(amount.get("value"))
    if lowest is None and highest is None:
        return None
    if lowest is not None and highest is not None:
        lowest, highest = min(lowest, highest), max(lowest, highest)
    written = text_of(
        amount.get("unitText") or value.get("unitText") or amount.get("unitCode") or value.get("unitCode")
    )
    unit = _UNITS.get((written or "").upper().removeprefix("PER ").strip())
    currency = (text_of(value.get("currency") or value.get("salaryCurrency") or amount.get("currency")) or "").upper()
    words = [currency, *dict.fromkeys(format(it, "f") for it in (lowest, highest) if it is not None), written or ""]
    return Pay(
        min=lowest,
        max=highest,
        currency=currency if re.fullmatch(r"[A-Z]{3}", currency) else None,
        unit=unit,
        text=" ".join(word for word in words if word),
    )


def _amount(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = str(value)
    if isinstance(value, str):
        number = _NUMBER.search(value)
        if number is None:
            return None
        written = number[0].replace(",", "").replace(" ", "")
    try:
        amount = Decimal(written)
    except InvalidOperation:
        return None
    return amount.normalize() + 0 if amount.is_finite() and amount > 0 else None


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _flat(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "@included", "mainEntity", "mainEntityOfPage", "about", "itemListElement", "item"):
            if isinstance(value.get(name), dict | list):
                yield from _flat(value[name], depth + 1)
