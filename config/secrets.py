"""Secrets: texts that never show in a repr, a log or an error, and the places they are read from."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, final

from config.errors import ConfigError, Origin

#: A secret is an URL or a password; a file beyond this is the wrong file.
_MAX_SECRET_BYTES = 64 * 1024

_VARIABLE_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,199}")
_CREDENTIAL_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.@-]{0,199}")


@final
class Secret:
    """A text that shows as "***" wherever it is printed by accident; `reveal` gives the text itself."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The secret text. Hand it on, never print it."""
        return self._text

    def __str__(self) -> str:
        return "***" if self._text else ""

    def __repr__(self) -> str:
        return f"Secret({str(self)!r})"

    def __format__(self, format_spec: str) -> str:
        return format(str(self), format_spec)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash((Secret, self._text))


def to_secret(value: Any) -> Any:
    """A string becomes a Secret; anything else stays, for the type check to refuse."""
    return Secret(value) if isinstance(value, str) else value


def check_variable_name(name: str) -> str:
    """The name of an environment variable, or "".

    Raises:
        ValueError: it is no such name (perhaps the secret itself, so it is not repeated).
    """
    if name and not _VARIABLE_NAME.fullmatch(name):
        raise ValueError("must be the name of an environment variable (letters, digits, _), not the secret itself")
    return name


def check_credential_name(name: str) -> str:
    """The name of a systemd credential, or "".

    Raises:
        ValueError: it is no such name (perhaps the secret itself, so it is not repeated).
    """
    if name and not _CREDENTIAL_NAME.fullmatch(name):
        raise ValueError("must be the name of a systemd credential (letters, digits, _ . @ -), not the secret itself")
    return name


def check_file_name(name: str) -> str:
    """The path of a file, or "".

    Raises:
        ValueError: it is an URL (perhaps the secret itself, so it is not repeated).
    """
    if "://" in name or not name.isprintable():
        raise ValueError("must be the path of a file that holds the secret, not the secret itself")
    return name


def read_variable(name: str, environ: Mapping[str, str], origin: Origin) -> Secret:
    """The secret in the environment variable `name`.

    Raises:
        ConfigError: it is not set, or empty.
    """
    if not environ.get(name, "").strip():
        raise ConfigError(f"{origin}: the environment variable {name} is not set or empty; allowed: a set variable")
    return Secret(environ[name].strip())


def read_credential(name: str, environ: Mapping[str, str], origin: Origin) -> Secret:
    """The secret in the systemd credential `name` (LoadCredential= in the unit).

    Raises:
        ConfigError: this process was given no credentials, or not this one.
    """
    folder = environ.get("CREDENTIALS_DIRECTORY")
    if not folder:
        raise ConfigError(
            f"{origin}: credential {name} asked for, but $CREDENTIALS_DIRECTORY is not set;"
            f" allowed: a name that the unit loads with LoadCredential={name}:FILE"
        )
    return read_file(str(Path(folder) / name), origin)


def read_file(name: str, origin: Origin) -> Secret:
    """The secret in a file of one line; a relative path is looked for beside the configuration file.

    Raises:
        ConfigError: the file cannot be read, is empty, or holds more than one line of text.
    """
    path = Path(name).expanduser()
    if origin.file is not None:
        path = origin.file.parent / path
    try:
        with path.open("rb") as file:
            text = file.read(_MAX_SECRET_BYTES + 1).decode().strip()
    except OSError as error:
        raise ConfigError(
            f"{origin}: cannot read the secret file {path}: {error.strerror}; allowed: a readable file"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{origin}: the secret file {path} is not text; allowed: one line of UTF-8 text") from error
    if not text or len(text.splitlines()) > 1 or len(text) > _MAX_SECRET_BYTES:
        found = "more than one line" if text else "nothing"
        raise ConfigError(f"{origin}: the secret file {path} holds {found}; allowed: one line of text")
    return Secret(text)
