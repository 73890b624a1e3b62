"""Every command in the docs is run, against a board like the one that they speak of."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.demo.board import Board
from monitor.demo.mailbox import Mailbox

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
#: Stands in the docs for the board; nothing answers there.
EXAMPLE = "https://board.example"
TARGET = "mailto://127.0.0.1:{port}?from=monitor@b.example&to=you@d.example"


def commands(page):
    """The lines after "$ " in the page's console blocks, in their order."""
    blocks = re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.mark.timeout(400)
@pytest.mark.parametrize("page", [it for it in PAGES if commands(it)], ids=lambda it: it.name)
def test_commands_of_the_docs_work(page, tmp_path):
    as_checkout(tmp_path)
    with Board() as board, Mailbox() as mailbox:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")} | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "MONITOR_DATABASE__URL": f"sqlite:///{tmp_path}/monitor.sqlite3",
            "MONITOR_FETCH__ALLOW_PRIVATE_ADDRESSES": "true",
            "MONITOR_FETCH__PER_DOMAIN_DELAY_SECONDS": "0",
            "MONITOR_NOTIFY__TARGETS": json.dumps([{"name": "mail", "url": TARGET.format(port=mailbox.port)}]),
        }
        for command in commands(page):
            line = command.replace(EXAMPLE, board.url)
            code, output = run(line, tmp_path, environment)
            assert code == 0, f"{page.name}: $ {command}\n{output}"
            if command == "monitor run":  # what the docs ask after it happened while it ran
                board.state = replace(board.state, hourly_rate=60)
                assert run("monitor check --all", tmp_path, environment)[0] == 0


def as_checkout(folder):
    """Make of a folder what authors of readers are in: a checkout, as yet without recordings."""
    (folder / "tests" / "spiders").mkdir(parents=True)
    for name in ("pyproject.toml", "tests/spiders/test_recorded.py"):
        shutil.copy(ROOT / name, folder / name)


def run(line, folder, environment):
    """Run one line as a shell would; the daemon is ended once it is up."""
    if shlex.split(line)[:2] == ["monitor", "run"]:
        return run_daemon(line, folder, environment)
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout + done.stderr


def run_daemon(line, folder, environment):
    """Run the daemon until it says, as it says to systemd, that it is ready; then end it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(folder / "notify"))
        systemd.settimeout(60)
        environment = environment | {"NOTIFY_SOCKET": str(folder / "notify")}
        command = ["sh", "-c", f"exec {line}"]
        daemon = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        with suppress(TimeoutError):
            systemd.recv(4096)
        daemon.send_signal(signal.SIGTERM)
        output = daemon.communicate(timeout=15)[0]
    (folder / "notify").unlink()
    return daemon.returncode, output


def test_links_of_the_docs_lead_somewhere():
    for page in PAGES:
        words = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#:]+)\)", words):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_make_commands_of_the_docs_exist():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:`|^)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, f"{page.name} names {named - targets}"
