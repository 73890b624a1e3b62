from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import text

from storage import checks, outbox, watches
from storage.database import Database
from storage.rows import NewWatch

LEASE = timedelta(minutes=2)


@pytest.fixture
def tell(database, changed):
    """Records one more version of a watch with a notice to each target."""

    def telling(watch_id, on_version=0, **given):
        with database.writing() as c:
            return checks.record(c, changed(watch_id, on_version, **given))[0].id

    return telling


@pytest.fixture
def claim(database, now):
    def claiming(at=now, targets=("mail", "slack"), limit=10):
        with database.writing() as c:
            return outbox.claim(c, now=at, lease=LEASE, limit=limit, targets=targets)

    return claiming


@pytest.fixture
def settle(database):
    def settling(act, *args, **given):
        with database.writing() as c:
            return act(c, *args, **given)

    return settling


@pytest.fixture
def states(database):
    def asking():
        with database.reading() as c:
            return [row.state for row in c.execute(text("SELECT state FROM notice ORDER BY id"))]

    return asking


def test_a_claimed_notice_says_all_that_a_message_needs(watch_id, tell, claim, now):
    change_id = tell(watch_id, targets=("mail",))
    (claimed,) = claim()
    assert (claimed.notice.target, claimed.notice.state, claimed.notice.attempts) == ("mail", "leased", 1)
    assert (claimed.notice.lease_until, claimed.notice.created_at) == (now + LEASE, now)
    assert (claimed.change.id, claimed.change.kind) == (change_id, "pay_changed")
    assert claimed.watch.record["posting"]["title"] == "Title 1"


def test_a_leased_notice_is_given_to_nobody_else_until_the_lease_ends(watch_id, tell, claim, now):
    tell(watch_id)
    assert len(claim()) == 1
    assert claim() == claim(now + LEASE - timedelta(microseconds=1)) == []
    (again,) = claim(now + LEASE)
    assert again.notice.attempts == 2


def test_what_was_sent_is_not_sent_again(database, watch_id, tell, claim, settle, now):
    change_id = tell(watch_id)
    (claimed,) = claim()
    settle(outbox.sent, claimed.notice.id, now=now)
    assert claim(now + 2 * LEASE) == []
    with database.reading() as c:
        (kept,) = outbox.of_change(c, change_id)
        assert outbox.waiting(c) == []
    assert (kept.state, kept.sent_at, kept.lease_until) == ("sent", now, None)


def test_a_late_failure_does_not_undo_that_it_was_sent(watch_id, tell, claim, settle, states, now):
    tell(watch_id)
    (claimed,) = claim()
    settle(outbox.sent, claimed.notice.id, now=now)
    settle(outbox.failed, claimed.notice.id, now=now, error="late", retry_at=now)
    assert states() == ["sent"]


def test_a_failed_attempt_is_tried_again_when_it_is_due(database, watch_id, tell, claim, settle, now):
    tell(watch_id)
    (claimed,) = claim()
    settle(outbox.failed, claimed.notice.id, now=now, error="503", retry_at=now + LEASE)
    assert claim(now + LEASE / 2) == []
    with database.reading() as c:
        assert [(it.state, it.last_error) for it in outbox.waiting(c)] == [("waiting", "503")]
    (again,) = claim(now + LEASE)
    assert (again.notice.attempts, again.notice.message_id) == (2, claimed.notice.message_id)


def test_a_parked_notice_waits_for_a_retry(database, watch_id, tell, claim, settle, states, now):
    tell(watch_id)
    (claimed,) = claim()
    settle(outbox.failed, claimed.notice.id, now=now, error="410", retry_at=None)
    assert (claim(now + 9 * LEASE), states()) == ([], ["failed"])
    assert settle(outbox.retry, now=now + LEASE) == 1
    (again,) = claim(now + LEASE)
    assert again.notice.attempts == 1


def test_a_retry_of_some_leaves_the_others(add, tell, claim, settle, states, now):
    for path in ("1", "2"):
        tell(add(path))
    one, two = claim()
    for it in (one, two):
        settle(outbox.failed, it.notice.id, now=now, error="410", retry_at=None)
    assert settle(outbox.retry, now=now, ids=[two.notice.id]) == 1
    assert states() == ["failed", "waiting"]


def test_a_retry_does_not_hasten_what_was_never_tried(watch_id, tell, settle, now):
    tell(watch_id)
    assert settle(outbox.retry, now=now) == 0


