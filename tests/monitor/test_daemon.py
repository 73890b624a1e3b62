"""`monitor run` as systemd runs it: a process of its own, with signals and a notify socket."""

import asyncio
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from config.settings import Settings
from monitor import clock, memory
from monitor.checks import Checker
from monitor.crawling import Crawler
from monitor.daemon import Daemon, set_right
from storage import pulse, watches
from storage.database import Database
from storage.errors import DatabaseHeld
from storage.holder import hold

CONFIG = """
[database]
url = "{url}"

[fetch]
allow_private_addresses = true
per_domain_delay_seconds = 0
retries = 0

[schedule]
default_interval = "{interval}"
min_interval = "1s"
"""
PAGE = """<!doctype html><html lang="en"><body><main><h1>Welder, night shift</h1><p>Ironside Yards</p>
<a href="/apply">Apply now</a><h2>What you will do</h2><ul><li>Weld hull plates.</li></ul>
<h2>Requirements</h2><ul><li>A valid welding certificate.</li></ul></main></body></html>"""
PATIENCE = 50.0


class Installation:
    """A configuration, a database with one watch, and a socket where systemd would listen."""

    def __init__(self, folder, url, site):
        self.config = folder / "monitor.toml"
        self.url = url
        self.configure("1h")
        self._site = site
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(folder / "notify"))
        self._messages = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._environment = {k: v for k, v in os.environ.items() if not k.startswith("MONITOR_")} | {
            "NOTIFY_SOCKET": str(folder / "notify"),
            "WATCHDOG_USEC": "1000000",
        }
        self._started = []

    def _listen(self):
        with suppress(OSError):  # how a closed socket ends it
            while True:
                self._messages.put(self._socket.recv(4096).decode())

    def configure(self, interval, more=""):
        self.config.write_text(CONFIG.format(url=self.url, interval=interval) + more)

    def start(self, *arguments):
        command = [sys.executable, "-m", "monitor", "--config", str(self.config), *arguments]
        started = subprocess.Popen(command, env=self._environment, stderr=subprocess.PIPE, text=True)
        self._started.append(started)
        return started

    def run(self):
        daemon = self.start("run")
        self.hear("READY=1")
        return daemon

    def hear(self, word):
        """Wait until systemd is told something that begins with a word; the rest of what it was told then."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            message = self._messages.get(timeout=PATIENCE)
            if message.startswith(word):
                return message
        pytest.fail(f"systemd never heard {word}")

    def watch(self):
        assert self.start("add", self._site.url("/welder")).wait(PATIENCE) == 0

    def checks(self):
        return len(self._site.asked("/welder"))

    def seen(self):
        """What the database knows of the watch."""
        database = Database.open(self.url)
        with database.reading() as connection:
            (watch,) = watches.listed(connection)
        database.close()
        return watch

    def close(self):
        for process in self._started:
            process.kill()
            process.wait()
            process.stderr.close()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


@pytest.fixture
def installation(tmp_path, sqlite_url, site):
    Database.open(sqlite_url, create=True).close()
    site.answer("/welder", PAGE)
    it = Installation(tmp_path, sqlite_url, site)
    yield it
    it.close()


def wait_until(done):
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_it_checks_what_is_due_feeds_the_watchdog_and_ends_at_sigterm(installation):
    installation.watch()
    daemon = installation.run()
    installation.hear("WATCHDOG=1")
    wait_until(lambda: installation.seen().version == 1)
    daemon.send_signal(signal.SIGTERM)
    began = time.monotonic()
    assert daemon.wait(PATIENCE) == 0
    assert time.monotonic() - began < 10  # the promise of docs/guarantees.md, not a measurement
    assert installation.seen().last_outcome == "changed"


def test_a_round_under_way_ends_with_the_daemon_without_a_traceback(installation, site):
    site.answer("/welder", silent=True)
    installation.watch()
    daemon = installation.run()
    wait_until(lambda: site.asked("/welder"))
    daemon.send_signal(signal.SIGTERM)
    said = daemon.communicate(timeout=PATIENCE)[1]
    assert daemon.returncode == 0
    assert "Traceback" not in said


@pytest.mark.parametrize("python", [sys.executable, "/nowhere/python"])
def test_a_round_that_meets_the_end_of_the_crawler_or_finds_none_leaves_its_watches_due(
    installation, sqlite_url, monkeypatch, python
):
    installation.watch()
    monkeypatch.setattr(sys, "executable", python)
    database, settings = Database.open(sqlite_url), Settings()

    async def play():
        async with Crawler(settings.fetch) as crawler:
            checker = Checker(database, settings, crawler)
            if python != "/nowhere/python":
                await crawler.close()
            with hold(database, now=clock.now(), what="monitor run") as held:
                await Daemon(settings, database, held).dispatch(checker)
            return await checker.due(limit=1)

    assert len(asyncio.run(play())) == 1
    database.close()


def test_a_second_daemon_says_who_holds_the_database(installation):
    first = installation.run()
    second = installation.start("run")
    said = second.communicate(timeout=PATIENCE)[1]
    assert second.returncode == 1
    assert str(first.pid) in said
    assert len(said.strip().splitlines()) == 1
    first.kill()
    first.wait()
    installation.run()


def test_sighup_takes_a_new_configuration_and_keeps_the_old_one_when_the_new_is_broken(installation):
    installation.watch()
    daemon = installation.run()
    wait_until(lambda: installation.checks() == 1)
    installation.config.write_text("[schedule]\nmin_interval = 'never'\n")
    daemon.send_signal(signal.SIGHUP)
    installation.hear("RELOADING=1")
    assert "schedule.min_interval" in installation.hear("READY=1")
    installation.configure("1s")
    daemon.send_signal(signal.SIGHUP)
    installation.hear("RELOADING=1")
    installation.hear("READY=1")
    assert installation.start("check", "1", "--no-notify").wait(PATIENCE) == 0  # plans the next by the new interval
    wait_until(lambda: installation.checks() >= 4)


HEARTBEAT = """
[heartbeat]
url = "{beats}"
[notify]
down_after = "6h"
[[notify.targets]]
name = "me"
url = "json://{hook}"
"""


def pulses(url, **written):
    """Writes what the database is to know of the service."""
    database = Database.open(url)
    with database.writing() as connection:
        for name, at in written.items():
            pulse.put(connection, name, at=at, since=at)
    database.close()


def known(url, name):
    database = Database.open(url)
    with database.reading() as connection:
        found = pulse.get(connection, name)
    database.close()
    return found


def test_the_outside_is_told_while_pages_are_read(installation, site):
    site.answer("/beats/s3cr3t", "ok")
    installation.configure("1h", HEARTBEAT.format(beats=site.url("/beats/s3cr3t"), hook=f"{site.netloc}/hook"))
    installation.watch()
    daemon = installation.run()
    wait_until(lambda: site.asked("/beats/s3cr3t"))
    daemon.send_signal(signal.SIGTERM)
    assert "s3cr3t" not in daemon.communicate(timeout=PATIENCE)[1]
    assert known(installation.url, pulse.ALIVE) is not None


def test_the_outside_is_not_told_while_no_page_can_be_read(installation, site):
    site.answer("/beats", "ok")
    site.answer("/welder", reset=True)
    installation.configure("1h", HEARTBEAT.format(beats=site.url("/beats"), hook=f"{site.netloc}/hook"))
    installation.watch()
    daemon = installation.run()
    wait_until(lambda: installation.seen().last_outcome == "failed")
    wait_until(lambda: installation.hear("WATCHDOG=1"))
    daemon.send_signal(signal.SIGTERM)
    daemon.communicate(timeout=PATIENCE)
    assert site.asked("/beats") == []


def test_a_daemon_that_was_down_for_long_says_so_once_it_is_back(installation, site):
    site.answer("/hook", "ok")
    site.answer("/beats", "ok")
    installation.configure("1h", HEARTBEAT.format(beats=site.url("/beats"), hook=f"{site.netloc}/hook"))
    installation.watch()
    pulses(installation.url, alive=datetime.now(UTC) - timedelta(hours=9))
    for _ in range(2):
        daemon = installation.run()
        wait_until(lambda: site.asked("/hook"))
        daemon.send_signal(signal.SIGTERM)
        daemon.communicate(timeout=PATIENCE)
    [hit] = site.asked("/hook")
    said = json.loads(hit.body)
    assert said["title"] == "Nothing was watched for a while"
    assert "Watches not checked in time: 1." in said["message"]


def test_a_daemon_that_was_blind_for_long_says_so_once_it_sees_again(installation, site):
    site.answer("/hook", "ok")
    installation.configure("1h", HEARTBEAT.format(beats=site.url("/none"), hook=f"{site.netloc}/hook"))
    installation.watch()
    begun = datetime.now(UTC) - timedelta(hours=9)
    pulses(installation.url, bad_round=begun, alive=datetime.now(UTC))
    daemon = installation.run()
    wait_until(lambda: installation.seen().version == 1)
    daemon.send_signal(signal.SIGHUP)  # the sign of life that follows does not wait for its half minute
    wait_until(lambda: site.asked("/hook"))
    daemon.send_signal(signal.SIGTERM)
    daemon.communicate(timeout=PATIENCE)
    assert json.loads(site.asked("/hook")[0].body)["title"] == "No page could be read for a while"
    assert known(installation.url, pulse.BLIND) is None


def test_a_clock_that_is_set_back_stops_nothing(sqlite_url):
    database = Database.open(sqlite_url)

    async def planned():
        with hold(database, now=clock.now(), what="monitor run") as held:
            scheduler = Daemon(Settings(), database, held)._scheduler(None)
        scheduler.start(paused=True)
        later = datetime.now(UTC) + timedelta(hours=1)
        for job in scheduler.get_jobs():
            job.modify(next_run_time=later)
        set_right(scheduler, later)
        untouched = {job.next_run_time for job in scheduler.get_jobs()}
        set_right(scheduler, later - timedelta(hours=1))
        moved = {job.next_run_time for job in scheduler.get_jobs()}
        scheduler.shutdown(wait=False)
        return untouched - {later}, moved - {later - timedelta(hours=1)}

    assert asyncio.run(planned()) == (set(), set())
    database.close()


def test_memory_is_given_back_as_long_as_it_lives(sqlite_url):
    database = Database.open(sqlite_url)

    async def planned():
        with hold(database, now=clock.now(), what="monitor run") as held:
            return Daemon(Settings(), database, held)._scheduler(None).get_jobs()

    assert memory.give_back in {job.func for job in asyncio.run(planned())}
    database.close()


def test_a_daemon_whose_database_another_took_while_its_server_was_down_ends_with_a_word(postgresql_url):
    database, other = Database.open(postgresql_url), Database.open(postgresql_url)

    async def play(daemon):
        await daemon.beat()
        ended_early = daemon._stop.is_set()
        with database.writing() as c:
            c.exec_driver_sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory'")
        with hold(other, now=clock.now(), what="monitor worker"):
            await daemon.beat()
            with pytest.raises(DatabaseHeld, match="monitor worker"):
                await daemon.run()
        return ended_early

    with hold(database, now=clock.now(), what="monitor run") as held:
        assert not asyncio.run(play(Daemon(Settings(), database, held)))
    database.close()
    other.close()
