"""kill -9 of the daemon and of its crawler child at any moment loses no change and no notice."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from monitor.demo.mailbox import Mailbox
from storage import changes, outbox, versions, watches
from storage.database import Database

KILLS = 20
#: Each address is a domain of its own.
ADDRESSES = [f"127.0.0.{number}" for number in range(2, 6)]
PATIENCE = 60.0

CONFIG = """
[fetch]
allow_private_addresses = true
per_domain_delay_seconds = 0
obey_robots = false
retries = 0

[schedule]
default_interval = "1s"
min_interval = "1s"

[[notify.targets]]
name = "mail"
url = "mailto://127.0.0.1:{port}?from=monitor@example.org&to=you@example.org"
burst = 0
"""

PAGE = """<!doctype html><html lang="en"><head><title>Welder</title></head><body><main>
<h1>Welder, night shift</h1><p>Ironside Yards</p><a href="/apply">Apply now</a>
<h2>What you will do</h2><ul><li>Weld hull plates.</li><li>Keep the yard safe.</li></ul>
<h2>Requirements</h2><ul><li>A valid welding certificate.</li></ul>
<p>The hourly rate for this position is ${rate} USD.</p></main></body></html>"""


class Yard:
    """A board of one posting an address, whose pay rises every moment until it is told to stop."""

    def __init__(self):
        self.rates = dict.fromkeys(ADDRESSES, 20)
        yard = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body = PAGE.format(rate=yard.rates[self.connection.getsockname()[0]]).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self._server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
        self._server.daemon_threads = True
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._server.serve_forever, args=(0.05,)),
            threading.Thread(target=self._raise_pay),
        ]

    @property
    def urls(self):
        return {f"http://{address}:{self._server.server_port}/welder": address for address in ADDRESSES}

    def _raise_pay(self):
        pick = random.Random(7)
        while not self._stop.wait(0.3):
            self.rates[pick.choice(ADDRESSES)] += 1

    def settle(self):
        self._stop.set()
        self._threads[1].join()

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
        for thread in self._threads:
            thread.join()


@pytest.fixture
def program(tmp_path, database_url):
    """Starts `monitor` with a configuration on the database under test."""
    config = tmp_path / "monitor.toml"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
    environment["MONITOR_DATABASE__URL"] = database_url

    def start(*arguments, port):
        config.write_text(CONFIG.format(port=port))
        command = [sys.executable, "-m", "monitor", "--config", str(config), *arguments]
        return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)

    return start


def children_of(pid):
    """The pids of a process's children (proc(5))."""
    try:
        return [int(it) for it in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def wait_until(done):
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def kill_around(start_daemon, database, rng):
    """Kill the daemon or its child `KILLS` times in all, at random moments of their work; return how often each."""
    killed = Counter()
    daemon = start_daemon()
    while killed.total() < KILLS:
        before = looks(database)
        wait_until(lambda before=before: looks(database) > before)  # it is up, and working
        time.sleep(rng.uniform(0, 1.2))
        if killed.total() % 2:
            daemon.kill()
            daemon.wait()
            killed["daemon"] += 1
            daemon = start_daemon()
            continue
        wait_until(lambda pid=daemon.pid: children_of(pid))
        for child in children_of(daemon.pid):
            os.kill(child, signal.SIGKILL)
        killed["child"] += 1
    return daemon, killed


@pytest.mark.timeout(400)
def test_kills_lose_no_change_and_no_notice(database_url, program):
    with Yard() as yard, Mailbox() as mailbox:
        adding = program("add", *yard.urls, port=mailbox.port)
        assert adding.wait() == 0

        database = Database.open(database_url)
        daemon, killed = kill_around(lambda: program("-q", "run", port=mailbox.port), database, random.Random(20))
        yard.settle()
        try:
            wait_until(lambda: current_rates(database, yard) == yard.rates)
            wait_until(lambda: not waiting(database))
            daemon.terminate()
            assert daemon.wait(timeout=12) == 0
            assert_nothing_was_lost(database, yard, mailbox, kills=killed["daemon"])
        finally:
            database.close()
            daemon.kill()
            daemon.wait()
    assert killed == {"daemon": KILLS // 2, "child": KILLS // 2}


def looks(database):
    """How many checks were recorded so far."""
    with database.reading() as connection:
        return sum(it.revision for it in watches.listed(connection))


def current_rates(database, yard):
    with database.reading() as connection:
        rows = watches.listed(connection, with_record=True)
    return {yard.urls[it.url]: int(it.record["posting"]["pay"]["min"]) for it in rows if it.record}


def waiting(database):
    with database.reading() as connection:
        return outbox.waiting(connection)


def assert_nothing_was_lost(database, yard, mailbox, *, kills):
    with database.reading() as connection:
        told = changes.stored(connection)
        kept = {it.watch_id: versions.of_watch(connection, it.watch_id) for it in told}
        ids = {change.id: [it.message_id for it in outbox.of_change(connection, change.id)] for change in told}
    assert told
    assert {change.kind for change in told} == {"pay_changed"}
    for watch_id, made in kept.items():
        assert [it.seq for it in made] == list(range(1, len(made) + 1))
        rates = [it.record["posting"]["pay"]["min"] for it in made]
        steps = [(it.before["min"], it.after["min"]) for it in told if it.watch_id == watch_id]
        assert steps == list(pairwise(rates)), "a change is missing, doubled or out of order"

    arrived = Counter(mail["Message-ID"].strip("<>") for mail in mailbox.mails)
    assert set(arrived) == {it for those in ids.values() for it in those}, json.dumps(arrived)
    assert all(len(those) == 1 for those in ids.values())
    assert sum(arrived.values()) - len(arrived) <= kills, "more doubles than kills that explain them"
