"""Any HTML page: JSON-LD, microdata, headings, labels and text, weighed into one reading."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from spiders import verdict
from spiders.claims import Claims, Origin
from spiders.pages import (
    applying,
    embedded,
    json_ld,
    list_notices,
    listing,
    microdata,
    next_page,
    shape_texts,
    signs,
    standing,
    state,
    systems,
)
from spiders.pages.bounds import MOST_TEXT, too_much_shown
from spiders.pages.composing import compose
from spiders.pages.cut import cut_in_the_middle
from spiders.pages.embedded import State
from spiders.pages.estimates import estimates_pay
from spiders.posting import Evidence, Page, Posting, Reading, Source, Status, Verdict
from spiders.reading.document import MOST_ANCHORS, Document, fold, parse_html
from spiders.reading.scope import Scope, find_scope
from spiders.reading.template import template_of
from spiders.reading.title import find_title, metadata_titles
from spiders.reading.urls import absolute

_LITTLE_TEXT = 400
_PARAGRAPH = 100
#: So much of a description stands on a page that shows it.
_SHOWN = 0.8


def read_html(html: str, page: Page) -> Reading:
    """The reading of an HTML page."""
    if why := cut_in_the_middle(html):
        return Reading(verdict=Verdict.ERROR, reasons=(f"the HTML is cut in the middle: {why}",))
    try:
        doc = parse_html(html)
    except ValueError:
        return Reading(verdict=Verdict.SHELL, reasons=("the page is empty",))
    if why := too_much_shown(it.text for it in doc.blocks):
        return Reading(verdict=Verdict.ERROR, reasons=(why,))
    claims = Claims()
    states = embedded.states(doc, html)
    system = systems.page_reader(doc.root, html, states)
    if system and (reading := system.read_page(doc, states, page, claims)):
        return reading
    item = _structured(doc, claims, html)
    looked, shown = _look(doc, claims, page, states, structured=item is not None)
    item = item or shown
    standing.claim_notices(doc, looked.scope, claims)
    standing.claim_noindex(doc, page, claims)
    standing.claim_control(doc, looked.scope, claims)
    posting = compose(doc, _with_description(looked.scope, item, hidden=shown is not None), claims, page)
    posting = _with_apply(looked, posting, absolute(doc.canonical or "", page.url) or page.url, page.fetched_at.date())
    found, reasons = verdict.of_page(doc, signs.count(looked, posting), html)
    if found in {Verdict.LISTING, Verdict.HUB}:
        own = listing.roles_of(listing.own_links(looked.links, looked.scope.foreign))
        others = () if list_notices.is_empty(doc) else looked.roles
        roles = own or others or listing.announced_roles(looked.scope.blocks)
        following = next_page.linked(doc.root, page) if roles else None
        whole = following is None and len(doc.anchors) < MOST_ANCHORS
        return Reading(verdict=found, reasons=reasons, roles=tuple(roles), whole=whole, next_page=following)
    read = found in {Verdict.POSTING, Verdict.CLOSED_NOTICE}
    if found is Verdict.CLOSED_NOTICE:
        posting = _closed(posting)
    template = template_of(doc, looked.scope)
    return Reading(verdict=found, reasons=reasons, posting=posting if read else None, template=template)


def _closed(posting: Posting) -> Posting:
    """The posting of a page that is a notice; its first line is the evidence where no words were found to say it."""
    evidence, words = dict(posting.evidence), posting.text.partition("\n")[0]
    if posting.status is not Status.CLOSED and words:
        evidence["status"] = Evidence(source=Source.TEXT, text=words, where=f"chars:0-{len(words)}")
    elif posting.status is not Status.CLOSED and "title" in evidence:
        evidence["status"] = evidence["title"]  # a page without any text, whose title says it
    return replace(posting, status=Status.CLOSED, evidence=MappingProxyType(evidence))


def _look(
    doc: Document, claims: Claims, page: Page, states: Sequence[State], *, structured: bool
) -> tuple[signs.Looked, dict[str, Any] | None]:
    """What is on the page; and the posting of its embedded state where the page shows next to nothing itself."""
    title = find_title(doc, [claim.value for claim in claims.of("title")])
    scope = find_scope(doc, title)
    links = [] if structured else listing.role_links(doc, page.url)
    applied = () if structured or links else listing.applied_roles(doc, page.url, applying.is_control)
    roles = listing.roles_of(links) or applied or listing.headed_roles(scope.blocks)
    item = None
    if states and not structured:
        found, titles = state.find(states, page), metadata_titles(doc)
        one = state.own(found, titles, page)
        own_titles = titles if title is None else (*titles, title.text)
        if unshown := state.hidden(found, own_titles, page, "\n".join(it.text for it in doc.blocks)):
            one, item = unshown, {"description": shape_texts.as_html(unshown)}
        elif signs.prose(scope) < _PARAGRAPH:
            one = one or (state.only(found, page) if scope.title is None else None)
            item = {"description": shape_texts.as_html(one)} if one else None
            roles = roles or (() if one else state.roles(found, page))
        state.claim(one, scope.text, claims, page)
        state.claim_closed(states, titles, claims)
    looked = signs.Looked(
        doc=doc,
        scope=scope,
        claims=claims,
        links=links,
        roles=roles,
        structured=structured or item is not None,
        applied=bool(applied),
    )
    return looked, item


def _structured(doc: Document, claims: Claims, html: str) -> dict[str, Any] | None:
    """The one posting that structured data describes, claimed; None where there is none, or a list of them."""
    if doc.root is None or "JobPosting" not in html:
        return None
    found = json_ld.postings(json_ld.items(doc.scripts))
    if len(found) > 1:
        found = json_ld.own(found, metadata_titles(doc))
    if len(found) == 1:
        json_ld.claim(found[0], claims)
        if estimates_pay(doc.canonical or doc.metas.get("og:url") or ""):
            claims.by_field.pop("pay", None)
        return found[0]
    if not found and (item := microdata.posting(doc.root)):
        json_ld.claim(item, claims, Origin.MICRODATA)
        # The text that is marked up is the page's own.
        return {**item, "description": None} if claims.by_field.get("title") else None
    return None


def _with_description(scope: Scope, item: dict[str, Any] | None, *, hidden: bool) -> Scope:
    """The scope, or that of the structured description where the page itself shows next to no text, or another's."""
    if item is None or (not hidden and signs.prose(scope) >= _LITTLE_TEXT):
        return scope
    text = json_ld.description(item)
    if not _LITTLE_TEXT <= len(text) <= MOST_TEXT:
        return scope
    try:
        described = find_scope(parse_html(f"<body><div>{text}</div></body>"), None, whole=True)
    except ValueError:
        return scope
    return scope if _shows(scope, described) else described


