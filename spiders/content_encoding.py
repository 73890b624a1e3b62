"""Content-Encoding undone, in bounded memory: gzip, deflate, br, zstd. Pure.

Unlike Scrapy's own, a stream that stops before its end is an error: half a page read as a whole one would look like
a change.
"""

import zlib
from collections.abc import Callable, Iterator

import brotli  # type: ignore[import-untyped] # it has none
import zstandard

#: What requests offer.
ACCEPTED = "gzip, deflate, br, zstd"

_CHUNK = 64 * 1024
#: Its decoder has no limit for one step's output, so steps are small: a block of 4 bytes can stand for 128 KiB.
_ZSTD_STEP = 64
#: Nobody encodes more often; a chain of thousands would only burn time.
_MAX_LAYERS = 2
#: Members of a gzip stream, frames of a zstd one: servers send one; each costs a copy of what follows it.
_MAX_PARTS = 100


class DecodingError(ValueError):
    """The body is not what its Content-Encoding says."""


class TooLargeError(DecodingError):
    """The decoded body passes the limit."""


class CutShortError(DecodingError):
    """The compressed stream stops before its end."""


def decoded(body: bytes, encodings: list[str], *, limit: int) -> bytes:
    """`body` without its `encodings` (in the header's order), at most `limit` bytes.

    Raises:
        TooLargeError: the first byte past `limit` was seen; no more than that was ever held.
        CutShortError: the stream stopped before its end.
        DecodingError: unknown or too many encodings, or not such a stream at all.
    """
    layers = [name for name in encodings if name not in {"", "identity"}]
    if len(layers) > _MAX_LAYERS:
        raise DecodingError("encoded too many times")
    for name in reversed(layers):
        decoder = _DECODERS.get(name)
        if decoder is None:
            raise DecodingError(f"in an encoding that was not asked for: {name[:40]}")
        body = _bounded(decoder, body, limit) if body else body
    return body


def _bounded(decoder: Callable[[bytes], Iterator[bytes]], body: bytes, limit: int) -> bytes:
    whole = bytearray()
    try:
        for piece in decoder(body):
            whole += piece
            if len(whole) > limit:
                raise TooLargeError("too large")
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise DecodingError("not what its Content-Encoding says") from error
    return bytes(whole)


def _gunzipped(body: bytes) -> Iterator[bytes]:
    """One or more gzip members (RFC 1952); what follows the last one is ignored, as browsers do."""
    for _ in range(_MAX_PARTS):
        if body[:2] != b"\x1f\x8b":
            break
        inflater = zlib.decompressobj(wbits=31)
        yield from _inflated_by(inflater, body)
        body = inflater.unused_data
        if not body:
            return
    if body.strip(b"\0"):
        raise zlib.error("not gzip, or in too many parts")


def _inflated(body: bytes) -> Iterator[bytes]:
    """Zlib's format, or the bare stream that some servers send for deflate."""
    try:
        zlib.decompressobj().decompress(body[:64])
    except zlib.error:
        yield from _inflated_by(zlib.decompressobj(wbits=-15), body)
    else:
        yield from _inflated_by(zlib.decompressobj(), body)


def _inflated_by(inflater: "zlib._Decompress", body: bytes) -> Iterator[bytes]:
    rest = body
    while not inflater.eof:
        piece = inflater.decompress(rest, _CHUNK)
        rest = inflater.unconsumed_tail
        if not piece and not rest and not inflater.eof:
            raise CutShortError("cut short")
        yield piece


def _unbrotlied(body: bytes) -> Iterator[bytes]:
    decompressor = brotli.Decompressor()
    rest = body
    while not decompressor.is_finished():
        piece = decompressor.process(rest, output_buffer_limit=_CHUNK)
        rest = b""
        if not piece and not decompressor.is_finished():
            raise CutShortError("cut short")
        yield piece


def _unzstded(body: bytes) -> Iterator[bytes]:
    """One or more frames; RFC 9659 allows windows of up to 8 MiB in Content-Encoding, so more is refused."""
    for _ in range(_MAX_PARTS):
        if not body:
            return
        frame = zstandard.ZstdDecompressor(max_window_size=8 * 1024 * 1024).decompressobj()
        for at in range(0, len(body), _ZSTD_STEP):
            yield frame.decompress(body[at : at + _ZSTD_STEP])
            if frame.eof:
                body = frame.unused_data + body[at + _ZSTD_STEP :]
                break
        else:
            raise CutShortError("cut short")
    if body:
        raise DecodingError("in too many parts")


_DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _inflated,
    "br": _unbrotlied,
    "zstd": _unzstded,
}
