"""A wall clock that can be set: that of the service and its child, not of the machine.

A small library in C, put before the C library's (LD_PRELOAD), adds an offset to what `clock_gettime` says. The offset
lies in a file that every process maps when it starts, so that a jump is one write.
"""

import mmap
import shutil
import struct
import subprocess
import threading
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

_SOURCE = Path(__file__).with_name("clock.c")
_MICROSECOND = timedelta(microseconds=1)


class Clock:
    """The clock of everything that is started with its `environment`."""

    def __init__(self, folder: Path) -> None:
        """Compile the library into a folder.

        Raises:
            ClockMissing: there is no C compiler, or it cannot make the library.
        """
        compiler = shutil.which("cc")
        if compiler is None:
            raise ClockMissing("no C compiler")
        self._library, self._file = folder / "clock.so", folder / "clock"
        made = subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-o", str(self._library), str(_SOURCE), "-ldl"],
            check=False,
            capture_output=True,
        )
        if made.returncode:
            raise ClockMissing("the C compiler cannot make the library")
        self._file.write_bytes(bytes(8))
        with self._file.open("r+b") as file:
            self._offset = mmap.mmap(file.fileno(), 8)
        self._ahead = timedelta()
        self._lock = threading.Lock()

    @property
    def environment(self) -> Mapping[str, str]:
        """What makes a process live by this clock."""
        return {"LD_PRELOAD": str(self._library), "CHAOS_CLOCK": str(self._file)}

    @property
    def ahead(self) -> timedelta:
        """How far it is ahead of the machine's."""
        return self._ahead

    def jump(self, by: timedelta) -> None:
        """Set it forward, or back."""
        with self._lock:
            self._ahead += by
            self._offset[:] = struct.pack("q", self._ahead // _MICROSECOND * 1000)


class ClockMissing(Exception):
    """No clock of our own can be made here."""
