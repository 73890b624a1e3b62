"""Applicant systems that answer JSON: in the image of Lever's and Greenhouse's public calls."""

import json
from datetime import UTC, datetime, time
from html import escape
from typing import Any

from boards import layout
from boards.answers import JSON, Answer
from boards.facts import Facts, HubFacts, Pay, Section
from boards.families.family import Family
from boards.languages import GB, US
from boards.look import Look

_GONE = 404
_INTERVALS = {"hour": "per-hour-wage", "day": "per-day-wage", "month": "per-month-salary", "year": "per-year-salary"}
#: Such systems list what is open only, and give one source.
_OPEN_ONLY = frozenset({"contradict", "close", "open"})


def _json(value: Any, status: int = 200) -> Answer:
    return Answer(status=status, content_type=JSON, body=json.dumps(value, ensure_ascii=False).encode())


def _lever(facts: Facts, look: Look) -> Answer:
    if facts.gone:
        return _json({"ok": False, "error": "Document not found"}, _GONE)
    about, *lists = facts.sections
    said = "".join(f"<div>{look.text(it)}</div>" for it in layout.said_in_text(facts, look, labelled=False))
    made: dict[str, Any] = {
        "id": facts.key,
        "text": facts.title,
        "createdAt": int(datetime.combine(facts.posted, time(9), UTC).timestamp() * 1000),
        "categories": {
            "location": look.language.places[facts.place][0],
            "commitment": look.language.employment[facts.employment][look.variant % 3],
            "team": "General",
            "allLocations": [look.language.places[facts.place][0]],
        },
        "workplaceType": {"onsite": "onsite", "hybrid": "hybrid", "remote": "remote"}[facts.workplace],
        "description": _about(about, facts, look),
        "lists": [
            {"text": it.heading.format(organization=facts.organization), "content": _content(it, look)} for it in lists
        ],
        "additional": said,
        "hostedUrl": f"{look.base}/o/{facts.key}",
        "applyUrl": look.away(facts.apply),
        "country": look.language.country,
        "opening": "",
        "requestId": look.token(),
    }
    if facts.pay:
        made["salaryRange"] = _range(facts.pay)
    return _json(made)


def _range(pay: Pay) -> dict[str, Any]:
    return {"min": pay.low, "max": pay.high, "currency": pay.currency, "interval": _INTERVALS[pay.unit]}


def _about(section: Section, facts: Facts, look: Look) -> str:
    title = section.heading.format(organization=facts.organization)
    return f"<h3>{look.text(title)}</h3>" + "".join(f"<div>{look.text(it)}</div>" for it in section.paragraphs)


def _content(section: Section, look: Look) -> str:
    return "".join(f"<li>{look.text(it)}</li>" for it in (*section.paragraphs, *section.bullets))


def _greenhouse(facts: Facts, look: Look) -> Answer:
    if facts.gone:
        return _json({"status": _GONE, "error": "Job not found"}, _GONE)
    content = layout.text_html(facts, look, labelled=False, plain=True)
    made: dict[str, Any] = {
        "absolute_url": f"{look.base}/embed/{facts.key}?gh_jid={facts.key}",
        "id": int(facts.key.rpartition("-")[2]),
        "internal_job_id": 4_000_000,
        "title": facts.title,
        "company_name": facts.organization,
        "requisition_id": facts.number,
        "location": {"name": layout.place(facts, look)},
        "first_published": f"{facts.posted.isoformat()}T09:00:00-04:00",
        "updated_at": f"{look.today.isoformat()}T{look.random.randint(0, 23):02}:15:00-04:00",
        "language": "en",
        "content": escape(content),
        "metadata": [
            {"id": 1, "name": "Employment Type", "value": _employment(facts, look), "value_type": "single_select"}
        ],
        "application_deadline": facts.deadline.instant.isoformat() if facts.deadline and facts.deadline.at else None,
        "data_compliance": [{"type": "gdpr", "requires_consent": look.random.random() < 0.5}],  # noqa: PLR2004 - either
    }
    if facts.pay and facts.pay.low and facts.pay.high:
        made["pay_input_ranges"] = [_cents(facts.pay)]
    return _json(made)


def _employment(facts: Facts, look: Look) -> str:
    return look.language.employment[facts.employment][look.variant % 3]


def _cents(pay: Pay) -> dict[str, Any]:
    title = {"hour": "Hourly pay range", "year": "Annual salary range"}.get(pay.unit, "Pay range")
    return {
        "min_cents": (pay.low or 0) * 100,
        "max_cents": (pay.high or 0) * 100,
        "currency_type": pay.currency,
        "title": title,
        "blurb": "",
    }


def _greenhouse_board(facts: HubFacts, look: Look) -> Answer:
    jobs = [
        {
            "absolute_url": f"{look.base}/{facts.key}/jobs/{role.key}?gh_src={look.token(6)}",
            "id": number,
            "title": role.title,
            "location": {"name": look.language.places[role.place][0]},
            "updated_at": f"{look.today.isoformat()}T{look.random.randint(0, 23):02}:15:00-04:00",
        }
        for number, role in enumerate(facts.roles)
    ]
    look.random.shuffle(jobs)
    return _json({"jobs": jobs, "meta": {"total": len(jobs)}})


FAMILIES = (
    Family(
        name="lever",
        language=GB,
        posting=_lever,
        path="/v0/postings/acme/{}",
        api=True,
        without=_OPEN_ONLY | {"rename", "repost"},
    ),
    Family(
        name="greenhouse",
        language=US,
        posting=_greenhouse,
        path="/v1/boards/acme/jobs/{}",
        api=True,
        without=_OPEN_ONLY | {"change_apply"},
    ),
    Family(name="greenhouse-board", language=US, hub=_greenhouse_board, path="/v1/boards/{}/jobs", api=True),
)
