"""Runs the installed `monitor` against simulated boards and says what it told rightly: `python bench/changes.py`.

Each round employers edit some postings, sites serve noise at every fetch and faults at some; the program checks every
page twice. Prints precision and recall by kind and by family, false alerts in a thousand checks, faults that cost a
baseline, and every miss and false alert. Ends with 1 where the promise of the product is not met.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from boards.facts import HubFacts
from boards.families import FAMILIES
from boards.scoring import Score, Tally, Wrong
from boards.server import Server
from boards.watched import Watched
from boards.world import World

_CONFIG = """\
zone = "UTC"

[database]
url = "sqlite:///{folder}/monitor.sqlite3"

[fetch]
allow_private_addresses = true
obey_robots = false
concurrency = 48
per_domain_concurrency = 8
per_domain_delay_seconds = 0.0
timeout_seconds = {timeout}
retries = 0
"""
_LOOKS = 2
_TIMEOUT_SECONDS = 8
_PATIENCE_SECONDS = 1800


class Program:
    """The installed `monitor` with a configuration and database of its own."""

    def __init__(self, folder: Path) -> None:
        self._config = folder / "monitor.toml"
        self._config.write_text(_CONFIG.format(folder=folder, timeout=_TIMEOUT_SECONDS), "utf-8")
        self.run("init")

    def run(self, *words: str) -> str:
        """What the program printed; raises `CalledProcessError` with what it said where it failed."""
        command = [str(Path(sys.executable).with_name("monitor")), "--config", str(self._config), *words]
        return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, timeout=_PATIENCE_SECONDS).stdout

    def query(self, *words: str) -> Any:
        """The JSON that the program printed."""
        return json.loads(self.run(*words, "--json"))


class Run:
    """A world, the program that watches it, and the score."""

    def __init__(self, world: World, program: Program, keep: Path | None) -> None:
        self._world, self._program, self._keep = world, program, keep
        self.tally = Tally()
        self.seconds = 0.0
        self._ids: dict[int, Watched] = {}
        self._known: set[int] = set()
        self._versions: dict[int, int] = {}

    def watch(self, folder: Path) -> None:
        """Add every page, and look at all of them for the first time."""
        wanted = folder / "wanted.csv"
        lines = [f"{self._world.url(it)},{'board' if self._is_board(it) else ''}" for it in self._world.watched]
        wanted.write_text("\n".join(["url,type", *lines]) + "\n", "utf-8")
        self._program.run("-q", "add", "--from", str(wanted))
        by_url = {self._world.url(it): it for it in self._world.watched}
        self._ids = {int(it["id"]): by_url[it["url"]] for it in self._program.query("list")}
        self._check()
        for row in self._program.query("list"):
            self._versions[row["id"]] = row["versions"]
            if not row["versions"] or (row["type"] == "board") != isinstance(self._ids[row["id"]].facts, HubFacts):
                family = self._ids[row["id"]].family.name
                print(f"  not read at first: {family}: {row['type']} {row['last_outcome']} {row['url']}")

    @staticmethod
    def _is_board(watched: Watched) -> bool:
        """Every other hub is said to be one; of the rest the program finds out."""
        return isinstance(watched.facts, HubFacts) and len(watched.facts.roles) % 2 == 0

    def round(self, number: int) -> None:
        """One round: edits, two checks of everything, and what was told of them."""
        self._world.advance()
        for turn in range(_LOOKS):
            self._world.turn = turn
            self._check()
            self._note_faults(number)
        told: dict[int, list[dict[str, Any]]] = {}
        for change in self._program.query("changes"):
            if change["id"] not in self._known:
                self._known.add(change["id"])
                told.setdefault(change["watch_id"], []).append(change)
        before = len(self.tally.wrong)
        for watch, watched in self._ids.items():
            self.tally.note(number, watch, watched, told.get(watch, []), self._world.url(watched))
        self._keep_pages(self.tally.wrong[before:])

    def _check(self) -> None:
        begun = time.monotonic()
        self._program.run("-q", "check", "--all", "--no-notify")
        self.seconds += time.monotonic() - begun
        self.tally.checks += len(self._ids)

    def _note_faults(self, number: int) -> None:
        for row in self._program.query("list"):
            watched, grown = self._ids[row["id"]], row["versions"] > self._versions[row["id"]]
            self._versions[row["id"]] = row["versions"]
            if not self._world.faulty(watched):
                self.tally.unspoilt[row["last_outcome"]] += 1
                continue
            assert watched.fault is not None
            self.tally.faults[watched.fault.name] += 1
            self.tally.endings[watched.fault.name][row["last_outcome"]] += 1
            if grown and not (watched.fault.readable and watched.expected):
                self.tally.baselines_lost.append(f"round {number}: {watched.fault.name} {row['id']} {row['url']}")

    def _keep_pages(self, wrong: Iterable[Wrong]) -> None:
        if self._keep is None:
            return
        for it in wrong:
            for index, body in enumerate(self._ids[it.watch].served):
                name = f"{it.watch}-round{it.round}-{index}.{'json' if self._ids[it.watch].api else 'html'}"
                (self._keep / name).write_bytes(body)


def _rows(title: str, scores: Iterable[tuple[str, Score]]) -> None:
    print(f"\n{title:<36}{'recall':>7}{'precision':>11}   right missed false")
    for name, score in scores:
        print(
            f"{name:<36}{score.recall:7.3f}{score.precision:11.3f} {score.right:7d} {score.missed:6d} {score.false:5d}"
        )


def report(run: Run) -> None:
    """Print the scores, the faults, and everything that was wrong."""
    tally = run.tally
    _rows("kind", [*sorted(tally.by_kind.items()), ("all", tally.total)])
    _rows("family", sorted(tally.by_family.items()))
    print(f"\n{'fault':<20} checks  how they ended")
    for name, count in sorted(tally.faults.items()):
        endings = ", ".join(f"{what} {times}" for what, times in sorted(tally.endings[name].items()))
        print(f"{name:<20} {count:6d}  {endings}")
    endings = ", ".join(f"{what} {times}" for what, times in sorted(tally.unspoilt.items()))
    print(f"{'none':<20} {tally.unspoilt.total():6d}  {endings}")
    print("\nfalse alerts beside: " + ", ".join(f"{what} {count}" for what, count in tally.false_beside.most_common()))
    for it in tally.wrong:
        kind = "missed" if it.miss else "false "
        print(f"  {kind} round {it.round:2d} watch {it.watch} {it.family} {it.url}: {it.what} [{it.story}] {it.said}")
    for line in tally.baselines_lost:
        print(f"  baseline lost: {line}")
    print(
        f"\nrecall {tally.total.recall:.4f}; false alerts in 1,000 checks {tally.false_in_a_thousand:.2f}"
        f" ({tally.total.false} in {tally.checks}); baselines lost to faults {len(tally.baselines_lost)};"
        f" missed in the round after a fault {tally.missed_after_fault};"
        f" {tally.checks / max(run.seconds, 0.001):.1f} checks/s"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--postings", type=int, default=56)
    parser.add_argument("--domains", type=int, default=14)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--storm", action="store_true", help="everything is worded anew at every fetch")
    parser.add_argument("--family", action="append", help="these families only")
    parser.add_argument("--today", type=date.fromisoformat, help="the day of the run, for the same run on another day")
    parser.add_argument("--rough", action="store_true", help="end with 1 only where something is badly wrong")
    parser.add_argument("--keep", type=Path, help="a folder for the pages of misses and false alerts")
    return parser.parse_args()


def main() -> int:
    options = _arguments()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    world = World(
        seed=options.seed,
        postings=options.postings,
        domains=options.domains,
        today=options.today or datetime.now(UTC).date(),
        storm=options.storm,
        families=tuple(it for it in FAMILIES if not options.family or it.name in options.family),
    )
    with Server(world), tempfile.TemporaryDirectory(prefix="bench-changes-") as folder:
        run = Run(world, Program(Path(folder)), options.keep)
        run.watch(Path(folder))
        for number in range(1, options.rounds + 1):
            run.round(number)
            total = run.tally.total
            print(f"round {number}: {total.right} right, {total.missed} missed, {total.false} false", flush=True)
    report(run)
    good = run.tally.not_broken() if options.rough else run.tally.good_enough()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
