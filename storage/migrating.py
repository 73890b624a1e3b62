"""Bringing a schema up to date: alembic, started from code, all revisions in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from storage.database import Database
from storage.errors import DatabaseDamaged, SchemaTooNew
from storage.failures import told
from storage.schema import REVISION

#: Of the advisory lock that lets one program upgrade at a time (PostgreSQL).
_LOCK = 0x6D6F6E31


def newest() -> str:
    """The newest revision that this program knows."""
    return REVISION


def revisions() -> list[str]:
    """Every revision that this program knows, oldest first."""
    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


def current(database: Database) -> str | None:
    """The revision of a database; None where there are no tables yet."""
    return database.revision()


def upgrade(database: Database, to: str = REVISION) -> tuple[str | None, str]:
    """Brings the schema to revision `to`, keeping every row; nothing is changed when a step fails.

    Returns:
        The revision that was found and the one that is there now.

    Raises:
        SchemaTooNew: the database was made by a newer program.
        DatabaseDamaged: rows would point to rows that are not there.
    """
    found = current(database)
    if found is not None and found > REVISION:
        raise SchemaTooNew(found, REVISION)
    with _alone(database) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        _check_foreign_keys(connection)
    return found, to


@contextmanager
def emptied(database: Database) -> Iterator[Connection]:
    """A writing transaction in which the tables of a server are of today's schema and have no rows.

    What was there is gone when the block ends, and all as it was when it raises. Tables that are of today's schema
    already stay, with the rights that others have to them.
    """
    from storage.tables.on_postgresql import HOT  # noqa: PLC0415 - names options of that dialect

    ours = HOT[0].metadata
    is_of_today = current(database) == REVISION
    with _alone(database) as connection:
        if is_of_today:
            connection.exec_driver_sql(f"TRUNCATE {', '.join(ours.tables)} RESTART IDENTITY")
        else:
            ours.drop_all(connection)
            connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, REVISION)
        yield connection


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    return config


@contextmanager
def _alone(database: Database) -> Iterator[Connection]:
    """A writing transaction without another upgrade beside it.

    SQLite rebuilds a table to alter it, and dropping the old one would cascade: foreign keys are off meanwhile and
    checked at the end (https://sqlite.org/lang_altertable.html#otheralter).
    """
    with told(database.url), database.engine.connect() as connection:
        if database.dialect == "sqlite":
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys = OFF")
            connection.detach()
        with connection.execution_options(storage_writing=True).begin():
            if database.dialect == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
            yield connection


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise DatabaseDamaged(
            f"the upgrade was undone: {len(broken)} rows of {broken[0][0]} point to nothing; run `monitor db check`"
        )
