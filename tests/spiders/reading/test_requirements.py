"""What postings ask of applicants, in the words of thirteen languages, and what only looks like it."""

from pathlib import Path

import pytest

from spiders.posting import Degree, Requirements, WorkAuthorization, YearsExperience
from spiders.reading.document import parse_html
from spiders.reading.requirements import find_requirements
from spiders.reading.scope import find_scope
from spiders.reading.sections import find_parts

HEADINGS = {
    "en": "Requirements",
    "de": "Dein Profil",
    "fr": "Votre profil",
    "es": "Requisitos",
    "it": "Requisiti",
    "nl": "Functie-eisen",
    "sv": "Kvalifikationer",
    "da": "Kvalifikationer",
    "no": "Kvalifikasjoner",
    "fi": "Odotamme",
    "pl": "Wymagania",
    "cs": "Požadavky",
    "pt": "Requisitos",
}


def cases():
    path = Path(__file__).parent / "phrases" / "requirements.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            said, expected = line.split("=>")
            language, text = said.split(" | ", 1)
            yield pytest.param(language, text.strip(), expected.strip(), id=text.strip()[:60])


def asked(html, language="en"):
    doc = parse_html(f"<body><div>{html}</div></body>")
    scope = find_scope(doc, None, whole=True)
    requirements, evidence = find_requirements(scope, find_parts(scope.body), language)
    for it in evidence.values():
        start, end = map(int, it.where.removeprefix("chars:").split("-"))
        assert " ".join(scope.text[start:end].split()) == it.text
    return requirements


def written(requirements):
    if requirements is None:
        return "-"
    parts = []
    if requirements.degree:
        parts.append(f"d={requirements.degree}{'?' if requirements.degree_required is False else ''}")
    if requirements.graduation_years:
        parts.append("g=" + ",".join(map(str, requirements.graduation_years)))
    if requirements.work_authorization:
        parts.append("a=" + ",".join(requirements.work_authorization))
    if years := requirements.years_experience:
        parts.append(f"y={'' if years.min is None else years.min}-{'' if years.max is None else years.max}")
    return " ".join(parts)


def same(found, expected):
    return sorted(written(found).split()) == sorted(expected.split())


@pytest.mark.parametrize(("language", "text", "expected"), list(cases()))
def test_a_requirement_is_read_under_a_heading_as_a_person_reads_it(language, text, expected):
    found = asked(f"<h3>{HEADINGS[language]}</h3><ul><li>{text}</li></ul>", language)
    assert same(found, expected), written(found)


@pytest.mark.parametrize(("language", "text", "expected"), list(cases()))
def test_a_requirement_is_read_in_a_text_without_headings(language, text, expected):
    found = asked(f"<p>{text}</p>", language)
    assert same(found, expected), written(found)


def test_all_that_a_posting_asks_stands_together():
    found = asked(
        """<h3>About us</h3><p>Our 20 years of experience make us the oldest kelp farm. Two founders hold a PhD.</p>
        <h3>Your tasks</h3><ul><li>Supervise a Master's student</li><li>Cut kelp</li></ul>
        <h3>Your profile</h3><ul><li>Bachelor's degree in biology, Master's preferred</li>
        <li>3-5 years of experience at sea</li><li>Graduating between May 2026 and August 2027</li></ul>
        <h3>Nice to have</h3><ul><li>8+ years of experience in diving</li><li>PhD in botany</li></ul>
        <h3>Benefits</h3><ul><li>Visa sponsorship</li><li>We pay for a high school diploma</li></ul>"""
    )
    assert found == Requirements(
        degree=Degree.BACHELOR,
        degree_required=True,
        graduation_years=(2026, 2027),
        work_authorization=(WorkAuthorization.SPONSORSHIP,),
        years_experience=YearsExperience(min=3, max=5),
    )


def test_the_words_of_one_language_mean_nothing_in_another():
    text = "<h3>Requirements</h3><ul><li>A diploma of our diving school is a fine thing to look at</li></ul>"
    assert asked(text, "it").degree is Degree.SECONDARY
    assert asked(text, "en") is None


def test_a_wish_is_a_degree_that_is_not_required():
    found = asked("<h3>Preferred qualifications</h3><ul><li>Master's degree in hydrology</li></ul>")
    assert (found.degree, found.degree_required) == (Degree.MASTER, False)


def test_of_two_sentences_on_visas_the_refusal_counts():
    found = asked("<p>We help with your visa application in some countries. We cannot sponsor visas for this role.</p>")
    assert found.work_authorization == (WorkAuthorization.NO_SPONSORSHIP,)


def test_a_text_without_requirements_asks_for_nothing():
    assert asked("<p>We cut kelp from dawn to noon, and nobody asks where anybody went to school.</p>") is None
