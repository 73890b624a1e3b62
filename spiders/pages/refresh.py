"""Pages that only send a browser on by markup: `<meta http-equiv="refresh" content="0; url=/jobs">`."""

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree

from spiders.posting import Page, Reading, Verdict
from spiders.reading.decoding import decode
from spiders.reading.document import parse_html

#: What is for browsers without scripts leads to an excuse.
_METAS = etree.XPath("//meta[@http-equiv and @content and not(ancestor::noscript)]")
_CONTENT = re.compile(
    r"""(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?["']?([^"'\s][^"']{0,2000})""", re.IGNORECASE
)
#: Seconds; a page that is shown for longer is meant to be read.
_AT_ONCE = 5
#: Bytes of a page that says next to nothing.
_MOST = 64 * 1024


def target_of(page: Page, reading: Reading) -> str | None:
    """Where a page without content of its own leads to at once; None for any other page.

    Args:
        page: The page, as it came.
        reading: What was read of it.
    """
    if reading.verdict is not Verdict.SHELL or len(page.body) > _MOST or b"efresh" not in page.body:
        return None
    try:
        root = parse_html(decode(page.body, page.headers)).root
    except ValueError:
        return None
    metas = () if root is None else _METAS(root)
    said = [meta.get("content") for meta in metas if meta.get("http-equiv").strip().lower() == "refresh"]
    return next(filter(None, (_target(content, page.url) for content in said)), None)


def _target(content: str, base: str) -> str | None:
    found = _CONTENT.match(content.strip())
    if found is None or int(found[1]) > _AT_ONCE:
        return None
    try:
        target = urljoin(base, found[2].strip()).partition("#")[0]
        is_page = urlsplit(target).scheme in {"http", "https"}
    except ValueError:
        return None
    return target if is_page and target != base.partition("#")[0] else None
