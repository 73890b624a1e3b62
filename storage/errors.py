"""What can go wrong with the database, one tree; each says what happened, where and what to do, never a password.

StorageError
├── DriverMissing          PostgreSQL was asked for and its driver is not installed
├── DatabaseUnreachable    no such file, no such server, refused
├── DatabaseReadOnly       the file, its directory or the server takes no writes
├── DiskFull
├── DatabaseBusy           another process kept it locked for too long
├── DatabaseDamaged        not a database, or damaged
├── SchemaTooNew           made by a newer program
├── SchemaTooOld           to be upgraded first
├── UpgradeFailed          a step of an upgrade failed, all were undone
├── DatabaseHeld           another daemon runs on it
├── BackupFailed
├── BackupRefused          a file that is given to restore is no backup, or none that can be restored
├── RestoreRefused         what is there would be lost, or is in use
├── ProgramFailed          pg_dump or pg_restore is not there, or failed
├── UrlTooLong             a watch's URL, longer than an index takes
├── NoSuchWatch
├── NoSuchVersion
├── NoSuchChange
└── StaleCheck             the watch moved on while it was being checked
"""

from datetime import datetime
from pathlib import Path


class StorageError(Exception):
    """The database could not do what was asked."""


class DriverMissing(StorageError):
    """PostgreSQL was asked for and its driver is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "PostgreSQL was asked for and its driver psycopg is not installed; install posting-monitor[postgres]"
        )


class DatabaseUnreachable(StorageError):
    """There is no database where one was named, or it does not answer."""


class DatabaseReadOnly(StorageError):
    """The database, its directory or its server takes no writes."""


class DiskFull(StorageError):
    """The file system of the database has no room left."""


class DatabaseBusy(StorageError):
    """Another process kept the database locked for too long."""


class DatabaseDamaged(StorageError):
    """The file is not a database, or what it holds is not what was written."""


class SchemaTooNew(StorageError):
    """The database was made by a newer program than this one."""

    def __init__(self, found: str, known: str) -> None:
        self.found = found
        self.known = known
        super().__init__(
            f"the database has schema {found}, this program knows schemas up to {known}: "
            "install the newer program again, or restore a backup made before the upgrade"
        )


class SchemaTooOld(StorageError):
    """The database has to be upgraded before this program can use it."""

    def __init__(self, found: str | None, needed: str) -> None:
        self.found = found
        self.needed = needed
        has = f"has schema {found}" if found else "has no tables yet"
        super().__init__(f"the database {has}, this program needs schema {needed}: run `monitor db upgrade`")


class UpgradeFailed(StorageError):
    """A step of an upgrade failed; all of them were undone."""

    def __init__(self, found: str | None, wanted: str, why: str, backup: Path | None) -> None:
        self.backup = backup
        kept = f"; a verified backup from before is {backup}" if backup else ""
        super().__init__(
            f"the upgrade of the database from schema {found or 'none'} to {wanted} failed and was undone ({why}): the "
            f"database is as it was, so the earlier program still runs on it{kept}"
        )


class DatabaseHeld(StorageError):
    """Another daemon runs on this database."""

    def __init__(self, pid: int | None, host: str, since: datetime | None, what: str = "monitor") -> None:
        self.pid = pid
        self.host = host
        self.since = since
        who = what if pid is None else f"{what} (pid {pid} on {host}, since {since:%Y-%m-%d %H:%M:%S} UTC)"
        super().__init__(f"the database is held by {who}: stop that one first, or name another database")


class BackupFailed(StorageError):
    """No backup was made, or what was written is not a copy."""


class BackupRefused(StorageError):
    """A file that is given to restore is no backup, or none that can be restored; nothing was changed."""


class RestoreRefused(StorageError):
    """What is in the database would be lost, or is in use; nothing was changed."""


class ProgramFailed(StorageError):
    """One of PostgreSQL's programs is not there, or did not do what it was asked."""


class UrlTooLong(StorageError):
    """A watch's URL is longer than an index takes."""


class NoSuchWatch(StorageError):
    """No watch has this number or URL."""

    def __init__(self, wanted: int | str) -> None:
        self.wanted = wanted
        super().__init__(f"there is no watch {wanted}: `monitor list` shows the watches")


class NoSuchVersion(StorageError):
    """The watch has no version of this number."""

    def __init__(self, watch_id: int, seq: int) -> None:
        super().__init__(f"watch {watch_id} has no version {seq}: `monitor history {watch_id}` shows its versions")


class NoSuchChange(StorageError):
    """No change has this number."""

    def __init__(self, change_id: int) -> None:
        super().__init__(f"there is no change {change_id}: `monitor changes` shows the changes")


class StaleCheck(StorageError):
    """The watch moved on (checked, re-read or removed by somebody else) while it was being checked."""

    def __init__(self, watch_id: int) -> None:
        self.watch_id = watch_id
        super().__init__(
            f"watch {watch_id} moved on while it was being checked, so this look at it was not recorded: check it again"
        )
