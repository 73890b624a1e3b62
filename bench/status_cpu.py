"""What `monitor status` costs in processor time on many watches, against importing the program's main libraries.

    python bench/status_cpu.py [--runs 9] [--watches 100000] [--days 30]

Prints the median of each and their ratio. Both commands run in turns, so that a busy machine slows both. The throw-away
SQLite database has a count of checks for each watch and day.
"""

import argparse
import os
import statistics
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from history_cpu import BASELINE, PROGRAM, cpu_seconds
from sqlalchemy import insert

from storage.database import Database
from storage.tables import check_count, host, host_slot, watch, watch_state

ALLOWED = 1.5
_PER_HOST = 100


def made_up(folder: Path, *, watches: int, days: int) -> Path:
    """A configuration with a database of so many watches, a hundredth of which fail."""
    database = Database.open(f"sqlite:///{folder}/monitor.sqlite3", create=True)
    now = datetime.now(UTC)
    numbers, hosts = range(1, watches + 1), range(1, watches // _PER_HOST + 1)
    tables = {
        host: ({"id": it, "name": f"h{it}.example"} for it in hosts),
        host_slot: ({"host_id": it, "slot": 0, "next_due_at": now} for it in hosts),
        watch: (
            {"id": it, "url": f"https://h.example/{it}", "host_id": 1 + it % len(hosts), "slot": 0, "added_at": now}
            for it in numbers
        ),
        watch_state: (
            {
                "host_id": 1 + it % len(hosts),
                "slot": 0,
                "watch_id": it,
                "next_check_at": now + timedelta(seconds=it % 21_600 - 60),
                "last_checked_at": now,
                "last_outcome": _outcome(it),
                "last_reason": "answered",
            }
            for it in numbers
        ),
        check_count: (
            {"watch_id": it, "day": (now - timedelta(days=day)).date(), "outcome": _outcome(it), "count": 4}
            for it in numbers
            for day in range(days)
        ),
    }
    with database.writing() as c:
        for table, rows in tables.items():
            while batch := [row for _, row in zip(range(10_000), rows, strict=False)]:
                c.execute(insert(table), batch)
    database.close()
    config = folder / "monitor.toml"
    config.write_text(f'[database]\nurl = "sqlite:///{folder}/monitor.sqlite3"\n')
    return config


def _outcome(number: int) -> str:
    return "not_modified" if number % 97 else "failed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="of each command")
    parser.add_argument("--watches", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=30, help="with counts of checks")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        config = made_up(Path(folder), watches=given.watches, days=given.days)
        status = [*PROGRAM, "--config", str(config), "status"]
        times: dict[str, list[float]] = {"baseline": [], "status": []}
        for _ in range(given.runs):
            times["baseline"].append(cpu_seconds(BASELINE))
            times["status"].append(cpu_seconds(status))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, seconds in medians.items():
        print(f"{name:<9} {seconds * 1000:6.0f} ms (least {min(times[name]) * 1000:.0f} ms, {os.cpu_count()} cores)")
    print(f"ratio     {medians['status'] / medians['baseline']:6.2f} (allowed: {ALLOWED})")


if __name__ == "__main__":
    main()
