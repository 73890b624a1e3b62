"""The types of setting values, each checked where it is declared."""

import re
from datetime import timedelta
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from config.durations import parse_duration
from config.secrets import Secret, check_credential_name, check_file_name, check_variable_name, to_secret

#: The kinds of change that a target may ask for; `monitor.vocabulary.Kind` is the source.
KindName = Literal[
    "closed",
    "opened",
    "reopened",
    "removed",
    "restored",
    "pay_changed",
    "deadline_changed",
    "title_changed",
    "organization_changed",
    "location_changed",
    "workplace_changed",
    "employment_type_changed",
    "start_changed",
    "apply_changed",
    "description_changed",
    "posting_added",
    "posting_removed",
    "reposted",
    "sources_disagree",
    "sources_agree",
    "deadline_soon",
    "deadline_passed",
    "unreachable",
    "blocked",
    "recovered",
]

#: In falling order; `monitor.vocabulary.Severity` is the source.
SeverityName = Literal["critical", "high", "medium", "low"]

#: The reason where the field's "allowed" says all there is to say.
AS_ALLOWED = ""

_QUIET_HOURS = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]")
_TARGET_NAME = re.compile(r"[a-z0-9_-]{1,64}")
_BIND = re.compile(r"(\[[0-9a-fA-F:]{2,45}\]|[A-Za-z0-9.-]{1,253}):([0-9]{1,5})")
_HOST_NAME = re.compile(r"[A-Za-z0-9_.-]{1,253}|[0-9a-fA-F:]{2,45}")
_MAX_PORT = 65_535


def setting(default: Any, meaning: str, allowed: str, **constraints: Any) -> Any:
    """A field with what it means and what is allowed, in the words of the documentation and of error messages."""
    return Field(default, description=meaning, json_schema_extra={"allowed": allowed}, **constraints)


def _listed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _duration(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    try:
        return parse_duration(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(AS_ALLOWED) from None


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(AS_ALLOWED)
    return text


def _quiet_hours(text: str) -> str:
    if not text:
        return text
    begin, _, end = _matching(_QUIET_HOURS, text).partition("-")
    if begin == end:
        raise ValueError("begins and ends at the same time")
    return text


def _bind(text: str) -> str:
    match = _BIND.fullmatch(text)
    if match is None or int(match[2]) > _MAX_PORT:
        raise ValueError(AS_ALLOWED)
    return text


def _zone(name: str) -> str:
    if name:
        # Loaded only where a zone is named.
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - see above

        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("no such zone") from None
    return name


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("has line breaks or control characters")
    return text


def _host_name(text: str) -> str:
    if text != "*" and not _HOST_NAME.fullmatch(text):
        raise ValueError(AS_ALLOWED)
    return text.lower()


def _header(text: str) -> str:
    if not text.isascii():
        raise ValueError("has letters that no header may have")
    return _one_line(text)


#: TOML and JSON have arrays, settings are frozen tuples.
FROM_LIST = BeforeValidator(_listed)

Duration = Annotated[timedelta, BeforeValidator(_duration)]
Durations = Annotated[tuple[Duration, ...], FROM_LIST]
KindNames = Annotated[tuple[KindName, ...], FROM_LIST]
Tags = Annotated[tuple[Annotated[str, Field(min_length=1), AfterValidator(_one_line)], ...], FROM_LIST]
HostNames = Annotated[tuple[Annotated[str, AfterValidator(_host_name)], ...], FROM_LIST]
OneLine = Annotated[str, AfterValidator(_one_line)]
SecretText = Annotated[Secret, BeforeValidator(to_secret)]
SecretFile = Annotated[str, AfterValidator(check_file_name)]
SecretVariable = Annotated[str, AfterValidator(check_variable_name)]
SecretCredential = Annotated[str, AfterValidator(check_credential_name)]
TargetName = Annotated[str, AfterValidator(partial(_matching, _TARGET_NAME))]
QuietHours = Annotated[str, AfterValidator(_quiet_hours)]
Bind = Annotated[str, AfterValidator(_bind)]
Zone = Annotated[str, AfterValidator(_zone)]
HeaderText = Annotated[str, AfterValidator(_header)]
