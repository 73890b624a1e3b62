"""How far a page is believed, and what becomes of one that is not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.judging import JudgingRules, judge
from monitor.judging.quality import BELIEVED, quality
from monitor.vocabulary import Kind, Known, Outcome, WatchKind, WatchStatus
from spiders.observation import Observation, Result
from spiders.posting import Posting, Reading, Verdict

from .postings import NOW, POSTING, edited, later, section, timed

RULES = JudgingRules(confirm_after=timedelta(minutes=15), blind_after_checks=3, blind_after=timedelta(hours=6))
SIZE = 60_000
KNOWN = Known(
    kind=WatchKind.POSTING,
    status=WatchStatus.OPEN,
    version=3,
    reader_version=1,
    posting=POSTING,
    last_good_at=NOW,
    body_size=SIZE,
)


def saw(posting=POSTING, *, size=SIZE, status=200, headers=None):
    url = "https://board.example/1"
    reading = Reading(verdict=Verdict.POSTING, reasons=("as read",), posting=posting)
    return Observation(
        id=1,
        url=url,
        final_url=url,
        result=Result.READ,
        fetched_at=NOW,
        reading=reading,
        reader_version=2,
        http_status=status,
        headers=headers or {},
        body=b"x" * size,
    )


def belief(posting=POSTING, last_size=SIZE, **given):
    return quality(POSTING, posting, saw(posting, **given), last_size)


def test_a_page_as_before_is_believed_wholly():
    assert (belief().score, belief().reasons) == (100, ())


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"posting": Posting(title="Intern")}, "words of text"),
        ({"headers": {"cf-mitigated": "challenge"}}, "cf-mitigated"),
        ({"headers": {"x-amzn-waf-action": "captcha"}}, "x-amzn-waf-action"),
    ],
)
def test_each_of_these_alone_makes_a_page_suspicious(given, reason):
    found = belief(**given)
    assert found.score < BELIEVED
    assert found.suspicious
    assert reason in found.reasons[0]


@pytest.mark.parametrize(
    "given",
    [
        {"size": SIZE // 10},
        {"status": 203},
        {"posting": edited(pay=None)},
        {"posting": edited(pay=None), "size": 9_000},
    ],
)
def test_none_of_these_alone_does(given):
    found = belief(**given)
    assert BELIEVED <= found.score < 100
    assert found.reasons


def test_small_signs_add_up():
    bare = edited(pay=None, workplace=None, employment_type=None, apply_url=None)
    assert belief(bare, size=SIZE // 10, status=203).suspicious


def test_a_size_that_is_not_known_lowers_nothing():
    assert belief(size=10, last_size=None).score == 100


def test_a_suspicious_page_is_failed_with_its_score_and_never_compared():
    challenged = saw(edited(title="Another"), headers={"cf-mitigated": "challenge"})
    judgement = judge(KNOWN, challenged, RULES, NOW)
    assert (judgement.outcome, judgement.changes) == (Outcome.FAILED, ())
    assert judgement.quality == 40
    assert judgement.after.posting == POSTING


def failing(known, checks, hours):
    return replace(known, failures=checks - 1, failing_since=later(hours=-hours))


@pytest.mark.parametrize(
    ("deadline_in", "checks", "hours", "told"),
    [
        (timedelta(days=2), 2, 1, True),
        (timedelta(days=2), 1, 1, False),
        (timedelta(days=2), 2, 0.5, False),
        (timedelta(days=10), 2, 1, False),
        (timedelta(days=10), 3, 6, True),
        (timedelta(days=-1), 2, 1, False),
    ],
)
def test_blindness_is_told_sooner_when_the_deadline_is_near(deadline_in, checks, hours, told):
    deadline = replace(timed(2026, 2, 5, 12), at=NOW + deadline_in)
    known = failing(replace(KNOWN, posting=edited(deadline=deadline)), checks, hours)
    silent = Observation(id=1, url="https://board.example/1", result=Result.FAILED, fetched_at=NOW, reason="time-out")
    kinds = [change.kind for change in judge(known, silent, RULES, NOW).changes]
    assert kinds == ([Kind.UNREACHABLE] if told else [])


def test_a_text_that_stops_in_the_middle_is_not_believed():
    cut = edited(sections=(*POSTING.sections[:2], section("requirements", "- At least 3 years")))
    assert belief(cut).suspicious
