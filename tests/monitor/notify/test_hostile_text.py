"""Hostile words of a page reach no sink with a meaning: a table of sinks, each tried with every payload.

A new sink is one row of `SINKS`: what it gets of a message, and what must hold of that.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import apprise
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from monitor.calendars import calendar
from monitor.notify.attachments import _event
from monitor.notify.mail import Route, compose_mail
from monitor.notify.rendering import Message, compose, compose_bulletin
from monitor.notify.room import in_room
from monitor.notify.specimens import specimen
from monitor.notify.templates import Templates
from monitor.vocabulary import Kind, Severity
from monitor.zones import zone_named
from storage.rows import Watch
from tests.monitor.hostile import PAYLOADS, hostile, specimen_with

NOW = datetime(2026, 2, 5, 17, 0, tzinfo=UTC)
ZONE = zone_named("Europe/London")
ID = "0123456789abcdef0123456789abcdef01234567@posting-monitor"
URL = "https://monitor.example.org"
#: A kind of change for every shape of values: text, pay, a deadline, a list, a posting of a board, none.
KINDS = (
    Kind.TITLE_CHANGED,
    Kind.PAY_CHANGED,
    Kind.DEADLINE_CHANGED,
    Kind.LOCATION_CHANGED,
    Kind.POSTING_ADDED,
    Kind.SOURCES_DISAGREE,
    Kind.REMOVED,
)
MARKDOWN, TEXT = apprise.NotifyFormat.MARKDOWN, apprise.NotifyFormat.TEXT
ROUTE = Route(
    host="127.0.0.1",
    port=25,
    mode="insecure",
    user=None,
    password=None,
    verify=True,
    sender=("monitor", "monitor@example.org"),
    to=(("", "you@example.org"),),
    headers={},
)
#: What our own mails are made of.
TAGS = frozenset({"html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "h3", "p", "ol", "li", "span"})
TAGS |= {"table", "tbody", "tr", "th", "td", "del", "ins", "blockquote", "a", "br", "code"}
_OURS = compose([specimen(kind, NOW, it) for it, kind in enumerate(Kind)], ZONE, ID, public_url=URL).html
_OURS += compose([specimen(Kind.PAY_CHANGED, NOW)], ZONE, ID, public_url=URL).html
_OURS += (
    compose([specimen(Kind.LOCATION_CHANGED, NOW)], ZONE, ID).html
    + compose_bulletin("", "b", ID, severity=Severity.LOW).html
)
_OURS += compose_bulletin("long " * 50, "b", ID, severity=Severity.LOW).html
STYLES = frozenset(re.findall(r'style="([^"]*)"', _OURS))
INLINE = frozenset({"text", "text_special", "strong_open", "strong_close", "softbreak", "hardbreak", "code_inline"})
INLINE |= {"link_open", "link_close"}
CALENDAR = frozenset({"BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "DTSTAMP", "SEQUENCE", "DTSTART"})
CALENDAR |= {"DTEND", "SUMMARY", "DESCRIPTION", "URL", "END", "TRANSP", "STATUS", "CLASS"}
ATTRIBUTES = frozenset({"style", "href", "lang", "charset", "name", "content", "scope"})


@dataclass(frozen=True)
class Given:
    """What a sink gets."""

    message: Message
    watch: Watch | None = None


def plain(text):
    """Text: no control, no direction, nothing that is half a character."""
    found = {unicodedata.category(it) for it in text if it not in "\n\u200b\u200c\u200d"}
    assert not found & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def one_line(text):
    plain(text)
    assert "\n" not in text
    assert len(text) < 500


def bare(text):
    """Without the spaces that folding a header moves."""
    return "".join(text.replace("\u200b", "").split())


def mail(message):
    sent = compose_mail(message, ROUTE, NOW).as_bytes()
    read = message_from_bytes(sent, policy=policy.default)
    assert set(read.keys()) <= {
        "Subject", "From", "To", "Date", "Message-ID", "References", "Auto-Submitted", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert bare(read["Subject"]) == bare(message.title)
    assert all(len(line) < 1000 for line in sent.split(b"\r\n"))
    assert [part.get_content_type() for part in read.walk()] == ["multipart/alternative", "text/plain", "text/html"]


def html(text):
    """As a browser reads it: our own elements and attributes, our own styles, links that go where they say."""
    document = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    for element in document.iter():
        assert isinstance(element.tag, str), "a comment"
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES
        assert element.get("style") in {None, *STYLES}
        if element.tag == "a":
            assert element.get("href") == "".join(element.itertext())
            assert re.match(r"https?://[\w.]+/", element.get("href"))
    assert len(document.findall(".//style")) == 1
    plain(text)


def own_html(text):
    """A mail of the templates below."""
    document = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    for element in document.iter():
        assert isinstance(element.tag, str), "a comment"
        assert element.tag in {"html", "head", "body", "p", "b", "a", "ins", "del", "br"}
        assert set(element.attrib) <= {"title", "href"}
        assert re.match(r"https?://[\w.]+/", element.get("href", "https://x/"))
    assert "49" not in text.replace("#49;", "")


def commonmark(text):
    """As CommonMark with tables and strikethrough: bold text, our commands and addresses that say where they go."""
    plain(text)
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        assert token.type in {"paragraph_open", "paragraph_close", "inline"}
        target = None
        for it in token.children or ():
            assert it.type in INLINE
            assert it.type != "code_inline" or re.fullmatch(r"monitor (history|changes)[-\w :]*", it.content)
            assert target is None or it.type == "link_close" or it.content
            target = it.attrGet("href") if it.type == "link_open" else None if it.type == "link_close" else target
            assert target is None or re.match(r"https?://[\w.]+/", target)
    mentions_nobody(text)


def mentions_nobody(text):
    plain(text)
    assert not re.search(r"@\w", text)
    assert not re.search(r"(?<!\\)<[!@#/]", text)
    assert not re.search(r"(?<!\\)(?<!\u200b)\]\(", text.replace("\\]", ""))
    assert not re.search(r"<(?!https?://)\w", text.replace("\\<", ""))


def slack(text):
    """Slack's own markup: angle brackets are addresses of ours, without another name."""
    for inside in re.findall(r"<(?!\u200b)([^>]*)", text):
        assert re.fullmatch(r"https?://[\w.]+/[^|]*", inside)
    assert not re.search(r"@\w", text)


