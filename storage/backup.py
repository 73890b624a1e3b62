"""`db backup`: a copy of a database in use, verified after it was written."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import URL

from storage.database import Database
from storage.errors import BackupFailed

_LONGEST = 300


def backup(database: Database, path: Path) -> None:
    """Writes a copy to a new file (0600); other processes go on meanwhile.

    SQLite: another SQLite database. PostgreSQL: a custom-format archive for `pg_restore`, written by `pg_dump`.

    Raises:
        BackupFailed: the file is there already, cannot be written, or is not a whole copy; nothing is left behind.
    """
    part = path.with_name(f"{path.name}.part")
    if path.exists():
        raise BackupFailed(f"{path} is there already and is not written over: name another file")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
        if database.file:
            _copy(database.file, part)
        else:
            _dump(database.url, part)
        part.rename(path)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(
            f"the backup {path} could not be written ({error}): make room, or name another file"
        ) from error
    finally:
        for leftover in (part, *(part.with_name(f"{part.name}{end}") for end in ("-journal", "-wal", "-shm"))):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        # One file without a log beside it until somebody opens it to write.
        copy.execute("PRAGMA journal_mode = DELETE")
        found = [*copy.execute("PRAGMA integrity_check"), *copy.execute("PRAGMA foreign_key_check")]
    if found != [("ok",)]:
        raise BackupFailed(f"the copy is not sound ({found[0]}), so it was not kept: run `monitor db check`")


def _dump(url: URL, target: Path) -> None:
    """The password goes by the environment: arguments can be seen by every user of the machine."""
    address = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    password = url.password or url.query.get("password")
    shown = address.difference_update_query(["password"]).render_as_string()
    secret = {"PGPASSWORD": password} if isinstance(password, str) else {}
    _run(["pg_dump", "--format=custom", f"--file={target}", f"--dbname={shown}"], secret)
    _run(["pg_restore", "--list", str(target)], {})


def _run(command: list[str], environment: dict[str, str]) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise BackupFailed(f"{command[0]} is not on the PATH: install PostgreSQL's client programs")
    done = subprocess.run(  # noqa: S603 - the program is PostgreSQL's own, no shell reads the arguments
        [program, *command[1:]],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = " ".join(done.stderr.split())[:_LONGEST]
        raise BackupFailed(f"{command[0]} made no backup ({said}): check that it is as new as the server")
