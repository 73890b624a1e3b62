"""Hostile page text reaches no sink with a meaning."""

import re
import unicodedata

import apprise
import pytest
from hypothesis import given, settings
from lxml import html as parser
from markdown_it import MarkdownIt

from monitor.notify.escaping import chat, clean, header, html, markdown, one_line, printable, shortened, web_address
from tests.monitor.hostile import hostile

always_the_same = settings(derandomize=True, deadline=None)


def seen(rendered):
    """What a reader sees of rendered HTML, white space and joints aside."""
    body = parser.fromstring(f"<div>{rendered}</div>")
    return "".join(body.text_content().split()).replace("\u200b", "")


def bare(text):
    return "".join(text.split()).replace("\u200b", "")


@always_the_same
@given(hostile)
def test_html_holds_nothing_but_text(text):
    body = parser.fromstring(f"<div>{html(clean(text, 500))}</div>")
    assert {element.tag for element in body.iter()} <= {"div", "br"}
    assert seen(html(clean(text, 500))) == bare(clean(text, 500))


@always_the_same
@given(hostile)
def test_a_quoted_attribute_stays_one(text):
    link = parser.fromstring(f'<a href="{html(clean(text, 500))}">x</a>')
    assert link.attrib.keys() == ["href"]
    assert link.text_content() == "x"


@always_the_same
@given(hostile)
def test_commonmark_shows_the_text_as_it_stands(text):
    cleaned = clean(text, 500)
    rendered = MarkdownIt("commonmark").render(f"Before: {markdown(cleaned)}")
    body = parser.fromstring(f"<div>{rendered}</div>")
    assert {element.tag for element in body.iter()} <= {"div", "p"}
    assert seen(rendered) == bare(f"Before: {cleaned}")


@always_the_same
@given(hostile)
def test_chats_hear_of_nobody_and_link_nowhere(text):
    for told in (markdown(clean(text, 500)), chat(clean(text, 500))):
        assert not re.search(r"@\w", told)
        assert not re.search(r"(?<!\\)<[!@#\w/]", told)
        assert "](" not in told.replace("\\]", "")


@always_the_same
@given(hostile)
def test_slack_gets_no_markup_but_what_it_shows_as_text(text):
    slack = apprise.Apprise.instantiate("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general")
    told = slack.dialect_convert(markdown(clean(text, 500)), apprise.NotifyFormat.MARKDOWN)
    assert "<" not in told
    assert ">" not in told


@always_the_same
@given(hostile)
def test_a_line_is_one_line_without_control_characters(text):
    line = one_line(text, 60)
    assert len(line) <= 60
    assert not {unicodedata.category(it) for it in line if it not in "\u200c\u200d"} & {"Cc", "Cf", "Zl", "Zp"}


def test_text_that_means_no_harm_stays_as_it_is():
    text = "Ingénieur·e (m/f/d) – 50 % · 3 €/h, C++\n- नमस्ते\u200d ✓"
    assert clean(text, 500) == text


def test_a_cut_shows():
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one", 3) == "one"


def test_a_huge_text_costs_little_and_ends_short():
    assert len(clean("<" * 10_000_000, 100)) == 100


def test_a_subject_holds_no_word_that_a_mail_program_decodes():
    assert "=?" not in header("=?utf-8?q?=0D=0ABcc:_v@example.org?=")
    assert header("C = ? – 50 %") == "C = ? – 50 %"


def test_a_log_keeps_its_lines_and_loses_what_a_terminal_acts_on():
    assert printable("one\x1b[31m\n  two\u202e\x9b") == "one[31m\n  two"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://jobs.example.org/a?b=c&d=%20#e", "https://jobs.example.org/a?b=c&d=%20#e"),
        ("http://jobs.example.org/a b", "http://jobs.example.org/a%20b"),
        ("https://jobs.example.org/Bäcker", "https://jobs.example.org/B%C3%A4cker"),
        ('https://jobs.example.org/"><script>', "https://jobs.example.org/%22%3E%3Cscript%3E"),
        ("https://jobs.example.org/a)|b]*", "https://jobs.example.org/a%29%7Cb%5D%2A"),
        ("https://bank.example@evil.example/", "https://bank.example%40evil.example/"),
        ("https://jobs.example.org/\r\nX", "https://jobs.example.org/X"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//evil.example", None),
        ("https://", None),
        ("https://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_of_the_web_ends_no_link_and_hides_no_host(url, expected):
    assert web_address(url) == expected
