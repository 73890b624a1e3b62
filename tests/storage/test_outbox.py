import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import text

from storage import checks, outbox, timetable, watches
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
    """Takes what is ready, each alone and one of a watch, and what is to be tried again."""

    def claiming(at=now, targets=("mail", "slack"), limit=10):
        with database.writing() as c:
            return claimed(c, at, targets, limit)

    return claiming


def claimed(c, at, targets=("mail",), limit=10):
    found = []
    for target in targets:
        groups = outbox.broken_off(c, target=target, now=at, limit=limit)
        lines = {it.watch_id: it for it in reversed(outbox.ready(c, target=target, now=at, limit=limit))}
        alone = sorted(lines.values(), key=lambda it: it.change_id)
        for group in (*groups, *([it] for it in alone)):
            name = group[0].told_as or group[0].message_id
            found.append((group[0].change_id, group, name))
    found.sort(key=lambda it: it[0])
    return [
        it
        for _, group, name in found[:limit]
        for it in outbox.take(c, [it.id for it in group], told_as=name, until=at + LEASE)
    ]


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
                taken = claimed(c, now, ("mail", "slack"), limit=3)
            if not taken:
                break
            got += [(it.notice.target, it.watch.id, it.change.id, it.notice.id) for it in taken]
            with database.writing() as c:
                outbox.sent(c, *[it.notice.id for it in taken], now=now)
        database.close()
        return got

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(drain, range(2))
    assert len({*one, *other}) == len(one) + len(other) == 80


def ready(database, now, target="mail", limit=50):
    with database.writing() as c:
        return [it.change_id for it in outbox.ready(c, target=target, now=now, limit=limit)]


def again(database, now, target="mail"):
    with database.writing() as c:
        return [[it.change_id for it in group] for group in outbox.broken_off(c, target=target, now=now, limit=9)]


def leads(database):
    """The changes that lead their lines."""
    with database.reading() as c:
        return [row.change_id for row in c.execute(text("SELECT change_id FROM notice WHERE leads ORDER BY change_id"))]


@pytest.fixture
def together(database, now):
    """Takes what is ready in one message."""

    def taking(name="all@test", at=now, limit=50):
        with database.writing() as c:
            ids = [it.id for it in outbox.ready(c, target="mail", now=at, limit=limit)]
            return outbox.take(c, ids[:limit], told_as=name, until=at + LEASE)

    return taking


def test_what_is_ready_are_whole_lines_in_the_order_of_their_changes(database, add, tell, now):
    one, other = add("1"), add("2")
    told = [tell(one), tell(other), tell(one, 1), tell(other, 1)]
    assert sorted(ready(database, now)) == told
    assert ready(database, now, limit=2) == told[:2]
    assert ready(database, now - timedelta(seconds=1)) == ready(database, now, "slack") == []


def test_a_line_is_ready_up_to_the_first_that_is_not(database, watch_id, tell, now):
    told = [tell(watch_id, number) for number in range(4)]
    with database.writing() as c:
        step = "1000000" if database.dialect == "sqlite" else "interval '1 s'"
        c.execute(text(f"UPDATE notice SET due_at = due_at + {step} WHERE change_id = {told[2]}"))
    assert ready(database, now) == told[:2]


def test_what_was_tried_together_stays_together_when_it_failed(database, add, tell, together, settle, now):
    one, other = add("1"), add("2")
    told = [tell(one), tell(other), tell(one, 1)]
    taken = together()
    settle(outbox.failed, *[it.notice.id for it in taken], now=now, error="503", retry_at=now + LEASE)
    later = [tell(one, 2), tell(other, 1)]
    assert (ready(database, now), again(database, now)) == ([], [])
    assert again(database, now + LEASE) == [told]
    settle(outbox.sent, *[it.notice.id for it in taken], now=now)
    assert ready(database, now) == later


def test_what_was_tried_together_stays_together_when_its_lease_ran_out(database, add, tell, together, now):
    told = [tell(add("1")), tell(add("2"))]
    together()
    assert again(database, now + LEASE - timedelta(microseconds=1)) == []
    assert again(database, now + LEASE) == [told]


def test_what_is_retried_by_hand_stays_together(database, add, tell, together, settle, now):
    told = [tell(add("1")), tell(add("2"))]
    taken = together()
    settle(outbox.failed, *[it.notice.id for it in taken], now=now, error="410", retry_at=None)
    assert settle(outbox.retry, now=now, ids=[taken[0].notice.id]) == 2
    assert again(database, now) == [told]


def test_what_was_given_back_untried_may_go_with_others(database, add, tell, together, settle, now):
    tell(add("1"))
    taken = together()
    settle(outbox.release, [it.notice.id for it in taken], untried=True)
    tell(add("2"))
    assert (len(ready(database, now)), again(database, now)) == (2, [])


def test_what_was_tried_and_is_given_back_stays_together(database, add, tell, together, settle, now):
    told = [tell(add("1")), tell(add("2"))]
    taken = together()
    settle(outbox.release, [it.notice.id for it in taken], untried=False)
    assert again(database, now) == [told]