def calendar_of(watch):
    """Its lines are those of one event."""
    event = _event(watch, NOW)
    lines = calendar([event], NOW).decode().replace("\r\n ", "").split("\r\n")
    names = [re.split("[:;]", line, maxsplit=1)[0] for line in lines if line]
    assert set(names) <= CALENDAR
    assert [line for line in lines if line.startswith("BEGIN")] == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"]
    plain("\n".join(lines))


def serviced(url, body_format):
    """What one of apprise's services would post."""
    service = apprise.Apprise.instantiate(url)

    def made(given):
        title, body = in_room(service, given.message, body_format)
        (call,) = service._build_send_calls(body=body, title=title, body_format=body_format, overflow="split")
        return f"{call['title']}\n{call['body']}".replace("\r\n", "\n")

    return made


SLACK = "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general"
DISCORD = "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js"
SINKS = {
    "subject": (lambda it: it.message.title, one_line),
    "mail": (lambda it: it.message, mail),
    "text of a mail": (lambda it: it.message.text, plain),
    "HTML of a mail": (lambda it: it.message.html, html),
    "title in chats": (lambda it: it.message.chat_title, mentions_nobody),
    "text in chats": (lambda it: it.message.chat_text, mentions_nobody),
    "Markdown": (lambda it: it.message.markdown, commonmark),
    "Markdown, short": (lambda it: it.message.markdown_forms.within(700), commonmark),
    "an SMS": (lambda it: it.message.chat_forms.within(160), mentions_nobody),
    "Slack": (serviced(SLACK, MARKDOWN), slack),
    "Discord": (serviced(DISCORD, TEXT), mentions_nobody),
    "Mattermost": (serviced("mmosts://mattermost.example.org/3ccdd113474722377935511fc85d3dd4", TEXT), mentions_nobody),
    "a hook": (serviced("jsons://hooks.example.org/", TEXT), mentions_nobody),
    "a calendar": (lambda it: it.watch, calendar_of),
}
TEMPLATES = {
    "title.txt": "{{ title }} {{ changes[0].name }}",
    "text.txt": "{% for c in changes %}{{ c.summary }} {{ c.name|upper }} {{ c.before }} {{ c.after ~ c.evidence }}\n"
    "{% for v in c.values %}{{ v.label }} {{ v.marked }}{% endfor %} {{ c.url }}\n{% endfor %}",
    "mail.html": "<html><body>{% for g in groups %}<p title={{ g.name }}>{{ g.name }}{% for c in g.changes %}"
    "<p title='{{ c.name }}'>{{ c.summary|replace('a', '<i>') }}{{ c.evidence|lower }}<b>{{ c.before[:40] }}</b>"
    "{% for v in c.values %}{{ v.marked }}{{ v.text }}{% endfor %}"
    "{% if c.url %}<a href='{{ c.url }}'>x</a>{% endif %}{% endfor %}{% endfor %}</body></html>",
    "markdown.md": "{% for c in changes %}{{ c.summary }} **x** {{ c.name|upper }} {{ c.after ~ c.evidence }}"
    "{{ c.before }}\n{% endfor %}",
}
OWN = {
    "own title": (lambda it: it.message.title, one_line),
    "own text": (lambda it: it.message.text, plain),
    "own HTML": (lambda it: it.message.html, own_html),
    "own text in chats": (lambda it: it.message.chat_text, mentions_nobody),
    "own Markdown": (lambda it: it.message.markdown, commonmark),
}


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Templates of a user who forgot every escape."""
    folder = tmp_path_factory.mktemp("templates")
    for name, text in TEMPLATES.items():
        Path(folder / name).write_text(text, "utf-8")
    templates = Templates(folder)
    templates.try_all(NOW)
    return templates


def told(words, templates=None):
    """A message of each kind, and one of all of them."""
    changes = [specimen_with(words, kind, NOW, number) for number, kind in enumerate(KINDS, start=1)]
    for them in [*([it] for it in changes), changes]:
        message = compose(them, ZONE, ID, public_url=URL, templates=templates)
        yield Given(message, next(watch for _, watch in changes))


def assert_harmless(words, sinks, templates=None):
    for given_ in told(words, templates):
        for name, (get, check) in sinks.items():
            try:
                check(get(given_))
            except AssertionError as error:
                error.add_note(f"{name}: {words!r}")
                raise


@pytest.mark.parametrize("words", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_payload_has_a_meaning_in_any_sink(words):
    assert_harmless(words, SINKS)


@given(hostile)
def test_no_text_has_a_meaning_in_any_sink(words):
    assert_harmless(words, SINKS)


@pytest.mark.parametrize("words", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_payload_has_a_meaning_in_templates_of_users(words, own):
    assert_harmless(words, OWN, own)


@given(words=hostile)
def test_no_text_has_a_meaning_in_templates_of_users(words, own):
    assert_harmless(words, OWN, own)


@given(hostile, st.sampled_from(list(Severity)))
def test_what_a_bulletin_quotes_has_no_meaning(words, severity):
    given_ = Given(compose_bulletin(words, words, ID, severity=severity))
    for name, (get, check) in SINKS.items():
        if name != "a calendar":
            check(get(given_))
