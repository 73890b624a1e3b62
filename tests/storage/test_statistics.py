"""What `monitor status` asks, on both databases."""

from datetime import timedelta

import pytest

from storage import bulletins, checks, hosts, outbox, statistics, watches
from storage.rows import NewBulletin
from storage.sizes import server_version, sizes
from storage.tables import snapshot
from storage.tables.watches import OUTCOMES

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
COUNTERS = ("active", "paused", "due", "overdue", "held_back", "blind")


@pytest.fixture
def surveyed(database):
    def surveying(now, limit=10):
        with database.reading() as c:
            return statistics.survey(c, now=now, overdue_after=HOUR, lately=DAY, delay=2, limit=limit)

    return surveying


@pytest.fixture
def record(database, looked):
    def recording(watch_id, **given):
        with database.writing() as c:
            checks.record(c, looked(watch_id, **given))

    return recording


def counters(queue):
    return {name: getattr(queue, name) for name in COUNTERS if getattr(queue, name)}


def test_nothing_is_counted_where_nothing_is(surveyed, database, now):
    queue, worst = surveyed(now)
    assert (counters(queue), queue.first_due_at, worst) == ({}, None, [])
    with database.reading() as c:
        assert statistics.checked(c, since=now.date()) == statistics.Checked(
            outcomes=dict.fromkeys(OUTCOMES, 0), estimated=False
        )
        assert statistics.undelivered(c) == []
        assert statistics.blind(c, limit=3) == []
        assert statistics.changes(c, since=now - DAY) == {}


def test_watches_are_counted_by_what_is_to_become_of_them(surveyed, database, add, now):
    add("due", first_check_at=now - timedelta(minutes=5))
    add("overdue", first_check_at=now - timedelta(hours=2))
    add("later", first_check_at=now + HOUR)
    paused, removed = add("paused"), add("removed")
    with database.writing() as c:
        watches.pause(c, paused)
        watches.remove(c, removed, now=now)
    queue, _ = surveyed(now)
    assert counters(queue) == {"active": 3, "paused": 1, "due": 2, "overdue": 1}
    assert queue.first_due_at == now - timedelta(hours=2)


def test_watches_of_a_host_that_is_left_alone_are_held_back_not_overdue(surveyed, database, add, now):
    add("a", first_check_at=now - 2 * HOUR)
    with database.writing() as c:
        hosts.pause(c, "jobs.example", until=now + HOUR, failures=7)
    queue, _ = surveyed(now)
    assert (counters(queue), queue.first_due_at) == ({"active": 1, "held_back": 1}, None)
    assert counters(surveyed(now + 2 * HOUR)[0]) == {"active": 1, "due": 1, "overdue": 1}


def test_hosts_are_named_by_their_errors_the_worst_first(surveyed, database, add, record, now):
    for path, host, outcome in (
        ("1", "worst.example", "failed"),
        ("2", "worst.example", "blocked"),
        ("1", "half.example", "disallowed"),
        ("2", "half.example", "unchanged"),
        ("1", "gone.example", "missing"),
    ):
        record(add(path, host), outcome=outcome)
    with database.writing() as c:
        hosts.pause(c, "worst.example", until=now + HOUR, failures=6)
    _, worst = surveyed(now)
    assert [(it.name, it.checked, it.errors, it.failures, it.paused_until) for it in worst] == [
        ("worst.example", 2, 2, 6, now + HOUR),
        ("half.example", 2, 1, 0, None),
    ]
    assert [it.name for it in surveyed(now, limit=1)[1]] == ["worst.example"]
    assert surveyed(now + 2 * DAY)[1] == []


def test_checks_are_counted_by_outcome_from_a_day_on(database, add, record, now):
    watch_id = add()
    record(watch_id, checked_at=now - 3 * DAY)
    record(watch_id, checked_at=now - DAY, outcome="failed")
    record(watch_id, checked_at=now, outcome="failed")
    record(add("2"), checked_at=now)
    with database.reading() as c:
        found = statistics.checked(c, since=(now - DAY).date())
    assert {name: number for name, number in found.outcomes.items() if number} == {"failed": 2, "unchanged": 1}
    assert not found.estimated


