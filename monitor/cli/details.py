"""The lesser fields of a posting as lines for people: pay and deadlines by place, terms, what applicants need."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any

from monitor.notify.phrases import value

#: Of `requirements`: the words for each value.
_DEGREES = {"none": "none needed", "secondary": "secondary school", "vocational": "vocational training"}
_AUTHORIZATIONS = {
    "required": "applicants need permission to work",
    "no_sponsorship": "no visa is sponsored",
    "sponsorship": "a visa is sponsored",
    "citizenship": "citizens only",
    "clearance": "security clearance",
}
_TERMS = {"rolling": "rolling", "until_filled": "until filled", "unannounced": "not announced yet"}


def details(document: Mapping[str, Any], zone: tzinfo) -> Iterator[tuple[str, str, str]]:
    """What to call it, what it is, and the name of its evidence; of a posting document, what it gives."""
    for one in document.get("pay_by_place") or ():
        yield f"pay, {one['place']}", value(one["pay"], zone), "pay_by_place"
    for one in document.get("pay_extras") or ():
        yield one["kind"], one["text"], "pay_extras"
    for one in document.get("deadlines_by_place") or ():
        yield f"deadline, {one['place']}", value(one["deadline"], zone), "deadlines_by_place"
    if terms := document.get("deadline_terms"):
        yield "deadline terms", _TERMS.get(terms, terms), "deadline_terms"
    if soft := document.get("soft_deadline"):
        yield "soft deadline", value(soft, zone), "soft_deadline"
    if opens := document.get("opens_at"):
        yield "opens", value(opens, zone), "opens_at"
    if between := document.get("posted_between"):
        yield "posted", _between(between, zone), "posted_between"
    yield from _requirements(document.get("requirements") or {})


def _between(days: tuple[str | None, str], zone: tzinfo) -> str:
    first, last = days
    return f"until {value(last, zone)}" if first is None else f"{value(first, zone)} to {value(last, zone)}"


def _requirements(asked: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    if degree := asked.get("degree"):
        how = {True: ", required", False: ", not strictly required", None: ""}[asked["degree_required"]]
        yield "degree", f"{_DEGREES.get(degree, degree)}{how}", "requirements.degree"
    if years := asked.get("graduation_years"):
        yield "graduation", ", ".join(str(year) for year in years), "requirements.graduation_years"
    if said := asked.get("work_authorization"):
        words = "; ".join(_AUTHORIZATIONS.get(it, it) for it in said)
        yield "authorization", words, "requirements.work_authorization"
    if span := asked.get("years_experience"):
        yield "experience", _years(span["min"], span["max"]), "requirements.years_experience"


def _years(least: int | None, most: int | None) -> str:
    if most is None:
        return "none needed" if least == 0 else f"{least}+ years"
    return f"up to {most} years" if least is None else f"{least}–{most} years"
