"""The main job, shown: real programs, a real board, a real mail server, a throw-away database.

The demo types what a user would type (`monitor init`, `monitor add`, `monitor run`, `monitor history`), edits the
board between, and checks by itself that every edit was told once and nothing else was.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from monitor.demo.board import Board
from monitor.demo.mailbox import Mailbox
from monitor.demo.pages import CLOSING, HUB, RAISED
from monitor.errors import MonitorError

#: Seconds that any one step may take before the demo gives up.
PATIENCE = 40.0
#: Fetches of the whole board that must pass without an alert before and after the edits.
QUIET_ROUNDS = 2


class DemoFailed(MonitorError):
    """The demo did not see what it should; the lines above say how far it came."""


@dataclass(frozen=True, kw_only=True)
class Expected:
    """One edit of the board, and the change that must be told."""

    path: str
    kind: str
    direction: str | None


EXPECTED = (
    Expected(path=CLOSING, kind="closed", direction=None),
    Expected(path=RAISED, kind="pay_changed", direction="raised"),
    Expected(path=RAISED, kind="deadline_changed", direction="extended"),
    Expected(path=HUB, kind="posting_added", direction=None),
)


class Play:
    """One run of the demo in a folder of its own."""

    def __init__(self, folder: Path, board: Board, mailbox: Mailbox, say: Callable[[str], None]) -> None:
        self._folder = folder
        self._board = board
        self._mailbox = mailbox
        self._say = say
        self._daemon: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Write the configuration and start watching two postings and a hub."""
        config = self._folder / "monitor.toml"
        config.write_text(_CONFIG.format(folder=self._folder, port=self._mailbox.port), encoding="utf-8")
        self._monitor("init")
        self._show("add", *(self._board.url + path for path in (RAISED, CLOSING, HUB)))

    def start(self, stack: ExitStack) -> None:
        """Start the daemon, to be ended with the stack, and wait until everything was checked once."""
        self._say("$ monitor run &")
        daemon = self._daemon = subprocess.Popen(self._command("-q", "run"), env=self._environment())  # noqa: S603 - ourselves
        stack.callback(_end, daemon)
        self._wait("the first check of all three", lambda: all(it["last_checked_at"] for it in self._query("list")))
        self._show("list")

    def edit(self) -> None:
        """Let the employers edit their postings, and wait until everything was told."""
        self._rounds(QUIET_ROUNDS)
        self._say("\n-- the employers edit: pay raised, deadline extended, one posting closed, one role added --\n")
        state = self._board.state
        self._board.state = replace(
            state, hourly_rate=60, last_day="March 12, 2027", closed=True, roles=(*state.roles, "Podcast ML Engineer")
        )
        self._wait("the changes", lambda: len(self._query("changes")) >= len(EXPECTED))
        self._wait("the mails", lambda: len(self._mailbox.mails) >= len(EXPECTED))
        self._rounds(QUIET_ROUNDS)

    def report(self) -> None:
        """Show the mails and the history of each posting, and insist that they are right."""
        for mail in self._mailbox.mails:
            body = mail.get_body(("plain",))
            self._say(f"mail to {mail['To']}: {mail['Subject']}")
            self._say(_indented(body.get_content() if body else ""))
        for watch in self._query("list"):
            self._show("history", str(watch["id"]))
        self._insist()

    def _insist(self) -> None:
        told = sorted((it["url"], it["kind"], it["direction"]) for it in self._query("changes"))
        wanted = sorted((self._board.url + it.path, it.kind, it.direction) for it in EXPECTED)
        if told != wanted:
            raise DemoFailed(f"the changes told were {told}, expected were {wanted}")
        if len(self._mailbox.mails) != len(wanted):
            raise DemoFailed(f"{len(self._mailbox.mails)} mails arrived, expected were {len(wanted)}")
        self._say(f"{len(wanted)} edits, {len(wanted)} alerts, {self._board.fetches} fetches of pages full of noise.")

    def _rounds(self, count: int) -> None:
        """Wait until every page was fetched `count` times more."""
        goal = self._board.fetches + 3 * count
        self._wait("further checks", lambda: self._board.fetches >= goal)

    def _wait(self, what: str, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            if self._daemon and self._daemon.poll() is not None:
                raise DemoFailed(f"the daemon ended with {self._daemon.returncode} while the demo waited for {what}")
            if time.monotonic() > end:
                raise DemoFailed(f"waited {PATIENCE:.0f} s for {what} in vain")
            time.sleep(0.3)

    def _show(self, *arguments: str) -> None:
        self._say(f"$ monitor {' '.join(arguments)}")
        self._say(self._monitor(*arguments))

    def _query(self, verb: str) -> list[dict[str, Any]]:
        answer: list[dict[str, Any]] = json.loads(self._monitor(verb, "--json"))
        return answer

    def _monitor(self, *arguments: str) -> str:
        done = subprocess.run(  # noqa: S603 - ourselves, and never through a shell
            self._command(*arguments),
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        if done.returncode != 0:
            raise DemoFailed(f"monitor {' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def _command(self, *arguments: str) -> list[str]:
        config = str(self._folder / "monitor.toml")
        return [sys.executable, "-P", "-m", "monitor", "--config", config, *arguments]

    def _environment(self) -> Mapping[str, str]:
        return {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}


def play(*, once: bool, say: Callable[[str], None]) -> None:
    """Run the demo.

    Args:
        once: end after one act; else go on until interrupted, the board staying as it is for looking around.
        say: prints a line or a block of lines.

    Raises:
        DemoFailed: something that should have been told was not, or something else was.
    """
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="monitor-demo-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        board, mailbox = stack.enter_context(Board()), stack.enter_context(Mailbox())
        act = Play(folder, board, mailbox, say)
        act.prepare()
        act.start(stack)
        act.edit()
        act.report()
        if not once:
            _linger(board, folder, say)


def _linger(board: Board, folder: Path, say: Callable[[str], None]) -> None:
    say(f"\nThe board stays at {board.url}{HUB} and the daemon goes on; ask in another terminal, for example:")
    say(f"  monitor --config {folder / 'monitor.toml'} history 1\nCtrl-C ends it.")
    signal.sigwait({signal.SIGINT, signal.SIGTERM})


def _end(daemon: "subprocess.Popen[bytes]") -> None:
    daemon.terminate()
    try:
        daemon.wait(timeout=12)
    except subprocess.TimeoutExpired:
        daemon.kill()
        daemon.wait()


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.strip().splitlines()) + "\n"


#: A board on loopback is a private address, and a second between checks is polite to nobody else.
_CONFIG = """\
zone = "Europe/Berlin"

[database]
url = "sqlite:///{folder}/monitor.sqlite3"

[fetch]
allow_private_addresses = true
per_domain_delay_seconds = 0.2

[schedule]
default_interval = "1s"
min_interval = "1s"

[[notify.targets]]
name = "mail"
url = "mailto://127.0.0.1:{port}?from=monitor@demo.example&to=you@demo.example"
"""
