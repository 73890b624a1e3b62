"""One daemon for a database: whoever holds the lock, with a row that says who that is.

The lock ends with its process, however that ends: SQLite has a lock file beside it (`flock`), PostgreSQL an advisory
lock of a session. The row only names the holder and counts while the lock is held.
"""

import fcntl
import os
import socket
import time
from collections.abc import Callable, Iterator
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

#: How often and how long apart a lock is asked for: `held_by` takes the file's for a moment, and a server needs one to
#: notice that a process was killed.
_TRIES, _APART_SECONDS = 20, 0.1

_IS_HELD = text(
    "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = :lock"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))"
)


class _FileLock:
    """Of a file beside an SQLite database."""

    def __init__(self, database: Database, path: Path) -> None:
        try:
            self._descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise DatabaseReadOnly(
                f"{path} cannot be made ({error.strerror}): allow this user to write there"
            ) from error
        if not _taken(lambda: _locked(self._descriptor, fcntl.LOCK_EX)):
            self.release()
            raise _refused(database)

    def keep(self) -> bool:
        """Always: nothing ends it but its process."""
        return True

    def release(self) -> None:
        os.close(self._descriptor)


class _ServerLock:
    """Of a session of a PostgreSQL server; ends with it, also when the server is started anew."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._session = self._take()

    def keep(self) -> bool:
        """Whether it was still there; it is taken again where it was not."""
        try:
            self._session.scalar(select(1))
        except SQLAlchemyError:
            self.release()
            self._session = self._take()
            return False
        return True

    def release(self) -> None:
        # Asked for, since a server that only sees its client gone takes a moment to free the lock.
        with suppress(SQLAlchemyError):
            self._session.scalar(select(func.pg_advisory_unlock(_LOCK)))
        with suppress(SQLAlchemyError):
            self._session.close()

    def _take(self) -> Connection:
        with told(self._database.url):
            session = self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            # Out of the pool, so that the lock ends when it is released and not when the pool likes.
            session.detach()
            if not _taken(lambda: bool(session.scalar(select(func.pg_try_advisory_lock(_LOCK))))):
                session.close()
                raise _refused(self._database)
            return session


class Hold:
    """This process has the database to itself; the row says so."""

    def __init__(self, database: Database, lock: _FileLock | _ServerLock, since: datetime, what: str) -> None:
        self._database = database
        self._lock = lock
        self._row = {"id": 1, "pid": os.getpid(), "host": socket.gethostname(), "what": what, "since": since}
        self._sign()

    def keep(self) -> None:
        """Take the lock again where it was lost: a server's ends when that server is started anew.

        Raises:
            DatabaseHeld: another process was quicker.
            StorageError: the server does not answer.
        """
        if not self._lock.keep():
            self._sign()

    def _sign(self) -> None:
        with self._database.writing() as c:
            c.execute(upsert(c, holder).values(self._row).on_conflict_do_update(index_elements=["id"], set_=self._row))


@contextmanager
def hold(database: Database, *, now: datetime, what: str) -> Iterator[Hold]:
    """Holds the database while the block runs.

    Args:
        database: Opened and upgraded.
        now: Since when it is held, in UTC.
        what: Who holds it, for people: "monitor run".

    Raises:
        DatabaseHeld: another process holds it.
        DatabaseReadOnly: the lock file cannot be made.
    """
    with _lock(database) as lock:
        yield Hold(database, lock, now, what)


@contextmanager
def alone(database: Database) -> Iterator[None]:
    """Keeps daemons off while the block runs, also from a database without tables, or that is damaged.

    Raises:
        DatabaseHeld: one runs on it.
        DatabaseReadOnly: the lock file cannot be made.
    """
    with _lock(database):
        yield


@contextmanager
def _lock(database: Database) -> Iterator[_FileLock | _ServerLock]:
    lock = _FileLock(database, _lock_path(database.file)) if database.file else _ServerLock(database)
    try:
        yield lock
    finally:
        lock.release()


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


def _taken(asked: Callable[[], bool]) -> bool:
    """Whether a lock was got; another is waited for only as long as it may be about to end."""
    for _ in range(_TRIES - 1):
        if asked():
            return True
        time.sleep(_APART_SECONDS)
    return asked()


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
