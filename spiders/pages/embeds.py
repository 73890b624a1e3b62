"""Pages of a company's own domain that only hold an applicant system's widget: the call that gives what it shows.

The widget is a script or a frame of the system, and its address names the board; which posting is shown stands in the
page's own address (`?gh_jid=4711`).
"""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import etree

from spiders.pages.sites import fetch_url
from spiders.posting import Page, Reading, Verdict
from spiders.reading.decoding import decode
from spiders.reading.document import parse_html

_WIDGETS = etree.XPath("//script[@src]/@src | //iframe[@src]/@src | //iframe[@data-src]/@data-src")
#: What a page is that shows no posting itself.
_EMPTY = frozenset({Verdict.SHELL, Verdict.HUB, Verdict.LISTING})
_MOST_WIDGETS = 200


def call_of(page: Page, reading: Reading) -> str | None:
    """The call behind the widget of a page; None for a page that shows what it is about, or has no such widget.

    Args:
        page: The page, as it came.
        reading: What was read of it.
    """
    if reading.verdict not in _EMPTY or (b"<script" not in page.body and b"<iframe" not in page.body):
        return None
    try:
        root = parse_html(decode(page.body, page.headers)).root
    except ValueError:
        return None
    found = (_call(str(src), page.url) for src in (_WIDGETS(root)[:_MOST_WIDGETS] if root is not None else ()))
    call, is_posting = next(filter(None, found), (None, False))
    return call if is_posting or not reading.roles else None


def _call(src: str, url: str) -> tuple[str, bool] | None:
    """The call that a widget makes on a page, and whether the page's address names one posting to it."""
    try:
        widget = urlsplit(urljoin(url, src.strip()))
        asked = parse_qsl(urlsplit(url).query)
    except ValueError:
        return None
    board = fetch_url(urlunsplit(widget))
    own = {name for name, _ in parse_qsl(widget.query)}
    query = urlencode([*parse_qsl(widget.query), *(pair for pair in asked if pair[0] not in own)])
    address = urlunsplit(widget._replace(query=query))
    call = fetch_url(address)
    if call == address:
        return None
    return call, call != board
