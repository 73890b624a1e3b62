"""The spider that lives as long as its input: requests in, observations out, each in a task of its own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

import scrapy

from spiders import browsing, paging, reader
from spiders.endings import FetchEnded
from spiders.fetching import Fetcher
from spiders.observation import CheckRequest, Observation, Result
from spiders.observing import Observer, compared, ended
from spiders.pages import embeds, refresh
from spiders.posting import Page, Reading
from spiders.wire import Alive

#: Requests that may be open at a time; more wait unread in the input.
MAX_OPEN = 2000


class Exchange(Protocol):
    """Where requests come from and answers go."""

    async def next_request(self) -> CheckRequest | None:
        """The next request; None at the end."""

    async def answer(self, answer: Observation | Alive) -> None:
        """Writes one line; done when it is out."""


class PostingSpider(scrapy.Spider):
    """Serves check requests until there are no more."""

    name = "postings"

    def __init__(self, exchange: Exchange, *, now: Callable[[], datetime], fetch: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.now = now
        #: Bounds the HTTP exchanges; `spiders.transfer` counts them.
        self.exchanges = asyncio.Semaphore(fetch["concurrency"])
        #: Held while a browser shows a page: one at a time.
        self.browser_turn = asyncio.Lock()
        self._browser_domains = fetch["browser_domains"]
        self._may_browse = browsing.has_browser(fetch)
        self._exchange = exchange
        self._alive_every = min(5.0, fetch["hang_seconds"] / 4)
        self._open = asyncio.Semaphore(MAX_OPEN)
        self._reading = asyncio.Lock()

    async def start(self) -> AsyncIterator[Any]:
        """Called by Scrapy once; the crawl ends when this does. Yields nothing: nothing needs the scheduler."""
        fetcher = Fetcher(self.crawler)
        alive = asyncio.create_task(self._say_alive())
        async with asyncio.TaskGroup() as tasks:
            while check := await self._exchange.next_request():
                await self._open.acquire()
                tasks.create_task(self._serve(fetcher, check)).add_done_callback(lambda _: self._open.release())
        alive.cancel()
        return
        yield  # Scrapy wants a generator

    async def _serve(self, fetcher: Fetcher, check: CheckRequest) -> None:
        observation = await self._observe(fetcher, check)
        await self._exchange.answer(replace(observation, crawl_delay=fetcher.crawl_delay(check)))

    async def _observe(self, fetcher: Fetcher, check: CheckRequest) -> Observation:
        async def read(page: Page) -> Reading:
            return await self._read(check.id, page)

        observer = Observer(read=read, max_size=fetcher.max_size)
        try:
            if check.saved:
                return await observer.saved(check, check.saved)
            seen = await observer.answered(check, await fetcher.fetch(check), self.now())
            if call := _further(seen):
                seen = await self._behind(fetcher, observer, check, call)
            if url := self._to_show(seen):
                return await observer.shown(check, await fetcher.show(url, check), self.now())
            return await self._read_on(fetcher, observer, check, seen)
        except FetchEnded as ending:
            return ended(check, ending, self.now())
        except Exception:
            self.logger.exception("check of %s", check.url)
            return ended(check, FetchEnded(Result.FAILED, "the crawler has a defect; its log says more"), self.now())

    async def _behind(self, fetcher: Fetcher, observer: Observer, check: CheckRequest, call: str) -> Observation:
        """What a page's widget or the page that it leads to shows.

        The validators are of that answer, and the page is asked for: they are dropped.
        """
        fresh = replace(check, etag=None, last_modified=None)
        response = await fetcher.fetch_page(replace(fresh, url=call))
        return replace(await observer.answered(fresh, response, self.now()), etag=None, last_modified=None)

    async def _read_on(
        self, fetcher: Fetcher, observer: Observer, check: CheckRequest, seen: Observation
    ) -> Observation:
        """A list with the pages after its first, where it has any."""

        async def ask(url: str) -> Observation:
            page = CheckRequest(id=check.id, url=url, crawl_delay=check.crawl_delay)
            try:
                return await observer.answered(page, await fetcher.fetch_page(page), self.now())
            except FetchEnded as ending:
                return ended(page, ending, self.now())

        if not check.pages or seen.reading is None or seen.reading.next_page is None:
            return seen
        return compared(check, await paging.read_on(seen, ask, room=fetcher.max_size))

    def _to_show(self, seen: Observation) -> str | None:
        """The address to show in a browser: of a page that is nothing without one, where that is allowed."""
        url = seen.final_url or seen.url
        may = self._may_browse and browsing.is_allowed(url, self._browser_domains)
        return url if may and browsing.is_shell(seen) else None

    async def _read(self, check_id: int, page: Page) -> Reading:
        """Says which page is read before it is: a reader that never comes back can then be told by its name."""
        async with self._reading:
            await self._exchange.answer(Alive(reading=check_id))
            return reader.read(page)

    async def _say_alive(self) -> None:
        while True:
            await self._exchange.answer(Alive())
            await asyncio.sleep(self._alive_every)


def _further(seen: Observation) -> str | None:
    """The address behind a page that only holds an applicant system's widget, or only leads elsewhere."""
    if seen.reading is None or seen.body is None:
        return None
    page = Page(url=seen.final_url or seen.url, body=seen.body, headers=seen.headers or {}, fetched_at=seen.fetched_at)
    return embeds.call_of(page, seen.reading) or refresh.target_of(page, seen.reading)
