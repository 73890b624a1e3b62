from datetime import timedelta

from storage import checks, hosts
from storage.rows import Host


def test_a_host_that_was_never_met_has_asked_for_nothing(database):
    with database.reading() as c:
        assert hosts.one(c, "a.example") == Host(
            name="a.example", crawl_delay=None, failures=0, paused_until=None, robots_checked_at=None
        )


def test_what_a_host_asks_for_is_kept_and_may_end(database, now):
    with database.writing() as c:
        hosts.learned(c, "a.example", crawl_delay=2.5, now=now)
        assert (hosts.one(c, "a.example").crawl_delay, hosts.one(c, "a.example").robots_checked_at) == (2.5, now)
        hosts.learned(c, "a.example", crawl_delay=None, now=now)
        assert hosts.one(c, "a.example").crawl_delay is None


def test_a_host_is_paused_until_it_answers(database, now):
    until = now + timedelta(minutes=5)
    with database.writing() as c:
        hosts.learned(c, "a.example", crawl_delay=2.5, now=now)
        hosts.pause(c, "a.example", until=until, failures=3)
        assert (hosts.one(c, "a.example").paused_until, hosts.one(c, "a.example").failures) == (until, 3)
        hosts.answered(c, "a.example")
        found = hosts.one(c, "a.example")
    assert (found.paused_until, found.failures, found.crawl_delay) == (None, 0, 2.5)


def test_failed_checks_are_counted_until_it_answers(database):
    with database.writing() as c:
        assert [hosts.failed(c, "a.example") for _ in range(3)] == [1, 2, 3]
        hosts.answered(c, "a.example")
        assert hosts.failed(c, "a.example") == 1


def test_a_host_whose_breaker_is_open_is_asked_by_one_watch_only(database, add, now):
    for number in range(3):
        add(str(number))
    add("1", host="other.example")
    with database.writing() as c:
        for _ in range(hosts.BREAKER):
            hosts.failed(c, "jobs.example")
    with database.reading() as c:
        due = [it.host for it in checks.due(c, now=now, limit=10)]
    assert sorted(due) == ["jobs.example", "other.example"]
