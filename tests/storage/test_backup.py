import os
import sqlite3
import stat
import subprocess
import threading
from contextlib import closing

import pytest
from sqlalchemy import make_url, text

from storage import checks, versions, watches
from storage.backup import backup
from storage.database import Database
from storage.errors import BackupFailed
from storage.rows import NewWatch


def test_a_backup_of_a_database_in_use_is_whole(sqlite_url, tmp_path, changed, now):
    database = Database.open(sqlite_url)
    target = tmp_path / "backup.sqlite3"
    done = threading.Event()

    def keep_writing():
        for number in range(500):
            with database.writing() as c:
                watch = watches.find(c, 1)
                checks.record(c, changed(1, watch.version))
            if done.is_set() and number:
                return

    with database.writing() as c:
        watches.add(c, NewWatch(url="https://a.example/", host="a.example"), now=now, first_check_at=now)
    writer = threading.Thread(target=keep_writing)
    writer.start()
    backup(database, target)
    done.set()
    writer.join()
    database.close()
    copy = Database.open(f"sqlite:///{target}")
    with copy.reading() as c:
        assert len(versions.of_watch(c, 1)) == watches.find(c, 1).version
    copy.close()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert not list(tmp_path.glob("*.part*"))


def test_a_database_that_is_not_sound_is_not_taken_for_backed_up(sqlite_url, tmp_path, now):
    database = Database.open(sqlite_url)
    with database.writing() as c:
        watches.add(c, NewWatch(url="https://a.example/", host="a.example"), now=now, first_check_at=now)
    with closing(sqlite3.connect(tmp_path / "monitor.sqlite3")) as c:
        c.execute("PRAGMA writable_schema = ON")
        c.execute(
            "UPDATE sqlite_master SET sql = sql || ' WHERE next_due_at IS NULL' WHERE name = 'ix_host_slot_next_due_at'"
        )
        c.commit()
    with pytest.raises(BackupFailed, match=r"not sound .*ix_host_slot_next_due_at"):
        backup(database, tmp_path / "backup.sqlite3")
    database.close()
    assert not list(tmp_path.glob("backup*"))


def test_a_program_that_dumps_less_than_all_is_found_out(postgresql_url, server_programs, tmp_path, monkeypatch, now):
    database = Database.open(postgresql_url)
    with database.writing() as c:
        watches.add(c, NewWatch(url="https://a.example/", host="a.example"), now=now, first_check_at=now)
    program = tmp_path / "pg_dump"
    program.write_text(f'#!/bin/sh\nexec {server_programs}/pg_dump --exclude-table-data=watch_state "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(BackupFailed, match=r"not whole \(watch_state\)"):
        backup(database, tmp_path / "backup.dump")
    database.close()
    assert not list(tmp_path.glob("backup*"))


def test_a_program_that_dumps_another_schema_is_found_out(
    postgresql_url, server_programs, tmp_path, make_postgresql, monkeypatch
):
    url = make_postgresql("template0")
    other = Database.open(url, create=True)
    with other.writing() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    other.close()
    program = tmp_path / "pg_dump"
    program.write_text(
        '#!/bin/sh\nfor it; do case "$it" in --file=*) file="$it";; esac; done\n'
        f'exec {server_programs}/pg_dump --format=custom "$file" --dbname="{url}"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    database = Database.open(postgresql_url)
    with pytest.raises(BackupFailed, match=r"not whole \(its schema\)"):
        backup(database, tmp_path / "backup.dump")
    database.close()
    assert not list(tmp_path.glob("backup*"))


def test_a_server_is_backed_up_by_its_own_program(postgresql_url, server_programs, tmp_path, make_postgresql, now):
    database = Database.open(postgresql_url)
    with database.writing() as c:
        watches.add(c, NewWatch(url="https://a.example/", host="a.example"), now=now, first_check_at=now)
    target = tmp_path / "backup.dump"
    backup(database, target)
    database.close()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    restored = make_postgresql("template0")
    subprocess.run([server_programs / "pg_restore", "--exit-on-error", f"--dbname={restored}", target], check=True)
    copy = Database.open(restored)
    with copy.reading() as c:
        assert [it.url for it in watches.listed(c)] == ["https://a.example/"]
    copy.close()


def test_a_missing_program_is_said(postgresql_url, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    database = Database.open(postgresql_url)
    with pytest.raises(BackupFailed, match="client programs"):
        backup(database, tmp_path / "backup.dump")
    database.close()
    assert not list(tmp_path.glob("backup*"))


def test_a_program_that_fails_is_quoted_without_the_password(postgresql_url, tmp_path, monkeypatch):
    program = tmp_path / "pg_dump"
    program.write_text(
        '#!/bin/sh\necho "arguments: $*; password: ${PGPASSWORD}" > "$(dirname "$0")/seen"\n'
        'echo "server version mismatch" >&2\nexit 1\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    url = make_url(postgresql_url).set(password="hunter2").render_as_string(hide_password=False)
    database = Database.open(url)
    with pytest.raises(BackupFailed, match="server version mismatch"):
        backup(database, tmp_path / "backup.dump")
    database.close()
    seen = (tmp_path / "seen").read_text()
    assert "password: hunter2" in seen
    assert "hunter2" not in seen.split("; password")[0]


def test_a_file_that_is_there_is_not_written_over(sqlite_url, tmp_path):
    target = tmp_path / "backup.sqlite3"
    target.write_text("precious")
    database = Database.open(sqlite_url)
    with pytest.raises(BackupFailed, match="another file"):
        backup(database, target)
    database.close()
    assert target.read_text() == "precious"


def test_a_place_that_is_not_there_is_said(sqlite_url, tmp_path):
    database = Database.open(sqlite_url)
    with pytest.raises(BackupFailed, match="could not be written"):
        backup(database, tmp_path / "nowhere" / "backup.sqlite3")
    database.close()
