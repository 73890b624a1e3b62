"""Kinds of employment, workplaces and numbers in the words of thirteen languages."""

import pytest

from spiders.posting import EmploymentType, Workplace
from spiders.reading import employment, requisition, workplace

FULL, PART, TEMPORARY, INTERN, CONTRACT = (
    EmploymentType.FULL_TIME,
    EmploymentType.PART_TIME,
    EmploymentType.TEMPORARY,
    EmploymentType.INTERNSHIP,
    EmploymentType.CONTRACT,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Permanent, full-time", FULL),
        ("Contract (6 months)", CONTRACT),
        ("Permanent contract", None),
        ("Zero hours contract", None),
        ("Fixed-Term/Contract", TEMPORARY),
        ("Seasonal", TEMPORARY),
        ("Per diem", TEMPORARY),
        ("Apprenticeship", INTERN),
        ("Minijob", PART),
        ("Befristeter Vertrag", TEMPORARY),
        ("Werkstudent", INTERN),
        ("CDD", TEMPORARY),
        ("CDI", None),
        ("CDI temps complet", FULL),
        ("Alternance", INTERN),
        ("Tempo indeterminato", None),
        ("Tempo determinato", TEMPORARY),
        ("Media jornada", PART),
        ("Bepaalde tijd", TEMPORARY),
        ("Voltijds", FULL),
        ("Visstidsanställning", TEMPORARY),
        ("Deltid", PART),
        ("Tidsbegrænset ansættelse", TEMPORARY),
        ("Vikariat", TEMPORARY),
        ("Määräaikainen", TEMPORARY),
        ("Kokoaikainen", FULL),
        ("Kontrakt B2B", CONTRACT),
        ("Umowa o pracę", None),
        ("HPP", FULL),
        ("DPP", CONTRACT),
        ("Tempo inteiro", FULL),
        ("Estágio", INTERN),
        ("Recibos verdes", CONTRACT),
    ],
)
def test_kinds_of_employment(text, kind):
    assert employment.from_words(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Permanent",
        "Feste Anstellung",
        "Contract onbepaalde duur",
        "Tills vidare",
        "Umowa o pracę",
        "Contract (6 months)",
        "CDI, Temps partiel",
    ],
)
def test_lines_that_are_of_employment_only(text):
    assert employment.is_only_employment(text)


@pytest.mark.parametrize("text", ["Contract Manager", "Full Moon Bakery", "Graz"])
def test_lines_that_are_of_more(text):
    assert not employment.is_only_employment(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Télétravail fréquent", Workplace.HYBRID),
        ("100 % télétravail", Workplace.REMOTE),
        ("Teilweise Home-Office", Workplace.HYBRID),
        ("praca hybrydowa", Workplace.HYBRID),
        ("Praca zdalna", Workplace.REMOTE),
        ("Hybride werken", Workplace.HYBRID),
        ("Op locatie", Workplace.ONSITE),
        ("hybridně", Workplace.HYBRID),
        ("100% remoto", Workplace.REMOTE),
        ("In presenza", Workplace.ONSITE),
    ],
)
def test_workplaces(text, kind):
    assert workplace.from_words(text) is kind
    assert workplace.is_only_workplace(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("This position is hybrid.", Workplace.HYBRID),
        ("You will be in the office three days a week.", Workplace.HYBRID),
        ("We offer a flexible hybrid model to all", None),
        ("Hybrid work model;", None),
        ("Remote job: No", None),
        ("This is a remote position.", Workplace.REMOTE),
    ],
)
def test_what_sentences_say_of_the_workplace_and_not_of_benefits(text, kind):
    found = workplace.in_prose(text, text.lower())
    assert (found and found[0]) is kind


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("PhD stipend in energy (14-21065)", "14-21065"),
        ("Baker (2026)", None),
        ("Nurse (37)", None),
        ("Cook (JPO1715)", None),
    ],
)
def test_the_number_at_the_end_of_a_title(title, number):
    assert requisition.in_title(title) == number


@pytest.mark.parametrize("value", ["NR-2025-0147", "PAR 2025/881", "WCC/25/881", "175012345W", "241-AUH-9921"])
def test_numbers_that_labels_have(value):
    assert requisition.from_label(value) == value


def test_a_number_without_a_colon():
    text = "Offre n° 189XYZK2"
    found = requisition.in_prose(text, text.lower())
    assert found
    assert found[0] == "189XYZK2"
