"""One run on one database: everything is started, faults happen for a while, all is well again, and it is proved."""

import contextlib
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from chaos import history, isolation
from chaos.board import Board
from chaos.clock import Clock
from chaos.disk import Disk, DiskMissing
from chaos.faults import FAULTS, Fault, Stage
from chaos.names import NameServer
from chaos.plan import planned
from chaos.proofs import INVARIANTS, Evidence, of_posting, the_last_version_is_the_truth
from chaos.server import Postgresql
from chaos.services import Daemon, without_ours
from chaos.sinks import Sinks
from chaos.sites import Site
from storage.errors import StorageError

_CONFIG = """\
[fetch]
allow_private_addresses = true
obey_robots = false
per_domain_delay_seconds = 0.0
timeout_seconds = 3.0
retries = 0
hang_seconds = 8.0

[schedule]
default_interval = "1s"
min_interval = "1s"
confirm_after = "1s"

[notify]
timeout_seconds = 4.0
max_attempts = 100
"""
_TARGET = '\n[[notify.targets]]\nname = "{name}"\nurl = "{url}"\n'
_DISK_MIB = {"sqlite": 64, "postgresql": 320}
_NAME_SERVER = "127.0.0.1"
#: Seconds until it has to have seen every page, and until all is told at the end; of a verb.
_BEGINNING, _SETTLING, _VERB = 180.0, 300.0, 120.0
#: What failed is tried again after a while that nobody here has: so much time passes every few seconds; at the end for
#: a night at most, which is longer than anything waits for another attempt.
_WHILE, _WHILE_SECONDS, _NIGHT = timedelta(minutes=20), 4.0, timedelta(hours=20)
_EDITS_APART = 0.4
#: Seconds until there has to be something that a fault can happen to; for one that has not happened yet.
_MEETING, _MADE_UP = 15.0, 90.0
#: Seconds until the daemon has to hold its database again: it looks every half minute.
_HOLDING = 300.0


@dataclass(kw_only=True, slots=True)
class Result:
    """What happened, and what did not hold."""

    database: str
    faults: Counter[str] = field(default_factory=Counter)
    skipped: dict[str, str] = field(default_factory=dict)
    #: By invariant: what contradicts it.
    broken: dict[str, list[str]] = field(default_factory=dict)
    figures: dict[str, int | str] = field(default_factory=dict)

    @property
    def held(self) -> bool:
        """Whether all did."""
        return not any(self.broken.values())


