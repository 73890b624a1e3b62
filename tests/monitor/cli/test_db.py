"""`monitor db`: back up, restore, check, chain, prune."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from storage import holder
from storage.database import Database
from storage.schema import REVISION


@pytest.fixture
def copy(filled, home, monitor):
    monitor("db", "backup", home / "copy.sqlite3")
    return home / "copy.sqlite3"


def run(url, statement):
    database = Database.open(url)
    with database.writing() as c:
        c.exec_driver_sql(statement)
    database.close()


def test_a_backup_is_restored_over_watches_by_force_and_what_was_there_is_kept(copy, home, monitor):
    monitor("remove", 1, "--purge")
    assert "has watches (2): --force restores over it" in monitor("db", "restore", copy, code=1).err
    first, second = monitor("db", "restore", copy, "--force").lines
    assert first == f"restored {copy}: 3 watches, 4 versions"
    kept = second.removeprefix("what was there before is kept in ")
    assert kept.startswith(f"{home}/backup/before-restore-")
    assert len(monitor("history", 1, "--json").json["versions"]) == 3
    new = f"sqlite:///{home}/new.sqlite3"
    assert "2 watches, 1 version" in monitor("--database", new, "db", "restore", kept).out


def test_a_compressed_backup_is_restored(filled, home, monitor):
    monitor("db", "backup", home / "copy.zst")
    new = f"sqlite:///{home}/new/monitor.sqlite3"
    assert "3 watches" in monitor("--database", new, "db", "restore", home / "copy.zst").out
    assert monitor("--database", new, "list", "--json").json == monitor("list", "--json").json


def test_an_older_backup_says_what_it_became(copy, home, monitor):
    with closing(sqlite3.connect(copy)) as c:
        c.execute("DROP TABLE checkpoint")
        c.execute("ALTER TABLE version DROP COLUMN chain")
        c.execute("UPDATE alembic_version SET version_num = '0003'")
        c.commit()
    new = f"sqlite:///{home}/new.sqlite3"
    assert f"4 versions; schema 0003 → {REVISION}" in monitor("--database", new, "db", "restore", copy).out
    assert monitor("--database", new, "db", "check", "--chain").out == "the database is well\n"


def test_nothing_is_restored_while_a_daemon_runs(copy, monitor, sqlite_url):
    database = Database.open(sqlite_url)
    with holder.hold(database, now=datetime.now(UTC), what="monitor run"):
        assert "is held by monitor run" in monitor("db", "restore", copy, "--force", code=1).err
    database.close()


def test_what_is_no_backup_gets_one_line(filled, home, monitor):
    (home / "words").write_text("words")
    for path in ("words", "nothing", "."):
        assert len(monitor("db", "restore", path, "--force", code=1).err.splitlines()) == 1
    assert len(monitor("list", "--json").json) == 3


def test_check_finds_what_was_edited_by_the_chain(filled, monitor, sqlite_url):
    assert monitor("db", "check", "--chain").out == "the database is well\n"
    run(sqlite_url, "UPDATE change SET summary = 'Pay cut' WHERE kind = 'pay_changed'")
    assert monitor("db", "check").out == "the database is well\n"
    assert "chain  version 2 of watch 1" in monitor("db", "check", "--chain", code=1).out
    (finding,) = monitor("db", "check", "--chain", "--json", code=1, noted=True).json
    assert finding["kind"] == "chain"


def test_check_compares_with_an_end_that_was_kept(filled, home, monitor, sqlite_url):
    kept = monitor("db", "chain", "--json")
    (home / "heads.json").write_text(kept.out)
    assert [(it["watch_id"], it["seq"]) for it in kept.json["watches"]] == [(1, 3), (2, 1)]
    assert monitor("db", "chain").out == f"{kept.json['head']}  2 watches\n"
    assert monitor("db", "check", "--against", home / "heads.json").out == "the database is well\n"
    monitor("remove", 2, "--purge")
    assert "version 1 of watch 2" in monitor("db", "check", "--against", home / "heads.json", code=1).out
    assert monitor("db", "chain").out.split()[0] != kept.json["head"]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "[]",
        "{}",
        '{"watches": 1}',
        '{"watches": [{"watch_id": "1", "seq": 1, "chain": ""}]}',
        '{"watches": [{"watch_id": 1e99, "seq": true, "chain": null}]}',
        "[" * 100_000,
        "\ufffd",
    ],
)
def test_a_file_that_has_no_ends_of_chains_is_refused(filled, home, monitor, words):
    (home / "heads.json").write_text(words, encoding="utf-16" if words == "\ufffd" else "utf-8")
    assert "is not what `monitor db chain --json`" in monitor("db", "check", "--against", "heads.json", code=2).err
    assert "cannot be read" in monitor("db", "check", "--against", "none", code=2).err


def test_prune_says_what_would_go_and_what_went(filled, monitor):
    limits = ("--older-than", "1d", "--kind", "versions")
    would = monitor("db", "prune", *limits, "--dry-run", "--json").json
    # The notice of watch 1 was not sent: its change stays, and what that tells of.
    assert would == {"dry_run": True, "pruned": []}
    assert monitor("db", "prune", *limits).out == "nothing to forget\n"
    out = monitor("db", "prune", "--older-than", "1d", "--dry-run").out
    assert "counts" in out
    assert "nothing was changed" in out
    assert "counts" in monitor("db", "prune", "--older-than", "1d").out
    assert monitor("db", "prune", "--older-than", "1d").out == "nothing to forget\n"


def test_prune_takes_old_versions_once_their_notices_are_sent(filled, monitor, sqlite_url):
    run(sqlite_url, "UPDATE notice SET state = 'sent', sent_at = due_at, leads = false")
    assert monitor("db", "prune", "--keep", 2, "--vacuum").lines[0].split()[:2] == ["versions", "1"]
    assert [it["seq"] for it in monitor("history", 1, "--json").json["versions"]] == [2, 3]
    gone = monitor("db", "prune", "--older-than", "1d", "--json").json["pruned"]
    assert {it["kind"]: it["rows"] for it in gone}["versions"] == 1
    history = monitor("history", 1, "--json").json
    assert [it["seq"] for it in history["versions"]] == [3]
    for verb in (("show", 1), ("history", 1), ("changes",), ("export",), ("list",), ("db", "check", "--chain")):
        monitor(*verb)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--kind", "everything"), "is no kind that can be pruned; allowed: versions, changes"),
        (("--older-than", "soon"), '"soon" is no duration'),
        (("--older-than", "99999999w"), "is no duration"),
        (("--keep", "0"), "--keep"),
    ],
)
def test_prune_refuses_what_cannot_be(filled, monitor, options, said):
    assert said in monitor("db", "prune", *options, code=2).err


def test_json_of_check_is_an_array(filled, monitor):
    assert json.loads(monitor("db", "check", "--json").out) == []
