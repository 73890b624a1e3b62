from datetime import timedelta

import pytest

from storage import checks, learning, watches
from storage.rows import Learned


@pytest.fixture
def remember(database):
    def remembering(watch_id, blocks):
        with database.writing() as c:
            learning.remember(c, watch_id, blocks)

    return remembering


@pytest.fixture
def others(database):
    def asking(watch_id, blocks):
        with database.reading() as c:
            return learning.others_with(c, watch_id, blocks)

    return asking


@pytest.fixture
def passing(database):
    def asking(watch_id, template):
        with database.reading() as c:
            return learning.passing(c, watch_id, template)

    return asking


def test_blocks_are_counted_on_the_other_pages_of_the_same_host(add, remember, others):
    one, two, three = (add(str(number)) for number in range(3))
    elsewhere = add("4", host="other.example")
    for watch_id in (one, two, three, elsewhere):
        remember(watch_id, {1, watch_id + 100})
    assert others(one, {1, one + 100, two + 100, 99}) == {1: 2, two + 100: 1}


def test_a_new_version_forgets_the_blocks_of_the_last_one(add, remember, others):
    one, two = add("1"), add("2")
    remember(two, {5, 6})
    remember(two, {6})
    assert others(one, {5, 6}) == {6: 1}


def test_pages_that_are_not_watched_any_more_do_not_count(add, remember, others, database, now):
    one, two = add("1"), add("2")
    remember(two, {5})
    with database.writing() as c:
        watches.remove(c, two, now=now)
    assert others(one, {5}) == {}


def test_more_blocks_than_one_statement_takes_are_asked_for(add, remember, others):
    one, two = add("1"), add("2")
    many = set(range(-1500, 1500))
    remember(two, many)
    assert others(one, many) == dict.fromkeys(many, 1)


def test_passing_blocks_belong_to_a_template_and_are_forgotten(add, passing, database, now):
    one, two = add("1"), add("2")
    with database.writing() as c:
        learning.noted_passing(c, one, "old", {7: "A tip of the day"}, now=now)
    assert passing(two, "old") == {7: "A tip of the day"}
    assert passing(two, "new") == {}
    later = now + learning.FORGOTTEN_AFTER + timedelta(seconds=1)
    with database.writing() as c:
        learning.noted_passing(c, one, "new", {8: "Another"}, now=later)
    assert passing(two, "old") == {}


def test_a_passing_block_that_is_seen_again_stays(add, passing, database, now):
    one = add("1")
    later = now + learning.FORGOTTEN_AFTER
    for at in (now, later, later + timedelta(days=1)):
        with database.writing() as c:
            learning.noted_passing(c, one, "t", {7: "A tip"}, now=at)
    assert passing(one, "t") == {7: "A tip"}


def test_a_check_keeps_what_it_learned(add, changed, database, others, passing):
    one, two = add("1"), add("2")
    learned = Learned(blocks=frozenset({1, 2}), passing={3: "Ad"}, template="t")
    with database.writing() as c:
        checks.record(c, changed(two, learned=learned))
    assert others(one, {1, 2, 3}) == {1: 1, 2: 1}
    assert passing(one, "t") == {3: "Ad"}


def test_what_was_learned_of_a_purged_watch_goes_with_it(add, remember, others, database):
    one, two = add("1"), add("2")
    remember(two, {5})
    with database.writing() as c:
        watches.purge(c, two)
    assert others(one, {5}) == {}
