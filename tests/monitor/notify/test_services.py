"""What the services of apprise are given beside the words: the id, under the name that each knows."""

import asyncio

import apprise
import pytest

from monitor.notify.delivery import deliver
from monitor.notify.rendering import compose
from monitor.notify.services import name_message
from monitor.zones import zone_named

MESSAGE_ID = "0123456789abcdef0123456789abcdef01234567@posting-monitor"
TOKEN = "A" * 32
INTEGRATION = "3f2504e0-4f89-11d3-9a0c-0305e82c3301"

#: An URL of each service that knows a message again, and where it keeps the key.
KNOWING = {
    f"pagerduty://{TOKEN}@{TOKEN}": "dedup",
    f"goalert://127.0.0.1/{INTEGRATION}": "dedup",
    f"ilert://{TOKEN}": "dedup",
    f"squadcast://{TOKEN}": "dedup",
    f"opsgenie://{TOKEN}": "alias",
    f"signl4://{TOKEN}": "external_id",
}


@pytest.mark.parametrize(("url", "key"), KNOWING.items())
def test_a_service_that_knows_messages_again_is_given_the_id(url, key):
    service = apprise.Apprise.instantiate(url)
    assert not getattr(service, key)
    name_message(service, MESSAGE_ID)
    assert getattr(service, key) == MESSAGE_ID


def test_a_key_of_the_users_own_stays():
    service = apprise.Apprise.instantiate(f"pagerduty://{TOKEN}@{TOKEN}?dedup=mine")
    name_message(service, MESSAGE_ID)
    assert service.dedup == "mine"


def test_the_key_arrives_and_is_the_same_for_each_attempt(hook, target, watch, change, now):
    server = hook()
    message = compose([(change(), watch())], zone_named("Europe/London"), MESSAGE_ID)
    given = target(url=f"goalert://127.0.0.1:{server.port}/{INTEGRATION}")
    for _ in range(2):
        asyncio.run(deliver(given, message, seconds=5, now=now))
    assert [it.json["dedup"] for it in server.taken] == [MESSAGE_ID] * 2
