"""What fails in passing is tried again, a little later each time; a site that asks for more time gets it."""

import asyncio
import random
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from spiders.content import header
from spiders.endings import is_lasting
from spiders.retry_after import seconds_to_wait

#: A Retry-After of up to this many seconds is waited for; a longer one is given back with the answer.
MAX_WAIT_SECONDS = 5.0

#: Answers that often are another one a moment later.
_PASSING = frozenset({408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_TOO_MANY_REQUESTS = 429

_TRIES = "tries"
_FIRST_BACKOFF_SECONDS = 0.5


class Retries:
    """Waits with exponential backoff and jitter, in the request's own task: no other request waits for it."""

    def __init__(self, spider: Any, *, retries: int) -> None:
        self._spider = spider
        self._retries = retries
        self._random = random.SystemRandom()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler.spider, retries=crawler.settings.getint("RETRY_TIMES"))

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Another request for what the server could not do; the response itself where it is not worth it."""
        if response.status not in _PASSING and response.status != _TOO_MANY_REQUESTS:
            return response
        asked = seconds_to_wait(header(response, "Retry-After"), self._spider.now())
        if asked is None and response.status == _TOO_MANY_REQUESTS:
            return response
        if asked is not None and asked > MAX_WAIT_SECONDS:
            return response
        return await self._again(request, asked or 0.0) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Another request after what a network does in passing."""
        return None if is_lasting(exception) else await self._again(request, 0.0)

    async def _again(self, request: Request, at_least: float) -> Request | None:
        tries = request.meta.get(_TRIES, 0)
        if tries >= self._retries:
            return None
        backoff = _FIRST_BACKOFF_SECONDS * 2**tries * self._random.uniform(0.5, 1.5)
        await asyncio.sleep(max(at_least, backoff))
        return request.replace(meta=request.meta | {_TRIES: tries + 1})
