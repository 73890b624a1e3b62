"""Readings as JSON and back, and the hash of what they mean."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

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
from spiders.record import pay_to_json, reading_from_json, reading_to_json, record_hash

POSTING = Posting(
    title="Welder",
    organization="Ironside Yards",
    locations=("Gdynia", "Remote"),
    status=Status.OPEN,
    pay=Pay(min=Decimal("60.00"), max=None, currency="USD", unit=PayUnit.HOUR, implied=("unit",), text="from $60"),
    deadline=Deadline(
        at=datetime(2026, 2, 5, 17, tzinfo=UTC), date_only=False, zone="America/New_York", text="Feb 5, 12 PM ET"
    ),
    workplace=Workplace.HYBRID,
    employment_type=EmploymentType.CONTRACT,
    posted_on=date(2026, 1, 2),
    starts_on="2026-06",
    duration="10 weeks",
    requisition_id="R-7",
    apply_url="https://yards.example/apply",
    language="en",
    sections=(Section(kind=SectionKind.REQUIREMENTS, heading="You bring", text="- A certificate"),),
    commentary="Why we like it.",
    evidence={"pay": Evidence(source=Source.TEXT, text="from $60", where="chars:1-9")},
    conflicts={"pay": Evidence(source=Source.JSON_LD, text="55")},
)
READ = Reading(verdict=Verdict.POSTING, reasons=("as read",), posting=POSTING)
BOARD = Reading(
    verdict=Verdict.HUB, roles=(Role(title="Welder", url="https://yards.example/7"), Role(title="Cook", url=None))
)


@pytest.mark.parametrize("reading", [READ, BOARD, replace(BOARD, whole=False), Reading(verdict=Verdict.SHELL)])
def test_a_reading_comes_back_as_it_was(reading):
    assert reading_from_json(reading_to_json(reading)) == reading


def test_amounts_are_plain_decimal_strings_with_the_year_beside_them():
    written = pay_to_json(POSTING.pay)
    assert (written["min"], written["max"], written["annual_min"], written["annual_max"]) == (
        "60",
        None,
        "124800",
        None,
    )


def test_the_hash_is_the_same_for_other_words_of_the_same():
    pay = replace(POSTING.pay, text="$60 and more", min=Decimal(60), implied=())
    deadline = replace(POSTING.deadline, text="5 Feb 2026, 17:00 GMT", zone="+00:00")
    reworded = replace(POSTING, pay=pay, deadline=deadline, evidence={})
    assert record_hash(replace(READ, posting=reworded, reasons=())) == record_hash(READ)


@pytest.mark.parametrize(
    "edit",
    [
        {"pay": replace(POSTING.pay, min=Decimal(61))},
        {"deadline": replace(POSTING.deadline, date_only=True)},
        {"status": Status.CLOSED},
        {"conflicts": {}},
        {"sections": ()},
        {"commentary": None},
    ],
)
def test_the_hash_is_another_for_another_meaning(edit):
    assert record_hash(replace(READ, posting=replace(POSTING, **edit))) != record_hash(READ)
