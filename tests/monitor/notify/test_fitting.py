"""Long messages in sinks with little room: whole changes, nothing cut within an escape, and a word on the rest."""

import asyncio
import re

import apprise
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from monitor.notify.delivery import deliver
from monitor.notify.rendering import compose
from monitor.notify.room import in_room
from monitor.notify.specimens import specimen
from monitor.notify.story import Story
from monitor.notify.writing import CHAT, MARKDOWN, Writing
from monitor.vocabulary import Kind
from monitor.zones import zone_named

UTC_ZONE = zone_named("UTC")
ID = "0123456789abcdef0123456789abcdef01234567@posting-monitor"
#: A service each, with the most that it takes at once, and whether that is counted in bytes.
SERVICES = {
    "slack": ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/#general", 3000, len),
    "discord": ("discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js", 2000, len),
    "telegram": ("tgram://123456789:abcdefg_hijklmnop/12315544/", 4096, len),
    "ntfy": ("ntfy://ntfy.example.org/topic", 4096, lambda text: len(text.encode())),
    "mattermost": ("mmosts://mattermost.example.org/3ccdd113474722377935511fc85d3dd4", 4000, len),
    "an SMS": ("clickatell://0123456789abcdef0123456789abcdef/15551234567", 160, len),
}


def digest(now, size):
    kinds = list(Kind)
    return [specimen(kinds[it % len(kinds)], now, it + 1) for it in range(size)]


@pytest.fixture
def service():
    return lambda name: apprise.Apprise.instantiate(SERVICES[name][0])


def body_format(name):
    return apprise.NotifyFormat.TEXT if name in {"an SMS", "ntfy"} else apprise.NotifyFormat.MARKDOWN


@pytest.mark.parametrize("size", [1, 3, 20, 50])
@pytest.mark.parametrize("name", SERVICES)
def test_every_service_gets_one_message_that_it_takes(name, size, service, now):
    _, limit, measure = SERVICES[name]
    made = service(name)
    title, body = in_room(made, compose(digest(now, size), UTC_ZONE, ID), body_format(name))
    pieces = list(made._build_send_calls(body=body, title=title, body_format=body_format(name), overflow="split"))
    assert len(pieces) == 1
    assert measure(pieces[0]["title"]) + measure(pieces[0]["body"]) <= limit
    assert "Machine Listening Intern" in body


def test_changes_that_all_fit_are_told_whole(now):
    message = compose(digest(now, 3), UTC_ZONE, ID)
    assert message.markdown_forms.within(10_000) == message.markdown
    assert message.chat_forms.within(10_000) == message.chat_text


def test_what_does_not_fit_whole_is_told_short_with_its_address(now):
    message = compose(digest(now, 3), UTC_ZONE, ID)
    text = message.chat_forms.within(len(message.chat_text) - 1)
    assert text.count("\nPosting: https://") == 3
    assert "Before: " not in text


def test_what_has_no_place_is_counted_with_the_command_that_shows_it(now):
    text = compose(digest(now, 50), UTC_ZONE, ID).markdown_forms.within(2000)
    told, rest = text.split("\n… and ")
    assert rest.startswith(f"{50 - len(told.splitlines())} more: `monitor changes --since 2026-02-05T17:00Z`")
    assert text.endswith("Notice 0123456789ab")


def test_the_gravest_come_first_where_not_all_have_a_place(now):
    told = [*(specimen(Kind.SOURCES_AGREE, now, it) for it in range(1, 30)), specimen(Kind.CLOSED, now, 30)]
    assert compose(told, UTC_ZONE, ID).chat_forms.within(600).startswith("Applications closed (Machine")


def test_a_line_in_an_sms_names_what_happened_and_where(now):
    text = compose([specimen(Kind.PAY_CHANGED, now)], UTC_ZONE, ID).chat_forms.within(160)
    assert text == "Pay raised: $55 → $60 an hour (Machine Listening Intern – Harbour Sound)\n\nNotice 0123456789ab"


def test_names_give_way_where_one_line_is_too_long(change, watch):
    message = compose([(change(summary="word " * 60), watch())], UTC_ZONE, ID)
    text = message.chat_forms.within(60)
    assert len(text) <= 60
    assert "…" in text
    assert "Welder" in text


def test_without_any_room_the_shortest_form_is_given(now):
    assert len(compose(digest(now, 5), UTC_ZONE, ID).chat_forms.within(0)) < 40


hostile = st.text(alphabet=st.sampled_from("\\*_[]<>&`~|#@!(){}ab \n"), min_size=1, max_size=60)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(hostile, min_size=1, max_size=6), st.integers(40, 900))
def test_no_cut_ends_within_an_escape(words, limit):
    stories = tuple(_story(text, number) for number, text in enumerate(words))
    for form in (MARKDOWN, CHAT):
        text = Writing(stories, form, "\n\nNotice 0").within(limit)
        assert len(text) <= max(limit, 60)
        if form is MARKDOWN:
            assert not re.search(r"(?<!\\)(\\\\)*\\$", text)
            html = MarkdownIt("commonmark").render(text)
            assert not {"<a", "<img", "<em", "<ul", "<ol", "<h1", "<h2"} & set(re.findall(r"<\w+", html))


def _story(text, number):

    return Story(headline="Title changed", name=text.strip(), summary=text.strip(), seen="now", watch_id=number)


async def _sent(target, message, now):
    return await deliver(target, message, seconds=5, now=now)


def test_a_service_on_the_wire_gets_fifty_changes_in_one_message(hook, target, now):

    server = hook()
    message = compose(digest(now, 50), UTC_ZONE, ID)
    result = asyncio.run(
        _sent(target(url=f"mmost://127.0.0.1:{server.port}/3ccdd113474722377935511fc85d3dd4"), message, now)
    )
    assert result.ok, result
    assert len(server.taken) == 1
    assert len(server.taken[0].json["text"]) <= 4000
    assert server.taken[0].json["text"].count("(Machine Listening Intern – Harbour Sound)") >= 40
