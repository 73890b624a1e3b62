from datetime import timedelta

import pytest

from storage import bulletins
from storage.rows import NewBulletin

LEASE = timedelta(seconds=30)


def word(number=1, target="mail", **given):
    values = {"kind": "was_down", "title": "Was down", "text": "from 9 to 5", "severity": "high"}
    return NewBulletin(target=target, message_id=f"{number}@test", **{**values, **given})


@pytest.fixture
def claim(database, now):
    def claiming(at=now, target="mail", limit=10):
        with database.writing() as c:
            return bulletins.claim(c, now=at, lease=LEASE, limit=limit, target=target)

    return claiming


@pytest.fixture
def kept(database, now):
    def keeping(*wanted):
        with database.writing() as c:
            return [bulletins.add(c, it, now=now) for it in wanted]

    return keeping


def waiting(database):
    with database.reading() as c:
        return bulletins.waiting(c)


def test_one_occasion_is_kept_once(database, kept):
    assert kept(word(1), word(1, text="other words"), word(2)) == [True, False, True]
    assert [it.text for it in waiting(database)] == ["from 9 to 5"] * 2


def test_hostile_words_are_kept(database, kept):
    kept(word(text="\0 \ud800"))
    assert [it.text for it in waiting(database)] == ["\ufffd ?"]


def test_a_target_gets_its_own_in_order_and_nobody_else_gets_them_meanwhile(claim, kept, now):
    kept(word(1), word(2, target="chat"), word(3))
    assert [(it.message_id, it.state, it.attempts) for it in claim()] == [
        ("1@test", "leased", 1),
        ("3@test", "leased", 1),
    ]
    assert claim(now + LEASE - timedelta(seconds=1)) == []
    assert [it.attempts for it in claim(now + LEASE)] == [2, 2]


def test_one_that_waits_for_another_attempt_holds_back_those_after_it(database, claim, kept, now):
    kept(word(1), word(2))
    later = now + timedelta(minutes=5)
    first = claim(limit=1)[0]
    with database.writing() as c:
        bulletins.failed(c, first.id, now=now, error="refused", retry_at=later)
        assert bulletins.next_due_at(c, "mail") == later
    assert claim() == []
    assert [it.id for it in claim(later)] == [first.id, first.id + 1]


def test_one_that_was_given_up_holds_back_nothing_until_it_is_tried_again(database, claim, kept, now):
    kept(word(1), word(2))
    first = claim(limit=1)[0]
    with database.writing() as c:
        bulletins.failed(c, first.id, now=now, error="refused", retry_at=None)
    assert [it.message_id for it in claim()] == ["2@test"]
    assert [(it.state, it.last_error) for it in waiting(database)][:1] == [("failed", "refused")]
    with database.writing() as c:
        assert bulletins.retry(c, now=now) == 1
    assert [(it.message_id, it.attempts) for it in claim()] == [("1@test", 1)]


def test_what_was_sent_stays_sent(database, claim, kept, now):
    kept(word(1))
    first = claim()[0]
    with database.writing() as c:
        bulletins.sent(c, first.id, now=now)
        bulletins.failed(c, first.id, now=now, error="late word", retry_at=now)
        assert bulletins.retry(c, now=now) == 0
        assert bulletins.next_due_at(c, "mail") is None
    assert (claim(), waiting(database)) == ([], [])


def test_what_was_given_back_counts_no_attempt(database, claim, kept, now):
    kept(word(1))
    first = claim()[0]
    with database.writing() as c:
        bulletins.release(c, [first.id])
    assert claim()[0].attempts == 1


def test_a_target_that_is_well_again_gets_what_waits_at_once(database, claim, kept, now):
    kept(word(1))
    first = claim()[0]
    with database.writing() as c:
        bulletins.failed(c, first.id, now=now, error="refused", retry_at=now + timedelta(hours=1))
        bulletins.hasten(c, "mail", now=now)
    assert len(claim()) == 1
