from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage import changes, checks, hosts, outbox, versions, watches
from storage.errors import NoSuchWatch, StaleCheck
from storage.rows import NewChange, NewVersion

HOUR = timedelta(hours=1)


@pytest.fixture
def record(database):
    def recording(check):
        with database.writing() as c:
            return checks.record(c, check)

    return recording


@pytest.fixture
def due(database, now):
    def asking(at=now, limit=10, **given):
        with database.reading() as c:
            return [it.id for it in checks.due(c, now=at, limit=limit, **given)]

    return asking


def test_a_check_is_kept_whole(database, record, watch_id, changed, find, now):
    kept = record(changed(watch_id, kinds=("closed", "pay_changed"), targets=("mail", "slack")))
    found = find(watch_id, with_record=True)
    assert (found.version, found.revision, found.last_change_at, found.last_checked_at) == (1, 1, now, now)
    assert (found.status, found.kind, found.etag, found.reader_version) == ("open", "posting", '"1"', 1)
    assert found.record["posting"]["title"] == "Title 1"
    with database.reading() as c:
        assert changes.stored(c) == kept
        assert [it.kind for it in kept] == ["closed", "pay_changed"]
        assert [(it.from_version, it.to_version, it.url) for it in kept] == [(0, 1, found.url)] * 2
        assert [it.target for it in outbox.waiting(c)] == ["mail", "slack"] * 2
        assert checks.counts(c, watch_id, since=date(2026, 1, 5)) == {date(2026, 1, 5): {"changed": 1}}


def test_the_same_check_again_adds_nothing(database, record, watch_id, changed, find):
    check = changed(watch_id)
    first = record(check)
    before = find(watch_id)
    assert record(check) == first
    assert find(watch_id) == before
    with database.reading() as c:
        assert len(changes.stored(c)) == len(outbox.waiting(c)) == len(versions.of_watch(c, watch_id)) == 1
        assert checks.counts(c, watch_id, since=date(2026, 1, 1)) == {date(2026, 1, 5): {"changed": 1}}


def test_the_same_quiet_check_again_is_counted_once(database, record, watch_id, looked):
    check = looked(watch_id, 0, 0)
    record(check)
    record(check)
    with database.reading() as c:
        assert checks.counts(c, watch_id, since=date(2026, 1, 1)) == {date(2026, 1, 5): {"unchanged": 1}}


def test_a_check_of_an_older_version_is_refused_and_keeps_nothing(database, record, watch_id, changed, now):
    record(changed(watch_id))
    with pytest.raises(StaleCheck, match="check it again"):
        record(changed(watch_id, kinds=("closed",), checked_at=now + HOUR))
    with database.reading() as c:
        assert [it.kind for it in changes.stored(c)] == ["pay_changed"]


def test_a_check_of_an_older_revision_is_refused(record, watch_id, looked, now):
    record(looked(watch_id, 0, 0))
    with pytest.raises(StaleCheck):
        record(looked(watch_id, 0, 0, checked_at=now + HOUR, outcome="missing"))
    record(looked(watch_id, 0, 1, checked_at=now + HOUR, outcome="missing"))


def test_a_check_of_a_watch_that_was_removed_meanwhile_is_refused(database, record, watch_id, looked, now):
    with database.writing() as c:
        watches.remove(c, watch_id, now=now)
    with pytest.raises(StaleCheck):
        record(looked(watch_id))


def test_a_check_of_a_watch_that_was_purged_meanwhile_is_refused(database, record, watch_id, looked):
    with database.writing() as c:
        watches.purge(c, watch_id)
    with pytest.raises(NoSuchWatch):
        record(looked(watch_id))


def test_a_check_that_cannot_be_kept_whole_is_not_kept_at_all(database, record, watch_id, changed, find):
    check = changed(watch_id)
    broken = replace(check, changes=(*check.changes, NewChange(kind="closed", summary="s", severity="no such")))
    with pytest.raises(Exception, match="ck_change_severity"):
        record(broken)
    assert find(watch_id).version == 0
    with database.reading() as c:
        assert (changes.stored(c), versions.of_watch(c, watch_id), outbox.waiting(c)) == ([], [], [])


