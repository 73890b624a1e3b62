"""Hostile responses: status lines, headers, encodings, lengths and redirects that lie, flood or never end."""

import gzip
import zlib
from collections.abc import Callable, Iterator

import brotli
import zstandard

from tests.hostile.inputs import MIB, Hostile, Sent
from tests.hostile.pages import POSTING

_PAGE = POSTING.encode()
_HTML = ("Content-Type", "text/html; charset=utf-8")


def _raw(head: str | bytes, body: bytes = _PAGE) -> Callable[[float], Sent]:
    head = head.encode("latin-1") if isinstance(head, str) else head
    return lambda _: Sent(raw=head + b"\r\n\r\n" + body)


def _with(*headers: tuple[str, str], status: int = 200, body: bytes = _PAGE) -> Callable[[float], Sent]:
    return lambda _: Sent(body=body, status=status, headers=(_HTML, *headers))


def _redirect(location: str, status: int = 302) -> Callable[[float], Sent]:
    return _with(("Location", location), status=status, body=b"")


def _bomb(name: str, encode: Callable[[bytes], bytes], *, times: int = 1) -> Callable[[float], Sent]:
    def make(scale: float) -> Sent:
        body = bytes(int(200 * MIB * scale)) if times == 1 else bytes(int(50 * MIB * scale))
        for _ in range(times):
            body = encode(body)
        return Sent(body=body, headers=(_HTML, ("Content-Encoding", ", ".join([name] * times))))

    return make


def _deflate_raw(data: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(data) + deflater.flush()


_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=1),
    "zstd": zstandard.ZstdCompressor().compress,
}


def _members(scale: float) -> Sent:
    """Very many gzip members of nothing."""
    return Sent(body=gzip.compress(b"") * int(100_000 * scale), headers=(_HTML, ("Content-Encoding", "gzip")))


def _frames(scale: float) -> Sent:
    """Very many zstd frames of nothing."""
    frame = zstandard.ZstdCompressor().compress(b"")
    return Sent(body=frame * int(200_000 * scale), headers=(_HTML, ("Content-Encoding", "zstd")))


def _wide_window(_: float) -> Sent:
    """A zstd window of 2 GB."""
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    compressor = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    body = compressor.compress(_PAGE * 10) + compressor.flush()
    return Sent(body=body, headers=(_HTML, ("Content-Encoding", "zstd")))


def _chunked(body: bytes, *, head: str = "Transfer-Encoding: chunked") -> Callable[[float], Sent]:
    return _raw(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}", body)


_COOKIES = "\r\n".join(f"Set-Cookie: c{number}={'x' * 40}; Domain=.example" for number in range(3000))

