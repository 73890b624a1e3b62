"""All that a text says of the time for applying: phrases in thirteen languages, and several deadlines by place."""

from datetime import date
from pathlib import Path

import pytest

from spiders.reading.deadline import find_closing
from spiders.reading.terms import find_terms
from spiders.reading.zones import as_tzinfo

SEEN_ON = date(2026, 1, 20)


def cases():
    lines = (Path(__file__).parent / "phrases" / "closing.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            said, _, expected = line.rpartition("=>")
            language, _, phrase = said.partition("|")
            yield language.strip(), phrase.strip().replace("\\n", "\n"), expected.strip()


def read(text, **known):
    return find_closing(text, seen_on=SEEN_ON, **known)


def day(found):
    return found and found.value.at.astimezone(as_tzinfo(found.value.zone)).date().isoformat()


def written(found):
    if found is None:
        return "-"
    local = found.value.at.astimezone(as_tzinfo(found.value.zone))
    clock = "" if found.value.date_only else local.strftime(" %H:%M")
    return f"{local:%Y-%m-%d}{clock}{' ' + found.value.zone if found.value.zone else ''}"


@pytest.mark.parametrize(("language", "phrase", "expected"), list(cases()))
def test_a_phrase_is_read_as_a_person_reads_it(language, phrase, expected):
    language, _, country = language.partition("-")
    closing = read(phrase, language=language, country=country or None)
    deadline, *others = expected.split(";")
    assert written(closing.deadline) == deadline
    told = {
        "soft": day(closing.soft),
        "opens": closing.opening and closing.opening.value.isoformat(),
        "terms": (found := find_terms(phrase)) and found.value.value,
    }
    for name, value in (it.split("=") for it in others):
        assert told[name] == value


@pytest.mark.parametrize(
    "text",
    [
        "Application deadlines:\nUnited Kingdom: 15 February 2026\nGermany: 28 February 2026\nSpain: 5 March 2026",
        "Application deadlines: United Kingdom 15 February 2026, Germany 28 February 2026; Spain 5 March 2026",
        "Deadline: 15 February 2026 (United Kingdom), 28 February 2026 (Germany), 5 March 2026 (Spain)",
        "Closes (United Kingdom): 15 February 2026\nCloses (Germany): 28 February 2026\nCloses (Spain): 5 March 2026",
    ],
)
def test_deadlines_by_place_are_kept_and_the_posting_s_own_is_chosen(text):
    closing = read(text, country="DE")
    placed = [(place, day(found)) for place, found in closing.by_place]
    assert placed == [("United Kingdom", "2026-02-15"), ("Germany", "2026-02-28"), ("Spain", "2026-03-05")]
    assert day(closing.deadline) == "2026-02-28"
    assert day(read(text, places=["Madrid, Spain"]).deadline) == "2026-03-05"


def test_of_deadlines_for_other_places_the_earliest_surely_holds():
    text = "Deadline: 28 February 2026 (Germany), 15 February 2026 (United Kingdom)"
    assert day(read(text, country="FR").deadline) == "2026-02-15"
    assert day(read(text).deadline) == "2026-02-15"


def test_of_several_own_places_the_earliest_counts():
    text = "Deadline: 28 February 2026 (Germany), 15 February 2026 (United Kingdom), 1 February 2026 (Spain)"
    assert day(read(text, places=["Berlin, Germany", "London, UK"]).deadline) == "2026-02-15"


def test_dates_of_other_events_at_places_are_no_deadlines_by_place():
    closing = read("Deadline: 5 March 2026. Interviews in London: 10 March 2026, in Berlin 12 March 2026")
    assert day(closing.deadline) == "2026-03-05"
    assert closing.by_place == ()


def test_a_deadline_for_one_place_alone_is_the_deadline():
    closing = read("Deadline for our office in Berlin: 5 March 2026", country="FR")
    assert day(closing.deadline) == "2026-03-05"
    assert closing.by_place == ()


def test_an_extended_deadline_is_the_deadline():
    assert day(read("Deadline: 1 February 2026 - extended until 1 March 2026").deadline) == "2026-03-01"
    assert read("The contract may be extended until 1 March 2027.").deadline is None


def test_a_soft_date_is_beside_the_deadline_and_never_in_its_place():
    closing = read("Priority deadline: 15 February 2026. Final deadline: 15 March 2026.")
    assert (day(closing.soft), day(closing.deadline)) == ("2026-02-15", "2026-03-15")
    closing = read("For full consideration, apply by 15 February 2026.")
    assert (day(closing.soft), closing.deadline) == ("2026-02-15", None)


def test_the_end_of_the_business_day_is_no_time_of_day():
    found = read("Apply by COB Friday 13 February 2026").deadline
    assert (found.value.date_only, day(found)) == (True, "2026-02-13")


def test_every_quote_stands_where_it_says():
    text = (
        "Applications open on 2 March 2026. Preferably apply by 9 March 2026; deadline: 20 March 2026 (12 noon) UK time"
    )
    closing = read(text)
    for found in (closing.deadline, closing.soft, closing.opening):
        assert found.text == text[found.start : found.end]
    assert closing.deadline.text.startswith("deadline: 20 March 2026 (12 noon)")
