"""How long the work lasts, and the spans that are something else's."""

import pytest

from spiders.reading.duration import find_duration, read_duration


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This is a 6-month contract.", "6-month"),
        ("A 10-week summer internship", "10-week"),
        ("Our internships last for approximately 10 weeks.", "10 weeks"),
        ("The internship lasts 10 to 12 weeks.", "10 to 12 weeks"),
        ("A fixed-term contract of 12 months", "12 months"),
        ("The program runs for eight weeks.", "eight weeks"),
        ("12 month maternity cover", "12 month"),
        ("Dauer: 6 Monate", "6 Monate"),
        ("Die Stelle ist befristet auf 2 Jahre.", "2 Jahre"),
        ("Ein 6-monatiges Praktikum", "6-monatiges"),
        ("Stage de 6 mois", "6 mois"),
        ("CDD de 12 mois", "12 mois"),
        ("Contrato de 6 meses", "6 meses"),
        ("Prácticas de seis meses", "seis meses"),
        ("Tirocinio della durata di 6 mesi", "6 mesi"),
        ("Een contract voor 7 maanden", "7 maanden"),
        ("Vikariat i 6 månader", "6 månader"),
        ("Varighed: 6 måneder", "6 måneder"),
        ("Engasjement i 12 måneder", "12 måneder"),
        ("6 kuukauden harjoittelu", "6 kuukauden"),
        ("Umowa na 6 miesięcy", "6 miesięcy"),
        ("3-miesięczny staż", "3-miesięczny"),
        ("Stáž na 6 měsíců", "6 měsíců"),
        ("Smlouva na dobu určitou 1 rok", "1 rok"),
        ("Estágio de 6 meses", "6 meses"),
    ],
)
def test_a_span_of_work_is_its_duration(text, expected):
    found = find_duration(text, text.lower())
    assert found
    assert found.value == expected
    assert found.text == text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "After a probation period of 6 months the contract is permanent",
        "Probezeit: 6 Monate",
        "Période d'essai de 3 mois pour ce contrat",
        "3 months notice in your contract",
        "In this role, 6 months of experience",
        "12 months of parental leave for every position",
        "This position offers leave for up to 6 months paid",
        "The contract grew over the last 12 months",
        "For the last three years our role was rated outstanding",
        "Pupils aged 4 - 11 years, on role",
        "Smlouvu na dobu neurčitou, 5 týdnů dovolené",
        "Posted 2 weeks ago",
    ],
)
def test_a_span_of_something_else_is_none(text):
    assert find_duration(text, text.lower()) is None


def test_of_several_spans_the_first_counts():
    text = "A contract of 6 months.\nThe internship of 3 months comes first."
    assert find_duration(text, text.lower()).value == "6 months"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("6 Monate", "6 Monate"),
        ("12 months (extension possible)", "12 months"),
        ("ca. 10 weeks", "10 weeks"),
        ("4-6 Monate", "4-6 Monate"),
        ("8 kk", "8 kk"),
        ("permanent", None),
        ("unbefristet", None),
    ],
)
def test_a_label_s_value_begins_with_the_duration(value, expected):
    assert read_duration(value) == expected
