"""No domain is asked faster than it, or its owner, wishes; no other domain waits for it."""

import time
from collections.abc import Mapping
from typing import Self

from scrapy import Request
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler

from spiders.endings import FetchEnded, host_of
from spiders.observation import Result

#: In `Request.meta`: seconds between requests that the host is known to ask for (robots.txt), or None.
CRAWL_DELAY = "crawl_delay"

#: Delays are drawn from [delay, 1.5 × delay]: a wish for ten seconds is never answered by less.
JITTER = 0.2
_MIDDLE = 1 / (1 - JITTER)

#: A request whose turn is further away is given back with `retry_after`, so that a batch always ends.
MAX_WAIT_SECONDS = 600.0


#: Scrapy 2.19 holds a slot's concurrency only where there is a delay: without one it starts all that wait at once.
_LEAST_DELAY = 0.001


def slot_delay(seconds: float) -> float:
    """The delay to give a Scrapy slot with `JITTER`, so that none is shorter than `seconds`."""
    return max(seconds * _MIDDLE, _LEAST_DELAY)


class Politeness:
    """Raises the delay of the domain's downloader slot to its crawl-delay; Scrapy's slots do the rest.

    Scrapy drops a slot that was idle for its delay and a minute more; it is then made anew, and raised anew here.
    """

    def __init__(self, crawler: Crawler, *, delay: float) -> None:
        self._crawler = crawler
        self._delay = delay

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler, delay=crawler.settings.getfloat("DOWNLOAD_DELAY"))

    def process_request(self, request: Request) -> None:
        """Called last before the request joins its domain's queue; raises `FetchEnded` where that is too long."""
        engine = self._crawler.engine
        _, slot = engine.downloader._get_slot(request)  # noqa: SLF001 - the only way to reach a slot not yet made
        slot.delay = max(self._delay, slot_delay(_crawl_delay(request.meta)))
        if not slot.lastseen:  # new; Scrapy would take the machine's start for its last request
            slot.lastseen = time.monotonic() - 2 * slot.delay
        if (wait := _wait(slot)) > MAX_WAIT_SECONDS:
            reason = f"its turn would be in {wait:.0f} s: {host_of(request.url)} is asked every {slot.delay:.0f} s only"
            raise FetchEnded(Result.FAILED, reason, retry_after=wait)


def _crawl_delay(meta: Mapping[str, object]) -> float:
    found = meta.get(CRAWL_DELAY)
    return found if isinstance(found, float | int) else 0.0


def _wait(slot: Slot) -> float:
    now = time.monotonic()
    return max(0.0, slot.lastseen + slot.delay - now) + slot.delay * len(slot.queue)
