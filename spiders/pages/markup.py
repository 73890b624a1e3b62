"""Any HTML page: JSON-LD, microdata, headings, labels and text, weighed into one reading."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from spiders import verdict
from spiders.claims import Claims, Origin
from spiders.pages import embedded, json_ld, listing, microdata, shape_texts, signs, sites, state
from spiders.pages.composing import compose
from spiders.pages.embedded import State
from spiders.pages.estimates import estimates_pay
from spiders.posting import Page, Posting, Reading, Status, Verdict
from spiders.reading.document import Document, parse_html
from spiders.reading.scope import Scope, find_scope
from spiders.reading.title import find_title, metadata_titles
from spiders.reading.urls import absolute

_LITTLE_TEXT = 400
_PARAGRAPH = 100


def read_html(html: str, page: Page) -> Reading:
    """The reading of an HTML page."""
    if why := verdict.cut_in_the_middle(html):
        return Reading(verdict=Verdict.ERROR, reasons=(f"the HTML is cut in the middle: {why}",))
    try:
        doc = parse_html(html)
    except ValueError:
        return Reading(verdict=Verdict.SHELL, reasons=("the page is empty",))
    claims = Claims()
    states = embedded.states(doc.root, html) if doc.root is not None else []
    system = sites.page_reader(doc.root, states)
    if system and (reading := system.read_page(doc, states, page, claims)):
        return reading
    item = _structured(doc, claims, html)
    looked, shown = _look(doc, claims, page, states, structured=item is not None)
    item = item or shown
    posting = compose(doc, _with_description(looked.scope, item), claims, page)
    posting = _with_apply(looked, posting, absolute(doc.canonical or "", page.url) or page.url)
    found, reasons = verdict.of_page(doc, signs.count(looked, posting), html)
    if found in {Verdict.LISTING, Verdict.HUB}:
        own = listing.roles_of(listing.own_links(looked.links, looked.scope.foreign))
        roles = own or looked.roles or listing.announced_roles(looked.scope.blocks)
        return Reading(verdict=found, reasons=reasons, roles=tuple(roles))
    read = found in {Verdict.POSTING, Verdict.CLOSED_NOTICE}
    return Reading(verdict=found, reasons=reasons, posting=posting if read else None)


def _look(
    doc: Document, claims: Claims, page: Page, states: Sequence[State], *, structured: bool
) -> tuple[signs.Looked, dict[str, Any] | None]:
    """What is on the page; and the posting of its embedded state where the page shows next to nothing itself."""
    title = find_title(doc, [claim.value for claim in claims.of("title")])
    scope = find_scope(doc, title)
    links = [] if structured else listing.role_links(doc, page.url)
    roles = listing.roles_of(links) or listing.headed_roles(scope.blocks)
    item = None
    if states and not structured:
        found, titles = state.find(states, page), metadata_titles(doc)
        one = state.own(found, titles, page)
        if signs.prose(scope) < _PARAGRAPH:
            one = one or (state.only(found, page) if scope.title is None else None)
            item = {"description": shape_texts.as_html(one)} if one else None
            roles = roles or (() if one else state.roles(found, page))
        state.claim(one, scope.text, claims, page)
        state.claim_closed(states, titles, claims)
    looked = signs.Looked(
        doc=doc, scope=scope, claims=claims, links=links, roles=roles, structured=structured or item is not None
    )
    return looked, item


def _structured(doc: Document, claims: Claims, html: str) -> dict[str, Any] | None:
    """The one posting that structured data describes, claimed; None where there is none, or a list of them."""
    if doc.root is None or "JobPosting" not in html:
        return None
    found = json_ld.postings(json_ld.items(doc.root))
    if len(found) == 1:
        json_ld.claim(found[0], claims)
        if estimates_pay(doc.canonical or doc.metas.get("og:url") or ""):
            claims.by_field.pop("pay", None)
        return found[0]
    if not found and (item := microdata.posting(doc.root)):
        json_ld.claim(item, claims, Origin.MICRODATA)
        return item if claims.by_field.get("title") else None
    return None


def _with_description(scope: Scope, item: dict[str, Any] | None) -> Scope:
    """The scope, or that of the structured description where the page itself shows next to no text."""
    if item is None or signs.prose(scope) >= _LITTLE_TEXT:
        return scope
    text = json_ld.description(item)
    if len(text) < _LITTLE_TEXT:
        return scope
    try:
        return find_scope(parse_html(f"<body><div>{text}</div></body>"), None, whole=True)
    except ValueError:
        return scope


def _with_apply(page: signs.Looked, posting: Posting, base: str) -> Posting:
    """The address to apply at; open where nothing says closed and the site shows the posting, or asks to apply."""
    href = next((it.href for it in page.doc.anchors if signs.APPLY.match(it.text)), None)
    apply_url = posting.apply_url or (absolute(href, base) if href and not href.startswith("#") else None)
    status = posting.status
    if status is Status.UNKNOWN and (page.structured or _is_shown(page)):
        status = Status.OPEN
    return replace(posting, apply_url=apply_url, status=status)


def _is_shown(page: signs.Looked) -> bool:
    """Whether the page shows a title of its own with a text, or with a way to apply."""
    if page.scope.title is None:
        return False
    return signs.prose(page.scope) >= _PARAGRAPH or signs.asks_to_apply(page.doc, page.scope)
