"""Pay: every way that it can go, and the ways that mean the same."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from monitor.changes import differences
from monitor.changes.pay import pay_direction
from monitor.vocabulary import Direction, Kind, Severity
from spiders.posting import PayExtra, PayExtraKind, PayUnit, PlacePay

from .postings import POSTING, edited, pay, reworded


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ((55, 55), (60, 60), "raised"),
        ((50, 60), (55, 65), "raised"),
        ((50, 60), (55, 60), "raised"),
        ((50, 60), (50, 65), "raised"),
        ((60, 60), (60, 70), "raised"),
        ((60, 60), (55, 55), "cut"),
        ((50, 60), (45, 55), "cut"),
        ((50, 60), (45, 60), "cut"),
        ((50, 60), (50, 55), "cut"),
        ((60, 70), (60, 60), "cut"),
        ((50, 60), (45, 65), "widened"),
        ((45, 65), (50, 60), "narrowed"),
        (("open", 60), (50, 60), "narrowed"),
        ((50, 60), ("open", 60), "widened"),
        ((50, "open"), (50, 60), "narrowed"),
        ((50, 60), (50, "open"), "widened"),
        (("open", 60), ("open", 65), "raised"),
        ((60, "open"), (55, "open"), "cut"),
        (("open", 60), (50, 70), "raised"),
        (("open", 60), (40, 50), "narrowed"),
        (("open", 60), (50, "open"), "raised"),
        ((50, "open"), ("open", 60), "cut"),
        ((50, 60), (50, 60), None),
    ],
)
def test_the_direction_follows_both_ends(before, after, direction):
    assert pay_direction(pay(*before), pay(*after)) == (direction and Direction(direction))


def test_every_combination_of_ends_has_a_direction_and_equal_ones_have_none():
    ends = [pay(low, high) for low, high in product(["open", 50, 60], ["open", 60, 70]) if (low, high) != ("open",) * 2]
    for before, after in product(ends, ends):
        same = (before.min, before.max) == (after.min, after.max)
        assert (pay_direction(before, after) is None) == same


def test_pay_that_comes_and_goes_is_added_and_removed():
    assert pay_direction(None, pay(60)) is Direction.ADDED
    assert pay_direction(pay(60), None) is Direction.REMOVED
    assert pay_direction(None, None) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (pay(60, implied=("currency", "unit")), pay("60.00", text="$60.00 USD per hour")),
        (pay(60, unit=None), pay(60)),
        (pay(60, currency=None), pay(60)),
        (pay("60000.00", unit=PayUnit.YEAR), pay("6E+4", unit=PayUnit.YEAR)),
    ],
)
def test_the_same_pay_in_other_words_is_no_change(before, after):
    assert pay_direction(before, after) is None
    assert pay_direction(after, before) is None


@pytest.mark.parametrize(
    "after",
    [pay(124800, unit=PayUnit.YEAR), pay(60, currency="EUR"), pay(60, unit=PayUnit.DAY), pay(480, unit=PayUnit.DAY)],
)
def test_another_unit_or_currency_is_restructured_also_where_the_year_comes_to_the_same(after):
    assert pay_direction(pay(60), after) is Direction.RESTRUCTURED


def test_the_change_carries_both_pays_and_a_sentence():
    after = edited(reworded(POSTING, "$60 USD", "$65 USD"), pay=pay(65, text="$65 USD"))
    (change,) = differences(POSTING, after)
    assert (change.kind, change.direction, change.severity) == (Kind.PAY_CHANGED, Direction.RAISED, Severity.HIGH)
    assert (change.before["min"], change.after["max"], change.after["annual_min"]) == ("60", "65", "135200")
    assert change.summary == "Pay raised: $60 → $65 an hour"


@pytest.mark.parametrize(
    ("before", "after", "summary"),
    [
        (None, pay(20, 25, currency="GBP"), "Pay added: £20–25 an hour"),
        (pay("22.5"), None, "Pay removed: $22.50 an hour"),
        (pay(60), pay(120000, unit=PayUnit.YEAR), "Pay restructured: $60 an hour → $120,000 a year"),
        (pay("open", 60), pay("open", 65), "Pay raised: up to $60 → up to $65 an hour"),
        (
            pay(80000, 90000, unit=PayUnit.YEAR, currency="CHF"),
            pay(85000, "open", unit=PayUnit.YEAR, currency="CHF"),
            "Pay raised: CHF 80,000–90,000 → from CHF 85,000 a year",
        ),
        (pay(60, unit=None, currency=None), pay(50, unit=None, currency=None), "Pay cut: 60 → 50"),
    ],
)
def test_sentences_read_as_a_person_would_write_them(before, after, summary):
    (change,) = differences(edited(sections=(), pay=before), edited(sections=(), pay=after))
    assert change.summary == summary


def test_the_parts_of_pay_alone_are_no_change():
    before = pay(60)
    after = replace(before, hours_per_week=Decimal(30))
    extras = (PayExtra(kind=PayExtraKind.BONUS, text="10% bonus"),)
    placed = (PlacePay(place="Oslo", pay=before),)
    assert before.annual_min != after.annual_min
    assert differences(edited(pay=before), edited(pay=after, pay_extras=extras, pay_by_place=placed)) == ()


def test_a_huge_amount_does_not_fill_the_sentence():
    (change,) = differences(edited(sections=()), edited(sections=(), pay=pay(Decimal(10) ** 400)))
    assert len(change.summary) < 120
