"""What the targets are told: where notices go, which changes, when, how they look, and what if they do not arrive."""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Self

from pydantic import model_validator

from config.durations import DURATION_SHORTLY
from config.errors import Contradiction
from config.fields import FROM_LIST, Duration, setting
from config.kinds import SeverityName, reaches
from config.pay import ALLOWED_PAY
from config.secrets import Secret
from config.tables import SecretUrl, Table
from config.target_fields import (
    Attachments,
    Boards,
    Digest,
    KindNames,
    LetThrough,
    OtherTarget,
    PayConditions,
    Phrases,
    QuietHours,
    Tags,
    TargetName,
    TemplateFolder,
)

#: Before a phrase: the title must not hold it.
WITHOUT = "-"

_MINUTE = timedelta(minutes=1)


class TargetSettings(SecretUrl):
    """Where notices go, and which."""

    name: TargetName = setting(..., "What you call this target; unique.", "1 to 64 of a-z, 0-9, _ and -")
    kinds: KindNames = setting((), "The kinds of change to send; empty: all.", "a list of kinds of change")
    min_severity: SeverityName = setting("low", "The least severity to send.", '"critical", "high", "medium" or "low"')
    tags: Tags = setting((), "Only watches with one of these tags; empty: all.", "a list of tags")
    boards: Boards = setting(
        (),
        "Only watches at one of these addresses or below; empty: all.",
        'a list of hosts and URLs (["example.com", "https://example.org/jobs"])',
    )
    organizations: Phrases = setting(
        (), "Only postings of one of these organizations; empty: all.", "a list of names, each with a letter or digit"
    )
    keywords: Phrases = setting(
        (),
        "Only postings whose title has one of these words, and none with a minus; empty: all.",
        'a list of words and phrases (["engineer", "data science", "-intern"])',
    )
    pay: PayConditions = setting(
        (), "Only those changes of pay that meet one of these; empty: all. Other kinds are sent anyhow.", ALLOWED_PAY
    )
    digest: Digest = setting(
        "none",
        "Send at once, or gathered.",
        '"none", "hourly", "daily", "weekly" or five fields of cron ("0 8 * * 1-5")',
    )
    quiet_hours: QuietHours = setting(
        "", "Hold notices back during these hours, local time.", 'empty or "HH:MM-HH:MM" ("22:00-07:00")'
    )
    quiet_lets_through: LetThrough = setting(
        "critical",
        "The least severity that quiet hours let pass.",
        '"critical", "high", "medium", "low", or "none" to hold back everything',
    )
    burst: int = setting(
        5,
        "So many notices of one host within a minute come as one message; 0: never.",
        "a whole number from 0 to 1000",
        ge=0,
        le=1000,
    )
    messages_per_hour: int = setting(
        0, "At most so many messages an hour; 0: no limit.", "a whole number from 0 to 10000", ge=0, le=10_000
    )
    attach: Attachments = setting(
        (), "What messages carry, where the service takes it.", 'a list of "page" and "calendar"'
    )
    template: TemplateFolder = setting(
        "", "A folder with templates of your own; empty: ours.", "empty or the path of a folder"
    )
    fallback: OtherTarget = setting(
        "", "Which target is told when this one is failing; empty: none.", "empty or the name of another target"
    )

    def resolved_url(self, environ: Mapping[str, str] = os.environ) -> Secret:
        """The target's apprise URL.

        Raises:
            ConfigError: the file, variable or credential that should hold it cannot be read.
        """
        return self._secret(environ)

    def template_folder(self) -> Path | None:
        """Where the user's own templates are; a relative path is meant beside the configuration file."""
        if not self.template:
            return None
        folder = Path(self.template).expanduser()
        return folder if self._origin.file is None else self._origin.file.parent / folder

    @model_validator(mode="after")
    def _has_url(self) -> Self:
        if not self._given():
            raise ValueError("found no URL; allowed: one of url, url_file, url_env, url_credential")
        return self

    @model_validator(mode="after")
    def _kinds_are_severe_enough(self) -> Self:
        if self.kinds and not any(reaches(kind, self.min_severity) for kind in self.kinds):
            message = (
                f'found "{self.min_severity}", which none of its kinds ever is; allowed: a lower one, or other kinds'
            )
            raise Contradiction(message, "min_severity")
        return self

    @model_validator(mode="after")
    def _pay_is_asked_for(self) -> Self:
        if self.pay and self.kinds and "pay_changed" not in self.kinds:
            raise Contradiction('found conditions, but kinds without "pay_changed"; allowed: both or neither', "pay")
        return self

    @model_validator(mode="after")
    def _keywords_agree(self) -> Self:
        phrases = [phrase.casefold() for phrase in self.keywords]
        known = frozenset(phrases)
        for index, phrase in enumerate(phrases):
            if phrase.startswith(WITHOUT) and phrase.removeprefix(WITHOUT) in known:
                message = f'found "{phrase}" and "{phrase.removeprefix(WITHOUT)}"; allowed: one of them'
                raise Contradiction(message, "keywords", index)
        return self


class NotifySettings(Table):
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
    failing_after: Duration = setting(
        timedelta(hours=1),
        "How long a target fails before its fallback is told.",
        f"{DURATION_SHORTLY}, at least 1m",
        ge=_MINUTE,
    )
    down_after: Duration = setting(
        timedelta(hours=6),
        "How long the daemon was down or blind before every target is told, once that is over.",
        f"{DURATION_SHORTLY}, at least 1m",
        ge=_MINUTE,
    )

    @model_validator(mode="after")
    def _unique_names(self) -> Self:
        names: set[str] = set()
        for index, target in enumerate(self.targets):
            if target.name in names:
                message = f'found two targets called "{target.name}"; allowed: each name once'
                raise Contradiction(message, "targets", index, "name")
            names.add(target.name)
        return self

    @model_validator(mode="after")
    def _fallbacks_are_others(self) -> Self:
        names = dict.fromkeys(target.name for target in self.targets)
        for index, target in enumerate(self.targets):
            if target.fallback and (target.fallback not in names or target.fallback == target.name):
                others = [f'"{name}"' for name in names if name != target.name]
                who = "itself" if target.fallback == target.name else f'"{target.fallback}", which is no target'
                message = f"found {who}; allowed: {', '.join(others) or 'nothing, for there is no other target'}"
                raise Contradiction(message, "targets", index, "fallback")
        return self
