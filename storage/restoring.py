"""`db restore`: a backup of either kind of database becomes the configured one, wholly or not at all."""

import glob
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Table, func, inspect, select, table, text
from sqlalchemy.exc import SQLAlchemyError

from storage import backups, holder, migrating, packing
from storage.contents import Contents, contents_of
from storage.database import Database
from storage.errors import (
    BackupFailed,
    BackupRefused,
    DatabaseDamaged,
    RestoreRefused,
    SchemaTooNew,
    StorageError,
)
from storage.schema import REVISION
from storage.staging import stage
from storage.tables import snapshot

_AT_ONCE = 500
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """What was restored."""

    #: The schema of the backup.
    revision: str
    watches: int
    versions: int
    #: A backup of what was there before; None where there was nothing.
    before: Path | None


def restore(target: Database, path: Path, folder: Path, *, now: datetime, force: bool = False) -> Restored:
    """Puts a backup in the place of a database.

    The backup is read whole and made into a database of today's schema beside the old one, before that is touched.

    Args:
        target: What is to be replaced, not looked at yet: it need not exist, nor be sound.
        path: The backup; what `storage.backup` wrote, also compressed.
        folder: Where a backup of what is there goes, and, for a server, what is made meanwhile.
        now: The present.
        force: Also over a database that has watches, or is damaged.

    Raises:
        BackupRefused: the file is no backup that can be restored.
        DatabaseHeld: a daemon runs on the database.
        RestoreRefused: it has watches, and it was not forced, or others are connected to it.
        BackupFailed: what is there could not be backed up.
        StorageError: see `storage.errors`. After all of these the database is as it was.
    """
    place = target.file.absolute().parent if target.file else folder
    _make(place)
    with holder.alone(target), _work_folder(place, target) as work, _staged(path, target, work) as (holds, staged):
        before = _set_aside(target, folder, now=now, force=force)
        (_replace if target.file else _load)(target, staged)
    return Restored(
        revision=holds.revision or "", watches=holds.counts["watch"], versions=holds.counts["version"], before=before
    )


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise _cannot_write(place, error) from error


def _cannot_write(place: Path, error: OSError) -> RestoreRefused:
    return RestoreRefused(f"nothing can be written in {place} ({error.strerror}): allow this user to")


