"""Where a list goes on: the address of its next page, made of its own address, or linked to.

A page of a list that has to be POSTed for is named by the fragment of the call's address ("#offset=20"), which
`spiders.pages.sites.body_of` puts into the JSON that is sent. So every page has an address of its own.
"""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, parse_qs, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from lxml import etree

from spiders.pages.answers import Part
from spiders.posting import Page
from spiders.reading.document import MOST_ANCHORS, fold

#: Where answers keep the address of the next page: in themselves, or in an object for such things.
_ENVELOPES = ("", "links", "_links", "meta", "meta.links", "pagination", "paging", "page", "data", "meta.pagination")
_NEXT = (
    "next",
    "next_url",
    "nextUrl",
    "next_page_url",
    "nextPageUrl",
    "nextLink",
    "next_link",
    "next_page",
    "nextPage",
)
_TOTALS = ("total", "totalCount", "total_count", "totalResults", "totalFound", "totalHits", "totalItems", "numFound")
_NUMBER = re.compile(r"\d{1,9}")
#: Links that HTML itself calls the next of a series.
_ADDRESS = re.compile(r"https?://|/|\?")
_MOST_LABEL_WORDS = 4
_RELATED = etree.XPath("//*[(self::a or self::link) and @href and contains(concat(' ', @rel, ' '), ' next ')]")
_LINKS = etree.XPath("//a[@href]")
#: The part of a path that counts pages: "/jobs/page/2".
_PAGE_STEP = re.compile(r"/(?:page|seite|side|sida|pagina|strana|sivu)[/-](?P<number>\d{1,5})/?")
#: Parameters that count pages, in lower case.
_COUNTERS = frozenset(
    {
        "page",
        "p",
        "pg",
        "pr",
        "paged",
        "pagenumber",
        "pageno",
        "page_no",
        "pageindex",
        "currentpage",
        "jobpage",
        "jobs_page",
        "seite",
        "pagina",
        "sida",
        "side",
        "strana",
        "strona",
        "sivu",
    }
)
#: What a link to the next page says beside its number.
_ONWARD = re.compile(
    r"(?:next(?: page)?(?: of results)?|weiter|nächste(?: seite)?|suivant\w*|siguiente|successiv[ao]|volgende"
    r"|nästa|næste|neste|seuraava|następna|další|seguinte|próxima)?\s*[›»>→]{0,2}",
    re.IGNORECASE,
)


def number_in(url: str, name: str, default: int = 0) -> int:
    """The number that a parameter of an address has, in its query or in its fragment."""
    parts = _split(url)
    said = [value for text in (parts.fragment, parts.query) for value in parse_qs(text).get(name, ())] if parts else []
    return int(said[0]) if said and _NUMBER.fullmatch(said[0]) else default


def in_answer(answer: Part, page: Page) -> str | None:
    """The address of the next page that an answer of any make gives (JSON:API, HAL, JSON Feed); None for none."""
    found = (answer.at(f"{envelope}.{key}") for envelope in _ENVELOPES for key in _NEXT)
    said = (it.at("href") if isinstance(it.value, dict) else it for it in found)
    every = (address(it.value, page) for it in said)
    return next(filter(None, every), None)


def total_in(answer: Part) -> int | None:
    """How many entries an answer of any make says that its list has in all."""
    every = (answer.at(f"{envelope}.{key}").value for envelope in _ENVELOPES for key in _TOTALS)
    return next((it for it in every if isinstance(it, int) and not isinstance(it, bool)), None)


def address(value: object, page: Page) -> str | None:
    """The address that a text is, from where `page` is; None for what is none, or is that of the page itself."""
    if not isinstance(value, str) or not _ADDRESS.match(value.strip()):
        return None
    try:
        found = urljoin(page.url, value.strip())
    except ValueError:
        return None
    return None if found == page.url else found


def with_query(url: str, **values: int | str) -> str:
    """An address with some of its parameters set, the others as they stand."""
    parts = urlsplit(url)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in values]
    return urlunsplit(parts._replace(query=urlencode([*kept, *values.items()])))


def with_fragment(url: str, **values: int | str) -> str:
    """The address of a page that is POSTed for: what its fragment names, some of it set."""
    address, _, fragment = url.partition("#")
    return f"{address}#{urlencode(dict(parse_qsl(fragment)) | values)}"


def linked(root: etree._Element | None, page: Page) -> str | None:
    """The next page that an HTML list links to: by `rel="next"`, else by a link to its own address, one page further.

    A `rel="next"` to another path is none: weblogs so link to their next article.
    """
    if root is None or (here := _split(page.url)) is None:
        return None
    for element in _RELATED(root)[:MOST_ANCHORS]:
        there = _split(urljoin(page.url, element.get("href", "").strip()))
        if there and _is_alike(here, there):
            return urlunsplit(there._replace(fragment=""))
    return _numbered(root, page.url, here)


def _numbered(root: etree._Element, url: str, here: SplitResult) -> str | None:
    for element in _LINKS(root)[:MOST_ANCHORS]:
        href = element.get("href", "").strip()
        there = _split(urljoin(url, href)) if any(letter.isdigit() for letter in href) else None
        if there and (labels := _labels(here, there)) and _says(element, labels):
            return urlunsplit(there._replace(fragment=""))
    return None


def _says(element: etree._Element, labels: Collection[str]) -> bool:
    """Whether a link's words are one of a page's labels, or "next"."""
    said = fold(" ".join(element.itertext()))[:40]
    label = fold(element.get("aria-label") or element.get("title") or "")[:40]
    numbered = said.rpartition(" ")[2] in labels and said.count(" ") < _MOST_LABEL_WORDS
    return numbered or any(it and _ONWARD.fullmatch(it) for it in (said, label))


def _is_alike(here: SplitResult, there: SplitResult) -> bool:
    """Whether two addresses differ in their query only, or in the part of their path that counts pages."""
    return _base(here)[0] == _base(there)[0] and (here.path, here.query) != (there.path, there.query)


def _labels(here: SplitResult, there: SplitResult) -> Collection[str]:
    """What a link to the page after `here` may be labelled with; nothing where `there` is another page or list."""
    (base, mine), (its_base, its) = _base(here), _base(there)
    if there.netloc != here.netloc or its_base != base:
        return ()
    asked, offered = dict(parse_qsl(here.query)), dict(parse_qsl(there.query))
    same_list = all(asked[name] == offered[name] for name in asked.keys() & offered.keys() - _COUNTERS)
    if not same_list:
        return ()
    if its != mine:
        return _labels_of(mine, its) if its else ()
    counters = [name for name in offered if name.lower() in _COUNTERS and offered[name] != asked.get(name)]
    if len(counters) != 1 or not _NUMBER.fullmatch(number := offered[counters[0]]):
        return ()
    now = asked.get(counters[0], "")
    return _labels_of(int(now) if _NUMBER.fullmatch(now) else None, int(number))


def _labels_of(now: int | None, number: int) -> Collection[str]:
    """Sites count from 0 or from 1; the address of their first page need not say."""
    if now is None:
        return {"2"} if number in {1, 2} else ()
    return {str(number), str(number + 1)} if number == now + 1 else ()


def _base(parts: SplitResult) -> tuple[str, int | None]:
    """A path without the part that counts pages, and what that counts."""
    match = next((it for it in _PAGE_STEP.finditer(parts.path) if it.end() == len(parts.path)), None)
    return (parts.path[: match.start()], int(match["number"])) if match else (parts.path.rstrip("/"), None)


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None
