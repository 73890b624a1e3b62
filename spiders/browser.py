"""Pages in a real browser: scrapy-playwright's handler, with a browser, a way out and a limit of its own for each page.

Needs the extra `browser`; `spiders.scrapy_settings` names this handler only where it is allowed and installed.
"""

import asyncio
import os
import re
import shutil
import time
from contextlib import suppress
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from scrapy_playwright.handler import PlaywrightError, ScrapyPlaywrightDownloadHandler
from scrapy_playwright.provider import PlaywrightBrowserProvider

from spiders.browser_proxy import BrowserProxy
from spiders.browsing import IN_BROWSER, failure, first_line, request_refusal
from spiders.content import header
from spiders.endings import FetchEnded, host_of, too_large
from spiders.observation import Result
from spiders.transfer import ELAPSED, BoundedHandler

#: Looked for in $PATH, in this order.
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

#: Seconds that a page may go on loading after its scripts ran; then it is read as it is.
_SETTLING = 10.0
#: Seconds for a browser to end by itself.
_ENDING = 5.0

#: All that it does goes through the proxy, names included, or is not done: no DNS, no UDP of its own.
_ARGUMENTS = (
    "--proxy-server=socks5://127.0.0.1:{port}",
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # its name in other builds
    "--disable-quic",
)
_SIZE = "() => document.documentElement ? document.documentElement.outerHTML.length : 0"
_ANY_URL = re.compile("")


class _Provider(PlaywrightBrowserProvider):  # type: ignore[misc] # scrapy-playwright is untyped
    """Starts Playwright with its browser, not with the crawler; a browser that does not start is a reason."""

    async def start(self) -> None:
        """Nothing yet: most crawls meet no shell."""

    async def launch_browser(self) -> Any:
        try:
            await super().start()
            return await super().launch_browser()
        except Exception as error:
            reason = f"needs a browser, and none starts: {first_line(str(error))}"
            raise FetchEnded(Result.BLOCKED, reason) from error


class BrowserHandler(ScrapyPlaywrightDownloadHandler, BoundedHandler):  # type: ignore[misc] # as above
    """Serves requests with `IN_BROWSER` by a browser, all others as `BoundedHandler` does.

    One page at a time, and a fresh browser for each: a page leaves nothing for the next, and no browser idles.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self.browser_provider_cls = _Provider
        self.config.target_closed_max_retries = 0
        self.config.restart_disconnected_browser = False
        self.process_request_headers = None  # the browser's own, but for what the context says
        self._executable = settings.get("BROWSER_EXECUTABLE") or next(filter(None, map(shutil.which, _PROGRAMS)), None)
        self._agent = settings.get("USER_AGENT")
        self._allow_private = settings.getbool("ALLOW_PRIVATE_ADDRESSES")
        self._max_size = settings.getint("DOWNLOAD_MAXSIZE")
        self._timeout = settings.getfloat("DOWNLOAD_TIMEOUT")
        spider: Any = crawler.spider
        self._turn: asyncio.Lock = spider.browser_turn  # Scrapy makes a handler for each scheme
        self.abort_request = self._is_refused

    async def download_request(self, request: Request) -> Response:
        """The page as its scripts made it, as UTF-8; raises `FetchEnded`, so that none is shown twice in a row."""
        if not request.meta.get(IN_BROWSER):
            response: Response = await super().download_request(request)
            return response
        async with self._turn, self._exchanges:
            started = time.monotonic()
            try:
                async with asyncio.timeout(self._timeout):
                    return _as_utf8(await self._shown(request))
            except TimeoutError as error:
                reason = f"{host_of(request.url)} took longer than {self._timeout:g} s in a browser"
                raise FetchEnded(Result.FAILED, reason) from error
            finally:
                request.meta[ELAPSED] = time.monotonic() - started

    async def _shown(self, request: Request) -> Response:
        async with BrowserProxy(allow_private=self._allow_private, max_bytes=self._max_size) as proxy:
            self.browser_provider = _Provider(self.config)
            self.config.launch_options = self._launch_options(proxy.port)
            request.meta.update(self._how_to_show())
            try:
                response: Response = await super().download_request(request)
            except FetchEnded:
                raise
            except Exception as error:  # a browser does whatever it likes: each is an ending
                raise (too_large(self._max_size) if proxy.is_exhausted else failure(str(error), request.url)) from error
            finally:
                await self._end_browser()
            if proxy.is_exhausted:  # a part of its scripts is missing, and so perhaps of its text
                raise too_large(self._max_size)
            return response

    def _launch_options(self, port: int) -> dict[str, Any]:
        return {
            "executable_path": self._executable,
            "args": [argument.format(port=port) for argument in _ARGUMENTS],
            "chromium_sandbox": os.geteuid() != 0,  # it refuses to be root's
            "timeout": self._timeout * 1000,
        }

    def _how_to_show(self) -> dict[str, Any]:
        context = {
            "user_agent": self._agent,
            "locale": "en",
            "accept_downloads": False,
            "service_workers": "block",
            "ignore_https_errors": False,
        }
        return {
            "playwright_context_kwargs": context,
            "playwright_page_goto_kwargs": {"wait_until": "commit", "timeout": self._timeout * 1000},
        }

    def _is_refused(self, request: Any) -> bool:
        """Called for each request of a page."""
        return request_refusal(request.url, request.resource_type, allow_private=self._allow_private) is not None

    async def _create_page(self, request: Request, spider: Any) -> Any:
        """One page, no windows beside it, no WebSocket."""
        page = await super()._create_page(request, spider)
        page.context.on("page", lambda other: other.close())
        await page.route_web_socket(_ANY_URL, lambda socket: socket.close())
        return page

    async def _apply_page_methods(self, page: Any, request: Request, spider: Any) -> None:  # noqa: ARG002 - as theirs
        """Called before the page is handed over; raises `FetchEnded` where that is too much.

        Waits until the page loads nothing more, or for a while: some never end, and theirs waits for the end.
        """
        with suppress(PlaywrightError):
            await page.wait_for_load_state("networkidle", timeout=min(_SETTLING, self._timeout / 3) * 1000)
        if await page.evaluate(_SIZE) > self._max_size:
            raise too_large(self._max_size)

    async def _end_browser(self) -> None:
        """Ends the browser, or its driver, which then kills it."""
        browser = self.__dict__.pop("browser", None)
        with suppress(PlaywrightError, TimeoutError):
            async with asyncio.timeout(_ENDING):
                if browser:
                    await browser.close()
        self.context_wrappers.clear()
        provider, self.browser_provider = self.browser_provider, _Provider(self.config)
        with suppress(PlaywrightError, TimeoutError):
            async with asyncio.timeout(_ENDING):
                await provider.close()


def _as_utf8(response: Response) -> Response:
    """The page was text in the browser, whatever it was sent as."""
    if not isinstance(response, TextResponse):
        return response
    kind = header(response, "Content-Type").partition(";")[0] or "text/html"
    response.headers["Content-Type"] = f"{kind}; charset=utf-8"
    body = response.text.encode()
    return response.replace(body=body, encoding="utf-8")
