"""`db backup` into a folder, `db upgrade` and `run` with a copy from before."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.schema import REVISION

FIRST = Path(__file__).resolve().parents[2] / "storage" / "releases" / "first.sql"


@pytest.fixture
def old(home):
    """The URL of a database that the first release made."""
    with closing(sqlite3.connect(home / "old.sqlite3")) as connection:
        connection.executescript(FIRST.read_text(encoding="utf-8"))
    return f"sqlite:///{home}/old.sqlite3"


def test_a_folder_gets_dated_copies_of_which_so_many_are_kept(filled, home, monitor):
    (home / "copies").mkdir()
    for day in ("20260101", "20260102"):
        (home / "copies" / f"monitor-{day}T000000Z.sqlite3").touch()
    ran = monitor("db", "backup", f"{home}/copies/", "--keep", "2")
    assert f"removed {home}/copies/monitor-20260101T000000Z.sqlite3" in ran.lines
    (first, second) = sorted((home / "copies").iterdir())
    assert first.name == "monitor-20260102T000000Z.sqlite3"
    assert len(monitor("--database", f"sqlite:///{second}", "list", "--json").json) == 3


def test_keeping_so_many_is_for_folders(filled, home, monitor):
    assert "folder" in monitor("db", "backup", home / "one.sqlite3", "--keep", "2", code=2).err
    assert not (home / "one.sqlite3").exists()


def test_an_upgrade_says_where_the_copy_from_before_is(home, monitor, old):
    ran = monitor("--database", old, "db", "upgrade", noted=True)
    (copy,) = (home / "backup").iterdir()
    assert f"backed up the database before its upgrade: {copy}" in ran.err
    assert ran.lines == [f"schema 0001 → {REVISION}"]
    kinds = {change["kind"] for change in monitor("--database", old, "changes", "--json").json}
    assert {"pay_changed", "closed"} <= kinds


def test_an_upgrade_without_a_copy_is_asked_for(home, monitor, old):
    monitor("--database", old, "db", "upgrade", "--no-backup")
    assert not (home / "backup").exists()


def test_an_upgrade_that_fails_refuses_the_daemons_start_in_one_line(home, old):
    with closing(sqlite3.connect(home / "old.sqlite3")) as connection:
        connection.execute("CREATE TABLE page_block (in_the_way TEXT)")
    command = [sys.executable, "-m", "monitor", "--database", old, "run"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    (copy,) = (home / "backup").iterdir()
    (line,) = [it for it in ran.stderr.splitlines() if it.startswith("monitor: ")]
    assert "the database is as it was" in line
    assert str(copy) in line
