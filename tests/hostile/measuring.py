"""How long a hostile input takes and how much memory, in a process of its own."""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

_MIB = 1024
#: A process that is not done by then is ended.
_PATIENCE = 60


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one took."""

    #: Processor time, user and system.
    seconds: float
    #: The most that it held above what it held before, MiB.
    growth: float
    #: How the process ended; 0 is well.
    ended: int


def memory(name: str, pid: int | str = "self") -> float:
    """A line of a process's status ("VmRSS", "VmHWM"), MiB."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:  # noqa: PTH123 - no file of ours
        return next(int(line.split()[1]) for line in status if line.startswith(f"{name}:")) / _MIB


def forget_peak(pid: int | str = "self") -> None:
    """From now on VmHWM is the peak of what follows."""
    with open(f"/proc/{pid}/clear_refs", "w", encoding="ascii") as file:  # noqa: PTH123 - as above
        file.write("5")


def cost(work: Callable[[], object]) -> Cost:
    """What `work` takes in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _measure(work, writing)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read().split()
    _, ended = os.waitpid(child, 0)
    seconds, growth = map(float, said) if len(said) == 2 else (float(_PATIENCE), 0.0)
    return Cost(seconds=seconds, growth=growth, ended=ended)


def _measure(work: Callable[[], object], writing: int) -> None:
    signal.alarm(_PATIENCE)
    code = 1
    try:
        forget_peak()
        before, begun = memory("VmRSS"), time.process_time()
        work()
        took = time.process_time() - begun
        os.write(writing, f"{took:.3f} {memory('VmHWM') - before:.1f}".encode())
        code = 0
    finally:
        os._exit(code)
