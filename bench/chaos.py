"""Every kind of fault against the running service, on both databases: `python bench/chaos.py --seconds 300`.

`monitor run` with its crawler child watches sites on loopback whose every edit is known, and tells two targets that
keep the id of each message. It is kept running as systemd keeps it, while processes are killed and stopped, the
disk under the database fills up and fails, the clock leaps, names are lost and connections stay half open, some at the
same time. Then all is well again, and what has to be true is proved. Ends with 1 where anything is not.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from chaos import isolation
from chaos.clock import ClockMissing
from chaos.faults import FAULTS
from chaos.proofs import INVARIANTS
from chaos.run import Result, Run

_MOST_TOLD = 5


def report(result: Result) -> None:
    """Print how often each fault happened, and what held."""
    print(f"\n{result.database}")
    for fault in FAULTS:
        name = fault.kind.name
        why = result.skipped.get(name)
        print(f"  {name:<36}{f'skipped: {why}' if why else result.faults[name]:>5}")
    for name, figure in result.figures.items():
        print(f"    {name}: {figure}")
    for name in {**INVARIANTS, **result.broken}:
        wrong = result.broken.get(name, [])
        print(f"  {name:<44}{'BROKEN' if wrong else 'held'}")
        for line in wrong[:_MOST_TOLD]:
            print(f"      {line}")
        if len(wrong) > _MOST_TOLD:
            print(f"      and {len(wrong) - _MOST_TOLD} more")


def _run(kind: str, options: argparse.Namespace, *, isolated: bool) -> Result:
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        os.chmod(folder, 0o755)  # noqa: PTH101 - the server's user has to get there
        try:
            return Run(kind, Path(folder), seed=options.seed, isolated=isolated).run(options.seconds)
        finally:
            for log in Path(folder).glob("*.log") if options.keep else ():
                (options.keep / f"{kind}-{log.name}").write_bytes(log.read_bytes())


def _apart(options: argparse.Namespace, kinds: list[str]) -> int:
    """Each database in a process of its own, with what it can have."""
    given = [sys.executable, __file__, "--seconds", str(options.seconds), "--seed", str(options.seed)]
    given += ["--keep", str(options.keep)] if options.keep else []
    return max(subprocess.run([*given, "--database", kind], check=False).returncode for kind in dict.fromkeys(kinds))


def main() -> int:
    """Run, report."""
    reading = argparse.ArgumentParser(description="Every kind of fault against the running service.")
    reading.add_argument("--seconds", type=float, default=300.0, help="how long faults happen, on each database")
    reading.add_argument("--seed", type=int, default=1)
    reading.add_argument("--database", choices=["sqlite", "postgresql"], action="append")
    reading.add_argument("--keep", type=Path, help="a folder that the logs stay in")
    options = reading.parse_args()
    kinds = options.database or ["sqlite", "postgresql"]
    isolated = isolation.isolate(__file__, sys.argv[1:], as_user=kinds == ["sqlite"])
    if not isolated and len(kinds) > 1:
        return _apart(options, kinds)
    # So that what was started is ended, whoever ends us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    print(f"faults for {options.seconds:g} seconds on each database, seed {options.seed}", flush=True)
    held = True
    for kind in kinds:
        try:
            result = _run(kind, options, isolated=isolated)
        except ClockMissing as error:
            print(f"{error}: without a clock of its own nothing that failed would be tried again in time")
            return 1
        report(result)
        held = held and result.held
    print("\nall invariants held" if held else "\nsomething did not hold")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
