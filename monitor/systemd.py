"""Words to systemd, where it started us: READY, STATUS, WATCHDOG (sd_notify(3)); silence elsewhere."""

import os
import socket
from datetime import timedelta


class Notifier:
    """Sends notifications to the socket that systemd names in NOTIFY_SOCKET."""

    def __init__(self) -> None:
        #: An abstract socket's "@" stands for a leading NUL (sd_notify(3)).
        self._address = os.environ.get("NOTIFY_SOCKET", "").replace("@", "\0", 1)

    def ready(self, status: str) -> None:
        """Start-up is done."""
        self._send("READY=1", f"STATUS={status}")

    def status(self, status: str) -> None:
        """One line for `systemctl status`."""
        self._send(f"STATUS={status}")

    def watchdog(self) -> None:
        """The loop that does the work is alive."""
        self._send("WATCHDOG=1")

    def reloading(self, monotonic_usec: int) -> None:
        """A reload begins; `ready` ends it."""
        self._send("RELOADING=1", f"MONOTONIC_USEC={monotonic_usec}")

    def stopping(self) -> None:
        """Shut-down begins."""
        self._send("STOPPING=1")

    def _send(self, *lines: str) -> None:
        if not self._address:
            return
        message = "\n".join(line.replace("\n", " ") for line in lines).encode()
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
            channel.setblocking(False)
            try:
                channel.sendto(message, self._address)
            except OSError:
                return  # systemd restarts, or is too busy to listen; work must not wait for it


def watchdog_interval() -> timedelta | None:
    """How often systemd wants to hear WATCHDOG=1, halved as sd_watchdog_enabled(3) advises; None: never."""
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    microseconds = int(os.environ.get("WATCHDOG_USEC", "0"))
    return timedelta(microseconds=microseconds / 2) if microseconds > 0 else None
