"""XML answers (feeds, Personio's board) in the shape of JSON, so that one kind of reader reads both.

An element becomes its text, or an object of its children by tag, several of one tag a list; attributes are "@name",
text beside children "#text". A tag keeps its namespace's prefix ("job:salary").
"""

import re
from typing import Any

from lxml import etree
from lxml.html import defs

from spiders.reading.wide_tags import MOST_ATTRIBUTES

#: What an XML answer begins with; XHTML begins so too.
_BEGINS = re.compile(r"<\?xml\b|<rss\b|<feed\b|<workzag-jobs\b", re.IGNORECASE)
_HTML = re.compile(r"<!doctype\s+html|<html\b", re.IGNORECASE)
_DECLARATION = re.compile(r"^<\?xml[^<>]{0,200}>", re.IGNORECASE)
_ELEMENT = re.compile(r"<([A-Za-z_][\w:.-]{0,100})")
_DOCTYPE = re.compile(r"<!doctype", re.IGNORECASE)
_FIRST_CHARS = 1_000
#: lxml without its "huge" option stops at 256 as well.
_DEEPEST = 256


def is_xml(stripped: str) -> bool:
    """Whether a text (without white space before it) is XML that is no page: it says so, or its root is no HTML."""
    if _HTML.search(stripped[:_FIRST_CHARS]):
        return False
    if _BEGINS.match(stripped):
        return True
    root = _ELEMENT.match(stripped)
    return root is not None and root[1].lower() not in defs.tags and _is_whole(stripped)


def parse(stripped: str) -> Any:
    """The answer `{root's tag: …}`; None for XML that is broken, or that declares a document type (and entities)."""
    if _DOCTYPE.search(stripped[:_FIRST_CHARS]):
        return None
    body = _DECLARATION.sub("", stripped).encode("utf-8", "replace")
    root = _root(body, recover=False)
    if root is None and _is_whole(stripped):
        root = _root(body, recover=True)
    return None if root is None else {_tag(root): _value(root, 0)}


def _root(body: bytes, *, recover: bool) -> etree._Element | None:
    """The root of an XML text; None where it is broken (beyond mending, with `recover`)."""
    try:
        return etree.fromstring(body, _parser(recover=recover))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",  # whatever it declares: the text is decoded already
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _is_whole(text: str) -> bool:
    """Whether a text ends with the end of its first element: what is broken in it may be mended, nothing is missing."""
    first = _ELEMENT.search(text[:_FIRST_CHARS])
    return first is not None and text.rstrip().endswith(f"</{first[1]}>")


def _value(element: etree._Element, depth: int) -> Any:
    if not len(element) and not element.attrib:
        return element.text or ""
    if depth > _DEEPEST:
        return None
    # lxml looks for each of them among all.
    attributes = element.attrib.items() if len(element.attrib) <= MOST_ATTRIBUTES else ()
    found: dict[str, Any] = {f"@{name}": value for name, value in attributes}
    if element.text and element.text.strip():
        found["#text"] = element.text
    for child in element:
        if isinstance(child.tag, str):
            _add(found, _tag(child), _value(child, depth + 1))
    return found


def _add(found: dict[str, Any], tag: str, value: Any) -> None:
    """A second value of one tag makes a list; values themselves are never lists."""
    if tag not in found:
        found[tag] = value
    elif isinstance(found[tag], list):
        found[tag].append(value)
    else:
        found[tag] = [found[tag], value]


def _tag(element: etree._Element) -> str:
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local
