"""All sites on one server, an address each, whose answers fail as they are told to."""

import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from chaos import sites
from chaos.sites import Site

#: What sites may do: answer; take the question and say nothing; break off in the middle of the page.
MOODS = ("well", "silent", "breaks off")


class Board:
    """The server; every site answers at its own address."""

    def __init__(self) -> None:
        self.sites = sites.made()
        self.mood = "well"
        #: Whom the mood is for; the others are well.
        self.moody: frozenset[str] = frozenset()
        self.requests = 0
        self._by_host = {it.host: it for it in self.sites}
        self._released = threading.Event()
        self._server = _Server(self)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), name="board")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def address_of(self, name: str) -> str | None:
        """What the name server says."""
        return next((it.host for it in self.sites if it.name == name.lower()), None)

    def urls(self, *, named: bool) -> dict[str, Site]:
        """The watched addresses, by name or by number."""
        return {f"http://{it.name if named else it.host}:{self.port}{it.path}": it for it in self.sites}

    def misbehave(self, mood: str, some: list[Site]) -> None:
        """Some sites behave by a mood from now on; "well" ends it, also for those that wait."""
        self.moody = frozenset(it.host for it in some)
        self.mood = mood
        if mood == "well":
            self._released.set()
        else:
            self._released.clear()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """One request."""
        self.requests += 1
        host = handler.connection.getsockname()[0]
        site, mood = self._by_host.get(host), self.mood if host in self.moody else "well"
        if mood == "silent":
            self._released.wait(60)
            handler.close_connection = True
            return
        body = site.page() if site and handler.path == site.path else 404
        if isinstance(body, int):
            handler.send_error(body)
            return
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        if mood == "well":
            handler.wfile.write(body)
            return
        handler.wfile.write(body[: len(body) // 2])
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, board: Board) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                board.answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        super().__init__(("0.0.0.0", 0), Handler)

    def handle_error(self, *_: Any) -> None:
        """Whoever asks may be killed, and hang up, at any moment."""
