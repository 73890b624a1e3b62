"""How much room the database takes, and what takes it."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, literal_column, select

from storage.database import Database
from storage.tables import capture, snapshot

#: More snapshots than these are estimated from a part of them.
_COUNTED = 4096
#: Of SQLite, beside the file itself.
_BESIDE = ("-wal", "-shm")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sizes:
    """Numbers, and bytes on the disk."""

    #: Of everything; on a server, what that says of the database.
    database_bytes: int
    snapshots: int
    #: Compressed; estimated where there are many.
    snapshot_bytes: int
    #: Pages that were not believed; their bodies are snapshots too.
    captures: int


def sizes(database: Database, c: Connection) -> Sizes:
    """How much room everything takes now.

    Args:
        database: which.
        c: a connection to it that reads.
    """
    number = c.execute(select(func.count(literal_column("1"))).select_from(snapshot)).scalar_one()
    return Sizes(
        database_bytes=_of_file(database.file) if database.file else _of_server(c),
        snapshots=number,
        snapshot_bytes=_of_snapshots(c, number),
        captures=c.execute(select(func.count()).select_from(capture)).scalar_one(),
    )


def server_version(c: Connection) -> str | None:
    """What a database server calls its version; None for SQLite."""
    return None if c.dialect.name == "sqlite" else str(c.scalar(select(func.current_setting("server_version"))))


def _of_file(file: Path) -> int:
    paths = (file, *(file.with_name(f"{file.name}{it}") for it in _BESIDE))
    return sum(path.stat().st_size for path in paths if path.exists())


def _of_server(c: Connection) -> int:
    return int(c.execute(select(func.pg_database_size(func.current_database()))).scalar_one())


def _of_snapshots(c: Connection, number: int) -> int:
    """The keys are hashes: those that begin alike are as good a sample as any."""
    wanted = select(func.coalesce(func.sum(func.length(snapshot.c.data)), 0), func.count())
    if number <= _COUNTED:
        return int(c.execute(wanted).one()[0])
    prefix = "0" * next(digits for digits in range(1, 16) if number < _COUNTED * 16**digits)
    total, seen = c.execute(wanted.where(snapshot.c.sha256 < f"{prefix[:-1]}1")).one()
    return int(total) * number // seen if seen else 0
