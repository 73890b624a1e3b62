"""Opening a database whose schema may be older: a verified backup first, then the upgrade, or a clear refusal."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from storage import backups
from storage.database import Database
from storage.errors import BackupFailed, SchemaTooNew, StorageError, UpgradeFailed
from storage.schema import REVISION


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What was done to a schema."""

    #: The revision that was found; None where there were no tables.
    before: str | None
    after: str
    #: The copy from before; None where nothing had to be upgraded, or none was wanted.
    backup: Path | None


def upgrade(database: Database, folder: Path | None, *, now: datetime) -> Upgraded:
    """Brings the schema up to date; what is there is backed up before, and stays as it was when a step fails.

    Args:
        database: Opened with `check_schema=False`.
        folder: Where the backup goes; None: none is made.
        now: Its time.

    Raises:
        SchemaTooNew: the database was made by a newer program.
        BackupFailed: nothing was upgraded.
        UpgradeFailed: it was undone; says where the backup is.
    """
    found = database.revision()
    if found is not None and found > REVISION:
        raise SchemaTooNew(found, REVISION)
    if found == REVISION:
        return Upgraded(found, found, None)
    copy = None if found is None or folder is None else _copied(database, folder, found, now)
    from storage import migrating  # noqa: PLC0415 - alembic costs more than most verbs take

    try:
        migrating.upgrade(database)
    except (StorageError, SQLAlchemyError) as error:
        raise UpgradeFailed(found, REVISION, _first_line(error), copy) from error
    return Upgraded(found, REVISION, copy)


def _copied(database: Database, folder: Path, found: str, now: datetime) -> Path:
    try:
        return backups.add(database, folder, now=now, name=f"before-upgrade-of-{found}")
    except BackupFailed as error:
        raise BackupFailed(
            f"the schema {found} was not upgraded to {REVISION}, for no backup could be made: {error}; or make one"
            " yourself, then run `monitor db upgrade --no-backup`"
        ) from error


def _first_line(error: Exception) -> str:
    """SQLAlchemy goes on with the statement, which says nothing to those who read this."""
    return str(error).split("\n", 1)[0][:300]
