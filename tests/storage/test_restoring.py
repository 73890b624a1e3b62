import shutil
import sqlite3
import stat
import subprocess
import sys
import tarfile
from contextlib import closing, suppress

import pytest
from sqlalchemy import text
from zstandard import ZstdCompressor

from storage import checks, holder, packing, watches
from storage.backup import backup
from storage.database import Database
from storage.errors import BackupRefused, DatabaseHeld, RestoreRefused, SchemaTooNew
from storage.rows import NewWatch
from storage.schema import REVISION
from tests.storage.filled import RESTORES, fill, restored, scrambled, told, truncated


def left(folder):
    """What is in a folder but for what a database has beside it."""
    return sorted(it.name for it in folder.iterdir() if not it.name.endswith((".lock", "-wal", "-shm")))


@pytest.fixture
def other_url(request, tmp_path):
    """Makes the URL of a database without tables, of a kind."""

    def making(kind):
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / 'new' / 'monitor.sqlite3'}"
        return request.getfixturevalue("make_postgresql")("template0")

    return making


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
@pytest.mark.parametrize("name", ["backup", "backup.zst"])
@pytest.mark.usefixtures("server_programs")
def test_a_backup_of_either_database_becomes_either(database_url, other_url, into, name, tmp_path, changed, now):
    database = fill(database_url, changed, now)
    backup(database, tmp_path / name)
    database.close()
    url = other_url(into)
    done = restored(url, tmp_path / name, tmp_path, now)
    assert (done.revision, done.watches, done.versions, done.before) == (REVISION, 2, 3, None)
    assert told(url) == told(database_url)


@pytest.mark.usefixtures("server_programs")
def test_numbers_are_not_given_again_after_a_restore(database_url, other_url, tmp_path, changed, now):
    database = fill(database_url, changed, now)
    with database.writing() as c:
        c.execute(text("DELETE FROM change WHERE id = 3"))
    backup(database, tmp_path / "backup")
    database.close()
    for kind in ("sqlite", "postgresql"):
        url = other_url(kind)
        restored(url, tmp_path / "backup", tmp_path, now)
        database = Database.open(url)
        with database.writing() as c:
            assert [it.id for it in checks.record(c, changed(2))] == [4]
            new = NewWatch(url="https://b.example/", host="b.example")
            assert watches.add(c, new, now=now, first_check_at=now) == (3, True)
        database.close()


@pytest.mark.usefixtures("server_programs")
def test_a_database_with_watches_is_restored_over_by_force_after_a_backup(database_url, tmp_path, changed, now):
    database = fill(database_url, changed, now)
    backup(database, tmp_path / "backup")
    with database.writing() as c:
        watches.purge(c, 1)
    database.close()
    with pytest.raises(RestoreRefused, match=r"has watches \(1\): --force"):
        restored(database_url, tmp_path / "backup", tmp_path, now)
    assert not (tmp_path / "kept").exists() or not list((tmp_path / "kept").iterdir())
    done = restored(database_url, tmp_path / "backup", tmp_path, now, force=True)
    assert len(told(database_url)[1]) == 3
    assert done.before == tmp_path / "kept" / done.before.name
    again = f"sqlite:///{tmp_path / 'again.sqlite3'}"
    restored(again, done.before, tmp_path, now)
    database = Database.open(again)
    with database.reading() as c:
        assert [it.id for it in watches.listed(c)] == [2]
    database.close()


@pytest.mark.usefixtures("server_programs")
def test_what_was_there_before_a_restore_is_gone_with_its_numbers(database_url, tmp_path, changed, now):
    database = Database.open(database_url)
    backup(database, tmp_path / "empty")
    database.close()
    fill(database_url, changed, now).close()
    restored(database_url, tmp_path / "empty", tmp_path, now, force=True)
    assert told(database_url)[:4] == [[], [], [], []]
    database = Database.open(database_url)
    with database.writing() as c:
        new = NewWatch(url="https://b.example/", host="b.example")
        assert watches.add(c, new, now=now, first_check_at=now) == (1, True)
    database.close()


