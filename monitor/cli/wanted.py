"""Files of URLs to watch: one a line, CSV, JSON or OPML, told apart by what they begin with and their name.

They come from elsewhere, as exports and blogrolls do: how much of one is looked at is bounded before it is parsed.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree

from monitor.cli.errors import Refused

#: Pages of one file.
MOST_PAGES = 20_000
#: A file beyond this holds more than that. A character takes up to four bytes once it is read.
_MAX_BYTES = 16 * 1024 * 1024
#: Brackets and commas of JSON, tags and attributes of OPML: each takes up to 200 bytes once it is parsed.
_MOST_PIECES = 400_000
_MOST_LINES = 500_000
#: Characters; a URL has 2,048 at most.
_LONGEST_LINE = 256 * 1024
#: Each with its end; those of Unix, Windows and old Macs.
_LINE = re.compile(r"[^\r\n]++(?:\r\n?|\n)?|\r\n?|\n")
#: Of an outline; real ones have some five.
_MOST_ATTRIBUTES = 500
_URL_COLUMNS = ("url", "link", "href", "address")
_COLUMNS = frozenset({*_URL_COLUMNS, "type", "kind", "tags", "interval_seconds", "every", "interval"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A page that the user asks to watch."""

    url: str
    #: Where it was asked for, for messages: "jobs.csv:3: ".
    origin: str
    tags: tuple[str, ...] = ()
    #: A duration, as written.
    every: str | None = None
    kind: str | None = None


def wanted_in(path: Path) -> list[Wanted]:
    """The pages that a file names; "-" is standard input.

    Raises:
        Refused: it cannot be read, is broken, too large, or names none.
    """
    text = _text(path)
    found = list(islice(_parsed(text, path), MOST_PAGES + 1))
    if not found:
        raise Refused(f"{path} names no URL; allowed: one URL a line, CSV with a column url, JSON, OPML")
    if len(found) > MOST_PAGES:
        raise Refused(f"{path} names more than {MOST_PAGES:,} pages: add them by several files")
    return found


def _text(path: Path) -> str:
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(_MAX_BYTES + 1)
        else:
            with path.open("rb") as file:
                data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}") from error
    if len(data) > _MAX_BYTES:
        raise Refused(f"{path} is larger than {_MAX_BYTES >> 20} MiB: add its pages by several files")
    if b"\0" in data:
        raise Refused(f"{path} is no list of URLs: it is not text")
    return data.decode("utf-8-sig", errors="replace")


def _parsed(text: str, path: Path) -> Iterator[Wanted]:
    begin = text.lstrip()[:1]
    if path.suffix.lower() == ".json" or begin in {"[", "{"}:
        return _from_json(text, path)
    if path.suffix.lower() in {".opml", ".xml"} or begin == "<":
        return _from_opml(text, path)
    header = next((line for line in _lines(text, path) if line.strip()), "")
    if path.suffix.lower() == ".csv" or _url_column(_cells(header)):
        return _from_csv(text, path)
    return _from_lines(text, path)


def _lines(text: str, path: Path) -> Iterator[str]:
    """Each line with its end."""
    for number, line in enumerate(_LINE.finditer(text), start=1):
        if number > _MOST_LINES:
            raise Refused(f"{path} has more than {_MOST_LINES:,} lines: add its pages by several files")
        if line.end() - line.start() > _LONGEST_LINE:
            raise Refused(f"{path}:{number}: a line has more than {_LONGEST_LINE:,} characters, which no URL has")
        yield line[0]


def _check_pieces(found: int, what: str, path: Path) -> None:
    if found > _MOST_PIECES:
        raise Refused(f"{path} has {found:,} {what}, more than {_MOST_PIECES:,}: add its pages by several files")


def _from_lines(text: str, path: Path) -> Iterator[Wanted]:
    for number, line in enumerate(_lines(text, path), start=1):
        url = line.strip()
        if url and not url.startswith("#"):
            yield Wanted(url=url, origin=f"{path}:{number}: ")


def _from_csv(text: str, path: Path) -> Iterator[Wanted]:
    lines = csv.reader(_lines(text, path), dialect=_dialect(text))
    try:
        header = [name.strip().lower() for name in next(lines, [])]
        column = _url_column(header)
        if column is None:
            raise Refused(f"{path}:1: found columns {', '.join(header) or 'none'}; allowed: one of them is called url")
        columns = {name: at for at, name in enumerate(header) if name in _COLUMNS}
        for row in lines:
            values = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
            if values.get(column):
                yield _wanted(values | {"url": values[column]}, f"{path}:{lines.line_num}: ")
    except csv.Error as error:
        raise Refused(f"{path}:{lines.line_num}: broken CSV: {error}") from error


def _from_json(text: str, path: Path) -> Iterator[Wanted]:
    _check_pieces(sum(map(text.count, "[{,")), "values", path)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{path}: broken JSON: {error}") from error
    items = document.get("watches", [document]) if isinstance(document, dict) else document
    for number, item in enumerate(items if isinstance(items, list) else [items], start=1):
        origin = f"{path}: item {number}: "
        if isinstance(item, str):
            yield Wanted(url=item, origin=origin)
        elif isinstance(item, dict) and isinstance(item.get("url"), str):
            yield _wanted(item, origin)
        else:
            raise Refused(f'{origin}found no URL; allowed: a string or an object with "url"')


def _from_opml(text: str, path: Path) -> Iterator[Wanted]:
    _check_pieces(sum(map(text.count, "<=")), "tags and attributes", path)
    if "<!DOCTYPE" in text:
        raise Refused(f"{path}: found a document type; allowed: OPML without one")
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise Refused(f"{path}:{error.lineno or 1}: broken OPML: {error.msg}") from error
    for outline in root.iter("outline"):
        if len(outline.attrib) > _MOST_ATTRIBUTES:  # lxml looks for each of them among all
            raise Refused(f"{path}:{outline.sourceline}: found an outline of {len(outline.attrib)} attributes")
        attributes = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
        url = attributes.get("htmlurl") or attributes.get("url") or attributes.get("xmlurl")
        if url:
            values = {"url": url, "tags": attributes.get("category", "")}
            yield _wanted(values, f"{path}:{outline.sourceline}: ")


def _wanted(values: Mapping[str, Any], origin: str) -> Wanted:
    kind = str(values.get("type") or values.get("kind") or "").lower()
    if kind not in {"", "posting", "board"}:
        raise Refused(f'{origin}type: found "{kind}"; allowed: posting, board')
    return Wanted(
        url=str(values["url"]), origin=origin, tags=_tags(values.get("tags")), every=_every(values), kind=kind or None
    )


def _every(values: Mapping[str, Any]) -> str | None:
    if seconds := values.get("interval_seconds"):
        return f"{seconds}s"
    every = values.get("every") or values.get("interval")
    return str(every) if every else None


def _tags(value: Any) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(value or "").replace(";", ",").split(",")
    return tuple(tag for part in parts if (tag := str(part).strip().strip("/")))


def _dialect(text: str) -> Any:
    try:
        return csv.Sniffer().sniff(text[:4096], delimiters=",;\t")
    except csv.Error:
        return csv.excel


def _cells(line: str) -> list[str]:
    return [cell.strip().strip('"').lower() for cell in line.replace(";", ",").replace("\t", ",").split(",")]


def _url_column(header: Sequence[str]) -> str | None:
    return next((name for name in _URL_COLUMNS if name in header), None)
