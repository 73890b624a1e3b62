"""Where notices go: a mail server and a web service that keep the id of every message, and fail as they are told to."""

import asyncio
import threading
from collections import Counter
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from aiosmtpd.controller import Controller

#: take: as it should be; take in silence: the message is kept, the sender never hears of it; say nothing: the
#: connection is taken and the message is not; hang up.
MOODS = ("take", "take in silence", "say nothing", "hang up")
_SILENCE = 60.0


class Sinks:
    """Both, while it is entered. What arrived is counted by target and id."""

    def __init__(self) -> None:
        self.mood = "take"
        self.arrived: dict[str, Counter[str]] = {"mail": Counter(), "script": Counter()}
        #: Messages that were kept while the sender was told nothing: they may come again.
        self.unanswered = 0
        self._released = threading.Event()
        self._released.set()
        self._http = _Http(self)
        self._smtp = _Smtp(self)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.1,), name="sink")

    def __enter__(self) -> Self:
        self._thread.start()
        self._smtp.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._released.set()
        self._smtp.stop()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def urls(self) -> dict[str, str]:
        """The targets' addresses."""
        return {
            "mail": f"mailto://127.0.0.1:{self._smtp.port}?from=monitor@example.org&to=you@example.org",
            "script": f"json://127.0.0.1:{self._http.server_port}/",
        }

    def misbehave(self, mood: str) -> None:
        """From now on; "take" ends it, also for those that wait."""
        self.mood = mood
        if mood == "take":
            self._released.set()
        else:
            self._released.clear()

    def keep(self, target: str, name: str) -> str:
        """Note a message, as far as the mood lets; gives the mood."""
        mood = self.mood
        if mood in {"take", "take in silence"}:
            self.arrived[target][name] += 1
        self.unanswered += mood == "take in silence"
        return mood

    def wait(self) -> None:
        """Until the mood is over."""
        self._released.wait(_SILENCE)


class _Smtp(Controller):
    def __init__(self, sinks: Sinks) -> None:
        class Handler:
            async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's
                name = str(message_from_bytes(envelope.content)["Message-ID"]).strip("<>")
                mood = sinks.keep("mail", name)
                if mood in {"take in silence", "say nothing"}:
                    await asyncio.to_thread(sinks.wait)
                if mood != "take":
                    server.transport.close()
                return "250 kept"

        with _listening() as probe:
            port = probe.server_port
        super().__init__(Handler(), hostname="127.0.0.1", port=port)


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, sinks: Sinks) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                mood = sinks.keep("script", self.headers["Idempotency-Key"])
                if mood in {"take in silence", "say nothing"}:
                    sinks.wait()
                self.close_connection = True
                if mood == "take":
                    self.send_response(200)
                    self.send_header("Content-Length", "0")
                    self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, *_: Any) -> None:
        """Whoever sends may be killed, and hang up, at any moment."""


def _listening() -> ThreadingHTTPServer:
    """A server that only says which port is free."""
    return ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
