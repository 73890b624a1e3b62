"""Which pages are shown in a browser, and the words of its failures. Importable without Playwright."""

import importlib.util
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from spiders.addresses import url_refusal
from spiders.endings import FetchEnded, host_of
from spiders.observation import Observation, Result
from spiders.posting import Verdict

#: In `Request.meta`: the request is the browser's (scrapy-playwright's name for it).
IN_BROWSER = "playwright"
#: What is loaded for the eye alone.
_FOR_THE_EYE = frozenset({"image", "media", "font", "texttrack"})

_NET_ERROR = re.compile(r"net::(ERR_[A-Z0-9_]{1,80})")
_ANY_HOST = "*"


def is_installed() -> bool:
    """Whether the extra `browser` is there."""
    return importlib.util.find_spec("scrapy_playwright") is not None


def has_browser(fetch: Mapping[str, Any]) -> bool:
    """Whether the settings (the fields of `config.settings.FetchSettings`) allow a browser that can be had."""
    return bool(fetch["browser_domains"]) and is_installed()


def is_allowed(url: str, domains: Sequence[str]) -> bool:
    """Whether the host of `url` is one of `domains` or below one; `*` is all."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    return any(domain in {_ANY_HOST, host} or host.endswith(f".{domain}") for domain in domains)


def is_shell(seen: Observation) -> bool:
    """Whether what was read is a page that only scripts would fill; an empty answer is none."""
    is_page = "html" in (seen.headers or {}).get("content-type", "html")
    is_filled = seen.body is not None and seen.body.strip() != b""
    return is_page and is_filled and seen.reading is not None and seen.reading.verdict is Verdict.SHELL


def request_refusal(url: str, kind: str, *, allow_private: bool) -> str | None:
    """Why a page's request is not made, as far as it says itself; None where it is.

    Args:
        url: what is asked for. What its name resolves to is checked where the connection is made.
        kind: Playwright's resource type (document, script, image, …).
        allow_private: as the setting says.
    """
    if kind in _FOR_THE_EYE:
        return f"no {kind} is loaded"
    return url_refusal(url, allow_private=allow_private)


def failure(message: str, url: str) -> FetchEnded:
    """What the browser's error about the page at `url` says to a user."""
    host = host_of(url)
    match = _NET_ERROR.search(message)
    if match and match[1].startswith("ERR_CERT_"):
        return FetchEnded(Result.FAILED, f"the certificate of {host} is not trusted by the browser: {match[1]}")
    return FetchEnded(Result.FAILED, f"the browser cannot show {host}: {match[1] if match else first_line(message)}")


def first_line(message: str) -> str:
    """The first line that says something, bounded."""
    return next(filter(None, map(str.strip, message.splitlines())), "no reason given")[:200]
