import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from zstandard import ZstdCompressor

from storage import migrating
from storage.checking import check
from storage.database import Database
from storage.errors import SchemaTooNew
from storage.schema import REVISION
from storage.tables.on_postgresql import HOT

INSTANTS = {"sqlite": 1_767_600_000_000_000, "postgresql": "2026-01-05T08:00:00+00:00"}
AT = "an instant"

#: For every revision: rows to be there before the next one is applied. Columns that are not named are null.
ROWS = {
    "0001": {
        "host": [{"id": 1, "name": "a.example", "crawl_delay": 2.5, "failures": 1, "paused_until": AT}],
        "host_slot": [{"host_id": 1, "slot": 0, "next_due_at": AT, "lease_no": 0}],
        "watch": [
            {"id": 1, "url": "https://a.example/1", "host_id": 1, "slot": 0, "kind": "posting", "added_at": AT},
            {"id": 2, "url": "https://a.example/2", "host_id": 1, "slot": 0, "added_at": AT, "removed_at": AT},
        ],
        "watch_tag": [{"watch_id": 1, "tag": "first"}, {"watch_id": 1, "tag": "second"}],
        "watch_state": [
            {
                "host_id": 1,
                "slot": 0,
                "watch_id": 1,
                "paused": False,
                "next_check_at": AT,
                "last_checked_at": AT,
                "last_outcome": "changed",
                "status": "open",
                "version": 2,
                "revision": 3,
                "failures": 0,
            },
            {
                "host_id": 1,
                "slot": 0,
                "watch_id": 2,
                "paused": True,
                "status": "unknown",
                "version": 0,
                "revision": 0,
                "failures": 0,
            },
        ],
        "check_count": [{"watch_id": 1, "day": "2026-01-05", "outcome": "changed", "count": 3}],
        "version": [
            {
                "watch_id": 1,
                "seq": seq,
                "observed_at": AT,
                "last_seen_at": AT,
                "record": {"posting": {"title": "Ünïcode"}},
                "reader_version": 1,
                "headers": {},
                "reread": False,
            }
            for seq in (1, 2)
        ],
        "change": [
            {
                "id": 1,
                "watch_id": 1,
                "from_version": 1,
                "to_version": 2,
                "occasion": 0,
                "kind": "pay_changed",
                "field_key": "",
                "before": {"min": "55"},
                "after": {"min": "60"},
                "summary": "Pay raised",
                "severity": "high",
                "detected_at": AT,
            }
        ],
        "notice": [
            {
                "id": 1,
                "change_id": 1,
                "watch_id": 1,
                "target": "mail",
                "message_id": "1@test",
                "state": "waiting",
                "due_at": AT,
                "attempts": 0,
                "created_at": AT,
            }
        ],
        "snapshot": [
            {"sha256": hashlib.sha256(b"body").hexdigest(), "size": 4, "data": ZstdCompressor().compress(b"body")}
        ],
        "holder": [{"id": 1, "pid": 1, "host": "here", "what": "monitor run", "since": AT}],
    },
    "0002": {
        "page_block": [{"host_id": 1, "block": -(2**63), "watch_id": 1}, {"host_id": 1, "block": 7, "watch_id": 1}],
        "passing_block": [{"host_id": 1, "template": "t", "block": 2**63 - 1, "words": "A tip", "seen_at": AT}],
        "capture": [
            {
                "watch_id": 1,
                "taken_at": AT,
                "outcome": "blocked",
                "reason": "a challenge",
                "quality": 20,
                "http_status": 200,
                "headers": {"server": "x"},
                "snapshot": hashlib.sha256(b"body").hexdigest(),
            }
        ],
    },
    "0003": {
        "bulletin": [
            {
                "id": 1,
                "target": "phone",
                "kind": "target_failing",
                "message_id": "2@test",
                "title": "mail does not deliver",
                "text": "since 9",
                "severity": "high",
                "state": "sent",
                "due_at": AT,
                "attempts": 1,
                "sent_at": AT,
                "created_at": AT,
            }
        ],
        "pulse": [{"name": "target:mail", "at": AT, "since": AT, "text": "connection refused"}],
    },
    "0004": {
        "watch": [{"id": 3, "url": "https://a.example/3", "host_id": 1, "slot": 0, "added_at": AT}],
        "watch_state": [
            {
                "host_id": 1,
                "slot": 0,
                "watch_id": 3,
                "paused": True,
                "status": "open",
                "version": 4,
                "revision": 9,
                "failures": 0,
            }
        ],
        "version": [
            {
                "watch_id": 3,
                "seq": 4,
                "observed_at": AT,
                "last_seen_at": AT,
                "record": {"posting": None},
                "reader_version": 3,
                "headers": {},
                "reread": False,
                "chain": "e" * 64,
            }
        ],
        "checkpoint": [{"watch_id": 3, "seq": 3, "chain": "c" * 64, "told": "d" * 64, "pruned_at": AT}],
    },
}


