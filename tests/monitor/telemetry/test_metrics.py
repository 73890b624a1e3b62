"""Metrics within this process: what is asked of the database, when it cannot answer, where they are served."""

import urllib.request
from datetime import UTC, datetime, timedelta

import pytest

from monitor.telemetry import metrics
from storage import pulse, watches
from storage.database import Database
from storage.rows import NewWatch

pytest.importorskip("prometheus_client")

NOW = datetime.now(UTC)
ANY_PORT = "127.0.0.1:0"


@pytest.fixture
def served():
    """Serves the metrics of a database; gives what is read of them, by name and labels."""

    def serving(database, bind=ANY_PORT):
        metrics.serve(bind, database)
        return scraped

    def scraped():
        host, port = metrics._now.address
        at = f"[{host}]" if ":" in host else host
        with urllib.request.urlopen(f"http://{at}:{port}/metrics", timeout=10) as answer:
            lines = answer.read().decode().splitlines()
        return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if not line.startswith("#")}

    yield serving
    metrics.serve("", None)


def test_they_say_what_the_database_knows(database, served):
    with database.writing() as c:
        for path in "ab":
            new = NewWatch(url=f"https://jobs.example/{path}", host="jobs.example")
            watches.add(c, new, now=NOW, first_check_at=NOW - timedelta(hours=2))
        pulse.put(c, pulse.GOOD, at=NOW)
    found = served(database)()
    states = {name: found[f'monitor_watches{{state="{name}"}}'] for name in ("active", "due", "overdue", "blind")}
    assert states == {"active": 2, "due": 2, "overdue": 2, "blind": 0}
    assert found["monitor_good_round_timestamp_seconds"] == pytest.approx(NOW.timestamp(), abs=0.001)
    assert found["monitor_database_up"] == 1
    assert found["monitor_database_bytes"] > 0


def test_the_database_is_not_asked_by_everybody_who_looks(sqlite_url, served, monkeypatch):
    database = Database.open(sqlite_url)
    read = served(database)
    assert "monitor_good_round_timestamp_seconds" not in read()
    with database.writing() as c:
        pulse.put(c, pulse.GOOD, at=NOW)
    assert "monitor_good_round_timestamp_seconds" not in read()
    monkeypatch.setattr(metrics, "_FRESH_SECONDS", -1)
    assert "monitor_good_round_timestamp_seconds" in read()
    database.close()


def test_a_database_that_does_not_answer_is_a_metric(tmp_path, sqlite_url, served, monkeypatch):
    database = Database.open(sqlite_url)
    read = served(database)
    database.close()
    (tmp_path / "monitor.sqlite3").write_bytes(b"no database" * 1000)
    found = read()
    assert found["monitor_database_up"] == 0
    assert not any(name.startswith("monitor_watches") for name in found)
    assert any(name.startswith("monitor_build_info") for name in found)


def test_what_happens_is_counted(sqlite_url, served):
    database = Database.open(sqlite_url)
    read = served(database)
    metrics.checked("changed", ["closed", "closed", "pay_changed"], fetch=0.2, record=0.01)
    metrics.checked("failed", [], fetch=None, record=0.01)
    metrics.delivered("team", "given_up")
    metrics.round_ended(3)
    metrics.crawler_lost()
    found = read()
    assert found['monitor_checks_total{outcome="failed"}'] == 1
    assert found['monitor_changes_total{kind="closed"}'] == 2
    assert found['monitor_deliveries_total{result="given_up",target="team"}'] == 1
    assert found["monitor_fetch_duration_seconds_count"] == 1
    assert found["monitor_record_duration_seconds_count"] == 2
    assert found["monitor_round_duration_seconds_sum"] == 3
    assert found["monitor_crawler_losses_total"] == 1
    database.close()


def test_a_new_address_replaces_the_old_one_and_none_ends_it(sqlite_url, served):
    database = Database.open(sqlite_url)
    served(database)
    old = metrics._now
    metrics.serve(ANY_PORT, database)
    assert metrics._now is old
    read = served(database, "[::1]:0")
    assert metrics._now is not old
    assert read()["monitor_database_up"] == 1
    metrics.serve("", database)
    assert metrics._now is None
    metrics.delivered("team", "sent")  # nobody counts
    database.close()
