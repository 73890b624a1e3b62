"""Elements of a page by class, and what they say: for readers of systems whose pages are all there is."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from spiders.reading.document import fold

_LONGEST = 2_000


@lru_cache(maxsize=64)
def _of_class(name: str) -> etree.XPath:
    return etree.XPath(f"descendant-or-self::*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")


_LINKS = etree.XPath("descendant-or-self::a[@href]")


def of_class(root: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The elements of these classes, those of the first class first."""
    if root is not None:
        for name in names:
            yield from _of_class(name)(root)


def first(root: etree._Element | None, *names: str) -> etree._Element | None:
    """The first element of one of these classes."""
    return next(of_class(root, *names), None)


def links(root: etree._Element | None) -> Iterator[tuple[etree._Element, str]]:
    """The links in an element (or that it is), with their addresses as written."""
    for element in _LINKS(root) if root is not None else ():
        yield element, element.get("href", "").strip()


def words(element: etree._Element | None) -> str:
    """All words of an element on one line."""
    return "" if element is None else fold(" ".join(element.itertext()))[:_LONGEST]


def where(element: etree._Element) -> str:
    """The place of an element, as evidence: its path in the page."""
    return str(element.getroottree().getpath(element))
