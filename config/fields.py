"""The types of setting values, each checked where it is declared; those of targets only are in `target_fields`."""

import re
from datetime import timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from config.durations import parse_duration
from config.secrets import Secret, check_credential_name, check_file_name, check_variable_name, to_secret

#: The reason where the field's "allowed" says all there is to say.
AS_ALLOWED = ""

_BIND = re.compile(r"(\[[0-9a-fA-F:]{2,45}\]|[A-Za-z0-9.-]{1,253}):([0-9]{1,5})")
#: No name, password, query or fragment: paths are put behind it.
_WEB_URL = re.compile(
    r"https?://(?:[A-Za-z0-9.-]{1,253}|\[[0-9a-fA-F:]{2,45}\])(?::[0-9]{1,5})?(?:/[!$-;=@-~]{0,1000})?"
)
_WEB_SECRET = re.compile(r"https?://[!-~]{1,4000}")
_HOST_NAME = re.compile(r"[A-Za-z0-9_.-]{1,253}|[0-9a-fA-F:]{2,45}")
_MAX_PORT = 65_535


def setting(default: Any, meaning: str, allowed: str, **constraints: Any) -> Any:
    """A field with what it means and what is allowed, in the words of the documentation and of error messages."""
    return Field(default, description=meaning, json_schema_extra={"allowed": allowed}, **constraints)


def listed(value: Any) -> Any:
    """A list as a tuple, as settings have it; anything else stays, for the type check to refuse."""
    return tuple(value) if isinstance(value, list) else value


def _duration(value: Any) -> Any:
    if isinstance(value, timedelta):
        return value
    try:
        return parse_duration(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(AS_ALLOWED) from None


def matching(pattern: re.Pattern[str], text: str) -> str:
    """The text.

    Raises:
        ValueError: it is not of the pattern.
    """
    if not pattern.fullmatch(text):
        raise ValueError(AS_ALLOWED)
    return text


def check_bind(text: str) -> str:
    """The text.

    Raises:
        ValueError: it is no address and port.
    """
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


def one_line(text: str) -> str:
    """The text.

    Raises:
        ValueError: it is more than a line.
    """
    if not text.isprintable():
        raise ValueError("has line breaks or control characters")
    return text


def _host_name(text: str) -> str:
    if text != "*" and not _HOST_NAME.fullmatch(text):
        raise ValueError(AS_ALLOWED)
    return text.lower()


def _web_url(text: str) -> str:
    if text and not _WEB_URL.fullmatch(text):
        raise ValueError(AS_ALLOWED)
    return text.rstrip("/")


def _web_secret(url: Secret) -> Secret:
    if url and not _WEB_SECRET.fullmatch(url.reveal()):
        raise ValueError(AS_ALLOWED)
    return url


def _header(text: str) -> str:
    if not text.isascii():
        raise ValueError("has letters that no header may have")
    return one_line(text)


#: TOML and JSON have arrays, settings are frozen tuples.
FROM_LIST = BeforeValidator(listed)

Duration = Annotated[timedelta, BeforeValidator(_duration)]
Durations = Annotated[tuple[Duration, ...], FROM_LIST]
HostNames = Annotated[tuple[Annotated[str, AfterValidator(_host_name)], ...], FROM_LIST]
OneLine = Annotated[str, AfterValidator(one_line)]
SecretText = Annotated[Secret, BeforeValidator(to_secret)]
SecretFile = Annotated[str, AfterValidator(check_file_name)]
SecretVariable = Annotated[str, AfterValidator(check_variable_name)]
SecretCredential = Annotated[str, AfterValidator(check_credential_name)]
Bind = Annotated[str, AfterValidator(check_bind)]
WebUrl = Annotated[str, AfterValidator(_web_url)]
WebSecret = Annotated[SecretText, AfterValidator(_web_secret)]
Zone = Annotated[str, AfterValidator(_zone)]
HeaderText = Annotated[str, AfterValidator(_header)]
