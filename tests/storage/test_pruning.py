from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage import bulletins, changes, checks, outbox, pruning, snapshots, tampering, versions, watches
from storage.checking import check
from storage.pruning import Limits, prune
from storage.rows import NewBulletin, NewCapture
from storage.tables import bulletin, capture, check_count, notice, snapshot, version

DAY = timedelta(days=1)


@pytest.fixture
def aged(database, watch_id, add, changed, looked, now):
    """A watch with five versions, a day apart, each told of; another with one. All notices are sent."""
    other = add("2")
    page = b"<p>a page with words that stay as they are</p>" * 20
    with database.writing() as c:
        for number in range(5):
            checks.record(c, changed(watch_id, number, checked_at=now + number * DAY, body=page + bytes([65 + number])))
        checks.record(c, changed(other, checked_at=now, body=b"other"))
        for it in outbox.waiting(c):
            sent(c, it.id, now + (it.id - 1) * DAY)
    return database


def sent(c, notice_id, at):
    c.execute(notice.update().where(notice.c.id == notice_id).values(state="sent", sent_at=at, leads=False))


def at(now, days):
    """Before the version of that day and after the one before it."""
    return now + days * DAY - timedelta(hours=1)


def seqs(database, watch_id=1):
    with database.reading() as c:
        return [it.seq for it in versions.of_watch(c, watch_id)]


def told(database):
    with database.reading() as c:
        return [(it.watch_id, it.from_version, it.to_version) for it in changes.stored(c)]


def count(database, table):
    with database.reading() as c:
        return c.scalar(select(func.count()).select_from(table))


def test_old_versions_go_with_the_changes_that_begin_at_them(aged, now):
    gone = prune(aged, Limits(before=at(now, 3)), now=now)
    assert seqs(aged) == [3, 4, 5]
    assert told(aged) == [(1, 3, 4), (1, 4, 5), (2, 0, 1)]
    assert {it.kind: it.rows for it in gone} == {"versions": 2, "changes": 3, "notices": 3, "counts": 4, "snapshots": 2}
    assert all(it.bytes > 0 for it in gone)
    assert check(aged, chain=True) == []


def test_a_version_is_as_old_as_when_it_was_last_seen(aged, now):
    with aged.writing() as c:
        c.execute(
            version.update().where(version.c.seq == 2, version.c.watch_id == 1).values(last_seen_at=now + 9 * DAY)
        )
    prune(aged, Limits(before=now + 8 * DAY), now=now)
    assert seqs(aged) == [2, 3, 4, 5]
    assert told(aged) == [(1, 2, 3), (1, 3, 4), (1, 4, 5), (2, 0, 1)]


def test_the_last_version_never_goes(aged, now):
    prune(aged, Limits(before=now + 99 * DAY), now=now)
    assert (seqs(aged), seqs(aged, 2)) == ([5], [1])
    assert check(aged, chain=True) == []
    with aged.reading() as c:
        assert watches.find(c, 1, with_record=True).record == versions.one(c, 1, 5).record
        assert snapshots.load(c, versions.one(c, 1, 5).snapshot).endswith(b"E")


def test_as_many_as_are_to_be_kept_stay_whatever_their_age(aged, now):
    prune(aged, Limits(keep=2), now=now)
    assert seqs(aged) == [4, 5]
    prune(aged, Limits(before=at(now, 1), keep=1), now=now)
    assert seqs(aged) == [4, 5]
    assert check(aged, chain=True) == []


@pytest.mark.parametrize("at_once", [1, 2, 50])
def test_of_each_watch_its_own_versions_go(database, add, changed, now, monkeypatch, at_once):
    monkeypatch.setattr(pruning, "_AT_ONCE", at_once)
    ids = [add(str(number)) for number in range(5)]
    with database.writing() as c:
        for many, watch_id in enumerate(ids, start=1):
            for number in range(many):
                checks.record(c, changed(watch_id, number, targets=(), checked_at=now + number * DAY))
        c.execute(version.update().where(version.c.watch_id == ids[2], version.c.seq == 1).values(chain=None))
    prune(database, Limits(keep=2), now=now)
    assert [seqs(database, it) for it in ids] == [[1], [1, 2], [1, 2, 3], [3, 4], [4, 5]]
    # What has no link to go on from is left for a check to find.
    assert {"watch 3" in it.text for it in check(database, chain=True)} == {True}


