"""The JSON documents of the query verbs, made of stored rows; docs/commands.md is their contract."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from config.settings import ScheduleSettings
from monitor.scheduling import interval_of
from spiders.record import instant_to_json
from storage.rows import Notice, StoredChange, Version, Watch

#: Fields of a posting that a watch document has too.
_OF_WATCH = ("title", "organization", "locations", "status", "pay", "deadline")
#: A posting of which nothing is known, in the order of the document.
_NOTHING_KNOWN: Mapping[str, Any] = {
    "pay_by_place": [],
    "pay_extras": [],
    "deadlines_by_place": [],
    "deadline_terms": None,
    "soft_deadline": None,
    "opens_at": None,
    "workplace": None,
    "employment_type": None,
    "posted_on": None,
    "posted_between": None,
    "starts_on": None,
    "duration": None,
    "requisition_id": None,
    "apply_url": None,
    "language": None,
    "sections": [],
    "requirements": None,
    "commentary": None,
    "evidence": {},
    "conflicts": {},
}


def posting_of(watch: Watch) -> Mapping[str, Any]:
    """The posting of a watch's last version; empty before the first and for boards."""
    return (watch.record or {}).get("posting") or {}


def watch_document(watch: Watch, schedule: ScheduleSettings) -> dict[str, Any]:
    """WATCH. The watch's record must have been loaded."""
    posting = posting_of(watch)
    interval = interval_of(watch.interval, default=schedule.default_interval, shortest=schedule.min_interval)
    return {
        "id": watch.id,
        "url": watch.url,
        "type": watch.kind,
        "title": posting.get("title"),
        "organization": posting.get("organization"),
        "locations": posting.get("locations", []),
        "status": watch.status,
        "pay": posting.get("pay"),
        "deadline": posting.get("deadline"),
        "state": "paused" if watch.paused else "active",
        "tags": list(watch.tags),
        "interval_seconds": int(interval.total_seconds()),
        "last_checked_at": time_document(watch.last_checked_at),
        "last_outcome": watch.last_outcome,
        "next_check_at": time_document(watch.next_check_at),
        "versions": watch.version,
        "last_change_at": time_document(watch.last_change_at),
        "removed_at": time_document(watch.removed_at),
    }


def posting_document(watch: Watch, version: Version | None, schedule: ScheduleSettings) -> dict[str, Any]:
    """POSTING of `show`: the watch's fields, with those of the posting as one version has it.

    Args:
        watch: any watch; its record is not looked at.
        version: the version to show; None before the first.
        schedule: for the watch's interval.
    """
    record = version.record if version else {}
    posting: Mapping[str, Any] = record.get("posting") or {}
    is_last = version is not None and version.seq == watch.version
    document = watch_document(watch, schedule)
    # Ours knows more than the page's (`removed`), but only of the present.
    known = {name: posting[name] for name in _OF_WATCH if name in posting and not (is_last and name == "status")}
    rest = {name: posting.get(name, empty) for name, empty in _NOTHING_KNOWN.items()}
    return (
        document
        | known
        | rest
        | {
            "roles": record.get("roles"),
            "version": version.seq if version else None,
            "observed_at": time_document(version.observed_at) if version else None,
            "last_seen_at": time_document(version.last_seen_at) if version else None,
        }
    )


def change_document(change: StoredChange) -> dict[str, Any]:
    """CHANGE."""
    return {
        "id": change.id,
        "watch_id": change.watch_id,
        "url": change.url,
        "kind": change.kind,
        "direction": change.direction,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "summary": change.summary,
        "severity": change.severity,
        "detected_at": time_document(change.detected_at),
        "since": time_document(change.since),
        "from_version": change.from_version,
        "to_version": change.to_version,
    }


def history_document(
    watch: Watch, versions: Iterable[Version], changes: Iterable[StoredChange], schedule: ScheduleSettings
) -> dict[str, Any]:
    """`{watch, versions, other_changes}`; the last are those from before the first version."""
    told = list(changes)
    return {
        "watch": watch_document(watch, schedule),
        "versions": [version_document(version, told) for version in versions],
        "other_changes": [change_document(change) for change in told if change.to_version == 0],
    }


def version_document(version: Version, changes: Iterable[StoredChange]) -> dict[str, Any]:
    """VERSION, with the changes that made it and those told while it was the last one."""
    return {
        "seq": version.seq,
        "observed_at": time_document(version.observed_at),
        "last_seen_at": time_document(version.last_seen_at),
        "reread": version.reread,
        "changes": [change_document(change) for change in changes if change.to_version == version.seq],
    }


def notice_document(notice: Notice) -> dict[str, Any]:
    """A notice of `notify pending` and `explain`."""
    return {
        "id": notice.id,
        "change_id": notice.change_id,
        "target": notice.target,
        "state": notice.state,
        "due_at": time_document(notice.due_at),
        "attempts": notice.attempts,
        "last_error": notice.last_error,
        "sent_at": time_document(notice.sent_at),
        "message_id": notice.message_id,
    }


def time_document(instant: datetime | None) -> str | None:
    """RFC 3339 in UTC, or null."""
    return None if instant is None else instant_to_json(instant)
