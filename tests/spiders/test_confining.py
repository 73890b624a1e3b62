"""What the crawler child can reach once it has confined itself: tried, in a process of its own."""

import os
import subprocess
import sys
import textwrap

import pytest

from spiders import seccomp
from spiders.landlock import LandlockMissing

#: Says of each attempt whether it worked.
TRY = """
import ctypes, os, signal, socket, subprocess, sys
from spiders.confining import confine
parent, secret = int(sys.argv[1]), sys.argv[2]
confine(browser={browser}, max_memory_mib=128)

def tried(what):
    try:
        what()
    except OSError as error:
        return error.errno
    return 0

{attempts}
"""


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "monitor.sqlite3"
    path.write_text("hunter2")
    return path


@pytest.fixture
def confined(secret):
    """Runs lines in a confined process; what they print."""

    def running(attempts, *, browser=False):
        code = TRY.format(browser=browser, attempts=textwrap.dedent(attempts))
        command = [sys.executable, "-P", "-c", code, str(os.getpid()), str(secret)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
        if "no Landlock" in done.stderr or "no filter" in done.stderr:
            pytest.skip(done.stderr.strip())
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.split()

    return running


def test_the_database_and_the_secrets_cannot_be_opened(confined, secret):
    (secret.parent / "credentials").mkdir()
    attempts = """
    folder = os.path.dirname(secret)
    print(tried(lambda: open(secret)))
    print(tried(lambda: os.listdir(folder)))
    print(tried(lambda: os.listdir(f"{folder}/credentials")))
    print(tried(lambda: open(f"{folder}/new", "w")))
    print(tried(lambda: os.unlink(secret)))
    print(tried(lambda: os.chdir("/proc") or os.listdir(f"/proc/{parent}/fd")))
    """
    assert set(confined(attempts)) == {"13"}
    assert secret.read_text() == "hunter2"


def test_nothing_can_be_read_of_the_daemon(confined):
    attempts = """
    print(tried(lambda: open(f"/proc/{parent}/environ")), tried(lambda: open(f"/proc/{parent}/mem")))
    print(tried(lambda: os.kill(parent, 0)))
    """
    environ, memory, kill = confined(attempts)
    assert (environ, memory) == ("13", "13")
    assert kill in {"0", "1"}  # Linux before 6.12 lets it signal its own user's processes


def test_no_program_can_be_started_and_no_socket_of_this_machine_reached(confined):
    attempts = """
    print(tried(lambda: subprocess.run(["/bin/true"])))
    print(tried(lambda: socket.socket(socket.AF_UNIX)))
    print(ctypes.CDLL(None, use_errno=True).ptrace(16, parent, 0, 0), ctypes.CDLL(None).unshare(0x10000000))
    """
    assert confined(attempts) == ["1", "1", "-1", "-1"]


def test_what_it_needs_still_works(confined):
    attempts = """
    import ssl, zoneinfo, json.tool, threading
    assert ssl.create_default_context()
    socket.getaddrinfo("localhost", 80)
    zoneinfo.ZoneInfo("Europe/Berlin")
    socket.socketpair()
    open(os.devnull, "w").write("x")
    threading.Thread(target=print, args=("alive",)).start()
    """
    assert confined(attempts) == ["alive"]


def test_with_a_browser_programs_start_and_the_database_stays_closed(confined):
    attempts = """
    print(tried(lambda: subprocess.run(["true"], check=True)))
    print(tried(lambda: open("/etc/shadow")), tried(lambda: os.listdir("/root")), tried(lambda: os.listdir("/var/lib")))
    """
    assert confined(attempts, browser=True) == ["0", "13", "13", "13"]


def test_a_kernel_without_it_is_said_and_goes_on(monkeypatch, caplog):
    from spiders import confining  # noqa: PLC0415 - its calls are replaced below

    def missing(**_):
        raise LandlockMissing("Function not implemented")

    def unknown(**_):
        raise seccomp.SeccompMissing("no filter is written for riscv64")

    monkeypatch.setattr(confining.landlock, "restrict", missing)
    monkeypatch.setattr(confining.seccomp, "forbid", unknown)
    monkeypatch.setattr(confining.resource, "setrlimit", lambda *_: None)
    monkeypatch.setattr(confining.ctypes, "CDLL", lambda _: type("libc", (), {"prctl": lambda *_: 0}))
    confining.confine(browser=False, max_memory_mib=128)
    assert "Function not implemented" in caplog.text
    assert "riscv64" in caplog.text