@pytest.mark.parametrize("state", ["waiting", "leased", "failed"])
def test_an_unsent_notice_keeps_its_change_and_what_that_tells_of(aged, now, state):
    lease = now if state == "leased" else None
    unsent = {"state": state, "sent_at": None, "lease_until": lease, "leads": state != "failed"}
    with aged.writing() as c:
        c.execute(notice.update().where(notice.c.change_id == 3).values(unsent))
    prune(aged, Limits(before=now + 99 * DAY), now=now)
    assert seqs(aged) == [2, 3, 4, 5]
    assert told(aged) == [(1, 2, 3), (1, 3, 4), (1, 4, 5), (2, 0, 1)]
    with aged.reading() as c:
        assert [it.change_id for it in outbox.waiting(c)] == [3]
    assert check(aged, chain=True) == []


def test_a_dry_run_says_the_same_and_changes_nothing(aged, now):
    limits = Limits(before=at(now, 3), kinds=("versions",))
    would = prune(aged, limits, now=now, dry_run=True)
    assert (seqs(aged), count(aged, snapshot)) == ([1, 2, 3, 4, 5], 6)
    assert would == prune(aged, limits, now=now)
    assert prune(aged, limits, now=now) == []
    assert prune(aged, Limits(before=now), now=now, dry_run=True) == []


def test_the_chain_goes_on_from_where_it_was_pruned(aged, now, changed):
    with aged.reading() as c:
        before = list(tampering.heads(c))
    prune(aged, Limits(before=at(now, 3)), now=now)
    prune(aged, Limits(before=at(now, 4)), now=now)
    with aged.writing() as c:
        checks.record(c, changed(1, 5, checked_at=now + 9 * DAY))
    assert seqs(aged) == [4, 5, 6]
    assert check(aged, chain=True) == []
    with aged.reading() as c:
        assert list(tampering.against(c, before)) == []


@pytest.mark.parametrize("column", ["chain", "told", "seq"])
def test_an_edited_checkpoint_is_found(aged, now, column):
    prune(aged, Limits(before=at(now, 3)), now=now)
    value = "1" if column == "seq" else "'" + "c" * 64 + "'"
    with aged.writing() as c:
        c.exec_driver_sql(f"UPDATE checkpoint SET {column} = {value}")
    assert {it.kind for it in check(aged, chain=True)} >= {"chain"}


def test_a_version_that_was_edited_after_pruning_is_found(aged, now):
    prune(aged, Limits(before=at(now, 3)), now=now)
    with aged.writing() as c:
        c.exec_driver_sql("UPDATE version SET record = '{}' WHERE watch_id = 1 AND seq = 3")
    assert ["version 3 of watch 1" in it.text for it in check(aged, chain=True)] == [True]


def test_a_version_removed_without_pruning_is_a_gap(aged, now):
    prune(aged, Limits(before=at(now, 3)), now=now)
    with aged.writing() as c:
        c.exec_driver_sql("DELETE FROM version WHERE watch_id = 1 AND seq = 3")
    assert [it.kind for it in check(aged)] == ["sequence"]


def test_changes_that_made_no_version_go_by_age_until_a_version_follows_them(aged, looked, changed, now):
    with aged.writing() as c:
        gone = changed(1, 5, kinds=("removed",)).changes
        checks.record(c, looked(1, 5, outcome="missing", changes=gone, checked_at=now + 6 * DAY))
    limits = Limits(before=now + 99 * DAY, kinds=("changes",))
    assert [(it.kind, it.rows) for it in prune(aged, limits, now=now)] == [("changes", 1)]
    assert check(aged, chain=True) == []
    with aged.writing() as c:
        checks.record(c, looked(1, 5, outcome="missing", changes=gone, checked_at=now + 7 * DAY))
        checks.record(c, changed(1, 5, checked_at=now + 8 * DAY))
    assert prune(aged, limits, now=now) == []
    assert check(aged, chain=True) == []


