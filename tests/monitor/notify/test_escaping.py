"""Hostile page text reaches no sink with a meaning."""

import re
import unicodedata

import apprise
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as parser
from markdown_it import MarkdownIt

from monitor.notify.escaping import chat, clean, html, markdown, one_line, shortened, web_address

always_the_same = settings(derandomize=True, deadline=None)

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><style>*{display:none}</style>',
    "' onmouseover='alert(1)",
    "<!channel> <!here> <!everyone> <@U024BE7LH> <#C024BE7LR> <!subteam^S1>",
    "@here @channel @everyone @all @jo",
    "<https://evil.example|https://bank.example>",
    "[https://bank.example](https://evil.example)",
    "![pixel](https://evil.example/p.png)",
    "[a]: https://evil.example\n[a]",
    "&lt;!channel&gt; &#60;b&#62;",
    "**bold** __bold__ *it* _it_ ~~gone~~ ~gone~ `code` ||spoiler||",
    "```\ncode\n```",
    "# Heading\n> quote\n- item\n+ item\n* item\n1. item\n2) item\n---\n===",
    "Title\n# Heading\n## Heading ##\n\n    code\n\n1. item\n\n2) item\n\n+ item\n\n> quote",
    "Title\n===\nTitle\n---\n***\n___",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "line\r\nBcc: victim@example.org\r\n\r\nbody",
    "line\u2028Bcc: victim@example.org\u2029\x85\x0b\x0c",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202egnp.exe\u2066\u2069",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "\\*still\\_escaped\\",
    ":skull: \\[x\\](y)",
    "Ingenieur*in (m/w/d), Entwickler*in",
    "\ud800 lone",
    "",
]

texts = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>[]()!*_`~|#\\&@-+=.:1 \n\r\t\x1bab/"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=80,
)
hostile = st.one_of(texts, st.sampled_from(PAYLOADS), st.tuples(texts, st.sampled_from(PAYLOADS)).map("".join))


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
