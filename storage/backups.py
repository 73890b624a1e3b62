"""A folder of backups, named by their time: the newest are kept."""

import glob
import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.backup import PART, backup, clear, part_of
from storage.database import Database
from storage.errors import BackupFailed

_TIME = "%Y%m%dT%H%M%SZ"


def add(database: Database, folder: Path, *, now: datetime, name: str = "monitor") -> Path:
    """Writes a verified copy (see `storage.backup`) into a folder, which is made (0700) where it is missing.

    Args:
        database: Open; its schema may be an older one.
        folder: Where the copies are.
        now: Its time, in the copy's name; a second later where there is one of that second.
        name: What the copy's name begins with.

    Raises:
        BackupFailed: no copy was made; nothing is left behind.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BackupFailed(
            f"the folder {folder} for backups could not be made ({error.strerror}): name another"
        ) from error
    for left in folder.glob(f"{glob.escape(name)}-*.{_ending(database)}{PART}"):
        clear(left)
    path = _path(database, folder, now, name)
    while path.exists() or part_of(path).exists():
        now += timedelta(seconds=1)
        path = _path(database, folder, now, name)
    backup(database, path)
    return path


def _path(database: Database, folder: Path, at: datetime, name: str) -> Path:
    return folder / f"{name}-{at.astimezone(UTC):{_TIME}}.{_ending(database)}"


def rotate(database: Database, folder: Path, *, keep: int, name: str = "monitor") -> list[Path]:
    """Removes the oldest of the copies that `add` made under this name, but for `keep`; other files are left alone.

    Returns:
        What was removed, oldest first.
    """
    pattern = re.compile(rf"{re.escape(name)}-\d{{8}}T\d{{6}}Z\.{_ending(database)}")
    # Their names sort by time.
    copies = sorted(it for it in folder.iterdir() if pattern.fullmatch(it.name))
    gone = copies[: max(len(copies) - keep, 0)]
    for path in gone:
        with suppress(FileNotFoundError):
            path.unlink()
    return gone


def _ending(database: Database) -> str:
    return "sqlite3" if database.file else "dump"