@pytest.mark.usefixtures("server_programs")
def test_a_database_that_a_daemon_holds_is_left_alone(database_url, tmp_path, changed, now):
    database = fill(database_url, changed, now)
    backup(database, tmp_path / "backup")
    with holder.hold(database, now=now, what="monitor run"), pytest.raises(DatabaseHeld, match="monitor run"):
        restored(database_url, tmp_path / "backup", tmp_path, now, force=True)
    database.close()


def test_a_database_that_another_process_uses_is_left_alone(sqlite_url, tmp_path, changed, now):
    database = fill(sqlite_url, changed, now)
    backup(database, tmp_path / "backup")
    before = told(sqlite_url)
    with database.reading(), pytest.raises(RestoreRefused, match="in use by another process"):
        restored(sqlite_url, tmp_path / "backup", tmp_path, now, force=True)
    database.close()
    assert told(sqlite_url) == before


def test_a_damaged_database_is_kept_as_it_is_and_restored_over(sqlite_url, tmp_path, changed, now):
    database = fill(sqlite_url, changed, now)
    backup(database, tmp_path / "backup")
    database.close()
    good = told(sqlite_url)
    file = tmp_path / "monitor.sqlite3"
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    with pytest.raises(RestoreRefused, match="damaged: --force"):
        restored(sqlite_url, tmp_path / "backup", tmp_path, now)
    done = restored(sqlite_url, tmp_path / "backup", tmp_path, now, force=True)
    assert done.before.read_bytes() == b"SQLite format 3\0" + b"\xff" * 9000
    assert told(sqlite_url) == good


