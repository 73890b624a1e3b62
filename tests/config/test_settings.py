"""The settings: frozen, documented, and the same in code, in the default file and in the documentation."""

import re
import tomllib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from config.durations import format_duration
from config.loading import default_file_text
from config.observing import LogSettings, MetricsSettings
from config.secrets import Secret
from config.settings import (
    DatabaseSettings,
    FetchSettings,
    HeartbeatSettings,
    ScheduleSettings,
    Settings,
    WebSettings,
)
from config.targets import NotifySettings, TargetSettings

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text()
MODELS = {
    "": Settings,
    "database": DatabaseSettings,
    "fetch": FetchSettings,
    "schedule": ScheduleSettings,
    "notify": NotifySettings,
    "notify.targets": TargetSettings,
    "heartbeat": HeartbeatSettings,
    "web": WebSettings,
    "log": LogSettings,
    "metrics": MetricsSettings,
}


def keys_of(model: type[BaseModel]) -> Iterator[tuple[str, object]]:
    """The plain settings of a table, with their defaults."""
    for name, field in model.model_fields.items():
        if field.json_schema_extra and name != "targets":
            yield name, field.default


ALL_KEYS = [(table, name) for table, model in MODELS.items() for name, _ in keys_of(model)]


def written(value: object) -> str:
    """A default as TOML has it."""
    if isinstance(value, Secret | str):
        return f'"{value}"'
    if isinstance(value, timedelta):
        return f'"{format_duration(value)}"'
    if isinstance(value, tuple):
        return f"[{', '.join(written(it) for it in value)}]"
    return str(value).lower()


def test_every_model_is_walked():
    nested = {name for name, field in Settings.model_fields.items() if not field.json_schema_extra}
    assert nested == set(MODELS) - {"", "notify.targets"}


@pytest.mark.parametrize(("table", "name"), ALL_KEYS)
def test_every_setting_is_in_the_default_file_with_its_default(table, name):
    model = MODELS[table]
    field = model.model_fields[name]
    if table == "notify.targets":
        key = r"url_file = " if name.startswith("url") else rf"{name} = "
        assert re.search(rf"^#   {key}", default_file_text(), re.MULTILINE)
        assert re.search(rf"\b{name}\b", default_file_text())
        return
    header = f"[{table}]\n" if table else ""
    _, _, text = default_file_text().partition(header) if header else ("", "", default_file_text())
    text = text.split("\n[")[0]
    assert f"\n#{name} = {written(field.default)}\n" in text


def test_the_default_file_uncommented_gives_exactly_the_defaults():
    text = re.sub(r"^#(?=[a-z_]+ = )", "", default_file_text(), flags=re.MULTILINE)
    tree = tomllib.loads(text)
    found = {(table, name) for table in MODELS if table for name in tree.get(table, ())}
    assert found == {key for key in ALL_KEYS if key[0] not in {"", "notify.targets"}}
    assert Settings.model_validate(tree, strict=True).model_dump() == Settings().model_dump()


def test_the_default_file_as_it_stands_gives_the_defaults():
    assert Settings.model_validate(tomllib.loads(default_file_text())) == Settings()


def test_the_example_target_of_the_default_file_is_one():
    example = re.findall(r"^#   (.*)$", default_file_text(), re.MULTILINE)
    targets = tomllib.loads("\n".join(example))["notify"]["targets"]
    assert TargetSettings.model_validate(targets[0]).url_file == "team-url"


@pytest.mark.parametrize(("table", "name"), ALL_KEYS)
def test_every_setting_is_documented_with_meaning_default_and_what_is_allowed(table, name):
    field = MODELS[table].model_fields[name]
    assert isinstance(field.json_schema_extra, dict)
    default = "required" if field.is_required() else f"`{written(field.default)}`"
    row = f"| `{name}` | {field.description} | {default} | {field.json_schema_extra['allowed']} |"
    section = DOCS.split(f"[{table}]]`" if table == "notify.targets" else f"`[{table}]`")[-1] if table else DOCS
    assert row in section


def test_settings_are_frozen():
    with pytest.raises(ValidationError):
        Settings().fetch.concurrency = 3  # type: ignore[misc]


def test_the_database_is_in_the_state_folder_unless_said():
    settings = DatabaseSettings()
    assert settings.resolved_url({"STATE_DIRECTORY": "/var/lib/monitor:/other"}) == (
        "sqlite:////var/lib/monitor/monitor.sqlite3"
    )
    assert settings.resolved_url({"XDG_STATE_HOME": "/s"}) == "sqlite:////s/monitor/monitor.sqlite3"
    assert settings.resolved_url({"HOME": "/h"}) == "sqlite:////h/.local/state/monitor/monitor.sqlite3"
    assert DatabaseSettings(url=Secret("sqlite://")).resolved_url({}) == "sqlite://"
