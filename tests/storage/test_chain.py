from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import chain, checks, tampering, watches
from storage.checking import check
from storage.database import Database
from storage.rows import NewVersion


@pytest.fixture
def kept(database, watch_id, add, changed, looked, now):
    """Three versions of one watch, the second with a change told in between, and one of another."""
    other = add("2")
    with database.writing() as c:
        checks.record(c, changed(watch_id, kinds=("pay_changed", "title_changed")))
        checks.record(c, changed(watch_id, 1, checked_at=now + timedelta(hours=1)))
        gone = changed(watch_id, kinds=("removed",)).changes
        checks.record(c, looked(watch_id, 2, outcome="missing", changes=gone, checked_at=now + timedelta(hours=2)))
        checks.record(c, changed(watch_id, 2, checked_at=now + timedelta(hours=3)))
        checks.record(c, changed(other))
    return database


def run(database, *statements):
    with database.writing() as c:
        for statement in statements:
            c.execute(text(statement))


def found(database):
    with database.reading() as c:
        return [it.text for it in tampering.findings(c)]


def heads(database):
    with database.reading() as c:
        return list(tampering.heads(c))


def test_what_was_kept_is_well(kept):
    assert check(kept, chain=True) == []


def test_an_empty_database_is_well(database):
    assert check(database, chain=True) == []
    assert heads(database) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("observed_at", "observed_at"),
        ("record", "'{}'"),
        ("snapshot", "NULL"),
        ("reader_version", "9"),
        ("final_url", "'https://b.example/'"),
        ("headers", """'{"server":"x"}'"""),
        ("reread", "NOT reread"),
        ("chain", "NULL"),
        ("chain", "repeat_c"),
    ],
)
def test_an_edited_version_is_found(kept, column, value):
    if column == "observed_at":
        value = "observed_at + 1" if kept.dialect == "sqlite" else "observed_at + interval '1 microsecond'"
    run(
        kept,
        f"UPDATE version SET {column} = {value.replace('repeat_c', repr('c' * 64))} WHERE watch_id = 1 AND seq = 2",
    )
    assert any(it.startswith("version 2 of watch 1") for it in found(kept))
    assert not any("watch 2" in it or "version 1 " in it for it in found(kept))


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("UPDATE change SET kind = 'closed' WHERE kind = 'title_changed'", 1),
        ("UPDATE change SET after = '1' WHERE to_version = 2 AND kind = 'pay_changed'", 2),
        ("UPDATE change SET severity = 'low' WHERE kind = 'removed'", 3),
        ("UPDATE change SET to_version = 3 WHERE kind = 'removed'", 3),
        ("DELETE FROM change WHERE kind = 'title_changed'", 1),
        ("DELETE FROM change WHERE kind = 'removed'", 3),
    ],
)
def test_an_edited_or_removed_change_is_found_at_its_version(kept, statement, seq):
    run(kept, statement)
    assert [it[:20] for it in found(kept)] == [f"version {seq} of watch 1"]


def test_a_version_that_was_edited_with_its_link_is_found_at_the_next(kept):
    with kept.writing() as c:
        c.execute(text("UPDATE version SET record = '{}' WHERE watch_id = 1 AND seq = 1"))
        row, changes = next(iter(chain.walk(c)))[0]
        link = chain.made(chain.START, row, chain.told(changes))
        c.execute(text("UPDATE version SET chain = :link WHERE watch_id = 1 AND seq = 1"), {"link": link})
    assert [it[:20] for it in found(kept)] == ["version 2 of watch 1"]


def test_a_removed_version_is_found_also_where_the_others_close_the_gap(kept):
    run(kept, "DELETE FROM version WHERE watch_id = 1 AND seq = 2")
    assert "version 2 is not there" in found(kept)[0]
    run(kept, "UPDATE version SET seq = 2 WHERE watch_id = 1 AND seq = 3", "DELETE FROM change WHERE to_version = 2")
    assert "version 2 of watch 1" in found(kept)[0]


def test_a_removed_first_version_is_found(kept):
    run(kept, "DELETE FROM version WHERE watch_id = 1 AND seq = 1")
    assert "version 1 is not there" in found(kept)[0]
    assert "versions 1 to 3" in check(kept)[0].text


def test_an_inserted_version_is_found(kept):
    columns = "watch_id, observed_at, last_seen_at, record, reader_version, headers, reread, chain"
    run(
        kept,
        f"INSERT INTO version (seq, {columns}) SELECT 4, {columns} FROM version WHERE watch_id = 1 AND seq = 3",
        "UPDATE watch_state SET version = 4 WHERE watch_id = 1",
    )
    assert [it[:20] for it in found(kept)] == ["version 4 of watch 1"]


