"""Bytes of a response to text: byte order mark, what the bytes themselves say, then what the page is declared to be.

Headers and <meta> are wrong more often than bytes are: bytes that are UTF-8 are read so whatever is declared, and
bytes that are not are never read as UTF-8, although they are declared to be.
"""

import codecs
import re
from collections.abc import Mapping

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER_CHARSET = re.compile(r"charset=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s{0,20}<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<html[^>]{0,300}?\slang=[\"']?([a-z]{2})", re.IGNORECASE)
#: Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
#: What the web is written in (WHATWG Encoding); Python knows others, some of which are no charsets, or take long.
_ON_THE_WEB = frozenset(
    {
        *(f"iso8859-{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)),
        *(f"cp{page}" for page in (866, 874, 932, 949, 950, *range(1250, 1259))),
        *("ascii", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gb2312", "gbk", "gb18030", "big5", "big5hkscs"),
        *("euc_jp", "iso2022_jp", "shift_jis", "euc_kr"),
        *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "utf-32"),
    }
)
_UNICODE = frozenset({"utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "utf-32"})
#: What pages in a language are, that are not UTF-8 and do not say so.
_USUAL = {
    **dict.fromkeys(("cs", "sk", "pl", "hu", "sl", "hr", "ro"), "cp1250"),
    **dict.fromkeys(("ru", "uk", "bg", "sr"), "cp1251"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    "el": "cp1253",
    "tr": "cp1254",
}
#: The relatives of ISO 8859 that have letters for bytes which are controls there.
_WINDOWS = {"iso8859-2": "cp1250"}
_STANDARD = {windows: iso for iso, windows in _WINDOWS.items()}
_UNUSED = re.compile(rb"[\x80-\x9f]")
_HEAD_BYTES = 4096
_SEVERAL = 4
_HIGH = bytes(range(0x80, 0x100))
#: How characters of Windows-1252 and its controls are written in bytes.
_BYTES = {
    **{chr(it): it for it in range(0x80, 0x100)},
    **{bytes([it]).decode("cp1252", "ignore"): it for it in range(0x80, 0xA0)},
}
#: UTF-8 that was read as Windows-1252 and written as UTF-8 again ("Ã¼", "â€“"), and what it may begin with.
_TWICE = re.compile(f"[{re.escape(''.join(it for it in _BYTES if it))}]{{2,}}")
_TWICE_STARTS = ("Ã", "â€")
#: One character in so many lost is damage; less is a slip.
_DAMAGED_SHARE = 100
_FEWEST_LOST = 8


def decode(body: bytes, headers: Mapping[str, str]) -> str:
    """The text of a response. Bytes that no charset fits become U+FFFD; never raises."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace")
    if wide := _wide(body):
        return body.decode(wide, "replace")
    try:
        return _untwisted(body.decode("utf-8"))
    except UnicodeDecodeError:
        return body.decode(_charset(body, headers), "replace")


def is_damaged(text: str) -> bool:
    """Whether many characters of a posting's text were lost on its way: nothing can be compared with it."""
    lost = text.count("\ufffd")
    return lost >= _FEWEST_LOST and lost * _DAMAGED_SHARE >= len(text)


def is_binary(body: bytes) -> bool:
    """Whether the bytes are no text: a control character that no text has within the first kilobytes."""
    head = body[:_HEAD_BYTES]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(head):
        return False
    return b"\x00" in head or head.startswith((b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04"))


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark, known by the markup that it begins with."""
    head = body[:_HEAD_BYTES]
    if head[:2] == b"<\x00" and head[1:64:2].count(0) == len(head[1:64:2]):
        return "utf-16-le"
    return "utf-16-be" if head[:2] == b"\x00<" and head[:64:2].count(0) == len(head[:64:2]) else None


def _charset(body: bytes, headers: Mapping[str, str]) -> str:
    """What bytes are that are no UTF-8 throughout."""
    if _is_mostly_utf8(body):
        return "utf-8"
    name = next((it for it in _declared(body, headers) if it not in _UNICODE), None)
    if _UNUSED.search(body):
        return _WINDOWS.get(name, name) if name else _usual(body)
    return name or _STANDARD.get(_usual(body), _usual(body))


def _is_mostly_utf8(body: bytes) -> bool:
    """Whether most of what is no ASCII is UTF-8: a page that one part of another make was put into."""
    lost = len(body) - len(body.decode("utf-8", "ignore").encode())
    return lost * _SEVERAL < len(body) - len(body.translate(None, _HIGH))


def _usual(body: bytes) -> str:
    language = _LANGUAGE.search(body[:_HEAD_BYTES])
    return _USUAL.get(language[1].decode("ascii").lower(), "cp1252") if language else "cp1252"


def _untwisted(text: str) -> str:
    """The text, or what it was before parts of it were taken for Windows-1252 on its way."""
    if text.isascii() or sum(text.count(it) for it in _TWICE_STARTS) < _SEVERAL:
        return text
    return _TWICE.sub(lambda found: _once(found[0]), text)


def _once(twice: str) -> str:
    try:
        return bytes(map(_BYTES.__getitem__, twice)).decode("utf-8")
    except UnicodeDecodeError:
        return twice


def _declared(body: bytes, headers: Mapping[str, str]) -> list[str]:
    """The charsets that the header and the page name, of those that are known."""
    header = _HEADER_CHARSET.search(headers.get("content-type", ""))
    head = body[:_HEAD_BYTES]
    meta = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    named = ([header[1]] if header else []) + ([meta[1].decode("ascii", "replace")] if meta else [])
    return [known for it in named if (known := _known(it))]


def _known(charset: str) -> str | None:
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name) if name in _ON_THE_WEB else None
