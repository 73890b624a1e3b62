"""Places: recognised, the same under two names, with country and zone."""

import pytest

from spiders.reading import place
from spiders.reading.near import lowered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NY", "New York"),
        ("New York City", "New York, NY, USA"),
        ("Prague, Czechia", "Praha 4"),
        ("München", "Munich, Germany"),
        ("London", "London, UK"),
        ("USA", "United States"),
        ("Remote (US)", "Remote - United States"),
        ("Singapore 758297", "Singapore"),
    ],
)
def test_two_names_of_one_place_have_one_key(one, other):
    assert place.key(one) == place.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Remote (US)", "New York"),
        ("London", "London, Ontario, Canada"),
        ("Albany, New York", "New York City"),
        ("Smallville", "Springfield"),
        ("Remote", "Lisbon"),
    ],
)
def test_other_places_have_other_keys(one, other):
    assert place.key(one) != place.key(other)


@pytest.mark.parametrize(
    ("text", "country", "zone"),
    [
        ("New York City", "US", "America/New_York"),
        ("Austin, TX", "US", "America/Chicago"),
        ("Bagsværd, Denmark", "DK", "Europe/Copenhagen"),
        ("Deutschland", "DE", "Europe/Berlin"),
        ("United States", "US", None),
        ("Ontario", "CA", "America/Toronto"),
        ("North America", None, None),
        ("Smallville", None, None),
    ],
)
def test_country_and_zone_of_a_place(text, country, zone):
    assert (place.country_of(text), place.zone_of(text)) == (country, zone)


@pytest.mark.parametrize(
    "text",
    [
        "London",
        "Khlong Toei, Bangkok City, Thailand",
        "Remote",
        "Plzeňský kraj",
        "Main Street 12/4, Springfield",
        "USA Only",
    ],
)
def test_lines_that_are_places(text):
    assert place.looks_like_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northwind Grid",
        "Full-time",
        "london calling for you",
        "",
        "We are in London and like it there, and you would too if you came. " * 2,
    ],
)
def test_lines_that_are_none(text):
    assert not place.looks_like_place(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You work out of our New York City office", ["New York City"]),
        ("This role is based in North America, with flexibility", ["North America"]),
        ("The place of work will be in Copenhagen. Apply!", ["Copenhagen"]),
        ("Brown Crust in Leeds is looking for a baker", ["Leeds"]),
        ("Our customers are based in trust and friendship", []),
    ],
)
def test_places_that_sentences_name(text, expected):
    assert [match["place"] for match in place.in_prose(text, lowered(text))] == expected
