"""The server behind the address of metrics: anybody who reaches it may call, so time, callers and words are bounded."""

import logging
import socket
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_log = logging.getLogger(__name__)

#: Callers at a time; Prometheus is one. Further ones are hung up on.
MOST_CALLERS = 32
#: Seconds for a question and its answer together.
PATIENCE = 15.0


class Answering:
    """A WSGI application at an address, until it is closed. Raises OSError where it cannot be listened at."""

    def __init__(self, host: str, port: int, application: WSGIApplication) -> None:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        kind = type("_ServerOfFamily", (_Server,), {"address_family": family})
        self.server: WSGIServer = kind(address[:2], _Handler)
        self.server.set_app(_guarded(application))
        self._thread = threading.Thread(target=self.server.serve_forever, name="metrics", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Free the address."""
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


def _guarded(application: WSGIApplication) -> WSGIApplication:
    """The application, where a question that it stumbles over is a line of the log."""

    def guarded(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            return application(environ, start_response)
        except Exception as error:  # noqa: BLE001 - whatever a header makes of it
            _log.warning("metrics could not be answered: %r", error)
            start_response("500 Internal Server Error", [("Content-Type", "text/plain")], sys.exc_info())
            return [b"not answered; the log says more\n"]

    return guarded


class _Handler(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Says nothing: who calls, and how, is no news."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, *given: Any) -> None:
        #: When each caller came, on the monotonic clock.
        self._callers: dict[Any, float] = {}
        super().__init__(*given)

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ARG002 - the library's
        return len(self._callers) < MOST_CALLERS

    def process_request(self, request: Any, client_address: Any) -> None:
        self._callers[request] = time.monotonic()
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._callers.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Twice a second: hangs up on those that take too long."""
        latest = time.monotonic() - PATIENCE
        for request, came in tuple(self._callers.items()):
            if came < latest:
                with suppress(OSError):
                    request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the library's
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):  # one that hung up is no news
            _log.warning("metrics could not be answered: %r", error)
