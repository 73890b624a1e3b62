"""The JSON of `monitor status`."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from monitor.telemetry.needs import Need
from monitor.telemetry.standing import Standing


def document(now: Standing, found: list[Need]) -> dict[str, Any]:
    """How all stands, and what of it needs a person; instants are RFC 3339 in UTC, sizes bytes."""
    return {
        "at": _time(now.at),
        "well": not found,
        "needs": [{"what": it.what, "text": it.text} for it in found],
        "daemon": _plain(now.holder) if now.holder else None,
        "alive_at": _time(now.alive_at),
        "last_good_round_at": _time(now.good_at),
        "blind_since": _time(now.blind_since),
        "rounds": [_plain(it) for it in now.rounds],
        "watches": {name: it for name, it in _plain(now.queue).items() if name != "longest_pass"},
        "blind": [
            {"id": it.id, "url": it.url, "kind": it.blind, "since": _time(it.failing_since), "reason": it.last_reason}
            for it in now.blind
        ],
        "checks": {
            "since": _time(now.checked_since),
            "outcomes": dict(now.checked.outcomes),
            "estimated": now.checked.estimated,
        },
        "changes_24h": dict(now.changes),
        "hosts": {"errors": [_plain(it) for it in now.worst], "slow": [_plain(it) for it in now.slow]},
        "notices": [_plain(it) for it in now.undelivered],
        "failing_targets": [
            {"target": name, "since": _time(it.since), "reason": it.text} for name, it in now.failing.items()
        ],
        "disk": {**_plain(now.sizes), "free_bytes": now.free_bytes, "backups": _plain(now.backups)},
        "versions": dict(now.versions),
    }


def _plain(value: Any) -> dict[str, Any]:
    return {name: _time(it) if isinstance(it, datetime) else it for name, it in asdict(value).items()}


def _time(at: datetime | None) -> str | None:
    return None if at is None else f"{at:%Y-%m-%dT%H:%M:%SZ}"
