"""Bytes to text where header, page and bytes disagree: the letters of the text decide."""

from datetime import UTC, datetime

import pytest

from spiders.posting import Page, Verdict
from spiders.reader import read
from spiders.reading.decoding import decode, is_binary, is_damaged

GERMAN = "<html lang=de><p>Größe: Bäcker für München – „schön“ und süß, 5.000 €</p>"
CZECH = "<html lang=cs><p>Mzda: 38 000 Kč, přihlášky přijímáme do 14. ledna, šťastně a líně</p>"
POLISH = "<html lang='pl'><p>Kierownik żłobka, wynagrodzenie brutto, łódź, ąęćńóśźż</p>"


def said(charset: str) -> dict[str, str]:
    return {"content-type": f"text/html; charset={charset}"}


@pytest.mark.parametrize(
    ("text", "charset", "headers"),
    [
        (GERMAN, "cp1252", said("utf-8")),
        (GERMAN, "utf-8", said("iso-8859-1")),
        (GERMAN, "utf-16", said("utf-8")),
        (GERMAN, "utf-16-le", {}),
        (GERMAN, "utf-16-be", {}),
        (CZECH, "cp1250", said("utf-8")),
        (CZECH, "cp1250", said("iso-8859-2")),
        (CZECH, "iso8859-2", said("iso-8859-2")),
        (CZECH, "iso8859-2", said("utf-8")),
        (POLISH, "cp1250", {}),
        (POLISH, "iso8859-2", {}),
        (f'<meta charset="windows-1250">{CZECH}', "cp1250", said("utf-8")),
    ],
)
def test_a_text_is_read_whatever_its_charset_is_declared_to_be(text, charset, headers):
    body = text.encode(charset)
    assert not is_binary(body)
    assert decode(body, headers) == text


@pytest.mark.parametrize("charset", ["cp1252", "latin-1"])
def test_utf_8_that_was_taken_for_something_else_on_its_way_is_read_as_it_was(charset):
    twice = "".join(it.decode(charset, "ignore") or chr(it[0]) for it in map(bytes, zip(GERMAN.encode(), strict=True)))
    assert decode(twice.encode(), said("utf-8")) == GERMAN


def test_capitals_of_portuguese_are_left_as_they_are():
    text = "INFORMAÇÃO: SÃO NÃO, PÃES, AÇÃO, PORÃO, MÃO"
    assert decode(text.encode(), {}) == text


@pytest.mark.parametrize("headers", [{}, said("utf-8"), said("iso-8859-1")])
def test_one_bad_byte_or_a_cut_character_leaves_utf_8_what_it_is(headers):
    assert decode(GERMAN.encode() + b"\xe4", headers) == f"{GERMAN}\ufffd"


def test_a_posting_whose_letters_were_lost_is_an_error_and_one_with_a_slip_is_none():
    prose = "Wir sind ein wachsendes Team und suchen für unsere Bäckerei in der Nähe eine größere Hilfe. " * 4
    html = f"<html lang=de><h1>Bäcker (m/w/d)</h1><h2>Ihre Aufgaben</h2><p>{prose}</p><a href=/a>Jetzt bewerben</a>"
    lost = html.translate(dict.fromkeys(map(ord, "äöüß"), "\ufffd"))
    slip = html.replace("ß", "\ufffd", 1)
    verdicts = [
        read(Page(url="https://a.example/1", body=it.encode(), fetched_at=datetime(2026, 1, 1, tzinfo=UTC)))
        for it in (html, lost, slip)
    ]
    assert [it.verdict for it in verdicts] == [Verdict.POSTING, Verdict.ERROR, Verdict.POSTING]
    assert "damaged" in verdicts[1].reasons[0]
    assert not is_damaged("We\ufffdre hiring. " * 4 + "All is well with this text. " * 40)
