"""The one home of pydantic-settings: one environment variable as a part of the configuration."""

from collections.abc import Mapping
from typing import Any

from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict, SettingsError

from config.settings import Settings

#: A variable that must hold JSON does not.
VariableError = SettingsError


class _FromEnvironment(Settings, BaseSettings):
    """The settings, as pydantic-settings wants them declared."""

    model_config = SettingsConfigDict(env_prefix="MONITOR_", env_nested_delimiter="__")


class _OneVariable(EnvSettingsSource):
    """Reads one variable rather than the environment of the process."""

    def __init__(self, name: str, value: str) -> None:
        self._one = {name.lower(): value}
        super().__init__(_FromEnvironment)

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return self._one


def parse(name: str, value: str) -> dict[str, Any]:
    """The configuration that one variable gives: {"fetch": {"concurrency": "64"}}.

    Raises:
        VariableError: the value must be JSON and is not.
    """
    return _OneVariable(name, value)()
