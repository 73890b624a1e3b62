"""The crawler child ends with its daemon: killed outside of any service manager, whatever the child does just then."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from storage.database import Database

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the end of its input ends the child"),
    pytest.mark.timeout(600),
]

PATIENCE = 120.0
CONFIG = """
[database]
url = "{url}"

[fetch]
allow_private_addresses = true
obey_robots = false
"""
#: The daemon, whose child runs another program first.
DAEMON = """
import sys
from monitor import crawler_process
from monitor.cli.main import main
if {first!r}:
    crawler_process.PROGRAM = ("-P", "-c", {first!r} + "\\nfrom spiders.crawl import main\\nmain()")
sys.argv = ["monitor", "--config", {config!r}, "run"]
sys.exit(main())
"""
IMPORTS = """
import sys, time
class Slow:
    def find_spec(self, name, *_):
        if name == "scrapy":
            open({mark!r}, "w").close()
            time.sleep(600)
sys.meta_path.insert(0, Slow())
"""
STOPS_AT_ONCE = "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)"
LOSES_IT_FIRST = """
import os, sys, time
parent = int(sys.argv[2])
open({mark!r}, "w").close()
while os.getppid() == parent:
    time.sleep(0.01)
"""


@pytest.fixture
def start(tmp_path, sqlite_url, site):
    """Starts a daemon on a database with a watch that is due, in a session of its own as services are."""
    Database.open(sqlite_url, create=True).close()
    site.answer("/welder", silent=True)
    config = tmp_path / "monitor.toml"
    config.write_text(CONFIG.format(url=sqlite_url))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
    adding = [sys.executable, "-m", "monitor", "--config", str(config), "add", site.url("/welder")]
    subprocess.run(adding, env=environment, check=True, timeout=PATIENCE)
    started, children = [], []

    def begin(first=""):
        program = DAEMON.format(first=first, config=str(config))
        command = [sys.executable, "-c", program]
        daemon = subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.DEVNULL)
        started.append(daemon)
        wait_until(lambda: crawlers_of(daemon.pid))
        children.extend(crawlers_of(daemon.pid))
        return daemon, children[-1]

    yield begin
    for daemon in started:
        daemon.kill()
        daemon.wait()
    for pid in children:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def crawlers_of(pid):
    """The crawlers that a process has; libraries start others for a moment."""
    with suppress(OSError):
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        found = [int(it) for path in tasks for it in path.read_text("ascii").split()]
        return [it for it in found if b"--tied" in Path(f"/proc/{it}/cmdline").read_bytes().split(b"\0")]
    return []


def state(pid):
    """The letter of proc(5), "X" where there is no such process."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    return "X"


def wait_until(done):
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def end(daemon, child):
    """Kill the daemon; the child has to follow."""
    daemon.kill()
    daemon.wait()
    wait_until(lambda: state(child) in {"Z", "X"})


def stop(child):
    os.kill(child, signal.SIGSTOP)
    wait_until(lambda: state(child) == "T")


def test_a_child_that_waits_for_a_site(start, site):
    daemon, child = start()
    wait_until(lambda: site.hits)
    end(daemon, child)


def test_a_child_that_was_stopped_at_work(start, site):
    daemon, child = start()
    wait_until(lambda: site.hits)
    stop(child)
    end(daemon, child)


@pytest.mark.parametrize("is_stopped", [False, True], ids=["running", "stopped"])
def test_a_child_that_still_imports_its_libraries(start, tmp_path, is_stopped):
    mark = tmp_path / "importing"
    daemon, child = start(IMPORTS.format(mark=str(mark)))
    wait_until(mark.exists)
    if is_stopped:
        stop(child)
    end(daemon, child)


def test_a_child_that_was_stopped_before_it_did_anything(start):
    daemon, child = start(STOPS_AT_ONCE)
    wait_until(lambda: state(child) == "T")
    end(daemon, child)


def test_a_child_that_gets_to_its_first_step_after_the_daemon_is_gone(start, tmp_path):
    mark = tmp_path / "waiting"
    daemon, child = start(LOSES_IT_FIRST.format(mark=str(mark)))
    wait_until(mark.exists)
    end(daemon, child)


def test_a_daemon_that_was_stopped_itself(start, site):
    daemon, child = start()
    wait_until(lambda: site.hits)
    stop(child)
    stop(daemon.pid)
    end(daemon, child)
