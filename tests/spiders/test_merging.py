"""Claims weighed by their order of trust, contradictions kept."""

from decimal import Decimal

from spiders.claims import Claims, Origin
from spiders.merging import TRUST, merge
from spiders.posting import Pay, PayUnit, Posting, Status


def pay(low, high, currency="USD"):
    return Pay(min=Decimal(low), max=Decimal(high), currency=currency, unit=PayUnit.YEAR, text="")


def test_the_most_trusted_source_wins_whatever_was_read_first():
    claims = Claims()
    claims.add("title", "Baker | Kelp", Origin.META, "Baker | Kelp")
    claims.add("title", "Night Baker", Origin.HEADING, "Night Baker")
    values, evidence, _ = merge(claims)
    assert values["title"] == evidence["title"].text == "Night Baker"


def test_a_lesser_source_that_differs_is_a_conflict_and_one_that_agrees_is_not():
    claims = Claims()
    claims.add("pay", pay(50, 60), Origin.PROSE, "50 to 60")
    claims.add("pay", pay(50, 60, None), Origin.JSON_LD, "50 60")
    assert merge(claims)[2] == {}
    claims.add("pay", pay(55, 65), Origin.JSON_LD, "55 65")
    assert merge(claims)[2]["pay"].text == "55 65"


def test_closed_in_the_text_wins_over_an_api_that_lists_it():
    claims = Claims()
    claims.add("status", Status.OPEN, Origin.API, "listed")
    claims.add("status", Status.CLOSED, Origin.HEAD, "Applications closed")
    values, _, conflicts = merge(claims)
    assert values["status"] is Status.CLOSED
    assert conflicts["status"].text == "listed"


def test_places_that_are_the_same_under_two_names_do_not_contradict():
    claims = Claims()
    claims.add("locations", ("New York City",), Origin.HEAD, "New York City")
    claims.add("locations", ("New York, NY",), Origin.JSON_LD, "New York, NY")
    assert merge(claims)[2] == {}


def test_every_field_of_trust_is_a_field_of_a_posting():
    of_pay = {"hours_per_week"}
    assert set(TRUST) - of_pay <= set(Posting.__dataclass_fields__)
    assert of_pay <= set(Pay.__dataclass_fields__)
