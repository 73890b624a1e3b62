"""Content-Encoding undone, whole or not at all, in bounded memory."""

import gzip
import tracemalloc
import zlib

import brotli
import pytest
import zstandard

from spiders.content_encoding import CutShortError, DecodingError, TooLargeError, decoded

MIB = 1024 * 1024
TEXT = b"".join(b"line %d of a page; " % number for number in range(20_000))


def _deflate_raw(data):
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(data) + deflater.flush()


def _zstd_stream(data):
    writer = zstandard.ZstdCompressor().compressobj()
    return writer.compress(data) + writer.flush()


CODECS = [
    pytest.param("gzip", gzip.compress, id="gzip"),
    pytest.param("x-gzip", gzip.compress, id="x-gzip"),
    pytest.param("deflate", zlib.compress, id="deflate"),
    pytest.param("deflate", _deflate_raw, id="deflate-raw"),
    pytest.param("br", lambda data: brotli.compress(data, quality=4), id="br"),
    pytest.param("zstd", zstandard.ZstdCompressor().compress, id="zstd"),
    pytest.param("zstd", _zstd_stream, id="zstd-stream"),
]


@pytest.mark.parametrize(("name", "encode"), CODECS)
def test_gives_back_what_was_encoded(name, encode):
    assert decoded(encode(TEXT), [name], limit=MIB) == TEXT
    assert decoded(encode(b""), [name], limit=MIB) == b""


@pytest.mark.parametrize(("name", "encode"), CODECS)
@pytest.mark.parametrize("missing", [1, 9, 5000])
def test_a_stream_without_its_end_is_cut_short(name, encode, missing):
    with pytest.raises(CutShortError):
        decoded(encode(TEXT)[:-missing], [name], limit=MIB)


@pytest.mark.parametrize(("name", "encode"), CODECS)
def test_a_bomb_is_cut_without_growing(name, encode):
    bomb = encode(bytes(30 * MIB))
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            decoded(bomb, [name], limit=MIB)
        assert tracemalloc.get_traced_memory()[1] < 12 * MIB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["gzip", "br", "zstd"])
def test_what_is_no_such_stream_is_an_error(name):
    with pytest.raises(DecodingError):
        decoded(b"<p>not compressed at all</p>" * 10, [name], limit=MIB)


def test_the_limit_is_the_largest_size_that_passes():
    assert len(decoded(gzip.compress(bytes(1000)), ["gzip"], limit=1000)) == 1000
    with pytest.raises(TooLargeError):
        decoded(gzip.compress(bytes(1001)), ["gzip"], limit=1000)


def test_layers_come_off_in_turn_and_not_too_many():
    assert decoded(gzip.compress(brotli.compress(TEXT, quality=4)), ["br", "gzip"], limit=MIB) == TEXT
    with pytest.raises(DecodingError, match="too many times"):
        decoded(gzip.compress(TEXT), ["gzip"] * 1000, limit=MIB)


def test_what_nobody_encoded_stays_as_it_is():
    assert decoded(TEXT, ["", "identity"], limit=MIB) == TEXT
    assert decoded(b"", ["gzip"], limit=MIB) == b""


def test_several_members_are_one_body_and_padding_is_none():
    assert decoded(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0", ["gzip"], limit=MIB) == b"ab"
    encode = zstandard.ZstdCompressor().compress
    assert decoded(encode(b"a") + encode(b"b"), ["zstd"], limit=MIB) == b"ab"


@pytest.mark.parametrize(("name", "encode"), [("gzip", gzip.compress), ("zstd", zstandard.ZstdCompressor().compress)])
def test_a_stream_of_very_many_parts_is_refused(name, encode):
    assert decoded(encode(b"a") * 100, [name], limit=MIB) == b"a" * 100
    with pytest.raises(DecodingError):
        decoded(encode(b"") * 100_000, [name], limit=MIB)
