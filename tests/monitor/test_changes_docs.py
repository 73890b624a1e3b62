"""The page that tells users what counts: every kind is on it, with the sentence and severity that the code gives."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.changes import clock_changes, differences, role_differences
from monitor.changes.differ import normalized
from monitor.changes.registry import POSTING_KINDS
from monitor.changes.watching import Blocked, Recovered, Removed, Restored, Unreachable
from monitor.vocabulary import Direction, Kind, Known, Outcome, WatchKind, WatchStatus
from spiders.posting import EmploymentType, Role, Status, Workplace

from .postings import NOW, POSTING, edited, pay, quote, reworded, timed

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "changes.md").read_text()
ROWS = {
    cells[0].strip("`"): cells[1:]
    for cells in (re.split(r"\s*\|\s*", line.strip("| ")) for line in PAGE.splitlines() if line.startswith("| `"))
}
BARE = edited(sections=())
ROLE = Role(title="Audio Intern", url="https://a.example/1")
HERE = (WatchKind.POSTING, WatchStatus.OPEN, NOW)


def between(before, **fields):
    (change,) = differences(before, replace(before, **fields))
    return change


def reminder(**before):
    known = Known(status=WatchStatus.OPEN, posting=POSTING)
    now = POSTING.deadline.at - timedelta(**before)
    (change,) = clock_changes(known, offsets=[timedelta(days=2)], last_told=now - timedelta(days=1), now=now)
    return change


CONFLICT = edited(BARE, evidence={"deadline": quote("5 February")}, conflicts={"deadline": quote("1 March")})
CHANGES = [
    between(BARE, status=Status.CLOSED),
    between(replace(BARE, status=Status.UPCOMING), status=Status.OPEN),
    between(replace(BARE, status=Status.CLOSED), status=Status.OPEN),
    Removed.of(*HERE, "the server answered 404"),
    Restored.of(*HERE),
    between(replace(BARE, pay=pay(55)), pay=pay(60)),
    between(BARE, deadline=timed(2026, 2, 3, 12)),
    between(replace(BARE, title="Audio Intern"), title="Senior Audio Intern"),
    between(BARE, organization="Harbour Light"),
    between(replace(BARE, locations=("London",)), locations=("Paris",)),
    between(replace(BARE, workplace=Workplace.REMOTE), workplace=Workplace.HYBRID),
    between(BARE, employment_type=EmploymentType.CONTRACT),
    between(BARE, starts_on="2026-07"),
    between(replace(BARE, apply_url="https://a.example/1"), apply_url="https://a.example/2"),
    between(POSTING, sections=reworded(POSTING, "3 years", "5 years").sections),
    *role_differences((), (ROLE,)),
    *role_differences((ROLE,), ()),
    between(BARE, requisition_id="R-2044"),
    between(replace(CONFLICT, conflicts={}), conflicts=CONFLICT.conflicts),
    between(CONFLICT, conflicts={}),
    reminder(days=2),
    reminder(days=0),
    Unreachable.of(NOW, 3, "time-out"),
    Blocked.of(NOW, 3, "403"),
    Recovered.of(NOW, Kind.BLOCKED, Outcome.UNCHANGED),
]


def test_every_kind_has_a_row_and_an_example():
    assert list(ROWS) == [kind.value for kind in Kind] == [change.kind.value for change in CHANGES]


@pytest.mark.parametrize("change", CHANGES, ids=lambda it: it.kind.value)
def test_the_example_and_severity_are_what_the_code_says(change):
    example, severity, *_ = ROWS[change.kind.value]
    assert example == change.summary
    assert change.severity.value in severity


def test_every_direction_is_explained():
    directions = PAGE.split("## Directions")[1]
    assert all(direction.value in directions for direction in Direction)


def test_every_field_that_a_kind_tells_of_is_compared():
    assert {field for kind in POSTING_KINDS for field in kind.fields} == set(normalized(POSTING))
