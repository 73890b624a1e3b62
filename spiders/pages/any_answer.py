"""An answer (JSON or XML) of no known make: the posting, or the list of postings, that it holds by its shape."""

from typing import Any

from spiders.claims import Claims
from spiders.pages import shape_claims, shape_texts
from spiders.pages.answers import Part, chosen, gone, listed, missing, posting, shown
from spiders.pages.shapes import Shaped, find
from spiders.posting import Page, Posting, Reading, Role

_NAME = "this site"
_LISTS = ("jobs", "positions", "vacancies", "postings", "openings", "jobPostings")


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer; None for one that holds nothing of a posting's shape."""
    found = find(answer, page.url)
    if not found:
        return _without_postings(answer)
    entries = [it for it in found if it.listed is not None]
    if chosen(page):
        return _asked_for(found, page)
    alone = [it for it in found if it.listed is None]
    if alone:
        return shown(_NAME, read_one(max(alone, key=lambda it: (it.sure, it.evident)), page))
    return listed(_NAME, (role(it, page) for it in entries))


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


def _without_postings(answer: Any) -> Reading | None:
    if said := missing(Part(answer)):
        return gone(_NAME, said)
    empty = isinstance(answer, dict) and any(answer.get(key) == [] for key in _LISTS)
    return listed(_NAME, ()) if empty else None
