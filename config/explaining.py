"""Makes one line for a person of what pydantic refuses: key, what was found, what is allowed."""

import json
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from config.durations import format_duration
from config.errors import Contradiction
from config.lines import KeyPath

#: Keys whose values are never shown, whatever is wrong with them: people put secrets into all of them.
_HIDDEN = frozenset({"url", "url_file", "url_env", "url_credential", "token_file"})
_MAX_SHOWN = 60

#: A rule over several keys says everything itself; its message begins so.
RULE = "found "


def first_error(error: ValidationError) -> ErrorDetails:
    """The first thing that is wrong: unknown keys first, for they explain missing ones."""
    found = error.errors(include_url=False)
    return min(found, key=lambda it: it["type"] != "extra_forbidden")


def place(error: ErrorDetails) -> KeyPath:
    """The path of the key at fault."""
    said = error.get("ctx", {}).get("error")
    return (*error["loc"], *said.path) if isinstance(said, Contradiction) else error["loc"]


def reason(model: type[BaseModel], error: ErrorDetails) -> str:
    """What was found and what is allowed instead."""
    path, kind = error["loc"], error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(model, path)
    allowed = _allowed(declared(model, path)) or "a table of keys"
    if kind == "missing":
        return f"found nothing; allowed: {allowed}"
    said = str(error.get("ctx", {}).get("error", ""))
    if said.startswith(RULE):
        return said
    because = f" ({said})" if said else ""
    found = f"found {_shown(error['input'], path)}{because}; "
    if kind == "literal_error":
        words = [word.strip(" '") for word in error["ctx"]["expected"].replace(" or ", ", ").split(",")]
        return f"{found}{_hint(str(error['input']), words)}allowed: {', '.join(words)}"
    return f"{found}allowed: {allowed}"


def declared(model: type[BaseModel], path: KeyPath) -> FieldInfo | None:
    """The field that a path leads to, or the nearest around it where a value is inside a list; None: no such key."""
    field: FieldInfo | None = None
    fields = model.model_fields
    for part in path:
        if isinstance(part, str):
            field = fields.get(part)
            if field is None:
                return None
            fields = _fields_in(field)
    return field


def _fields_in(field: FieldInfo) -> dict[str, FieldInfo]:
    """The keys of the tables that a field holds; none where it holds plain values."""
    for candidate in (field.annotation, *get_args(field.annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate.model_fields
    return {}


def _unknown_key(model: type[BaseModel], path: KeyPath) -> str:
    around = declared(model, path[:-1])
    known = sorted(model.model_fields if around is None else _fields_in(around))
    return f"unknown key; {_hint(str(path[-1]), known)}allowed: {', '.join(known)}"


def _hint(found: str, known: Sequence[str]) -> str:
    # Loaded only where something is wrong.
    from difflib import get_close_matches  # noqa: PLC0415 - see above

    near = get_close_matches(found, known, n=1)
    return f'did you mean "{near[0]}"? ' if near else ""


def _allowed(field: FieldInfo | None) -> Any:
    extra = field.json_schema_extra if field is not None else None
    return extra.get("allowed") if isinstance(extra, dict) else None


def _shown(value: Any, path: Iterable[str | int]) -> str:
    """The value in the form of the file, cut short; what may hold a secret is named by its type only."""
    if isinstance(value, (dict, list, tuple)):
        return "a table" if isinstance(value, dict) else "a list"
    if not _HIDDEN.isdisjoint(path) or (isinstance(value, str) and "://" in value):
        return "a value that is not shown" if isinstance(value, str) else f"a {_type_name(value)}"
    text = json.dumps(format_duration(value) if isinstance(value, timedelta) else value, default=str)
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"


def _type_name(value: Any) -> str:
    return {"int": "number", "float": "number", "bool": "true/false value"}.get(type(value).__name__, "date or time")
