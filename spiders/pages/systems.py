"""Which reader reads what: an answer by its host or by its look, a page by its look."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from spiders.pages import any_answer, xml_answers
from spiders.pages.embedded import State
from spiders.pages.site import PageReader
from spiders.pages.sites import SITES
from spiders.posting import Page, Reading, Verdict


def read_answer(answer: Any, page: Page) -> Reading | None:
    """What the system that made an answer says in it, or, of an unknown one, its shape; None where that is none.

    Args:
        answer: A JSON value, or an XML tree in the same shape.
        page: Where it came from.
    """
    host = _host(page)
    for site in sorted(SITES, key=lambda it: not it.lives_at(host)):
        reader = site.reader
        known = reader and (site.lives_at(host) or reader.is_answer(answer))
        if reader and known and (reading := reader.read(answer, page)):
            return reading
    return any_answer.read(answer, page)


def page_reader(root: etree._Element | None, html: str, states: Iterable[State]) -> PageReader | None:
    """Who helps to read a page: known by the classes of its elements, or by the state that it embeds.

    Args:
        root: The page's tree.
        html: Its text; a class is looked for in the tree only where the text has its name.
        states: What `embedded.states` found in it.
    """
    if root is None:
        return None
    names = {name for name, _ in states}
    found = next((site for site in SITES if site.state in names), None) or next(
        (it for it in SITES if any(begins in html and _has_class(root, begins) for begins in it.classes)), None
    )
    return found.page_reader if found else None


def _has_class(root: etree._Element, begins: str) -> bool:
    return bool(root.xpath("boolean(//*[contains(concat(' ', @class), $begins)])", begins=f" {begins}"))


def read_xml(text: str, page: Page) -> Reading | None:
    """As `read_answer`, of an XML text without white space before it; None also for one that is no answer."""
    if not xml_answers.is_xml(text):
        return None
    answer = xml_answers.parse(text)
    if answer is not None:
        return read_answer(answer, page)
    if any(site.lives_at(_host(page)) for site in SITES):
        return Reading(verdict=Verdict.ERROR, reasons=("the XML is cut in the middle or broken",))
    return None


def _host(page: Page) -> str:
    try:
        return (urlsplit(page.url).hostname or "").lower()
    except ValueError:
        return ""
