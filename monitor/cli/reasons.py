"""Why a change was told to a target or not, and what it was read from."""

from collections.abc import Mapping, Sequence
from typing import Any

from config.targets import TargetSettings
from monitor.cli.terminal import counted
from monitor.notify.rules import verdict
from monitor.vocabulary import Kind
from storage.rows import Notice, StoredChange, Watch

#: The field whose evidence bears a kind of change, where it is not named like the kind ("title_changed": "title").
_FIELDS = {
    Kind.CLOSED: "status",
    Kind.OPENED: "status",
    Kind.REOPENED: "status",
    Kind.LOCATION_CHANGED: "locations",
    Kind.START_CHANGED: "starts_on",
    Kind.APPLY_CHANGED: "apply_url",
    Kind.DEADLINE_SOON: "deadline",
    Kind.DEADLINE_PASSED: "deadline",
}


def evidence_of(change: StoredChange, record: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The words that a record's field was read from, for the field that a change is about; None where it has none."""
    posting = (record or {}).get("posting") or {}
    kind = Kind(change.kind)
    name = _FIELDS.get(kind, kind.removesuffix("_changed"))
    evidence: Mapping[str, Any] | None = (posting.get("evidence") or {}).get(name)
    return evidence


def delivery_reasons(
    change: StoredChange, watch: Watch, notices: Sequence[Notice], targets: Sequence[TargetSettings]
) -> list[dict[str, str]]:
    """For each target, today's and former ones, whether it was told and why."""
    told = {notice.target: notice for notice in notices}
    known = {target.name for target in targets}
    reasons = [{"target": it.target, "reason": delivery_of(it)} for it in notices if it.target not in known]
    for target in targets:
        reason = delivery_of(told[target.name]) if target.name in told else _rule(target, change, watch)
        reasons.append({"target": target.name, "reason": reason})
    return reasons


def delivery_of(notice: Notice) -> str:
    """What became of a notice, in the words of `explain`."""
    tries = counted(notice.attempts, "attempt")
    error = f": {notice.last_error}" if notice.last_error else ""
    if notice.state == "sent":
        return f"told, {tries}"
    if notice.state == "failed":
        return f"given up after {tries}{error}; `monitor notify retry` tries again"
    return f"{notice.state}, {tries}{error}"


def _rule(target: TargetSettings, change: StoredChange, watch: Watch) -> str:
    """Which rule kept a change from a target; the rules are those of today."""
    found = verdict(target, change, watch)
    return f"not told: {'the target or its rule is newer than the change' if found.wanted else found.reason}"
