"""Weekly hours of work: one plain figure, in thirteen languages."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.reading.weekly_hours import find_weekly_hours

FORMS = [
    *(
        "{} hours per week",
        "{}h/week",
        "{} Stunden pro Woche",
        "{} Wochenstunden",
        "{} heures par semaine",
        "{}h/semaine",
    ),
    *("{} horas semanales", "{} ore settimanali", "{} uur per week", "{} timmar i veckan", "{} timer om ugen"),
    *("{} timer per uke", "{} tuntia viikossa", "{} godzin tygodniowo", "{} hodin týdně", "{} horas por semana"),
]


def cases():
    lines = (Path(__file__).parent / "phrases" / "weekly_hours.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("  =>  ")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("phrase", "expected"), cases())
def test_a_phrase_is_read_as_a_person_reads_it(phrase, expected):
    found = find_weekly_hours(phrase.replace("\\n", "\n"))
    assert (str(found.value) if found else "-") == expected


@given(st.sampled_from(FORMS), st.integers(32, 240).map(lambda it: Decimal(it) / 4), st.sampled_from(".,"))
def test_hours_that_are_written_in_any_language_are_read_back(form, hours, point):
    text = "Pay: 20 an hour. " + form.format(f"{hours:f}".replace(".", point)) + "\nApply"
    found = find_weekly_hours(text)
    assert found.value == hours
    assert found.text == text[found.start : found.end]


@given(st.sampled_from(FORMS), st.integers(8, 30), st.integers(1, 20), st.sampled_from(["-", " – ", "/"]))
def test_a_span_of_hours_is_no_figure(form, least, more, joint):
    assert find_weekly_hours(form.format(f"{least}{joint}{least + more}")) is None


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*FORMS, "40", "-", "hours ", "İ", "\n", "("]), max_size=9).map("".join)
)
def test_reading_hours_never_raises(text):
    find_weekly_hours(text)
