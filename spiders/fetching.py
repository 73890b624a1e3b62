"""One check request becomes one response, or the reason why there is none."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from spiders.addresses import url_refusal
from spiders.browsing import IN_BROWSER
from spiders.endings import FetchEnded, ending_of
from spiders.middlewares.conditional import VALIDATORS
from spiders.middlewares.politeness import CRAWL_DELAY
from spiders.middlewares.robots import RobotsObeyed
from spiders.observation import CheckRequest, Result
from spiders.pages.sites import body_of, fetch_url


class Fetcher:
    """Hands requests to Scrapy's engine, where the middlewares see to everything else.

    `engine.download_async` passes the downloader's slots and middlewares but no scheduler: each request waits in a
    task of its own, so that none waits for another domain's delay, backoff or robots.txt.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self.max_size = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self._timeout = crawler.settings.getfloat("DOWNLOAD_TIMEOUT")

    async def fetch(self, check: CheckRequest) -> Response:
        """The last response, redirects followed; raises `FetchEnded`."""
        return await self._ask(check, fetch_url(check.url))

    async def fetch_page(self, check: CheckRequest) -> Response:
        """As `fetch`, of a further page of a list, whose address is asked for as it is."""
        return await self._ask(check, check.url)

    async def _ask(self, check: CheckRequest, url: str) -> Response:
        if refusal := url_refusal(check.url, allow_private=True):
            raise FetchEnded(Result.DISALLOWED, refusal)
        return await self._download(self._request(url, check))

    async def show(self, url: str, check: CheckRequest) -> Response:
        """The page at `url`, the last of `check`'s redirects, as a browser shows it; raises `FetchEnded`."""
        meta = {IN_BROWSER: True, CRAWL_DELAY: check.crawl_delay}
        return await self._download(Request(url, meta=meta, callback=NO_CALLBACK, dont_filter=True))

    async def _download(self, request: Request) -> Response:
        try:
            return await self._crawler.engine.download_async(request)
        except Exception as error:  # a network does whatever it likes: each is an ending
            raise ending_of(error, request.url, max_size=self.max_size, timeout=self._timeout) from error

    def crawl_delay(self, check: CheckRequest) -> float | None:
        """Seconds between requests that the host of `check` asks for, as far as robots.txt was read."""
        robots = self._crawler.get_downloader_middleware(RobotsObeyed)
        return None if robots is None else robots.crawl_delay(fetch_url(check.url))

    @staticmethod
    def _request(url: str, check: CheckRequest) -> Request:
        validators = (check.etag, check.last_modified)
        meta = {VALIDATORS: validators, CRAWL_DELAY: check.crawl_delay}
        body = body_of(url)
        return Request(
            url,
            method="POST" if body else "GET",
            body=body or b"",
            headers={"Content-Type": "application/json"} if body else None,
            meta=meta,
            callback=NO_CALLBACK,
            dont_filter=True,
        )
