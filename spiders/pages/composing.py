"""From claims and a scope to a posting: what every reader of one posting does last."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from spiders.claims import Claims
from spiders.merging import chosen, merge
from spiders.pages.visible import Context, claim_fields, claim_terms
from spiders.posting import Evidence, Page, Posting, Source, Status
from spiders.reading import place
from spiders.reading.document import Document
from spiders.reading.language import language_of
from spiders.reading.requirements import find_requirements
from spiders.reading.scope import Scope
from spiders.reading.sections import find_parts

_QUOTE = 80


def compose(doc: Document, scope: Scope, claims: Claims, page: Page) -> Posting:
    """The posting that all claims together make; `claims` gains those of the visible text."""
    claim_fields(doc, scope, claims, page.fetched_at)
    language, said_in = _language(doc, scope, claims)
    known = chosen(claims, "locations", "posted_on", "posted_between")
    claim_terms(scope, _context(page, language, known), claims)
    values, evidence, conflicts = merge(claims)
    if "posted_on" in values and values.pop("posted_between", None):
        del evidence["posted_between"]  # a date says more than an age
    values.setdefault("status", Status.UNKNOWN)
    values |= _pay_by_the_hour(values, values.pop("hours_per_week", None))
    parts = find_parts(scope.body, values.get("title"))
    requirements, asked = find_requirements(scope, parts, language)
    return Posting(
        **values,
        language=language,
        sections=tuple(it.section for it in parts),
        requirements=requirements,
        commentary=scope.commentary,
        evidence=MappingProxyType(evidence | said_in | asked | _commentary(scope)),
        conflicts=MappingProxyType(conflicts),
        text=scope.text,
    )


def _language(doc: Document, scope: Scope, claims: Claims) -> tuple[str | None, dict[str, Evidence]]:
    """The language, and where it is said, or the beginning of the text that it was told by."""
    if said := next(claims.of("language"), None):
        return said.value, {"language": said.evidence}
    if told := language_of(scope.lower[scope.head_length :] if scope.body else scope.lower):
        first = scope.body_start if scope.body else 0
        words = scope.blocks[first].text[:_QUOTE].rstrip()
        return told, {"language": Evidence(source=Source.TEXT, text=words, where=scope.where(first, words))}
    if declared := language_of("", doc.language):
        words = " ".join((doc.language or "").split())
        return declared, {"language": Evidence(source=Source.MARKUP, text=words, where="markup:html@lang")}
    return None, {}


def _commentary(scope: Scope) -> dict[str, Evidence]:
    """The first line of an editor's words as their evidence; it has no place in the posting's text."""
    words = " ".join((scope.commentary or "").partition("\n")[0].split())[:_QUOTE]
    return {"commentary": Evidence(source=Source.TEXT, text=words)} if words else {}


def _pay_by_the_hour(values: Mapping[str, Any], hours: Decimal | None) -> dict[str, Any]:
    """The pay, all in all and for each place, with the hours a week that make a year of it."""
    pay, placed = values.get("pay"), values.get("pay_by_place", ())
    if hours is None or pay is None:
        return {}
    by_place = tuple(replace(it, pay=replace(it.pay, hours_per_week=hours)) for it in placed)
    return {"pay": replace(pay, hours_per_week=hours), "pay_by_place": by_place}


def _context(page: Page, language: str | None, values: Mapping[str, Any]) -> Context:
    places = values.get("locations", ())
    countries = {country for it in places if (country := place.country_of(it))}
    zones = {zone for it in places if (zone := place.zone_of(it))}
    return Context(
        language=language,
        seen_on=page.fetched_at.date(),
        country=countries.pop() if len(countries) == 1 else None,
        zone=zones.pop() if len(zones) == 1 else None,
        posted_on=values.get("posted_on") or values.get("posted_between", (None,))[0],
        places=places,
    )
