"""Draws docs/history.svg: what `monitor history` prints, as a terminal shows it. `make picture` runs it."""

import io
import os
import re
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from monitor.demo.board import Board
from monitor.demo.pages import RAISED

HERE = Path(__file__).parent
WIDTH = 124


def main() -> None:
    """Watch a posting on the demo board, let its employer edit it, and draw the history."""
    with Board() as board, tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "COLUMNS": str(WIDTH),
            "TERM": "xterm-256color",
            "MONITOR_DATABASE__URL": f"sqlite:///{folder}/monitor.sqlite3",
            "MONITOR_FETCH__ALLOW_PRIVATE_ADDRESSES": "true",
            "MONITOR_ZONE": "America/New_York",
        }

        def monitor(*arguments: str) -> str:
            return on_a_terminal([sys.executable, "-m", "monitor", *arguments], folder, environment)

        monitor("init")
        monitor("add", board.url + RAISED)
        monitor("check", "--all")
        board.state = replace(board.state, hourly_rate=60, last_day="March 3, 2027")
        monitor("check", "--all")
        shown = monitor("history", "1").replace(board.url, "https://board.example")
    draw(f"$ monitor history 1\n{shown}")


def on_a_terminal(command: list[str], folder: str, environment: dict[str, str]) -> str:
    """What a command prints where there are colours."""
    ours, its = os.openpty()
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=its, stderr=its, stdin=its):
        os.close(its)
        printed = bytearray()
        with suppress(OSError):  # how a terminal says that the other side has gone
            while part := os.read(ours, 65536):
                printed += part
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def draw(shown: str) -> None:
    """Write the picture."""
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.from_ansi(shown))
    svg = console.export_svg(title="monitor", unique_id="history")
    # The reader's own monospaced font will do; the picture asks no other host for one.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (HERE / "history.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
