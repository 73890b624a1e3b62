"""`db backup`: a copy of a database in use, verified after it was written."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, func, inspect, select, table

from storage import packing
from storage.contents import Contents, contents_of, could_be_ours, revision_and_counts
from storage.database import Database
from storage.errors import BackupFailed, BackupRefused, ProgramFailed
from storage.postgresql_programs import run

#: Ends the name of a backup that was not verified yet.
PART = ".part"
_PATIENCE_SECONDS = 60.0


def backup(database: Database, path: Path) -> None:
    """Writes a copy to a new file (0600); other processes go on meanwhile.

    SQLite: another SQLite database. PostgreSQL: a custom-format archive for `pg_restore`, written by `pg_dump`. What
    was written is read again: it is sound, of the same revision, and has as many rows of each table. A file whose name
    ends with ".zst" is compressed.

    Raises:
        BackupFailed: the file is there already, or being written, cannot be written, or is not a whole copy; nothing is
            left behind.
    """
    if path.exists():
        raise BackupFailed(f"{path} is there already and is not written over: name another file")
    try:
        with _writing(part_of(path)) as part:
            wanted = _copy(database.file, part) if database.file else _dump(database, part)
            _verify(part, wanted)
            if path.suffix == packing.ENDING:
                packed = part.with_name(f"{part.name}{packing.ENDING}")
                os.close(os.open(packed, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
                packing.pack(part, packed)
                packed.rename(path)
            else:
                part.rename(path)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(
            f"the backup {path} could not be written ({error}): make room, or name another file"
        ) from error
    except ProgramFailed as error:
        raise BackupFailed(f"no backup was made: {error}") from error


def part_of(path: Path) -> Path:
    """What a backup is called until it was verified."""
    return path.with_name(f"{path.name}{PART}")


def clear(part: Path) -> None:
    """Removes what a backup left that was killed; one that is being written is left alone."""
    with suppress(OSError):
        descriptor = os.open(part, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(part)
        finally:
            os.close(descriptor)


@contextmanager
def _writing(part: Path) -> Iterator[Path]:
    """An empty file (0600) that this process alone writes, gone when the block ends; its lock ends with the process."""
    descriptor = os.open(part, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(descriptor, part)
        os.ftruncate(descriptor, 0)
        try:
            yield part
        finally:
            _remove(part)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, part: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BackupFailed(f"{part} is being written by another process: wait, or name another file") from None
    except OSError:
        # A file system without locks, such as a share of another machine: there is only this backup's word.
        return


def _remove(part: Path) -> None:
    for end in ("", packing.ENDING, "-journal", "-wal", "-shm"):
        with suppress(OSError):
            part.with_name(f"{part.name}{end}").unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> Contents:
    """Copies and counts in one transaction of the source, so that both see the same rows."""
    # A backup has time: a log that is being recovered or cut keeps others out for a while.
    patient = sqlite3.connect(source, isolation_level=None, timeout=_PATIENCE_SECONDS)
    with closing(patient) as live, closing(sqlite3.connect(target)) as copy:
        live.execute("BEGIN")
        revision, counts = revision_and_counts(live)
        live.backup(copy)
        # One file without a log beside it until somebody opens it to write.
        copy.execute("PRAGMA journal_mode = DELETE")
    return Contents(kind="sqlite", revision=revision, counts=counts)


def _dump(database: Database, target: Path) -> Contents:
    """Dumps and counts from one snapshot; the password goes by the environment: arguments can be seen by every user."""
    with _exported(database) as (snapshot, wanted):
        shown, secret = shown_and_secret(database.url)
        how = ["--format=custom", "--encoding=UTF8", f"--snapshot={snapshot}"]
        run(["pg_dump", *how, f"--file={target}", f"--dbname={shown}"], secret)
    return wanted


def shown_and_secret(url: URL) -> tuple[str, dict[str, str]]:
    """A server's address for PostgreSQL's programs, and what they are told by the environment."""
    address = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    password = url.password or url.query.get("password")
    shown = address.difference_update_query(["password"]).render_as_string()
    return shown, {"PGPASSWORD": password} if isinstance(password, str) else {}


@contextmanager
def _exported(database: Database) -> Iterator[tuple[str, Contents]]:
    """A snapshot that another session can read from while the block runs, and what it holds."""
    with database.reading() as c:
        names = [name for name in inspect(c).get_table_names() if could_be_ours(name)]
        counts = {name: c.execute(select(func.count()).select_from(table(name))).scalar_one() for name in names}
        revision = database.revision()
        yield _snapshot(c), Contents(kind="postgresql", revision=revision, counts=counts)


def _snapshot(c: Connection) -> str:
    return str(c.execute(select(func.pg_export_snapshot())).scalar_one())


def _verify(path: Path, wanted: Contents) -> None:
    try:
        found = contents_of(path)
    except BackupRefused as error:
        raise BackupFailed(f"the copy is not sound ({error}), so it was not kept: run `monitor db check`") from error
    differing = sorted(it for it in wanted.counts if wanted.counts[it] != found.counts.get(it))
    if differing or found.revision != wanted.revision:
        differing = differing or ["its schema"]
        raise BackupFailed(f"the copy is not whole ({', '.join(differing)}), so it was not kept: try again")
