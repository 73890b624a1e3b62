"""Claims: what each source on a page says of a posting's fields, before they are weighed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from spiders.posting import Evidence, Source


class Origin(StrEnum):
    """The kind of place a claim was read from; finer than `Source`, for the order of trust."""

    #: An applicant system's own API, or its state embedded in the page.
    API = "api"
    JSON_LD = "json-ld"
    MICRODATA = "microdata"
    #: State embedded in the page, of no known make: read by its shape.
    STATE = "state"
    #: A label with its value: "Location: London", <dt>/<dd>.
    LABEL = "label"
    #: A heading element.
    HEADING = "heading"
    #: A short line around the title.
    HEAD = "head"
    #: A sentence of the posting's own text.
    PROSE = "prose"
    #: <title>, OpenGraph and other metadata.
    META = "meta"
    #: A weaker word of the metadata: a name that may be the site's own, a title's country, words under a logo.
    SITE = "site"


SOURCES = {
    Origin.API: Source.API,
    Origin.JSON_LD: Source.JSON_LD,
    Origin.MICRODATA: Source.MICRODATA,
    Origin.STATE: Source.API,
    Origin.LABEL: Source.TEXT,
    Origin.HEADING: Source.MARKUP,
    Origin.HEAD: Source.TEXT,
    Origin.PROSE: Source.TEXT,
    Origin.META: Source.MARKUP,
    Origin.SITE: Source.MARKUP,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """One source's word on one field."""

    origin: Origin
    value: Any
    evidence: Evidence


@dataclass(slots=True)
class Claims:
    """All claims of a page, by field, in the order in which they were read."""

    by_field: dict[str, list[Claim]] = field(default_factory=dict)

    def add(self, name: str, value: Any, origin: Origin, text: str, where: str | None = None) -> None:
        """Notes a claim; None, empty text and an empty tuple are no claim."""
        if value is None or value in ("", ()):
            return
        evidence = Evidence(source=SOURCES[origin], text=" ".join(text.split()), where=where)
        self.by_field.setdefault(name, []).append(Claim(origin=origin, value=value, evidence=evidence))

    def of(self, name: str, *origins: Origin) -> Iterator[Claim]:
        """The claims on a field, of these origins only where any are named."""
        return (it for it in self.by_field.get(name, ()) if not origins or it.origin in origins)

    def first(self, name: str, *origins: Origin) -> Any:
        """The first such claim's value, or None."""
        return next((it.value for it in self.of(name, *origins)), None)
