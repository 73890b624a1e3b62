"""A real HTTP server on loopback that serves the demo board."""

import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from monitor.demo import pages
from monitor.demo.pages import BoardState


class Board:
    """Serves the pages of `state` on a free port of 127.0.0.1 while it is entered. Replace `state` to edit them."""

    def __init__(self, state: BoardState | None = None) -> None:
        self.state = state or BoardState()
        #: Pages served so far; also what moves the noise.
        self.fetches = 0
        self._counting = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="board", daemon=True)

    @property
    def url(self) -> str:
        """Where the board is, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, path: str) -> tuple[HTTPStatus, str, str]:
        """Status, content type and body for a path."""
        if path == "/robots.txt":
            return HTTPStatus.OK, "text/plain", "User-agent: *\nDisallow: /apply/\n"
        with self._counting:
            self.fetches += 1
            fetch = self.fetches
        html = pages.page(path, self.state, fetch)
        if html is None:
            return HTTPStatus.NOT_FOUND, "text/html", "<!doctype html><title>Not found</title><h1>Page not found</h1>"
        return HTTPStatus.OK, "text/html; charset=utf-8", html

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        board = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                status, content_type, text = board.answer(urlsplit(self.path).path)
                body = text.encode()
                self.send_response(status)
                self.send_header("Content-Type", content_type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's own name
                """Visits are counted, not printed."""

        return Handler