def test_a_dropped_notice_is_gone_and_lets_the_next_one_by(watch_id, tell, claim, settle, states):
    tell(watch_id)
    second = tell(watch_id, 1)
    (claimed,) = claim()
    settle(outbox.drop, claimed.notice.id, reason="no target of this name")
    assert states() == ["dropped", "waiting"]
    assert [it.change.id for it in claim()] == [second]


def test_a_target_hears_of_a_watch_in_order_and_one_at_a_time(watch_id, tell, claim, settle, now):
    first, second = tell(watch_id), tell(watch_id, 1)
    (claimed,) = claim()
    assert (claimed.change.id, claim()) == (first, [])
    settle(outbox.failed, claimed.notice.id, now=now, error="503", retry_at=now + LEASE)
    assert claim() == []
    (claimed,) = claim(now + LEASE)
    settle(outbox.sent, claimed.notice.id, now=now)
    assert [it.change.id for it in claim()] == [second]


def test_a_parked_notice_lets_the_next_one_by(watch_id, tell, claim, settle, now):
    tell(watch_id)
    second = tell(watch_id, 1)
    settle(outbox.failed, claim()[0].notice.id, now=now, error="410", retry_at=None)
    assert [it.change.id for it in claim()] == [second]


def test_one_target_and_one_watch_never_wait_for_another(add, tell, claim):
    one, other = add("1"), add("2")
    tell(one, targets=("mail", "slack"))
    tell(one, 1, targets=("mail", "slack"))
    tell(other, targets=("mail",))
    assert len(claim(targets=("mail",), limit=1)) == 1
    assert [(it.watch.id, it.notice.target) for it in claim()] == [(one, "slack"), (other, "mail")]


def test_only_targets_that_are_asked_for_are_claimed(watch_id, tell, claim):
    tell(watch_id, targets=("mail", "slack"))
    assert [it.notice.target for it in claim(targets=("slack",))] == ["slack"]
    assert claim(targets=()) == []


def test_senders_at_once_never_get_the_same_notice(database_url, add, tell, now):
    watch_ids = [add(str(number)) for number in range(20)]
    for watch_id in watch_ids:
        tell(watch_id, targets=("mail", "slack"))
        tell(watch_id, 1, targets=("mail", "slack"))
    together = Barrier(2)

    def drain(_):
        got = []
        database = Database.open(database_url)
        together.wait()
        while True:
            with database.writing() as c:
                claimed = outbox.claim(c, now=now, lease=LEASE, limit=3, targets=["mail", "slack"])
            if not claimed:
                break
            got += [(it.notice.target, it.watch.id, it.change.id, it.notice.id) for it in claimed]
            with database.writing() as c:
                for it in claimed:
                    outbox.sent(c, it.notice.id, now=now)
        database.close()
        return got

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(drain, range(2))
    assert len({*one, *other}) == len(one) + len(other) == 80


def test_an_unfinished_claim_holds_nothing_up_on_a_server(postgresql_url, changed, now):
    """A sender that claims leaves the others what it does not take, and does not make them wait."""
    database = Database.open(postgresql_url)
    with database.writing() as c:
        for number in range(4):
            new = NewWatch(url=f"https://{number}.example/", host=f"{number}.example")
            checks.record(c, changed(watches.add(c, new, now=now, first_check_at=now)[0]))
    with database.writing() as one, database.writing() as other:
        first = outbox.claim(one, now=now, lease=LEASE, limit=2, targets=["mail"])
        second = outbox.claim(other, now=now, lease=LEASE, limit=2, targets=["mail"])
    database.close()
    ids = [it.notice.id for it in (*first, *second)]
    assert len(set(ids)) == len(ids) == 4


def test_claiming_looks_only_at_what_is_pending(sqlite_url, now):
    database = Database.open(sqlite_url)
    seen = []
    with database.writing() as c:
        c.connection.driver_connection.set_trace_callback(seen.append)
        outbox.claim(c, now=now, lease=LEASE, limit=3, targets=["mail"])
        c.connection.driver_connection.set_trace_callback(None)
        plan = [row.detail for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {seen[0]}")]
    database.close()
    looks = [it for it in plan if it.startswith(("SEARCH", "SCAN"))]
    assert len(looks) == 2
    assert all("ix_notice_pending" in it for it in looks)
