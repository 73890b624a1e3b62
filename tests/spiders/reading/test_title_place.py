"""The place that a title ends with, or has beside it."""

import pytest

from spiders.reading.title_place import hero_of, place_beside_title, place_in_title


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Site Manager - Swansea", "Swansea"),
        ("Sales Engineer (Austin, TX)", "Austin, TX"),
        ("Cook in Graz", "Graz"),
        ("Support Engineer - Remote", None),
        ("Teacher of English", None),
        ("Registered Nurse (RN)", None),
    ],
)
def test_the_place_at_the_end_of_a_title(title, place):
    assert place_in_title(title) == place


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Ironbark hiring Welder in Newcastle NSW", "Newcastle NSW"),
        ("Welder - Ironbark - Berlin, DE", "Berlin, DE"),
        ("Welder - Ironbark, Tübingen", "Tübingen"),
        ("Welder Job in Stockton, CA at Ironbark - Example", "Stockton, CA"),
        ("Welder | Ironbark", None),
    ],
)
def test_the_place_beside_a_title(said, place):
    found = place_beside_title([said], "Welder")
    assert (found and found[0]) == place


def test_a_heading_of_role_name_and_place():
    assert hero_of("Logistics Coordinator | Wayfarer | Gdansk, Poland") == (
        "Logistics Coordinator",
        "Wayfarer",
        "Gdansk, Poland",
    )
    assert hero_of("Frontend Developer | TypeScript | 50-80.000 Kč") is None
