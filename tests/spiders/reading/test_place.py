"""Places: recognised, the same under two names, with country and zone."""

import pytest

from spiders.reading import place, place_prose
from spiders.reading.near import lowered


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NY", "New York"),
        ("New York, NY", "NYC"),
        ("New York City", "New York, New York, United States"),
        ("SF", "San Francisco, CA"),
        ("Austin", "Austin, TX"),
        ("Austin, Texas, US", "Austin TX 78701"),
        ("München", "Munich"),
        ("Muenchen", "Munich, Germany"),
        ("Praha", "Prague"),
        ("Praha 4", "Prague, Czechia"),
        ("Köln", "Cologne"),
        ("Köln, DE", "Cologne, Germany"),
        ("UK", "United Kingdom"),
        ("GB", "UK"),
        ("Wien", "Vienna"),
        ("Wien, Österreich", "Vienna, Austria"),
        ("Remote (US)", "Remote - United States"),
        ("Remote, USA", "US Remote"),
        ("København", "Copenhagen"),
        ("København K", "Copenhagen"),
        ("Göteborg", "Gothenburg, Sweden"),
        ("Malmö", "Malmo"),
        ("Zürich", "Zurich, CH"),
        ("Genève", "Geneva"),
        ("Milano", "Milan, Italy"),
        ("Roma", "Rome"),
        ("Lisboa", "Lisbon, Portugal"),
        ("Lisboa, PT", "Lisbon"),
        ("Sevilla", "Seville, Spain"),
        ("Warszawa", "Warsaw, Poland"),
        ("Kraków", "Cracow"),
        ("Helsinki", "Helsingfors"),
        ("Åbo", "Turku, Finland"),
        ("Den Haag", "The Hague"),
        ("Bruxelles", "Brussels, Belgium"),
        ("Antwerpen", "Antwerp"),
        ("Toronto, ON", "Toronto, Ontario, Canada"),
        ("Toronto, CA", "Toronto"),
        ("Montréal", "Montreal, QC"),
        ("Vancouver, BC", "Vancouver"),
        ("Melbourne VIC", "Melbourne, Victoria"),
        ("Sydney NSW 2000", "Sydney"),
        ("Perth, WA", "Perth"),
        ("Bengaluru", "Bangalore, India"),
        ("Washington, DC", "Washington D.C., USA"),
        ("London", "London, England, United Kingdom"),
        ("Greater London", "London"),
        ("Lem, Denmark", "DK, Lem"),
        ("Springdorf, Germany", "Springdorf, Deutschland"),
        ("US-TX-Austin", "Austin, Texas"),
        ("United Kingdom-Edinburgh", "Edinburgh, UK"),
        ("24103 Kiel", "Kiel, Germany"),
        ("Genova", "Genoa"),
        ("St. Gallen", "St Gallen"),
        ("Düsseldorf", "Duesseldorf"),
        ("Nürnberg", "Nuremberg"),
        ("São Paulo", "Sao Paulo, Brazil"),
        ("Frankfurt am Main", "Frankfurt, Germany"),
        ("Remote", "Fully remote"),
        ("Home office", "Remote"),
        ("California", "CA, USA"),
        ("Deutschland", "Germany"),
        ("Storbritannien", "UK"),
        ("Donostia", "San Sebastián"),
        ("Luik", "Liège"),
        ("Newcastle upon Tyne", "Newcastle"),
        ("USA", "United States"),
        ("Singapore 758297", "Singapore"),
    ],
)
def test_two_names_of_one_place_have_one_key(one, other):
    assert place.key(one) == place.key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Remote (US)", "New York"),
        ("Remote (US)", "Remote (UK)"),
        ("Remote", "Lisbon"),
        ("Bay Area", "SF"),
        ("London", "London, Ontario"),
        ("London, ON", "London, UK"),
        ("Portland, OR", "Portland, ME"),
        ("Cambridge, MA", "Cambridge, UK"),
        ("Albany, New York", "New York City"),
        ("Albany, NY", "Syracuse, NY"),
        ("Paris", "Paris, TX"),
        ("Birmingham", "Birmingham, AL"),
        ("Perth", "Perth, Scotland"),
        ("Newcastle NSW", "Newcastle"),
        ("Vancouver, WA", "Vancouver, BC"),
        ("Springfield, IL", "Springfield, MA"),
        ("Berlin", "Germany"),
        ("Prague", "Brno"),
        ("Smallville", "Springfield"),
        ("California", "Los Angeles"),
        ("Remote - EMEA", "Remote - US"),
        ("EMEA", "Europe"),
        ("Washington", "Washington, DC"),
        ("Melbourne, FL", "Melbourne VIC"),
        ("Dublin", "Dublin, OH"),
        ("Toledo, OH", "Toledo, Spain"),
        ("Manchester, NH", "Manchester"),
        ("Richmond, BC", "Richmond, VA"),
        ("Halifax", "Halifax, Nova Scotia"),
        ("Hybrid London", "Remote London"),
        ("Frankfurt (Oder)", "Frankfurt am Main"),
        ("Freiburg", "Fribourg"),
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
    assert [match["place"] for match in place_prose.in_prose(text, lowered(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "24103 Kiel",
        "411 05 Göteborg",
        "1012 AB Amsterdam",
        "00-950 Warszawa",
        "DK 5500 Nørby",
        "Wakefield WF2",
        "Telford (TF1)",
        "44 - NANTES",
        "Newcastle NSW",
        "Tulsa OK 74136",
        "US-TX-Amarillo",
        "Raum Nürnberg, Fürth",
        "Anywhere in the World",
        "Various locations",
        "🌏 Worldwide",
        "Umeå",
        "Castellón de la Plana",
    ],
)
def test_lines_that_are_places_by_their_form_or_name(text):
    assert place.looks_like_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "University of Leeds, UK",
        "Tranum Kommune",
        "Gemeente Waterkamp",
        "Vlasfabriek Leie NV",
        "Ekdalen AB",
        "2026 Graduates",
        "German B2",
        "Global payroll, benefits and compliance for your remote team",
    ],
)
def test_names_and_levels_are_no_places(text):
    assert not place.looks_like_place(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("London or Manchester", ("London", "Manchester")),
        ("Bristol, London, Newcastle-upon-Tyne", ("Bristol", "London", "Newcastle-upon-Tyne")),
        ("Aix-en-Provence / Saint-Étienne", ("Aix-en-Provence", "Saint-Étienne")),
        ("Lisbon or remote in Europe", ("Lisbon", "remote in Europe")),
        ("Austin, Texas", ("Austin, Texas",)),
        ("Tyne and Wear", ("Tyne and Wear",)),
        ("Brooklyn, New York", ("Brooklyn, New York",)),
    ],
)
def test_the_places_that_a_value_lists(text, places):
    assert place.split_list(text) == places
