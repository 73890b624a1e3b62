"""How far a pay moved, and which conditions that meets."""

import pytest

from config.pay import parse_pay_condition
from monitor.notify.raises import move_of


def pay(low, high=None, currency="USD", unit="year"):
    return {
        "min": None if low is None else str(low),
        "max": str(high if high is not None else low) if high != "open" else None,
        "currency": currency,
        "unit": unit,
        "implied": [],
        "hours_per_week": None,
        "text": "",
    }


def meets(condition, direction, before, after):
    return move_of(direction, before, after).meets(parse_pay_condition(condition))


@pytest.mark.parametrize(
    ("after", "is_met"), [(104_999, False), (105_000, True), (105_001, True), (95_000, False), (1_000_000, True)]
)
def test_a_raise_is_held_against_the_percentage_exactly(after, is_met):
    direction = "raised" if after > 100_000 else "cut"
    assert meets("raised >= 5%", direction, pay(100_000), pay(after)) is is_met


def test_a_third_is_not_rounded():
    assert meets("raised >= 33.3333%", "raised", pay(3), pay(4))
    assert not meets("raised >= 33.3334%", "raised", pay(3), pay(4))


@pytest.mark.parametrize(("after", "is_met"), [(99_001, False), (99_000, True), (120_000, False)])
def test_a_cut_is_held_against_the_percentage(after, is_met):
    direction = "raised" if after > 100_000 else "cut"
    assert meets("cut >= 1%", direction, pay(100_000), pay(after)) is is_met


def test_ranges_are_compared_by_their_middle():
    assert meets("raised >= 10%", "raised", pay(50, 150), pay(60, 160))
    assert not meets("raised >= 11%", "raised", pay(50, 150), pay(60, 160))
    assert meets("raised", "widened", pay(50, 150), pay(40, 200))
    assert meets("cut >= 5%", "widened", pay(50, 150), pay(10, 151))
    assert not meets("raised", "widened", pay(50, 150), pay(40, 160))


def test_units_are_compared_by_the_year():
    hourly, yearly = pay(50, unit="hour"), pay(114_400, unit="year")  # 2,080 hours
    assert meets("raised >= 10%", "restructured", hourly, yearly)
    assert not meets("raised >= 10.1%", "restructured", hourly, yearly)
    assert meets("raised >= 10%", "raised", pay(50, unit=None), pay(55, unit=None))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (pay(100), pay(100, currency="EUR")),
        (pay(100), pay(5, unit=None)),
        (pay(100, 200), pay(100, "open")),
        (pay(0), pay(100)),
    ],
)
@pytest.mark.parametrize("condition", ["raised >= 50%", "cut >= 50%"])
def test_what_makes_no_percentage_is_told(before, after, condition):
    assert meets(condition, "restructured", before, after)


def test_what_makes_no_percentage_but_has_a_direction_is_told_by_that():
    before, after = pay(100, 200), pay(150, "open")
    assert meets("raised >= 50%", "raised", before, after)
    assert not meets("cut >= 1%", "raised", before, after)


@pytest.mark.parametrize("condition", ["raised", "cut", "raised >= 1%", "cut >= 1%"])
def test_pay_that_comes_or_goes_is_neither_raised_nor_cut(condition):
    assert not meets(condition, "added", None, pay(100))
    assert not meets(condition, "removed", pay(100), None)


@pytest.mark.parametrize("move", ["added", "removed", "widened", "narrowed", "restructured"])
def test_other_moves_are_met_by_their_name_alone(move):
    assert meets(move, move, pay(100), pay(200))
    assert not meets(move, "raised", pay(100), pay(200))


@pytest.mark.parametrize(
    ("direction", "before", "after", "words"),
    [
        ("raised", pay(55), pay(60), "raised by 9.1%"),
        ("cut", pay(100), pay(95), "cut by 5%"),
        ("widened", pay(50, 150), pay(40, 200), "widened, up by 20%"),
        ("restructured", pay(100), pay(90, currency="EUR"), "restructured, which makes no percentage"),
        ("added", None, pay(100), "added"),
        ("raised", pay("0.01"), pay(10_000_000), "raised by 99999999900%"),
    ],
)
def test_a_move_is_said_in_words(direction, before, after, words):
    assert str(move_of(direction, before, after)) == words
