"""Pairs of pages: what an employer or a site did to a page, and what is told of it; as a check would see it.

`pairs/pairs.json` names the pages, invented in the image of real ones, with their edits: words that are replaced, or
another page in their place.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from monitor.judging import JudgingRules, judge
from monitor.vocabulary import Change, Judgement, Kind, Known
from spiders.observation import Observation, Result
from spiders.pages.sites import fetch_url
from spiders.posting import Page
from spiders.reader import READER_VERSION, read

PAIRS = Path(__file__).parent / "pairs"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
RULES = JudgingRules(confirm_after=timedelta(minutes=15), blind_after_checks=3, blind_after=timedelta(hours=6))
#: Kinds for which a check looks twice.
OF_WORDS = {Kind.DESCRIPTION_CHANGED, Kind.POSTING_ADDED, Kind.POSTING_REMOVED}


def pairs() -> Iterator[Any]:
    for name, page in json.loads((PAIRS / "pairs.json").read_text(encoding="utf-8")).items():
        for edit in page["edits"]:
            yield pytest.param(name, page["url"], edit, id=f"{name}: {edit['edit']}")


@cache
def source(name: str) -> str:
    return (PAIRS / name).read_text(encoding="utf-8")


def edited(before: str, edit: dict[str, Any]) -> str:
    if "after" in edit:
        return source(edit["after"])
    for old, new in edit["replace"]:
        assert old in before
        before = before.replace(old, new, 1)
    return before


def saw(url: str, text: str, at: datetime) -> Observation:
    kind = "application/json" if text.startswith("{") else "text/html; charset=utf-8"
    page = Page(url=fetch_url(url), body=text.encode(), headers={"content-type": kind}, fetched_at=at)
    return Observation(
        id=1,
        url=url,
        result=Result.READ,
        fetched_at=at,
        http_status=200,
        final_url=page.url,
        reading=read(page),
        reader_version=READER_VERSION,
        body=page.body,
    )


@cache
def baseline(url: str, text: str) -> Known:
    first = judge(Known(), saw(url, text, NOW), RULES, NOW)
    return replace(first.after, body_size=len(text.encode()))


def look(url: str, before: str, after: str) -> Judgement:
    at = NOW + timedelta(days=1)
    known, seen = baseline(url, before), saw(url, after, at)
    found = judge(known, seen, RULES, at)
    again = saw(url, after, at + timedelta(seconds=20)) if OF_WORDS & {it.kind for it in found.changes} else None
    return judge(known, seen, RULES, at, again=again) if again else found


def said(change: Change) -> str:
    kind = change.kind.removesuffix("_changed").replace("description", "desc")
    detail = change.direction or (change.field if change.kind is Kind.DESCRIPTION_CHANGED else None)
    return f"{kind}:{detail}" if detail else kind


@pytest.mark.parametrize(("name", "url", "edit"), list(pairs()))
def test_an_edit_is_told_by_its_kinds_alone_and_what_is_none_by_nothing(name: str, url: str, edit: dict[str, Any]):
    before = source(name)
    assert baseline(url, before).posting
    judgement = look(url, before, edited(before, edit))
    assert sorted(map(said, judgement.changes)) == edit["told"]
    assert judgement.outcome in {"changed", "unchanged"}
