"""One posting out of all claims: each field by its own order of trust, what contradicts the chosen claim kept.

The orders are measured on labelled pages; docs/decisions/0004-reading.md says how.
"""

from collections.abc import Callable, Mapping
from typing import Any

from spiders.agreeing import same_deadline, same_pay
from spiders.claims import Claim, Claims, Origin
from spiders.posting import Evidence
from spiders.reading import place

API, LD, MICRO, STATE = Origin.API, Origin.JSON_LD, Origin.MICRODATA, Origin.STATE
LABEL, HEADING, HEAD, PROSE, META = Origin.LABEL, Origin.HEADING, Origin.HEAD, Origin.PROSE, Origin.META
SITE = Origin.SITE

#: Field → origins, the most trusted first. An origin that is not named is never asked.
TRUST: Mapping[str, tuple[Origin, ...]] = {
    "title": (API, LD, MICRO, HEADING, STATE, HEAD, META),
    "organization": (API, LD, MICRO, STATE, LABEL, META, HEAD, PROSE, SITE),
    "locations": (API, STATE, LABEL, HEAD, LD, MICRO, META, PROSE, SITE),
    "status": (HEAD, API, LD, PROSE, STATE, META),
    "pay": (API, LABEL, PROSE, STATE, LD, MICRO),
    "pay_by_place": (API, PROSE, STATE),
    "pay_extras": (API, PROSE, STATE, LD),
    "hours_per_week": (API, LABEL, PROSE, STATE, LD),
    "deadline": (API, LABEL, PROSE, STATE),
    "deadlines_by_place": (API, PROSE),
    "deadline_terms": (API, PROSE),
    "soft_deadline": (API, PROSE),
    "opens_at": (API, PROSE),
    "workplace": (API, STATE, LABEL, HEAD, LD, MICRO, PROSE),
    "employment_type": (API, STATE, LABEL, HEAD, LD, MICRO, PROSE),
    "posted_on": (API, LD, MICRO, STATE, LABEL, HEAD, PROSE),
    "posted_between": (API, STATE, LABEL, HEAD),
    "starts_on": (API, LABEL, STATE, PROSE),
    "duration": (API, LABEL, PROSE),
    "requisition_id": (API, LABEL, STATE, LD, MICRO, META, PROSE),
    "apply_url": (API, LD, STATE, META),
}

#: What a page shows of its end and of ways to apply: no field of a posting, evidence to weigh.
SIGNS = ("valid_through", "noindex", "apply_control")


def merge(claims: Claims) -> tuple[dict[str, Any], dict[str, Evidence], dict[str, Evidence]]:
    """The chosen values by field, their evidence, and for fields where a lesser source differs, what it says.

    Claims under names that are no field of a posting (`SIGNS`) are kept as evidence only.
    """
    values: dict[str, Any] = {}
    evidence: dict[str, Evidence] = {}
    conflicts: dict[str, Evidence] = {}
    for name in TRUST:
        ranked = _ranked(claims, name)
        if not ranked:
            continue
        values[name], evidence[name] = ranked[0].value, ranked[0].evidence
        if other := _conflict(name, ranked):
            conflicts[name] = other.evidence
    for name in SIGNS:
        if claim := next(claims.of(name), None):
            evidence[name] = claim.evidence
    return values, evidence, conflicts


def chosen(claims: Claims, *names: str) -> dict[str, Any]:
    """As the values of `merge`, of some fields only."""
    return {name: ranked[0].value for name in names if (ranked := _ranked(claims, name))}


def _ranked(claims: Claims, name: str) -> list[Claim]:
    """What is claimed of a field by origins that are asked, the most trusted first."""
    claimed, origins = claims.by_field.get(name), TRUST[name]
    if not claimed:
        return []
    return sorted((it for it in claimed if it.origin in origins), key=lambda claim: origins.index(claim.origin))


def _conflict(name: str, ranked: list[Claim]) -> Claim | None:
    """The most trusted claim that contradicts the first one; sources that only guess contradict nothing."""
    agree = _AGREE.get(name)
    if agree is None:
        return None
    chosen = ranked[0]
    return next(
        (
            it
            for it in ranked[1:]
            if it.origin in _WITNESSES and it.origin is not chosen.origin and not agree(chosen.value, it.value)
        ),
        None,
    )


def _share_a_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool({place.key(it) for it in one} & {place.key(it) for it in other})


def _same(one: object, other: object) -> bool:
    return one == other


#: Origins whose word is definite enough to contradict.
_WITNESSES = frozenset({API, LD, MICRO, STATE, LABEL, PROSE, HEAD})
_AGREE: Mapping[str, Callable[[Any, Any], bool]] = {
    "pay": same_pay,
    "deadline": same_deadline,
    "status": _same,
    "locations": _share_a_place,
    "workplace": _same,
}
