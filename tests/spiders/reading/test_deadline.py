from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from spiders.reading.deadline import find_deadline, find_opening
from spiders.reading.zones import as_tzinfo

SEEN_ON = date(2026, 2, 1)


def cases():
    lines = (Path(__file__).parent / "phrases" / "deadline.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("=>")) for line in lines if not line.startswith("#")]


def read(text, **known):
    found = find_deadline(text, seen_on=SEEN_ON, **known)
    return found and found.value


def day(text, **known):
    value = read(text, **known)
    return value and value.at.astimezone(as_tzinfo(value.zone)).date()


def written(value):
    if value is None:
        return "-"
    local = value.at.astimezone(as_tzinfo(value.zone))
    clock = "" if value.date_only else local.strftime(" %H:%M")
    return f"{local:%Y-%m-%d}{clock}{' ' + value.zone if value.zone else ''}"


@pytest.mark.parametrize(("phrase", "expected"), cases())
def test_a_phrase_is_read_as_a_person_reads_it(phrase, expected):
    assert written(read(phrase)) == expected


def test_a_day_ends_in_its_zone_or_in_utc():
    assert read("Deadline: 30 June 2026").at == datetime(2026, 6, 30, 23, 59, 59, tzinfo=UTC)
    assert read("Deadline: 30 June 2026 (Danish time)").at == datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "utc"),
    [
        ("June 5, 2026 at 12 PM ET", datetime(2026, 6, 5, 16, tzinfo=UTC)),
        ("February 5, 2026 at 12 PM ET", datetime(2026, 2, 5, 17, tzinfo=UTC)),
        ("February 5, 2026 at 12 PM EDT", datetime(2026, 2, 5, 17, tzinfo=UTC)),
        ("February 5, 2026 at 5 PM GMT", datetime(2026, 2, 5, 17, tzinfo=UTC)),
        ("5 July 2026, 12:00 CET", datetime(2026, 7, 5, 10, tzinfo=UTC)),
        ("5 July 2026, 12:00 BST", datetime(2026, 7, 5, 11, tzinfo=UTC)),
        ("5 July 2026, 12:00 GMT+5:30", datetime(2026, 7, 5, 6, 30, tzinfo=UTC)),
        ("2026-07-05T12:00:00-07:00", datetime(2026, 7, 5, 19, tzinfo=UTC)),
        ("June 5, 2026, 11:59 EDT", datetime(2026, 6, 6, 3, 59, tzinfo=UTC)),
        ("Wed Jul 28 00:00:00 CEST 2027", datetime(2027, 7, 27, 22, tzinfo=UTC)),
    ],
)
def test_a_zone_means_the_local_time_of_its_place_on_that_day(words, utc):
    value = read(f"The deadline is {words}")
    assert value.at == utc
    assert not value.date_only


def test_a_small_word_behind_a_time_is_no_zone():
    assert read("Date limite : 5 mars 2026 à 12h00 et pas plus tard").zone is None
    assert read("Deadline: 5 March 2026 at 12:00 ET and no later").zone == "America/New_York"


def test_a_time_without_zone_is_the_place_s():
    text = "Deadline: 5 March 2026 at 12:00"
    assert read(text).at == datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert read(text).zone is None
    assert read(text, place_zone="Europe/Paris").at == datetime(2026, 3, 5, 11, tzinfo=UTC)
    assert read(text, place_zone="Europe/Paris").zone == "Europe/Paris"


@pytest.mark.parametrize(("country", "zone"), [("IN", "Asia/Kolkata"), ("IE", "Europe/Dublin"), (None, "Asia/Kolkata")])
def test_an_abbreviation_of_several_zones_is_the_country_s(country, zone):
    assert read("Deadline: 5 March 2026 at 12:00 IST", country=country).zone == zone


