from datetime import timedelta

import pytest

from storage import checks, versions
from storage.errors import NoSuchVersion

HOUR = timedelta(hours=1)


@pytest.fixture
def history(database, watch_id, changed, now):
    with database.writing() as c:
        for number in range(3):
            checks.record(c, changed(watch_id, number, checked_at=now + number * HOUR))
    return watch_id


def test_versions_come_oldest_first(database, history):
    with database.reading() as c:
        found = versions.of_watch(c, history)
    assert [(it.seq, it.record["posting"]["title"]) for it in found] == [(1, "Title 1"), (2, "Title 2"), (3, "Title 3")]


@pytest.mark.parametrize(("hours", "seq"), [(0, 1), (0.99, 1), (1, 2), (50, 3)])
def test_the_version_of_an_instant_is_the_last_one_before_it(database, history, now, hours, seq):
    with database.reading() as c:
        assert versions.at(c, history, now + hours * HOUR).seq == seq


def test_there_is_no_version_before_the_first(database, history, now):
    with database.reading() as c:
        assert versions.at(c, history, now - HOUR) is None


def test_a_version_is_found_by_its_number(database, history):
    with database.reading() as c:
        assert versions.one(c, history, 2) == versions.of_watch(c, history)[1]
        with pytest.raises(NoSuchVersion, match=f"monitor history {history}"):
            versions.one(c, history, 4)
