"""Readings as JSON and back, and the hash of what they mean."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

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
from spiders.record import pay_to_json, reading_from_json, reading_to_json, record_hash

POSTING = Posting(
    title="Welder",
    organization="Ironside Yards",
    locations=("Gdynia", "Remote"),
    status=Status.OPEN,
    pay=Pay(min=Decimal("60.00"), max=None, currency="USD", unit=PayUnit.HOUR, implied=("unit",), text="from $60"),
    pay_by_place=(
        PlacePay(
            place="Gdynia",
            pay=Pay(
                min=Decimal(60),
                max=Decimal(70),
                currency="USD",
                unit=PayUnit.HOUR,
                hours_per_week=Decimal("37.5"),
                text="$60-70",
            ),
        ),
    ),
    pay_extras=(PayExtra(kind=PayExtraKind.OVERTIME, text="time and a half over 40 hours"),),
    deadline=Deadline(
        at=datetime(2026, 2, 5, 17, tzinfo=UTC), date_only=False, zone="America/New_York", text="Feb 5, 12 PM ET"
    ),
    deadlines_by_place=(
        PlaceDeadline(
            place="Gdynia",
            deadline=Deadline(
                at=datetime(2026, 2, 9, 23, 59, 59, tzinfo=UTC), date_only=True, zone=None, text="9 February"
            ),
        ),
    ),
    deadline_terms=Terms.ROLLING,
    soft_deadline=Deadline(at=datetime(2026, 1, 9, 23, 59, 59, tzinfo=UTC), date_only=True, zone=None, text="Jan 9"),
    opens_at=date(2026, 1, 5),
    workplace=Workplace.HYBRID,
    employment_type=EmploymentType.CONTRACT,
    posted_on=date(2026, 1, 2),
    posted_between=(None, date(2026, 1, 2)),
    starts_on="2026-06",
    duration="10 weeks",
    requisition_id="R-7",
    apply_url="https://yards.example/apply",
    language="en",
    sections=(Section(kind=SectionKind.REQUIREMENTS, heading="You bring", text="- A certificate"),),
    requirements=Requirements(
        degree=Degree.BACHELOR,
        degree_required=False,
        graduation_years=(2026, 2027),
        work_authorization=(WorkAuthorization.REQUIRED, WorkAuthorization.NO_SPONSORSHIP),
        years_experience=YearsExperience(min=None, max=3),
    ),
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


def test_an_hourly_amount_has_the_year_of_the_hours_that_the_posting_states():
    written = pay_to_json(replace(POSTING.pay, hours_per_week=Decimal("37.5")))
    assert (written["annual_min"], written["hours_per_week"]) == ("117000", "37.5")
    assert pay_to_json(replace(POSTING.pay, unit=PayUnit.MONTH, hours_per_week=Decimal(20)))["annual_min"] == "720"


def test_a_record_from_before_the_parts_of_pay_is_read_without_them():
    record = reading_to_json(READ)
    del record["posting"]["pay"]["hours_per_week"], record["posting"]["pay_by_place"], record["posting"]["pay_extras"]
    assert reading_from_json(record) == replace(READ, posting=replace(POSTING, pay_by_place=(), pay_extras=()))


def test_the_hash_is_the_same_with_and_without_the_parts_of_pay():
    pay = replace(POSTING.pay, hours_per_week=Decimal(35))
    assert record_hash(replace(READ, posting=replace(POSTING, pay=pay, pay_by_place=(), pay_extras=()))) == record_hash(
        READ
    )


BESIDE_THE_DEADLINE = {
    "deadlines_by_place": (),
    "deadline_terms": None,
    "soft_deadline": None,
    "opens_at": None,
    "posted_between": None,
}


def test_a_record_from_before_what_stands_beside_a_deadline_is_read_without_it():
    record = reading_to_json(READ)
    for name in BESIDE_THE_DEADLINE:
        del record["posting"][name]
    assert reading_from_json(record) == replace(READ, posting=replace(POSTING, **BESIDE_THE_DEADLINE))


def test_the_days_that_an_age_leaves_come_back_as_they_were():
    days = (date(2025, 12, 1), date(2025, 12, 9))
    record = reading_to_json(replace(READ, posting=replace(POSTING, posted_between=days)))
    assert record["posting"]["posted_between"] == ["2025-12-01", "2025-12-09"]
    assert reading_from_json(record).posting.posted_between == days


@pytest.mark.parametrize("name", BESIDE_THE_DEADLINE)
def test_the_hash_is_the_same_with_and_without_what_judging_does_not_look_at(name):
    edited = replace(POSTING, **{name: BESIDE_THE_DEADLINE[name]})
    assert record_hash(replace(READ, posting=edited)) == record_hash(READ)


def test_a_record_from_before_requirements_is_read_without_them():
    record = reading_to_json(READ)
    del record["posting"]["requirements"]
    assert reading_from_json(record) == replace(READ, posting=replace(POSTING, requirements=None))


def test_the_hash_is_the_same_with_and_without_requirements():
    assert record_hash(replace(READ, posting=replace(POSTING, requirements=None))) == record_hash(READ)


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
