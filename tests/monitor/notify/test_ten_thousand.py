"""Thousands of changes through five targets, three of which misbehave, while the sender is killed again and again.

The whole size is `make bench-delivering`; DELIVERIES_CHANGES, DELIVERIES_KILLS and DELIVERIES_SEED set others.
"""

import os
import random
import signal
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field

import pytest

from config.settings import Settings
from storage import outbox

from .employers import Employers, assert_told_well
from .senders import Clock, Senders
from .servers import Discord, Mailbox, Mattermost, Ntfy, Service, Slack

SMALL = 600
CHANGES = int(os.environ.get("DELIVERIES_CHANGES", SMALL))
KILLS = int(os.environ.get("DELIVERIES_KILLS", "6"))
SEED = int(os.environ.get("DELIVERIES_SEED", "20260205"))
#: So many seconds pass for the senders in one of ours: leases, bursts and waits last as much less.
SPEED = 30
#: Nothing arrives for so long: something is stuck.
PATIENCE = 60

#: Five targets each: how its servers are made, and their moods.
CREWS = {
    "mail and Slack": {
        "mail": (Mailbox, {}, "well"),
        "secure": (Mailbox, {"mode": "ssl"}, "silent"),
        "team": (Slack, {}, "busy"),
        "script": (Service, {}, "well"),
        "phone": (Ntfy, {}, "broken"),
    },
    "chats": {
        "mail": (Mailbox, {}, "well"),
        "room": (Mattermost, {}, "well"),
        "phone": (Ntfy, {}, "silent"),
        "guild": (Discord, {}, "busy"),
        "script": (Service, {}, "broken"),
    },
}

#: With the tests, each crew and each database once.
RUNS = [("sqlite", "mail and Slack"), ("postgresql", "chats")]
if CHANGES > SMALL:
    RUNS += [("postgresql", "mail and Slack"), ("sqlite", "chats")]


@dataclass
class Moods:
    """How the servers behave: one always fails, others sometimes, and each message may be the sender's last."""

    chance: random.Random
    kill: object = None
    #: The sender is killed at the message after so many more; below: not at all.
    left: int = -1
    #: Misbehaves about so often, and how often it did.
    often: float = 0.1
    most: int = 2 + CHANGES // 1500
    times: defaultdict = field(default_factory=lambda: defaultdict(int))
    seen: set = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, target, usual):
        def mood(message):
            with self.lock:
                found = self._mood(target, usual, message)
                self.left -= 1
                moment = self.chance.choice(["before", "after"]) if self.left == 0 else None
            if moment == "before":
                self.kill()
            if moment == "after":
                threading.Timer(self.chance.random() / 50, self.kill).start()
            return found

        return mood

    def _mood(self, target, usual, message):
        first = (target, message[0]) not in self.seen
        self.seen.add((target, message[0]))
        if usual in {"well", "broken"}:
            return usual
        if first and self.times[target] < self.most and (not self.times[target] or self.chance.random() < self.often):
            self.times[target] += 1
            return usual
        return "well"


@pytest.fixture
def crew(tls, trusted):
    """Makes the servers of a crew; they end with the test."""
    made = {}

    def make(name, moods):
        for target, (kind, options, usual) in CREWS[name].items():
            made[target] = kind(context=tls(), mood=moods.of(target, usual), **options)
        return made

    yield make
    for server in made.values():
        server.close()


@pytest.fixture
def senders(database_url):
    made = []

    def make(settings, clock, servers):
        bases = {type(it).__name__.lower(): it.base for it in servers.values() if hasattr(it, "base")}
        made.append(Senders(database_url, settings, clock, bases))
        return made[-1]

    yield make
    for it in made:
        it.close()


@pytest.mark.timeout(300 + CHANGES // 10)
@pytest.mark.parametrize(("database_url", "name"), RUNS, indirect=["database_url"])
def test_each_healthy_target_has_every_change_once_by_id_and_in_order(name, crew, senders, database, now, capsys):
    begun = time.monotonic()
    moods = Moods(random.Random(SEED))
    servers = crew(name, moods)
    told = {
        "notify": {
            "targets": [{"name": target, "url": it.url} for target, it in servers.items()],
            "timeout_seconds": 3,
            "max_attempts": 100,
        }
    }
    clock = Clock(now, SPEED)
    employers = Employers(database, Settings.model_validate(told), clock, random.Random(SEED + 1))
    employers.hire(min(200, max(20, CHANGES // 25)))
    kills = run_lives(senders(told, clock, servers), employers, moods, servers, database)

    healthy = [target for target, (_, _, usual) in CREWS[name].items() if usual != "broken"]
    for target in healthy:
        assert_told_well(servers[target].accepted, employers.told)
    assert [it.problems for it in servers.values()] == [[]] * 5
    assert [bool(servers[target].accepted) for target in servers] == [target in healthy for target in servers]
    with database.reading() as c:
        assert {it.target for it in outbox.waiting(c)} == set(servers) - set(healthy)
        assert len(outbox.waiting(c)) == len(employers.told)
    twice = {target: len(it.accepted) - len({id_ for id_, _ in it.accepted}) for target, it in servers.items()}
    assert sum(twice.values()) <= kills * len(healthy) + sum(moods.times.values())
    with capsys.disabled():
        if CHANGES > SMALL:
            report(name, servers, twice, kills, moods, time.monotonic() - begun)


def run_lives(senders, employers, moods, servers, database):
    """Record all changes while one sender after the other is killed, and let the last one finish; gives the kills."""
    left = CHANGES
    for life in range(KILLS):
        moods.left = moods.chance.randint(1, 20)
        senders.begin()
        moods.kill = senders.killer()
        left -= record(employers, left // (KILLS - life))
        threading.Timer(moods.chance.random() * 1.5, moods.kill).start()
        assert senders.end() == -signal.SIGKILL
    moods.left = -1
    senders.begin()
    record(employers, left)
    until_quiet(database, servers)
    senders.killer()()
    assert senders.end() == -signal.SIGKILL
    return KILLS


def record(employers, count):
    left = count
    while left:
        left -= employers.edit(left)
    return count


def until_quiet(database, servers):
    """Wait until nothing is left for those that take something, as long as something arrives now and then."""
    patience, before = time.monotonic() + PATIENCE, None
    while time.monotonic() < patience:
        with database.reading() as c:
            left = {target: outbox.pending(c, target) for target, it in servers.items() if it.accepted}
        if not any(left.values()):
            return
        if left != before:
            patience, before = time.monotonic() + PATIENCE, left
        time.sleep(0.2)
    pytest.fail(f"nothing arrives any more, and these still wait: {left}")


def report(name, servers, twice, kills, moods, seconds):
    lines = [f"{name}: {CHANGES} changes, {kills} kills, seed {SEED}, {seconds:.0f} s"]
    for target, it in servers.items():
        ids = len({id_ for id_, _ in it.accepted})
        told = f"{ids:5} messages, {twice[target]:3} of them again"
        lines.append(f"  {target:7} {told}, misbehaved {moods.times[target]} times")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
