"""The state that a page embeds for its own scripts, as values: JSON in script elements, assignments, attributes.

Knows Next.js (`__NEXT_DATA__`, `self.__next_f.push`), Nuxt (`__NUXT_DATA__`), Apollo, Angular, SvelteKit, Inertia
(`data-page`), and `window.name = {…}`, `JSON.parse("…")` of any other. Scripts that name nothing of a posting are not
parsed; what is parsed is parsed once, and its size is bounded.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

from spiders.reading.document import Document
from spiders.reading.lenient_json import loads

_HOLDERS = (
    "data-page",
    "data-props",
    "data-react-props",
    "data-initial-state",
    "data-state",
    "data-hydrate",
    "data-json",
)
_ELEMENTS = etree.XPath(f"//*[{' or '.join(f'@{name}' for name in _HOLDERS)}]")
_HELD = re.compile(rf"data-(?:{'|'.join(name.removeprefix('data-') for name in _HOLDERS)})=[\"']\s{{0,5}}\{{")
_DECODER = json.JSONDecoder(strict=False)
#: A script with none of the first, or none of the second, names no posting.
_TITLES = ('itle"', 'ame"', 'eadline"', 'itle\\"', "itle&q;", 'ame\\"')
_OTHERS = (
    "ocation",
    "escription",
    "mployment",
    "eadline",
    "ompany",
    "tatus",
    "ublish",
    "osted",
    'obs"',
    'ositions"',
    "acanc",
)
#: Where a value of JSON may begin in a script; each begins with a literal, which is what makes them fast.
_ASSIGNED = re.compile(r"=\s{0,20}(?=[{\[])")
_DEFAULTED = re.compile(r"\|\|\s{0,20}(?=[{\[])")
_STREAM = "__next_f.push("
_PUSHED = re.compile(r"__next_f\.push\(\s{0,20}(?=\[)")
_PARSED = re.compile(r"JSON\.parse\(\s{0,20}(?P<coded>decodeURIComponent\(\s{0,20})?(?=[\"'])")
_NAME = re.compile(r"(?P<name>[\w$.]{1,80})\s{0,20}$")
_BEFORE = 100
_SINGLE = re.compile(r"'((?:[^'\\]++|\\.)*+)'", re.DOTALL)
_IN_SINGLE = re.compile(r"\\(.)|\"", re.DOTALL)
_ROW = re.compile(r"(?:^|\n)[0-9a-f]{1,6}:(?=[{\[])")
_DATE = re.compile(r"new Date\((\"[^\"]{0,40}\")\)")
_LARGEST = 3_000_000
_MOST_ATTEMPTS = 60
_MOST_ROWS = 500
_MOST_ELEMENTS = 20
#: What wraps a value in Nuxt's flat form.
_WRAPPERS = frozenset(
    {"Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "Set", "Date"}
)

State = tuple[str, Any]


def states(doc: Document, html: str = "") -> list[State]:
    """The values embedded in a page, each with the name that it is kept under.

    Args:
        doc: The page.
        html: Its text, for state that is held in attributes; empty leaves that out.
    """
    found: list[State] = []
    streamed: list[str] = []
    left = _LARGEST
    for script in doc.scripts:
        text = script.text
        if not text or script.get("src") is not None or "ld+json" in (script.get("type") or ""):
            continue
        if left > len(text) and (_STREAM in text or _names_a_posting(text)):
            left -= len(text)
            found.extend(_of_script(script, text, streamed))
    rows = "".join(streamed)
    if _names_a_posting(rows):
        found.extend(_of_rows(rows))
    if doc.root is not None and _HELD.search(html):
        found.extend(_of_elements(doc.root))
    return found


def _names_a_posting(text: str) -> bool:
    return any(word in text for word in _TITLES) and any(word in text for word in _OTHERS)


def _of_script(script: etree._Element, text: str, streamed: list[str]) -> Iterator[State]:
    if "json" not in (script.get("type") or "") and not text.lstrip().startswith(("{", "[")):
        yield from _of_assignments(text, streamed)
        return
    name = script.get("id") or "state"
    value = loads(text.replace("&q;", '"') if "&q;" in text else text)
    if script.get("data-sveltekit-fetched") is not None and isinstance(value, dict):
        value = loads(value["body"]) if isinstance(value.get("body"), str) else value
    if value is not None:
        yield name, _unflattened(value)


def _of_assignments(text: str, streamed: list[str]) -> Iterator[State]:
    """The JSON values that a script assigns, parses or pushes."""
    text = (
        _DATE.sub(r"\1", text.replace(":undefined", ":null")) if ":undefined" in text or "new Date(" in text else text
    )
    for _, value in _values(_PUSHED, text):
        streamed.extend(it for it in value or () if isinstance(it, str))
    for match, value in _values(_PARSED, text):
        inner = loads(unquote(value) if match["coded"] else value) if isinstance(value, str) else None
        if isinstance(inner, dict | list):
            yield _name(text, match), _unflattened(inner)
    for begins in (_ASSIGNED, _DEFAULTED):
        for match, value in _values(begins, text):
            if isinstance(value, dict | list) and value:
                yield _name(text, match), _unflattened(value)


def _values(begins: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], Any]]:
    """The values behind a pattern; what was tried once is never read again."""
    position = 0
    for _ in range(_MOST_ATTEMPTS):
        match = begins.search(text, position)
        if match is None:
            return
        value, position = _value_at(text, match.end())
        yield match, value


def _name(text: str, match: re.Match[str]) -> str:
    """What a value is assigned to."""
    named = _NAME.search(text[max(0, match.start() - _BEFORE) : match.start()].rstrip("= "))
    return named["name"].removeprefix("window.") if named else "state"


def _value_at(text: str, start: int) -> tuple[Any, int]:
    """The value that begins at a place, and where to go on."""
    if text[start] == "'":
        quoted = _SINGLE.match(text, start)
        if quoted is None:
            return None, len(text)
        double = _IN_SINGLE.sub(lambda it: '\\"' if it[0] == '"' else "'" if it[1] == "'" else it[0], quoted[1])
        return loads(f'"{double}"'), quoted.end()
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        return None, max(error.pos, start + 1)
    except RecursionError:
        return None, len(text)
    return value, end


def _of_rows(text: str) -> Iterator[State]:
    """The rows of a streamed page ("5:{…}")."""
    position = 0
    for _ in range(_MOST_ROWS):
        match = _ROW.search(text, position)
        if match is None:
            return
        value, position = _value_at(text, match.end())
        if isinstance(value, dict | list) and value:
            yield "__next_f", value


def _of_elements(root: etree._Element) -> Iterator[State]:
    for element in _ELEMENTS(root)[:_MOST_ELEMENTS]:
        for name in _HOLDERS:
            text = element.get(name) or ""
            if text.lstrip().startswith("{") and len(text) < _LARGEST and _names_a_posting(text):
                value = loads(text)
                if isinstance(value, dict):
                    yield f"@{name}", value


def _unflattened(value: Any) -> Any:
    """The value of Nuxt's flat form: a list in which objects and lists hold positions in it; others as they are."""
    if not (isinstance(value, list) and value and _is_wrapper(value[0])):
        return _referenced(value)
    made: list[Any] = [{} if isinstance(it, dict) else [] if isinstance(it, list) else it for it in value]
    for index, it in enumerate(value):
        if _is_wrapper(it):
            made[index] = _unwrapped(value, made, index)
    for index, it in enumerate(value):
        if isinstance(it, dict):
            made[index].update((key, _at(made, at)) for key, at in it.items())
        elif isinstance(it, list) and not _is_wrapper(it):
            made[index].extend(_at(made, at) for at in it)
    return made[0]


