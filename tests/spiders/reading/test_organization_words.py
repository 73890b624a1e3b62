"""Names of organizations, and what stands where they stand and is none."""

import pytest

from spiders.reading.organization_words import has_legal_form, institution_in, is_board, is_department, is_name


@pytest.mark.parametrize(
    "text", ["Northwind Grid", "Department for Clean Rivers", "The Larder", "Gemeente Waterkamp", "3Peaks"]
)
def test_names(text):
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our team",
        "69",
        "Wakefield WF2",
        "Careers",
        "Posted 5 November by",
        "Vollzeit",
        "CDI",
        "Website",
        "Join us",
        "Cette offre n'est plus disponible",
        "Tjänsten är tillsatt",
        "Diese Firma ist für alle da",
        "Closed",
    ],
)
def test_what_is_no_name(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    "text", ["Seek", "reed.co.uk", "FINN.no", "Platsbanken", "Regional Jobs", "Stellenportal Nord"]
)
def test_boards(text):
    assert is_board(text)


@pytest.mark.parametrize("text", ["Jobs & Söhne GmbH", "Northwind Recruitment", "Harbourlight"])
def test_employers_are_no_boards(text):
    assert not is_board(text)


@pytest.mark.parametrize(
    "text", ["Engineering", "Engineering & Infra", "Marketing Team", "Abteilung", "Sales Department"]
)
def test_departments(text):
    assert is_department(text) is (text != "Abteilung")


def test_legal_forms():
    assert has_legal_form("Jarzębina Sp. z o.o.")
    assert has_legal_form("Moinho Azul Lda")
    assert not has_legal_form("Moinho Azul")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("PhD fellow at the University of Eastmoor", "University of Eastmoor"),
        ("Lektor ved Syddalens Universitet", "Syddalens Universitet"),
        ("Baker", None),
    ],
)
def test_the_institution_that_a_title_names(title, name):
    assert institution_in(title) == name
