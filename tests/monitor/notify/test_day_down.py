"""Targets that are down for a day, on a clock that is moved by hand: all arrives afterwards, in order, gathered."""

import asyncio
import random
from datetime import timedelta

import pytest

from monitor.notify.sender import Sender
from storage import outbox

from .employers import Employers, assert_told_well
from .servers import Mailbox, Service

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
POSTINGS, CHECKS = 8, 24
#: How often a worker looks that has nothing to do; in truth every minute.
LOOK = 5 * MINUTE
#: A target that is well again has everything so soon.
SOON = 20 * MINUTE


class Day:
    """The daemon's sender over a simulated time: each worker looks when it would, without anybody waiting for it."""

    def __init__(self, sender, clock):
        self.workers, self.clock = sender._workers, clock
        self.looks = dict.fromkeys(self.workers, clock.at)

    async def until(self, end):
        while (worker := min(self.looks, key=self.looks.get)) and self.looks[worker] <= end:
            self.clock.at = max(self.clock.at, self.looks[worker])
            await worker.drain(until_empty=True)
            self.looks[worker] = self.clock.at + (worker._pause or max(worker._until_next(), LOOK))
        self.clock.at = end

    def news(self):
        """Something was recorded: who is not leaving its target alone looks at once."""
        for worker in self.workers:
            if not worker._pause:
                self.looks[worker] = self.clock.at


@pytest.fixture
def clock(now):
    class Clock:
        at = now

        def __call__(self):
            return self.at

    return Clock()


@pytest.fixture
def moods():
    return {"mail": "broken", "team": "busy"}


@pytest.fixture
def servers(tls, trusted, moods):
    """A mail server that refuses, and an endpoint that asks for a quarter of an hour of patience."""
    made = {
        "mail": Mailbox(tls(), mood=lambda _: moods["mail"]),
        "team": Service(mood=lambda _: moods["team"], busy_seconds=900),
    }
    yield made
    for it in made.values():
        it.close()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_gathered_in_a_day_arrives_in_order_as_a_digest(servers, moods, target, settings, database, clock, now):
    given = settings(*(target(name, it.url) for name, it in servers.items()))
    employers = Employers(database, given, clock, random.Random(7))
    employers.hire(POSTINGS)

    async def live():
        day = Day(Sender(database, given, woken=asyncio.Event(), now=clock), clock)
        for _ in range(CHECKS):
            employers.edit()
            day.news()
            await day.until(clock.at + DAY / CHECKS)
        assert not any(it.accepted for it in servers.values())
        with database.reading() as c:
            assert {it.state for it in outbox.waiting(c)} == {"waiting"}
            assert len(outbox.waiting(c)) == len(employers.told) * len(servers)
        moods.update(dict.fromkeys(moods, "well"))
        await day.until(now + DAY + SOON)

    asyncio.run(live())
    with database.reading() as c:
        assert outbox.waiting(c) == []
    for server in servers.values():
        assert_told_well(server.accepted, employers.told)
        # What was tried alone stays alone, one of each posting; what stood behind it is gathered.
        assert len(server.accepted) <= POSTINGS + 3
    assert len(employers.told) > 4 * POSTINGS
