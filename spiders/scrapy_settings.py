"""Our settings as Scrapy's. Everything that Scrapy would offer, remember or send beyond our need is off."""

from collections.abc import Mapping
from typing import Any

from spiders import browsing, content_encoding
from spiders.middlewares import politeness
from spiders.user_agent import robots_token, user_agent

_MIB = 1024 * 1024

_OFF: dict[str, Any] = {
    "COOKIES_ENABLED": False,
    "REFERER_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    "HTTPPROXY_ENABLED": False,
    "HTTPCACHE_ENABLED": False,
    "AUTOTHROTTLE_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "MEMUSAGE_ENABLED": False,
    "STATS_DUMP": False,
    "DOWNLOADER_STATS": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
    "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
    "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",
    "JOBDIR": None,
    "EXTENSIONS_BASE": {},
    "SPIDER_MIDDLEWARES_BASE": {},
    "DOWNLOAD_HANDLERS_BASE": {},
    "FEED_EXPORTERS_BASE": {},
    "FEED_STORAGES_BASE": {},
}

#: From the engine's side (first to see a request, last to see a response) to the network's.
_MIDDLEWARES = {
    "spiders.middlewares.retries.Retries": 100,
    "spiders.middlewares.address_guard.AddressGuard": 200,
    "spiders.middlewares.robots.RobotsObeyed": 300,
    "spiders.middlewares.conditional.ConditionalRequests": 400,
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 500,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 510,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 520,
    "spiders.middlewares.redirects.Redirects": 600,
    "spiders.middlewares.politeness.Politeness": 900,
}


def scrapy_settings(fetch: Mapping[str, Any]) -> dict[str, Any]:
    """Scrapy's settings for `fetch` (the fields of `config.settings.FetchSettings`)."""
    agent = user_agent(fetch["user_agent"], fetch["contact"])
    handler = "spiders.browser.BrowserHandler" if browsing.has_browser(fetch) else "spiders.transfer.BoundedHandler"
    return _OFF | {
        "DOWNLOADER_MIDDLEWARES_BASE": {},
        "DOWNLOADER_MIDDLEWARES": _MIDDLEWARES,
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
        "TWISTED_DNS_RESOLVER": "spiders.resolver.GuardedResolver",
        "REACTOR_THREADPOOL_MAXSIZE": max(10, fetch["concurrency"]),
        "ALLOW_PRIVATE_ADDRESSES": fetch["allow_private_addresses"],
        "BROWSER_EXECUTABLE": fetch["browser_executable"],
        "PLAYWRIGHT_DOWNLOAD_TIMEOUT": 1000,  # none is made; ms until that is clear
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "DOWNLOAD_MAXSIZE": fetch["max_body_mib"] * _MIB,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_TIMEOUT": fetch["timeout_seconds"],
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        "CONCURRENT_REQUESTS": fetch["concurrency"],
        "CONCURRENT_REQUESTS_PER_DOMAIN": fetch["per_domain_concurrency"],
        "DOWNLOAD_DELAY": politeness.slot_delay(fetch["per_domain_delay_seconds"]),
        "DOWNLOAD_DELAY_JITTER": politeness.JITTER,
        "RETRY_TIMES": fetch["retries"],
        "ROBOTSTXT_OBEY": fetch["obey_robots"],
        "ROBOTSTXT_USER_AGENT": robots_token(agent),
        "USER_AGENT": agent,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/json;q=0.9,application/xml;q=0.8,*/*;q=0.5",
            "Accept-Language": "en,*;q=0.5",
            "Accept-Encoding": content_encoding.ACCEPTED,
        },
    }
