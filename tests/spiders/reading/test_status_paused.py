"""Applications that are paused are closed, where a line of the head says so."""

import pytest

from spiders.posting import Status
from spiders.reading.status import find_status

PAUSED = [
    "Applications are paused",
    "Applications for this role are currently on hold.",
    "Recruitment temporarily suspended until further notice",
    "Please note: applications are temporarily paused.",
    "Bewerbungen vorübergehend pausiert",
    "Das Bewerbungsverfahren ist derzeit ausgesetzt.",
    "Diese Ausschreibung ist bis auf Weiteres pausiert",
    "Candidatures temporairement suspendues",
    "Le recrutement est en pause jusqu'à la rentrée.",
    "Inscripciones en pausa",
    "El proceso de selección está temporalmente suspendido",
    "Candidature temporaneamente sospese",
    "La selezione è momentaneamente in pausa.",
    "Sollicitaties tijdelijk gepauzeerd",
    "Deze vacature staat on hold",
    "Rekryteringen är tillfälligt pausad",
    "Ansökningar pausade tills vidare",
    "Rekrutteringen er sat i bero",
    "Ansøgninger er midlertidigt på pause",
    "Utlysningen er satt på vent",
    "Søknader er midlertidig satt på pause",
    "Haku keskeytetty",
    "Rekrytointi on toistaiseksi tauolla",
    "Rekrutacja wstrzymana",
    "Nabór jest tymczasowo zawieszony do odwołania",
    "Nábor dočasně pozastaven",
    "Výběrové řízení je přerušeno",
    "Inscrições pausadas",
    "Processo seletivo temporariamente suspenso até nova data",
]
OPEN = [
    "Applications are not paused",
    "Applications will be paused on 1 March",
    "Applications on hold music analyst",
    "Hiring for projects that were paused",
    "Bewerbungen werden nicht pausiert",
    "Recrutement sans pause",
    "The applications that you maintain must never be paused",
    "Rekrutacja nie jest wstrzymana",
    "Applications Engineer, suspended ceilings",
]


def titled(line):
    return f"Boom Operator\n{line}\nHarbour Sound, Bristol\n"


@pytest.mark.parametrize("line", PAUSED)
def test_a_line_of_the_head_that_says_paused_is_closed(line):
    text = titled(line)
    found = find_status(text, head_length=len(text))
    assert found is not None
    assert found.value is Status.CLOSED
    assert found.text.strip() in line


@pytest.mark.parametrize("line", OPEN)
def test_other_lines_with_these_words_say_nothing(line):
    text = titled(line)
    assert find_status(text, head_length=len(text)) is None


@pytest.mark.parametrize("line", ["Bewerbungen vorübergehend pausiert", "Applications are paused", "Haku keskeytetty"])
def test_below_the_head_and_within_a_sentence_it_is_prose(line):
    head = "Boom Operator\nHarbour Sound, Bristol\n"
    assert find_status(f"{head}You hold the boom.\n{line}\n", head_length=len(head)) is None
    sentence = f"You learn what to do where {line.lower()} and the crew waits."
    assert find_status(f"{head}{sentence}\n", head_length=len(head) + len(sentence)) is None
