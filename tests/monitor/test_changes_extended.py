"""A deadline that is extended in so many words is told by its kind alone."""

import pytest

from monitor.changes import differences
from monitor.vocabulary import Kind
from spiders.posting import Posting
from spiders.reading.months import _MONTHS

from .postings import dated, section
from .test_changes_retold import DEADLINE

EXTENDED = {
    "en": "We have extended the application period until {}.",
    "de": "Wir haben die Bewerbungsfrist bis zum {} verlängert.",
    "fr": "La date limite de candidature est prolongée au {}.",
    "es": "Se amplía el plazo de inscripción hasta el {}.",
    "it": "La scadenza è prorogata al {}.",
    "nl": "De nieuwe sluitingsdatum is {}.",
    "sv": "Sista ansökningsdag är förlängd till den {}.",
    "da": "Ansøgningsfristen er forlænget til den {}.",
    "no": "Søknadsfristen er forlenget til {}.",
    "fi": "Hakuaikaa on jatkettu, se päättyy {}.",
    "pl": "Przedłużamy termin składania aplikacji do {}.",
    "cs": "Termín přihlášky je prodloužen do {}.",
    "pt": "Prorrogamos o prazo até {}.",
}


@pytest.mark.parametrize("language", EXTENDED)
def test_a_sentence_that_says_that_the_deadline_was_extended_is_told_once(language):
    forms, written = DEADLINE[language]
    first, then = (written.format(day=day, month=_MONTHS[language].split()[4], year=2026) for day in (5, 19))
    before, after = (
        Posting(
            title="Rigger",
            language=language,
            deadline=dated(2026, 5, day, text=text),
            sections=(section("other", "The crew sails on Fridays.", sentence.format(text)),),
        )
        for day, text, sentence in ((5, first, forms[0]), (19, then, EXTENDED[language]))
    )
    assert [it.kind for it in differences(before, after)] == [Kind.DEADLINE_CHANGED]
