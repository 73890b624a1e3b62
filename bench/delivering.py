"""Thousands of changes to five targets while the sender is killed again and again: `python bench/delivering.py`.

The test `tests/monitor/notify/test_ten_thousand.py` at its whole size: one of the targets always fails, one falls
silent after it took a message, one asks for patience (429). Prints what each target got. Ends with 1 where a healthy
target misses a change, has one in two messages, or out of its order.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_TEST = "tests/monitor/notify/test_ten_thousand.py"


def main() -> int:
    """Run the test; gives what pytest ended with."""
    reading = argparse.ArgumentParser(description="Deliver changes to five targets, whatever happens to the sender.")
    reading.add_argument("--changes", type=int, default=10_000)
    reading.add_argument("--kills", type=int, default=50)
    reading.add_argument("--seed", type=int, default=1)
    reading.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    reading.add_argument("--crew", choices=["Slack", "chats"], default="Slack", help="which five targets")
    given = reading.parse_args()
    sizes = {f"DELIVERIES_{name.upper()}": str(getattr(given, name)) for name in ("changes", "kills", "seed")}
    choice = f"{given.database} and {given.crew}"
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", _TEST, "-k", choice]
    return subprocess.run(command, check=False, cwd=_ROOT, env=os.environ | sizes).returncode


if __name__ == "__main__":
    sys.exit(main())