class Run:
    """A run in a folder of its own."""

    def __init__(self, kind: str, folder: Path, *, seed: int, isolated: bool) -> None:
        self._kind, self._folder, self._seed, self._isolated = kind, folder, seed, isolated
        self.result = Result(database=kind)
        #: Held by whoever has the database open from outside, and while the disk under it is away.
        self._outside = threading.Lock()
        self._random = Random(f"{seed}:edits")
        self._over = threading.Event()
        #: How much time has passed beside the real, and when last some did.
        self._passed, self._passed_at = timedelta(), time.monotonic()

    def run(self, seconds: float) -> Result:
        """Do it."""
        with contextlib.ExitStack() as stack:
            self._set_up(stack)
            self._begin(stack)
            self._suffer(seconds)
            self._settle()
            self._prove()
        return self.result

    def _set_up(self, stack: contextlib.ExitStack) -> None:
        clock, disk = Clock(self._folder), self._disk(stack)
        board, sinks = stack.enter_context(Board()), stack.enter_context(Sinks())
        names = self._names(board, stack)
        folder = self._folder / "disk"
        server = self._server(folder, stack) if self._kind == "postgresql" else None
        state = folder / "state"
        state.mkdir(mode=0o700)
        self._url = server.url if server else f"sqlite:///{state}/monitor.sqlite3"
        targets = "".join(_TARGET.format(name=name, url=url) for name, url in sinks.urls.items())
        config = self._folder / "monitor.toml"
        config.write_text(_CONFIG + targets, "utf-8")
        told = {"MONITOR_DATABASE__URL": self._url, "STATE_DIRECTORY": str(state)}
        self._environment = {**without_ours(), **clock.environment, **told}
        self._program = [sys.executable, "-m", "monitor", "--config", str(config)]
        self.stage = Stage(
            random=Random(f"{self._seed}:choices"),
            daemon=Daemon([*self._program, "run"], self._folder, environment=self._environment),
            board=board,
            sinks=sinks,
            server=server,
            clock=clock,
            names=names,
            disk=disk,
            repair=self._repair,
        )
        self._sites = board.urls(named=names is not None)

    def _disk(self, stack: contextlib.ExitStack) -> Disk | None:
        folder = self._folder / "disk"
        if self._isolated:
            with contextlib.suppress(DiskMissing):
                disk = Disk(folder, mib=_DISK_MIB[self._kind])
                stack.callback(disk.unmount)
                self.result.figures["disk"] = disk.kind
                return disk
        folder.mkdir(exist_ok=True)
        return None

    def _names(self, board: Board, stack: contextlib.ExitStack) -> NameServer | None:
        if self._isolated:
            with contextlib.suppress(OSError):
                stack.enter_context(isolation.resolving_by(self._folder, _NAME_SERVER))
                return stack.enter_context(NameServer(board.address_of, address=_NAME_SERVER))
        return None

    def _server(self, folder: Path, stack: contextlib.ExitStack) -> Postgresql:
        server = Postgresql(folder, self._folder / "postgresql.log")
        stack.callback(server.remove)
        server.start()
        stack.callback(server.stop)
        _wait(server.is_up, _BEGINNING, "the database server to answer")
        return server

    def _begin(self, stack: contextlib.ExitStack) -> None:
        """Watch every page, and let each be seen once."""
        self._verb("init")
        code, words = self._verb("add", *self._sites)
        if code:
            raise RuntimeError(f"nothing can be watched: {words}")
        self.stage.daemon.start()
        stack.callback(self.stage.daemon.end)
        _wait(self._has_seen_all, _BEGINNING, "every page to be seen once")
        editor = threading.Thread(target=self._edit, name="editor")
        editor.start()
        stack.callback(editor.join)
        stack.callback(self._over.set)

    def _verb(self, *words: str) -> tuple[int, str]:
        """Run a verb of the program; gives its code and what it said."""
        done = subprocess.run(
            [*self._program, *words],
            check=False,
            env=self._environment,
            cwd="/",
            timeout=_VERB,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return done.returncode, done.stdout

    def _whole(self) -> history.History | None:
        with self._outside, contextlib.suppress(StorageError):
            return history.whole(self._url)
        return None

    def _has_seen_all(self) -> bool:
        known = self._whole()
        return known is not None and len(known.versions) == len(self._sites) and all(known.versions.values())

    def _edit(self) -> None:
        """What employers do meanwhile, while time passes."""
        while not self._over.wait(_EDITS_APART):
            self._pass_time()
            with self._outside:
                told = history.told(self._url)
            for url, site in self._sites.items():
                if self._may_edit(site, told and told.get(url, [])):
                    site.edit(self._random)

    def _may_edit(self, site: Site, told: list[history.StoredChange] | None) -> bool:
        if not site.is_paced:
            return self._random.random() < 0.15  # noqa: PLR2004 - now and then
        return told is not None and len(of_posting(told)) >= len(site.edits) and self._random.random() < 0.5  # noqa: PLR2004 - as above

    def _suffer(self, seconds: float) -> None:
        """Faults, as planned."""
        able = {}
        for fault in FAULTS:
            if lack := fault.lacks(self.stage):
                self.result.skipped[fault.kind.name] = lack
            else:
                able[fault.kind.name] = fault
        begun, met = time.monotonic(), set()
        for moment in planned([it.kind for it in able.values()], seed=self._seed, seconds=seconds):
            time.sleep(max(0.0, begun + moment.at - time.monotonic()))
            fault = able[moment.name]
            if moment.begins and _comes_about(fault, self.stage):
                met.add(moment.number)
                self.result.faults[moment.name] += 1
            elif moment.number in met:
                fault.end(self.stage)
        for name, fault in able.items():
            if not self.result.faults[name] and _comes_about(fault, self.stage, _MADE_UP):
                self.result.faults[name] += 1
                time.sleep(fault.kind.least)
                fault.end(self.stage)

    def _repair(self) -> None:
        """Stop all that has files open on the disk, check it as it is done at the start of a machine, and go on."""
        stage = self.stage
        assert stage.disk
        stage.daemon.hold()
        if stage.server:
            stage.server.hold()
        with self._outside:
            stage.disk.repair()
        if stage.server:
            stage.server.resume()
        stage.daemon.resume()

    def _settle(self) -> None:
        """Edits end, and time passes until all is told."""
        self._over.set()
        begun, passed = time.monotonic(), self._passed
        while not self._is_quiet() and time.monotonic() - begun < _SETTLING:
            if self._passed - passed < _NIGHT:
                self._pass_time()
            time.sleep(0.5)
        self.result.figures["seconds until all was told"] = round(time.monotonic() - begun)
        self.result.figures["time that passed for it"] = str(self._passed - passed)

    def _pass_time(self) -> None:
        """Some, every few seconds."""
        if time.monotonic() - self._passed_at > _WHILE_SECONDS:
            self.stage.clock.jump(_WHILE)
            self._passed, self._passed_at = self._passed + _WHILE, time.monotonic()

    def _is_quiet(self) -> bool:
        known = self._whole()
        if known is None:
            return False
        if known.given_up():
            self.result.figures["given up, and sent again by hand"] = (
                int(self.result.figures.get("given up, and sent again by hand", 0)) + known.given_up()
            )
            self._verb("notify", "retry")
            return False
        return not known.waiting() and not any(the_last_version_is_the_truth(self._evidence(known)))

    def _evidence(self, known: history.History, **more: object) -> Evidence:
        given = {"ends": [], "hung": 0, "goodbye": 0, "checked": (0, ""), "strays": [], "left": []}
        given |= {"daemon": None, "holder": None} | more
        return Evidence(sites=self._sites, history=known, arrived=self.stage.sinks.arrived, **given)  # type: ignore[arg-type]

    def _prove(self) -> None:
        daemon = self.stage.daemon
        pid, holder = self._held()
        known = self._whole()
        goodbye = daemon.stop()
        left = daemon.left()
        if known is None:
            self.result.broken["the database can be read"] = ["it cannot"]
            return
        checked = self._verb("db", "check")
        evidence = self._evidence(
            known,
            ends=daemon.ends,
            hung=daemon.hung,
            goodbye=goodbye,
            checked=checked,
            strays=history.strays(self._url),
            left=left,
            daemon=pid,
            holder=holder,
        )
        self.result.broken = {name: list(proof(evidence)) for name, proof in INVARIANTS.items()}
        self._count(known)

    def _held(self) -> tuple[int | None, int | None]:
        """The daemon, and who holds the database: after one more start of its server, which frees it."""
        if self.stage.server:
            self.stage.server.hold()
            self.stage.server.resume()
        end = time.monotonic() + _HOLDING
        while True:
            with self._outside:
                pid, holder = self.stage.daemon.pid, history.holder_of(self._url)
            if (pid and pid == holder) or time.monotonic() > end:
                return pid, holder
            time.sleep(0.5)

    def _count(self, known: history.History) -> None:
        sinks, daemon = self.stage.sinks, self.stage.daemon
        arrived = sum(sum(it.values()) for it in sinks.arrived.values())
        ids = sum(map(len, sinks.arrived.values()))
        kinds = Counter(it.kind for told in known.changes.values() for it in told)
        by_itself = [it for it in daemon.ends if not it.wanted]
        self.result.figures |= {
            "pages served": self.stage.board.requests,
            "edits": sum(len(it.edits) for it in self._sites.values()),
            "edits, each of which had to be told": sum(len(it.edits) for it in self._sites.values() if it.is_paced),
            "changes told": sum(map(len, known.changes.values())),
            "changes told, by kind": ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())),
            "versions": sum(map(len, known.versions.values())),
            "messages": ids,
            "messages that came again, under their id": arrived - ids,
            "starts of the daemon": daemon.starts,
            "ends by itself, each with its reason": len(by_itself),
        }


def _comes_about(fault: Fault, stage: Stage, patience: float = _MEETING) -> bool:
    """Begin a fault; a child that is just being started can be killed a moment later."""
    end = time.monotonic() + patience
    while not fault.begin(stage):
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def _wait(done: object, patience: float, what: str) -> None:
    assert callable(done)
    end = time.monotonic() + patience
    while not done():
        if time.monotonic() > end:
            raise RuntimeError(f"waited in vain for {what}")
        time.sleep(0.2)
