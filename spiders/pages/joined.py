"""The pages of one list as one body: how a list of several pages is stored, and read again.

The body is JSON, `{"board_pages": [{"url": …, "type": …, "text": …}, …], "ended": null}`: each page with its address,
its media type and its text; `ended` says why what is there is not all, where it is not. Read again after a change of
the readers, it gives what the pages gave.
"""

import json
from collections.abc import Sequence
from typing import Any

from spiders.posting import Page, Reading, Role, Verdict
from spiders.reading import urls
from spiders.reading.decoding import decode

#: Pages of one list that are read, at most.
MOST_PAGES = 50
#: How it is said that a further page could not be read now, as `ended` has it and as reasons do. What else ends a list
#: early is a bound of ours or the list's own, and the next look sees no more.
NOT_READ = "a page could not be read: "
_GOES_ON = "it goes on: "
_BEGINS = '{"board_pages":'
LISTS = frozenset({Verdict.LISTING, Verdict.HUB})


def join(pages: Sequence[Page], ended: str | None) -> bytes:
    """One body of several pages.

    Args:
        pages: The pages, in their order.
        ended: Why they are not all; None where they are.
    """
    parts = [{"url": page.url, "type": _media_type(page), "text": decode(page.body, page.headers)} for page in pages]
    answer = {"board_pages": parts, "ended": ended}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def is_joined(text: str) -> bool:
    """Whether a body is one of several pages."""
    return text.startswith(_BEGINS)


def split(text: str, whole: Page) -> tuple[list[Page], str | None] | None:
    """The pages that `join` put together, and why they are not all; None for a body that only begins like one.

    Args:
        text: The body.
        whole: The page that it is the body of.
    """
    try:
        answer = json.loads(text)
        parts = [_page(it, whole) for it in answer["board_pages"][:MOST_PAGES]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    ended = answer.get("ended")
    return (parts, None if ended is None else str(ended)) if parts else None


def not_read(reading: Reading) -> str | None:
    """Why a part of a list could not be read this time; None where all was, or as much of it as ever is."""
    begins = f"{_GOES_ON}{NOT_READ}"
    return next((it.removeprefix(_GOES_ON) for it in reading.reasons if it.startswith(begins)), None)


def merged(readings: Sequence[Reading], ended: str | None) -> Reading:
    """The reading of a list out of those of its pages: all roles in their order, each once.

    Whole where its last page was reached, where that says no more is missing, and where the pages agree on how many
    there are: a list that grows or shrinks while it is read may have moved a role to a page that was read already.
    """
    lists = [it for it in readings if it.verdict in LISTS and it.roles is not None]
    if not lists:
        return readings[0]
    ended = ended or (None if len(lists) == len(readings) else "a page is no list")
    roles: dict[str, Role] = {}
    for role in (role for it in lists for role in it.roles or ()):
        roles.setdefault(role.url or role.title, role)
    last = readings[-1]
    agreed = len({it.total for it in lists if it.total}) < 2  # noqa: PLR2004 - one number, or none
    whole = ended is None and agreed and last.whole and last.next_page is None
    return Reading(
        verdict=lists[0].verdict,
        reasons=_reasons(len(roles), len(lists), ended, lists[0].reasons),
        roles=tuple(roles.values()),
        whole=whole,
        total=lists[0].total,
    )


def _reasons(roles: int, pages: int, ended: str | None, first: tuple[str, ...]) -> tuple[str, ...]:
    said = f"its {pages} pages list {roles} postings" if pages > 1 else "; ".join(first[:1])
    return (said, f"{_GOES_ON}{ended}") if ended else (said,)


def _media_type(page: Page) -> str:
    return page.headers.get("content-type", "").partition(";")[0].strip().lower()


def _page(part: Any, whole: Page) -> Page:
    headers = {"content-type": f"{part['type']}; charset=utf-8"} if part["type"] else {}
    body = part["text"].encode("utf-8", "surrogatepass")
    url = str(part["url"])
    return Page(url=url if urls.split(url) else "", body=body, headers=headers, fetched_at=whole.fetched_at)
