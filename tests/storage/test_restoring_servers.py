"""Restoring archives of PostgreSQL, and into a server."""

import subprocess
import sys
import time

import pytest
from sqlalchemy import text

from storage import migrating, watches
from storage.backup import backup
from storage.database import Database
from storage.errors import BackupRefused, StorageError
from storage.locating import located
from tests.storage.filled import RESTORES, fill, restored, scrambled, told, truncated


@pytest.mark.usefixtures("server_programs")
def test_a_delta_that_comes_before_its_keyframe_is_restored(make_postgresql, tmp_path, changed, now):
    url, other = make_postgresql("template0"), make_postgresql("template0")
    database = fill(url, changed, now)
    with database.writing() as c:
        # What is written anew stands last.
        moved = c.execute(text("UPDATE snapshot SET size = size WHERE keyframe IS NULL"))
        assert 0 < moved.rowcount < 3
    backup(database, tmp_path / "backup")
    database.close()
    restored(other, tmp_path / "backup", tmp_path, now)
    assert told(other) == told(url)


@pytest.mark.usefixtures("server_programs")
def test_a_server_of_an_older_schema_is_restored_over(make_postgresql, sqlite_url, tmp_path, changed, now):
    database = fill(sqlite_url, changed, now)
    backup(database, tmp_path / "given")
    database.close()
    url = make_postgresql("template0")
    database = Database(located(url))
    migrating.upgrade(database, "0002")
    database.close()
    restored(url, tmp_path / "given", tmp_path, now)
    assert told(url) == told(sqlite_url)


@pytest.mark.usefixtures("server_programs")
def test_tables_of_others_on_the_same_server_do_not_matter(make_postgresql, tmp_path, changed, now):
    url = make_postgresql("template0")
    database = fill(url, changed, now)
    with database.writing() as c:
        c.exec_driver_sql("CREATE SCHEMA others")
        c.exec_driver_sql("CREATE TABLE others.watch (id integer)")
        c.exec_driver_sql('CREATE TABLE public."Odd name" ("A b" integer)')
        c.exec_driver_sql('INSERT INTO public."Odd name" VALUES (1)')
        c.exec_driver_sql("INSERT INTO others.watch VALUES (1)")
    backup(database, tmp_path / "given")
    database.close()
    new = f"sqlite:///{tmp_path}/new.sqlite3"
    restored(new, tmp_path / "given", tmp_path, now)
    assert told(new) == told(url)


def test_an_archive_of_statements_is_never_run(postgresql_url, server_programs, make_postgresql, tmp_path, now):
    evil = make_postgresql("migrated")
    database = Database.open(evil)
    with database.writing() as c:
        c.exec_driver_sql("CREATE FUNCTION bad() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE; END'")
        c.exec_driver_sql("CREATE TRIGGER t BEFORE INSERT ON host FOR EACH ROW EXECUTE FUNCTION bad()")
    backup(database, tmp_path / "backup")
    database.close()
    restored(postgresql_url, tmp_path / "backup", tmp_path, now)
    database = Database.open(postgresql_url)
    with database.writing() as c:
        assert c.scalar(text("SELECT count(*) FROM pg_trigger WHERE tgname = 't'")) == 0
    database.close()


@pytest.mark.usefixtures("server_programs")
@pytest.mark.parametrize("spoil", [truncated, scrambled], ids=["half", "scrambled"])
def test_a_spoilt_archive_changes_nothing(postgresql_url, tmp_path, changed, now, spoil):
    database = fill(postgresql_url, changed, now)
    path = tmp_path / "given"
    backup(database, path)
    database.close()
    spoil(path)
    before = told(postgresql_url)
    with pytest.raises(BackupRefused) as refused:
        restored(postgresql_url, path, tmp_path, now, force=True)
    assert "\n" not in str(refused.value)
    assert told(postgresql_url) == before


@pytest.mark.usefixtures("server_programs")
def test_a_server_that_refuses_a_row_keeps_all_that_it_had(postgresql_url, tmp_path, changed, now):
    database = fill(postgresql_url, changed, now)
    backup(database, tmp_path / "backup")
    with database.writing() as c:
        watches.purge(c, 2)
        c.exec_driver_sql("ALTER TABLE change ADD CONSTRAINT few CHECK (id < 3) NOT VALID")
    before = told(postgresql_url)
    with pytest.raises(StorageError, match="left as it was"):
        restored(postgresql_url, tmp_path / "backup", tmp_path, now, force=True)
    assert told(postgresql_url) == before
    with database.writing() as c:
        c.exec_driver_sql("ALTER TABLE change DROP CONSTRAINT few")
    database.close()


def test_a_missing_program_is_said(postgresql_url, server_programs, tmp_path, now, monkeypatch):
    database = Database.open(postgresql_url)
    backup(database, tmp_path / "backup")
    database.close()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StorageError, match="client programs"):
        restored(postgresql_url, tmp_path / "backup", tmp_path, now)


#: Whoever adds a change waits for a lock, so that a restore is caught in its middle.
WAITS = """
CREATE FUNCTION waits() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_advisory_xact_lock(77); RETURN NEW; END';
CREATE TRIGGER waits BEFORE INSERT ON change FOR EACH ROW EXECUTE FUNCTION waits()
"""


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("server_programs")
def test_a_server_is_as_it_was_after_a_kill_in_the_middle_of_a_restore(
    make_postgresql, sqlite_url, tmp_path, changed, now
):
    given = fill(sqlite_url, changed, now)
    backup(given, tmp_path / "given")
    given.close()
    url = make_postgresql("template0")
    database = fill(url, changed, now, path="another")
    with database.writing() as c:
        c.exec_driver_sql(WAITS)
    before = told(url)
    command = [sys.executable, "-c", RESTORES, url, str(tmp_path / "given"), str(tmp_path / "kept")]
    with database.engine.connect() as c:
        c.execute(text("SELECT pg_advisory_lock(77)"))
        with subprocess.Popen(command) as running:
            pid = wait_for(c, "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted")
            assert running.poll() is None
            running.kill()
        c.execute(text("SELECT pg_advisory_unlock(77)"))
        # The server notices that nobody is there any more.
        wait_for(c, f"SELECT true WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = {pid})")
    assert told(url) == before
    restored(url, tmp_path / "given", tmp_path, now, force=True)
    database.close()
    assert told(url) == told(sqlite_url)


def wait_for(c, statement):
    """What a statement finds, once it does."""
    while (found := c.scalar(text(statement))) is None:
        c.rollback()
        time.sleep(0.05)
    return found
