import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from storage import checks
from storage.checking import check
from storage.database import Database


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


def test_rows_that_point_to_nothing_are_found(sqlite_url, tmp_path):
    with closing(sqlite3.connect(tmp_path / "monitor.sqlite3")) as c:
        c.execute("INSERT INTO watch_tag VALUES (77, 'x')")
        c.commit()
    database = Database.open(sqlite_url)
    assert [it.kind for it in check(database)] == ["foreign_key"]
    database.close()
