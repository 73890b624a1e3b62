"""What `monitor history 1` costs in processor time, against importing its main libraries.

    python bench/history_cpu.py [--runs 15] [--config FILE]

Prints the median of each and their ratio. Both commands run in turns, so that a busy machine slows both. Without
--config, a throw-away database with one posting of the demo board, edited twice, is made for the purpose.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from monitor.demo.board import Board
from monitor.demo.pages import RAISED

BASELINE = [sys.executable, "-c", "import sqlalchemy, typer, rich"]
PROGRAM = [str(Path(sys.executable).with_name("monitor"))]


def cpu_seconds(command: Sequence[str]) -> float:
    """User and system time of one run, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def made_up(folder: Path) -> Path:
    """A configuration with a small database."""
    config = folder / "monitor.toml"
    config.write_text(
        f'zone = "Europe/Berlin"\n[database]\nurl = "sqlite:///{folder}/monitor.sqlite3"\n'
        "[fetch]\nallow_private_addresses = true\n"
    )

    def monitor(*arguments: str) -> None:
        subprocess.run([*PROGRAM, "--config", str(config), *arguments], check=True, stdout=subprocess.DEVNULL)

    with Board() as board:
        monitor("init")
        monitor("add", board.url + RAISED)
        for rate in (55, 60, 65):
            board.state = replace(board.state, hourly_rate=rate)
            monitor("check", "--all")
    return config


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="of each command; at least 7")
    parser.add_argument("--config", type=Path, help="of an installation whose watch 1 is asked for")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        config = given.config or made_up(Path(folder))
        history = [*PROGRAM, "--config", str(config), "history", "1"]
        times: dict[str, list[float]] = {"baseline": [], "history": []}
        for _ in range(max(given.runs, 7)):
            times["baseline"].append(cpu_seconds(BASELINE))
            times["history"].append(cpu_seconds(history))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, seconds in medians.items():
        print(f"{name:<9} {seconds * 1000:6.0f} ms (least {min(times[name]) * 1000:.0f} ms, {os.cpu_count()} cores)")
    print(f"ratio     {medians['history'] / medians['baseline']:6.2f} (allowed: 1.5)")


if __name__ == "__main__":
    main()
