"""What a page says: the vocabulary of postings, as frozen values.

Nothing here reads or writes; readers make these values, `spiders.record` turns them into JSON and back.
Instants are timezone-aware and in UTC. A field that the page does not give is None, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

#: Hours of paid work a year where the page states none: 52 weeks of 40 hours.
HOURS_PER_YEAR = 2080


class Status(StrEnum):
    """What the posting itself says about taking applications."""

    OPEN = "open"
    UPCOMING = "upcoming"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What a response is, posting or not."""

    POSTING = "posting"
    LISTING = "listing"
    HUB = "hub"
    CLOSED_NOTICE = "closed_notice"
    GONE = "gone"
    SHELL = "shell"
    LOGIN = "login"
    CHALLENGE = "challenge"
    MAINTENANCE = "maintenance"
    ERROR = "error"


class Source(StrEnum):
    """Where on (or behind) the page a field was read."""

    JSON_LD = "json-ld"
    MICRODATA = "microdata"
    API = "api"
    TEXT = "text"
    MARKUP = "markup"


class PayUnit(StrEnum):
    """The time that an amount pays for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Workplace(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"


class EmploymentType(StrEnum):
    """The kind of employment."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    INTERNSHIP = "internship"
    CONTRACT = "contract"
    TEMPORARY = "temporary"


class SectionKind(StrEnum):
    """What a section of the posting's own text is about."""

    ABOUT = "about"
    RESPONSIBILITIES = "responsibilities"
    REQUIREMENTS = "requirements"
    BENEFITS = "benefits"
    LOCATION = "location"
    PAY = "pay"
    OTHER = "other"


#: How many of a unit make a year of full-time work (days: 5 a week, 52 weeks).
UNITS_PER_YEAR: Mapping[PayUnit, int] = {
    PayUnit.HOUR: HOURS_PER_YEAR,
    PayUnit.DAY: 260,
    PayUnit.WEEK: 52,
    PayUnit.MONTH: 12,
    PayUnit.YEAR: 1,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The words a field was read from, and where they stood."""

    source: Source
    #: The words, as the page has them (white space folded).
    text: str
    #: A JSON path ("$.baseSalary"), or "chars:START-END" into the posting's text (`spiders.reader.text_of`); None where
    #: neither applies.
    where: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Pay:
    """Money for work. At least one of `min` and `max` is given: "up to …" has no min, "from …" no max."""

    min: Decimal | None
    max: Decimal | None
    #: ISO 4217, or None where the page names none and none is implied.
    currency: str | None
    unit: PayUnit | None
    #: Which of "currency" and "unit" the page does not write, but implies.
    implied: tuple[str, ...] = ()
    #: The words of the page.
    text: str

    @property
    def annual_min(self) -> Decimal | None:
        """`min` as an amount a year, or None where the amount or its unit is unknown."""
        return self._annual(self.min)

    @property
    def annual_max(self) -> Decimal | None:
        """`max` as an amount a year, or None where the amount or its unit is unknown."""
        return self._annual(self.max)

    def _annual(self, amount: Decimal | None) -> Decimal | None:
        return None if amount is None or self.unit is None else amount * UNITS_PER_YEAR[self.unit]


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """The last moment to apply."""

    #: In UTC. With `date_only`, the end of that day (23:59:59) in `zone`, or in UTC where there is none.
    at: datetime
    date_only: bool
    #: An IANA name ("America/New_York"), an offset ("+00:00"), or None where the page names none.
    zone: str | None
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A part of the posting's own text under one heading."""

    kind: SectionKind
    #: The heading's words; None for text before the first heading.
    heading: str | None
    #: One paragraph or bullet a line; bullets begin with "- ".
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """One entry of a board or company hub."""

    title: str
    #: Absolute and without tracking parameters; None where the entry is not a link of its own.
    url: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Posting:
    """One posting as read."""

    title: str | None = None
    organization: str | None = None
    locations: tuple[str, ...] = ()
    status: Status = Status.UNKNOWN
    pay: Pay | None = None
    deadline: Deadline | None = None
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    posted_on: date | None = None
    #: An ISO 8601 date, or a month ("2026-06") where the page says no more.
    starts_on: str | None = None
    #: As the page words it ("10 weeks").
    duration: str | None = None
    requisition_id: str | None = None
    apply_url: str | None = None
    #: ISO 639-1.
    language: str | None = None
    sections: tuple[Section, ...] = ()
    #: Words on the page that are about the posting but not the employer's ("editorial commentary").
    commentary: str | None = None
    #: By the name of the field.
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    #: What other sources on the page say of a field, where they differ from what was chosen.
    conflicts: Mapping[str, Evidence] = field(default_factory=dict)
    #: The text that "chars:START-END" in evidence counts into, one block of the page a line. Known to who reads the
    #: page; neither stored nor sent, nor part of what the posting says.
    text: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a reader made of one response."""

    verdict: Verdict
    #: Why this verdict: short sentences, the strongest first.
    reasons: tuple[str, ...] = ()
    #: Given for `posting` and, as far as there is something to read, for `closed_notice`.
    posting: Posting | None = None
    #: Given for `listing` and `hub`, in the page's order.
    roles: tuple[Role, ...] | None = None
    #: Whether `roles` are all that there are; False where the answer says that it goes on elsewhere.
    whole: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One response (or saved file) to be read."""

    #: Where the bytes came from, after redirects.
    url: str
    body: bytes
    #: Names in lower case.
    headers: Mapping[str, str] = field(default_factory=dict)
    #: The HTTP status; 200 for a saved file.
    status: int = 200
    #: When it was fetched, in UTC: relative ages and dates without a year are read from here.
    fetched_at: datetime
