"""Where a database is: its URL read, its file made, its address told without secrets."""

import errno
import os
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import DatabaseReadOnly, DatabaseUnreachable, DiskFull, StorageError

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_SECRETS = ("password", "sslpassword")
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


def located(url: str) -> URL:
    """The URL with the driver that is used for it.

    Raises:
        DatabaseUnreachable: it names no database that can be used; the text may hold a password and is not repeated.
    """
    allowed = "it is sqlite:////absolute/path or postgresql://user@host/name"
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseUnreachable(f"the database URL cannot be read: {allowed}") from None
    if parsed.drivername not in _DRIVERS:
        raise DatabaseUnreachable(f"{parsed.drivername}:// is no database that can be used: {allowed}")
    if parsed.drivername.startswith("sqlite") and parsed.database in {None, "", ":memory:"}:
        raise DatabaseUnreachable(f"the database URL names no file, so nothing would be kept: {allowed}")
    return parsed.set(drivername=_DRIVERS[parsed.drivername])


def without_secret(url: URL) -> str:
    """The URL as it may be shown."""
    shown = url.set(drivername=url.get_backend_name()).difference_update_query(_SECRETS)
    return shown.render_as_string(hide_password=True)


def secrets_of(url: URL) -> tuple[str, ...]:
    """What must not be shown."""
    found = (url.password, *(url.query.get(name) for name in _SECRETS))
    return tuple(secret for secret in found if isinstance(secret, str) and secret)


def file_of(url: URL) -> Path | None:
    """The file of an SQLite database; None for a server."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def make_file(path: Path) -> None:
    """Makes an empty database file for its owner alone (0600, its directory 0700); one that is there is left alone.

    Raises:
        DatabaseReadOnly, DiskFull, DatabaseUnreachable: the file system does not allow it.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise _file_error(path, error) from error


def _file_error(path: Path, error: OSError) -> StorageError:
    if error.errno in _READ_ONLY:
        return DatabaseReadOnly(f"{path} cannot be made ({error.strerror}): allow writing there, or name another place")
    if error.errno == errno.ENOSPC:
        return DiskFull(f"{path} cannot be made: the disk is full; make room")
    return DatabaseUnreachable(f"{path} cannot be made ({error.strerror}): name another place")
