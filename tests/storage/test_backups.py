"""A folder of backups: dated, private, and only so many."""

from datetime import timedelta

import pytest

from storage import backups
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


def test_a_folder_that_cannot_be_made_is_said(opened, tmp_path, now):
    (tmp_path / "file").touch()
    with pytest.raises(BackupFailed, match="could not be made"):
        backups.add(opened, tmp_path / "file", now=now)