def test_checks_of_very_many_watches_are_estimated(database, add, record, monkeypatch, now):
    for path in range(12):
        record(add(str(path)))
    monkeypatch.setattr(statistics, "_ASKED", 4)
    with database.reading() as c:
        found = statistics.checked(c, since=now.date())
    assert (found.outcomes["unchanged"], found.estimated) == (12, True)


def test_blind_watches_are_named_the_longest_so_first(surveyed, database, add, record, now):
    for path, hours in (("new", 1), ("old", 9)):
        since = now - hours * HOUR
        record(add(path), outcome="failed", blind="unreachable", failing_since=since, reason="no route")
    with database.reading() as c:
        found = statistics.blind(c, limit=10)
        assert [it.url.rsplit("/", 1)[1] for it in statistics.blind(c, limit=1)] == ["old"]
    assert [(it.url.rsplit("/", 1)[1], it.blind, it.last_reason) for it in found] == [
        ("old", "unreachable", "no route"),
        ("new", "unreachable", "no route"),
    ]
    assert surveyed(now)[0].blind == 2


def test_a_host_with_more_watches_than_time_is_slow(surveyed, database, add, now):
    for path in range(4):
        add(str(path), "crowded.example")
    add("1", "calm.example")
    assert surveyed(now)[0].longest_pass == 8
    with database.writing() as c:
        hosts.learned(c, "crowded.example", crawl_delay=100.0, now=now)
    assert surveyed(now)[0].longest_pass == 400

    def slow(default, shortest=timedelta(minutes=1)):
        with database.reading() as c:
            return statistics.slow_hosts(c, delay=2, default=default, shortest=shortest, limit=5)

    [found] = slow(timedelta(seconds=200))
    assert (found.name, found.watches, found.delay, found.pass_seconds) == ("crowded.example", 4, 100.0, 400.0)
    assert found.load == pytest.approx(2.0)
    assert slow(timedelta(seconds=401)) == []
    assert slow(timedelta(seconds=200), timedelta(seconds=401)) == []


def test_an_interval_of_its_own_counts_for_a_watch(database, add, now):
    for path in range(2):
        add(str(path), interval=timedelta(hours=1))
    with database.reading() as c:
        given = {"shortest": timedelta(seconds=1), "default": timedelta(seconds=1), "limit": 5}
        assert statistics.slow_hosts(c, delay=10, **given) == []
        [found] = statistics.slow_hosts(c, delay=3600, **given)
    assert found.load == pytest.approx(2.0)


def test_what_was_not_delivered_is_counted_by_target(database, add, changed, now):
    watch_id = add()
    with database.writing() as c:
        checks.record(c, changed(watch_id, kinds=("pay_changed", "closed"), targets=("mail", "team")))
        first, *_ = outbox.waiting(c)
        outbox.take(c, [first.id], told_as="x", until=now + HOUR)
        outbox.failed(c, first.id, now=now, error="no", retry_at=None)
        told = NewBulletin(target="team", kind="was_down", message_id="1", title="t", text="t", severity="high")
        bulletins.add(c, told, now=now)
    with database.reading() as c:
        assert [(it.target, it.waiting, it.failed) for it in statistics.undelivered(c)] == [
            ("mail", 1, 1),
            ("team", 3, 0),
        ]
        assert statistics.changes(c, since=now - DAY) == {"closed": 1, "pay_changed": 1}
        assert statistics.changes(c, since=now + DAY) == {}


def test_room_is_told_in_numbers_and_bytes(database, add, changed, now):
    watch_id = add()
    with database.writing() as c:
        checks.record(c, changed(watch_id))
    with database.reading() as c:
        found = sizes(database, c)
        assert (found.snapshots, found.captures) == (1, 0)
        assert 0 < found.snapshot_bytes < found.database_bytes
        assert bool(server_version(c)) == (database.dialect == "postgresql")


def test_room_for_many_snapshots_is_estimated(database, monkeypatch):
    monkeypatch.setattr("storage.sizes._COUNTED", 8)
    rows = [{"sha256": f"{it:02x}" * 32, "size": 1, "data": bytes(10)} for it in range(64)]
    with database.writing() as c:
        c.execute(snapshot.insert(), rows)
        assert sizes(database, c).snapshot_bytes == 640
