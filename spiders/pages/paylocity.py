"""Paylocity: the state of a board's page (`window.pageData = {"Jobs": [...]}`), and its feed of the same.

Source of the shape: public boards, and docs of the recruiting feed (`/recruiting/v2/api/feed/jobs/…`). A posting is a
page of its own, with JSON-LD.
"""

from collections.abc import Sequence
from typing import Any

from spiders.claims import Claims
from spiders.pages import any_answer
from spiders.pages.answers import Part, chosen, listed
from spiders.pages.embedded import State
from spiders.posting import Page, Reading, Role
from spiders.reading.document import Document

_NAME = "Paylocity"
_STATE = "pageData"
_POSTING = "https://recruiting.paylocity.com/Recruiting/Jobs/Details"


def is_answer(answer: Any) -> bool:
    """Whether an answer is Paylocity's feed."""
    jobs = list(Part(answer).at("jobs").items())[:5]
    return bool(jobs) and all(it.has("jobId", "title") and (it.has("applyUrl") or it.has("displayUrl")) for it in jobs)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of Paylocity's feed, or of the posting in it that was asked for."""
    jobs = Part(answer).at("jobs")
    if not isinstance(jobs.value, list):
        return None
    if chosen(page):
        return any_answer.read(answer, page)
    return listed(_NAME, (_role(it, "title", "jobId") for it in jobs.items()))


def read_page(_doc: Document, states: Sequence[State], _page: Page, _claims: Claims) -> Reading | None:
    """The reading of a board; None for a posting, which is a page like any other."""
    found = dict(states)
    jobs = Part(found.get(_STATE), _STATE).at("Jobs")
    if not isinstance(jobs.value, list):
        return None
    return listed(_NAME, (_role(it, "JobTitle", "JobId") for it in jobs.items()))


def _role(item: Part, title: str, number: str) -> Role:
    said = item.at(number).text
    return Role(title=item.at(title).text, url=f"{_POSTING}/{said}" if said else None)
