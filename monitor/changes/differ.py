"""The differ: which fields of two readings differ, and what the kinds make of that."""

from dataclasses import replace
from typing import Any

from monitor.changes.comparison import Comparison
from monitor.changes.description import own_text
from monitor.changes.links import link
from monitor.changes.registry import POSTING_KINDS
from monitor.changes.units import units_of_text
from monitor.changes.words import words
from monitor.vocabulary import Change
from spiders.posting import Posting
from spiders.record import posting_to_json


def differences(before: Posting, after: Posting, *, not_own: frozenset[int] = frozenset()) -> tuple[Change, ...]:
    """What changed between two readings of one posting.

    Args:
        before: the last good reading.
        after: the reading to compare with it.
        not_own: numbers of blocks of text that are the site's, not the posting's (`monitor.changes.blocks`).

    Returns:
        The changes in the order of the registry; none where both mean the same. Each edit is told by one kind.
    """
    differing = differing_fields(before, after)
    seen = Comparison(before=before, after=after, differing=differing, not_own=not_own)
    changes: list[Change] = []
    for kind in POSTING_KINDS:
        if differing.isdisjoint(kind.fields):
            continue
        found = tuple(kind.tell(seen))
        if found:
            changes += found
            seen = replace(seen, told=seen.told | frozenset(kind.fields))
    return tuple(changes)


def differing_fields(before: Posting, after: Posting) -> frozenset[str]:
    """The fields whose normalised values differ."""
    old, new = normalized(before), normalized(after)
    if old == new:
        return frozenset()
    from deepdiff import DeepDiff  # noqa: PLC0415 - costs 0.2 s to import, and most readings are equal

    return frozenset(DeepDiff(old, new).affected_root_keys)


def normalized(posting: Posting) -> dict[str, Any]:
    """A posting as it compares, by field: words for text, lists keyed by what their entries are.

    Lists become objects keyed by identity before they are compared: comparing long lists in any order has no end.
    """
    record = posting_to_json(posting)
    return {
        "status": record["status"],
        "deadline": record["deadline"] and {key: record["deadline"][key] for key in ("at", "date_only", "zone")},
        "pay": record["pay"] and {key: record["pay"][key] for key in ("min", "max", "currency", "unit")},
        "title": words(posting.title or ""),
        "organization": words(posting.organization or ""),
        "locations": {" ".join(words(location)): True for location in posting.locations},
        "workplace": record["workplace"],
        "employment_type": record["employment_type"],
        "starts_on": record["starts_on"],
        "apply_url": link(posting.apply_url or ""),
        "requisition_id": words(posting.requisition_id or ""),
        "conflicts": dict.fromkeys(posting.conflicts, True),
        "sections": {" ".join(unit.words): True for unit in own_text(posting)},
        "commentary": {" ".join(unit.words): True for unit in units_of_text(posting.commentary or "")},
    }