def test_changes_of_one_kind_on_one_version_are_all_kept(database, record, watch_id, changed, looked, now):
    """Removed, back, removed again: the posting's own words, and so its version, stay."""
    record(changed(watch_id))
    for times, kind in enumerate(("removed", "restored", "removed", "restored"), 1):
        change = NewChange(kind=kind, summary=kind, severity="critical")
        record(looked(watch_id, 1, times, checked_at=now + times * HOUR, changes=(change,)))
    with database.reading() as c:
        kept = [(it.kind, it.from_version, it.to_version) for it in changes.stored(c)]
    assert kept[1:] == [("removed", 1, 1), ("restored", 1, 1)] * 2


def test_two_changes_of_one_kind_and_field_in_one_check_are_both_kept(record, watch_id, changed):
    twice = tuple(
        NewChange(kind="description_changed", field="other", after=words, summary="s", severity="low")
        for words in ("one", "two")
    )
    assert [it.after for it in record(replace(changed(watch_id), changes=twice, notices=()))] == ["one", "two"]


def test_hostile_words_are_kept_as_far_as_a_database_can(database, record, watch_id, changed, looked, find):
    nasty = "a\0b\ud800c\u202e" + "é" * 5000
    change = NewChange(
        kind="posting_added",
        field=nasty,
        before=None,
        after={"title": nasty},
        summary=nasty,
        severity="high",
    )
    version = NewVersion(
        record={"posting": {"title": nasty}},
        body=b"\xff\0",
        final_url=nasty,
        headers={"link": nasty},
        reader_version=1,
    )
    check = changed(watch_id, reason=nasty, etag=nasty, last_modified=nasty)
    (kept,) = record(replace(check, version=version, changes=(change,)))
    assert kept.after == {"title": nasty}
    assert kept.field == kept.summary == "a\ufffdb?c\u202e" + "é" * 5000
    assert find(watch_id, with_record=True).record == {"posting": {"title": nasty}}
    assert find(watch_id).etag == kept.summary
    with database.reading() as c:
        assert versions.one(c, watch_id, 1).headers == {"link": nasty}


def test_any_json_comes_back_as_it_was(record, watch_id, changed):
    values = [None, 60, "60", "", 1.5, True, [], {"a": None}, ["é", 0]]
    told = tuple(
        NewChange(kind="pay_changed", field=str(index), before=value, after=value, summary="s", severity="high")
        for index, value in enumerate(values)
    )
    kept = record(replace(changed(watch_id), changes=told, notices=()))
    assert [it.before for it in kept] == [it.after for it in kept] == values


def test_a_version_is_seen_until_the_next_one(database, record, watch_id, changed, looked, now):
    record(changed(watch_id))
    record(looked(watch_id, 1, 1, checked_at=now + HOUR, seen=True))
    record(looked(watch_id, 1, 2, checked_at=now + 2 * HOUR, outcome="failed"))
    assert seen(database, watch_id) == [(1, now, now + HOUR)]
    record(changed(watch_id, 1, 3, checked_at=now + 3 * HOUR))
    assert seen(database, watch_id) == [(1, now, now + HOUR), (2, now + 3 * HOUR, now + 3 * HOUR)]


def seen(database, watch_id):
    with database.reading() as c:
        return [(it.seq, it.observed_at, it.last_seen_at) for it in versions.of_watch(c, watch_id)]


def test_a_rereading_keeps_the_snapshot_of_the_version_before(database, record, watch_id, changed):
    record(changed(watch_id, body=b"as it was"))
    again = NewVersion(record={}, body=None, reader_version=2, reread=True)
    record(replace(changed(watch_id, 1), version=again, changes=(), notices=()))
    with database.reading() as c:
        first, second = versions.of_watch(c, watch_id)
    assert (second.snapshot, second.reread, first.reread) == (first.snapshot, True, False)


def test_checks_are_counted_by_day_and_outcome(database, record, watch_id, looked, now):
    outcomes = ["unchanged", "unchanged", "failed", "unchanged"]
    for revision, outcome in enumerate(outcomes):
        record(looked(watch_id, 0, revision, checked_at=now + revision * 6 * HOUR, outcome=outcome))
    with database.reading() as c:
        assert checks.counts(c, watch_id, since=date(2026, 1, 5)) == {
            date(2026, 1, 5): {"unchanged": 2, "failed": 1},
            date(2026, 1, 6): {"unchanged": 1},
        }
        assert checks.counts(c, watch_id, since=date(2026, 1, 6)) == {date(2026, 1, 6): {"unchanged": 1}}


