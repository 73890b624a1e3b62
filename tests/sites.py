"""Real web sites on loopback, with scriptable answers and faults.

`site.answer("/posting", "<p>Hello</p>", headers={"ETag": '"1"'})` sets what a path answers; several answers are given
one after another, the last one for ever. A path without an answer is 404. `site.hits` is what was asked.
"""

import socket
import socketserver
import ssl
import struct
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from http import HTTPStatus

import pytest
import trustme


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a path answers, and what goes wrong meanwhile."""

    body: bytes = b""
    status: int = 200
    #: Content-Type and Content-Length are added where they are missing.
    headers: dict[str, str] = field(default_factory=dict)
    #: Sent as it is instead of all the above, then the connection is closed.
    raw: bytes | None = None
    #: Send only so many bytes of the body, then close.
    cut: int | None = None
    #: Send the body in chunks; with `cut` without the last one.
    chunked: bool = False
    #: Reset the connection instead of answering.
    reset: bool = False
    #: Never answer.
    silent: bool = False
    #: Send one byte of the body every so many seconds.
    drip: float | None = None


@dataclass(frozen=True)
class Hit:
    """A request that came in."""

    path: str
    #: Names in lower case.
    headers: dict[str, str]
    #: time.monotonic() when its head was read.
    at: float
    #: What was POSTed.
    body: bytes = b""


class Site:
    """One server: `Site("127.0.0.2")`, with TLS where a context is given. A context manager."""

    def __init__(self, host="127.0.0.1", *, tls=None, name=None):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        server_class = type("Server", (_Server,), {"address_family": family})
        self._server = server_class((host, 0), _Handler)
        self._server.site = self
        self._server.tls = tls
        self._lock = threading.Lock()
        self._answers = {}
        self.port = self._server.server_address[1]
        #: host:port, as in URLs.
        self.netloc = f"{f'[{host}]' if ':' in host else name or host}:{self.port}"
        self.scheme = "https" if tls else "http"
        self.hits = []
        self.stopping = threading.Event()

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *exc):
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()

    def url(self, path="/"):
        return f"{self.scheme}://{self.netloc}{path}"

    def answer(self, path, body=b"", **answer):
        self.answers(path, self.make(body, **answer))

    def answers(self, path, *answers):
        with self._lock:
            self._answers[path] = list(answers)

    @staticmethod
    def make(body=b"", **answer):
        return Answer(body=body.encode() if isinstance(body, str) else body, **answer)

    def asked(self, path):
        """The hits of one path."""
        return [hit for hit in self.hits if hit.path == path]

    def take(self, path, headers, body=b""):
        with self._lock:
            self.hits.append(Hit(path, headers, time.monotonic(), body))
            planned = self._answers.get(path)
            if not planned:
                return Answer(status=404, body=b"<h1>Not found</h1>")
            return planned.pop(0) if len(planned) > 1 else planned[0]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """A client that hangs up is no news."""


class _Handler(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def setup(self):
        if self.server.tls:
            self.request.settimeout(10)
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self):
        super().finish()
        self.request.close()

    def handle(self):
        while request := self._request():
            if not self._send(self.server.site.take(*request)):
                return

    def _request(self):
        start = self.rfile.readline(65536).split()
        if len(start) < 2:
            return None
        headers = {}
        while line := self.rfile.readline(65536).strip():
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        body = self.rfile.read(int(headers.get("content-length", 0)))
        return start[1].decode("latin-1"), headers, body

    def _send(self, answer):
        """Whether the connection stays open."""
        stopping = self.server.site.stopping
        if answer.reset:
            self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.request.close()
            return False
        if answer.silent:
            stopping.wait()
            return False
        if answer.raw is not None:
            self.wfile.write(answer.raw)
            return False
        self.wfile.write(_head(answer))
        if answer.drip is not None:
            for at in range(len(answer.body)):
                self.wfile.write(answer.body[at : at + 1])
                if stopping.wait(answer.drip):
                    return False
            return True
        self.wfile.write(_body(answer))
        return answer.cut is None


def _head(answer):
    reason = HTTPStatus(answer.status).phrase if answer.status in set(HTTPStatus) else ""
    headers = {"Content-Type": "text/html; charset=utf-8"} | answer.headers
    if answer.chunked:
        headers["Transfer-Encoding"] = "chunked"
    elif answer.status not in {204, 304}:
        headers.setdefault("Content-Length", str(len(answer.body)))
    lines = [f"HTTP/1.1 {answer.status} {reason}", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _body(answer):
    sent = answer.body[: answer.cut]
    if not answer.chunked:
        return sent
    chunk = f"{len(sent):x}\r\n".encode() + sent + b"\r\n"
    return chunk if answer.cut is not None else chunk + b"0\r\n\r\n"


def tls_context(certificate):
    """A server's context with a trustme certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture
def sites():
    """Starts sites: `sites("127.0.0.2")`; `sites(certificate=...)` for https."""
    with ExitStack() as running:

        def start(host="127.0.0.1", *, certificate=None, name=None):
            tls = certificate and tls_context(certificate)
            return running.enter_context(Site(host, tls=tls, name=name))

        yield start


@pytest.fixture
def site(sites):
    """One site on 127.0.0.1."""
    return sites()


@pytest.fixture(scope="session")
def authority():
    """A certificate authority that nobody knows; `issue_cert("127.0.0.1")` makes certificates."""
    return trustme.CA()
