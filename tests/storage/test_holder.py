import os
import subprocess
import sys
from contextlib import contextmanager

import pytest

from storage.database import Database
from storage.errors import DatabaseHeld
from storage.holder import held_by, hold

HOLDS = """
import sys
from datetime import UTC, datetime
from storage.database import Database
from storage.holder import hold
with hold(Database.open(sys.argv[1]), now=datetime(2026, 1, 5, tzinfo=UTC), what="monitor run"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(url):
    """Another process that holds the database."""
    command = [sys.executable, "-c", HOLDS, url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_nobody_holds_a_new_database(database):
    assert held_by(database) is None


def test_a_second_daemon_is_told_who_holds_the_database(database, database_url, now):
    with held_elsewhere(database_url) as process:
        with (
            pytest.raises(DatabaseHeld, match=f"monitor run.*pid {process.pid}") as caught,
            hold(database, now=now, what="monitor run"),
        ):
            pass
        assert held_by(database).pid == caught.value.pid == process.pid
        assert "2026-01-05" in str(caught.value)


def test_a_killed_holder_frees_the_database(database, database_url, now):
    with held_elsewhere(database_url) as process:
        process.kill()
        process.wait()
    assert eventually_free(database)
    with hold(database, now=now, what="monitor run"):
        assert held_by(database).pid == os.getpid()
    assert held_by(database) is None


def eventually_free(database, tries=100):
    """A server notices within moments that a client is gone."""
    for _ in range(tries):
        if held_by(database) is None:
            return True
        subprocess.run(["sleep", "0.02"], check=True)
    return False


def test_one_process_holds_a_database_once(database, database_url, now):
    with hold(database, now=now, what="monitor run"):
        other = Database.open(database_url)
        with pytest.raises(DatabaseHeld), hold(other, now=now, what="monitor run"):
            pass
        other.close()


def test_a_database_that_is_held_can_be_used(database, add, now):
    with hold(database, now=now, what="monitor run"):
        assert add()


@pytest.fixture
def lost(postgresql_url, now):
    """A lock whose session the server has ended, as it does when it is started anew."""
    database = Database.open(postgresql_url)
    with hold(database, now=now, what="monitor run") as held:
        with database.writing() as c:
            c.exec_driver_sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory'")
        assert held_by(database) is None
        yield held
    database.close()


def test_a_lock_that_the_server_forgot_is_taken_again(lost, postgresql_url):
    database = Database.open(postgresql_url)
    lost.keep()
    assert held_by(database).pid == os.getpid()
    lost.keep()
    assert held_by(database).pid == os.getpid()
    database.close()


def test_a_lock_that_another_took_meanwhile_stays_with_that_one(lost, postgresql_url):
    with held_elsewhere(postgresql_url) as process, pytest.raises(DatabaseHeld, match=f"pid {process.pid}"):
        lost.keep()


def test_the_holder_lets_go_when_its_work_fails(database, now):
    with pytest.raises(ZeroDivisionError), hold(database, now=now, what="monitor run"):
        raise ZeroDivisionError
    assert held_by(database) is None
