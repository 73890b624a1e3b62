"""Signs that a posting ended, which were weighed or kept, as lines for people."""

from collections.abc import Mapping
from typing import Any

from monitor.cli.terminal import cell

#: By the name of the evidence (`monitor.judging.expiry`).
_WORDS = {
    "markup_withdrawn": "JobPosting markup withdrawn",
    "noindex_added": "noindex added",
    "apply_withdrawn": "way to apply withdrawn",
}


def signs_of(record: Mapping[str, Any] | None) -> dict[str, Mapping[str, Any]]:
    """The evidence of a record that speaks for an end of the posting, by its name; decided by it or not."""
    evidence = ((record or {}).get("posting") or {}).get("evidence") or {}
    return {name: evidence[name] for name in _WORDS if name in evidence}


def sign_lines(signs: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Like 'sign of an end: JobPosting markup withdrawn, json-ld $.title: "Baker"'."""
    return [f'sign of an end: {_WORDS[name]}, {_place(it)}: "{cell(it["text"])}"' for name, it in signs.items()]


def _place(evidence: Mapping[str, Any]) -> str:
    source, where = evidence["source"], evidence["where"] or ""
    return where if where.startswith(f"{source}:") else f"{source} {where}".rstrip()
