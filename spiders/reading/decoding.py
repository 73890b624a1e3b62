"""Bytes of a response to text: byte order mark, then the header's charset, then the page's own, then UTF-8."""

import codecs
import re
from collections.abc import Mapping

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER_CHARSET = re.compile(r"charset=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s{0,20}<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{1,40})", re.IGNORECASE)
#: Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_HEAD_BYTES = 4096


def decode(body: bytes, headers: Mapping[str, str]) -> str:
    """The text of a response. Bytes that do not fit the charset become U+FFFD; never raises."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace")
    declared = _declared(body, headers)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(declared or "cp1252", "replace")


def is_binary(body: bytes) -> bool:
    """Whether the bytes are no text: a control character that no text has within the first kilobytes."""
    head = body[:_HEAD_BYTES]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    return b"\x00" in head or head.startswith((b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04"))


def _declared(body: bytes, headers: Mapping[str, str]) -> str | None:
    header = _HEADER_CHARSET.search(headers.get("content-type", ""))
    if header:
        return _known(header[1])
    head = body[:_HEAD_BYTES]
    meta = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    return _known(meta[1].decode("ascii", "replace")) if meta else None


def _known(charset: str) -> str | None:
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name)
