"""Readings as JSON and back: the record that a version stores and the crawler sends.

The JSON names are the contract's (`show --json`, `read --json`): amounts are decimal strings, instants RFC 3339 in
UTC, a field that the page does not give is null.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from spiders.posting import (
    Deadline,
    EmploymentType,
    Evidence,
    Pay,
    PayUnit,
    Posting,
    Reading,
    Role,
    Section,
    SectionKind,
    Source,
    Status,
    Verdict,
    Workplace,
)


def instant_to_json(instant: datetime) -> str:
    """RFC 3339 in UTC, to the second: "2026-02-05T17:00:00Z"."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant_from_json(text: str) -> datetime:
    """The instant that `instant_to_json` wrote."""
    return datetime.fromisoformat(text).astimezone(UTC)


def posting_to_json(posting: Posting) -> dict[str, Any]:
    """The posting's own fields of the contract's POSTING object."""
    return {
        "title": posting.title,
        "organization": posting.organization,
        "locations": list(posting.locations),
        "status": posting.status.value,
        "pay": posting.pay and pay_to_json(posting.pay),
        "deadline": posting.deadline and deadline_to_json(posting.deadline),
        "workplace": posting.workplace and posting.workplace.value,
        "employment_type": posting.employment_type and posting.employment_type.value,
        "posted_on": posting.posted_on and posting.posted_on.isoformat(),
        "starts_on": posting.starts_on,
        "duration": posting.duration,
        "requisition_id": posting.requisition_id,
        "apply_url": posting.apply_url,
        "language": posting.language,
        "sections": [
            {"kind": section.kind.value, "heading": section.heading, "text": section.text}
            for section in posting.sections
        ],
        "commentary": posting.commentary,
        "evidence": {name: _evidence_to_json(it) for name, it in sorted(posting.evidence.items())},
        "conflicts": {name: _evidence_to_json(it) for name, it in sorted(posting.conflicts.items())},
    }


def posting_from_json(record: Mapping[str, Any]) -> Posting:
    """The posting that `posting_to_json` wrote."""
    return Posting(
        title=record["title"],
        organization=record["organization"],
        locations=tuple(record["locations"]),
        status=Status(record["status"]),
        pay=record["pay"] and pay_from_json(record["pay"]),
        deadline=record["deadline"] and deadline_from_json(record["deadline"]),
        workplace=record["workplace"] and Workplace(record["workplace"]),
        employment_type=record["employment_type"] and EmploymentType(record["employment_type"]),
        posted_on=record["posted_on"] and date.fromisoformat(record["posted_on"]),
        starts_on=record["starts_on"],
        duration=record["duration"],
        requisition_id=record["requisition_id"],
        apply_url=record["apply_url"],
        language=record["language"],
        sections=tuple(
            Section(kind=SectionKind(it["kind"]), heading=it["heading"], text=it["text"]) for it in record["sections"]
        ),
        commentary=record["commentary"],
        evidence={name: _evidence_from_json(it) for name, it in record["evidence"].items()},
        conflicts={name: _evidence_from_json(it) for name, it in record["conflicts"].items()},
    )


def pay_to_json(pay: Pay) -> dict[str, Any]:
    """The contract's PAY object."""
    return {
        "min": _amount_to_json(pay.min),
        "max": _amount_to_json(pay.max),
        "currency": pay.currency,
        "unit": pay.unit and pay.unit.value,
        "implied": list(pay.implied),
        "annual_min": _amount_to_json(pay.annual_min),
        "annual_max": _amount_to_json(pay.annual_max),
        "text": pay.text,
    }


def pay_from_json(record: Mapping[str, Any]) -> Pay:
    """The pay that `pay_to_json` wrote."""
    return Pay(
        min=record["min"] and Decimal(record["min"]),
        max=record["max"] and Decimal(record["max"]),
        currency=record["currency"],
        unit=record["unit"] and PayUnit(record["unit"]),
        implied=tuple(record["implied"]),
        text=record["text"],
    )


def deadline_to_json(deadline: Deadline) -> dict[str, Any]:
    """The contract's DEADLINE object."""
    return {
        "at": instant_to_json(deadline.at),
        "date_only": deadline.date_only,
        "zone": deadline.zone,
        "text": deadline.text,
    }


def deadline_from_json(record: Mapping[str, Any]) -> Deadline:
    """The deadline that `deadline_to_json` wrote."""
    return Deadline(
        at=instant_from_json(record["at"]),
        date_only=record["date_only"],
        zone=record["zone"],
        text=record["text"],
    )


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The contract's READING object, without its `source`."""
    return {
        "verdict": reading.verdict.value,
        "reasons": list(reading.reasons),
        "posting": reading.posting and posting_to_json(reading.posting),
        "roles": None if reading.roles is None else [{"title": role.title, "url": role.url} for role in reading.roles],
        "whole": reading.whole,
    }


def reading_from_json(record: Mapping[str, Any]) -> Reading:
    """The reading that `reading_to_json` wrote."""
    return Reading(
        verdict=Verdict(record["verdict"]),
        reasons=tuple(record["reasons"]),
        posting=record["posting"] and posting_from_json(record["posting"]),
        roles=None
        if record["roles"] is None
        else tuple(Role(title=it["title"], url=it["url"]) for it in record["roles"]),
        whole=record.get("whole", True),
    )


def record_hash(reading: Reading) -> str:
    """SHA-256 (hex) of what a reading means, the same for other words of the same pay or deadline.

    Evidence, the words beside parsed values and the zone that a deadline is written in are left out, so that
    equal hashes mean that judging would find nothing. Unequal hashes mean that it has to look.
    """
    record = reading_to_json(reading)
    del record["reasons"]
    if record["posting"]:
        record["posting"] = _meaning(record["posting"])
    canonical = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _meaning(posting: dict[str, Any]) -> dict[str, Any]:
    kept = posting | {"conflicts": sorted(posting["conflicts"])}
    del kept["evidence"]
    if kept["pay"]:
        kept["pay"] = {key: kept["pay"][key] for key in ("min", "max", "currency", "unit")}
    if kept["deadline"]:
        kept["deadline"] = {key: kept["deadline"][key] for key in ("at", "date_only")}
    return kept


def _amount_to_json(amount: Decimal | None) -> str | None:
    """A plain decimal string without trailing zeros: "60", "22.5"."""
    if amount is None:
        return None
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    return {"source": evidence.source.value, "text": evidence.text, "where": evidence.where}


def _evidence_from_json(record: Mapping[str, Any]) -> Evidence:
    return Evidence(source=Source(record["source"]), text=record["text"], where=record["where"])