@pytest.fixture
def empty(empty_url, tmp_path):
    (tmp_path / "empty.sqlite3").touch()
    opened = Database.open(empty_url, check_schema=False)
    yield opened
    opened.close()


def insert(database, revision):
    """Puts in the rows of a revision; its own tables, not today's, say what a row is."""
    with database.writing() as c:
        for name, rows in ROWS[revision].items():
            for row in rows:
                c.execute(text(_insert(name, row)), _values(row, database.dialect))


def _insert(table, row):
    return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})"


def _values(row, dialect):
    instants = {name: INSTANTS[dialect] for name, value in row.items() if value is AT}
    return row | instants | {name: json.dumps(value) for name, value in row.items() if isinstance(value, dict)}


def reflected(database):
    """What the database itself says of its tables, in a form that two of them can be compared by."""
    with database.reading() as c:
        inspector = inspect(c)
        found = {}
        for name in set(inspector.get_table_names()) - {"alembic_version"}:
            found[name] = {
                "columns": [
                    (it["name"], str(it["type"]), it["nullable"], str(it["default"]))
                    for it in inspector.get_columns(name)
                ],
                "primary key": inspector.get_pk_constraint(name),
                "foreign keys": words(inspector.get_foreign_keys(name)),
                "uniques": words(inspector.get_unique_constraints(name)),
                "checks": words(inspector.get_check_constraints(name)),
                "indexes": words(inspector.get_indexes(name)),
                "options": options(c, name),
            }
    return found


def words(found):
    return sorted(json.dumps(it, default=str, sort_keys=True) for it in found)


def options(c, name):
    if c.dialect.name == "sqlite":
        without_rowid = c.exec_driver_sql(f"SELECT wr FROM pragma_table_list('{name}')").scalar()
        numbered = (
            "AUTOINCREMENT"
            in c.exec_driver_sql(f"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{name}'").scalar()
        )
        return without_rowid, numbered
    return c.exec_driver_sql(f"SELECT reloptions FROM pg_class WHERE oid = 'public.{name}'::regclass").scalar()


def test_the_newest_revision_is_the_one_that_opening_asks_for():
    assert migrating.revisions()[-1] == REVISION == migrating.newest()


def test_revisions_are_one_line_and_rise():
    assert migrating.revisions() == sorted(set(migrating.revisions()))


def test_the_migrations_make_the_schema_that_the_program_is_made_for(database):
    with database.reading() as c:
        context = MigrationContext.configure(c, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, HOT[0].metadata) == []


def test_the_migrations_make_the_checks_indexes_and_options_too(empty):
    with empty.writing() as c:
        HOT[0].metadata.create_all(c)
    made = reflected(empty)
    with empty.writing() as c:
        HOT[0].metadata.drop_all(c)
    migrating.upgrade(empty)
    migrated = reflected(empty)
    assert made == migrated
    assert sum(len(table["checks"]) for table in migrated.values()) > 20


def test_hot_tables_are_clustered_and_leave_room(database):
    with database.reading() as c:
        found = {table.name: options(c, table.name) for table in HOT}
    wanted = (1, False) if database.dialect == "sqlite" else ["fillfactor=60"]
    assert found == dict.fromkeys(("host_slot", "watch_state", "check_count"), wanted)


def test_every_revision_keeps_the_rows_of_those_before_it(empty):
    written = {}
    for revision in migrating.revisions():
        migrating.upgrade(empty, revision)
        insert(empty, revision)
        for name, rows in ROWS[revision].items():
            written[name] = written.get(name, 0) + len(rows)
    migrating.upgrade(empty)
    with empty.reading() as c:
        kept = {name: c.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in written}
    assert kept == written
    assert set(kept) == set(HOT[0].metadata.tables)
    assert check(empty) == []


def test_upgrading_says_from_where_to_where(empty):
    assert migrating.upgrade(empty) == (None, REVISION)
    assert migrating.upgrade(empty) == (REVISION, REVISION)
    assert migrating.current(empty) == REVISION


def test_an_upgrade_that_fails_changes_nothing(empty, monkeypatch):
    def broken(connection):
        raise ZeroDivisionError

    monkeypatch.setattr(migrating, "_check_foreign_keys", broken)
    with pytest.raises(ZeroDivisionError):
        migrating.upgrade(empty)
    assert reflected(empty) == {}
    assert empty.revision() is None


def test_a_newer_schema_is_not_upgraded(database):
    with database.writing() as c:
        c.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaTooNew):
        migrating.upgrade(database)


def test_programs_that_upgrade_at_once_wait_for_each_other(empty_url):
    def opened(_):
        database = Database.open(empty_url, create=True)
        revision = database.revision()
        database.close()
        return revision

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(opened, range(3))) == [REVISION] * 3


def test_foreign_keys_are_kept_again_after_an_upgrade(empty):
    migrating.upgrade(empty)
    with pytest.raises(Exception, match=r"(?i)foreign key"), empty.writing() as c:
        c.execute(text("INSERT INTO watch_tag (watch_id, tag) VALUES (77, 'x')"))
