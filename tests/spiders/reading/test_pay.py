import re
from decimal import Decimal
from pathlib import Path

import pytest

from spiders.posting import PayUnit
from spiders.reading.pay import find_pay, pays, pays_by_place


def cases(name):
    lines = (Path(__file__).parent / "phrases" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("=>")) for line in lines if not line.startswith("#")]


def written(found):
    if found is None:
        return "-"
    value = found.value
    amounts = ["?" if it is None else format(it.normalize(), "f") for it in (value.min, value.max)]
    return " ".join([*amounts, value.currency or "?", value.unit.value if value.unit else "?"])


def expected_words(words):
    parts = words.split()
    return " ".join(format(Decimal(it).normalize(), "f") if it[0].isdigit() else it for it in parts)


@pytest.mark.parametrize(("phrase", "expected"), cases("pay"))
def test_a_phrase_is_read_as_a_person_reads_it(phrase, expected):
    assert written(find_pay(phrase)) == expected_words(expected)


@pytest.mark.parametrize(("phrase", "expected"), cases("pay_of_sites"))
def test_the_phrases_of_many_kinds_of_sites_are_read_where_they_stand(phrase, expected):
    text, country, language = re.fullmatch(r"(.*?)(?: \{(\w\w) (\w\w)\})?", phrase).groups()
    found = find_pay(text.replace("\\n", "\n"), country=country, language=language)
    assert written(found) == expected_words(expected)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Pay: $95-$120k", 95_000, 120_000),
        ("Pay: $95k - 120", 95_000, 120_000),
        ("Pay: 40-60.000 Kč", 40_000, 60_000),
        ("Pay: $95 - $120", 95, 120),
        ("Pay: CHF 95'000.- bis CHF 110'000.-", 95_000, 110_000),
        ("Pay: 1.234,50 €", Decimal("1234.50"), Decimal("1234.50")),
        ("Pay: ₹12,50,000", 1_250_000, 1_250_000),
        ("Pay: 40 000 \u200d–\u200d 60 000 Kč", 40_000, 60_000),
        ("Pay: Â£30,000 - Â£40,000", 30_000, 40_000),
        ("Pay: 60 TEUR", 60_000, 60_000),
        ("Pay: £20,000-25,000", 20_000, 25_000),
        ("Pay: 1200/1500€ brut", 1_200, 1_500),
    ],
)
def test_amounts_are_what_the_digits_and_the_letter_k_make(text, low, high):
    value = find_pay(text).value
    assert (value.min, value.max) == (low, high)


@pytest.mark.parametrize(
    ("country", "language", "text", "currency"),
    [
        (None, None, "Pay: $20 an hour", "USD"),
        ("SG", None, "Pay: $20 an hour", "SGD"),
        ("CA", None, "Pay: $20 an hour", "CAD"),
        ("de", None, "Pay: $20 an hour", "USD"),
        ("SE", None, "Pay: 200 kr an hour", "SEK"),
        (None, "da", "Pay: 200 kr an hour", "DKK"),
        (None, "nb", "Pay: 200 kr an hour", "NOK"),
        (None, None, "Pay: 200 kr an hour", None),
        ("DE", None, "Pay: 20,000 - 25,000", "EUR"),
        (None, None, "Pay: 20,000 - 25,000", None),
    ],
)
def test_a_currency_that_is_not_written_is_the_country_s_and_marked_so(country, language, text, currency):
    value = find_pay(text, country=country, language=language).value
    assert value.currency == currency
    assert ("currency" in value.implied) is (currency is not None)


def test_a_dollar_that_the_page_names_once_is_meant_by_every_dollar():
    text = "Pay: $90,000 - $110,000\nAll in all: CAD 90,000 to CAD 110,000 a year"
    assert {it.value.currency for it in pays(text)} == {"CAD"}


def test_a_code_is_not_implied():
    assert find_pay("The hourly rate for this position is $60 USD.").value.implied == ()


@pytest.mark.parametrize(
    ("text", "unit", "implied"),
    [
        ("Pay: €3,000", PayUnit.MONTH, True),
        ("Pay: €30,000", PayUnit.YEAR, True),
        ("Pay: 30 000 Kč", PayUnit.MONTH, True),
        ("Pay: $14", None, False),
        ("Annual pay: €30,000", PayUnit.YEAR, False),
        ("Pay: €3,000 biweekly", None, False),
        ("We offer 40 hours per week and pay of €3,000", PayUnit.MONTH, True),
        ("Hourly pay of €30,000", PayUnit.YEAR, True),
    ],
)
def test_the_size_of_an_amount_implies_month_or_year_only_where_no_unit_is_written(text, unit, implied):
    value = find_pay(text).value
    assert value.unit is unit
    assert ("unit" in value.implied) is implied


def test_ranges_side_by_side_for_several_places_are_spanned_and_kept():
    text = "In New York the pay is $150,000 - $180,000. In Texas the pay is $130,000 - $160,000."
    assert written(find_pay(text)) == "130000 180000 USD year"
    assert [(place, written(it)) for place, it in pays_by_place(text)] == [
        ("New York", "150000 180000 USD year"),
        ("Texas", "130000 160000 USD year"),
    ]


def test_places_behind_the_amounts_are_found_too():
    text = "Pay: $150,000 - $180,000 in New York and $130,000 - $160,000 in Texas."
    assert [place for place, _ in pays_by_place(text)] == ["New York", "Texas"]


def test_amounts_for_two_roles_are_not_spanned():
    text = "Pay: $150k-$180k for a senior engineer, $130k-$160k for the others."
    assert written(find_pay(text)) == "150000 180000 USD year"
    assert pays_by_place(text) == ()


def test_the_exact_range_is_taken_over_its_rounded_form():
    text = "Tram planner\n$99k – $115k\nOslo\nThe base salary range for this role is $98,600 to $115,300."
    assert written(find_pay(text)) == "98600 115300 USD year"


def test_a_label_in_the_line_before_counts():
    assert written(find_pay("Salary:\n£25000 - £28000\nLocation:\nLeeds")) == "25000 28000 GBP year"


def test_an_allowance_on_top_of_a_grade_is_no_pay():
    assert find_pay("Main scale / upper scale (plus £1,900 – £3,900 for leading a subject)") is None


def test_the_quote_holds_the_words_that_gave_unit_and_bound():
    text = "Our hourly rate for this position is up to $60 USD."
    found = find_pay(text)
    assert found.text == text[found.start : found.end] == "Our hourly rate for this position is up to $60 USD"
    assert (found.value.min, found.value.max, found.value.unit) == (None, 60, PayUnit.HOUR)
