"""One HTTP exchange: Scrapy's own handler, with bounds on how many run at a time and on a response's head."""

import asyncio
import time
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest, ResponseDataLossError
from scrapy.http import Response
from twisted.internet.interfaces import IAddress
from twisted.web._newclient import HEADER, STATUS, HTTP11ClientProtocol

from spiders.breaker import Breaker
from spiders.endings import FetchEnded, host_of
from spiders.observation import Result

#: Where the seconds of the last exchange are left, in `Request.meta`.
ELAPSED = "elapsed_seconds"

#: Bytes of status line and headers. Twisted bounds a line, not their number: a hostile server filled 100 MiB a second.
MAX_HEAD = 256 * 1024
#: Pieces that a response comes in, and line ends in them: each chunk of a chunked body has two, and costs as much as a
#: page's kilobyte, also where it holds one byte.
MAX_PIECES = 200_000


#: Failures of a host that did answer: too large, cut short, or refused by us.
_ANSWERED = (IgnoreRequest, DownloadCancelledError, ResponseDataLossError)


class BoundedHandler(HTTP11DownloadHandler):
    """Counts towards the spider's `exchanges`, so that waiting for a slow domain's turn takes no place from others.

    Scrapy's CONCURRENT_REQUESTS counts requests that wait for their domain's delay, too: one domain with many
    watches would fill it.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        spider: Any = crawler.spider
        self._exchanges: asyncio.Semaphore = spider.exchanges
        self._breaker = Breaker()
        self._pool._factory = _BoundedFactory  # noqa: SLF001 - as Scrapy does itself; there is no other way

    async def download_request(self, request: Request) -> Response:
        """As Scrapy's; leaves the seconds from asking to the last byte in `request.meta`.

        Raises `FetchEnded` for a host that has not answered for a while.
        """
        host = host_of(request.url)
        async with self._exchanges:
            if refusal := self._breaker.refusal(host):
                raise FetchEnded(Result.FAILED, refusal)
            started = time.monotonic()
            try:
                response = await super().download_request(request)
            except _ANSWERED:
                self._breaker.answered(host)
                raise
            except Exception:
                self._breaker.silent(host)
                raise
            finally:
                request.meta[ELAPSED] = time.monotonic() - started
            self._breaker.answered(host)
            return response


class _BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Hangs up where a response's head does not end, or comes in crumbs."""

    _head = 0
    _pieces = 0
    _counted: object = None

    def dataReceived(self, data: bytes) -> None:  # noqa: N802 - Twisted's name
        parser = self._parser
        if parser is not self._counted:
            self._counted, self._head, self._pieces = parser, 0, 0
        if parser is not None and parser.state in {STATUS, HEADER}:
            self._head += len(data)
        self._pieces += 1 + data.count(b"\r\n")
        if (self._head > MAX_HEAD or self._pieces > MAX_PIECES) and self.transport is not None:
            self.transport.abortConnection()
        else:
            super().dataReceived(data)  # type: ignore[no-untyped-call] # Twisted's


class _BoundedFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> HTTP11ClientProtocol:  # noqa: ARG002, N802 - Twisted's name
        return _BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call] # Twisted's
