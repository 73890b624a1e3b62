"""One message to each kind of service in each mood: one request, and an answer that says how it went."""

import asyncio

import pytest
from apprise.plugins.discord import NotifyDiscord
from apprise.plugins.slack import NotifySlack

from monitor.notify.delivery import deliver
from monitor.notify.rendering import compose
from monitor.zones import zone_named

from .servers import Discord, Mailbox, Mattermost, Ntfy, Service, Slack

MESSAGE_ID = "0123456789abcdef0123456789abcdef01234567@posting-monitor"
KINDS = {
    "STARTTLS": (Mailbox, {}),
    "SMTPS": (Mailbox, {"mode": "ssl"}),
    "Slack": (Slack, {}),
    "Mattermost": (Mattermost, {}),
    "Discord": (Discord, {}),
    "ntfy": (Ntfy, {}),
    "webhook": (Service, {}),
}
CHATS = [name for name, (kind, _) in KINDS.items() if kind is not Mailbox]


@pytest.fixture
def talk(tls, trusted, watch, change, target, now, monkeypatch):
    """Sends a message to a service in a mood; gives the answer, what it was asked and what it took."""
    made = []

    def talking(name, mood):
        asked = []

        def heard(message):
            asked.append(message)
            return mood

        kind, options = KINDS[name]
        made.append(server := kind(context=tls(), mood=heard, **options))
        for service, attribute in ((NotifySlack, "webhook_url"), (NotifyDiscord, "notify_url")):
            if hasattr(server, "base"):
                monkeypatch.setattr(service, attribute, server.base)
        message = compose([(change(), watch())], zone_named("Europe/London"), MESSAGE_ID)
        result = asyncio.run(deliver(target(url=server.url), message, seconds=3, now=now))
        assert server.problems == []
        return result, asked, server.accepted

    yield talking
    for it in made:
        it.close()


@pytest.mark.parametrize("name", KINDS)
def test_a_message_is_taken_in_the_form_of_the_service_with_its_id(name, talk):
    result, asked, [(id_, words)] = talk(name, "well")
    assert result.ok, result.answer
    assert (len(asked), MESSAGE_ID.startswith(id_)) == (1, True)
    assert "Pay raised: $55 → $60 an hour" in words


@pytest.mark.parametrize("name", CHATS)
def test_who_asks_for_patience_is_asked_once_and_heard(name, talk):
    result, asked, accepted = talk(name, "busy")
    assert (result.ok, result.retry_after, len(asked), accepted) == (False, 1.0, 1, [])


@pytest.mark.parametrize("name", KINDS)
def test_silence_after_the_message_is_no_failure(name, talk):
    result, asked, accepted = talk(name, "silent")
    assert (result.ok, result.unknown, len(asked), len(accepted)) == (False, True, 1, 1)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("mood", ["broken", "dead"])
def test_a_service_that_fails_or_hangs_up_is_asked_once(name, mood, talk):
    result, asked, accepted = talk(name, mood)
    assert (result.ok, result.unknown, len(asked), accepted) == (False, False, 1, [])
