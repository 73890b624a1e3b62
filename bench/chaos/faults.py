"""The faults: how each begins and ends, and whether this machine can have it."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from chaos import board, names, sinks
from chaos.clock import Clock
from chaos.disk import Disk
from chaos.plan import Kind
from chaos.server import Postgresql, pick
from chaos.services import Daemon

_LEAP = timedelta(days=2)


@dataclass(kw_only=True, slots=True)
class Stage:
    """All that faults happen to. What the machine cannot give is None."""

    random: Random
    daemon: Daemon
    board: board.Board
    sinks: sinks.Sinks
    server: Postgresql | None
    clock: Clock
    names: names.NameServer | None
    disk: Disk | None
    #: Puts the disk right again: whoever has files open on it has to go first.
    repair: Callable[[], None]
    #: Children that were stopped and are to go on, by the number of the fault.
    stopped: dict[str, list[int]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A fault. `begin` tells whether it came about: a child that is not there cannot be killed."""

    kind: Kind
    begin: Callable[[Stage], bool]
    end: Callable[[Stage], None] = lambda _: None
    #: Why it cannot be had here; "": it can.
    lacks: Callable[[Stage], str] = lambda _: ""


def _kill_children(stage: Stage, number: signal.Signals) -> bool:
    pids = stage.daemon.children()
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)
    return bool(pids)


def _stop_child(stage: Stage) -> bool:
    stage.stopped["child"] = stage.daemon.children()
    return _kill_children(stage, signal.SIGSTOP)


def _continue_child(stage: Stage) -> None:
    for pid in set(stage.stopped.pop("child", ())) & set(stage.daemon.children()):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def _kill_server(stage: Stage) -> bool:
    assert stage.server
    pid = pick(stage.server, stage.random)
    if pid is None:
        return False
    if pid == stage.server.pid:
        return stage.server.kill()
    os.kill(pid, signal.SIGKILL)
    return True


def _stop_server(stage: Stage) -> bool:
    assert stage.server
    # SIGINT: connections are cut; SIGQUIT: at once, without a word to the disk (postgres(1)).
    stage.server.hold(stage.random.choice((signal.SIGINT, signal.SIGQUIT)))
    return True


def _start_server(stage: Stage) -> None:
    assert stage.server
    stage.server.resume()


def _fill(stage: Stage) -> bool:
    assert stage.disk
    stage.disk.fill()
    return True


def _free(stage: Stage) -> None:
    assert stage.disk
    stage.disk.free()


def _fail_disk(stage: Stage) -> bool:
    assert stage.disk
    stage.disk.fail()
    if stage.random.random() < 0.5:  # noqa: PLR2004 - a coin
        stage.daemon.kill()  # so that it meets such a disk at its start, too
    return True


def _leap(by: timedelta) -> Callable[[Stage], bool]:
    def leap(stage: Stage) -> bool:
        stage.clock.jump(by)
        return True

    return leap


def _lose_names(stage: Stage) -> bool:
    assert stage.names
    stage.names.mood = stage.random.choice(names.MOODS[1:])
    return True


def _find_names(stage: Stage) -> None:
    assert stage.names
    stage.names.mood = "answers"


def _open_half(stage: Stage) -> bool:
    some = stage.random.sample(stage.board.sites, k=len(stage.board.sites) // 3)
    stage.board.misbehave(stage.random.choice(board.MOODS[1:]), some)
    return True


def _close_half(stage: Stage) -> None:
    stage.board.misbehave("well", [])


def _mute_targets(stage: Stage) -> bool:
    stage.sinks.misbehave(stage.random.choice(sinks.MOODS[1:]))
    return True


def _let_targets_speak(stage: Stage) -> None:
    stage.sinks.misbehave("take")


def _no_server(stage: Stage) -> str:
    return "" if stage.server else "SQLite has no server"


def _no_names(stage: Stage) -> str:
    return "" if stage.names else "no name server of our own: it takes namespaces"


def _no_disk(stage: Stage) -> str:
    return "" if stage.disk else "no disk of our own: it takes namespaces and mounts"


def _no_failing_disk(stage: Stage) -> str:
    return _no_disk(stage) or ("" if stage.disk and stage.disk.can_fail else "a tmpfs cannot fail: no loop device")


FAULTS = (
    Fault(
        kind=Kind(name="kill -9 of the daemon"),
        begin=lambda stage: stage.daemon.kill(),
    ),
    Fault(
        kind=Kind(name="kill -9 of the crawler child"),
        begin=lambda stage: _kill_children(stage, signal.SIGKILL),
    ),
    Fault(kind=Kind(name="kill -9 of the database server", group="server"), begin=_kill_server, lacks=_no_server),
    Fault(
        kind=Kind(name="restart of the database", least=0.5, most=4, group="server"),
        begin=_stop_server,
        end=_start_server,
        lacks=_no_server,
    ),
    Fault(
        kind=Kind(name="SIGSTOP of the child, then SIGCONT", least=1, most=4, group="child"),
        begin=_stop_child,
        end=_continue_child,
    ),
    Fault(
        kind=Kind(name="SIGSTOP of the child for good", group="child"),
        begin=lambda stage: _kill_children(stage, signal.SIGSTOP),
    ),
    Fault(kind=Kind(name="full disk", least=3, most=7, group="disk"), begin=_fill, end=_free, lacks=_no_disk),
    Fault(
        kind=Kind(name="disk turned read-only", least=3, most=7, group="disk"),
        begin=_fail_disk,
        end=lambda stage: stage.repair(),
        lacks=_no_failing_disk,
    ),
    Fault(kind=Kind(name="clock 2 days forward"), begin=_leap(_LEAP)),
    Fault(kind=Kind(name="clock 2 days back"), begin=_leap(-_LEAP)),
    Fault(
        kind=Kind(name="no names (DNS)", least=3, most=6, group="fetch"),
        begin=_lose_names,
        end=_find_names,
        lacks=_no_names,
    ),
    Fault(
        kind=Kind(name="half-open boards", least=4, most=8, group="fetch"),
        begin=_open_half,
        end=_close_half,
    ),
    Fault(
        kind=Kind(name="half-open targets", least=4, most=8),
        begin=_mute_targets,
        end=_let_targets_speak,
    ),
)
