"""A process that ends with the one that started it, however that ends, and whatever holds itself up meanwhile.

Imports next to nothing: until the process is tied it can outlive the other, so this comes before all else.
"""

import ctypes
import os
import signal
import sys
from contextlib import suppress

_PR_SET_PDEATHSIG = 1


def tie(parent: int) -> bool:
    """Have Linux kill this process when its parent dies; on other systems the end of its input has to do.

    Who starts it puts it in a process group of its own within its own session. Such a group that is stopped is woken
    by a hangup when its parent dies (setpgid(2), "orphaned"), so that also one that is stopped before it gets here
    ends. Once tied it leaves for a session of its own, away from any terminal.

    Args:
        parent: the process that started it. It is the thread that did so whose end counts (prctl(2)).

    Returns:
        Whether the parent is still there.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, *map(ctypes.c_ulong, (signal.SIGKILL, 0, 0, 0)))
    with suppress(OSError):  # it has gone, or this one leads a session already
        os.setpgid(0, os.getpgid(parent))  # the leader of a group cannot leave its session
        os.setsid()
    return os.getppid() == parent
