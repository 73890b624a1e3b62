"""Redirects by HTTP status, up to ten. Pages that redirect by markup: `spiders.pages.refresh`."""

from urllib.parse import urljoin

from scrapy import Request
from scrapy.http import Response
from w3lib.url import safe_url_string

from spiders.endings import FetchEnded
from spiders.middlewares.politeness import CRAWL_DELAY
from spiders.observation import Result
from spiders.pages.sites import fetch_url

#: In `Request.meta`: the URLs that led here.
REDIRECTS = "redirects"

_STATUSES = frozenset({301, 302, 303, 307, 308})
#: What was posted is asked for, as browsers do; 307 and 308 keep the method.
_TO_GET = frozenset({301, 302, 303})
_MAX = 10
#: What the next hop's host finds out anew.
_OF_THE_HOST = frozenset({"download_slot", CRAWL_DELAY})


class Redirects:
    """Follows Location; the next hop passes every other middleware anew."""

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """The request for the next hop; raises `FetchEnded` (failed) where there is no sensible one."""
        location = response.headers.get("Location")
        if response.status not in _STATUSES or not location:
            return response
        target = _target(request.url, location)
        here, _, fragment = request.url.partition("#")
        seen = (*request.meta.get(REDIRECTS, ()), here)
        if target in seen:
            raise FetchEnded(Result.FAILED, f"redirects in a circle, back to {target[:200]}")
        if len(seen) > _MAX:
            raise FetchEnded(Result.FAILED, f"more than {_MAX} redirects, the last to {target[:200]}")
        meta = {name: value for name, value in request.meta.items() if name not in _OF_THE_HOST}
        url = _call(target, seen)
        url = f"{url}#{fragment}" if fragment and "#" not in url else url  # RFC 9110, 10.2.2
        following = request.replace(url=url, meta=meta | {REDIRECTS: seen})
        return following.replace(method="GET", body=b"") if response.status in _TO_GET else following


def _call(target: str, seen: tuple[str, ...]) -> str:
    """The API call for a target that is an applicant system's public address; not one that led here."""
    call = fetch_url(target)
    return target if call.partition("#")[0] in seen else call


def _target(base: str, location: bytes) -> str:
    try:
        target = urljoin(base, safe_url_string(location.decode("utf-8", "replace").strip()))
    except ValueError:
        raise FetchEnded(Result.FAILED, f"redirects to what is not a URL: {location[:200]!r}") from None
    if not target.startswith(("http://", "https://")):
        raise FetchEnded(Result.FAILED, f"redirects to what is not a web page: {target[:200]}")
    return target.partition("#")[0]
