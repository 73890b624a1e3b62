import pytest

from spiders.reading.roles import reads_as_role

ROLES = [
    "Warehouse Operative (Nights)",
    "Industriemechaniker",
    "Bygglovshandläggare",
    "Aide-comptable",
    "Dependienta de tienda",
    "Addetto alla logistica",
    "Verpleegkundige thuiszorg",
    "Undersköterska till hemtjänsten",
    "Pædagog til børnehuset",
    "Elektriker",
    "Sairaanhoitaja",
    "Kierowca kat. C",
    "Skladník",
    "Enfermeiro - Bloco operatório",
    "Tischler (m/w/d)",
]
OTHERS = [
    "Our history",
    "Privacy policy",
    "Elevator shafts of the north",
    "Formation continue",
    "Ekonomi och styrning",
    "We are looking for a baker.",
]


@pytest.mark.parametrize("line", ROLES)
def test_titles_of_many_languages_name_a_role(line):
    assert reads_as_role(line)


@pytest.mark.parametrize("line", OTHERS)
def test_other_lines_name_none(line):
    assert not reads_as_role(line)


@pytest.mark.parametrize("text", ["Full-time jobs, part-time jobs and internships", "Engineering jobs and internships"])
def test_kinds_of_opening_are_no_role(text):
    assert not reads_as_role(text)
