"""The one way from a response to a reading: what kind of answer it is, and the reader for that kind.

Pure: no clock, network or file. A change of what the readers make of an unchanged page raises `READER_VERSION`.
"""

import json
import re
from dataclasses import replace
from http import HTTPStatus

from spiders import reader_version, verdict
from spiders.claims import Claims
from spiders.pages import applying, joined, listing
from spiders.pages.bounds import too_many_lines, too_much
from spiders.pages.composing import compose
from spiders.pages.markup import read_html
from spiders.pages.plain import parse_text
from spiders.pages.standing import settle_text
from spiders.pages.systems import read_answer, read_xml
from spiders.posting import Page, Reading, SectionKind, Status, Verdict
from spiders.reading.decoding import decode, is_binary, is_damaged
from spiders.reading.document import Document
from spiders.reading.lenient_json import whole_characters
from spiders.reading.scope import Scope, find_scope
from spiders.reading.title import find_title
from spiders.reading.urls import split

READER_VERSION = reader_version.READER_VERSION

_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|h[1-6]|ul|table|span|a|script|section|main|article|title|meta)\b",
    re.IGNORECASE,
)
#: XML that is no HTML.
_XML = re.compile(r"<\?xml\b|<!doctype (?!html)", re.IGNORECASE)
_JSON_START = frozenset("{[")
_FIRST_CHARS = 5_000


def read(page: Page) -> Reading:
    """What a response says. Never raises, on any bytes: a reader that fails is a reading with verdict `error`."""
    try:
        return _read(replace(page, url="") if split(page.url) is None else page)
    except Exception as error:  # noqa: BLE001 - pages are hostile; the crawler must live, and the reason is kept
        return Reading(
            verdict=Verdict.ERROR, reasons=(f"the reader failed on it: {type(error).__name__}: {error}"[:300],)
        )


def text_of(page: Page) -> str:
    """The text that the offsets of a reading's evidence ("chars:START-END") count into; empty where there are none.

    It is the posting's part of the page (`spiders.reading.scope`), one block a line, so that the page can be shown
    with the evidence marked. Of an API's answer it is the text of the description.
    """
    posting = read(page).posting
    return posting.text if posting else ""


def _read(page: Page) -> Reading:
    if is_binary(page.body):
        return Reading(verdict=Verdict.ERROR, reasons=("the body is not text",))
    text = decode(page.body, page.headers)
    if refused := verdict.of_status(page.status, text, page.headers):
        return _taken_down(text, page) or Reading(verdict=refused[0], reasons=refused[1])
    stripped = text.lstrip("\ufeff \t\r\n")
    if why := too_much(stripped):
        return Reading(verdict=Verdict.ERROR, reasons=(why,))
    if joined.is_joined(stripped) and (pages := joined.split(stripped, page)):
        return joined.merged([_read_text(decode(it.body, it.headers), it) for it in pages[0]], pages[1])
    return _refused_if_damaged(_read_text(stripped, page))


def _refused_if_damaged(reading: Reading) -> Reading:
    """The reading, or an error in place of a posting that has lost too many characters to be compared."""
    if reading.posting is None or not is_damaged(reading.posting.text):
        return reading
    lost = reading.posting.text.count("\ufffd")
    return Reading(verdict=Verdict.ERROR, reasons=(f"the text is damaged: {lost} of its characters were lost",))


def _read_text(text: str, page: Page) -> Reading:
    """The reading of one page's text."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if not stripped:
        return Reading(verdict=Verdict.SHELL, reasons=("the body is empty",))
    if answer := _read_answer(stripped, page):
        return answer
    if _XML.match(stripped) and "<html" not in stripped[:_FIRST_CHARS].lower():
        return Reading(verdict=Verdict.ERROR, reasons=("XML of no applicant system that we know",))
    return read_html(text, page) if _is_html(stripped, page) else _read_plain(text, page)


def _taken_down(text: str, page: Page) -> Reading | None:
    """An applicant system's word, behind a refusal (HTTP 4xx), that there is no such posting; None for any other."""
    if page.status >= HTTPStatus.INTERNAL_SERVER_ERROR or text[:1] not in _JSON_START:
        return None
    reading = _read_as_json(text, page)
    return reading if reading and reading.verdict is Verdict.GONE else None


def _read_answer(text: str, page: Page) -> Reading | None:
    """The reading of an applicant system's JSON or XML; None for any other text."""
    if text[0] in _JSON_START and (reading := _read_as_json(text, page)):
        return reading
    return read_xml(text, page)


def _is_html(text: str, page: Page) -> bool:
    declared = page.headers.get("content-type", "")
    return "html" in declared or (_HTML.search(text[:_FIRST_CHARS]) is not None and "text/plain" not in declared)


def _read_as_json(text: str, page: Page) -> Reading | None:
    """The reading of a JSON answer; None for a text that only begins like one."""
    try:
        answer = json.loads(whole_characters(text))
    except (ValueError, RecursionError):
        if "json" in page.headers.get("content-type", ""):
            return Reading(verdict=Verdict.ERROR, reasons=("the JSON is cut in the middle or broken",))
        return None
    return read_answer(answer, page) or Reading(
        verdict=Verdict.ERROR, reasons=("JSON of no applicant system that we know",)
    )


def _read_plain(text: str, page: Page) -> Reading:
    if why := too_many_lines(text):
        return Reading(verdict=Verdict.ERROR, reasons=(why,))
    doc = parse_text(text)
    if not doc.blocks:
        return Reading(verdict=Verdict.SHELL, reasons=("the body is empty",))
    title = find_title(doc)
    scope = find_scope(doc, title)
    roles = listing.announced_roles(scope.blocks)
    if roles and (listing.announces_roles(doc.blocks[0].text) or not _reads_as_posting(doc, scope)):
        return Reading(verdict=Verdict.HUB, reasons=(f"it lists {len(roles)} roles",), roles=roles)
    posting = compose(doc, scope, Claims(), page)
    posting = settle_text(scope, posting, page.fetched_at)
    kinds = {it.kind for it in posting.sections if it.heading}
    if (
        kinds & {SectionKind.RESPONSIBILITIES, SectionKind.REQUIREMENTS}
        or posting.title
        or posting.status is Status.CLOSED
    ):
        return Reading(verdict=Verdict.POSTING, reasons=("a text with a posting's sections",), posting=posting)
    return Reading(verdict=Verdict.ERROR, reasons=("nothing in the text reads as a posting",))


def _reads_as_posting(doc: Document, scope: Scope) -> bool:
    return applying.asks(doc, scope)
