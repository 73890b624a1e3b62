"""A response's body as text that can be read: decoded, in bounded memory, and not a picture. Pure but for its types."""

from scrapy.http import Response

from spiders.content_encoding import CutShortError, DecodingError, TooLargeError, decoded
from spiders.endings import FetchEnded, cut_short, too_large
from spiders.observation import Result

#: Beginnings of content types that are text although they are not text/….
_TEXT = ("text/", "application/json", "application/xhtml", "application/xml", "application/ld+json")
_TEXT_SUFFIXES = ("+json", "+xml", "/javascript", "/x-javascript", "/ecmascript")
#: Said by servers that do not know; the bytes decide.
_UNKNOWN = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"})

_SNIFFED = 4096
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_BINARY_MARKS = (b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x7fELF")


def body_of(response: Response, *, limit: int) -> bytes:
    """The body without its Content-Encoding; raises `FetchEnded` (failed)."""
    encodings = [name.strip().lower() for name in header(response, "Content-Encoding").split(",")]
    try:
        return decoded(response.body, encodings, limit=limit)
    except TooLargeError:
        raise too_large(limit) from None
    except CutShortError:
        raise cut_short(response.url) from None
    except DecodingError as error:
        raise FetchEnded(Result.FAILED, f"the page cannot be decoded: {error}") from None


def text_of(response: Response, *, limit: int) -> bytes:
    """As `body_of`; raises `FetchEnded` (failed) where that is no text."""
    kind = header(response, "Content-Type").partition(";")[0].strip().lower()
    if kind not in _UNKNOWN and not kind.startswith(_TEXT) and not kind.endswith(_TEXT_SUFFIXES):
        raise FetchEnded(Result.FAILED, f"not text: the server says that it is {kind[:80]}")
    body = body_of(response, limit=limit)
    if _is_binary(body, header(response, "Content-Type")):
        raise FetchEnded(Result.FAILED, "not text: the page is binary data")
    return body


def header(response: Response, name: str) -> str:
    """A header's values, joined by commas as RFC 9110, 5.3 says; empty where there is none."""
    return ", ".join(value.decode("latin-1") for value in response.headers.getlist(name))


def _is_binary(body: bytes, content_type: str) -> bool:
    if body.startswith(_BINARY_MARKS):
        return True
    is_wide = body.startswith(_WIDE_MARKS) or "utf-16" in content_type.lower() or "utf-32" in content_type.lower()
    return not is_wide and b"\0" in body[:_SNIFFED]
