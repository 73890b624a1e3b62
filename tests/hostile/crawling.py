"""What hostile pages and responses cost the crawler: the real one, asked over loopback, looked at from outside.

One child is asked for all, one after the other, as in a service; so what it does not give back counts as well.
"""

import os
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from config.settings import FetchSettings
from monitor.crawler_process import CrawlerProcess
from spiders.observation import CheckRequest, Observation
from tests.hostile.checking import Servers
from tests.hostile.inputs import Hostile
from tests.hostile.measuring import Cost, forget_peak, memory

_TICKS = os.sysconf("SC_CLK_TCK")
#: Seconds of silence after which a child counts as hung.
_PATIENCE = 60.0
#: What servers that stop in the middle are given.
_TIMEOUT = 3.0


class Child:
    """A crawler as the daemon starts it."""

    def __init__(self, process: CrawlerProcess) -> None:
        self._process = process
        self._number = 0

    @classmethod
    async def started(cls, good: str) -> "Child":
        """One that has read a good page."""
        settings = FetchSettings(
            allow_private_addresses=True,
            obey_robots=False,
            retries=0,
            per_domain_delay_seconds=0,
            timeout_seconds=_TIMEOUT,
        )
        child = cls(await CrawlerProcess.start(settings))
        for _ in range(3):
            assert not await child._ask(good)
        return child

    @property
    def memory(self) -> float:
        """What it holds, MiB."""
        return memory("VmRSS", self._process.pid)

    async def cost(self, url: str) -> Cost:
        """What one page costs."""
        pid = self._process.pid
        forget_peak(pid)
        held, before, begun = self.memory, _processor_seconds(pid), time.monotonic()
        if died := await self._ask(url):
            return Cost(seconds=time.monotonic() - begun, growth=0.0, ended=died)
        took = _processor_seconds(pid) - before
        return Cost(seconds=took, growth=memory("VmHWM", pid) - held, ended=0)

    async def end(self) -> None:
        """Ends it."""
        await self._process.end()

    async def _ask(self, url: str) -> int:
        """0, or 1 where the child died of it."""
        self._number += 1
        self._process.send(CheckRequest(id=self._number, url=url))
        while True:
            match await self._process.next_answer(_PATIENCE):
                case str():
                    return 1
                case Observation(id=number) if number == self._number:
                    return 0


class Crawl:
    """One child that is asked for all; one that dies is replaced."""

    def __init__(self) -> None:
        #: What it held before anything hostile came, at most, and at the end; MiB.
        self.began = self.most = self.left = 0.0

    async def of(self, inputs: Sequence[Hostile], scale: float) -> AsyncIterator[tuple[Hostile, Cost]]:
        """Each input that a server sends, and what it cost."""
        with Servers(inputs, scale).running() as servers:
            child = await self._fresh(servers)
            for one, url in zip(inputs, servers.urls, strict=True):
                held = child.memory
                it = await child.cost(url)
                yield one, it
                if it.ended:
                    await child.end()
                    child = await self._fresh(servers)
                self.left, self.most = child.memory, max(self.most, held + it.growth)
            await child.end()

    async def _fresh(self, servers: Servers) -> Child:
        servers.are_hostile = False
        child = await Child.started(servers.urls[0])
        servers.are_hostile = True
        self.began = child.memory
        return child


def _processor_seconds(pid: int) -> float:
    """User and system time of all threads."""
    behind_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(behind_name[11]) + int(behind_name[12])) / _TICKS
