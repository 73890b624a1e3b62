import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from storage import watches
from storage.database import Database
from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFull,
    SchemaTooNew,
    SchemaTooOld,
)
from storage.rows import NewWatch
from storage.schema import REVISION

NOW = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one MiB."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this user cannot mount a small file system")
    yield place
    subprocess.run(["umount", "--lazy", place], check=True)


def add_many(database, count, *, first=None, then=lambda: None):
    """Adds watches of long URLs in one transaction."""
    with database.writing() as c:
        if first:
            c.exec_driver_sql(first)
        for number in range(count):
            new = NewWatch(url=f"https://a.example/{count}/{number}/{'x' * 1500}", host="a.example")
            watches.add(c, new, now=NOW, first_check_at=NOW)
        then()


def test_a_new_file_and_its_directory_are_for_their_owner_alone(tmp_path):
    path = tmp_path / "state" / "monitor.sqlite3"
    Database.open(f"sqlite:///{path}", create=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_log_files_of_an_open_database_are_for_their_owner_alone(sqlite_url, tmp_path, now):
    (tmp_path / "monitor.sqlite3").chmod(0o600)
    database = Database.open(sqlite_url)
    with database.writing() as c:
        watches.add(c, NewWatch(url="https://a.example/", host="a.example"), now=now, first_check_at=now)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("monitor.sqlite3-*")} == {0o600}
    database.close()


def test_a_missing_file_is_not_made_unless_asked(tmp_path):
    with pytest.raises(DatabaseUnreachable, match="monitor init"):
        Database.open(f"sqlite:///{tmp_path / 'none.sqlite3'}")
    assert not list(tmp_path.iterdir())


def test_a_database_without_tables_is_refused_with_what_to_do(empty_url, tmp_path):
    (tmp_path / "empty.sqlite3").touch()
    with pytest.raises(SchemaTooOld, match="monitor db upgrade") as caught:
        Database.open(empty_url)
    assert (caught.value.found, caught.value.needed) == (None, REVISION)


def test_create_makes_the_tables_where_there_are_none(empty_url):
    database = Database.open(empty_url, create=True)
    assert database.revision() == REVISION
    database.close()


@pytest.mark.parametrize("upgrade", [False, True])
def test_a_newer_schema_is_refused_by_name(database, database_url, upgrade):
    with database.writing() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew, match="9999") as caught:
        Database.open(database_url, upgrade=upgrade)
    assert (caught.value.found, caught.value.known) == ("9999", REVISION)
    assert REVISION in str(caught.value)


def test_an_unchecked_schema_is_opened(database, database_url):
    with database.writing() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    opened = Database.open(database_url, check_schema=False)
    assert opened.revision() == "9999"
    opened.close()


def test_a_transaction_that_raises_keeps_nothing(database):
    with pytest.raises(ZeroDivisionError):
        add_many(database, 1, then=lambda: 1 / 0)
    with database.reading() as c:
        assert watches.listed(c) == []


def test_reading_sees_one_state_while_others_write(database, add):
    with database.reading() as c:
        before = watches.listed(c)
        add()
        assert watches.listed(c) == before
    with database.reading() as c:
        assert len(watches.listed(c)) == 1


def test_foreign_keys_hold(database):
    with pytest.raises(Exception, match=r"(?i)foreign key"), database.writing() as c:
        c.execute(text("INSERT INTO watch_tag (watch_id, tag) VALUES (77, 'x')"))


def test_an_instant_without_a_zone_is_refused(database):
    naive = datetime(2026, 1, 1)  # noqa: DTZ001 - that is the point
    new = NewWatch(url="https://a.example/", host="a.example")
    with pytest.raises(Exception, match="without a zone"), database.writing() as c:
        watches.add(c, new, now=naive, first_check_at=naive)


def test_instants_come_back_in_utc_to_the_microsecond(database, add, find, now):
    zone = datetime.fromisoformat("2026-01-05T12:30:00.000001+03:00")
    found = find(add(first_check_at=zone))
    assert found.next_check_at == zone
    assert found.next_check_at.utcoffset() == timedelta(0)
    assert found.added_at == now


