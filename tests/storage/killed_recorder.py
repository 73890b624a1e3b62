"""A program: processes that record checks as fast as they can, each killed at another moment.

Arguments: the database's URL, how many processes, how many milliseconds the last one lives.
"""

import itertools
import os
import signal
import sys
import time
from datetime import UTC, datetime, timedelta

from storage import checks, watches
from storage.database import Database
from storage.rows import CheckRecord, NewChange, NewNotice, NewVersion

KINDS = ("closed", "pay_changed", "deadline_changed")
TARGETS = ("mail", "slack")
START = datetime(2026, 1, 5, tzinfo=UTC)


def check_of(watch, number):
    at = START + number * timedelta(seconds=1)
    body = b"<p>%d of %d</p>" % (number, watch.id) + b"words that stay " * 200
    return CheckRecord(
        watch_id=watch.id,
        expected_version=watch.version,
        expected_revision=watch.revision,
        checked_at=at,
        outcome="changed",
        reason=None,
        status="open",
        kind="posting",
        next_check_at=at,
        version=NewVersion(record={"posting": {"title": str(number)}}, body=body, reader_version=1),
        changes=tuple(NewChange(kind=kind, summary=kind, severity="high") for kind in KINDS),
        notices=tuple(
            NewNotice(change=index, target=target, due_at=at, message_id=f"{watch.id}-{number}-{index}@test")
            for index in range(len(KINDS))
            for target in TARGETS
        ),
        last_good_at=at,
        etag=str(number),
        last_modified=None,
        body_hash=None,
        record_hash=None,
        reader_version=1,
    )


def record_for_ever(url, started):
    database = Database.open(url)
    for number in itertools.count():
        with database.writing() as c:
            for watch in watches.listed(c):
                checks.record(c, check_of(watch, number))
                if number == 0:
                    os.write(started, b".")


def main(url, processes, longest):
    for number in range(1, processes + 1):
        ready, started = os.pipe()
        child = os.fork()
        if child == 0:
            record_for_ever(url, started)
        os.close(started)
        os.read(ready, 1)
        os.close(ready)
        time.sleep(longest / 1000 * number / processes)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL, "it ended before it was killed"


main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
