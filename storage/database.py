"""Opening a database, and the two ways to use it: `reading` and `writing`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, column, create_engine, event, select, table

from storage.columns import to_json
from storage.errors import DatabaseUnreachable, DriverMissing, SchemaTooNew, SchemaTooOld
from storage.failures import told
from storage.locating import file_of, located, make_file, without_secret
from storage.schema import REVISION

__all__ = ["Connection", "Database"]

#: How long a writer waits for another, seconds.
_PATIENCE = 10

_PRAGMAS = (
    f"PRAGMA busy_timeout = {_PATIENCE * 1000}",
    "PRAGMA journal_mode = WAL",
    # A commit is on the disk when it returns: what was recorded survives a power cut.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)

_revision = table("alembic_version", column("version_num"))


class Database:
    """A database that was opened; connections are made as they are needed and shared between threads."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self.engine = _engine(url)

    @classmethod
    def open(cls, url: str, *, create: bool = False, upgrade: bool = False, check_schema: bool = True) -> Self:
        """Opens the database and looks at its schema.

        Args:
            url: sqlite:////absolute/path, sqlite:///relative/path or postgresql://user:password@host/name.
            create: Make a missing file (0600), and the tables where there are none.
            upgrade: Bring an older schema up to date.
            check_schema: Refuse a schema that this program is not made for.

        Raises:
            DatabaseUnreachable, DatabaseReadOnly, DatabaseDamaged, DatabaseBusy, DiskFull, DriverMissing,
            SchemaTooNew, SchemaTooOld: see `storage.errors`.
        """
        address = located(url)
        _find_file(address, create=create)
        database = cls(address)
        try:
            database._prepare(create=create, upgrade=upgrade, check_schema=check_schema)
        except BaseException:
            database.close()
            raise
        return database

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    @property
    def url(self) -> URL:
        """Where it is, password and all."""
        return self._url

    @property
    def url_without_secret(self) -> str:
        """Where it is, as it may be shown."""
        return without_secret(self._url)

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database; None for a server."""
        return file_of(self._url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the database, for reading alone."""
        options: dict[str, Any] = {}
        if self.dialect == "postgresql":
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self._transaction(options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept when the block ends, none of it when the block raises."""
        with self._transaction({"storage_writing": True}) as connection:
            yield connection

    def revision(self) -> str | None:
        """The revision of its schema; None where there are no tables yet."""
        with self.reading() as connection:
            if not connection.dialect.has_table(connection, "alembic_version"):
                return None
            return connection.scalar(select(_revision.c.version_num))

    def close(self) -> None:
        """Closes every connection."""
        self.engine.dispose()

    @contextmanager
    def _transaction(self, options: dict[str, Any]) -> Iterator[Connection]:
        with told(self._url), self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    def _prepare(self, *, create: bool, upgrade: bool, check_schema: bool) -> None:
        found = self.revision()
        if check_schema and found is not None and found > REVISION:
            raise SchemaTooNew(found, REVISION)
        if found == REVISION:
            return
        if upgrade or (create and found is None):
            from storage import migrating  # noqa: PLC0415 - alembic costs more than most verbs take

            migrating.upgrade(self)
        elif check_schema:
            raise SchemaTooOld(found, REVISION)


def _find_file(url: URL, *, create: bool) -> None:
    path = file_of(url)
    if path is None:
        return
    if create:
        make_file(path)
    elif not path.exists():
        raise DatabaseUnreachable(f"there is no database at {path}: `monitor init` makes one")


def _engine(url: URL) -> Engine:
    try:
        engine = create_engine(
            url,
            json_serializer=to_json,
            hide_parameters=True,
            pool_pre_ping=url.get_backend_name() == "postgresql",
            # One connection does most of the work, and the others keep little: compiled statements and pages.
            pool_use_lifo=True,
            connect_args=_connect_args(url),
        )
    except ModuleNotFoundError as error:
        raise DriverMissing from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_sqlite_connect)
        event.listen(engine, "begin", _on_sqlite_begin)
    return engine


def _connect_args(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {}
    defaults = {"connect_timeout": _PATIENCE, "options": f"-c lock_timeout={_PATIENCE}s"}
    return {name: value for name, value in defaults.items() if name not in url.query}


def _on_sqlite_connect(connection: Any, _record: Any) -> None:
    # The driver begins no transactions of its own: _on_sqlite_begin says which kind.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma).close()


def _on_sqlite_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("storage_writing")
    # A writer takes the lock at once: a reader that becomes one could be refused half way.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