def test_a_checked_watch_is_due_at_its_next_check(record, watch_id, looked, due, now):
    assert due() == [watch_id]
    record(looked(watch_id))
    assert due() == []
    assert due(now + 6 * HOUR - timedelta(microseconds=1)) == []
    assert due(now + 6 * HOUR) == [watch_id]


def test_a_paused_watch_that_is_checked_stays_paused(database, record, watch_id, looked, due, find, now):
    with database.writing() as c:
        watches.pause(c, watch_id)
    record(looked(watch_id))
    assert find(watch_id).next_check_at is None
    assert due(now + 7 * HOUR) == []


@pytest.mark.parametrize("act", ["pause", "remove"])
def test_what_is_paused_or_removed_is_not_due(database, add, due, now, act):
    kept, gone = add("1"), add("2")
    with database.writing() as c:
        if act == "pause":
            watches.pause(c, gone)
        else:
            watches.remove(c, gone, now=now)
    assert due() == [kept]


def test_nothing_is_due_of_a_host_that_is_paused(database, watch_id, due, now):
    with database.writing() as c:
        hosts.pause(c, "jobs.example", until=now + HOUR, failures=1)
    assert due() == []
    assert due(now + HOUR) == [watch_id]
    with database.reading() as c:
        assert checks.next_due_at(c) == now + HOUR


def test_hosts_take_turns_and_their_watches_come_together(add, due, now):
    slow = [add(str(number), "slow.example", first_check_at=now - 5 * HOUR) for number in range(3)]
    quick = add("q", "quick.example", first_check_at=now - 6 * HOUR)
    later = add("l", "later.example", first_check_at=now - HOUR)
    assert due() == [quick, *slow, later]
    assert due(limit=2) == [quick, slow[0]]
    assert due(per_host=1) == [quick, slow[0], later]


def test_a_host_with_a_backlog_does_not_starve_the_others(database, add, record, looked, due, now):
    for number in range(4):
        add(str(number), "slow.example", first_check_at=now - 5 * HOUR)
    other = add("q", "quick.example", first_check_at=now - HOUR)
    taken = due(limit=2, per_host=2)
    for watch_id in taken:
        record(looked(watch_id))
    assert due(limit=2, per_host=2)[0] == other


def test_every_due_watch_is_served_in_the_end(add, record, looked, due, now):
    wanted = {add(str(number), f"{number % 3}.example", first_check_at=now - number * HOUR) for number in range(12)}
    served = set()
    for _ in range(12):
        taken = due(limit=2, per_host=1)
        for watch_id in taken:
            record(looked(watch_id, next_check_at=now + HOUR))
        served.update(taken)
    assert served == wanted
    assert due() == []
    assert due(now + HOUR, limit=20) != []


def test_a_watch_that_is_brought_forward_is_due_then(database, add, record, looked, due, now):
    one, other = add("1"), add("2")
    for watch_id in (one, other):
        record(looked(watch_id))
    with database.writing() as c:
        watches.alter(c, other, next_check_at=now + HOUR)
    assert due(now + HOUR) == [other]


def test_due_watches_come_with_record_tags_and_the_hosts_delay(database, add, record, changed, now):
    watch_id = add(tags=("x",))
    record(changed(watch_id, next_check_at=now))
    with database.writing() as c:
        hosts.learned(c, "jobs.example", crawl_delay=2.5, now=now)
    with database.reading() as c:
        (found,) = checks.due(c, now=now, limit=1)
    assert (found.tags, found.crawl_delay, found.record["posting"]["title"]) == (("x",), 2.5, "Title 1")


def test_the_next_due_instant_is_the_earliest_of_all(database, add, record, looked, now):
    with database.reading() as c:
        assert checks.next_due_at(c) is None
    add("1", first_check_at=now + 2 * HOUR)
    add("2", "b.example", first_check_at=now + HOUR)
    with database.reading() as c:
        assert checks.next_due_at(c) == now + HOUR
