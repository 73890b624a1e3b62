"""From claims and a scope to a posting: what every reader of one posting does last."""

from datetime import date
from types import MappingProxyType

from spiders.claims import Claims
from spiders.merging import merge
from spiders.pages.visible import Context, claim_fields, claim_terms
from spiders.posting import Page, Posting, Status
from spiders.reading import place
from spiders.reading.document import Document
from spiders.reading.language import language_of
from spiders.reading.scope import Scope
from spiders.reading.sections import find_sections


def compose(doc: Document, scope: Scope, claims: Claims, page: Page) -> Posting:
    """The posting that all claims together make; `claims` gains those of the visible text."""
    claim_fields(doc, scope, claims)
    values, _, _ = merge(claims)
    own = scope.text[scope.head_length :] if scope.body else scope.text
    language = claims.first("language") or language_of(own, doc.language)
    claim_terms(scope, _context(page, language, values.get("locations", ()), values.get("posted_on")), claims)
    values, evidence, conflicts = merge(claims)
    values.setdefault("status", Status.UNKNOWN)
    title = values.get("title")
    return Posting(
        **values,
        language=language,
        sections=find_sections(scope.body, title),
        commentary=scope.commentary,
        evidence=MappingProxyType(evidence),
        conflicts=MappingProxyType(conflicts),
        text=scope.text,
    )


def _context(page: Page, language: str | None, places: tuple[str, ...], posted_on: date | None) -> Context:
    countries = {country for it in places if (country := place.country_of(it))}
    zones = {zone for it in places if (zone := place.zone_of(it))}
    return Context(
        language=language,
        seen_on=page.fetched_at.date(),
        country=countries.pop() if len(countries) == 1 else None,
        zone=zones.pop() if len(zones) == 1 else None,
        posted_on=posted_on,
    )
