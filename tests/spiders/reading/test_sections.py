"""Sections by heading: what pages of thirteen languages put over their bullets, and in which markup."""

import pytest

from spiders.reading.document import parse_html
from spiders.reading.scope import find_scope
from spiders.reading.sections import find_parts
from spiders.reading.title import find_title

PROSE = "We are looking for somebody who likes harbours, people and tidy logs, and who enjoys writing both down well."
TASKS = (
    "Plan the week on the quay together with the whole team",
    "Keep the log of arrivals tidy and up to date",
    "Answer the radio and pass on what was said there",
)
ASKED = (
    "Clear writing in at least one of our languages",
    "Joy in early mornings and in long summer evenings",
    "Some idea of knots, ropes and other wet things",
)
GIVEN = (
    "Thirty days of leave and your birthday on top",
    "A bicycle with a bell that one can hear",
    "Lunch in the canteen with a view of the quay",
)
KINDS = ("responsibilities", "requirements", "benefits")

HEADINGS = {
    "bold paragraph": lambda it: f"<p><strong>{it}</strong></p>",
    "element": lambda it: f"<h3>{it}</h3>",
    "bold with colon": lambda it: f"<p><b>{it}:</b></p>",
    "capitals": lambda it: f"<p>{it.upper()}</p>",
    "colon": lambda it: f"<p>{it}:</p>",
    "emoji": lambda it: f"<p><strong>🚀 {it}</strong></p>",
    "plain": lambda it: f"<p>{it}</p>",
}
BULLETS = {
    "list": lambda its: "<ul>" + "".join(f"<li>{it}</li>" for it in its) + "</ul>",
    "numbered list": lambda its: "<ol>" + "".join(f"<li><p>{it}</p></li>" for it in its) + "</ol>",
    "dots and breaks": lambda its: "<p>" + "<br>".join(f"• {it}" for it in its) + "</p>",
    "dashes and breaks": lambda its: "<p>" + "<br/>".join(f"– {it}" for it in its) + "</p>",
    "numbers in text": lambda its: "<p>" + "<br>".join(f"{n}. {it}" for n, it in enumerate(its, 1)) + "</p>",
    "paragraphs": lambda its: "".join(f"<p>• {it}</p>" for it in its),
    "ticks": lambda its: "".join(f"<div>✅ {it}</div>" for it in its),
    "nested": lambda its: f"<ul><li>{its[0]}<ul>" + "".join(f"<li>{it}</li>" for it in its[1:]) + "</ul></li></ul>",
}
WORDS = [
    ("What you'll do", "What you'll bring", "What's in it for you"),
    ("Key duties", "Essential criteria", "What we offer you"),
    ("How you'll make an impact", "You'll thrive here if", "What you get"),
    ("Deine Aufgaben", "Das bringst du mit", "Das bieten wir dir"),
    ("Was dich erwartet", "Was wir uns wünschen", "Deine Vorteile"),
    ("Aufgabengebiet", "Anforderungsprofil", "Darauf kannst du dich freuen"),
    ("Vos missions", "Votre profil", "Nos avantages"),
    ("Ce que vous ferez", "Profil recherché", "Ce que nous offrons"),
    ("¿Qué harás?", "Lo que buscamos", "¿Qué te ofrecemos?"),
    ("Di cosa ti occuperai", "Chi cerchiamo", "La nostra offerta"),
    ("Wat ga je doen?", "Wie ben jij?", "Wat bieden wij jou?"),
    ("Dina arbetsuppgifter", "Vem är du?", "Förmåner"),
    ("Dine opgaver", "Vi forventer at du", "Det får du hos os"),
    ("Dine oppgaver", "Vi ser etter deg som", "Hva vi tilbyr"),
    ("Tehtävän kuvaus", "Mitä odotamme", "Mitä tarjoamme"),
    ("Czym będziesz się zajmować", "Profil kandydata", "Co oferujemy"),
    ("Co tě čeká", "Koho hledáme", "Co nabízíme"),
    ("As tuas funções", "O que procuramos", "O que oferecemos"),
]


def sections(html):
    doc = parse_html(f"<body><main><h1>Harbour Clerk</h1><p>{PROSE}</p>{html}</main></body>")
    return [it.section for it in find_parts(find_scope(doc, find_title(doc)).body, "Harbour Clerk")]


def bullets(lines):
    return "\n".join(f"- {it}" for it in lines)


def page(words, heading, listed):
    return "".join(heading(it) + listed(lines) for it, lines in zip(words, (TASKS, ASKED, GIVEN), strict=True))


@pytest.mark.parametrize("words", WORDS, ids=[it[1] for it in WORDS])
@pytest.mark.parametrize("heading", ["bold paragraph", "plain"])
def test_headings_of_many_languages_announce_their_kinds(words, heading):
    found = sections(page(words, HEADINGS[heading], BULLETS["list"]))[-3:]
    assert [(it.heading, it.kind.value) for it in found] == list(zip(words, KINDS, strict=True))


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("listed", BULLETS)
def test_bullets_of_any_make_stand_under_headings_of_any_make(heading, listed):
    found = sections(page(WORDS[0], HEADINGS[heading], BULLETS[listed]))[-3:]
    assert [it.kind.value for it in found] == list(KINDS)
    assert [it.text for it in found] == [bullets(TASKS), bullets(ASKED), bullets(GIVEN)]


def test_a_heading_in_a_list_stands_over_the_list_within():
    inner = [
        (f"<li><b>{it}</b>" + BULLETS["list"](lines) + "</li>")
        for it, lines in (("Tasks", TASKS), ("Requirements", ASKED))
    ]
    found = sections(f"<ul>{''.join(inner)}</ul>")[-2:]
    assert [(it.kind.value, it.text) for it in found] == [
        ("responsibilities", bullets(TASKS)),
        ("requirements", bullets(ASKED)),
    ]


def test_bold_bullets_are_no_headings():
    bold = "<ul>" + "".join(f"<li><b>{it}</b></li>" for it in TASKS) + "</ul>"
    found = sections(f"<h3>Your tasks</h3>{bold}<h3>Your profile</h3>{BULLETS['list'](ASKED)}")
    assert found[-2].text == bullets(TASKS)


def test_a_sentence_over_bullets_is_no_heading():
    found = sections("<p>Bring a coat, for it is cold here.</p>" + BULLETS["list"](ASKED))
    assert [it.heading for it in found] == [None]


def test_a_day_is_no_numbered_bullet():
    found = sections(
        "<h3>Your tasks</h3><p>5. March is the first day on the quay this year</p>" + BULLETS["list"](TASKS)
    )
    assert found[-1].text.startswith("5. March is the first day")
