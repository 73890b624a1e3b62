"""Settings from the environment: MONITOR_FETCH__CONCURRENCY=64, MONITOR_NOTIFY__TARGETS='[{...}]'.

Only variables whose first word is a key of the configuration, or that have a double underscore, are ours; others
that begin with MONITOR_ (a variable that `url_env` names, what Kubernetes sets for a service) are left alone.
"""

from collections.abc import Mapping
from typing import Any, get_origin

from config.errors import ConfigError
from config.explaining import declared
from config.lines import KeyPath, key_text
from config.settings import Settings

_PREFIX = "MONITOR_"
#: Parts of a key; those of settings have three.
_DEEPEST = 20
#: Characters of a variable's name, in a message.
_SHOWN = 60


def overrides(environ: Mapping[str, str]) -> tuple[dict[str, Any], dict[KeyPath, str]]:
    """What the environment gives of a configuration, and the variable that gave each key.

    Raises:
        ConfigError: a variable that must hold JSON does not, or its key is deeper than any.
    """
    names = {_path(name): name for name in sorted(filter(_is_ours, environ))}
    tree: dict[str, Any] = {}
    for path, name in names.items():
        if len(path) > _DEEPEST:
            raise ConfigError(f"{name[:_SHOWN]}…: found a key of {len(path):,} parts; allowed: keys of settings")
        tree = merged(tree, _given(path, name, environ[name]))
    return tree, names


def merged(tree: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Both trees as one; where both have a value that is no table, the other's."""
    result = dict(tree)
    for key, value in other.items():
        below = result.get(key)
        result[key] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return result


def _is_ours(name: str) -> bool:
    if not name.startswith(_PREFIX):
        return False
    return "__" in name or _path(name)[0] in Settings.model_fields


def _path(name: str) -> KeyPath:
    return tuple(name.removeprefix(_PREFIX).lower().split("__"))


def _given(path: KeyPath, name: str, value: str) -> dict[str, Any]:
    field = declared(Settings, path)
    if field is None or (field.json_schema_extra and get_origin(field.annotation) is not tuple):
        # A plain value is checked as it is; an unknown key is kept, so that it is refused like one in a file.
        return _nested(path, value)
    # pydantic-settings costs a fifth of a short command's processor time, so only lists and tables pay for it.
    from config.variables import VariableError, parse  # noqa: PLC0415 - see above

    try:
        return parse(name, value)
    except (VariableError, RecursionError) as error:
        raise ConfigError(f"{name}: {key_text(path)}: found text that is not JSON; allowed: JSON") from error


def _nested(path: KeyPath, value: str) -> dict[str, Any]:
    tree: Any = value
    for part in reversed(path):
        tree = {part: tree}
    return dict(tree)
