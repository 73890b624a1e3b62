"""Processes that send as the daemon does, and can be killed at any moment."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from functools import partial
from pathlib import Path

#: Has everything imported and forks for each life, so that a life begins in milliseconds.
_NURSE = Path(__file__).with_name("sending.py")


class Clock:
    """The same fast clock in several processes: `speed` of its seconds pass in one of ours."""

    def __init__(self, begin, speed):
        self.begin, self.speed, self.zero = begin, speed, time.monotonic()

    def __call__(self):
        return self.begin + timedelta(seconds=(time.monotonic() - self.zero) * self.speed)

    def as_json(self):
        return {"begin": self.begin.isoformat(), "speed": self.speed, "zero": self.zero}


class Senders:
    """Runs one sender after the other, each until it is killed.

    Args:
        url: of the database.
        settings: JSON of the settings.
        clock: a `Clock`.
        bases: where the services of apprise that no target can name are instead: {"slack": URL, "discord": URL}.
    """

    def __init__(self, url, settings, clock, bases):
        told = {"url": url, "settings": settings, "clock": clock.as_json(), "bases": bases}
        self.process = subprocess.Popen(
            [sys.executable, "-P", str(_NURSE), json.dumps(told)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pid = None

    def begin(self):
        print("live", file=self.process.stdin, flush=True)
        self.pid = int(self.process.stdout.readline())

    def killer(self):
        """What kills the sender that lives now, and no later one; it may be dead already."""
        return partial(_kill, self.pid)

    def end(self):
        """Wait for its end; gives what it ended with."""
        return int(self.process.stdout.readline())

    def close(self):
        if self.pid is not None:
            _kill(self.pid)
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


def _kill(pid):
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
