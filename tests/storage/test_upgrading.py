"""A database of the first release becomes one of today, or stays what it was; a verified copy is made before."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import migrating, upgrading, versions, watches
from storage.checking import check
from storage.database import Database
from storage.errors import BackupFailed, SchemaTooNew, UpgradeFailed
from storage.schema import REVISION

FIRST = Path(__file__).with_name("releases") / "first.sql"
OLD = "0001"


@pytest.fixture
def path(tmp_path):
    """The file of a database that the first release made."""
    path = tmp_path / "monitor.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST.read_text(encoding="utf-8"))
    return path


@pytest.fixture
def opened():
    """Opens a database without looking at its schema."""
    found = []

    def opening(path):
        found.append(Database.open(f"sqlite:///{path}", check_schema=False))
        return found[-1]

    yield opening
    for database in found:
        database.close()


def rows_of(path):
    """The columns and rows of each table."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for name in names:
            kept = [it[1] for it in connection.execute(f"PRAGMA table_info('{name}')")]
            listed = ", ".join(f'"{it}"' for it in kept)
            found[name] = (kept, sorted(connection.execute(f'SELECT {listed} FROM "{name}"'), key=repr))
    return found


def test_a_database_of_the_first_release_becomes_todays_with_its_history_intact(path, opened, tmp_path, now):
    before = rows_of(path)
    done = upgrading.upgrade(opened(path), tmp_path / "backup", now=now)
    assert (done.before, done.after) == (OLD, REVISION)
    today = Database.open(f"sqlite:///{path}")
    assert check(today) == []
    with today.reading() as c:
        assert [it.url for it in watches.listed(c)] == ["https://yard.example/welder", "https://yard.example/rigger"]
        seen = [it.seq for it in versions.of_watch(c, 1)]
    today.close()
    assert seen == [1, 2, 3]
    with closing(sqlite3.connect(path)) as connection:
        for table, (columns, rows) in before.items():
            if table != "alembic_version":
                listed = ", ".join(f'"{it}"' for it in columns)
                assert sorted(connection.execute(f'SELECT {listed} FROM "{table}"'), key=repr) == rows, table


def test_the_backup_is_what_was_there_before(path, opened, tmp_path, now):
    before = rows_of(path)
    done = upgrading.upgrade(opened(path), tmp_path / "backup", now=now)
    assert done.backup.parent == tmp_path / "backup"
    assert OLD in done.backup.name
    assert rows_of(done.backup) == before
    assert (done.backup.stat().st_mode & 0o777, done.backup.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_step_that_fails_undoes_all_and_names_the_backup(path, opened, tmp_path, now):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE page_block (somebody_elses TEXT)")  # in the way of a later step
    before = rows_of(path)
    with pytest.raises(UpgradeFailed) as failed:
        upgrading.upgrade(opened(path), tmp_path / "backup", now=now)
    assert rows_of(path) == before
    assert str(failed.value.backup) in str(failed.value)
    assert "page_block already exists" in str(failed.value)
    assert "\n" not in str(failed.value)
    assert rows_of(failed.value.backup) == before


def test_without_a_backup_nothing_is_upgraded(path, opened, tmp_path, now):
    (tmp_path / "backup").write_text("in the way")
    before = rows_of(path)
    with pytest.raises(BackupFailed, match="--no-backup"):
        upgrading.upgrade(opened(path), tmp_path / "backup", now=now)
    assert rows_of(path) == before


def test_no_backup_is_made_where_none_is_wanted_or_nothing_is_to_be_upgraded(path, opened, tmp_path, now):
    assert upgrading.upgrade(opened(path), None, now=now).backup is None
    done = upgrading.upgrade(opened(path), tmp_path / "backup", now=now)
    assert (done.before, done.after, done.backup) == (REVISION, REVISION, None)
    assert not (tmp_path / "backup").exists()


def test_a_new_database_needs_no_backup(opened, tmp_path, now):
    (tmp_path / "new.sqlite3").touch()
    done = upgrading.upgrade(opened(tmp_path / "new.sqlite3"), tmp_path / "backup", now=now)
    assert (done.before, done.after, done.backup) == (None, REVISION, None)


def test_a_newer_schema_is_left_alone(path, opened, tmp_path, now):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaTooNew):
        upgrading.upgrade(opened(path), tmp_path / "backup", now=now)
    assert not (tmp_path / "backup").exists()


def test_a_server_whose_programs_are_missing_is_not_upgraded(make_postgresql, tmp_path, monkeypatch, now):
    database = Database.open(make_postgresql("template0"), check_schema=False)
    migrating.upgrade(database, OLD)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupFailed, match="client programs"):
        upgrading.upgrade(database, tmp_path / "backup", now=now)
    assert database.revision() == OLD
    assert upgrading.upgrade(database, None, now=now).after == REVISION
    with database.reading() as c:
        assert c.scalar(text("SELECT count(*) FROM watch")) == 0
    database.close()
