"""What docs/notifications.md shows is what happens."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import apprise
import pytest

from config.settings import Settings
from monitor.notify.rendering import compose
from monitor.notify.sandbox import _FILTERS, _OWN_FILTERS
from monitor.notify.shown import ShownChange, ShownGroup, ShownValue
from monitor.notify.specimens import specimen
from monitor.notify.templates import Templates
from monitor.vocabulary import Kind
from monitor.zones import zone_named

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGE = (DOCS / "notifications.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", blocks("toml"))
def test_the_targets_are_targets(block):
    targets = Settings.model_validate(tomllib.loads(block)).notify.targets
    urls = [target.url.reveal() for target in targets if target.url]
    assert all(apprise.Apprise.instantiate(url) for url in urls)


def test_the_templates_work_as_they_stand(tmp_path, now):
    for block in blocks("jinja"):
        name = re.match(r"\{# (\S+) #\}", block)[1]
        (tmp_path / name).write_text(block, "utf-8")
    templates = Templates(tmp_path)
    templates.try_all(now)
    told = compose([specimen(Kind.PAY_CHANGED, now)], zone_named("UTC"), "0@posting-monitor", templates=templates)
    address = "https://jobs.harboursound.example/postings/machine-listening-intern"
    assert f"- Pay raised: $55 an hour → $60 an hour ([posting]({address}))" in told.markdown
    assert "<td><ins>$60</ins> an hour</td>" in told.html


def test_every_name_and_filter_of_templates_is_told():
    names = {field.name for it in (ShownChange, ShownGroup, ShownValue) for field in fields(it)}
    assert not [name for name in names if f"`{name}`" not in PAGE]
    told = set(re.search(r"There are these filters:\n\n((?: {4}.*\n)+)", PAGE)[1].split())
    assert told == {it for it in {*_FILTERS, *_OWN_FILTERS} if not it.startswith("_")} - {"d"}


def test_the_pictures_are_there_and_small():
    for name in re.findall(r"!\[[^\]]*\]\((\S+)\)", PAGE):
        assert 1_000 < (DOCS / name).stat().st_size < 150_000


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
