"""Hostile calls of the one address that the service answers at, that of its metrics: requests that lie, flood or stop."""

import random
from collections.abc import Callable, Iterator

from tests.hostile.inputs import MIB, Asked, Hostile

_GOOD = b"GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/plain\r\nAccept-Encoding: gzip\r\n\r\n"


def _raw(text: str | bytes) -> Callable[[float], Asked]:
    return lambda _: Asked(raw=text.encode("latin-1") if isinstance(text, str) else text)


def _get(path: str, *headers: str) -> Callable[[float], Asked]:
    return _raw("\r\n".join([f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *headers, "", ""]))


BY_HAND: dict[str, Callable[[float], Asked]] = {
    "nothing": _raw(""),
    "one byte": _raw("G"),
    "half a line": _raw("GET /metr"),
    "half a head": _raw("GET /metrics HTTP/1.1\r\nHost: x"),
    "line ends alone": _raw("\r\n" * 1000),
    "nul": _raw(b"\0" * 10_000),
    "tls": _raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 500),
    "another protocol": _raw("SSH-2.0-OpenSSH_9.6\r\n"),
    "the second version's beginning": _raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    "version 0.9": _raw("GET /metrics\r\n"),
    "version 9.9": _raw("GET /metrics HTTP/9.9\r\n\r\n"),
    "version of letters": _raw("GET /metrics HTTP/x.y\r\n\r\n"),
    "version of 5,000 digits": _raw(f"GET /metrics HTTP/1.{'9' * 5000}\r\n\r\n"),
    "version negative": _raw("GET /metrics HTTP/-1.1\r\n\r\n"),
    "a line of four words": _raw("GET /metrics x HTTP/1.1\r\n\r\n"),
    "a line of 9 MB": lambda scale: Asked(raw=b"GET /" + b"a" * int(9 * MIB * scale) + b" HTTP/1.1\r\n\r\n"),
    "a line of 64 KB": _get("/" + "a" * 65_000),
    "headers, 100k": lambda scale: Asked(raw=b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * int(100_000 * scale) + b"\r\n"),
    "headers, 99 of 60 KB": lambda scale: Asked(
        raw=b"GET / HTTP/1.1\r\n" + (b"X: " + b"a" * 60_000 + b"\r\n") * int(99 * scale) + b"\r\n"
    ),
    "headers without end": lambda scale: Asked(raw=b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * int(900_000 * scale)),
    "header of 9 MB": lambda scale: Asked(raw=b"GET / HTTP/1.1\r\nX: " + b"a" * int(9 * MIB * scale)),
    "header without a colon": _get("/", "nonsense"),
    "header without a name": _get("/", ": x"),
    "header folded": _get("/", "X: a\r\n b" * 50),
    "header with a carriage return": _get("/", "X: a\rY: b"),
    "header of every byte": _raw(
        b"GET / HTTP/1.1\r\nX: " + bytes(it for it in range(256) if it not in b"\r\n") + b"\r\n\r\n"
    ),
    "body of 64 MB that is announced": _raw("POST / HTTP/1.1\r\nContent-Length: 67108864\r\n\r\n"),
    "body of 64 MB that is sent": lambda scale: Asked(
        raw=b"POST / HTTP/1.1\r\nContent-Length: 67108864\r\n\r\n" + b"x" * int(64 * MIB * scale)
    ),
    "body behind a get": _get("/", "Content-Length: 5", "", "hello"),
    "length -1": _get("/", "Content-Length: -1"),
    "length of letters": _get("/", "Content-Length: abc"),
    "length of 5,000 digits": _get("/", f"Content-Length: {'9' * 5000}"),
    "lengths that differ": _get("/", "Content-Length: 5", "Content-Length: 6"),
    "chunks": _get("/", "Transfer-Encoding: chunked", "", "5\r\nhello\r\n0"),
    "length and chunks": _get("/", "Content-Length: 3", "Transfer-Encoding: chunked"),
    "an expectation": _get("/", "Expect: 100-continue"),
    "an upgrade": _get("/", "Connection: Upgrade", "Upgrade: h2c", "HTTP2-Settings: AAAA"),
    "ranges": _get("/", "Range: bytes=" + ",".join(["0-1"] * 1000)),
    "two requests": _raw(_GOOD * 2),
    "a thousand requests": _raw(_GOOD * 1000),
    "path of dots": _get("/../../../../etc/passwd"),
    "path of escapes": _get("/%2e%2e%2f%00%ff%zz%"),
    "path of a file": _get("file:///etc/passwd"),
    "path of another host": _get("http://169.254.169.254/latest/meta-data/"),
    "path without a slash": _get("metrics"),
    "path of slashes": _get("/" * 60_000),
    "path of escape sequences": _get("/\x1b[2J\x07"),
    "path of a script": _get("/<script>alert(1)</script>"),
    "path of bytes": _raw(b"GET /\xff\xfe\x80 HTTP/1.1\r\n\r\n"),
    "query of 5k names": _get("/?" + "name[]=a&" * 5_000),
    "query of ampersands": _get("/?" + "&" * 60_000),
    "query of semicolons": _get("/?" + ";" * 60_000),
    "query of percents": _get("/?name[]=" + "%" * 60_000),
    "query of escapes": _get("/?name[]=" + "%ff" * 20_000),
    "query of nul": _get("/?name[]=%00"),
    "query of all names": _get("/?name[]=monitor_watches&name[]=monitor_database_bytes"),
    "accept of 60 KB": _get("/", "Accept: " + "a/b," * 15_000),
    "accept of parameters": _get("/", "Accept: application/openmetrics-text;" + "version=1.0.0;" * 4_000),
    "accept of versions": _get("/", "Accept: application/openmetrics-text; version=9999999999999999999999.x.y"),
    "accept of escaping": _get("/", "Accept: text/plain; version=1.0.0; escaping=" + "allow-utf-8" * 500),
    "accept of escaping that is none": _get("/", "Accept: application/openmetrics-text;version=1.0.0;escaping=x"),
    "accept of nothing": _get("/", "Accept:"),
    "accept of equal signs": _get("/", "Accept: text/plain;version=" + "=" * 5_000),
    "accepted encodings, 10k": _get("/", "Accept-Encoding: " + "gzip;q=0," * 6_000),
    "accepted encoding of nonsense": _get("/", "Accept-Encoding: ;;;q=x,,,"),
    "host of nobody": _raw("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"),
    "hosts, two": _get("/", "Host: evil.example"),
    "forwarded": _get("/", "X-Forwarded-For: 127.0.0.1", "Forwarded: for=_x", "X-Original-URL: /x"),
    "a proxy's header": _get("/", "Proxy: http://127.0.0.1:1/"),
    "a login": _get("/", "Authorization: Basic " + "A" * 8_000),
    "cookies": _get("/", "Cookie: " + "a=b; " * 10_000),
    "a template": _get("/", "User-Agent: ${jndi:ldap://127.0.0.1/x} {{7*7}} () { :; }; /bin/true"),
    "hangs up": lambda _: Asked(raw=_GOOD, hangs_up=True),
    "hangs up within the head": lambda _: Asked(raw=b"GET / HTTP/1.1\r\nHost: x", hangs_up=True),
    "hangs up at once": lambda _: Asked(raw=b"", hangs_up=True),
    "hangs up within a body": lambda _: Asked(raw=b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nx", hangs_up=True),
}

_METHODS = (
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PATCH",
    "get",
    "G" * 5_000,
    "\x1b[2J",
    "__class__",
)
_TORN = 40


def hostile_calls() -> Iterator[Hostile]:
    """By hand, with other methods, and good ones torn by a seed."""
    for name, make in BY_HAND.items():
        yield Hostile(kind="calls", name=name, make=make)
    for method in _METHODS:
        yield Hostile(
            kind="calls", name=f"method {method[:20]!a}", make=_raw(f"{method} /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
        )
    for number in range(_TORN):
        yield Hostile(kind="calls", name=f"torn {number}", make=_torn(number))


def _torn(number: int) -> Callable[[float], Asked]:
    def make(_: float) -> Asked:
        dice, torn = random.Random(number), _GOOD
        for _number in range(4):
            at, length = dice.randrange(len(torn)), dice.randrange(20)
            put = dice.choice((b"", torn[at : at + length] * 3, b"\0", b"\xff", b"\r", b"\n", b" ", b":", b"\r\n\r\n"))
            torn = torn[:at] + put + torn[at + length :]
        return Asked(raw=torn)

    return make
