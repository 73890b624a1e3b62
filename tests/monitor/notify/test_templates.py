"""Templates of users: what they may do, what they may not, and that a broken one is found before it is needed."""

import logging
from dataclasses import replace

import pytest
from lxml import html as parser

from config.errors import ConfigError, Origin
from config.targets import TargetSettings
from monitor.notify.rendering import compose
from monitor.notify.specimens import specimen
from monitor.notify.templates import Templates, load, try_out
from monitor.vocabulary import Kind
from monitor.zones import zone_named

UTC_ZONE = zone_named("UTC")
ID = "0123456789abcdef@posting-monitor"
EVIL = "<script>x</script> **b** {{ 7 * 7 }} {% raw %} @here [a](https://evil.example) \" onload=x '"


@pytest.fixture
def folder(tmp_path):
    """Makes a folder of templates."""

    def make(**files):
        for name, text in files.items():
            (tmp_path / name.replace("__", ".")).write_text(text, "utf-8")
        return tmp_path

    return make


def message_of(folder, now, *told, **changed):
    told = told or [specimen(Kind.PAY_CHANGED, now)]
    told = [(replace(change, **changed), watch) for change, watch in told]
    return compose(told, UTC_ZONE, ID, public_url="https://monitor.example.org", templates=Templates(folder))


def refusal(folder, now):
    with pytest.raises(ConfigError) as refused:
        Templates(folder).try_all(now)
    return str(refused.value)


def test_each_file_makes_its_form_and_the_others_stay(folder, now):
    ours = compose([specimen(Kind.PAY_CHANGED, now)], UTC_ZONE, ID, public_url="https://monitor.example.org")
    message = message_of(folder(title__txt="Job: {{ changes[0].name }}", markdown__md="**{{ title }}**"), now)
    assert message.title == "Job: Machine Listening Intern – Harbour Sound"
    assert message.markdown == "**Job: Machine Listening Intern – Harbour Sound**\n\nNotice 0123456789ab"
    assert (message.text, message.html) == (ours.text, ours.html)


def test_text_is_for_mails_and_chats(folder, now):
    message = message_of(folder(text__txt="{{ changes[0].summary }}\n"), now, summary="Hello @here")
    assert message.text == "Hello @here\n"
    assert message.chat_text == "Hello @\u200bhere\n\nNotice 0123456789ab"


def test_groups_values_and_links_can_be_named(folder, now):
    mail = """<html><body>{% for group in groups %}<h2>{{ group.name }}: {{ counts }}</h2>
    {% for change in group.changes %}{% for value in change.values %}<p>{{ value.label }}: {{ value.marked }}</p>
    {% endfor %}<a href="{{ change.url }}">look</a> <a href="{{ change.page }}">more</a>
    {% endfor %}{% endfor %}</body></html>"""
    page = parser.fromstring(message_of(folder(mail__html=mail), now).html)
    assert [it.text_content() for it in page.xpath("//h2|//p")] == [
        "Machine Listening Intern – Harbour Sound: 1 high",
        "Before: $55 an hour",
        "After: $60 an hour",
    ]
    assert (page.xpath("//del/text()"), page.xpath("//ins/text()")) == (["$55"], ["$60"])
    assert page.xpath("//a/@href")[1] == "https://monitor.example.org/watches/11"


@pytest.mark.parametrize(
    "printed",
    [
        "{{ changes[0].summary }}",
        "{{ changes[0].summary|upper|lower }}",
        "{{ 'x ' ~ changes[0].summary }}",
        "{{ changes[0].summary[:60] }}",
        "{{ [changes[0].summary, 'y']|join(', ') }}",
        "{{ changes[0].summary|replace('x', '<b>') }}",
        "{% set kept %}{{ changes[0].summary }}{% endset %}{{ kept }}",
        "{% macro shown(it) %}{{ it }}{% endmacro %}{{ shown(changes[0].summary) }}",
        "{% autoescape false %}{{ changes[0].summary }}{% endautoescape %}",
        "<p title={{ changes[0].summary }}>",
        "<p title='{{ changes[0].summary }}'>",
    ],
)
def test_words_of_a_page_stay_words_whatever_the_author_forgot(printed, folder, now):
    html = f"<html><body>{printed}</body></html>"
    page = parser.fromstring(message_of(folder(mail__html=html), now, summary=EVIL).html)
    assert {it.tag for it in page.iter()} <= {"html", "body", "p"}
    assert {name for it in page.iter() for name in it.attrib} <= {"title"}


@pytest.mark.parametrize(
    "printed", ["{{ changes[0].summary }}", "{{ changes[0].summary|upper }}", "{{ changes[0].summary ~ '' }}"]
)
def test_words_of_a_page_are_no_markup_in_chats(printed, folder, now):
    message = message_of(folder(markdown__md=printed, text__txt=printed), now, summary=EVIL)
    assert r"\[" in message.markdown
    for told in (message.markdown, message.chat_text):
        assert not any(it in told.casefold().replace("\\]", "") for it in ("@here", "]("))
    assert "49" not in message.markdown + message.chat_text