def test_sqlite_commits_are_on_the_disk_when_they_return(sqlite_url):
    database = Database.open(sqlite_url)
    with database.reading() as c:
        settings = {
            name: c.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    database.close()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_threads_share_a_database(database, add):
    threads = [threading.Thread(target=add, args=(str(number),)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as c:
        assert len(watches.listed(c)) == 6


def test_one_connection_does_the_work_while_nobody_else_works(database):
    """Each keeps what it has compiled and read: others are not to have it, too."""

    def one():
        with database.reading() as c:
            return id(c.connection.dbapi_connection)

    with database.reading(), database.reading(), database.reading():
        pass
    assert len({one() for _ in range(9)}) == 1


def test_a_locked_database_is_said_to_be_busy(sqlite_url, monkeypatch):
    monkeypatch.setattr("storage.database._PRAGMAS", ("PRAGMA busy_timeout = 1", "PRAGMA foreign_keys = ON"))
    one, other = Database.open(sqlite_url), Database.open(sqlite_url)
    with one.writing(), pytest.raises(DatabaseBusy, match="try again"), other.writing():
        pass
    one.close()
    other.close()


def test_a_lock_on_a_server_is_waited_for_and_then_said(postgresql_url, monkeypatch):
    monkeypatch.setattr("storage.database._PATIENCE", 1)
    database = Database.open(postgresql_url)
    lock = text("LOCK TABLE watch IN ACCESS EXCLUSIVE MODE")
    with database.writing() as c:
        c.execute(lock)
        with pytest.raises(DatabaseBusy, match="try again"):
            add_many(database, 1)
    database.close()


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("to whom it may concern\n" * 100)
    with pytest.raises(DatabaseDamaged, match=r"notes\.txt"):
        Database.open(f"sqlite:///{path}", upgrade=True)
    assert path.read_text().startswith("to whom")


def test_a_damaged_file_is_said_to_be_damaged(sqlite_url, tmp_path):
    path = tmp_path / "monitor.sqlite3"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(DatabaseDamaged, match="restore a backup"):
        Database.open(sqlite_url)


def test_a_full_disk_is_said_and_loses_nothing(small_disk):
    database = Database.open(f"sqlite:///{small_disk / 'a.sqlite3'}", create=True)
    add_many(database, 3)
    with pytest.raises(DiskFull, match="make room"):
        add_many(database, 2000)
    with database.reading() as c:
        assert len(watches.listed(c)) == 3
    add_many(database, 4)
    database.close()


def test_a_full_disk_without_mounting_is_said(sqlite_url):
    database = Database.open(sqlite_url)
    with pytest.raises(DiskFull, match="make room"):
        add_many(database, 100, first="PRAGMA max_page_count = 1")
    database.close()


def test_a_disk_that_gives_nothing_is_said(tmp_path):
    (tmp_path / "a.sqlite3").mkdir()
    with pytest.raises(DatabaseUnreachable, match=r"cannot be read or written .*: check that its disk"):
        Database.open(f"sqlite:///{tmp_path / 'a.sqlite3'}")


def test_a_read_only_place_is_said(small_disk):
    url = f"sqlite:///{small_disk / 'a.sqlite3'}"
    Database.open(url, create=True).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(DatabaseReadOnly, match="takes no writes"):
        Database.open(url)
    with pytest.raises(DatabaseReadOnly, match="another place"):
        Database.open(f"sqlite:///{small_disk / 'b.sqlite3'}", create=True)


def test_a_read_only_file_is_said(sqlite_url):
    database = Database.open(sqlite_url)
    with pytest.raises(DatabaseReadOnly, match="takes no writes"):
        add_many(database, 1, first="PRAGMA query_only = ON")
    database.close()


def test_a_read_only_server_is_said(postgresql_url):
    database = Database.open(postgresql_url)
    with pytest.raises(DatabaseReadOnly, match="takes no writes"):
        add_many(database, 1, first="SET TRANSACTION READ ONLY")
    database.close()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://user:hunter2@127.0.0.1:1/monitor",
        "postgresql+psycopg://user@127.0.0.1:1/monitor?password=hunter2",
        "postgresql://user:hunter2@/monitor?host=/nowhere",
        "mysql://user:hunter2@127.0.0.1/monitor",
        "postgresql://user:hunter2@127.0.0.1:port/monitor",
        "sqlite://",
        "hunter2",
    ],
)
def test_what_cannot_be_reached_is_said_without_the_password(url):
    with pytest.raises(DatabaseUnreachable) as caught:
        Database.open(url)
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(caught.value.__cause__)
    assert "\n" not in str(caught.value)


def test_a_url_is_shown_without_its_password(monkeypatch):
    monkeypatch.setattr(Database, "_prepare", lambda *_, **__: None)
    shown = {
        Database.open(url).url_without_secret
        for url in ("postgresql://u:hunter2@h/n", "postgresql+psycopg://u@h/n?password=hunter2&sslmode=require")
    }
    assert shown == {"postgresql://u:***@h/n", "postgresql://u@h/n?sslmode=require"}


def test_a_missing_driver_is_said_with_what_to_install(python):
    code = """
import sys
sys.modules["psycopg"] = None
from storage.database import Database
from storage.errors import DriverMissing
try:
    Database.open("postgresql://u@127.0.0.1:1/n")
except DriverMissing as error:
    print(error)
"""
    assert "posting-monitor[postgres]" in python(code)


def test_questions_of_history_import_little(python, sqlite_url):
    code = f"""
import sys
import storage.changes, storage.versions, storage.watches
from storage.database import Database
with Database.open({sqlite_url!r}).reading() as c:
    storage.watches.listed(c, with_record=True)
heavy = ("alembic", "psycopg", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "zstandard")
print([name for name in heavy if name in sys.modules])
"""
    assert python(code).strip() == "[]"


@pytest.fixture
def python():
    """Runs a program in a process of its own; gives what it printed."""

    def running(code):
        return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    return running
