"""The settings of an installation: frozen, every key with its meaning, default and allowed values.

Made by `config.loading.load`; a message about a wrong value is made of what stands here.
"""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from config.errors import Origin
from config.fields import (
    FROM_LIST,
    Bind,
    Duration,
    Durations,
    HeaderText,
    HostNames,
    KindNames,
    OneLine,
    QuietHours,
    SecretCredential,
    SecretFile,
    SecretText,
    SecretVariable,
    SeverityName,
    Tags,
    TargetName,
    Zone,
    setting,
)
from config.secrets import Secret, read_credential, read_file, read_variable

_DURATION = 'a number and s, m, h, d or w ("15m", "6h")'


class _Table(BaseModel):
    """A table of the configuration: no key beyond those declared, no change after loading."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        # Each table is made ready when it is first used; together they would cost each command a twentieth.
        defer_build=True,
    )

    _origin: Origin = PrivateAttr(default_factory=Origin)

    def placed(self, origin: Origin) -> None:
        """Remembers where this table stands, for the messages about its secrets."""
        self._origin = origin


class _SecretUrl(_Table):
    """An URL that may hold a password or token, given in one of four ways."""

    url: SecretText = setting(Secret(""), "The URL itself.", "an URL")
    url_file: SecretFile = setting("", "A file that holds the URL.", "the path of a readable file with one line")
    url_env: SecretVariable = setting("", "The environment variable that holds the URL.", "the name of a set variable")
    url_credential: SecretCredential = setting(
        "", "The systemd credential that holds the URL.", "a name that the unit loads with LoadCredential="
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        given = self._given()
        if len(given) > 1:
            raise ValueError(f"found {' and '.join(given)}; allowed: only one of them")
        return self

    def _given(self) -> list[str]:
        return [name for name in _SecretUrl.model_fields if getattr(self, name)]

    def _secret(self, environ: Mapping[str, str]) -> Secret:
        if self.url_file:
            return read_file(self.url_file, self._origin.below("url_file"))
        if self.url_env:
            return read_variable(self.url_env, environ, self._origin.below("url_env"))
        if self.url_credential:
            return read_credential(self.url_credential, environ, self._origin.below("url_credential"))
        return self.url


class DatabaseSettings(_SecretUrl):
    """Where everything is kept. Without any key: a SQLite file in the state folder."""

    def resolved_url(self, environ: Mapping[str, str] = os.environ) -> str:
        """The database's URL, its password in it; print `Database.url_without_secret` instead.

        Raises:
            ConfigError: the file, variable or credential that should hold it cannot be read.
        """
        return self._secret(environ).reveal() or f"sqlite:///{_state_folder(environ) / 'monitor.sqlite3'}"


class FetchSettings(_Table):
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


class ScheduleSettings(_Table):
    """When watches are due."""

    default_interval: Duration = setting(
        timedelta(hours=6), "Time between two checks of a watch.", f"{_DURATION}, at least min_interval"
    )
    min_interval: Duration = setting(
        timedelta(minutes=5),
        "The shortest interval that a watch may ask for.",
        f"{_DURATION}, at least 1s",
        ge=timedelta(seconds=1),
    )
    jitter: float = setting(
        0.1, "How far a check may move from its time, a part of the interval.", "a number from 0 to 0.5", ge=0, le=0.5
    )
    confirm_after: Duration = setting(
        timedelta(minutes=15),
        "When a page that is gone is looked at again before it counts as removed.",
        f"{_DURATION}, at least 1s",
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
        _DURATION,
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


class TargetSettings(_SecretUrl):
    """Where notices go, and which."""

    name: TargetName = setting(..., "What you call this target; unique.", "1 to 64 of a-z, 0-9, _ and -")
    kinds: KindNames = setting((), "The kinds of change to send; empty: all.", "a list of kinds of change")
    tags: Tags = setting((), "Only watches with one of these tags; empty: all.", "a list of tags")
    min_severity: SeverityName = setting("low", "The least severity to send.", '"critical", "high", "medium" or "low"')
    digest: Literal["none", "hourly", "daily"] = setting(
        "none", "Send at once, or gathered.", '"none", "hourly" or "daily"'
    )
    quiet_hours: QuietHours = setting(
        "", "Hold notices back during these hours, local time.", 'empty or "HH:MM-HH:MM" ("22:00-07:00")'
    )

    @model_validator(mode="after")
    def _has_url(self) -> Self:
        if not self._given():
            raise ValueError("found no URL; allowed: one of url, url_file, url_env, url_credential")
        return self

    def resolved_url(self, environ: Mapping[str, str] = os.environ) -> Secret:
        """The target's apprise URL.

        Raises:
            ConfigError: the file, variable or credential that should hold it cannot be read.
        """
        return self._secret(environ)


class NotifySettings(_Table):
    """How notices are delivered."""

    targets: Annotated[tuple[TargetSettings, ...], FROM_LIST] = setting(
        (), "Where notices go.", "[[notify.targets]] tables"
    )
    max_attempts: int = setting(
        12, "Attempts before a notice is set aside as failed.", "a whole number from 1 to 100", ge=1, le=100
    )
    timeout_seconds: float = setting(
        15.0, "Seconds that one delivery may take.", "a number from 1 to 300", ge=1, le=300
    )

    @model_validator(mode="after")
    def _unique_names(self) -> Self:
        names = [target.name for target in self.targets]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f'found two targets called "{twice[0]}"; allowed: each name once')
        return self


class WebSettings(_Table):
    """The web page and HTTP API."""

    enabled: bool = setting(False, "Whether `run` serves them.", "false (not in this version yet)")
    bind: Bind = setting("127.0.0.1:8765", "Address and port to listen on.", '"ADDRESS:PORT" ("127.0.0.1:8765")')
    token_file: SecretFile = setting("", "A file that holds the access token.", "the path of a file")

    @model_validator(mode="after")
    def _not_yet(self) -> Self:
        if self.enabled:
            raise ValueError("found enabled = true; allowed: false (the web page is not in this version yet)")
        return self


class Settings(_Table):
    """Everything that this installation was told."""

    zone: Zone = setting(
        "", "Time zone of what you read and of quiet hours; empty: the system's.", 'an IANA name ("Europe/Berlin")'
    )
    database: DatabaseSettings = Field(default_factory=DatabaseSettings)
    fetch: FetchSettings = Field(default_factory=FetchSettings)
    schedule: ScheduleSettings = Field(default_factory=ScheduleSettings)
    notify: NotifySettings = Field(default_factory=NotifySettings)
    web: WebSettings = Field(default_factory=WebSettings)

    @property
    def source(self) -> Path | None:
        """The file that the settings came from; None where there was none."""
        return self._origin.file


def _state_folder(environ: Mapping[str, str]) -> Path:
    """$STATE_DIRECTORY (systemd; the first where it names several), else $XDG_STATE_HOME/monitor."""
    given = environ.get("STATE_DIRECTORY", "").split(":")[0]
    if given:
        return Path(given)
    base = environ.get("XDG_STATE_HOME") or Path(environ.get("HOME") or Path.home()) / ".local" / "state"
    return Path(base) / "monitor"
