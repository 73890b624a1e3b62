"""Only http and https, only public addresses: at every request, redirects and robots.txt included."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError

from spiders.addresses import url_refusal
from spiders.endings import FetchEnded
from spiders.observation import Result
from spiders.resolver import GuardedResolver


class AddressGuard:
    """Refuses what a URL itself says; names are refused by the resolver, whose reason is told here."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(allow_private=crawler.settings.getbool("ALLOW_PRIVATE_ADDRESSES"))

    def process_request(self, request: Request) -> None:
        """Raises `FetchEnded` (disallowed)."""
        if refusal := url_refusal(request.url, allow_private=self._allow_private):
            raise FetchEnded(Result.DISALLOWED, refusal)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Turns "does not resolve" into `FetchEnded` (disallowed) where it was we who left every address out."""
        from twisted.internet import reactor  # noqa: PLC0415 - importing it installs one; here it is installed

        resolver = getattr(reactor, "nameResolver", None)
        if not isinstance(exception, CannotResolveHostError) or not isinstance(resolver, GuardedResolver):
            return
        host = urlsplit(request.url).hostname or ""
        if refusal := resolver.refusal_of(host):
            raise FetchEnded(Result.DISALLOWED, f"{host} is not on the public network: {refusal}")
