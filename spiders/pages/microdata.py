"""Microdata and RDFa: the JobPosting of a page as an object in JSON-LD's shape, both read in one walk.

Only what a JobPosting needs is read; extruct's reading of these syntaxes costs more than all else together.
"""

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from spiders.reading.document import fold

_SCOPES = etree.XPath("//*[contains(@itemtype, 'JobPosting') or contains(@typeof, 'JobPosting')]")
_REFERRED = etree.XPath("//*[@id=$id]")
_VALUE_ATTRIBUTES = ("content", "datetime", "resource", "href", "src")
#: Elements whose address or number is no value where their text is one.
_TEXTS = frozenset({"a", "img"})
_NUMBERS = frozenset({"data", "meter"})
_TYPE = re.compile(r"(?:^|\s)(?:https?://schema\.org/|schema:)?JobPosting/?(?=\s|$)")
_PREFIX = re.compile(r"^(?:https?://schema\.org/|schema:)")
_MOST_ELEMENTS = 20_000
_MOST_SCOPES = 50


def posting(root: etree._Element) -> dict[str, Any] | None:
    """The JobPosting, or None; of several (the page's own among similar ones, or a list) the only one with a text."""
    scopes = [it for it in _SCOPES(root) if _TYPE.search(it.get("itemtype") or it.get("typeof") or "")]
    found = [{"@type": "JobPosting", **_object(scope, _referred(scope))} for scope in scopes[:_MOST_SCOPES]]
    if len(scopes) > 1:
        found = [it for it in found if it.get("description")]
    return found[0] if len(found) == 1 else None


def _object(scope: etree._Element, referred: Sequence[etree._Element] = ()) -> dict[str, Any]:
    found: dict[str, Any] = {}
    pending = [*referred, *reversed(scope)]
    for _ in range(_MOST_ELEMENTS):
        if not pending:
            break
        element = pending.pop()
        if not isinstance(element.tag, str):
            continue
        name = element.get("itemprop") or element.get("property")
        nested = element.get("itemscope") is not None or element.get("typeof") is not None
        if name:
            value: Any = (_object(element) or _value(element)) if nested else _value(element)
            for one in name.split():
                _add(found, _PREFIX.sub("", one), value)
        if not nested:
            pending.extend(reversed(element))
    return found


def _referred(scope: etree._Element) -> list[etree._Element]:
    """The elements elsewhere on the page that a microdata scope counts as its own."""
    names = (scope.get("itemref") or "").split()[:10]
    return [it for name in names for it in _REFERRED(scope, id=name) if it is not scope]


def _add(found: dict[str, Any], name: str, value: Any) -> None:
    """Several places and kinds are a list; of anything else the first counts."""
    if name not in found:
        found[name] = value
    elif isinstance(found[name], list):
        found[name].append(value)
    elif name in {"jobLocation", "employmentType"}:
        found[name] = [found[name], value]


def _value(element: etree._Element) -> str:
    if element.tag in _NUMBERS and (number := element.get("value")) is not None:
        return number
    for attribute in _VALUE_ATTRIBUTES:
        value = element.get(attribute)
        if value is not None and not (attribute in {"href", "src"} and element.tag in _TEXTS):
            return value
    return fold(" ".join(element.itertext()))