def _shows(scope: Scope, described: Scope) -> bool:
    """Whether the page has the description's text itself: in short lines, which are no prose, but are all there is."""
    words = fold(scope.text)
    shown = sum(len(it.text) for it in described.blocks if it.text in words)
    return shown >= _SHOWN * sum(len(it.text) for it in described.blocks)


def _with_apply(page: signs.Looked, posting: Posting, base: str, today: date) -> Posting:
    """The address to apply at, and the status where the posting's text does not say it."""
    links = list(applying.links(page.doc))
    link = next(
        (it for it in links if absolute(it.href, base) and not it.href.startswith("#")), next(iter(links), None)
    )
    asks = Evidence(source=Source.MARKUP, text=link.text, where="markup:a@href") if link else None
    evidence = dict(posting.evidence)
    apply_url = posting.apply_url
    if apply_url is None and link and asks and not link.href.startswith("#"):
        apply_url = absolute(link.href, base)
        evidence |= {"apply_url": asks} if apply_url else {}
    status = standing.settle(page, posting, today)
    if status is not posting.status:
        shown = evidence.get("opens_at") if status is Status.UPCOMING else asks or evidence.get("title")
        evidence |= {"status": shown} if shown else {}
    return replace(posting, apply_url=apply_url, status=status, evidence=MappingProxyType(evidence))