BY_HAND: dict[str, Callable[[float], Sent]] = {
    "nothing at all": lambda _: Sent(raw=b""),
    "one byte": lambda _: Sent(raw=b"H"),
    "no status line": lambda _: Sent(raw=_PAGE),
    "status line of 9 MB": lambda scale: Sent(raw=b"HTTP/1.1 200 " + b"O" * int(9 * MIB * scale)),
    "status of letters": _raw("HTTP/1.1 abc OK"),
    "status 0": _raw("HTTP/1.1 0 OK"),
    "status -1": _raw("HTTP/1.1 -1 OK"),
    "status 99999999999999999999": _raw("HTTP/1.1 99999999999999999999 OK"),
    "status 999": _raw("HTTP/1.1 999 Denied"),
    "status 100 for ever": lambda scale: Sent(raw=b"HTTP/1.1 100 Continue\r\n\r\n" * int(100_000 * scale)),
    "status 101": _raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c"),
    "status 102 and the page": _raw("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html"),
    "status 204 with a body": _raw("HTTP/1.1 204 No Content\r\nContent-Length: 5", b"hello"),
    "status 206": _with(("Content-Range", "bytes 0-99999999999/*"), status=206),
    "status 304 nobody asked for": _with(status=304, body=b""),
    "status 304 with a body": _raw("HTTP/1.1 304 Not Modified\r\nContent-Length: 9999"),
    "status in arabic digits": _raw("HTTP/1.1 ٢٠٠ OK".encode()),
    "version 9.9": _raw("HTTP/9.9 200 OK"),
    "version 0.9": lambda _: Sent(raw=b"<h1>Here</h1>"),
    "another protocol": lambda _: Sent(raw=b"SSH-2.0-OpenSSH_9.6\r\n" + b"\0" * 1000),
    "tls": lambda _: Sent(raw=b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 500),
    "header without a colon": _raw("HTTP/1.1 200 OK\r\nnonsense"),
    "header without a name": _raw("HTTP/1.1 200 OK\r\n: x"),
    "header with nul": _raw("HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Type: text/html\0"),
    "header with bare carriage returns": _raw("HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b=c\r"),
    "header folded 10k times": _raw("HTTP/1.1 200 OK\r\nX: a" + "\r\n b" * 10_000),
    "header of 1 MB": _raw("HTTP/1.1 200 OK\r\nX: " + "a" * MIB),
    "header of 16 KB": _raw("HTTP/1.1 200 OK\r\nX: " + "a" * 16_000),
    "header name of 100 KB": _raw("HTTP/1.1 200 OK\r\n" + "a" * 100_000 + ": x"),
    "headers, 100k": _raw("HTTP/1.1 200 OK\r\n" + "\r\n".join(f"X{number}: y" for number in range(100_000))),
    "headers, 10k, one name": _raw("HTTP/1.1 200 OK\r\n" + "\r\n".join(["X: y"] * 10_000)),
    "headers of 5 MB": lambda scale: Sent(raw=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * int(900_000 * scale)),
    "headers of every byte": _raw(
        b"HTTP/1.1 200 OK\r\nX: " + bytes(it for it in range(256) if it not in b"\r\n") + b"\r\nContent-Type: text/html"
    ),
    "cookies, 3,000": _raw(f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{_COOKIES}"),
    "cookie with a carriage return": _raw("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\rX: y\r\nContent-Type: text/html"),
    "cookie for the parent domain": _with(("Set-Cookie", "a=b; Domain=127.0.0.1; Path=/")),
    "length 0 with a body": _with(("Content-Length", "0")),
    "length -1": _with(("Content-Length", "-1")),
    "length of letters": _with(("Content-Length", "abc")),
    "length +5": _with(("Content-Length", "+5")),
    "length 0x10": _with(("Content-Length", "0x10")),
    "length of 5,000 digits": _with(("Content-Length", "9" * 5_000)),
    "length 10 TB": _with(("Content-Length", str(10 * MIB * MIB))),
    "length a byte too much": _with(("Content-Length", str(len(_PAGE) + 1))),
    "length a byte too little": _with(("Content-Length", str(len(_PAGE) - 1))),
    "lengths that differ": _with(("Content-Length", "5"), ("Content-Length", "6")),
    "lengths in a list": _with(("Content-Length", "5, 5")),
    "length and chunks": _chunked(b"5\r\nhello\r\n0\r\n\r\n", head="Content-Length: 3\r\nTransfer-Encoding: chunked"),
    "body of 64 MB": lambda scale: Sent(body=b"x" * int(64 * MIB * scale)),
    "body of 64 MB without a length": lambda scale: Sent(
        raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"x" * int(64 * MIB * scale)
    ),
    "chunks that are none": _chunked(b"nonsense\r\n"),
    "chunk of a negative size": _chunked(b"-5\r\nhello\r\n0\r\n\r\n"),
    "chunk of 2**70": _chunked(b"400000000000000000\r\nhello\r\n"),
    "chunk size of 1 MB of digits": _chunked(b"0" * MIB + b"5\r\nhello\r\n0\r\n\r\n"),
    "chunk extension of 1 MB": _chunked(b"5;" + b"a" * MIB + b"\r\nhello\r\n0\r\n\r\n"),
    "chunks of one byte": lambda scale: Sent(
        raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * int(400_000 * scale) + b"0\r\n\r\n"
    ),
    "chunks without the last": _chunked(b"5\r\nhello\r\n"),
    "chunk that is longer than it says": _chunked(b"2\r\nhello\r\n0\r\n\r\n"),
    "trailers, 100k": _chunked(b"1\r\nx\r\n0\r\n" + b"X: y\r\n" * 100_000 + b"\r\n"),
    "transfer encoding of nobody": _chunked(_PAGE, head="Transfer-Encoding: x-none"),
    "transfer encoding gzip": _chunked(gzip.compress(_PAGE), head="Transfer-Encoding: gzip, chunked"),
    "transfer encodings, chunked twice": _chunked(b"0\r\n\r\n", head="Transfer-Encoding: chunked, chunked"),
    "two responses": _raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK"),
    "encoding of nobody": _with(("Content-Encoding", "x-none")),
    "encoding, a thousand": _with(("Content-Encoding", ", ".join(["gzip"] * 1000))),
    "encoding of 10 KB": _with(("Content-Encoding", "g" * 10_000)),
    "encoding gzip of html": _with(("Content-Encoding", "gzip")),
    "encoding br of html": _with(("Content-Encoding", "br")),
    "encoding zstd of html": _with(("Content-Encoding", "zstd")),
    "encoding deflate of html": _with(("Content-Encoding", "deflate")),
    "gzip cut": _with(("Content-Encoding", "gzip"), body=gzip.compress(_PAGE)[:-20]),
    "gzip with a wrong sum": _with(("Content-Encoding", "gzip"), body=gzip.compress(_PAGE)[:-8] + b"\0" * 8),
    "gzip members, 100k": _members,
    "zstd frames, 200k": _frames,
    "zstd window of 128 MB": _wide_window,
    "bomb of raw deflate": _bomb("deflate", _deflate_raw),
    "etag with newline": _raw('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "a\r\n b"'),
    "etag of 100 KB": _with(("ETag", f'"{"x" * 100_000}"')),
    "etag of control characters": _with(("ETag", '"\x01\x02\x1b[31m\x7f\xff"')),
    "etags, two": _with(("ETag", '"a"'), ("ETag", '"b"')),
    "last-modified of nonsense": _with(("Last-Modified", "Feb 31 \x1b[31m 99999 99:99:99 GMT")),
    "last-modified in the year 9999": _with(("Last-Modified", "Fri, 31 Dec 9999 23:59:59 GMT")),
    "date of nonsense": _with(("Date", "-1"), ("Expires", "0"), ("Age", "-99999999999999999999")),
    "retry-after huge": _with(("Retry-After", "9" * 400), status=429),
    "retry-after negative": _with(("Retry-After", "-5"), status=429),
    "retry-after a float": _with(("Retry-After", "1e9"), status=503),
    "retry-after NaN": _with(("Retry-After", "nan"), status=503),
    "retry-after in the year 9999": _with(("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), status=503),
    "retry-after in the year 1": _with(("Retry-After", "Mon, 01 Jan 0001 00:00:00 +2359"), status=503),
    "retry-after out of time": _with(("Retry-After", "Sat, 32 Foo 99999 25:61:61 +9999"), status=503),
    "retry-after in arabic digits": lambda _: Sent(
        raw="HTTP/1.1 429 No\r\nRetry-After: ٩٩٩\r\nContent-Length: 0\r\n\r\n".encode()
    ),
    "links, 10k": _with(*[("Link", f'<https://kelp.example/{it}>; rel="next"') for it in range(1_000)]),
    "link of 100 KB": _with(("Link", "<" * 100_000)),
    "link without end": _with(("Link", "<https://kelp.example/" + ";" * 8_000)),
    "robots tag of 100 KB": _with(("X-Robots-Tag", "noindex, " * 10_000)),
    "content-type of 100 KB": lambda _: Sent(body=_PAGE, headers=(("Content-Type", "text/html;" + "a" * 100_000),)),
    "content-types, 50": lambda _: Sent(body=_PAGE, headers=(("Content-Type", "text/html"),) * 50),
    "content-language of nonsense": _with(("Content-Language", "\x1b[31m" + "x-" * 4_000)),
    "refresh to file": _with(("Refresh", "0; url=file:///etc/passwd")),
    "alt-svc": _with(("Alt-Svc", 'h3=":443"; ma=99999999999999999999')),
    "redirect to file": _redirect("file:///etc/passwd"),
    "redirect to data": _redirect("data:text/html,<h1>x</h1>"),
    "redirect to gopher": _redirect("gopher://127.0.0.1:6379/_FLUSHALL"),
    "redirect to ftp": _redirect("ftp://127.0.0.1/x"),
    "redirect to javascript": _redirect("javascript:alert(1)"),
    "redirect to dict": _redirect("dict://127.0.0.1:11211/stats"),
    "redirect to nothing": _redirect(""),
    "redirect to itself": _redirect("?"),
    "redirect to white space": _redirect(" \t "),
    "redirect to broken brackets": _redirect("http://[::1"),
    "redirect to port 0": _redirect("http://127.0.0.1:0/"),
    "redirect to port 99999": _redirect("http://127.0.0.1:99999/"),
    "redirect to a name of dots": _redirect("http://..../"),
    "redirect to a name of 1,000 letters": _redirect(f"http://{'a' * 1000}.example/"),
    "redirect to a broken idna name": _redirect("http://xn--a.example/"),
    "redirect to a name with nul": _redirect("http://127.0.0.1%00.example/"),
    "redirect with a password": _redirect("http://user:secret@[::1%25lo]/"),
    "redirect with a new line": _redirect("/x%0d%0aSet-Cookie:%20a=b"),
    "redirect of 60 KB": _redirect("/" + "a" * 60_000),
    "redirect with bytes of no charset": lambda _: Sent(raw=b"HTTP/1.1 302 x\r\nLocation: /\xff\xfe\x80\r\n\r\n"),
    "redirects, two at once": _with(("Location", "/a"), ("Location", "/b"), status=302, body=b""),
    "redirect with status 300": _redirect("/x", status=300),
    "redirect with status 399": _redirect("/x", status=399),
    "login asked for": _with(("WWW-Authenticate", "Basic realm=" + "x" * 8_000), status=401),
    "error of 9 MB": lambda scale: Sent(body=b"x" * int(9 * MIB * scale), status=404),
    "refusal of 9 MB of json": lambda scale: Sent(
        body=b'{"a":"' + b"x" * int(9 * MIB * scale) + b'"}', status=403, headers=(("Content-Type", "application/json"),)
    ),
    "refusal of deep json": lambda scale: Sent(
        body=b"[" * int(100_000 * scale), status=403, headers=(("Content-Type", "application/json"),)
    ),
}  # fmt: skip


def _endless(begin: bytes, again: bytes, *, pause: float = 0.0) -> Callable[[float], Sent]:
    return lambda _: Sent(raw=begin, again=again, pause=pause)


def _zeros_without_end(_: float) -> Sent:
    """A gzip stream that goes on with a megabyte of zeros every kilobyte."""
    deflater = zlib.compressobj(wbits=31)
    begin = deflater.compress(bytes(MIB)) + deflater.flush(zlib.Z_FULL_FLUSH)
    again = deflater.compress(bytes(MIB)) + deflater.flush(zlib.Z_FULL_FLUSH)
    return Sent(raw=_OK + b"Content-Encoding: gzip\r\n\r\n" + begin, again=again)


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_CHUNKS = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_MANY = b"x" * 65_536
_NAMED = b"X: y\r\n" * 1_000

#: What goes on until we hang up.
ENDLESS: dict[str, Callable[[float], Sent]] = {
    "body": _endless(_OK + b"\r\n", _MANY),
    "body of a length": _endless(_OK + b"Content-Length: 99999999999\r\n\r\n", _MANY),
    "body of chunks": _endless(_CHUNKS, b"10000\r\n" + _MANY + b"\r\n"),
    "body of chunks of one byte": _endless(_CHUNKS, b"1\r\nx\r\n" * 10_000),
    "body of a gzip bomb": _zeros_without_end,
    "body of an error": _endless(b"HTTP/1.1 500 No\r\n\r\n", _MANY),
    "body of a redirect": _endless(b"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n", _MANY),
    "headers": _endless(b"HTTP/1.1 200 OK\r\n", _NAMED),
    "header": _endless(b"HTTP/1.1 200 OK\r\nX: ", _MANY),
    "folded header": _endless(b"HTTP/1.1 200 OK\r\nX: a", b"\r\n b" * 1_000),
    "status line": _endless(b"HTTP/1.1 200 ", _MANY),
    "answers 100": _endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000),
    "answers 103 with headers": _endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" * 1_000),
    "chunk's size": _endless(_CHUNKS, b"0" * 65_536),
    "chunk's extension": _endless(_CHUNKS + b"5;", _MANY),
    "trailers": _endless(_CHUNKS + b"1\r\nx\r\n0\r\n", _NAMED),
    "drip of a body": _endless(_OK + b"\r\n", b"x", pause=0.2),
    "drip of headers": _endless(_OK, b"X: y\r\n", pause=0.2),
    "silence": lambda _: Sent(raw=b"", stays=True),
    "silence behind the head": lambda _: Sent(raw=_OK + b"\r\n", stays=True),
    "silence before the end": lambda _: Sent(raw=_OK + b"Content-Length: 9999\r\n\r\n" + _PAGE, stays=True),
}


def hostile_heads() -> Iterator[Hostile]:
    """All of them."""
    for name, make in BY_HAND.items():
        yield Hostile(kind="heads", name=name, make=make)
    for name, make in ENDLESS.items():
        yield Hostile(kind="heads", name=f"{name} without end", make=make)
    for name, encode in _ENCODERS.items():
        yield Hostile(kind="heads", name=f"bomb of {name}", make=_bomb(name, encode))
        yield Hostile(kind="heads", name=f"bomb of {name} in {name}", make=_bomb(name, encode, times=2))
