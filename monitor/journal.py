"""Logs for systemd's journal, with fields: `journalctl MONITOR_WATCH=7` finds what was said of watch 7.

Its native protocol, one datagram a message (https://systemd.io/JOURNAL_NATIVE_PROTOCOL). A log call names what it is
about with `extra=about(...)`, or is made within `concerning(...)`, whoever makes it; handlers that know no fields take
no notice of it.
"""

import logging
import os
import socket
import sys
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

SOCKET = Path("/run/systemd/journal/socket")

#: syslog's severities (RFC 5424, 6.2.1) of Python's levels.
_PRIORITIES = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}
#: A datagram has its limits (net.core.wmem_max); nobody reads further in one message.
_LONGEST = 32 * 1024
#: Seconds that a busy journal may hold up the work.
_PATIENCE = 1.0


#: What the work that is done now is about.
_watches: ContextVar[tuple[int, ...]] = ContextVar("watches", default=())


@cache
def run_id() -> str:
    """One life of this program: systemd's own name for it, where it started us."""
    return os.environ.get("INVOCATION_ID") or uuid.uuid4().hex


def about(
    *watches: int, outcome: str | None = None, target: str | None = None, host: str | None = None
) -> dict[str, Any]:
    """What a message is about, for `extra`: numbers of watches, how a check ended, where notices go, whose page."""
    return {"watches": watches, "outcome": outcome, "target": target, "host": host}


@contextmanager
def concerning(*watches: int) -> Iterator[None]:
    """Whatever is logged in this block, also in threads that it starts and waits for, is about these watches."""
    token = _watches.set(watches)
    try:
        yield
    finally:
        _watches.reset(token)


class Concerned(logging.Filter):
    """Names the watches of a record that names none itself."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let everything pass."""
        if not getattr(record, "watches", ()):
            record.watches = _watches.get()
        return True


def is_ours(environ: Mapping[str, str], stream: int = 2) -> bool:
    """Whether a stream (a file descriptor) goes to the journal: systemd says which it connected (systemd.exec(5))."""
    try:
        found = os.fstat(stream)
    except OSError:
        return False
    return environ.get("JOURNAL_STREAM") == f"{found.st_dev}:{found.st_ino}" and SOCKET.exists()


class JournalHandler(logging.Handler):
    """Sends records to the journal; what it does not take goes to standard error."""

    def __init__(self, address: Path = SOCKET, *, run: str | None = None) -> None:
        super().__init__()
        self._address = str(address)
        self._run = run or run_id()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
        self._socket.settimeout(_PATIENCE)

    def emit(self, record: logging.LogRecord) -> None:
        """Send one record."""
        try:
            message = b"".join(_field(name, value) for name, value in self._fields(record))
            self._socket.sendto(message, self._address)
        except OSError as error:
            sys.stderr.write(f"{record.levelname} {record.name}: {self.format(record)} (no journal: {error})\n")
        except Exception:  # noqa: BLE001 - as the library's own handlers: a message that cannot be made ends nothing
            self.handleError(record)

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()
        super().close()

    def _fields(self, record: logging.LogRecord) -> Iterator[tuple[str, object]]:
        yield "MESSAGE", self.format(record)
        yield "PRIORITY", _PRIORITIES.get(record.levelno, 6)
        yield "SYSLOG_IDENTIFIER", "monitor"
        yield "LOGGER", record.name
        yield "MONITOR_RUN", self._run
        yield from _about(record)


def _about(record: logging.LogRecord) -> Iterator[tuple[str, object]]:
    """A field may be there more than once: a digest is about many watches."""
    watches: Iterable[int] = getattr(record, "watches", ())
    yield from (("MONITOR_WATCH", watch) for watch in watches)
    for name in ("outcome", "target", "host"):
        if (value := getattr(record, name, None)) is not None:
            yield f"MONITOR_{name.upper()}", value


def _field(name: str, value: object) -> bytes:
    """A line, or for a value with line breaks its name, its length and itself: so that none can forge a field."""
    text = str(value).encode(errors="replace")[:_LONGEST]
    if b"\n" in text:
        return name.encode() + b"\n" + len(text).to_bytes(8, "little") + text + b"\n"
    return name.encode() + b"=" + text + b"\n"
