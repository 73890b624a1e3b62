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
    Degree,
    EmploymentType,
    Evidence,
    Pay,
    PayExtra,
    PayExtraKind,
    PayUnit,
    PlaceDeadline,
    PlacePay,
    Posting,
    Reading,
    Requirements,
    Role,
    Section,
    SectionKind,
    Source,
    Status,
    Terms,
    Verdict,
    WorkAuthorization,
    Workplace,
    YearsExperience,
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
        "pay_by_place": [{"place": it.place, "pay": pay_to_json(it.pay)} for it in posting.pay_by_place],
        "pay_extras": [{"kind": it.kind.value, "text": it.text} for it in posting.pay_extras],
        "deadline": posting.deadline and deadline_to_json(posting.deadline),
        "deadlines_by_place": [
            {"place": it.place, "deadline": deadline_to_json(it.deadline)} for it in posting.deadlines_by_place
        ],
        "deadline_terms": posting.deadline_terms and posting.deadline_terms.value,
        "soft_deadline": posting.soft_deadline and deadline_to_json(posting.soft_deadline),
        "opens_at": posting.opens_at and posting.opens_at.isoformat(),
        "workplace": posting.workplace and posting.workplace.value,
        "employment_type": posting.employment_type and posting.employment_type.value,
        "posted_on": posting.posted_on and posting.posted_on.isoformat(),
        "posted_between": posting.posted_between and [it and it.isoformat() for it in posting.posted_between],
        "starts_on": posting.starts_on,
        "duration": posting.duration,
        "requisition_id": posting.requisition_id,
        "apply_url": posting.apply_url,
        "language": posting.language,
        "sections": [
            {"kind": section.kind.value, "heading": section.heading, "text": section.text}
            for section in posting.sections
        ],
        "requirements": posting.requirements and requirements_to_json(posting.requirements),
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
        pay_by_place=tuple(
            PlacePay(place=it["place"], pay=pay_from_json(it["pay"])) for it in record.get("pay_by_place", ())
        ),
        pay_extras=tuple(
            PayExtra(kind=PayExtraKind(it["kind"]), text=it["text"]) for it in record.get("pay_extras", ())
        ),
        deadline=record["deadline"] and deadline_from_json(record["deadline"]),
        deadlines_by_place=tuple(
            PlaceDeadline(place=it["place"], deadline=deadline_from_json(it["deadline"]))
            for it in record.get("deadlines_by_place", ())
        ),
        deadline_terms=Terms(terms) if (terms := record.get("deadline_terms")) else None,
        soft_deadline=deadline_from_json(soft) if (soft := record.get("soft_deadline")) else None,
        opens_at=date.fromisoformat(opens) if (opens := record.get("opens_at")) else None,
        workplace=record["workplace"] and Workplace(record["workplace"]),
        employment_type=record["employment_type"] and EmploymentType(record["employment_type"]),
        posted_on=record["posted_on"] and date.fromisoformat(record["posted_on"]),
        posted_between=_days_from_json(record.get("posted_between")),
        starts_on=record["starts_on"],
        duration=record["duration"],
        requisition_id=record["requisition_id"],
        apply_url=record["apply_url"],
        language=record["language"],
        sections=tuple(
            Section(kind=SectionKind(it["kind"]), heading=it["heading"], text=it["text"]) for it in record["sections"]
        ),
        requirements=(asked := record.get("requirements")) and requirements_from_json(asked),
        commentary=record["commentary"],
        evidence={name: _evidence_from_json(it) for name, it in record["evidence"].items()},
        conflicts={name: _evidence_from_json(it) for name, it in record["conflicts"].items()},
    )


def _days_from_json(record: list[str | None] | None) -> tuple[date | None, date] | None:
    if not record or record[1] is None:
        return None
    return date.fromisoformat(record[0]) if record[0] else None, date.fromisoformat(record[1])


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
        "hours_per_week": _amount_to_json(pay.hours_per_week),
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
        hours_per_week=Decimal(hours) if (hours := record.get("hours_per_week")) else None,
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


def requirements_to_json(asked: Requirements) -> dict[str, Any]:
    """The contract's REQUIREMENTS object."""
    years = asked.years_experience
    return {
        "degree": asked.degree and asked.degree.value,
        "degree_required": asked.degree_required,
        "graduation_years": list(asked.graduation_years),
        "work_authorization": [it.value for it in asked.work_authorization],
        "years_experience": years and {"min": years.min, "max": years.max},
    }


def requirements_from_json(record: Mapping[str, Any]) -> Requirements:
    """The requirements that `requirements_to_json` wrote."""
    years = record["years_experience"]
    return Requirements(
        degree=record["degree"] and Degree(record["degree"]),
        degree_required=record["degree_required"],
        graduation_years=tuple(record["graduation_years"]),
        work_authorization=tuple(WorkAuthorization(it) for it in record["work_authorization"]),
        years_experience=years and YearsExperience(min=years["min"], max=years["max"]),
    )


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The contract's READING object, without its `source`."""
    return {
        "verdict": reading.verdict.value,
        "reasons": list(reading.reasons),
        "posting": reading.posting and posting_to_json(reading.posting),
        "roles": None if reading.roles is None else [{"title": role.title, "url": role.url} for role in reading.roles],
        "whole": reading.whole,
        "template": reading.template,
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
        template=record.get("template", ""),
    )


def record_hash(reading: Reading) -> str:
    """SHA-256 (hex) of what a reading means, the same for other words of the same pay or deadline.

    Evidence, the words beside parsed values and the zone that a deadline is written in are left out, so that
    equal hashes mean that judging would find nothing. Unequal hashes mean that it has to look.
    """
    record = reading_to_json(reading)
    del record["reasons"], record["template"]
    if record["posting"]:
        record["posting"] = _meaning(record["posting"])
    canonical = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


#: Fields that judging does not look at: the words of the text say too what they are, and an age moves by itself.
_NOT_COMPARED = (
    "pay_by_place",
    "pay_extras",
    "requirements",
    "deadlines_by_place",
    "deadline_terms",
    "soft_deadline",
    "opens_at",
    "posted_between",
)


def _meaning(posting: dict[str, Any]) -> dict[str, Any]:
    kept = posting | {"conflicts": sorted(posting["conflicts"]), "signs": _signs(posting)}
    for name in (*_NOT_COMPARED, "evidence"):
        del kept[name]
    if kept["pay"]:
        kept["pay"] = {key: kept["pay"][key] for key in ("min", "max", "currency", "unit")}
    if kept["deadline"]:
        kept["deadline"] = {key: kept["deadline"][key] for key in ("at", "date_only")}
    return kept


def _signs(posting: Mapping[str, Any]) -> dict[str, bool]:
    """Of the evidence what judging weighs: whether the page has a JobPosting in it, asks to apply, and may be found."""
    found = (*posting["evidence"].values(), *posting["conflicts"].values())
    marked_up = any(it["source"] in {Source.JSON_LD, Source.MICRODATA} for it in found)
    return {"markup": marked_up, **{name: name in posting["evidence"] for name in ("noindex", "apply_control")}}


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
