"""What becomes of calls of the service's own address: its metrics are served, asked hostilely, and asked again."""

import contextlib
import socket
import struct
from pathlib import Path
from urllib.request import urlopen

from monitor.telemetry import metrics
from storage.database import Database
from tests.hostile.inputs import Asked

#: Seconds; generous, for nothing that is right takes a part of it.
_PATIENCE = 30.0
_MOST_READ = 4 * 1024 * 1024
_RESET = struct.pack("ii", 1, 0)


class Endpoint:
    """The metrics of a database, at a free port of this machine, until it is closed."""

    def __init__(self, file: Path) -> None:
        self._database = Database.open(f"sqlite:///{file}")
        metrics.serve("127.0.0.1:0", self._database)
        assert metrics._now is not None
        self._address = metrics._now.address

    def close(self) -> None:
        """Frees the address."""
        metrics.serve("", self._database)
        self._database.close()

    def ask(self, asked: Asked) -> str:
        """The first line of the answer, as far as there is one."""
        with socket.create_connection(self._address, timeout=_PATIENCE) as caller:
            if asked.hangs_up:
                caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            with contextlib.suppress(ConnectionError):  # it need not listen to the end
                caller.sendall(asked.raw)
                if asked.hangs_up:
                    return ""
                with contextlib.suppress(OSError):  # it is gone
                    caller.shutdown(socket.SHUT_WR)
            return _first_line(caller)

    def is_well(self) -> bool:
        """Whether who asks as Prometheus does is answered."""
        host, port = self._address
        with urlopen(f"http://{host}:{port}/metrics", timeout=_PATIENCE) as answer:
            return b"monitor_database_up 1.0" in answer.read()


def _first_line(caller: socket.socket) -> str:
    """Of the whole answer, which is read."""
    answer = b""
    with contextlib.suppress(ConnectionError):
        while len(answer) < _MOST_READ and (piece := caller.recv(65_536)):
            answer += piece
    return answer.partition(b"\r\n")[0].decode("latin-1")[:200]