def test_only_notices_that_are_done_go(aged, now):
    with aged.writing() as c:
        c.execute(notice.update().where(notice.c.id == 1).values(state="failed", sent_at=None))
    gone = prune(aged, Limits(before=at(now, 3), kinds=("notices",)), now=now)
    assert [(it.kind, it.rows) for it in gone] == [("notices", 2)]
    assert (count(aged, notice), len(told(aged))) == (4, 6)


def test_only_bulletins_that_are_done_go(database, now):
    with database.writing() as c:
        for number in (1, 2):
            new = NewBulletin(
                target="phone",
                kind="was_down",
                message_id=f"{number}@test",
                title="was down",
                text="for an hour",
                severity="high",
            )
            bulletins.add(c, new, now=now)
        c.execute(bulletin.update().where(bulletin.c.id == 1).values(state="sent", sent_at=now))
    gone = prune(database, Limits(before=now + DAY), now=now)
    assert [(it.kind, it.rows) for it in gone] == [("bulletins", 1)]
    assert count(database, bulletin) == 1


def test_captures_go_with_their_pages(aged, looked, now):
    for number in range(3):
        new = NewCapture(
            outcome="blocked",
            reason="a challenge",
            quality=0,
            http_status=403,
            final_url=None,
            headers={},
            body=b"challenge %d" % number,
        )
        look = looked(1, 5, outcome="blocked", checked_at=now + (10 + number) * DAY, capture=new)
        with aged.writing() as c:
            checks.record(c, look)
    pages = count(aged, snapshot)
    limits = Limits(before=now + 99 * DAY, keep=2, kinds=("captures",))
    assert [(it.kind, it.rows) for it in prune(aged, limits, now=now)] == [("captures", 1), ("snapshots", 1)]
    assert (count(aged, capture), count(aged, snapshot)) == (2, pages - 1)
    prune(aged, Limits(before=now + 12 * DAY, kinds=("captures",)), now=now)
    assert (count(aged, capture), count(aged, snapshot)) == (1, pages - 2)
    assert check(aged) == []


def test_counts_of_old_days_go(aged, now):
    gone = prune(aged, Limits(before=now + 2 * DAY, kinds=("counts",)), now=now)
    assert [(it.kind, it.rows) for it in gone] == [("counts", 3)]
    assert count(aged, check_count) == 3


def test_a_page_that_another_watch_has_stays(aged, changed, now, add):
    third = add("3")
    with aged.reading() as c:
        body = snapshots.load(c, versions.one(c, 1, 1).snapshot)
    with aged.writing() as c:
        checks.record(c, changed(third, body=body, checked_at=now + 9 * DAY))
    prune(aged, Limits(before=at(now, 4)), now=now)
    with aged.reading() as c:
        assert snapshots.load(c, versions.one(c, third, 1).snapshot) == body
    assert check(aged, chain=True) == []


def test_a_version_without_its_link_is_left_for_a_check_to_find(aged, now):
    with aged.writing() as c:
        c.exec_driver_sql("UPDATE version SET chain = NULL WHERE watch_id = 1 AND seq = 2")
    prune(aged, Limits(before=at(now, 3)), now=now)
    assert seqs(aged) == [1, 2, 3, 4, 5]


def test_without_any_limit_nothing_goes(aged, now):
    with pytest.raises(ValueError, match="no limit"):
        prune(aged, Limits(), now=now)


def test_room_is_given_back(aged, now):
    prune(aged, Limits(before=now + 99 * DAY), now=now)
    pruning.compact(aged)
    assert check(aged, chain=True) == []


def test_nothing_goes_from_an_empty_database(database, now):
    assert prune(database, Limits(before=now + 99 * DAY, keep=1), now=now) == []
