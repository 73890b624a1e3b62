from datetime import date
from pathlib import Path

import pytest

from spiders.posting import Status
from spiders.reading.status import find_status


def cases():
    lines = (Path(__file__).parent / "phrases" / "status.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(part.strip() for part in line.split("=>")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("phrase", "expected"), cases())
def test_a_phrase_says_of_the_posting_what_a_person_reads(phrase, expected):
    found = find_status(phrase, head_length=len(phrase))
    assert (found.value.value if found else "-") == expected


@pytest.mark.parametrize("line", ["Closed", "Filled", "Status: closed", "Geschlossen"])
def test_a_bare_word_counts_in_the_head_only(line):
    text = f"Tram driver\nMetro Works\n{line}\nYou drive trams."
    assert find_status(text, head_length=len(text)).value is Status.CLOSED
    assert find_status(f"Tram driver\nYou drive trams.\n{line}", head_length=11) is None


def test_a_whole_statement_counts_behind_the_head_too():
    text = "Tram driver\nYou drive trams.\nEdit: this position has now been filled."
    assert find_status(text, head_length=11).value is Status.CLOSED


def test_closed_is_believed_over_an_apply_button():
    assert find_status("Apply now\nNo longer accepting applications", head_length=100).value is Status.CLOSED


def test_an_announced_opening_that_has_come_is_open():
    text = "Applications open on 3 March 2026."
    assert find_status(text, head_length=100, seen_on=date(2026, 3, 2)).value is Status.UPCOMING
    assert find_status(text, head_length=100, seen_on=date(2026, 3, 3)).value is Status.OPEN


def test_the_quote_is_the_statement_with_its_subject():
    text = "Sorry. This job posting is no longer active. Bye."
    found = find_status(text, head_length=len(text))
    assert found.text == text[found.start : found.end] == "job posting is no longer active"


@pytest.mark.parametrize("text", ["Tjänsten är tillsatt\nOm oss", "The closing date has passed\nWith us you grow"])
def test_the_next_line_takes_no_statement_back(text):
    assert find_status(text, head_length=0).value is Status.CLOSED


@pytest.mark.parametrize(
    "text",
    [
        "Tune closed-loop control of the welding robots; position closed valves.",
        "You keep position filled bottles in order.",
        "A vacancy expired lines report is written daily.",
    ],
)
def test_words_of_a_duty_that_only_look_like_a_notice_close_nothing(text):
    assert find_status(text, head_length=0) is None


@pytest.mark.parametrize(
    "text",
    [
        "Position closed",
        "Position filled!",
        "Position closed on 4 May",
        "Position closed – thank you",
        "Stelle besetzt.",
    ],
)
def test_a_notice_without_a_verb_closes(text):
    assert find_status(text, head_length=0).value is Status.CLOSED
