"""What a driver's error means: the one place that turns sqlite3's and psycopg's errors into our own."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFull,
    StorageError,
)
from storage.locating import file_of, secrets_of, without_secret

_LONGEST = 300

#: By the primary code of an SQLite error (https://sqlite.org/rescode.html).
_SQLITE = {
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_PERM: DatabaseReadOnly,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachable,
    sqlite3.SQLITE_IOERR: DatabaseUnreachable,
}

#: By the beginning of an SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), longest first.
_POSTGRESQL: Sequence[tuple[str, type[StorageError]]] = (
    ("25006", DatabaseReadOnly),
    ("42501", DatabaseReadOnly),
    ("53100", DiskFull),
    ("40001", DatabaseBusy),
    ("40P01", DatabaseBusy),
    ("55P03", DatabaseBusy),
    ("08", DatabaseUnreachable),
    ("28", DatabaseUnreachable),
    ("3D", DatabaseUnreachable),
    ("53", DatabaseUnreachable),
    ("57P", DatabaseUnreachable),
    ("58", DatabaseUnreachable),
    ("XX", DatabaseDamaged),
)

_SAYING: dict[type[StorageError], str] = {
    DatabaseReadOnly: "the database {where} takes no writes ({detail}): allow this user to write it and its directory",
    DiskFull: "no room left for the database {where} ({detail}): make room, then try again",
    DatabaseBusy: "the database {where} stayed locked by another process ({detail}): try again, or end that process",
    DatabaseDamaged: "{where} is damaged or no database ({detail}): restore a backup, or name another file",
    DatabaseUnreachable: "the database {where} cannot be reached ({detail}): check its address and that it is running",
}
_OF_A_FILE = (
    "{where} cannot be read or written ({detail}): check that its disk is there, without errors, and not read-only"
)


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turns drivers' errors into our own; broken constraints and wrong SQL are bugs and pass as they are."""
    try:
        yield
    except PoolTimeoutError as error:
        raise _said(DatabaseBusy, url, str(error)) from error
    except DBAPIError as error:
        meant = _meant(url, error.orig)
        if meant is None:
            raise
        raise meant from error
    except sqlite3.Error as error:
        meant = _meant(url, error)
        if meant is None:
            raise
        raise meant from error


def _meant(url: URL, error: BaseException | None) -> StorageError | None:
    found = _of_sqlite(url, error) if isinstance(error, sqlite3.Error) else _of_postgresql(error)
    return None if found is None else _said(found, url, str(error))


def _of_sqlite(url: URL, error: sqlite3.Error) -> type[StorageError] | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    path = file_of(url)
    if code == sqlite3.SQLITE_CANTOPEN and path and _is_read_only(path):
        return DatabaseReadOnly
    return _SQLITE.get(code)


def _is_read_only(path: Path) -> bool:
    """Whether a file is there, and no journal can be made beside it."""
    return path.is_file() and not os.access(path.parent, os.W_OK)


def _of_postgresql(error: BaseException | None) -> type[StorageError] | None:
    state = getattr(error, "sqlstate", None)
    if state is None:
        # psycopg: nothing answered, or the connection broke, so there is no state.
        return DatabaseUnreachable if type(error).__name__ == "OperationalError" else None
    return next((found for prefix, found in _POSTGRESQL if state.startswith(prefix)), None)


def _said(kind: type[StorageError], url: URL, detail: str) -> StorageError:
    for secret in secrets_of(url):
        detail = detail.replace(secret, "***")
    detail = " ".join(detail.split())[:_LONGEST]
    saying = _OF_A_FILE if kind is DatabaseUnreachable and file_of(url) else _SAYING[kind]
    return kind(saying.format(where=without_secret(url), detail=detail))
