"""Where sentences end: not inside a date, a time or an abbreviation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.changes.sentences import sentences
from monitor.changes.units import units_of_text
from monitor.changes.words import words


@pytest.mark.parametrize(
    "line",
    [
        "Bewirb dich bis zum 30. Juni.",
        "Die Frist endet am 3. März um 12 Uhr.",
        "Fristen er den 1. Maj 2026.",
        "Søk innen 15. Desember.",
        "Hakuaika päättyy 2. Helmikuuta.",
        "Uzávěrka je 30. 6. 2026.",
        "Sista dag är kl. 15:30.",
        "Du arbeitest mit Werkzeugen, z. B. Excel.",
        "Vergütung inkl. Zuschlägen von ca. 300 Euro.",
        "Know your tools, e.g. Python, i.e. Snakes.",
        "Based in the U.S. Territories, at Acme Inc. Boston.",
        "Ask Dr. Svensson in St. Gallen, tel. 044 111 22 33.",
        "Un diplôme, p. ex. Master.",
        "Praca przy ul. Długiej, min. 3 lata.",
        "Náplň práce, např. Excel, č. 12.",
        "Approx. 40 people, max. 50.",
    ],
)
def test_a_dot_inside_a_sentence_ends_nothing(line):
    assert list(sentences(line)) == [line]


@pytest.mark.parametrize(
    "parts",
    [
        ("We are a team of 12.", "You lead it."),
        ("Version 3.", "5 of them run."),
        ("It began in 2019.", "March was cold."),
        ("Why us?", "Because!", "École is near."),
        ("We say “hello.”", "You answer."),
        ("Du kommst bis zum 30. Juni.", "Wir freuen uns."),
    ],
)
def test_a_sentence_ends_before_the_next(parts):
    assert list(sentences(" ".join(parts))) == list(parts)


@given(st.text(max_size=80))
def test_no_word_is_lost(line):
    assert words(" ".join(sentences(line))) == words(line)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("At least 5+ years", "at least 5 + years"),
        ("10,000 boats", "10 000 boats"),
        ("10.000 Boote", "10'000 Boote"),
        ("1.250.000 € Umsatz", "1 250 000 € Umsatz"),
        ("3–5 years", "3 - 5 years"),
        ("a “free” lunch", 'a "free" lunch'),
        ("R&D", "R &amp; D"),
    ],
)
def test_other_typography_is_the_same_unit(one, other):
    assert [it.words for it in units_of_text(one)] == [it.words for it in units_of_text(other)]


@pytest.mark.parametrize(("one", "other"), [("5 years", "5+ years"), ("10,000", "10,001"), ("3.5 days", "35 days")])
def test_another_number_is_another_unit(one, other):
    assert [it.words for it in units_of_text(one)] != [it.words for it in units_of_text(other)]
