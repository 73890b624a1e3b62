"""A folder of backups: dated, private, and only so many."""

import fcntl
from datetime import timedelta

import pytest

from storage import backups
from storage.backup import backup
from storage.database import Database
from storage.errors import BackupFailed


@pytest.fixture
def opened(sqlite_url):
    database = Database.open(sqlite_url)
    yield database
    database.close()


def test_copies_are_named_by_their_time_and_open_as_databases(opened, tmp_path, now):
    path = backups.add(opened, tmp_path / "backup", now=now)
    assert path == tmp_path / "backup" / "monitor-20260105T093000Z.sqlite3"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    Database.open(f"sqlite:///{path}").close()


def test_the_newest_stay_and_other_files_are_left_alone(opened, tmp_path, now):
    days = [now + timedelta(days=day) for day in range(4)]
    copies = [backups.add(opened, tmp_path, now=day) for day in days]
    others = [backups.add(opened, tmp_path, now=now, name="before-upgrade-of-0001"), tmp_path / "monitor-old.sqlite3"]
    others[1].touch()
    assert backups.rotate(opened, tmp_path, keep=2) == copies[:2]
    assert not any(it.exists() for it in copies[:2])
    assert all(it.exists() for it in [*copies[2:], *others])
    assert backups.rotate(opened, tmp_path, keep=2) == []


def test_two_copies_of_one_second_are_both_kept(opened, tmp_path, now):
    names = [backups.add(opened, tmp_path / "backup", now=now).name for _ in range(2)]
    assert names == ["monitor-20260105T093000Z.sqlite3", "monitor-20260105T093001Z.sqlite3"]


def test_what_a_killed_backup_left_goes_with_the_next_one(opened, tmp_path, now):
    left = [tmp_path / f"monitor-20250101T000000Z.sqlite3.part{end}" for end in ("", "-journal", "-wal", ".zst")]
    others = [tmp_path / "of-mine.sqlite3.part", tmp_path / "monitor-20250101T000000Z.sqlite3"]
    for it in (*left, *others):
        it.write_text("half")
    copy = backups.add(opened, tmp_path, now=now)
    assert not any(it.exists() for it in left)
    assert [it.read_text() for it in others] == ["half", "half"]
    Database.open(f"sqlite:///{copy}").close()


def test_what_another_process_is_writing_is_left_alone(opened, tmp_path, now):
    part = tmp_path / "monitor-20260105T093000Z.sqlite3.part"
    with part.open("wb") as file:
        file.write(b"so far")
        file.flush()
        fcntl.flock(file, fcntl.LOCK_EX)
        assert backups.add(opened, tmp_path, now=now).name == "monitor-20260105T093001Z.sqlite3"
        with pytest.raises(BackupFailed, match="being written by another process"):
            backup(opened, tmp_path / "monitor-20260105T093000Z.sqlite3")
    assert part.read_bytes() == b"so far"


def test_a_folder_that_cannot_be_made_is_said(opened, tmp_path, now):
    (tmp_path / "file").touch()
    with pytest.raises(BackupFailed, match="could not be made"):
        backups.add(opened, tmp_path / "file", now=now)
