"""Whether a posting takes applications, by what stands around its text: notices, controls, hints to search engines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from spiders.claims import Claims, Origin
from spiders.pages import applying, signs
from spiders.posting import Evidence, Page, Posting, Source, Status
from spiders.reading.document import Document
from spiders.reading.scope import Scope
from spiders.reading.status import find_status

#: Furniture in which a site puts a notice about the posting, or an apply button that turned into one.
_HOLDS_NOTICES = frozenset({"control", "header", "banner", "form"})
_LONGEST_NOTICE = 200
_SHORTEST_PROSE = 100
_SOME_FACTS = 2


def claim_notices(doc: Document, scope: Scope, claims: Claims) -> None:
    """Claims "closed" where a button, a banner or a badge in the title says so.

    A lone word ("Closed") counts only where nothing else asks to apply: it may be a filter's or another posting's.
    """
    text = "\n".join(_notices(doc, scope))
    found = find_status(text, head_length=0 if applying.has_control(doc) else len(text)) if text else None
    if found and found.value is Status.CLOSED:
        claims.add("status", Status.CLOSED, Origin.HEAD, found.text, "markup:body")


def _notices(doc: Document, scope: Scope) -> Iterator[str]:
    if scope.title is not None:
        yield from scope.blocks[scope.title].pieces[1:]
    for index, block in enumerate(doc.blocks):
        if block.furniture in _HOLDS_NOTICES and len(block.text) <= _LONGEST_NOTICE and index not in scope.foreign:
            yield block.text


def claim_noindex(doc: Document, page: Page, claims: Claims) -> None:
    """Claims "noindex" where the page asks search engines to forget it, as sites do with postings that are over.

    It is evidence only: staging sites and whole boards ask the same. Source: Google's guide on removing job postings
    (validThrough in the past, 404, or noindex).
    """
    for said in (doc.metas.get("robots"), doc.metas.get("googlebot"), page.headers.get("x-robots-tag")):
        if said and "noindex" in said.lower():
            claims.add("noindex", value=True, origin=Origin.META, text=said, where=doc.place_in_head(said))
            return


def claim_control(doc: Document, scope: Scope, claims: Claims) -> None:
    """Claims "apply_control" where a button, a link or a line of its own asks to apply.

    It is evidence only: where it stood and is gone, the posting may be over.
    """
    if text := applying.control(doc, scope):
        claims.add("apply_control", value=True, origin=Origin.META, text=text, where="markup:body")


def settle(page: signs.Looked, posting: Posting, today: date) -> Status:
    """The status of a posting that a page shows: what it says, else upcoming, open or unknown by what it shows.

    A site that shows a posting with its text, its facts or a way to apply, and says nothing of closing, has it open;
    but not where it offers no way to apply, hides it from search engines, and gave it a last day that has passed, or
    neither a last day nor a text.
    """
    if posting.status is not Status.UNKNOWN:
        return posting.status
    if posting.opens_at and posting.opens_at > today:
        return Status.UPCOMING
    shown = page.structured or _is_shown(page)
    return Status.OPEN if shown and not _is_given_up(page, today) else Status.UNKNOWN


def settle_text(scope: Scope, posting: Posting, now: datetime) -> Posting:
    """A posting that is a plain text, with its status: open where it says how to apply and no deadline has passed."""
    if posting.status is not Status.UNKNOWN:
        return posting
    if posting.opens_at and posting.opens_at > now.date():
        opens = {name: posting.evidence["opens_at"] for name in ("status",) if "opens_at" in posting.evidence}
        return replace(posting, status=Status.UPCOMING, evidence={**posting.evidence, **opens})
    passed = posting.deadline is not None and posting.deadline.at < now
    said = None if passed else applying.instruction(scope)
    if said is None:
        return posting
    words = Evidence(source=Source.TEXT, text=" ".join(said[0].split()), where=f"chars:{said.start()}-{said.end()}")
    return replace(posting, status=Status.OPEN, evidence={**posting.evidence, "status": words})


def _is_shown(page: signs.Looked) -> bool:
    """Whether the page shows a title of its own with a text, with facts of a posting, or with a way to apply."""
    if page.scope.title is None:
        return False
    return (
        signs.prose(page.scope) >= _SHORTEST_PROSE
        or signs.facts(page.claims) >= _SOME_FACTS
        or applying.asks(page.doc, page.scope)
        or applying.seeks(page.scope)
    )


def _is_given_up(page: signs.Looked, today: date) -> bool:
    last = page.claims.first("valid_through")
    passed = last < today if isinstance(last, date) else not _is_shown(page)
    return page.claims.first("noindex") is not None and passed and not applying.asks(page.doc, page.scope)
