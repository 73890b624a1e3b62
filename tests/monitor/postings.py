"""Postings to compare: an invented one, and ways to make and edit others."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from spiders.posting import (
    Deadline,
    EmploymentType,
    Evidence,
    Pay,
    PayUnit,
    Posting,
    Section,
    SectionKind,
    Source,
    Status,
    Workplace,
)

NOW = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)


def pay(low=60, high=None, *, unit=PayUnit.HOUR, currency="USD", text="$60 an hour", implied=()):
    """A pay; `high` defaults to `low`, and "open" leaves an end out."""
    high = low if high is None else high
    return Pay(
        min=None if low == "open" else Decimal(str(low)),
        max=None if high == "open" else Decimal(str(high)),
        unit=unit,
        currency=currency,
        implied=implied,
        text=text,
    )


def timed(*moment, zone="America/New_York", text="5 February"):
    """A deadline at a local time."""
    at = datetime(*moment, tzinfo=ZoneInfo(zone or "UTC")).astimezone(UTC)
    return Deadline(at=at, date_only=False, zone=zone, text=text)


def dated(year, month, day, *, zone=None, text="5 February"):
    """A deadline that is a date only."""
    end = datetime(year, month, day, 23, 59, 59, tzinfo=ZoneInfo(zone or "UTC"))
    return Deadline(at=end.astimezone(UTC), date_only=True, zone=zone, text=text)


def section(kind, *lines, heading=None):
    """A section of the posting's text."""
    return Section(kind=SectionKind(kind), heading=heading, text="\n".join(lines))


def quote(text, *, where=None):
    """The words a field was read from."""
    return Evidence(source=Source.TEXT, text=text, where=where)


ABOUT = section(
    "about",
    "Harbour Sound builds instruments that listen. Our summer programme takes twelve students for ten weeks.",
    "You will sit with the people who design the synthesis engine, and ship what you build.",
)
TASKS = section(
    "responsibilities",
    "- Train models that separate voices from street noise.",
    "- Measure them against recordings that our listeners sent in.",
    "- Explain what you found to people who do not train models.",
    heading="What You'll Do",
)
NEEDS = section(
    "requirements",
    "- At least 3 years of Python or C++.",
    "- A degree in acoustics, physics or computer science.",
    "- Patience with microphones.",
    heading="Who You Are",
)
TERMS = section(
    "other",
    "The hourly rate for this role is $60 USD. We pay for your travel.",
    "The last day to apply is February 5, 2026 at 12:00 PM ET.",
    heading="The Details",
)

POSTING = Posting(
    title="Machine Listening Intern",
    organization="Harbour Sound",
    locations=("New York, NY",),
    status=Status.OPEN,
    pay=pay(60, text="$60 USD"),
    deadline=timed(2026, 2, 5, 12, text="February 5, 2026 at 12:00 PM ET"),
    workplace=Workplace.HYBRID,
    employment_type=EmploymentType.INTERNSHIP,
    starts_on="2026-06",
    requisition_id="R-1007",
    apply_url="https://jobs.harboursound.example/apply/1007",
    language="en",
    sections=(ABOUT, TASKS, NEEDS, TERMS),
    commentary="Audio roles are rare in this field. This one comes with a mentor.",
    evidence={
        "pay": quote("$60 USD"),
        "deadline": quote("February 5, 2026 at 12:00 PM ET"),
        "status": quote("Apply now"),
    },
)


def edited(posting=POSTING, **fields):
    """The posting with other fields."""
    return replace(posting, **fields)


def reworded(posting, old, new):
    """The posting with other words in its text; they have to be there."""
    sections = tuple(replace(it, text=it.text.replace(old, new)) for it in posting.sections)
    assert sections != posting.sections, old
    return replace(posting, sections=sections)


def later(**span):
    """A moment after NOW."""
    return NOW + timedelta(**span)
