"""A history holds all that it needs: its changes, applied to the first version, give the last one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.changes import differences, role_differences
from monitor.changes.days import day_of
from monitor.changes.description import own_text
from monitor.changes.differ import normalized
from monitor.changes.units import units_of_text
from monitor.vocabulary import Kind
from spiders.posting import EmploymentType, PayUnit, Role, Section, Status, Workplace
from spiders.record import deadline_from_json, pay_from_json

from .postings import POSTING, dated, edited, pay, quote, timed

_FIELDS = {
    Kind.TITLE_CHANGED: ("title", str),
    Kind.ORGANIZATION_CHANGED: ("organization", str),
    Kind.WORKPLACE_CHANGED: ("workplace", Workplace),
    Kind.EMPLOYMENT_TYPE_CHANGED: ("employment_type", EmploymentType),
    Kind.START_CHANGED: ("starts_on", str),
    Kind.APPLY_CHANGED: ("apply_url", str),
    Kind.LOCATION_CHANGED: ("locations", lambda text: (text,)),
    Kind.PAY_CHANGED: ("pay", pay_from_json),
    Kind.DEADLINE_CHANGED: ("deadline", deadline_from_json),
}
_STATUSES = {Kind.CLOSED: Status.CLOSED, Kind.OPENED: Status.OPEN, Kind.REOPENED: Status.OPEN}

_WORDS = ["hull", "rope", "harbour", "winter", "signal", "north", "engine", "copper"]
sentences = st.lists(st.sampled_from(_WORDS), min_size=4, max_size=9).map(lambda it: f"Mind the {' '.join(it)}.")
edits = st.one_of(
    st.tuples(st.just("title"), st.sampled_from(["Listening Intern", "Senior Listening Intern", "Recordist"])),
    st.tuples(st.just("organization"), st.sampled_from(["Harbour Light", "Quayside Audio"])),
    st.tuples(st.just("workplace"), st.sampled_from(Workplace)),
    st.tuples(st.just("employment_type"), st.sampled_from(EmploymentType)),
    st.tuples(st.just("starts_on"), st.sampled_from(["2026-07", "2026-09"])),
    st.tuples(st.just("apply_url"), st.sampled_from(["https://a.example/1", "https://b.example/2"])),
    st.tuples(st.just("locations"), st.sampled_from([("Paris",), ("Oslo",), ("London",)])),
    st.tuples(
        st.just("pay"),
        st.none() | st.builds(pay, st.integers(20, 90), unit=st.sampled_from([PayUnit.HOUR, PayUnit.YEAR])),
    ),
    st.tuples(
        st.just("deadline"),
        st.none()
        | st.integers(1, 27).map(lambda day: dated(2026, 3, day))
        | st.integers(1, 27).map(lambda day: timed(2026, 3, day, 12)),
    ),
    st.tuples(st.just("status"), st.sampled_from([Status.OPEN, Status.CLOSED])),
)


def applied(posting, change):
    """The posting after a change, as far as the change says."""
    if change.kind in _STATUSES:
        return replace(posting, status=_STATUSES[change.kind])
    if change.kind is Kind.DESCRIPTION_CHANGED:
        return _retold(posting, change)
    name, made = _FIELDS[change.kind]
    return replace(posting, **{name: None if change.after is None else made(change.after)})


def _retold(posting, change):
    gone = {unit.words for unit in units_of_text(change.before or "")}
    kept = [unit.text for unit in own_text(posting) if unit.words not in gone]
    text = "\n".join([*kept, *(change.after or "").splitlines()])
    return replace(posting, sections=(Section(kind=posting.sections[0].kind, heading=None, text=text),))


def facts(posting):
    """What a posting means. A time that became its date stays the time: the page became less exact, no more."""
    found = normalized(replace(posting, sections=()))
    found.pop("conflicts")
    return found | {"deadline": posting.deadline and str(day_of(posting.deadline))}


@settings(max_examples=60)
@given(st.lists(edits, min_size=1, max_size=8))
def test_the_changes_of_a_history_applied_to_its_first_version_give_the_last(made):
    # No words beside the facts: what only says them again is told by their own kinds.
    first = last = replayed = edited(sections=(), evidence={"status": quote("Apply now")})
    for name, value in made:
        after = replace(last, **{name: value})
        for change in differences(last, after):
            replayed = applied(replayed, change)
        last = after if differences(last, after) else last
    assert facts(replayed) == facts(last)
    assert facts(first) == facts(edited(sections=()))


@settings(max_examples=60)
@given(st.lists(st.lists(sentences, min_size=1, max_size=6), min_size=1, max_size=5))
def test_the_words_of_a_history_applied_to_its_first_version_give_the_last(texts):
    kind = POSTING.sections[0].kind
    versions = [
        edited(sections=(Section(kind=kind, heading=None, text="\n".join(lines)),), pay=None, deadline=None)
        for lines in texts
    ]
    replayed = versions[0]
    for before, after in pairwise(versions):
        for change in differences(before, after):
            replayed = applied(replayed, change)
    assert {it.words for it in own_text(replayed)} == {it.words for it in own_text(versions[-1])}


roles = st.lists(st.integers(1, 9), max_size=7, unique=True).map(
    lambda numbers: tuple(Role(title=f"Role {it}", url=f"https://hub.example/{it}") for it in numbers)
)


@settings(max_examples=60)
@given(st.lists(roles, min_size=1, max_size=5))
def test_the_changes_of_a_board_applied_to_its_first_version_give_the_last(boards):
    replayed = {(it.title, it.url) for it in boards[0]}
    for before, after in pairwise(boards):
        for change in role_differences(before, after):
            if change.before:
                replayed.discard((change.before["title"], change.before["url"]))
            if change.after:
                replayed.add((change.after["title"], change.after["url"]))
    assert replayed == {(it.title, it.url) for it in boards[-1]}


def test_a_deadline_keeps_its_instant_through_a_change():
    before, after = edited(sections=()), edited(sections=(), deadline=timed(2026, 3, 1, 12))
    (change,) = differences(before, after)
    assert applied(before, change).deadline.at == datetime(2026, 3, 1, 17, tzinfo=UTC)
    assert applied(before, change).deadline.at - before.deadline.at > timedelta(days=20)
