"""Room on the disk: what is left beside the database, and what its backups take."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Backups:
    """The copies that were made by themselves."""

    number: int
    bytes: int
    newest_at: datetime | None


def free_bytes(folder: Path) -> int | None:
    """What may still be written there; None where that cannot be told."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def backups_in(folder: Path) -> Backups:
    """The files of a folder; none where it is missing or cannot be looked into."""
    try:
        found = [it.stat() for it in folder.iterdir() if it.is_file()]
    except OSError:
        found = []
    newest = max((it.st_mtime for it in found), default=None)
    return Backups(
        number=len(found),
        bytes=sum(it.st_size for it in found),
        newest_at=None if newest is None else datetime.fromtimestamp(newest, UTC),
    )
