"""Words of controls that ask to apply, and words beside them that do not."""

import pytest

from spiders.pages import applying


@pytest.mark.parametrize(
    "words",
    [
        *("Apply now", "Easy apply", "I’m interested", "Auf diese Stelle bewerben", "Jetzt online bewerben"),
        *(
            "Bewirb dich jetzt",
            "Je postule",
            "Postuler à cette offre",
            "Déposer ma candidature",
            "Inscribirme en esta oferta",
        ),
        *("Candidati ora", "Invia la tua candidatura", "Solliciteer direct", "Sök jobbet", "Ansök här", "Søg jobbet"),
        *(
            "Send ansøgning",
            "Søk på stillingen",
            "Hae paikkaa",
            "Lähetä hakemus",
            "Aplikuj teraz",
            "Wyślij CV",
            "Mám zájem",
        ),
        *("Odpovědět na nabídku", "Candidatar-me", "Enviar candidatura"),
    ],
)
def test_controls_that_ask_to_apply(words):
    assert applying.is_control(words)


@pytest.mark.parametrize(
    "words",
    [
        *("Applications closed", "Application deadline", "Bewerbungsfrist", "Candidatures closes", "Ansökningstiden"),
        *("Ansøgningsfrist: 3. maj", "Søknadsfrist", "Hakuaika päättynyt", "Aplikacja mobilna", "Save job"),
    ],
)
def test_words_about_applications_that_do_not(words):
    assert not applying.is_control(words)
