"""The settings of an installation: frozen, every key with its meaning, default and allowed values.

Made by `config.loading.load`; a message about a wrong value is made of what stands here.
"""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from config.durations import DURATION_SHORTLY
from config.errors import ConfigError
from config.fields import (
    Bind,
    Duration,
    Durations,
    HeaderText,
    HostNames,
    OneLine,
    SecretFile,
    WebSecret,
    WebUrl,
    Zone,
    setting,
)
from config.home import home
from config.observing import LogSettings, MetricsSettings
from config.secrets import Secret
from config.tables import SecretUrl, Table
from config.targets import NotifySettings


class DatabaseSettings(SecretUrl):
    """Where everything is kept. Without any key: a SQLite file in the state folder."""

    def resolved_url(self, environ: Mapping[str, str] = os.environ) -> str:
        """The database's URL, its password in it; print `Database.url_without_secret` instead.

        Raises:
            ConfigError: the file, variable or credential that should hold it cannot be read.
        """
        return self._secret(environ).reveal() or f"sqlite:///{state_folder(environ) / 'monitor.sqlite3'}"


class FetchSettings(Table):
    """How pages are fetched."""

    concurrency: int = setting(16, "Fetches at the same time.", "a whole number from 1 to 256", ge=1, le=256)
    per_domain_concurrency: int = setting(
        1, "Fetches at the same time from one domain.", "a whole number from 1 to 16", ge=1, le=16
    )
    per_domain_delay_seconds: float = setting(
        2.0, "Seconds between two fetches from one domain.", "a number from 0 to 3600", ge=0, le=3600
    )
    timeout_seconds: float = setting(30.0, "Seconds that one fetch may take.", "a number from 1 to 600", ge=1, le=600)
    retries: int = setting(
        2, "Further attempts of a fetch that failed in passing.", "a whole number from 0 to 10", ge=0, le=10
    )
    obey_robots: bool = setting(True, "Whether robots.txt is obeyed, with its crawl-delay.", "true or false")
    allow_private_addresses: bool = setting(
        False, "Whether private, loopback and link-local addresses may be fetched.", "true or false"
    )
    max_body_mib: int = setting(
        10,
        "Size that a page may have, in MiB, also after decompression.",
        "a whole number from 1 to 256",
        ge=1,
        le=256,
    )
    user_agent: HeaderText = setting(
        "",
        "What we call ourselves; empty: built from version and contact.",
        "one line of ASCII, at most 300 characters",
        max_length=300,
    )
    contact: HeaderText = setting(
        "",
        "An URL or address in the user agent, for those whose pages we read.",
        "one line of ASCII, at most 200 characters",
        max_length=200,
    )
    browser_domains: HostNames = setting(
        (),
        "Hosts, with all below them, whose pages may be shown in a browser where scripts make their text.",
        'a list of host names (["example.com"]), or ["*"] for all',
    )
    browser_executable: OneLine = setting(
        "", "The browser; empty: Chromium or Chrome in $PATH, else Playwright's own.", "empty or the path of a program"
    )
    recycle_after_checks: int = setting(
        5000, "Checks after which the crawler starts afresh.", "a whole number from 1 to 1000000", ge=1, le=1_000_000
    )
    max_memory_mib: int = setting(
        512,
        "Memory above which the crawler starts afresh, in MiB.",
        "a whole number from 128 to 65536",
        ge=128,
        le=65_536,
    )
    hang_seconds: float = setting(
        300.0, "Seconds of silence after which the crawler counts as hung.", "a number from 1 to 3600", ge=1, le=3600
    )


