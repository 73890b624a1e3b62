"""An answer (JSON or XML) of no known make: the posting, or the list of postings, that it holds by its shape."""

from collections.abc import Sequence
from typing import Any

from spiders.claims import Claims
from spiders.pages import next_page, shape_claims, shape_texts
from spiders.pages.answers import Part, chosen, gone, listed, missing, posting, shown
from spiders.pages.shapes import Shaped, find, tells_of_postings
from spiders.posting import Page, Posting, Reading, Role

_NAME = "this site"
_STARTS = ("offset", "skip", "start", "from", "page")
_LISTS = ("jobs", "positions", "vacancies", "postings", "openings", "jobPostings")


#: Names of lists that hold postings where the address says so.
_ANY_LISTS = ("results", "data", "items", "hits", "content", "value", "entries", "records", "offers", "Items")


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer; None for one that holds nothing of a posting's shape."""
    found = find(answer, page.url)
    if not found:
        return _without_postings(answer, page)
    entries = [it for it in found if it.listed is not None]
    if chosen(page):
        return _asked_for(found, page)
    alone = [it for it in found if it.listed is None]
    if alone:
        return shown(_NAME, read_one(max(alone, key=lambda it: (it.sure, it.evident)), page))
    return _board(Part(answer), entries, page)


def _board(answer: Part, entries: Sequence[Shaped], page: Page) -> Reading:
    """A list; whole unless the answer names a next page, or a number of entries that this first page has not."""
    following = next_page.in_answer(answer, page)
    roles = [role(it, page) for it in entries]
    start = next((it for name in _STARTS if (it := next_page.number_in(page.url, name))), 0)
    total = None if following or start else next_page.total_in(answer)
    return listed(_NAME, roles, total, more=following is not None, onward=lambda _: following)


def read_one(one: Shaped, page: Page) -> Posting:
    """The posting of an object, with its text."""
    claims = Claims()
    shape_claims.claim(one, claims, page)
    return posting(shape_texts.as_html(one), claims, page)


def role(one: Shaped, page: Page) -> Role:
    """The entry of a board."""
    return Role(title=one.name, url=shape_texts.address(one, page))


def _asked_for(found: list[Shaped], page: Page) -> Reading:
    wanted = (chosen(page) or "").casefold()
    one = next((it for it in found if wanted in {name.casefold() for name in shape_texts.names(it)}), None)
    return shown(_NAME, read_one(one, page)) if one else gone(_NAME, f"the list has no posting {wanted}")


def _without_postings(answer: Any, page: Page) -> Reading | None:
    if said := missing(Part(answer)):
        return gone(_NAME, said)
    if _is_null(answer):
        return gone(_NAME, "the answer has no posting")
    return listed(_NAME, ()) if _is_empty_list(answer, page) else None


def _is_null(answer: Any) -> bool:
    """Whether an answer (GraphQL's) is a posting that is null, without a word of an error."""
    data = answer.get("data") if isinstance(answer, dict) and not answer.get("errors") else None
    return (
        isinstance(data, dict)
        and len(data) == 1
        and all(it is None and tells_of_postings(str(key)) for key, it in data.items())
    )


def _is_empty_list(answer: Any, page: Page) -> bool:
    """Whether an answer is a list of postings that has none: by the list's name, or by that of the address."""
    if not isinstance(answer, dict):
        return answer == [] and tells_of_postings(page.url)
    feed = Part(answer).at("rss.channel")
    if isinstance(feed.value, dict):
        return not feed.has("item") and tells_of_postings(page.url)
    names = (*_LISTS, *_ANY_LISTS) if tells_of_postings(page.url) else _LISTS
    return any(answer.get(key) == [] for key in names)
