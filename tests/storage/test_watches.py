from datetime import timedelta

import pytest

from storage import changes, checks, outbox, versions, watches
from storage.errors import NoSuchWatch, UrlTooLong
from storage.rows import NewWatch

HOUR = timedelta(hours=1)


def test_a_new_watch_knows_nothing_yet_and_is_due(add, find, now):
    found = find(add(kind="board", tags=("b", "a"), interval=6 * HOUR), with_record=True)
    assert (found.url, found.host, found.kind) == ("https://jobs.example/1", "jobs.example", "board")
    assert (found.tags, found.interval, found.paused) == (("a", "b"), 6 * HOUR, False)
    assert (found.status, found.version, found.revision, found.failures) == ("unknown", 0, 0, 0)
    assert (found.added_at, found.next_check_at, found.removed_at) == (now, now, None)
    assert found.record is found.last_checked_at is found.last_outcome is found.crawl_delay is None


def test_adding_again_makes_no_second_watch_and_adds_tags(database, find, now):
    new = {"url": "https://a.example/", "host": "a.example"}
    with database.writing() as c:
        first = watches.add(c, NewWatch(**new, tags=("a",), interval=HOUR), now=now, first_check_at=now)
        again = watches.add(c, NewWatch(**new, tags=("b",)), now=now + HOUR, first_check_at=now + HOUR)
    assert (first, again) == ((1, True), (1, False))
    found = find(1)
    assert (found.tags, found.interval, found.next_check_at) == (("a", "b"), HOUR, now)


def test_a_removed_watch_keeps_its_history_and_is_not_listed(database, watch_id, changed, find, now):
    with database.writing() as c:
        checks.record(c, changed(watch_id))
        watches.remove(c, watch_id, now=now + HOUR)
    found = find(watch_id)
    assert (found.removed_at, found.next_check_at) == (now + HOUR, None)
    with database.reading() as c:
        assert watches.listed(c) == []
        assert watches.listed(c, include_removed=True) == [found]
        assert len(versions.of_watch(c, watch_id)) == len(changes.stored(c)) == 1


def test_removing_twice_keeps_the_first_instant(database, watch_id, find, now):
    with database.writing() as c:
        watches.remove(c, watch_id, now=now)
        watches.remove(c, watch_id, now=now + HOUR)
    assert find(watch_id).removed_at == now


def test_adding_a_removed_watch_brings_it_back(database, watch_id, changed, find, now):
    new = NewWatch(url="https://jobs.example/1", host="jobs.example")
    with database.writing() as c:
        checks.record(c, changed(watch_id))
        watches.remove(c, watch_id, now=now)
        assert watches.add(c, new, now=now + HOUR, first_check_at=now + HOUR) == (watch_id, True)
    found = find(watch_id)
    assert (found.removed_at, found.next_check_at, found.version) == (None, now + HOUR, 1)


def test_a_number_is_never_given_again(database, add, watch_id):
    with database.writing() as c:
        watches.purge(c, watch_id)
    assert add("2") == watch_id + 1


def test_purging_forgets_all_of_a_watch_and_nothing_of_others(database, add, watch_id, changed, find):
    other = add("2")
    with database.writing() as c:
        for version in range(3):
            checks.record(c, changed(watch_id, version, body=b"own" * 50 + bytes([version])))
        checks.record(c, changed(other, body=b"own" * 50 + bytes([1])))
        watches.purge(c, watch_id)
    with database.reading() as c:
        assert {it.watch_id for it in changes.stored(c)} == {other}
        assert len(outbox.waiting(c)) == 1
        assert versions.of_watch(c, watch_id) == []
        kept = c.exec_driver_sql("SELECT sha256 FROM snapshot WHERE keyframe IS NULL").scalars().all()
        whole = c.exec_driver_sql("SELECT count(*) FROM snapshot").scalar()
    assert (len(kept), whole) == (1, len({version_of(database, other).snapshot, *kept}))
    with pytest.raises(NoSuchWatch):
        find(watch_id)