def test_what_is_restored_is_for_its_owner_alone_and_nothing_is_left_beside_it(sqlite_url, tmp_path, changed, now):
    database = fill(sqlite_url, changed, now)
    backup(database, tmp_path / "backup")
    database.close()
    restored(f"sqlite:///{tmp_path}/new/monitor.sqlite3", tmp_path / "backup", tmp_path, now)
    assert left(tmp_path / "new") == ["monitor.sqlite3"]
    assert stat.S_IMODE((tmp_path / "new" / "monitor.sqlite3").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


@pytest.mark.timeout(600)
def test_a_kill_at_any_moment_leaves_the_old_or_the_new(sqlite_url, tmp_path, changed, now):
    database = fill(sqlite_url, changed, now)
    backup(database, tmp_path / "given")
    with database.writing() as c:
        watches.purge(c, 2)
    database.close()
    old = told(sqlite_url)
    command = [sys.executable, "-c", RESTORES, sqlite_url, str(tmp_path / "given")]
    seen = set()
    for number, seconds in enumerate((0.02, 0.08, 0.15, 0.25, 0.4, None)):
        with subprocess.Popen([*command, str(tmp_path / f"kept{number}")], stdout=subprocess.PIPE) as running:
            running.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                running.wait(seconds)
            running.kill()
        seen.add(len(told(sqlite_url)[0]))
    assert seen <= {1, 2}
    assert told(sqlite_url)[0] != old[0]
    assert not [it for it in left(tmp_path) if it.startswith(".restoring")]


def test_a_copy_of_the_file_of_a_database_at_rest_is_a_backup_too(sqlite_url, tmp_path, changed, now):
    fill(sqlite_url, changed, now).close()
    shutil.copy(tmp_path / "monitor.sqlite3", tmp_path / "copy")
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    restored(url, tmp_path / "copy", tmp_path, now)
    assert told(url) == told(sqlite_url)


def test_a_database_of_a_newer_schema_is_left_alone(sqlite_url, tmp_path, now):
    database = Database.open(sqlite_url)
    backup(database, tmp_path / "given")
    with database.writing() as c:
        c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    with pytest.raises(SchemaTooNew):
        restored(sqlite_url, tmp_path / "given", tmp_path, now, force=True)


def nothing(path):
    path.write_bytes(b"")


def words(path):
    path.write_text("no backup")


def folder(path):
    path.mkdir()


def archive(path):
    with tarfile.open(path, "w") as tar:
        (path.parent / "inside").write_text("x")
        tar.add(path.parent / "inside", "../../escaped")


def run(*statements):
    def running(path):
        with closing(sqlite3.connect(path)) as c:
            for statement in statements:
                c.execute(statement)
            c.commit()

    return running


def bomb(path):
    path.write_bytes(ZstdCompressor().compress(b"SQLite format 3\0" + bytes(packing.MOST_RATIO * 2**20)))


def cut(path):
    path.write_bytes(ZstdCompressor().compress(path.read_bytes())[:-100])


BAD = {
    "nothing": (nothing, "is no backup"),
    "words": (words, "is no backup"),
    "a folder": (folder, "is no file"),
    "a tar archive with a path that escapes": (archive, "no other archive"),
    "half a database": (truncated, "is damaged"),
    "a scrambled database": (scrambled, "is damaged|is no backup"),
    "a bomb": (bomb, "which no backup of its size is"),
    "half a compressed file": (cut, "is damaged"),
    "a newer schema": (run("UPDATE alembic_version SET version_num = '9999'"), "newer than this program's"),
    "a strange schema": (run("UPDATE alembic_version SET version_num = 'x'"), "its schema 'x' is unknown"),
    "no schema": (run("DELETE FROM alembic_version"), "names no schema"),
    "another program's database": (run("DROP TABLE notice"), "lacks the table notice"),
    "a view for a table": (run("DROP TABLE pulse", "CREATE VIEW pulse AS SELECT 1 AS name"), "lacks the table pulse"),
    "another column": (run("ALTER TABLE pulse ADD COLUMN more TEXT"), "table pulse has other columns"),
    "a row that points nowhere": (run("INSERT INTO watch_tag VALUES (77, 'x')"), "is damaged"),
    "a text for a number": (run("UPDATE host SET failures = 'many'"), "not for|no backup|cannot be restored"),
    "an instant beyond time": (run("UPDATE watch SET added_at = 9223372036854775807"), "cannot be read"),
    "no JSON": (run("UPDATE version SET record = '{'"), "cannot be read"),
    "deep JSON": (run(f"UPDATE version SET record = '{'[' * 100_000}'"), "cannot be read"),
    "no text": (run("UPDATE host SET name = CAST(x'fffe' AS TEXT)"), "cannot be restored"),
    "a row that no check lets in": (
        run("PRAGMA ignore_check_constraints = 1", "UPDATE watch_state SET status = 'great'"),
        "CHECK|is damaged",
    ),
}


@pytest.mark.parametrize(("spoil", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_gets_one_line_and_changes_nothing(sqlite_url, tmp_path, changed, now, spoil, words):
    database = fill(sqlite_url, changed, now)
    path = tmp_path / "given"
    if spoil is not folder:
        backup(database, path)
    database.close()
    spoil(path)
    before = told(sqlite_url)
    there = left(tmp_path)
    with pytest.raises(BackupRefused, match=words) as refused:
        restored(sqlite_url, path, tmp_path, now, force=True)
    assert "\n" not in str(refused.value)
    assert str(path) in str(refused.value)
    assert told(sqlite_url) == before
    assert left(tmp_path) == there


def test_what_is_not_ours_in_a_file_is_neither_run_nor_taken(sqlite_url, tmp_path, changed, now):
    database = fill(sqlite_url, changed, now)
    with database.writing() as c:
        c.exec_driver_sql("CREATE TABLE theirs (x)")
        c.exec_driver_sql("CREATE VIEW seen AS SELECT * FROM watch")
        c.exec_driver_sql("CREATE TRIGGER t AFTER INSERT ON host BEGIN DELETE FROM watch; END")
    backup(database, tmp_path / "given")
    database.close()
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    restored(url, tmp_path / "given", tmp_path, now)
    assert told(url) == told(sqlite_url)
    with closing(sqlite3.connect(tmp_path / "new.sqlite3")) as c:
        assert c.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('theirs', 'seen', 't')").fetchone() == (0,)


def test_a_file_larger_than_any_backup_is_refused(sqlite_url, tmp_path, now):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(packing.MOST_BYTES + 1)
    with pytest.raises(BackupRefused, match=r"more than|more room"):
        restored(sqlite_url, path, tmp_path, now)


def test_the_database_is_no_backup_of_itself(sqlite_url, tmp_path, now):
    with pytest.raises(BackupRefused, match="is the database itself"):
        restored(sqlite_url, tmp_path / "monitor.sqlite3", tmp_path, now)
