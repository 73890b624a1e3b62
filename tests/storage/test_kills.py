import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from storage import changes, checks, outbox, versions, watches
from storage.checking import check

POINTS = 24


@pytest.mark.timeout(600)
def test_a_killed_process_leaves_whole_checks_only(database, database_url, add, now):
    """Killed at many moments of recording; what is there afterwards is whole, and nothing that was whole is gone."""
    ids = [add(str(number), f"{number % 2}.example") for number in range(3)]
    program = Path(__file__).with_name("killed_recorder.py")
    subprocess.run([sys.executable, program, database_url, str(POINTS), "250"], check=True)
    with database.reading() as c:
        found = {it.id: it for it in watches.listed(c)}
        seqs = {watch_id: [it.seq for it in versions.of_watch(c, watch_id)] for watch_id in ids}
        told = Counter((it.watch_id, it.to_version) for it in changes.stored(c))
        notices = Counter(it.change_id for it in outbox.waiting(c))
        counted = {
            watch_id: sum(day["changed"] for day in checks.counts(c, watch_id, since=now.date()).values())
            for watch_id in ids
        }
        numbers = [it.id for it in changes.stored(c)]
    assert all(seqs[watch_id] == list(range(1, found[watch_id].version + 1)) for watch_id in ids)
    assert told == {(watch_id, seq): 3 for watch_id in ids for seq in seqs[watch_id]}
    assert notices == dict.fromkeys(numbers, 2)
    assert (
        {watch_id: it.revision for watch_id, it in found.items()}
        == counted
        == {watch_id: len(seqs[watch_id]) for watch_id in ids}
    )
    assert min(counted.values()) > 0
    assert check(database) == []
