"""Sites that do not want robots are not fetched; sites that want them slower are fetched slower."""

import asyncio
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from spiders import robots
from spiders.content import body_of
from spiders.endings import FetchEnded, ending_of, host_of
from spiders.middlewares.politeness import CRAWL_DELAY
from spiders.observation import Result

logger = logging.getLogger(__name__)

#: RFC 9309, 2.4: a copy is used for a day at most.
FRESH_SECONDS = 24 * 3600.0
#: How soon a robots.txt that could not be read is asked for again.
RETRY_SECONDS = 60.0
#: Origins remembered.
_REMEMBERED = 5000

_FOR_ROBOTS = "for_robots"
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class _Known:
    """What was last read of one origin."""

    #: None where it could not be read, which forbids everything for now (RFC 9309, 2.3.1.4).
    rules: robots.RobotsRules | None
    #: Why it could not be read.
    trouble: str | None
    #: When to ask again, by the monotonic clock.
    until: float


class RobotsObeyed:
    """Asks for an origin's robots.txt before its first page, and once a day."""

    def __init__(self, crawler: Crawler, *, token: str, max_size: int, timeout: float) -> None:
        self._crawler = crawler
        self._token = token
        self._max_size = max_size
        self._timeout = timeout
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._asking: dict[str, asyncio.Task[_Known]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy; not at all where ROBOTSTXT_OBEY is off."""
        settings = crawler.settings
        if not settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        return cls(
            crawler,
            token=settings.get("ROBOTSTXT_USER_AGENT"),
            max_size=settings.getint("DOWNLOAD_MAXSIZE"),
            timeout=settings.getfloat("DOWNLOAD_TIMEOUT"),
        )

    async def process_request(self, request: Request) -> None:
        """Raises `FetchEnded`: disallowed by a rule, failed where the rules cannot be read."""
        if request.meta.get(_FOR_ROBOTS):
            return
        known = await self._rules_for(request.url)
        host = host_of(request.url)
        if known.rules is None:
            raise FetchEnded(Result.FAILED, known.trouble or f"robots.txt of {host} cannot be read")
        if not known.rules.allow(request.url, self._token):
            raise FetchEnded(Result.DISALLOWED, f"robots.txt of {host} does not allow {self._token} to fetch this page")
        request.meta[CRAWL_DELAY] = known.rules.crawl_delay(self._token)

    def crawl_delay(self, url: str) -> float | None:
        """Seconds between requests that the origin of `url` asks for, as far as known."""
        known = self._known.get(_origin(url))
        return known.rules.crawl_delay(self._token) if known and known.rules else None

    async def _rules_for(self, url: str) -> _Known:
        origin = _origin(url)
        known = self._known.get(origin)
        if known and time.monotonic() < known.until:
            return known
        if origin not in self._asking:
            task = asyncio.create_task(self._ask(origin))
            self._asking[origin] = task
            task.add_done_callback(lambda _: self._asking.pop(origin, None))
        return await self._asking[origin]

    async def _ask(self, origin: str) -> _Known:
        """Reads an origin's rules; where that fails, the last ones stay (RFC 9309, 2.4)."""
        last = self._known.pop(origin, None)
        rules, trouble = await self._read(f"{origin}/robots.txt")
        if rules is None and last:
            rules = last.rules
        fresh = FRESH_SECONDS if trouble is None else RETRY_SECONDS
        known = self._known[origin] = _Known(rules, trouble, time.monotonic() + fresh)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return known

    async def _read(self, url: str) -> tuple[robots.RobotsRules | None, str | None]:
        """The rules, or why there are none. Raises `FetchEnded` (disallowed) where the address itself is refused."""
        meta = {_FOR_ROBOTS: True, "download_slot": f"robots.txt of {urlsplit(url).hostname}"}
        request = Request(url, meta=meta, callback=NO_CALLBACK)
        try:
            return self._understood(await self._crawler.engine.download_async(request)), None
        except robots.UnusableRobotsError as error:
            return None, f"{host_of(url)}: {error}"
        except Exception as error:  # whatever a network does, it is a reason
            ending = ending_of(error, url, max_size=self._max_size, timeout=self._timeout)
            if ending.result is Result.DISALLOWED:
                raise ending from error
            return None, ending.reason

    def _understood(self, response: Response) -> robots.RobotsRules:
        """RFC 9309, 2.3.1: 2xx is read, 4xx means no rules, the rest means that they are not known for now."""
        if 200 <= response.status < 300:  # noqa: PLR2004 - success
            return robots.parsed(body_of(response, limit=self._max_size))
        if 400 <= response.status < 500 and response.status != _TOO_MANY_REQUESTS:  # noqa: PLR2004 - client error
            return robots.NO_RULES
        host = host_of(response.url)
        raise FetchEnded(Result.FAILED, f"robots.txt of {host} cannot be read for now: HTTP {response.status}")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
