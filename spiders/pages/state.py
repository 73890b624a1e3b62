"""What embedded state of no known make says of the posting that a page shows, or of the postings that it lists.

An object counts as the page's own if it has a posting's shape and is titled as the page is. Whatever its shape, an
object so titled that says of itself that it is closed is believed; "published" and the like are what every object
says, and prove nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spiders.claims import Claims, Origin
from spiders.pages import shape_claims, shape_texts, shapes
from spiders.pages.embedded import State
from spiders.pages.shape_claims import CLOSED
from spiders.pages.shapes import Shaped
from spiders.posting import Page, Pay, Role, Status
from spiders.reading.document import fold

_TITLES = ("title", "name", "jobTitle", "job_title", "positionTitle", "text")
_STATES = ("status", "state", "jobStatus", "job_status", "postingStatus", "availability")
_CLOSED = CLOSED | frozenset({"paused", "completed", "unavailable"})
#: What stands between the digits of an amount.
_BETWEEN = re.compile(r"(?<=\d)[\s.,'’](?=\d)")
#: Of the words of a text that stands on a page, nearly all do; of another's, some do by chance.
_MOSTLY = 0.6
_LONG_WORD = re.compile(r"\w{6,40}")
_TAG = re.compile(r"<[^<>]{1,500}>")
_MOST_OBJECTS = 50_000
_SHORTEST_TITLE = 4
_LONG_TEXT = 400
_FEWEST_ROLES = 2


def find(states: Sequence[State], page: Page) -> list[Shaped]:
    """Everything of a posting's shape in the values of `embedded.states`."""
    return [one for name, value in states for one in shapes.find(value, page.url, around=0, path=name)]


def own(found: Sequence[Shaped], titles: Sequence[str], page: Page) -> Shaped | None:
    """The object of the posting that a page shows, by its titles; of several the one that says most."""
    wanted = [title.casefold() for title in titles]
    named = [it for it in found if _is_named(it.name, wanted)]
    return max(named, key=lambda it: (_is_asked_for(it, page), it.listed is None, it.evident), default=None)


def only(found: Sequence[Shaped], page: Page) -> Shaped | None:
    """The one posting with a text that state is about, for a page that shows nothing without its scripts."""
    full = [it for it in found if len(shape_texts.as_html(it)) >= _LONG_TEXT]
    asked = [it for it in full if _is_asked_for(it, page)]
    alone = [it for it in full if it.listed is None]
    return next((it[0] for it in (asked, alone) if len(it) == 1), None)


def hidden(found: Sequence[Shaped], titles: Sequence[str], page: Page, shown: str) -> Shaped | None:
    """The page's own posting where scripts still have to show its text, whatever other words stand there already.

    Args:
        found: What the state has of a posting's shape.
        titles: The page's.
        page: For its address, which may name the posting.
        shown: The page's text.
    """
    one = own(found, titles, page)
    if one is None:
        asked = [it for it in found if _is_asked_for(it, page)]
        one = asked[0] if len(asked) == 1 else None
    text = shape_texts.as_html(one) if one else ""
    if len(text) < _LONG_TEXT:
        return None
    said = set(_LONG_WORD.findall(_TAG.sub(" ", text).lower()))
    stands = said.intersection(_LONG_WORD.findall(shown.lower()))
    return one if len(stands) < _MOSTLY * len(said) else None


def claim(one: Shaped | None, text: str, claims: Claims, page: Page) -> None:
    """Claims what the page's own object says.

    Amounts count only if the page's `text` shows them: state has what employers hide, and what boards estimate.
    """
    if one is not None:
        said = Claims()
        shape_claims.claim(one, said, page, Origin.STATE)
        if not _is_shown(said.first("pay"), text):
            said.by_field.pop("pay", None)
        for field, its in said.by_field.items():
            claims.by_field.setdefault(field, []).extend(its)


def claim_closed(states: Sequence[State], titles: Sequence[str], claims: Claims) -> None:
    """Claims "closed" where any object with one of the page's titles says so of itself."""
    wanted = " \n ".join(titles).casefold()
    for name, value in states:
        for item in _objects(value):
            if (said := _closed(item)) and _is_titled(item, wanted):
                claims.add("status", Status.CLOSED, Origin.API, said, f"{name}..status")


def roles(found: Sequence[Shaped], page: Page) -> tuple[Role, ...]:
    """The roles that state lists, for a page that shows none without its scripts."""
    listed = {
        (it.name, url): Role(title=it.name, url=url)
        for it in found
        if it.listed
        for url in [shape_texts.address(it, page)]
    }
    return tuple(listed.values()) if len(listed) >= _FEWEST_ROLES else ()


def _is_shown(pay: Pay | None, text: str) -> bool:
    if pay is None:
        return False
    digits = _BETWEEN.sub("", text)
    return any(f"{int(it)}" in digits for it in (pay.min, pay.max) if it is not None)


def _is_named(name: str, wanted: Sequence[str]) -> bool:
    name = name.casefold()
    return len(name) >= _SHORTEST_TITLE and any(name in title for title in wanted)


def _is_asked_for(one: Shaped, page: Page) -> bool:
    """Whether the page's address names its number or its address."""
    return any(len(name) >= _SHORTEST_TITLE and name in page.url for name in shape_texts.names(one))


def _is_titled(item: Mapping[str, Any], wanted: str) -> bool:
    names: list[Any] = [item.get(key) for key in _TITLES]
    names += [inner for name in names if isinstance(name, dict) for inner in name.values()]
    folded = (fold(name).casefold() for name in names if isinstance(name, str))
    return any(len(name) >= _SHORTEST_TITLE and name in wanted for name in folded)


def _closed(item: Mapping[str, Any]) -> str | None:
    said = (item.get(key) for key in _STATES)
    return next((word for word in said if isinstance(word, str) and word.lower() in _CLOSED), None)


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every object in a JSON value, without recursion; shared ones once."""
    pending, seen = [value], set[int]()
    while pending and len(seen) < _MOST_OBJECTS:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, dict):
            yield one
            pending.extend(it for it in one.values() if isinstance(it, dict | list))
        elif isinstance(one, list):
            pending.extend(it for it in one if isinstance(it, dict | list))