def test_a_message_waits_for_what_came_back_before_it(database, add, tell, together, claim, settle, now):
    one, other = add("1"), add("2")
    parked = claim_parked(tell, claim, settle, one, now)
    told = [tell(one, 1), tell(other)]
    taken = together()
    settle(outbox.failed, *[it.notice.id for it in taken], now=now, error="503", retry_at=now)
    assert again(database, now) == [told]
    settle(outbox.retry, now=now, ids=[parked.notice.id])
    assert again(database, now) == [[parked.change.id]]
    settle(outbox.sent, parked.notice.id, now=now)
    assert again(database, now) == [told]


def claim_parked(tell, claim, settle, watch_id, now):
    tell(watch_id)
    (parked,) = claim()
    settle(outbox.failed, parked.notice.id, now=now, error="410", retry_at=None)
    return parked


def test_one_of_each_line_leads(database, add, tell, claim, settle, now):
    one, other = add("1"), add("2")
    told = [tell(one), tell(one, 1), tell(other), tell(one, 2)]
    assert leads(database) == [told[0], told[2]]
    first, _ = claim()
    settle(outbox.sent, first.notice.id, now=now)
    assert leads(database) == told[1:3]
    settle(outbox.drop, claim()[0].notice.id, reason="test")
    assert leads(database) == told[2:]


def test_what_comes_due_earlier_takes_along_what_waits_before_it(database, watch_id, tell, changed, now):
    """An urgent change is not held up by what quiet hours keep, and does not pass it either."""
    night = now + timedelta(hours=9)
    for version, due_at in enumerate((night, night, now)):
        check = changed(watch_id, version)
        check = replace(check, notices=tuple(replace(it, due_at=due_at) for it in check.notices))
        with database.writing() as c:
            checks.record(c, check)
    assert len(ready(database, now)) == 3


def test_what_is_told_is_counted_by_message_and_host(database, add, tell, together, settle, now):
    for path, host in (("1", "a.example"), ("2", "a.example"), ("3", "b.example")):
        tell(add(path, host=host))
    taken = together()
    settle(outbox.sent, *[it.notice.id for it in taken], now=now)

    def told(since, at):
        with database.reading() as c:
            found = outbox.told_since(c, target="mail", since=since, now=at)
        return sorted((it.id, it.notices, it.at) for it in found)

    second = timedelta(seconds=1)
    assert told(now - second, now) == [("all@test", 1, now), ("all@test", 2, now)]
    assert told(now, now + second) == told(now - 2 * second, now - second) == []


def test_the_next_is_due_when_time_or_a_lease_says_so(database, add, tell, claim, settle, now):
    tell(add("1"))
    tell(add("2"))
    (first, second) = claim()

    def next_at(after):
        with database.reading() as c:
            return outbox.next_due_at(c, "mail", after=after)

    assert next_at(now) == now + LEASE
    settle(outbox.failed, first.notice.id, now=now, error="503", retry_at=now + LEASE / 2)
    assert next_at(now) == now + LEASE / 2
    settle(outbox.sent, second.notice.id, now=now)
    assert next_at(now + LEASE) is None


def test_those_who_take_at_once_on_a_server_wait_for_each_other(postgresql_url, changed, now):
    """What one took, though not yet committed, is not given to another."""
    database = Database.open(postgresql_url)
    with database.writing() as c:
        for number in range(4):
            new = NewWatch(url=f"https://{number}.example/", host=f"{number}.example")
            checks.record(c, changed(watches.add(c, new, now=now, first_check_at=now)[0]))

    def taking(_):
        with database.writing() as c:
            return [it.notice.id for it in claimed(c, now, limit=2)]

    with ThreadPoolExecutor(1) as pool:
        with database.writing() as one:
            first = [it.notice.id for it in claimed(one, now, limit=2)]
            other = pool.submit(taking, None)
        second = other.result(10)
    database.close()
    assert len({*first, *second}) == len(first) + len(second) == 4


QUESTIONS = {
    "ready": lambda c, now: outbox.ready(c, target="mail", now=now, limit=50),
    "broken off": lambda c, now: outbox.broken_off(c, target="mail", now=now, limit=50),
    "next due": lambda c, now: outbox.next_due_at(c, "mail", after=now),
    "told": lambda c, now: outbox.told_since(c, target="mail", since=now, now=now),
    "pending": lambda c, now: outbox.pending(c, "mail"),
    "hasten": lambda c, now: timetable.hasten(c, "mail", now=now),
    "postpone": lambda c, now: timetable.postpone(c, "mail", passing=["critical"], now=now, until=now),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_looks_through_all_notices(sqlite_url, now, question, watch_id_of, changed):
    database = Database.open(sqlite_url)
    seen = []
    with database.writing() as c:
        checks.record(c, changed(watch_id_of(c)))
        c.connection.driver_connection.set_trace_callback(seen.append)
        QUESTIONS[question](c, now)
        c.connection.driver_connection.set_trace_callback(None)
        asked = [it for it in seen if "notice" in it]
        plans = [row.detail for it in asked for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {it}")]
    database.close()
    looks = [it for it in plans if re.match("(SEARCH|SCAN) (notice|grave|other|earlier)", it)]
    assert looks
    assert all(re.match(r"SEARCH \w+ USING (COVERING )?INDEX ix_notice_", it) for it in looks), looks


@pytest.fixture
def watch_id_of(now):
    def adding(c):
        return watches.add(c, NewWatch(url="https://a.example/", host="a.example"), now=now, first_check_at=now)[0]

    return adding
