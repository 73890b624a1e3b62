"""One daemon for a database: whoever holds the lock, with a row that says who that is.

The lock ends with its process, however that ends: SQLite has a lock file beside it (`flock`), PostgreSQL an advisory
lock of a session. The row only names the holder and counts while the lock is held.
"""

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from storage.database import Database
from storage.errors import DatabaseHeld, DatabaseReadOnly, StorageError
from storage.failures import told
from storage.rows import Holder
from storage.statements import upsert
from storage.tables import holder

#: Of the advisory lock (PostgreSQL).
_LOCK = 0x6D6F6E33

#: How often and how long apart a lock is asked for: `held_by` takes the file's for a moment.
_TRIES, _APART_SECONDS = 10, 0.05

_IS_HELD = text(
    "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = :lock"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
)


@contextmanager
def hold(database: Database, *, now: datetime, what: str) -> Iterator[None]:
    """Holds the database while the block runs.

    Args:
        database: Opened and upgraded.
        now: Since when it is held, in UTC.
        what: Who holds it, for people: "monitor run".

    Raises:
        DatabaseHeld: another process holds it.
        DatabaseReadOnly: the lock file cannot be made.
    """
    with _file_lock(database) if database.file else _server_lock(database):
        row = {"id": 1, "pid": os.getpid(), "host": socket.gethostname(), "what": what, "since": now}
        with database.writing() as c:
            c.execute(upsert(c, holder).values(row).on_conflict_do_update(index_elements=["id"], set_=row))
        yield


@contextmanager
def alone(database: Database) -> Iterator[None]:
    """Keeps daemons off while the block runs, also from a database without tables, or that is damaged.

    Raises:
        DatabaseHeld: one runs on it.
        DatabaseReadOnly: the lock file cannot be made.
    """
    with _file_lock(database) if database.file else _server_lock(database):
        yield


def held_by(database: Database) -> Holder | None:
    """Who holds the database now; None where nobody does, or it cannot be told."""
    if not _is_held(database):
        return None
    with database.reading() as c:
        row = c.execute(select(holder.c.pid, holder.c.host, holder.c.what, holder.c.since)).one_or_none()
    return None if row is None else Holder(**row._asdict())


def _is_held(database: Database) -> bool:
    if database.file:
        with suppress(FileNotFoundError, PermissionError), _lock_path(database.file).open("rb") as file:
            return not _locked(file.fileno(), fcntl.LOCK_SH)
        return False
    with database.reading() as c:
        return bool(c.scalar(_IS_HELD, {"lock": _LOCK}))


@contextmanager
def _file_lock(database: Database) -> Iterator[None]:
    assert database.file is not None
    path = _lock_path(database.file)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise DatabaseReadOnly(f"{path} cannot be made ({error.strerror}): allow this user to write there") from error
    try:
        for attempt in range(_TRIES):
            if _locked(descriptor, fcntl.LOCK_EX):
                break
            if attempt == _TRIES - 1:
                raise _refused(database)
            time.sleep(_APART_SECONDS)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _server_lock(database: Database) -> Iterator[None]:
    with told(database.url), database.engine.connect() as connection:
        session = connection.execution_options(isolation_level="AUTOCOMMIT")
        # Out of the pool, so that the lock ends with this block and not when the pool likes.
        session.detach()
        if not _session_locked(session):
            raise _refused(database)
        yield


def _session_locked(session: Connection) -> bool:
    return bool(session.scalar(select(func.pg_try_advisory_lock(_LOCK))))


def _locked(descriptor: int, kind: int) -> bool:
    """Whether the lock was there to be taken; closing the file ends it."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lock_path(file: Path) -> Path:
    return file.with_name(f"{file.name}.lock")


def _refused(database: Database) -> DatabaseHeld:
    row = None
    # Who restores a backup may hold a database without tables, or one that cannot be read.
    with suppress(StorageError, SQLAlchemyError), database.reading() as c:
        row = c.execute(select(holder)).one_or_none()
    if row is None:
        return DatabaseHeld(None, "", None)
    return DatabaseHeld(row.pid, row.host, row.since, row.what)
