"""Whatever is known and whatever is seen, judging answers, and keeps its promises."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judging import JudgingRules, judge
from monitor.vocabulary import Kind, Known, Outcome, WatchKind, WatchStatus
from spiders.observation import Observation, Result
from spiders.posting import Posting, Reading, Role, Status, Verdict

from .postings import NOW, POSTING, edited, later, pay

_BAD = {Outcome.BLOCKED, Outcome.FAILED, Outcome.DISALLOWED}
_OF_THE_WATCH = {Kind.UNREACHABLE, Kind.BLOCKED, Kind.RECOVERED, Kind.REMOVED}

postings = st.sampled_from(
    [None, Posting(), POSTING, edited(pay=pay(65)), edited(status=Status.CLOSED), Posting(title="Ferry Captain")]
)
roles = st.none() | st.lists(
    st.builds(Role, title=st.sampled_from("abc"), url=st.sampled_from([None, "https://a.example/1", "x"])), max_size=6
).map(tuple)
moments = st.none() | st.integers(-500, 0).map(lambda hours: later(hours=hours))
known = st.builds(
    Known,
    kind=st.none() | st.sampled_from(WatchKind),
    status=st.sampled_from(WatchStatus),
    version=st.integers(0, 3),
    posting=postings,
    roles=roles,
    last_good_at=moments,
    missing_since=moments,
    failures=st.integers(0, 5),
    failing_since=moments,
    blind=st.sampled_from([None, Kind.UNREACHABLE, Kind.BLOCKED]),
)
observations = st.builds(
    Observation,
    id=st.just(1),
    url=st.sampled_from(["https://a.example/jobs/1", "https://a.example/", "not an address", "http://[x"]),
    result=st.sampled_from(Result) | st.just(Result.READ),
    fetched_at=st.just(NOW),
    final_url=st.sampled_from(
        [None, "https://a.example/jobs/1", "https://a.example/jobs", "https://b.example", "http://["]
    ),
    reason=st.none() | st.text(max_size=20),
    reading=st.none()
    | st.builds(
        Reading,
        verdict=st.sampled_from(Verdict),
        reasons=st.lists(st.text(max_size=9), max_size=1).map(tuple),
        posting=postings,
        roles=roles,
    ),
    reader_version=st.sampled_from([None, 1, 2]),
)
rules = st.builds(
    JudgingRules,
    confirm_after=st.just(timedelta(minutes=15)),
    blind_after_checks=st.integers(1, 4),
    blind_after=st.just(timedelta(hours=6)),
    asked=st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(known, observations, rules)
def test_judging_is_total_and_keeps_its_promises(before, observation, wanted):
    judgement = judge(before, observation, wanted, now=NOW)
    after = judgement.after
    assert after.version == before.version + judgement.makes_version
    if judgement.makes_version:
        assert observation.result is Result.READ
        assert (after.posting is None) != (after.roles is None)
    else:
        assert (after.posting, after.roles, after.kind) == (before.posting, before.roles, before.kind)
    if judgement.outcome in _BAD:
        assert (after.status, after.failures) == (before.status, before.failures + 1)
    if judgement.outcome in _BAD | {Outcome.MISSING}:
        assert {change.kind for change in judgement.changes} <= _OF_THE_WATCH
        assert after.last_good_at == before.last_good_at
    if before.version == 0:
        assert {change.kind for change in judgement.changes} <= _OF_THE_WATCH - {Kind.REMOVED}
    assert len({(it.kind, it.field) for it in judgement.changes}) == len(judgement.changes)


@settings(max_examples=100, deadline=None)
@given(known.filter(lambda it: it.version > 0), observations, rules)
def test_seeing_the_same_again_tells_nothing_more(before, observation, wanted):
    first = judge(before, observation, replace(wanted, asked=False), now=NOW)
    again = judge(first.after, observation, replace(wanted, asked=False), now=NOW)
    assert {it.kind for it in again.changes} <= {Kind.UNREACHABLE, Kind.BLOCKED}
