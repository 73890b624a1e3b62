import random
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import func, select, text, update

from storage import checks, snapshots, watches
from storage.checking import check
from storage.database import Database
from storage.rows import NewWatch
from storage.tables import snapshot


@pytest.fixture
def sound(database, watch_id, changed):
    with database.writing() as c:
        for number in range(3):
            checks.record(c, changed(watch_id, number))
    return database


def run(database, statement, **given):
    with database.writing() as c:
        c.execute(text(statement), given)


def test_a_sound_database_has_no_findings(sound):
    assert check(sound) == []


def test_an_empty_database_has_no_findings(database):
    assert check(database) == []


@pytest.mark.parametrize(
    ("statement", "kind", "words"),
    [
        ("UPDATE snapshot SET data = :data WHERE keyframe IS NULL", "snapshot", "damaged"),
        ("DELETE FROM version WHERE seq = 2", "sequence", "missing"),
        ("DELETE FROM version WHERE seq = 3", "sequence", "versions 1 to 3"),
        ("UPDATE watch_state SET version = 2", "sequence", "versions 1 to 2"),
        ("UPDATE change SET to_version = 9 WHERE id = 3", "sequence", "change 3"),
        ("DELETE FROM watch_state", "sequence", "watch 1"),
    ],
)
def test_what_is_wrong_is_found(sound, statement, kind, words):
    run(sound, statement, **({"data": b"no frame"} if ":data" in statement else {}))
    found = check(sound)
    assert {it.kind for it in found} == {kind}
    assert any(words in it.text for it in found)


def test_damage_to_the_file_is_found(sqlite_url, tmp_path, now):
    database = Database.open(sqlite_url)
    with database.writing() as c:
        watches.add(c, NewWatch(url="https://a.example/", host="a.example"), now=now, first_check_at=now)
    database.close()
    with closing(sqlite3.connect(tmp_path / "monitor.sqlite3")) as c:
        # An index that has entries which it should not have.
        c.execute("PRAGMA writable_schema = ON")
        c.execute("UPDATE sqlite_master SET sql = sql || ' WHERE next_due_at IS NULL' WHERE name LIKE '%next_due_at'")
        c.commit()
    database = Database.open(sqlite_url)
    assert [(it.kind, "next_due_at" in it.text) for it in check(database)] == [("integrity", True)]
    database.close()


@pytest.mark.parametrize("at_once", [1, 50])
def test_every_damaged_page_is_named_and_no_other(database, monkeypatch, at_once):
    monkeypatch.setattr(snapshots, "_AT_ONCE", at_once)
    pages = [random.Random(number).randbytes(900) for number in range(3)]
    with database.writing() as c:
        keyframes = [snapshots.keep(c, page, like=None) for page in pages]
        deltas = [snapshots.keep(c, pages[0] + bytes([number]), like=keyframes[0]) for number in range(3)]
        deltas += [snapshots.keep(c, pages[1] + b"x", like=keyframes[1])]
        assert c.scalar(select(func.count()).where(snapshot.c.keyframe.is_not(None))) == len(deltas)
    assert check(database) == []
    with database.writing() as c:
        c.execute(update(snapshot).where(snapshot.c.sha256 == deltas[3]).values(data=b"no frame"))
    assert [deltas[3] in it.text for it in check(database)] == [True]
    with database.writing() as c:
        c.execute(update(snapshot).where(snapshot.c.sha256 == keyframes[0]).values(data=b"no frame"))
        # A delta has a keyframe, and never another delta.
        c.execute(update(snapshot).where(snapshot.c.sha256 == deltas[2]).values(keyframe=deltas[3]))
    found = [it.text.split()[1] for it in check(database)]
    assert sorted(found) == sorted([keyframes[0], *deltas])


def test_rows_that_point_to_nothing_are_found(sqlite_url, tmp_path):
    with closing(sqlite3.connect(tmp_path / "monitor.sqlite3")) as c:
        c.execute("INSERT INTO watch_tag VALUES (77, 'x')")
        c.commit()
    database = Database.open(sqlite_url)
    assert [it.kind for it in check(database)] == ["foreign_key"]
    database.close()
