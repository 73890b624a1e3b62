"""Two sources disagree only where both are definite."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from spiders.agreeing import same_deadline, same_pay
from spiders.posting import Deadline, Pay, PayUnit

HOUR, MONTH, YEAR = PayUnit.HOUR, PayUnit.MONTH, PayUnit.YEAR


def pay(low, high, unit=YEAR, currency="EUR"):
    ends = [None if it is None else Decimal(str(it)) for it in (low, high)]
    return Pay(min=ends[0], max=ends[1], unit=unit, currency=currency, text="")


def at(*moment, zone=None, only=False):
    local = datetime(*moment, tzinfo=ZoneInfo(zone) if zone else UTC)
    local = local.replace(hour=23, minute=59, second=59) if only else local
    return Deadline(at=local.astimezone(UTC), date_only=only, zone=zone, text="")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (pay(60000, 65000), pay(60000, 65000, currency=None)),
        (pay(60000, 65000), pay(60000, 65000, unit=None)),
        (pay(55250, 60125), pay(55000, 60000)),
        (pay(35000, 35000), pay("2916.67", "2916.67", MONTH)),
        (pay(60000, None), pay(60000, 70000)),
        (pay(62000, 62000), pay(60000, 65000)),
        (pay(None, 65000), pay(60000, 65000)),
    ],
)
def test_a_pay_that_says_less_or_is_rounded_agrees(one, other):
    assert same_pay(one, other)
    assert same_pay(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (pay(60000, 65000), pay(60000, 65000, currency="USD")),
        (pay(60000, 65000), pay(70000, 75000)),
        (pay(60000, 65000), pay(60000, 75000)),
        (pay(60, 60, HOUR), pay(65, 65, HOUR)),
        (pay(60000, 60000), pay(65000, 70000)),
        (pay(None, 60000), pay(65000, None)),
    ],
)
def test_another_pay_disagrees(one, other):
    assert not same_pay(one, other)
    assert not same_pay(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at(2026, 2, 5, 12, zone="America/New_York"), at(2026, 2, 5, 17, zone="Europe/London")),
        (at(2026, 2, 5, only=True, zone="America/New_York"), at(2026, 2, 5, only=True)),
        (at(2026, 2, 5, only=True, zone="Asia/Tokyo"), at(2026, 2, 5, only=True, zone="America/New_York")),
        (at(2026, 2, 5, 17, zone="Europe/Berlin"), at(2026, 2, 5, only=True)),
        (at(2026, 2, 5, 12, zone="America/New_York"), at(2026, 2, 5, 12)),
    ],
)
def test_a_deadline_that_says_less_agrees(one, other):
    assert same_deadline(one, other)
    assert same_deadline(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at(2026, 2, 5, only=True), at(2026, 2, 6, only=True)),
        (at(2026, 2, 5, 12, zone="Europe/Berlin"), at(2026, 2, 5, 17, zone="Europe/Berlin")),
        (at(2026, 2, 5, 12, zone="Europe/Berlin"), at(2026, 2, 5, 17)),
        (at(2026, 2, 5, 12, zone="Europe/Berlin"), at(2026, 3, 1, only=True)),
    ],
)
def test_another_deadline_disagrees(one, other):
    assert not same_deadline(one, other)
    assert not same_deadline(other, one)
