"""The crawler child from the hub's side: check requests in, observations out, whatever happens to the child.

The child (`python -P -m spiders.crawl`) parses hostile pages, so it gets no secret: no database address, no target,
an environment of a few harmless names. It is started when first needed, lives on between batches, and is replaced
after a number of checks or above a size of memory. One child serves all, so no domain is ever in two.
"""

import asyncio
import itertools
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import InitVar, dataclass, field, replace
from types import TracebackType
from typing import Self

from config.settings import FetchSettings
from monitor import clock
from monitor.crawler_process import CrawlerProcess
from monitor.errors import CrawlerClosed
from monitor.telemetry import metrics
from spiders.observation import CheckRequest, Observation, Result
from spiders.wire import Alive

#: Requests that the child holds at a time; its own limit is higher.
WINDOW = 500
#: Answers that a child gives before its memory counts: a limit below what it needs to start must not stop us.
_AT_LEAST = 10
#: Times that a request is given to a child that dies without a word about what it was reading.
_TRIES = 2


class Crawler:
    """An async context manager around the child.

    Batches take turns: a second `observe` waits for the first.
    """

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._process: CrawlerProcess | None = None
        self._answered = 0
        self._turn = asyncio.Lock()
        #: Never the same twice, so that a late answer to a batch that was left early is none to the next.
        self._numbers = itertools.count()
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        return None if self._process is None else self._process.pid

    async def observe(self, requests: Iterable[CheckRequest]) -> AsyncIterator[Observation]:
        """Looks at each request's page; exactly one observation a request, in the order in which they end.

        A child that crashes, or is silent for `hang_seconds`, is replaced: the page that it was reading is answered
        `failed`, the others are asked again. When `close` is called meanwhile, the iteration ends early: what was
        not answered was not looked at.

        Raises:
            CrawlerClosed: after `close`.
            CrawlerMissing: the child cannot be started.
        """
        if self._closed:
            raise CrawlerClosed("the crawler is closed: nothing can be fetched any more")
        async with self._turn:
            batch = _Batch(zip(self._numbers, requests, strict=False))
            while batch.is_unfinished and not self._closed:
                process = await self._ready(batch)
                self._feed(process, batch)
                for observation in await self._step(process, batch):
                    yield observation

    async def close(self) -> None:
        """Ends the child, within five seconds."""
        self._closed = True
        await self._end()

    async def _ready(self, batch: "_Batch") -> CrawlerProcess:
        """The child to feed: a new one where there is none, or the old one is worn and has nothing left to answer."""
        if self._process and self._is_worn(self._process) and not batch.open:
            await self._end()
        if self._process is None:
            self._process = await CrawlerProcess.start(self._settings)
            metrics.crawler_started()
            self._answered = 0
            if self._closed:  # meanwhile
                await self._process.end(at_once=True)
        return self._process

    def _is_worn(self, process: CrawlerProcess) -> bool:
        if self._answered >= self._settings.recycle_after_checks or process.is_outdated:
            return True
        return self._answered >= _AT_LEAST and process.memory_mib() > self._settings.max_memory_mib

    def _feed(self, process: CrawlerProcess, batch: "_Batch") -> None:
        if self._is_worn(process):
            return
        window = min(WINDOW, self._settings.recycle_after_checks - self._answered)
        while batch.waiting and len(batch.open) < window and process.has_room:
            process.send(batch.next())

    async def _step(self, process: CrawlerProcess, batch: "_Batch") -> list[Observation]:
        """What the child says next, as answers to the batch: none for a mere sign of life, many when it died."""
        said = await process.next_answer(self._settings.hang_seconds)
        if self._closed:
            return []
        match said:
            case Alive(reading=reading):
                batch.reading = batch.reading if reading is None else reading
                return []
            case Observation():
                self._answered += 1
                return list(batch.answered(said))
            case str():
                metrics.crawler_lost()
                await self._end(at_once=True)
                return list(batch.lost(said))

    async def _end(self, *, at_once: bool = False) -> None:
        process, self._process = self._process, None
        if process:
            await process.end(at_once=at_once)


@dataclass(slots=True)
class _Entry:
    """A request, under a number of its own: the asker's ids may repeat."""

    request: CheckRequest
    tries: int = 0


@dataclass(slots=True)
class _Batch:
    """What was asked, what the child holds, and what it said that it reads."""

    numbered: InitVar[Iterable[tuple[int, CheckRequest]]]
    waiting: deque[tuple[int, _Entry]] = field(init=False)
    open: dict[int, _Entry] = field(init=False, default_factory=dict)
    reading: int | None = field(init=False, default=None)

    def __post_init__(self, numbered: Iterable[tuple[int, CheckRequest]]) -> None:
        self.waiting = deque((number, _Entry(request)) for number, request in numbered)

    @property
    def is_unfinished(self) -> bool:
        return bool(self.waiting or self.open)

    def next(self) -> CheckRequest:
        """The next request to send, under our number."""
        number, entry = self.waiting.popleft()
        self.open[number] = entry
        return replace(entry.request, id=number)

    def answered(self, observation: Observation) -> Iterator[Observation]:
        """The answer under the asker's id; nothing where it was not asked (an earlier batch was left early)."""
        if entry := self.open.pop(observation.id, None):
            yield replace(observation, id=entry.request.id, url=entry.request.url)

    def lost(self, how: str) -> Iterator[Observation]:
        """The child is gone: answers for what it cannot be asked again; the rest waits for the next child."""
        guilty = self.open.pop(self.reading, None) if self.reading is not None else None
        self.reading = None
        if guilty:
            yield _failed(guilty.request, f"the crawler {how} while it read this page")
        for number, entry in sorted(self.open.items(), reverse=True):
            entry.tries += not guilty
            if entry.tries >= _TRIES:
                yield _failed(entry.request, f"the crawler {how}, {_TRIES} times")
            else:
                self.waiting.appendleft((number, entry))
        self.open.clear()


def _failed(request: CheckRequest, reason: str) -> Observation:
    return Observation(id=request.id, url=request.url, result=Result.FAILED, fetched_at=clock.now(), reason=reason)
