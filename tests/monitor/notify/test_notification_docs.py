"""What docs/notifications.md shows is what happens."""

import re
import tomllib
from pathlib import Path

import apprise
import pytest

from config.settings import NotifySettings
from monitor.notify.rendering import compose
from monitor.zones import zone_named

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "notifications.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", blocks("toml"))
def test_the_targets_are_targets(block):
    targets = NotifySettings.model_validate(tomllib.loads(block)["notify"]).targets
    urls = [target.url.reveal() for target in targets if target.url]
    assert all(apprise.Apprise.instantiate(url) for url in urls)


def test_the_message_is_one(change, watch):
    record = {
        "posting": {
            "title": "Welder, night shift",
            "organization": "Ironside Yards",
            "evidence": {"pay": {"source": "text", "text": "$60/hr, paid weekly", "where": None}},
        }
    }
    told = compose([(change(), watch(record=record))], zone_named("Europe/London"), "0@posting-monitor")
    assert blocks("text") == [told.text]
