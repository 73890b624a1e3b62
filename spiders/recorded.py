"""A recorded page with what is to be read in it: a folder of three files, in the image of web-poet's fixtures.

`page.html`, `.json`, `.xml` or `.txt` is the body, byte by byte; `request.json` says where it came from and when, so
that relative dates are read for ever as on that day; `expected.json` has the fields of a reading, in the words of
`read --json`. A field that is left out of `expected.json` is not compared, nor is a part of a pay or deadline that is
left out.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spiders.posting import Page, Reading
from spiders.record import instant_from_json, instant_to_json, reading_to_json

PAGE, REQUEST, EXPECTED = "page", "request.json", "expected.json"
#: Not expected of a reading: how it was come by, and amounts that follow from others.
_BY_THE_WAY = frozenset({"evidence", "conflicts"})
_FOLLOWING = frozenset({"annual_min", "annual_max"})
_HTML = re.compile(rb"<(?:!doctype html|html|head|body|div|p|h1)\b", re.IGNORECASE)
_MARK = b"\xef\xbb\xbf"


class BadRecording(Exception):
    """A recorded folder that cannot be used: which file, what is wrong with it, what to do."""


def said(reading: Reading) -> dict[str, Any]:
    """What a reading says, field by field: `verdict`, the posting's fields, `roles`, and whether those are all."""
    record = reading_to_json(reading)
    fields = {name: it for name, it in (record["posting"] or {}).items() if name not in _BY_THE_WAY}
    if fields.get("pay"):
        fields["pay"] = {name: it for name, it in fields["pay"].items() if name not in _FOLLOWING}
    return {"verdict": record["verdict"], **fields, "roles": record["roles"], "whole": record["whole"]}


def agrees(expected: Any, read: Any) -> bool:
    """Whether what was read is what was expected; of an object (a pay, a deadline) the parts that are expected."""
    if isinstance(expected, dict) and isinstance(read, dict):
        return all(name in read and read[name] == value for name, value in expected.items())
    return bool(expected == read)


def write(folder: Path, page: Page, reading: Reading) -> None:
    """Make the folder of a page; its `expected.json` is what was read, to be corrected.

    Raises:
        FileExistsError: the folder is there already.
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True)
    (folder / f"{PAGE}{suffix_of(page)}").write_bytes(page.body)
    request = {
        "url": page.url,
        "status": page.status,
        "headers": dict(page.headers),
        "fetched_at": instant_to_json(page.fetched_at),
    }
    _write_json(folder / REQUEST, request)
    _write_json(folder / EXPECTED, said(reading))


def page_in(folder: Path) -> Page:
    """The page that was recorded in a folder. Raises BadRecording."""
    found = sorted(folder.glob(f"{PAGE}.*"))
    if len(found) != 1:
        raise BadRecording(f"{folder} has {len(found)} files page.html, .json, .xml or .txt; it needs one")
    request = _json_in(folder / REQUEST)
    try:
        return Page(
            url=request["url"],
            body=found[0].read_bytes(),
            headers=request["headers"],
            status=request["status"],
            fetched_at=instant_from_json(request["fetched_at"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadRecording(f"{folder / REQUEST} needs url, status, headers and fetched_at: {error}") from error


def expected_in(folder: Path) -> Mapping[str, Any]:
    """What is to be read in a folder's page, by field. Raises BadRecording."""
    return _json_in(folder / EXPECTED)


def suffix_of(page: Page) -> str:
    """What kind of file a page is, by what the server said of it or by its first characters: ".html" or another."""
    declared = page.headers.get("content-type", "").partition(";")[0].strip().lower()
    start = page.body[:1000].removeprefix(_MARK).lstrip()
    if "html" in declared or _HTML.match(start):
        return ".html"
    if "json" in declared or start[:1] in {b"{", b"["}:
        return ".json"
    if "xml" in declared or start.startswith(b"<?xml"):
        return ".xml"
    return ".html" if start.startswith(b"<") else ".txt"


def _json_in(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadRecording(f"{path} cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise BadRecording(f"{path} has to be a JSON object")
    return found


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