class ScheduleSettings(Table):
    """When watches are due."""

    default_interval: Duration = setting(
        timedelta(hours=6), "Time between two checks of a watch.", f"{DURATION_SHORTLY}, at least min_interval"
    )
    min_interval: Duration = setting(
        timedelta(minutes=5),
        "The shortest interval that a watch may ask for.",
        f"{DURATION_SHORTLY}, at least 1s",
        ge=timedelta(seconds=1),
    )
    jitter: float = setting(
        0.1, "How far a check may move from its time, a part of the interval.", "a number from 0 to 0.5", ge=0, le=0.5
    )
    confirm_after: Duration = setting(
        timedelta(minutes=15),
        "When a page that is gone is looked at again before it counts as removed.",
        f"{DURATION_SHORTLY}, at least 1s",
        ge=timedelta(seconds=1),
    )
    blind_after_checks: int = setting(
        3,
        "Bad checks in a row (and blind_after) before you are told that a watch cannot be read.",
        "a whole number from 1 to 100",
        ge=1,
        le=100,
    )
    blind_after: Duration = setting(
        timedelta(hours=6),
        "Time of bad checks (and blind_after_checks) before you are told that a watch cannot be read.",
        DURATION_SHORTLY,
    )
    deadline_soon: Durations = setting(
        (timedelta(days=7), timedelta(days=2), timedelta(hours=12)),
        "How long before a deadline you are reminded; empty: never.",
        'a list of durations (["7d", "12h"])',
    )

    @model_validator(mode="after")
    def _interval_at_least_the_shortest(self) -> Self:
        if self.default_interval < self.min_interval:
            raise ValueError("found default_interval shorter than min_interval; allowed: at least as long")
        return self


class HeartbeatSettings(SecretUrl):
    """A service that expects to be called, and raises an alarm when it is not."""

    url: WebSecret = setting(
        Secret(""), "Called with GET after every good round; nobody is called without it.", '"https://…" or "http://…"'
    )

    def resolved_url(self, environ: Mapping[str, str] = os.environ) -> Secret:
        """The URL to call; empty where none is configured.

        Raises:
            ConfigError: the file, variable or credential that should hold it cannot be read.
        """
        return self._secret(environ)


class WebSettings(Table):
    """The web page and HTTP API."""

    enabled: bool = setting(False, "Whether `run` serves them.", "false (not in this version yet)")
    bind: Bind = setting("127.0.0.1:8765", "Address and port to listen on.", '"ADDRESS:PORT" ("127.0.0.1:8765")')
    token_file: SecretFile = setting("", "A file that holds the access token.", "the path of a file")
    public_url: WebUrl = setting(
        "",
        "Where people reach the web page; messages link to it, empty: they do not.",
        'empty or an URL without query ("https://monitor.example.com")',
    )

    @model_validator(mode="after")
    def _not_yet(self) -> Self:
        if self.enabled:
            raise ValueError("found enabled = true; allowed: false (the web page is not in this version yet)")
        return self


class Settings(Table):
    """Everything that this installation was told."""

    zone: Zone = setting(
        "", "Time zone of what you read and of quiet hours; empty: the system's.", 'an IANA name ("Europe/Berlin")'
    )
    database: DatabaseSettings = Field(default_factory=DatabaseSettings)
    fetch: FetchSettings = Field(default_factory=FetchSettings)
    schedule: ScheduleSettings = Field(default_factory=ScheduleSettings)
    notify: NotifySettings = Field(default_factory=NotifySettings)
    heartbeat: HeartbeatSettings = Field(default_factory=HeartbeatSettings)
    web: WebSettings = Field(default_factory=WebSettings)
    log: LogSettings = Field(default_factory=LogSettings)
    metrics: MetricsSettings = Field(default_factory=MetricsSettings)

    @property
    def source(self) -> Path | None:
        """The file that the settings came from; None where there was none."""
        return self._origin.file


def state_folder(environ: Mapping[str, str]) -> Path:
    """$STATE_DIRECTORY (systemd; the first where it names several), else $XDG_STATE_HOME/monitor.

    Raises:
        ConfigError: neither is set, and this user has no home.
    """
    given = environ.get("STATE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given)
    if base := environ.get("XDG_STATE_HOME"):
        return Path(base) / "monitor"
    folder = home(environ)
    if folder is None:
        raise ConfigError(
            "no place for the database: this user has no home; allowed: database.url, or $STATE_DIRECTORY"
        )
    return folder / ".local" / "state" / "monitor"
