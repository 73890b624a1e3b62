"""`monitor status`: what it finds, what it calls for, and how it ends."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from monitor.telemetry.rounds import Round, keep
from storage import checks, holder, hosts, outbox, pulse, watches
from storage.database import Database
from storage.rows import CheckRecord, NewChange, NewNotice, NewVersion, NewWatch

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    """Of each test: a run of all of them takes longer than a daemon may be silent."""
    monkeypatch.setitem(globals(), "NOW", datetime.now(UTC))


@pytest.fixture
def database(installed, sqlite_url):
    opened = Database.open(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def watched(database):
    """Watches, each checked once; gives their numbers."""

    def watching(*paths, host="jobs.example", due=HOUR, **given):
        with database.writing() as c:
            for path in paths:
                new = NewWatch(url=f"https://{host}/{path}", host=host)
                watch_id, _ = watches.add(c, new, now=NOW, first_check_at=NOW + due)
                record = {
                    "outcome": "unchanged",
                    "reason": None,
                    "status": "open",
                    "kind": "posting",
                    "next_check_at": NOW + due,
                    "etag": None,
                    "last_modified": None,
                    "body_hash": None,
                    "record_hash": None,
                    "reader_version": 1,
                    "checked_at": NOW,
                    "last_good_at": NOW,
                }
                checks.record(c, CheckRecord(watch_id=watch_id, expected_version=0, **{**record, **given}))

    return watching


def needs(status):
    return {it["what"]: it["text"] for it in status["needs"]}


def test_an_empty_installation_is_well(database, monitor):
    status = monitor("status", "--json", "--check").json
    assert (status["well"], status["needs"], status["daemon"]) == (True, [], None)
    assert status["watches"] == {
        "active": 0,
        "paused": 0,
        "due": 0,
        "overdue": 0,
        "held_back": 0,
        "blind": 0,
        "first_due_at": None,
    }
    assert monitor("status").lines[0] == "all is well"


def test_it_says_which_versions_are_at_work(database, monitor):
    versions = monitor("status", "--json").json["versions"]
    assert versions["sqlite"] == sqlite3.sqlite_version
    assert versions["schema"] == versions["newest schema"]
    assert {"monitor", "python", "reader", "scrapy", "apprise", "sqlalchemy"} <= versions.keys()


def test_it_says_who_runs_on_the_database_and_what_came_of_its_rounds(database, watched, monitor):
    now = datetime.now(UTC)  # a run of all tests takes longer than a daemon may be silent
    watched("1")
    with holder.hold(database, now=now, what="monitor run"):
        with database.writing() as c:
            pulse.put(c, pulse.ALIVE, at=now)
            pulse.put(c, pulse.GOOD, at=now)
            rounds = [Round(begun_at=now + it * HOUR, seconds=1.5, checks=it, errors=1, changes=2) for it in (1, 2)]
            keep(c, rounds, now=now)
        status = monitor("status", "--json", "--check").json
        told = monitor("status").out
    assert status["daemon"]["what"] == "monitor run"
    assert status["alive_at"] == f"{now:%Y-%m-%dT%H:%M:%SZ}"
    assert [it["checks"] for it in status["rounds"]] == [2, 1]
    assert "2 checks, 1 error, 2 changes in 1.5 s" in told


def test_a_daemon_that_is_gone_needs_a_person(database, watched, monitor):
    with database.writing() as c:
        pulse.put(c, pulse.ALIVE, at=NOW - HOUR)
    assert monitor("status", "--check").code == 0  # nothing is watched
    watched("1")
    assert "no daemon runs" in needs(monitor("status", "--json").json)["daemon"]


def test_a_daemon_that_gives_no_sign_of_life_needs_a_person(database, watched, monitor):
    watched("1")
    with holder.hold(database, now=NOW - HOUR, what="monitor run"):
        with database.writing() as c:
            pulse.put(c, pulse.ALIVE, at=NOW - HOUR / 2)
        assert "no sign of life" in needs(monitor("status", "--json").json)["daemon"]
        with database.writing() as c:
            pulse.put(c, pulse.ALIVE, at=NOW)
        assert needs(monitor("status", "--json").json) == {}
        with database.writing() as c:
            pulse.put(c, pulse.BLIND, at=NOW, since=NOW - HOUR)
        assert "no page could be read since" in needs(monitor("status", "--json").json)["blind"]


def test_overdue_watches_need_a_person_unless_their_host_is_left_alone(database, watched, monitor):
    watched("1", due=-2 * HOUR)
    assert needs(monitor("status", "--json").json).keys() == {"overdue"}
    with database.writing() as c:
        hosts.pause(c, "jobs.example", until=NOW + HOUR, failures=9)
    status = monitor("status", "--json").json
    assert needs(status) == {}
    assert status["watches"]["held_back"] == 1


def test_watches_that_cannot_be_read_are_named_with_their_host(database, watched, monitor):
    watched("1", outcome="failed", reason="no \x1b[31mroute", blind="unreachable", failing_since=NOW - HOUR, failures=3)
    watched("2")
    status = monitor("status", "--json").json
    assert needs(status) == {"watches": "1 cannot be read: 1"}
    [blind] = status["blind"]
    assert (blind["id"], blind["kind"], blind["since"]) == (1, "unreachable", f"{NOW - HOUR:%Y-%m-%dT%H:%M:%SZ}")
    [host] = status["hosts"]["errors"]
    assert (host["name"], host["checked"], host["errors"]) == ("jobs.example", 2, 1)
    assert status["checks"]["outcomes"]["failed"] == 1
    assert "jobs.example: 1 of 2 watches" in monitor("status").out


def test_a_host_whose_pass_takes_longer_than_its_intervals_is_named(database, installed, watched, monitor):
    watched("1", "2", "3")
    with database.writing() as c:
        hosts.learned(c, "jobs.example", crawl_delay=14_400.0, now=NOW)
    status = monitor("status", "--json").json
    assert "jobs.example has 3 watches, 14400 s apart: one pass takes 12.0 h, 2.0 times" in needs(status)["host"]
    assert status["hosts"]["slow"][0]["pass_seconds"] == 43_200
    assert "one pass takes 12.0 h" in monitor("status").out


def failing(database, since):
    with database.writing() as c:
        for name in ("team", "gone"):
            pulse.put(c, pulse.FAILING + name, at=NOW, since=since, text="HTTP 500")


def test_a_target_that_fails_for_long_needs_a_person(database, installed, monitor):
    installed.write_text(installed.read_text() + '[[notify.targets]]\nname = "team"\nurl = "json://127.0.0.1/s3cr3t"\n')
    failing(database, NOW - HOUR / 2)
    status = monitor("status", "--json").json
    assert (needs(status), [it["target"] for it in status["failing_targets"]]) == ({}, ["team"])
    failing(database, NOW - 2 * HOUR)
    done = monitor("status", "--check", code=1)
    assert "target: team takes no messages since" in done.err
    assert "s3cr3t" not in done.out + done.err


def test_notices_that_were_given_up_need_a_person(database, watched, monitor):
    change = NewChange(kind="closed", summary="Closed", severity="critical")
    notice = NewNotice(change=0, target="team", due_at=NOW, message_id="1@test")
    version = NewVersion(record={"verdict": "posting"}, body=b"<p>", reader_version=1)
    watched("1", outcome="changed", version=version, changes=(change,), notices=(notice,))
    status = monitor("status", "--json").json
    assert (needs(status), status["notices"]) == ({}, [{"target": "team", "waiting": 1, "failed": 0}])
    assert status["changes_24h"] == {"closed": 1}
    with database.writing() as c:
        outbox.failed(c, 1, now=NOW, error="refused", retry_at=None)
    assert "1 to team were given up" in needs(monitor("status", "--json").json)["notices"]


def test_too_little_room_needs_a_person(database, monitor, monkeypatch):
    monkeypatch.setattr("monitor.telemetry.standing.free_bytes", lambda _: 1024)
    assert "less room" in needs(monitor("status", "--json").json)["disk"]
    assert "1.0 KiB free" in monitor("status").out


def test_backups_are_counted(database, home, monitor):
    monitor("db", "backup", f"{home}/backup/")
    disk = monitor("status", "--json").json["disk"]
    assert disk["backups"]["number"] == 1
    assert disk["backups"]["bytes"] > 0
    assert disk["database_bytes"] > 0


def test_check_ends_with_1_and_one_line_for_whoever_reads_its_mail(database, watched, monitor):
    watched("1", due=-2 * HOUR)
    quiet = monitor("-q", "status", "--check", code=1)
    assert quiet.out == ""
    assert quiet.err.startswith("monitor: overdue: 1 watch was due")
    assert monitor("status", "--check", code=1).out


def test_it_changes_nothing_and_loads_little(filled, monitor, unchanged, sqlite_url):
    monitor("status")
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as connection:
        assert connection.execute("SELECT count(*) FROM pulse").fetchone() == (0,)
