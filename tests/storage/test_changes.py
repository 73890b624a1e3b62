from datetime import timedelta
from threading import Thread

import pytest

from storage import changes, checks, watches
from storage.database import Database
from storage.errors import NoSuchChange
from storage.rows import NewWatch

HOUR = timedelta(hours=1)


@pytest.fixture
def told(database, add, changed, now):
    one, other = add("1", tags=("x",)), add("2")
    with database.writing() as c:
        checks.record(c, changed(one, kinds=("closed", "pay_changed")))
        checks.record(c, changed(other, kinds=("pay_changed",), checked_at=now + HOUR))
        checks.record(c, changed(one, 1, kinds=("reopened",), checked_at=now + 2 * HOUR))
    return one, other


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [1, 2, 3, 4]),
        ({"kinds": ["pay_changed"]}, [2, 3]),
        ({"kinds": ("closed", "reopened")}, [1, 4]),
        ({"tag": "x"}, [1, 2, 4]),
        ({"tag": "y"}, []),
        ({"watch_id": 2}, [3]),
        ({"after_id": 2}, [3, 4]),
        ({"limit": 2}, [1, 2]),
        ({"kinds": ["pay_changed"], "tag": "x", "after_id": 1, "limit": 5}, [2]),
    ],
)
def test_changes_meet_every_condition(database, told, given, expected):
    with database.reading() as c:
        assert [it.id for it in changes.stored(c, **given)] == expected


def test_changes_since_an_instant_include_it(database, told, now):
    with database.reading() as c:
        assert [it.id for it in changes.stored(c, since=now + HOUR)] == [3, 4]


def test_a_change_is_found_by_its_number(database, told):
    with database.reading() as c:
        assert changes.one(c, 2) == changes.stored(c)[1]
        with pytest.raises(NoSuchChange, match="monitor changes"):
            changes.one(c, 99)


def test_who_follows_by_number_misses_nothing_on_a_server(postgresql_url, changed, now):
    """A change can be read only when all changes of lower numbers can."""
    database = Database.open(postgresql_url)
    one, other = (add(database, f"{number}.example", now) for number in range(2))
    later = Thread(target=record, args=(database, changed(other, body=b"other")))
    with database.writing() as c:
        checks.record(c, changed(one))
        later.start()
        later.join(0.3)
        assert seen(database) == []
    later.join()
    assert seen(database) == [one, other]
    database.close()


def add(database, host, now):
    with database.writing() as c:
        return watches.add(c, NewWatch(url=f"https://{host}/", host=host), now=now, first_check_at=now)[0]


def record(database, check):
    with database.writing() as c:
        checks.record(c, check)


def seen(database):
    with database.reading() as c:
        return [it.watch_id for it in changes.stored(c)]
