"""kill -9 of the sender at any moment: every notice arrives, and twice only where the kill explains it."""

import contextlib
import math
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from itertools import product

import pytest

from storage import bulletins, outbox
from storage.rows import NewBulletin
from tests.monitor.notify.conftest import NOW

KILLS = 22
WATCHES = 8
CHANGES = 5
TARGETS = ("one", "two", "digest", "burst")
#: Words on the service itself, to each target.
WORDS = 3
#: Longer than it takes to deliver everything.
PATIENCE = 30

#: Has everything imported and forks for each life, so that a life begins in milliseconds. A life is an hour after the
#: one before, so that the leases of the dead have run out.
NURSERY = """
import asyncio, os, sys
from datetime import datetime, timedelta
from config.settings import Settings
from config.targets import NotifySettings, TargetSettings
from monitor.notify import delivery
from monitor.notify.sender import drain
from storage.database import Database

delivery.apprise.Apprise.instantiate("json://127.0.0.1")  # it looks for its services once
url, port, begin = sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3])

def live(life):
    targets = tuple(
        TargetSettings(name=name, url=f"json://127.0.0.1:{port}/{life}/{name}", digest=digest, burst=burst)
        for name, digest, burst in (
            ("one", "none", 0), ("two", "none", 0), ("digest", "daily", 5), ("burst", "none", 3)
        )
    )
    settings = Settings(zone="Europe/London", notify=NotifySettings(targets=targets, max_attempts=100))
    database = Database.open(url)
    asyncio.run(drain(database, settings, now=lambda: begin + timedelta(hours=life)))
    database.close()

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        live(int(line))
        os._exit(0)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Nursery:
    """Runs senders, one life at a time, and kills them."""

    def __init__(self, url, port, begin):
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", NURSERY, url, str(port), begin.isoformat()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.pid = None

    def begin(self, life):
        print(life, file=self.process.stdin, flush=True)
        self.pid = int(self.process.stdout.readline())

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def end(self):
        return int(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture
def nursery(database_url, now):
    made = []

    def make(port):
        made.append(Nursery(database_url, port, now))
        return made[-1]

    yield make
    for it in made:
        it.close()


class DeadlyAnswers:
    """What the endpoint does with a message: take it, and kill the sender before or after the answer."""

    def __init__(self, chance):
        self.chance, self.kill, self.left = chance, lambda: None, 0

    def __iter__(self):
        self.left -= 1
        moment = self.chance.choice(["before", "after"]) if self.left == 0 else None
        if self.left < 0:
            time.sleep(1)  # the kill is on its way; a busy machine takes its time
        if moment == "before":
            self.kill()
        if moment == "after":
            threading.Timer(self.chance.random() / 200, self.kill).start()
        return iter((200, {}, "ok", 0))


def life_of(taken):
    return int(taken.path.split("/")[1])


def test_every_notice_arrives_and_twice_only_where_a_kill_explains_it(hook, tell, nursery, database):
    chance = random.Random(20260205)
    server = hook()
    server.usual = answers = DeadlyAnswers(chance)
    for _ in range(CHANGES):
        for number in range(WATCHES):
            tell(number, *TARGETS)
    with database.writing() as c:
        for name, it in product(TARGETS, range(WORDS)):
            bulletins.add(c, word(name, it), now=NOW)
    lives = nursery(server.port)
    answers.kill = lives.kill
    killed = set()
    for life in range(1, KILLS + 1):
        answers.left = chance.randint(1, 3)
        timer = threading.Timer(PATIENCE if life % 4 else chance.random() / 20, lives.kill)
        lives.begin(life)
        timer.start()
        if lives.end() == -signal.SIGKILL:
            killed.add(life)
        timer.cancel()
    answers.left = math.inf
    lives.begin(KILLS + 1)
    assert lives.end() == 0

    assert len(killed) >= 20
    with database.reading() as c:
        assert outbox.waiting(c) == []
    received = defaultdict(Counter)
    for taken in server.taken:
        received[taken.headers["Idempotency-Key"]][life_of(taken)] += 1
    single = {
        f"{number}-{version}-0-{name}@posting-monitor"
        for number in range(WATCHES)
        for version in range(1, CHANGES + 1)
        for name in ("one", "two")
    }
    assert single <= set(received)
    for lives_of_id in received.values():
        assert set(lives_of_id.values()) == {1}
        assert set(sorted(lives_of_id)[:-1]) <= killed
    assert any(len(lives_of_id) > 1 for lives_of_id in received.values())
    assert {f"word-{name}-{it}" for name in TARGETS for it in range(WORDS)} <= set(received)
    for name in TARGETS:
        assert_whole_and_in_order(server, name)


def word(name, number):
    return NewBulletin(
        target=name,
        kind="was_down",
        message_id=f"word-{name}-{number}",
        title="Nothing was watched for a while",
        text="It was down.",
        severity="high",
    )


def assert_whole_and_in_order(server, name):
    """Of each watch, a target hears of every change after the one before; repetitions aside."""
    mine = [it for it in server.taken if it.path.split("/")[2] == name]
    first_seen = {taken.headers["Idempotency-Key"]: taken for taken in reversed(mine)}
    told = [it for taken in reversed(first_seen.values()) for it in edits(taken)]
    for number in range(WATCHES):
        assert [edit for watch, edit in told if watch == number] == list(range(1, CHANGES + 1))


def edits(taken):
    lines = taken.json["message"].splitlines()
    summaries = [int(line.removeprefix("Edit ").partition(".")[0]) for line in lines if line.startswith("Edit ")]
    numbers = [int(line.rpartition("/")[2]) for line in lines if line.startswith("Posting: ")]
    return list(zip(numbers, summaries, strict=True))