@contextmanager
def _work_folder(place: Path, target: Database) -> Iterator[Path]:
    """A folder for this restore alone; those of earlier ones that were killed go."""
    prefix = f".restoring-{Path(target.url.database or '').name}-"
    for left in place.glob(f"{glob.escape(prefix)}*"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        folder = tempfile.mkdtemp(prefix=prefix, dir=place)
    except OSError as error:
        raise _cannot_write(place, error) from error
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _staged(path: Path, target: Database, work: Path) -> Iterator[tuple[Contents, Database]]:
    """The backup as a database, beside the one that it is for."""
    try:
        unpacked = _unpacked(path, target, work)
        holds = contents_of(unpacked)
        packing.check_size(2 * unpacked.stat().st_size, room=shutil.disk_usage(work).free)
        staged = stage(unpacked, holds, work / "staged")
    except BackupRefused as error:
        raise BackupRefused(f"{path} {error}") from error
    except OSError as error:
        raise BackupRefused(f"{path} cannot be read ({error.strerror}): name another backup, or make room") from error
    try:
        yield holds, staged
    finally:
        staged.close()


def _unpacked(path: Path, target: Database, work: Path) -> Path:
    """The file to be read: what was given, or what is in it."""
    if not path.is_file():
        raise BackupRefused("is no file: name a backup")
    if target.file and target.file.exists() and target.file.samefile(path):
        raise BackupRefused("is the database itself: name a backup of it")
    packing.check_size(path.stat().st_size, room=shutil.disk_usage(work).free)
    if not packing.is_packed(path):
        return path
    packing.unpack(path, work / "unpacked")
    return work / "unpacked"


def _set_aside(target: Database, folder: Path, *, now: datetime, force: bool) -> Path | None:
    """A backup of what is there, where there is something; of a damaged file a copy as it is."""
    if target.file and not target.file.exists():
        return None
    try:
        watches = _watches(target)
    except DatabaseDamaged:
        watches = None
    if watches == 0:
        return None
    if not force:
        has = "is damaged" if watches is None else f"has watches ({watches})"
        raise RestoreRefused(
            f"the database {target.url_without_secret} {has}: --force restores over it, after a backup of it"
        )
    try:
        return backups.add(target, folder, now=now, name="before-restore")
    except BackupFailed:
        if not target.file:
            raise
        return _copied(target.file, folder, now)


def _copied(file: Path, folder: Path, now: datetime) -> Path:
    path = folder / f"before-restore-{now:%Y%m%dT%H%M%SZ}.damaged"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for end in ("", *_BESIDE):
            part = file.with_name(file.name + end)
            if part.exists():
                os.close(os.open(f"{path}{end}", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                shutil.copyfile(part, f"{path}{end}")
    except OSError as error:
        raise BackupFailed(f"the damaged database could not be copied to {path} ({error.strerror})") from error
    return path


def _watches(target: Database) -> int:
    found = target.revision()
    if found is not None and found > REVISION:
        raise SchemaTooNew(found, REVISION)
    with target.reading() as c:
        if not inspect(c).has_table("watch"):
            return 0
        return int(c.execute(select(func.count()).select_from(table("watch"))).scalar_one())


def _replace(target: Database, staged: Database) -> None:
    """Renames the new file over the old one, which nobody else has open."""
    file, new = target.file, staged.file
    assert file is not None
    assert new is not None
    staged.close()
    target.close()
    try:
        with closing(sqlite3.connect(new)) as c:
            c.execute("PRAGMA journal_mode = DELETE")
        _flush(new)
        with _alone_with(file):
            new.replace(file)
        _flush(file.parent)
    except (OSError, sqlite3.Error) as error:
        raise RestoreRefused(f"{file} could not be replaced ({error}): make room, and allow this user to") from error


@contextmanager
def _alone_with(file: Path) -> Iterator[None]:
    """Ends the old file's log, which would be taken for the new one's; refused while others use it."""
    if not file.exists():
        yield
        return
    with closing(sqlite3.connect(file, timeout=2, isolation_level=None)) as c:
        try:
            c.execute("PRAGMA journal_mode = DELETE").close()
            c.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise RestoreRefused(f"{file} is in use by another process ({error}): end that first") from error
        except sqlite3.DatabaseError:
            # Damaged: there is nothing in it that could still be written.
            for end in _BESIDE:
                file.with_name(file.name + end).unlink(missing_ok=True)
        yield
        with suppress(sqlite3.Error):
            c.rollback()


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _load(target: Database, staged: Database) -> None:
    """Writes every row to a server, in one transaction with the tables that they go to."""
    try:
        with staged.reading() as given, migrating.emptied(target) as c:
            for each in snapshot.metadata.sorted_tables:
                _load_table(given, c, each)
            for name, number in given.execute(text("SELECT name, seq FROM sqlite_sequence")).all():
                _number_on(c, name, number)
    except SQLAlchemyError as error:
        first_line = str(error).split("\n", 1)[0][:300]
        raise StorageError(f"the database was left as it was, for it did not take the backup ({first_line})") from error


def _load_table(given: Connection, c: Connection, each: Table) -> None:
    # A delta points to its keyframe.
    ordered = select(each).order_by(snapshot.c.keyframe.is_not(None)) if each is snapshot else select(each)
    rows = given.execute(ordered, execution_options={"yield_per": _AT_ONCE})
    for batch in rows.mappings().partitions():
        c.execute(each.insert(), [dict(row) for row in batch])
    if each.autoincrement_column is not None:
        last = c.scalar(select(func.max(each.autoincrement_column)))
        _number_on(c, each.name, last or 0)


def _number_on(c: Connection, name: str, number: int) -> None:
    """Goes on with numbers that were never given."""
    if number > 0:
        c.execute(select(func.setval(func.pg_get_serial_sequence(name, "id"), number)))
