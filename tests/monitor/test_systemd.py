import os
import socket
from datetime import timedelta

import pytest

from monitor.systemd import Notifier, watchdog_interval


@pytest.fixture
def heard(tmp_path, monkeypatch):
    """What systemd's end of the socket received since it was last asked."""
    path = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ours:
        ours.bind(str(path))
        ours.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(path))
        yield lambda: ours.recv(4096).decode()


def test_systemd_hears_of_readiness_life_and_the_end(heard):
    notifier = Notifier()
    notifier.ready("watching 3")
    assert heard() == "READY=1\nSTATUS=watching 3"
    notifier.watchdog()
    assert heard() == "WATCHDOG=1"
    notifier.stopping()
    assert heard() == "STOPPING=1"


def test_a_reload_says_when_it_began(heard):
    Notifier().reloading(12)
    assert heard() == "RELOADING=1\nMONOTONIC_USEC=12"


def test_a_status_can_not_forge_another_word(heard):
    Notifier().status("all well\nSTOPPING=1")
    assert heard() == "STATUS=all well STOPPING=1"


def test_without_systemd_nothing_is_said(monkeypatch):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    Notifier().ready("watching")


def test_a_socket_that_is_gone_harms_nobody(monkeypatch, tmp_path):
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    Notifier().watchdog()


def test_a_systemd_that_does_not_listen_holds_up_nothing(heard):
    for number in range(1000):
        Notifier().status(f"{number}")
    assert heard() == "STATUS=0"


def test_the_watchdog_is_fed_twice_in_its_time_and_only_by_the_process_that_it_watches(monkeypatch):
    monkeypatch.setenv("WATCHDOG_USEC", "3000000")
    monkeypatch.setenv("WATCHDOG_PID", str(os.getpid()))
    assert watchdog_interval() == timedelta(seconds=1.5)
    monkeypatch.setenv("WATCHDOG_PID", "1")
    assert watchdog_interval() is None
    monkeypatch.delenv("WATCHDOG_PID")
    monkeypatch.delenv("WATCHDOG_USEC")
    assert watchdog_interval() is None
