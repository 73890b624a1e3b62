"""Sites with one posting each, whose every edit is kept as the truth, and whose answers fail as they are told to."""

import socket
import struct
import threading
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any, Self

PATH = "/jobs/welder"
#: Postings whose next edit waits until the last one is recorded are the first half; the others are edited as it comes.
POSTINGS = 24
#: What sites may do: answer; take the question and say nothing; break off in the middle of the page.
MOODS = ("well", "silent", "breaks off")
_TRADES = (
    "Welder",
    "Rigger",
    "Cook",
    "Painter",
    "Diver",
    "Pilot",
    "Clerk",
    "Fitter",
    "Rower",
    "Stoker",
    "Baker",
    "Guard",
)
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><main>
<h1>{title}</h1><p>Ironside Yards</p>{control}
<h2>What you will do</h2><ul><li>Weld hull plates by the drawings.</li><li>Keep dock {number} safe.</li></ul>
<h2>Requirements</h2><ul><li>A valid certificate.</li><li>Two years in a shipyard.</li></ul>
<p>The hourly rate for this position is ${rate} USD.</p></main></body></html>"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a posting says."""

    rate: int = 20
    open: bool = True


@dataclass(kw_only=True, slots=True)
class Site:
    """A posting and its history. `edits`: the kind of change that each edit is, with the values that it told."""

    number: int
    host: str
    facts: Facts = Facts()
    edits: list[tuple[str, int]] = field(default_factory=list)

    @property
    def is_paced(self) -> bool:
        """Its next edit waits until the last one is recorded, so that the history has to tell every one."""
        return self.number < POSTINGS // 2

    def edit(self, random: Random) -> None:
        """Raise the pay, or close or reopen it."""
        if self.number % 3 == 0 and random.random() < 0.3:  # noqa: PLR2004 - most edits are of pay
            self.facts = replace(self.facts, open=not self.facts.open)
            self.edits.append(("reopened" if self.facts.open else "closed", self.facts.rate))
            return
        self.facts = replace(self.facts, rate=self.facts.rate + 1)
        self.edits.append(("pay_changed", self.facts.rate))

    def page(self) -> bytes:
        """As it is now."""
        control = '<a href="/apply">Apply now</a>' if self.facts.open else "<p>Applications closed</p>"
        title = f"{_TRADES[self.number % len(_TRADES)]}, shift {self.number}"
        return _PAGE.format(title=title, control=control, number=self.number, rate=self.facts.rate).encode()


class Board:
    """All sites on one server, an address each."""

    def __init__(self) -> None:
        self.sites = [Site(number=it, host=f"127.30.0.{it + 1}") for it in range(POSTINGS)]
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

    def name(self, site: Site) -> str:
        """The name of a site."""
        return f"yard-{site.number}.example"

    def address_of(self, name: str) -> str | None:
        """What the name server says."""
        return next((it.host for it in self.sites if self.name(it) == name.lower()), None)

    def urls(self, *, named: bool) -> dict[str, Site]:
        """The watched addresses, by name or by number."""
        return {f"http://{self.name(it) if named else it.host}:{self.port}{PATH}": it for it in self.sites}

    def misbehave(self, mood: str, numbers: list[int]) -> None:
        """Some sites behave by a mood from now on; "well" ends it, also for those that wait."""
        self.moody = frozenset(self.sites[it].host for it in numbers)
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
        if site is None or handler.path != PATH:
            handler.send_error(404)
            return
        body = site.page()
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