@pytest.mark.parametrize(
    ("posted_on", "expected"),
    [
        (date(2025, 12, 20), date(2026, 1, 10)),
        (date(2026, 1, 10), date(2026, 1, 10)),
        (date(2026, 1, 11), date(2027, 1, 10)),
        (None, date(2026, 1, 10)),
    ],
)
def test_a_missing_year_is_the_next_such_day_after_the_posting_s(posted_on, expected):
    assert day("Apply by 10 January", posted_on=posted_on) == expected


def test_a_weekday_tells_a_missing_year():
    assert day("Deadline: Friday 26 June") == date(2026, 6, 26)
    assert day("Deadline: Thursday 26 June") == date(2025, 6, 26)


def test_a_stated_year_is_never_moved():
    assert day("Deadline: 10 January 2020", posted_on=date(2026, 1, 1)) == date(2020, 1, 10)


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Deadline: 05/06/2026", {}, date(2026, 6, 5)),
        ("Deadline: 05/06/2026", {"country": "US"}, date(2026, 5, 6)),
        ("Deadline: 05/06/2026 5 PM ET", {}, date(2026, 5, 6)),
        ("Deadline: 05/06/2026", {"language": "fr"}, date(2026, 6, 5)),
        ("Deadline: 05/06/2026\nPosted 04/28/2026", {}, date(2026, 5, 6)),
        ("Deadline: 05/06/2026\nPosted 28/04/2026", {"country": "US"}, date(2026, 6, 5)),
        ("Deadline: Wednesday 05/06/2026", {}, date(2026, 5, 6)),
        ("Deadline: 03/06/2026", {"country": "US", "posted_on": date(2026, 4, 1)}, date(2026, 6, 3)),
        ("Deadline: 05.06.2026", {"country": "US"}, date(2026, 6, 5)),
    ],
)
def test_the_order_of_numbers_is_the_page_s(text, known, expected):
    assert day(text, **known) == expected


def test_of_deadlines_by_country_the_posting_s_is_taken():
    text = "US applicants apply by 5 February 2026 at 12 PM ET. UK applicants apply by 9 February 2026 at 5 PM GMT."
    assert day(text, country="US") == date(2026, 2, 5)
    assert day(text, country="GB") == date(2026, 2, 9)
    assert day(text) == date(2026, 2, 5)


def test_a_time_of_day_given_elsewhere_holds():
    text = "Applications must be in by 11:59 pm Eastern Time on the closing date.\nCloses: June 5, 2026"
    assert read(text).at == datetime(2026, 6, 6, 3, 59, tzinfo=UTC)


def test_two_contradicting_times_are_none():
    value = read("Forms must be submitted by 12 noon on midnight on Tuesday 24 March 2026")
    assert (value.date_only, value.at.date()) == (True, date(2026, 3, 24))


def test_a_label_in_the_line_before_counts():
    assert day("Place\nAarhus\nApplication deadline\n6 July 2026\nHours\n37") == date(2026, 7, 6)


def test_a_label_that_only_says_application_counts():
    assert day("Created\n07/05/2026\nApplication\n03/06/2026\nApply now") == date(2026, 6, 3)
    assert read("Our application of 3 June 2026 went well") is None


def test_the_last_day_of_a_window_is_the_deadline_and_the_first_its_opening():
    text = "Applications are open from 2 March 2026 to 20 March 2026, 12:00 CET."
    assert day(text) == date(2026, 3, 20)
    assert find_opening(text, seen_on=SEEN_ON).value == date(2026, 3, 2)


def test_an_opening_is_no_deadline():
    text = "Applications open on 2 March 2026."
    assert read(text) is None
    assert find_opening(text, seen_on=SEEN_ON).value == date(2026, 3, 2)


def test_the_quote_is_the_words_from_cue_to_zone():
    text = "Hello. The last day to apply is June 5, 2026 at 12:00 PM ET. Bye."
    found = find_deadline(text, seen_on=SEEN_ON)
    assert found.text == text[found.start : found.end] == "last day to apply is June 5, 2026 at 12:00 PM ET"