def test_reordered_versions_are_found(kept):
    run(
        kept,
        "UPDATE version SET seq = 100 WHERE watch_id = 1 AND seq = 2",
        "UPDATE version SET seq = 2 WHERE watch_id = 1 AND seq = 3",
        "UPDATE version SET seq = 3 WHERE watch_id = 1 AND seq = 100",
    )
    assert {it[:20] for it in found(kept)} == {"version 2 of watch 1", "version 3 of watch 1"}


def test_a_version_of_another_watch_is_found(kept):
    run(kept, "UPDATE watch SET url = 'https://elsewhere.example/' WHERE id = 2")
    assert [it[:20] for it in found(kept)] == ["version 1 of watch 2"]


@pytest.mark.parametrize("few", [1, 200])
def test_every_kept_head_is_looked_for(kept, monkeypatch, few):
    monkeypatch.setattr(tampering, "_FEW", few)
    with kept.reading() as c:
        assert list(tampering.against(c, heads(kept))) == []
        wrong = [tampering.Head(watch_id=it.watch_id, seq=it.seq, chain="c" * 64) for it in heads(kept)]
        assert ["of watch 1 are not" in it.text for it in tampering.against(c, wrong)] == [True, False]


def test_a_version_removed_from_the_end_with_its_traces_is_found_by_a_kept_head(kept):
    before = heads(kept)
    run(
        kept,
        "DELETE FROM change WHERE from_version = 2 AND watch_id = 1",
        "DELETE FROM version WHERE watch_id = 1 AND seq = 3",
        "UPDATE watch_state SET version = 2 WHERE watch_id = 1",
    )
    assert check(kept, chain=True) == []
    with kept.reading() as c:
        (said,) = tampering.against(c, before)
    assert "version 3 of watch 1, which was kept elsewhere, is not there" in said.text
    assert tampering.head_of(before) != tampering.head_of(heads(kept))


def test_a_history_that_was_made_anew_is_found_by_a_kept_head(kept):
    before = heads(kept)
    run(kept, "UPDATE version SET record = '{}' WHERE watch_id = 1", "UPDATE version SET chain = NULL")
    with kept.writing() as c:
        chain.fill(c)
    assert check(kept, chain=True) == []
    with kept.reading() as c:
        (said,) = tampering.against(c, before)
    assert "the versions 1 to 3 of watch 1 are not those" in said.text


def test_a_kept_head_still_holds_when_more_was_kept_since(kept, changed, now):
    before = heads(kept)
    with kept.writing() as c:
        checks.record(c, changed(1, 3, checked_at=now + timedelta(hours=9)))
    with kept.reading() as c:
        assert list(tampering.against(c, before)) == []
    assert heads(kept)[1:] == before[1:]
    assert heads(kept)[0] != before[0]


def test_a_purged_watch_is_missed_by_a_kept_head(kept):
    before = heads(kept)
    with kept.writing() as c:
        watches.purge(c, 2)
    with kept.reading() as c:
        assert ["of watch 2" in it.text for it in tampering.against(c, before)] == [True]


def test_a_reading_again_goes_on_with_the_chain(kept, now):
    new = NewVersion(record={"verdict": "posting"}, body=None, reader_version=2, reread=True)
    with kept.writing() as c:
        checks.rebase(
            c, 1, expected_version=3, version=new, record_hash=None, reader_version=2, remind_at=None, now=now
        )
    assert check(kept, chain=True) == []
    assert [it.seq for it in heads(kept)] == [4, 1]


def test_both_databases_make_the_same_chain(sqlite_url, postgresql_url, changed, now):
    made = []
    for url in (sqlite_url, postgresql_url):
        database = Database.open(url)
        with database.writing() as c:
            new = watches.NewWatch(url="https://a.example/ü", host="a.example")
            watch_id = watches.add(c, new, now=now, first_check_at=now)[0]
            record = {"posting": {"title": "\ud83d\ude00 \ud800 é\0", "n": 1.5}, "roles": None, "of": {10: 1, 9: (2,)}}
            hostile = {"final_url": "https://a.example/\0", "headers": {"x": "\ud800 ü\0"}}
            version = NewVersion(record=record, body=b"x", reader_version=1, **hostile)
            checks.record(c, changed(watch_id, version=version))
        made.append(heads(database))
        assert check(database, chain=True) == []
        database.close()
    assert made[0] == made[1] != []
