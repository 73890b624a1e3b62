"""Conditional requests (RFC 9110, 13): a page that did not change costs a 304."""

from scrapy import Request

#: In `Request.meta`: the validators of the last good page, (etag, last_modified), either None.
VALIDATORS = "validators"


class ConditionalRequests:
    """Sends the validators to the first URL only.

    What a redirect leads to may be another page than last time (a removed posting leads to the list), and its 304
    to our date would hide that. Where there is an ETag, the date is not sent: it is the weaker of the two, and a
    server must ignore it (RFC 9110, 13.1.3), which not every one does.
    """

    def process_request(self, request: Request) -> None:
        """Called for each hop and each try."""
        etag, last_modified = request.meta.get(VALIDATORS) or (None, None)
        if "redirects" in request.meta:
            request.headers.pop("If-None-Match", None)
            request.headers.pop("If-Modified-Since", None)
        elif etag:
            request.headers["If-None-Match"] = etag
        elif last_modified:
            request.headers["If-Modified-Since"] = last_modified
