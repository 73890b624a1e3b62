"""Processes that are kept running as systemd keeps them: started again when they end, with their words kept."""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

#: Seconds until it is started again (a shorter RestartSec= than the unit's), and until a stop becomes a kill.
_AGAIN, _STOP = 1.0, 15.0
#: Seconds that a child may take to end after the daemon, on a busy machine.
_FAREWELL = 60.0
#: Seconds of silence after which the watchdog ends it. The unit waits longer; the machine may be busy here, too.
_WATCHDOG = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    """One end of a service: its code, whether it was us, its last words and all that it said."""

    code: int
    wanted: bool
    words: str


class Service:
    """A command that is started anew whenever it ends, until it is stopped."""

    def __init__(
        self, command: Sequence[str], log: Path, *, environment: Mapping[str, str], user: str | None = None
    ) -> None:
        self._command, self._user = list(command), user
        self._environment = dict(environment)
        self._log = log
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._held = threading.Event()
        self._over = threading.Event()
        self._ours = False
        self._thread = threading.Thread(target=self._keep, name=log.stem)
        #: Every end so far, in order.
        self.ends: list[Ended] = []
        self.starts = 0

    def start(self) -> None:
        """Keep it running from now on."""
        self._launch()
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """Of the process; None while there is none."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def kill(self, number: int = signal.SIGKILL) -> bool:
        """Send it a signal that ends it; tells whether it was there."""
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                return False
            self._ours = True
            self._process.send_signal(number)
            return True

    def hold(self, number: int = signal.SIGTERM) -> int:
        """Stop it, and start it no more until `resume`; gives the code that it ended with."""
        self._held.set()
        with self._lock:
            process = self._process
            self.kill(number)
        if process is None:
            return 0
        try:
            return process.wait(_STOP)
        except subprocess.TimeoutExpired:
            self.kill()
            process.wait()
            return -signal.SIGKILL

    def resume(self) -> None:
        """Start it again."""
        self._held.clear()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Stop it for good; gives the code that it ended with."""
        code = self.hold(number)
        self._over.set()
        self._thread.join()
        return code

    def _launch(self) -> None:
        with self._lock, self._log.open("ab") as log:
            self._ours = False
            self._begin = log.tell()
            self._process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                user=self._user,
                extra_groups=[] if self._user else None,
                start_new_session=True,  # as services have one
                cwd="/",
            )
            self.starts += 1

    def _keep(self) -> None:
        while not self._over.is_set():
            process = self._process
            if process is not None and process.poll() is not None:
                self._note(process)
            if self._process is None and not self._held.is_set():
                self._over.wait(_AGAIN)
                if not self._held.is_set() and not self._over.is_set():
                    self._launch()
            self._look()
            time.sleep(0.05)
        if self._process is not None and self._process.poll() is not None:
            self._note(self._process)

    def _note(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock, self._log.open("rb") as log:
            log.seek(self._begin)
            words = log.read().decode(errors="replace")
            self.ends.append(Ended(code=process.returncode, wanted=self._ours, words=words))
            self._process = None

    def _look(self) -> None:
        """Once a moment, while it runs."""


class Daemon(Service):
    """`monitor run` with systemd's socket, so that it is known whether its loop works."""

    def __init__(self, command: Sequence[str], folder: Path, *, environment: Mapping[str, str]) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(folder / "notify"))
        self._socket.setblocking(False)
        told = {"NOTIFY_SOCKET": str(folder / "notify"), "WATCHDOG_USEC": str(int(_WATCHDOG * 1_000_000))}
        super().__init__(command, folder / "daemon.log", environment={**environment, **told})
        self._heard: float | None = None
        #: When each child that was ever seen began (proc(5)): a number may be given again.
        self._seen: dict[int, str] = {}
        #: Starts that came to READY, and loops that did no more.
        self.readied = self.hung = 0

    @property
    def is_ready(self) -> bool:
        """It has said READY, and runs."""
        return self._heard is not None and self.pid is not None

    def children(self) -> list[int]:
        """The processes that it started (proc(5))."""
        with suppress(OSError):
            tasks = Path(f"/proc/{self.pid}/task").glob("*/children")
            found = [int(it) for path in tasks for it in path.read_text("ascii").split()]
            self._seen |= {pid: began for pid in found if (began := _began(pid))}
            return found
        return []

    def left(self) -> list[int]:
        """Children that outlived it, whatever had befallen them: they are ended now."""
        end = time.monotonic() + _FAREWELL
        while found := [pid for pid, began in self._seen.items() if _began(pid) == began]:
            if time.monotonic() > end:
                break
            time.sleep(0.1)
        for pid in found:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return found

    def end(self) -> None:
        """Whatever happened: it and its children are gone."""
        if not self._over.is_set():
            self.stop(signal.SIGKILL)
        self.left()

    def _launch(self) -> None:
        self._heard = None
        super()._launch()

    def _look(self) -> None:
        self.children()
        with suppress(BlockingIOError):
            while word := self._socket.recv(4096):
                self.readied += b"READY=1" in word and self._heard is None
                if self._heard is not None or b"READY=1" in word:
                    self._heard = time.monotonic()
        if self._heard is not None and self.pid is not None and time.monotonic() - self._heard > _WATCHDOG:
            self.hung += 1
            self._heard = None
            self.kill(signal.SIGABRT)


def _began(pid: int) -> str | None:
    with suppress(OSError):
        state, *rest = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return rest[18] if state not in "ZX" else None
    return None


def without_ours(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """An environment that says nothing to the program of another configuration."""
    return {name: it for name, it in environment.items() if not name.startswith(("MONITOR_", "CHAOS_", "LD_PRELOAD"))}
