"""Writes the table of kinds in docs/changes.md: `python docs/kinds.py`. A test says when the page is behind.

Each example is made: two readings of an invented posting are compared, and the sentence and severities taken from
the changes. What the kinds mean in words is in `monitor.changes.described`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from monitor.changes import clock_changes, differences, role_differences
from monitor.changes.described import DESCRIBED
from monitor.changes.watching import Blocked, Recovered, Removed, Restored, Unreachable
from monitor.vocabulary import Change, Kind, Known, Outcome, Severity, WatchKind, WatchStatus
from spiders.posting import (
    Deadline,
    EmploymentType,
    Evidence,
    Pay,
    PayUnit,
    Posting,
    Role,
    Section,
    SectionKind,
    Source,
    Status,
    Workplace,
)

PAGE = Path(__file__).with_name("changes.md")
BEGIN = "<!-- The table is written by `python docs/kinds.py`; edit monitor/changes/described.py. -->"
END = "<!-- End of the table. -->"
NOW = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)


def main() -> None:
    """Write the table anew between its marks."""
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")


def with_table(page: str) -> str:
    """The page with the table as the code has it."""
    head, rest = page.split(BEGIN)
    return f"{head}{BEGIN}\n\n{table()}\n\n{END}{rest.split(END)[1]}"


def table() -> str:
    """One row a kind."""
    told: dict[Kind, list[Change]] = {kind: [] for kind in Kind}
    for change in examples():
        told[change.kind].append(change)
    rows = [
        ("kind", "example", "severity", "when", "what does not count"),
        ("---",) * 5,
        *(
            (f"`{kind}`", changes[0].summary, severity(changes), DESCRIBED[kind].when, DESCRIBED[kind].not_counted)
            for kind, changes in told.items()
        ),
    ]
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in rows)


def severity(changes: list[Change]) -> str:
    """Like "high", or "critical (brought forward), high (extended), low (clarified)" where it is not always one."""
    if len({it.severity for it in changes}) == 1:
        return changes[0].severity
    by_severity = {
        it: [str(change.direction or change.field).replace("_", " ") for change in changes if change.severity is it]
        for it in sorted({change.severity for change in changes}, key=list(Severity).index)
    }
    return ", ".join(f"{it} ({', '.join(dict.fromkeys(which))})" for it, which in by_severity.items())


def examples() -> Iterator[Change]:
    """At least one change of every kind; where severities differ, one of each."""
    yield from between({}, status=Status.CLOSED)
    yield from between({"status": Status.UPCOMING}, status=Status.OPEN)
    yield from between({"status": Status.CLOSED}, status=Status.OPEN)
    yield from between({"pay": pay(55)}, pay=pay(60))
    for after in (deadline(3), deadline(9), None):
        yield from between({}, deadline=after)
    yield from between({"deadline": replace(deadline(5), date_only=True)}, deadline=deadline(5))
    yield from between({"deadline": None}, deadline=deadline(5))
    for name, before, value in FIELDS:
        yield from between({name: before}, **{name: value})
    for kind in (SectionKind.REQUIREMENTS, *(it for it in SectionKind if it is not SectionKind.REQUIREMENTS)):
        yield from between({"sections": said(kind, 3)}, sections=said(kind, 5))
    yield from role_differences((), (ROLE,))
    yield from role_differences((ROLE,), ())
    disagreeing = {"evidence": {"deadline": quote("5 February")}, "conflicts": {"deadline": quote("1 March")}}
    yield from between(disagreeing | {"conflicts": {}}, conflicts=disagreeing["conflicts"])
    yield from between(disagreeing, conflicts={})
    yield reminder(days=2)
    yield reminder(days=0)
    here = (WatchKind.POSTING, WatchStatus.OPEN, NOW)
    yield Removed.of(*here, "the server answered 404")
    yield Restored.of(*here)
    yield Unreachable.of(NOW, 3, "time-out")
    yield Blocked.of(NOW, 3, "403")
    yield Recovered.of(NOW, Kind.BLOCKED, Outcome.UNCHANGED)


def between(before: dict[str, Any], **after: Any) -> tuple[Change, ...]:
    """What changed between the invented posting with these fields and the same with others."""
    posting = replace(POSTING, **before)
    return differences(posting, replace(posting, **after))


def reminder(**before: int) -> Change:
    """The reminder so long before the deadline."""
    known = Known(status=WatchStatus.OPEN, posting=POSTING)
    now = deadline(5).at - timedelta(**before)
    (change,) = clock_changes(known, offsets=[timedelta(days=2)], last_told=now - timedelta(days=1), now=now)
    return change


def pay(amount: int) -> Pay:
    """So many dollars an hour."""
    return Pay(min=Decimal(amount), max=Decimal(amount), currency="USD", unit=PayUnit.HOUR, text=f"${amount} an hour")


def deadline(day: int) -> Deadline:
    """Noon in New York on a day of February."""
    at = datetime(2026, 2, day, 17, tzinfo=UTC)
    return Deadline(at=at, date_only=False, zone="America/New_York", text=f"{day} February, noon ET")


def quote(text: str) -> Evidence:
    """Words of the page."""
    return Evidence(source=Source.TEXT, text=text)


def said(kind: SectionKind, years: int) -> tuple[Section, ...]:
    """A section of one bullet."""
    return (Section(kind=kind, heading=None, text=f"- At least {years} years of Python or C++."),)


POSTING = Posting(
    title="Machine Listening Intern",
    organization="Harbour Sound",
    locations=("New York, NY",),
    status=Status.OPEN,
    pay=pay(60),
    deadline=deadline(5),
    workplace=Workplace.HYBRID,
    employment_type=EmploymentType.INTERNSHIP,
    starts_on="2026-06",
    requisition_id="R-1007",
    apply_url="https://jobs.harboursound.example/apply/1007",
)
ROLE = Role(title="Audio Intern", url="https://a.example/1")
#: Fields that are told as they are: before, after.
FIELDS: tuple[tuple[str, Any, Any], ...] = (
    ("title", "Audio Intern", "Senior Audio Intern"),
    ("organization", "Harbour Sound", "Harbour Light"),
    ("locations", ("London",), ("Paris",)),
    ("workplace", Workplace.REMOTE, Workplace.HYBRID),
    ("employment_type", EmploymentType.INTERNSHIP, EmploymentType.CONTRACT),
    ("starts_on", "2026-06", "2026-07"),
    ("apply_url", "https://a.example/1", "https://a.example/2"),
    ("requisition_id", "R-1007", "R-2044"),
)

if __name__ == "__main__":
    main()
