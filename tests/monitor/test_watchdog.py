"""What the daemon tells systemd's watchdog: that work goes on, not merely that it lives."""

import asyncio
import socket

import pytest

from config.settings import Settings
from monitor import clock, daemon
from monitor.daemon import STUCK_AFTER, Daemon
from storage.database import Database
from storage.errors import DatabaseBusy
from storage.holder import hold


@pytest.fixture
def systemd(tmp_path, monkeypatch):
    """The socket where systemd listens."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ours:
        ours.bind(str(tmp_path / "notify"))
        ours.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield ours


@pytest.fixture
def running(sqlite_url, systemd):
    """A daemon that is not run: its jobs are called one by one."""
    database = Database.open(sqlite_url)
    with hold(database, now=clock.now(), what="monitor run") as held:
        yield Daemon(Settings(), database, held)
    database.close()


@pytest.fixture
def later(monkeypatch):
    """More than a round's patience has passed since."""
    real = daemon.time.monotonic
    patience = STUCK_AFTER.total_seconds() + Settings().fetch.hang_seconds
    monkeypatch.setattr(daemon.time, "monotonic", lambda: real() + patience + 1)


def is_fed(running, systemd):
    asyncio.run(running.feed_watchdog())
    try:
        return systemd.recv(100) == b"WATCHDOG=1"
    except BlockingIOError:
        return False


class Nothing:
    """Of a checker what a round without work asks for."""

    def __init__(self, error=None):
        self._error = error

    async def due(self, *, limit):
        if self._error:
            raise self._error
        return []


def test_a_daemon_whose_rounds_go_on_feeds_it(running, systemd):
    assert is_fed(running, systemd)


def test_one_whose_round_waits_for_ever_does_not(running, systemd, later):
    assert not is_fed(running, systemd)


def test_one_with_nothing_to_do_does(running, systemd, later):
    asyncio.run(running.dispatch(Nothing()))
    assert is_fed(running, systemd)


def test_one_whose_database_is_out_of_order_does(running, systemd, later):
    asyncio.run(running.dispatch(Nothing(DatabaseBusy("locked"))))
    systemd.recv(1000)  # the status that says so
    assert is_fed(running, systemd)