def _is_wrapper(it: Any) -> bool:
    return isinstance(it, list) and len(it) > 1 and isinstance(it[0], str) and it[0] in _WRAPPERS


def _unwrapped(value: list[Any], made: list[Any], index: int) -> Any:
    """What several wrappers around each other hold."""
    for _ in range(5):
        it = value[index]
        if not _is_wrapper(it):
            break
        if not isinstance(it[1], int) or not 0 <= it[1] < len(value):
            return it[1]
        index = it[1]
    return made[index]


def _at(made: list[Any], at: Any) -> Any:
    inside = isinstance(at, int) and not isinstance(at, bool) and 0 <= at < len(made)
    return made[at] if inside else None


def _referenced(value: Any) -> Any:
    """Apollo's cache, whose objects name others by key (`{"__ref": "Place:5"}`), with these in their place."""
    if not isinstance(value, dict):
        return value
    cache = next((it for it in (value, *value.values()) if isinstance(it, dict) and "ROOT_QUERY" in it), None)
    if cache is None:
        return value
    for item in cache.values():
        if isinstance(item, dict):
            item.update({key: _pointed(cache, it) for key, it in item.items() if isinstance(it, dict | list)})
    return value


def _pointed(cache: dict[str, Any], it: Any) -> Any:
    if isinstance(it, list):
        return [_pointed(cache, one) if isinstance(one, dict) else one for one in it]
    key = it.get("__ref") if isinstance(it, dict) else None
    return cache.get(key, it) if isinstance(key, str) else it
