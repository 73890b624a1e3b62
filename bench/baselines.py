"""What general tools make of the same pages, as somebody would use them who has an afternoon: to see what is gained."""

import importlib
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from spiders.posting import Deadline, Page, Pay, PayUnit, Posting
from spiders.reading import employment, posted
from spiders.reading.decoding import decode
from spiders.reading.document import parse_html

_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "Kč": "CZK", "zł": "PLN", "₹": "INR", "¥": "JPY"}


@dataclass(frozen=True, slots=True)
class Baseline:
    """A tool, the library that it needs, and the fields that it can give."""

    name: str
    library: str
    fields: tuple[str, ...]
    #: From a page and its label. Of the label only what the tool could never give is taken (price-parser: the unit).
    read: Callable[[Page, Mapping[str, Any]], Posting]


def available() -> list[Baseline]:
    """The baselines whose libraries are installed; says which are not."""
    found = []
    for baseline in _BASELINES:
        try:
            importlib.import_module(baseline.library)
        except ImportError:
            print(f"skipped: {baseline.name}, as {baseline.library} is not installed")
        else:
            found.append(baseline)
    return found


def _structured(page: Page, _label: Mapping[str, Any]) -> Posting:
    """JSON-LD first, then microdata, then OpenGraph for the title and the site's name."""
    import extruct  # noqa: PLC0415 - may be missing

    syntaxes = ["json-ld", "microdata", "opengraph"]
    try:
        found = extruct.extract(page.body.decode("utf-8", "replace"), syntaxes=syntaxes, errors="ignore", uniform=True)
    except Exception:  # noqa: BLE001 - a baseline that fails reads nothing
        return Posting()
    items = [*_items(found.get("json-ld")), *_items(found.get("microdata"))]
    item = next((it for it in items if "JobPosting" in _text(it.get("@type"))), None)
    graph = next(iter(found.get("opengraph") or ()), {})
    if item is None:
        return Posting(title=graph.get("og:title"), organization=graph.get("og:site_name"))
    return Posting(
        title=item.get("title"),
        organization=_name(item.get("hiringOrganization")) or None,
        locations=tuple(filter(None, map(_place, _list(item.get("jobLocation"))))),
        posted_on=posted.read_date(_text(item.get("datePosted"))),
        employment_type=employment.from_words(_text(item.get("employmentType")).replace("_", " ")),
        pay=_salary(item.get("baseSalary")),
        deadline=_until(_text(item.get("validThrough"))),
    )


def _items(value: Any) -> Iterator[dict[str, Any]]:
    for item in _list(value):
        if isinstance(item, dict):
            yield item
            yield from _items(item.get("@graph"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return ", ".join(it for it in _list(value) if isinstance(it, str))


def _name(value: Any) -> str:
    return _text(value.get("name") if isinstance(value, dict) else value)


def _place(location: Any) -> str:
    address = location.get("address") if isinstance(location, dict) else location
    if not isinstance(address, dict):
        return _text(address)
    keys = ("addressLocality", "addressRegion", "addressCountry")
    return ", ".join(filter(None, (_name(address.get(key)) for key in keys)))


def _salary(value: Any) -> Pay | None:
    if not isinstance(value, dict):
        return None
    inner = value.get("value")
    amounts = inner if isinstance(inner, dict) else {"value": inner}
    low, high = (_amount(amounts.get(key) or amounts.get("value")) for key in ("minValue", "maxValue"))
    unit = _text(amounts.get("unitText") or value.get("unitText")).lower()
    if low is None and high is None:
        return None
    known = PayUnit(unit) if unit in set(PayUnit) else None
    return Pay(min=low, max=high, currency=_text(value.get("currency")) or None, unit=known, text="")


def _amount(value: Any) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None


def _until(value: str) -> Deadline | None:
    day = posted.read_date(value)
    return _deadline(datetime.combine(day, time(), UTC)) if day else None


def _deadline(when: datetime) -> Deadline:
    return Deadline(at=datetime.combine(when.date(), time(23, 59, 59), UTC), date_only=True, zone=None, text="")


def _words(page: Page) -> str:
    """The page's visible text: the tools that read text are given it clean."""
    try:
        return "\n".join(block.text for block in parse_html(decode(page.body, page.headers)).blocks)
    except ValueError:
        return ""


def _first_date(page: Page, label: Mapping[str, Any]) -> Posting:
    """The first date on or after the day of the fetch, or else the first date."""
    from dateparser.search import search_dates  # noqa: PLC0415 - may be missing

    settings = {"RELATIVE_BASE": page.fetched_at.replace(tzinfo=None), "RETURN_AS_TIMEZONE_AWARE": False}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(_words(page), languages=[label["lang"]], settings=settings) or []
    dates = [when for _, when in found]
    later = (when for when in dates if when.date() >= page.fetched_at.date())
    first = next(later, None) or next(iter(dates), None)
    return Posting(deadline=_deadline(first) if first else None)


def _first_price(page: Page, label: Mapping[str, Any]) -> Posting:
    """The first price, as both ends; its unit is taken from the label, as a price has none."""
    from price_parser import Price  # noqa: PLC0415 - may be missing

    price = Price.fromstring(_words(page))
    if price.amount is None:
        return Posting()
    pay = label["pay"] or {}
    unit = pay.get("unit") or pay.get("unit_implied")
    code = _SYMBOLS.get(price.currency or "", price.currency)
    return Posting(
        pay=Pay(min=price.amount, max=price.amount, currency=code, unit=PayUnit(unit) if unit else None, text="")
    )


_BASELINES = (
    Baseline(
        "extruct",
        "extruct",
        ("title", "organization", "location", "posted", "employment type", "pay", "deadline"),
        _structured,
    ),
    Baseline("dateparser.search", "dateparser", ("deadline",), _first_date),
    Baseline("price-parser", "price_parser", ("pay",), _first_price),
)
