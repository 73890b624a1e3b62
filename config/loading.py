"""Finds, reads and checks the configuration. Nothing is guessed: what is wrong is refused with one line."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from config.errors import ConfigError, Origin
from config.home import home
from config.lines import KeyPath, Lines, key_text
from config.settings import Settings

#: A file of settings has some kilobytes; TOML takes seconds a megabyte.
_MOST_BYTES = 256 * 1024
#: A key costs the square of its parts; of all lines together, the dots of each squared.
_MOST_DOTS_SQUARED = 1_000_000
_LINE = re.compile(r" \(at line (\d{1,9}), column \d{1,9}\)$")


def load(
    path: Path | None = None, *, database_url: str | None = None, environ: Mapping[str, str] = os.environ
) -> Settings:
    """The settings of this installation.

    Args:
        path: the file that the user named; None looks in the usual places (see `find`).
        database_url: overrides everything that is said about the database.
        environ: where MONITOR_... variables and folders are looked up.

    Raises:
        ConfigError: no such file, not TOML, or a key, type or value that is not allowed.
    """
    file = find(path, environ)
    text = "" if file is None else _read(file)
    tree = {} if file is None else _parse(text, file)
    if tree:
        _check(tree, file, text)
    extra, variables = _overrides(environ)
    if database_url is not None:
        extra, variables = extra | {"database": {"url": database_url}}, variables | {("database",): "--database"}
    if "database" in extra:
        tree.pop("database", None)  # its keys are ways to name one thing, so one of them replaces all
    settings = _validated(_merged(tree, extra), file, text, variables)
    _place(settings, file, text, variables)
    return settings


def find(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The configuration file: the named one, or the first of the usual places that has one; None where none has.

    Raises:
        ConfigError: a file was named (argument or $MONITOR_CONFIG) and is not there.
    """
    if path is None and environ.get("MONITOR_CONFIG"):
        path = Path(environ["MONITOR_CONFIG"])
    if path is None:
        return next((place for place in _usual_places(environ) if place.is_file()), None)
    if not path.exists():
        raise ConfigError(f"{path}: no such file; allowed: a configuration file, `monitor init` writes one")
    return path


def default_file_text() -> str:
    """The commented file that `monitor init` writes: every setting with its default."""
    # Loaded only where the file is asked for.
    from importlib.resources import files  # noqa: PLC0415 - see above

    return files("config").joinpath("monitor.toml").read_text(encoding="utf-8")


def _usual_places(environ: Mapping[str, str]) -> Iterator[Path]:
    yield Path("monitor.toml")
    if given := environ.get("XDG_CONFIG_HOME"):
        yield Path(given) / "monitor" / "monitor.toml"
    elif folder := home(environ):
        yield folder / ".config" / "monitor" / "monitor.toml"
    yield Path("/etc/monitor/monitor.toml")


def _read(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise ConfigError(f"{file}: is larger than {_MOST_BYTES >> 10} KiB; allowed: a TOML file of settings")
        return data.decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}; allowed: a readable TOML file") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: is not text; allowed: TOML in UTF-8") from error


def _parse(text: str, file: Path) -> dict[str, Any]:
    dots = [line.count(".") for line in text.split("\n")]
    if sum(it * it for it in dots) > _MOST_DOTS_SQUARED:
        most = max(dots)
        raise ConfigError(f"{file}:{dots.index(most) + 1}: found {most:,} dots in a line; allowed: keys of settings")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = " ".join(str(error).split())
        where = _LINE.search(what)
        line = int(where[1]) if where else len(text.splitlines()) or 1
        raise ConfigError(f"{file}:{line}: found broken TOML: {_LINE.sub('', what)}; allowed: TOML 1.0") from error
    except (ValueError, RecursionError) as error:
        found = "arrays or tables too deep" if isinstance(error, RecursionError) else str(error).partition(";")[0]
        raise ConfigError(f"{file}: found {found}; allowed: TOML 1.0") from error


def _check(tree: Mapping[str, Any], file: Path | None, text: str) -> None:
    """Types exactly as written: a file has numbers, so "16" is no number in it."""
    try:
        Settings.model_validate(tree, strict=True)
    except ValidationError as error:
        raise _refusal(error, file, text, {}) from None


def _overrides(environ: Mapping[str, str]) -> tuple[dict[str, Any], dict[KeyPath, str]]:
    if not any(name.startswith("MONITOR_") for name in environ):
        return {}, {}
    # Loaded only where the environment says something.
    from config.environment import overrides  # noqa: PLC0415 - see above

    return overrides(environ)


def _merged(tree: Mapping[str, Any], extra: Mapping[str, Any]) -> Mapping[str, Any]:
    if not extra:
        return tree
    from config.environment import merged  # noqa: PLC0415 - as above

    return merged(tree, extra)


def _validated(tree: Mapping[str, Any], file: Path | None, text: str, variables: Mapping[KeyPath, str]) -> Settings:
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        raise _refusal(error, file, text, variables) from None


def _refusal(error: ValidationError, file: Path | None, text: str, variables: Mapping[KeyPath, str]) -> ConfigError:
    # Loaded only where something is wrong.
    from config.explaining import first_error, place, reason  # noqa: PLC0415 - see above

    first = first_error(error)
    path = place(first)
    if variable := _variable_of(path, variables):
        return ConfigError(f"{variable}: {key_text(path)}: {reason(Settings, first)}")
    origin = Origin(file=file, line=Lines(text).of(path), key=key_text(path))
    return ConfigError(f"{origin}: {reason(Settings, first)}")


def _variable_of(path: KeyPath, variables: Mapping[KeyPath, str]) -> str | None:
    """The variable that gave a key, a part of it, or a table around it."""
    return next((name for key, name in variables.items() if path[: len(key)] == key or key[: len(path)] == path), None)


def _place(settings: Settings, file: Path | None, text: str, variables: Mapping[KeyPath, str]) -> None:
    """Tells the tables that hold secrets where they stand, for messages at the time the secrets are read."""
    lines = Lines(text)

    def locate(path: KeyPath) -> Origin:
        if _variable_of(path, variables):
            return Origin(key=key_text(path))
        return Origin(file=file, line=lines.of(path), key=key_text(path))

    settings.placed(Origin(file=file))
    settings.database.placed(locate(("database",)))
    settings.heartbeat.placed(locate(("heartbeat",)))
    for index, target in enumerate(settings.notify.targets):
        target.placed(locate(("notify", "targets", index)))
