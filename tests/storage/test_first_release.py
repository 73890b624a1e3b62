"""A database of the first release, as that release wrote it: two watches, the pay of one rose twice."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from storage import changes, outbox, snapshots, versions, watches
from storage.backup import backup
from storage.checking import check
from storage.database import Database
from storage.errors import SchemaTooOld
from storage.locating import located
from storage.restoring import restore
from storage.schema import REVISION
from storage.upgrading import upgrade

FOLDER = Path(__file__).with_name("releases")


@pytest.fixture(params=["sqlite", "postgresql"])
def first_url(request, tmp_path):
    """The URL of the database."""
    statements = (FOLDER / f"first_told.{request.param}.sql").read_text(encoding="utf-8")
    if request.param == "sqlite":
        with closing(sqlite3.connect(tmp_path / "first.sqlite3")) as c:
            c.executescript(statements)
        return f"sqlite:///{tmp_path}/first.sqlite3"
    url = request.getfixturevalue("make_postgresql")("template0")
    with psycopg.connect(url, autocommit=True) as c:
        c.execute(statements.encode())
    return url


def assert_intact(url):
    database = Database.open(url)
    with database.reading() as c:
        intern, board = watches.listed(c, with_record=True)
        assert (intern.tags, intern.version, intern.status, intern.last_outcome) == (("summer",), 3, "open", "changed")
        assert (board.kind, board.paused, len(board.record["roles"])) == ("board", True, 5)
        seen = versions.of_watch(c, intern.id)
        assert [it.record["posting"]["pay"]["min"] for it in seen] == ["55", "60", "62"]
        assert [b"$%d" % pay in snapshots.load(c, it.snapshot) for it, pay in zip(seen, (55, 60, 62), strict=True)]
        told = [(it.kind, it.direction, it.from_version, it.to_version) for it in changes.stored(c)]
        assert told == [("pay_changed", "raised", 1, 2), ("pay_changed", "raised", 2, 3)]
        assert [(it.target, it.state, it.leads) for it in outbox.waiting(c)] == [
            ("mail", "waiting", True),
            ("mail", "waiting", False),
        ]
    assert check(database, chain=True) == []
    database.close()


@pytest.mark.usefixtures("server_programs")
def test_it_is_upgraded_to_the_newest_with_its_history_after_a_backup(first_url, tmp_path, now):
    with pytest.raises(SchemaTooOld):
        Database.open(first_url)
    database = Database.open(first_url, check_schema=False)
    done = upgrade(database, tmp_path / "backup", now=now)
    database.close()
    assert (done.before, done.after) == ("0001", REVISION)
    assert done.backup.exists()
    assert_intact(first_url)


@pytest.mark.usefixtures("server_programs")
@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_backup_of_it_is_restored_into_either_database(first_url, into, tmp_path, now, request):
    database = Database.open(first_url, check_schema=False)
    backup(database, tmp_path / "copy")
    database.close()
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    if into == "postgresql":
        url = request.getfixturevalue("make_postgresql")("template0")
    target = Database(located(url))
    done = restore(target, tmp_path / "copy", tmp_path / "backup", now=now)
    target.close()
    assert (done.revision, done.watches, done.versions) == ("0001", 2, 4)
    assert_intact(url)