def version_of(database, watch_id):
    with database.reading() as c:
        return versions.of_watch(c, watch_id)[-1]


def test_a_paused_watch_has_no_next_check_until_it_goes_on(database, watch_id, find, now):
    with database.writing() as c:
        watches.pause(c, watch_id)
    assert (find(watch_id).paused, find(watch_id).next_check_at) == (True, None)
    with database.writing() as c:
        watches.resume(c, watch_id, next_check_at=now + HOUR)
    assert (find(watch_id).paused, find(watch_id).next_check_at) == (False, now + HOUR)


def test_altering_sets_only_what_is_given(database, add, find, now):
    watch_id = add(tags=("a",), interval=HOUR)
    with database.writing() as c:
        watches.alter(c, watch_id, interval=2 * HOUR)
    assert (find(watch_id).interval, find(watch_id).tags, find(watch_id).next_check_at) == (2 * HOUR, ("a",), now)
    with database.writing() as c:
        watches.alter(c, watch_id, tags=("c", "b"), next_check_at=now + HOUR)
    assert (find(watch_id).interval, find(watch_id).tags) == (2 * HOUR, ("b", "c"))
    assert find(watch_id).next_check_at == now + HOUR


def test_altering_a_paused_watch_does_not_wake_it(database, watch_id, find, now):
    with database.writing() as c:
        watches.pause(c, watch_id)
        watches.alter(c, watch_id, next_check_at=now)
    assert (find(watch_id).paused, find(watch_id).next_check_at) == (True, None)


@pytest.mark.parametrize("wanted", [7, "7", "https://nowhere.example/"])
def test_what_is_not_watched_is_not_found(find, wanted):
    with pytest.raises(NoSuchWatch, match="monitor list"):
        find(wanted)


def test_a_watch_is_found_by_number_and_by_url(find, watch_id):
    assert find(watch_id) == find(str(watch_id)) == find("https://jobs.example/1")


@pytest.mark.parametrize(
    "act",
    [
        lambda c, now: watches.remove(c, 7, now=now),
        lambda c, now: watches.purge(c, 7),
        lambda c, now: watches.pause(c, 7),
        lambda c, now: watches.resume(c, 7, next_check_at=now),
        lambda c, now: watches.alter(c, 7, interval=HOUR),
    ],
)
def test_nothing_is_done_to_a_watch_that_is_not_there(database, act, now):
    with pytest.raises(NoSuchWatch), database.writing() as c:
        act(c, now)


def test_a_removed_watch_is_not_resumed(database, watch_id, now):
    with database.writing() as c:
        watches.remove(c, watch_id, now=now)
    with pytest.raises(NoSuchWatch), database.writing() as c:
        watches.resume(c, watch_id, next_check_at=now)


def test_watches_are_listed_by_tag_and_with_their_records(database, add, changed):
    one, two = add("1", tags=("x",)), add("2", tags=("x", "y"))
    with database.writing() as c:
        checks.record(c, changed(two))
    with database.reading() as c:
        assert [it.id for it in watches.listed(c)] == [one, two]
        assert [it.id for it in watches.listed(c, tag="y")] == [two]
        titles = [it.record and it.record["posting"]["title"] for it in watches.listed(c, with_record=True)]
    assert titles == [None, "Title 1"]


def test_many_watches_are_listed_with_their_tags(database, add, now):
    with database.writing() as c:
        for number in range(600):
            new = NewWatch(url=f"https://a.example/{number}", host="a.example", tags=(f"t{number}",))
            watches.add(c, new, now=now, first_check_at=now)
    with database.reading() as c:
        assert [it.tags for it in watches.listed(c)] == [(f"t{number}",) for number in range(600)]


def test_a_url_that_no_index_takes_is_refused(add):
    with pytest.raises(UrlTooLong, match="2048"):
        add("x" * 2048)
    assert add("é" * 900)
