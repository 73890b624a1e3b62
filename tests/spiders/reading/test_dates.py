import pytest

from spiders.reading.characters import plain
from spiders.reading.dates import dates


def read(text, language=None):
    return [(it.year, it.month, it.day) for it in dates(plain(text), language=language)]


@pytest.mark.parametrize(
    "text",
    [
        "March 5, 2026",
        "5 March 2026",
        "5th of March 2026",
        "Mar. 5th, 2026",
        "05-Mar-2026",
        "5-Mar-26",
        "Thursday, 5 March 2026",
        "2026-03-05",
        "2026/03/05",
        "05.03.2026",
        "5. 3. 2026",
        "5. März 2026",
        "Donnerstag, den 5. März 2026",
        "le 5 mars 2026",
        "5 de marzo de 2026",
        "5 marzo 2026",
        "5 maart 2026",
        "den 5 mars 2026",
        "5. marts 2026",
        "5. maaliskuuta 2026",
        "5 marca 2026 r.",
        "5. března 2026",
        "5 de março de 2026",
    ],
)
def test_the_same_day_is_read_in_every_form(text):
    assert read(f"until {text}, please") == [(2026, 3, 5)]


@pytest.mark.parametrize(
    "text",
    ["401(k)", "23 vacation days", "June to August or September 2026", "31.02.2026", "Friday, September, 2020",
     "v1.2.3", "12.30pm", "2 out of 5", "after 5 may not be", "24/7", "$5 march", "call 555-1234", "2026", "10:15:20"],
)  # fmt: skip
def test_other_numbers_are_no_dates(text):
    assert read(text) == []


def test_an_ambiguous_abbreviation_is_a_month_in_its_language_only():
    assert read("2 out 2026") == []
    assert read("2 out 2026", language="pt") == [(2026, 10, 2)]


def test_a_numeric_date_keeps_both_readings_only_where_both_are_possible():
    unsure, day_first, month_first, dotted = dates(plain("05/06/2026, 25/06/2026, 06/25/2026, 05.06.2026"))
    assert unsure.ambiguous
    assert (unsure.swapped().month, unsure.swapped().day) == (5, 6)
    assert (day_first.ambiguous, day_first.day_first) == (False, True)
    assert (month_first.month, month_first.day, month_first.day_first) == (6, 25, False)
    assert not dotted.ambiguous


def test_a_span_of_days_is_read_as_its_last():
    assert read("March 3 - 17, 2026") == [(2026, 3, 17)]
    assert read("3 to 17 March 2026") == [(2026, 3, 17)]


def test_a_date_keeps_its_weekday_and_its_place():
    text = "until Friday 6 March 2026."
    (mention,) = dates(plain(text))
    assert text[mention.start : mention.end] == "Friday 6 March 2026"
    assert mention.weekday == 4
