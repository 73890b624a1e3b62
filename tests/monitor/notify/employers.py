"""Postings that change, recorded as a check does it, and whether all of it was told."""

import re
from collections import defaultdict

from monitor.notify import rules
from storage import checks, watches
from storage.rows import CheckRecord, NewChange, NewVersion, NewWatch

#: The most that is recorded in one check, and watches that a host has.
MOST, WATCHES_A_HOST = 4, 10


class Employers:
    """Change postings, which is recorded as a check does it."""

    def __init__(self, database, settings, clock, chance):
        self.database, self.settings, self.clock, self.chance = database, settings, clock, chance
        self.versions = {}
        #: Every change that was recorded: (posting, number).
        self.told = []
        self.last = defaultdict(int)

    def hire(self, count):
        with self.database.writing() as c:
            for number in range(count):
                host = f"h{number // WATCHES_A_HOST}.example.org"
                new = NewWatch(url=f"https://{host}/{number}", host=host, kind="posting")
                now = self.clock()
                self.versions[watches.add(c, new, now=now, first_check_at=now)[0]] = 0

    def edit(self, most=MOST):
        """One check that finds some changes, as many as are given at most; gives how many."""
        watch_id = self.chance.choice(list(self.versions))
        edits = [(watch_id, self.last[watch_id] + it + 1) for it in range(self.chance.randint(1, min(MOST, most)))]
        changes = tuple(
            NewChange(kind="title_changed", field=f"title{it}", summary=f"edit{it[0]}x{it[1]}", severity="medium")
            for it in edits
        )
        with self.database.writing() as c:
            checks.record(c, self._check(watches.find(c, watch_id), changes))
        self.last[watch_id] += len(edits)
        self.told += edits
        return len(edits)

    def _check(self, watch, changes):
        now, record = self.clock(), {"verdict": "posting", "posting": {"title": f"P{watch.id}"}}
        targets = self.settings.notify.targets
        return CheckRecord(
            watch_id=watch.id,
            expected_version=watch.version,
            checked_at=now,
            outcome="changed",
            reason="test",
            status="open",
            kind="posting",
            next_check_at=now,
            version=NewVersion(record=record, body=None, reader_version=1),
            changes=changes,
            notices=rules.notices_for(changes, watch, targets, "UTC", now, version=watch.version + 1),
            last_good_at=now,
            etag=None,
            last_modified=None,
            body_hash=None,
            record_hash=None,
            reader_version=1,
        )


def assert_told_well(accepted, told):
    """Every change arrived, in one message by id, which is always the same, and in the order of its posting."""
    messages, latest = {}, {}
    for id_, words in accepted:
        edits = edits_in(words)
        again = id_ in messages
        assert messages.setdefault(id_, edits) == edits
        for posting, number in edits:
            if again:
                assert latest[posting] == max(it for of, it in edits if of == posting), "an old message came again"
            else:
                assert latest.get(posting, 0) < number, "out of order"
                latest[posting] = number
    assert sorted(edit for edits in messages.values() for edit in edits) == sorted(told)


def edits_in(words):
    found = re.findall(r"edit(\d+)x(\d+)", words)
    return list(dict.fromkeys((int(posting), int(number)) for posting, number in found))