def test_a_template_in_the_words_of_a_page_is_not_evaluated(folder, now):
    message = message_of(folder(text__txt="{{ changes[0].summary }}"), now, summary="{{ 7 * 7 }}{% include 'x' %}")
    assert message.text == "{{ 7 * 7 }}{% include 'x' %}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\n{% if %}", ":2: Expected an expression, got 'end of statement block'"),
        ("one\ntwo {{ nothing }}", ":2: 'nothing' is undefined"),
        ("{{ changes[0].salary }}", ":1: "),
        ("{{ 1 / 0 }}", ":1: ZeroDivisionError"),
        ("{{ title|safe }}", ":1: No filter named 'safe'"),
        ("{{ changes[0].__class__ }}", ":1: access to attribute '__class__'"),
        ("{{ ''.join(['a']) }}", ":1: access to attribute 'join'"),
        ("{{ title.format(1) }}", ":1: access to attribute 'format'"),
        ("{{ range(999999999)|list }}", ":1: range() of more than"),
        ("{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", ":1: more than 50000 turns"),
        ("{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}", ":1: "),
        ("{% for a in [[1]] recursive %}{{ loop([[1]]) }}{{ loop([[1]]) }}{% endfor %}", ":1: "),
        ("{{ 9 ** 9999999 }}", ':1: "**" is not for these values'),
        ("{{ 'a' * 999999999 }}", ':1: "*" is not for these values'),
        ("{{ '%999999999d' % 1 }}", ':1: "%" is not for these values'),
        ("{% set a = title ~ title %}" + "{% set a = a ~ a %}\n" * 40 + "{{ a }}", "a value becomes too large"),
        ("{{ title|replace('', title|replace('', title|replace('', title|replace('', title)))) }}", "too large"),
        ("{% for i in range(9999) %}{{ title }}{% endfor %}", "it writes more than 262144 characters"),
        ("{% include '../secret.txt' %}", ':1: "../secret.txt" is not in the folder'),
        ("{% include '/etc/passwd' %}", ':1: "/etc/passwd" is not in the folder'),
        ("{% include 'away.txt' %}", ':1: "away.txt" is not in the folder'),
        ("{% include 'absent.txt' %}", ':1: "absent.txt" cannot be read'),
        ("{% include 'text.txt' %}", ":1: "),
    ],
)
def test_a_wrong_template_is_refused_with_its_place_and_what_is_wrong(text, said, folder, tmp_path_factory, now):
    (tmp_path_factory.getbasetemp() / "secret.txt").write_text("secret")
    made = folder(text__txt=text)
    (made / "away.txt").symlink_to(tmp_path_factory.getbasetemp() / "secret.txt")
    message = refusal(made, now)
    assert message.startswith(f"{made / 'text.txt'}:")
    assert said in message


@pytest.mark.parametrize(
    ("mail", "place"),
    [
        ("<style>a { content: '{{ title }}' }</style>", "<style>"),
        ("<script>{{ title }}</script>", "<script>"),
        ("<a href='{{ changes[0].summary }}'>x</a>", "the attribute href of <a>"),
        ("<p onclick='{{ title }}'>x</p>", "the attribute onclick of <p>"),
        ("<p {{ title }}>x</p>", "the name of an attribute"),
        ("<!-- {{ title }} -->", "a comment"),
        ("<{{ title }}>x", "the name of a tag"),
    ],
)
def test_words_of_a_page_may_stand_only_where_they_are_text(mail, place, folder, now):
    assert f"found words of the page in {place}" in refusal(folder(mail__html=f"<html><body>{mail}<p>"), now)


def test_parts_may_be_shared_within_the_folder(folder, now):
    message = message_of(folder(text__txt="{% include 'part.txt' %}", part__txt="{{ changes|length }} change\n"), now)
    assert message.text == "1 change\n"


def test_an_empty_or_absent_folder_is_refused(tmp_path, now):
    assert "found none in" in refusal(tmp_path, now)
    assert "found none in" in refusal(tmp_path / "absent", now)


def test_a_template_that_fails_on_one_change_leaves_that_form_to_us_and_says_so(folder, now, caplog):
    made = folder(text__txt="{% if changes[0].kind == 'closed' %}{{ 1 / 0 }}{% endif %}mine", title__txt="Mine")
    with caplog.at_level(logging.WARNING):
        message = message_of(made, now, specimen(Kind.CLOSED, now))
    assert message.title == "Mine"
    assert message.text.startswith("Applications closed\n")
    assert message.chat_text.startswith("Applications closed\n")
    assert f"{made / 'text.txt'}:1: ZeroDivisionError" in caplog.text


def test_a_sink_with_little_room_gets_whole_changes_in_the_users_form(folder, now):
    told = [specimen(Kind.PAY_CHANGED, now, number) for number in range(1, 9)]
    made = folder(markdown__md="{% for change in changes %}\n* {{ change.summary }}\n{% endfor %}")
    message = message_of(made, now, *told)
    text = message.markdown_forms.within(220)
    assert text.count("* Pay raised: $55 → $60 an hour\n") >= 2
    assert "more: `monitor changes --since 2026-02-05T17:00Z`" in text
    assert text.endswith("Notice 0123456789ab")
    assert len(text) <= 220


def test_where_not_one_change_fits_in_the_users_form_ours_is_taken(folder, now):
    message = message_of(folder(markdown__md="x" * 500), now)
    assert message.markdown_forms.within(100).startswith("Pay raised")


def test_a_title_is_one_short_line(folder, now):
    message = message_of(folder(title__txt="{{ title }}\r\nBcc: v@example.org\n" + "x" * 400), now)
    assert "\n" not in message.title
    assert len(message.title) <= 200


def test_the_folder_of_a_target_is_meant_beside_the_configuration(folder, tmp_path, now):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "text.txt").write_text("{{ oops }}")
    target = TargetSettings(name="phone", url="json://127.0.0.1", template="mine")
    target.placed(Origin(file=tmp_path / "monitor.toml"))
    with pytest.raises(ConfigError, match=r"target phone: .*mine/text.txt:1: 'oops' is undefined"):
        try_out(target, now)
    assert load(TargetSettings(name="phone", url="json://127.0.0.1")) is None
