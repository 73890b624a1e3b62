"""The short lines around a title, each taken for what it can be: organization, place, workplace, employment."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spiders.posting import Status
from spiders.reading.document import BOLD_LEVEL
from spiders.reading.employment import is_only_employment
from spiders.reading.headings import kind_of, not_of_the_posting
from spiders.reading.labels import field_of
from spiders.reading.noise import is_noise_line
from spiders.reading.organization_words import is_statement
from spiders.reading.place import looks_like_place
from spiders.reading.scope import Scope
from spiders.reading.status import find_status
from spiders.reading.title import is_generic
from spiders.reading.workplace import is_only_workplace

_SEPARATOR = re.compile(r"\s{0,3}(?:[|•·]|\s[–—-]\s|\s/\s)\s{0,3}")
_LISTS = re.compile(r"[|•·]|\s/\s")
#: Words of a workplace that say where applicants may be, too.
_WHERE = re.compile(r"\banywhere\b|\bworldwide\b|\blocation\b", re.IGNORECASE)
_EDGE = " |•·,–—/-"
_MONEY_OR_DATE = re.compile(r"[€$£¥]|\d\d[.,:/]\d|\b20\d\d\b|\b(?:USD|EUR|CZK|Kč|GBP|DKK|SEK|NOK|PLN)\b")
_LONGEST_LINE = 160
_LONGEST_NAME = 80
_MOST_WORDS = 9
_AFTER = 14
_BEFORE = 6
#: "Department for Clean Rivers": names that have a small word where sentences have one.
_OFFICE = re.compile(
    r"^(?:Department|Ministry|Cent(?:re|er)|Institute|Agency|Office|Council|Society|Foundation|School|Academy)"
    r" for [A-Z]"
)
_SENTENCE = re.compile(r"[.!?:;]$|\b(?:you|your|we|our|is|are|will|this|for|with|that)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One piece of a line near the title."""

    #: "organization", "location", "workplace" or "employment_type".
    field: str
    text: str
    #: The block's place in the scope.
    index: int
    #: How many lines away from the title, noise not counted: 1 is right beside it.
    distance: int
    #: It begins its line: an organization's name does, a department's seldom.
    first: bool


def find_head(scope: Scope) -> Iterator[HeadLine]:
    """What the lines after (first) and before the title are; an organization only as a guess."""
    if scope.title is None:
        return
    after = range(scope.title + 1, min(len(scope.blocks), scope.title + 1 + _AFTER))
    before = range(scope.title - 1, max(-1, scope.title - 1 - _BEFORE), -1)
    title = scope.blocks[scope.title].text
    for indexes in (after, before):
        for distance, index in enumerate(_until_prose(scope, indexes), start=1):
            for number, piece in enumerate(_pieces(scope, index)):
                name = _field(piece)
                if name and piece != title:
                    yield HeadLine(name, piece, index, distance, first=not number)


def _until_prose(scope: Scope, indexes: range) -> Iterator[int]:
    for index in indexes:
        block = scope.blocks[index]
        if len(block.text) > _LONGEST_LINE or (kind_of(block.text) and index >= scope.body_start):
            return
        if block.item and len(block.text) > _LONGEST_NAME:
            return
        if not_of_the_posting(block.text):
            if not block.linked:
                return
            continue
        if not is_noise_line(block.text) and not _is_notice(block.text):
            yield index


def _is_notice(text: str) -> bool:
    """Whether a line says that the posting is closed: what stands behind it is as near to the title as before."""
    found = find_status(text, head_length=len(text))
    return found is not None and found.value is Status.CLOSED


def _pieces(scope: Scope, index: int) -> Iterator[str]:
    block = scope.blocks[index]
    if _is_labelled(scope, index) or (block.pieces and field_of(block.pieces[0])):
        return
    for piece in block.pieces or (block.text,):
        whole = looks_like_place(piece) and not _LISTS.search(piece) and not _has_facts(piece)
        parts = [piece] if whole else _SEPARATOR.split(piece)
        if not whole and "," in piece:
            parts = [it for part in parts for it in _facts_of(part)]
        for part in parts:
            trimmed = part.strip(_EDGE)
            if trimmed:
                yield trimmed


def _has_facts(piece: str) -> bool:
    """Whether a line that names a place has other facts beside it ("Graz - Teilzeit")."""
    parts = _SEPARATOR.split(piece)
    return len(parts) > 1 and any(is_only_employment(it) or is_only_workplace(it) for it in parts)


def _facts_of(part: str) -> list[str]:
    """A part that lists facts only ("Vollzeit, teilweise Home-Office"), cut at its commas."""
    facts = part.split(", ")
    return facts if all(is_only_employment(it) or is_only_workplace(it) for it in facts) else [part]


def _is_labelled(scope: Scope, index: int) -> bool:
    """Whether a line is the value of a label: of one that is known, or of any line in bold over a plain one."""
    if not index or index - 1 == scope.title:
        return False
    before, block = scope.blocks[index - 1], scope.blocks[index]
    return field_of(before.text) is not None or (
        before.level == BOLD_LEVEL and not block.level and not _has_facts(block.text)
    )


def _field(text: str) -> str | None:
    if is_noise_line(text) or (field_of(text) and not is_only_workplace(text)):
        return None
    if is_only_employment(text):
        return "employment_type"
    if is_only_workplace(text) and not _WHERE.search(text):
        return "workplace"
    if looks_like_place(text):
        return "location"
    return "organization" if _may_be_name(text) else None


def _may_be_name(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_WORDS
        and (text[0].isupper() or text[0].isdigit() or not text[0].isascii())
        and (not _SENTENCE.search(text.removesuffix(".")) or _OFFICE.match(text) is not None)
        and not _MONEY_OR_DATE.search(text)
        and kind_of(text) is None
        and not is_generic(text)
        and not is_statement(text)
        and ":" not in text
    )
