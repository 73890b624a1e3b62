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


class Terms(StrEnum):
    """How long applications are taken, where no day says it."""

    #: They are read as they come; there may be a last day beside it.
    ROLLING = "rolling"
    #: Until somebody is found.
    UNTIL_FILLED = "until_filled"
    #: The page has a place for a last day and says that there is none yet.
    UNANNOUNCED = "unannounced"


class PayExtraKind(StrEnum):
    """What an employer gives for the work beside the pay itself."""

    #: Also profit shares and sign-on money.
    BONUS = "bonus"
    EQUITY = "equity"
    OVERTIME = "overtime"
    COMMISSION = "commission"
    #: Also a 13th salary, holiday pay and premiums for shifts.
    ALLOWANCE = "allowance"


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


class Degree(StrEnum):
    """An education that a posting asks for, from the least to the most."""

    #: The posting says that none is needed.
    NONE = "none"
    #: School: high school diploma, Abitur, baccalauréat, maturita.
    SECONDARY = "secondary"
    #: A trade or a course below a bachelor's: apprenticeship, associate's degree, BTS, mbo, fagbrev.
    VOCATIONAL = "vocational"
    #: A first degree; also where the posting asks for a university degree and does not say which.
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"


class WorkAuthorization(StrEnum):
    """What a posting says of who is allowed to do the work."""

    #: Applicants must be allowed to work there already.
    REQUIRED = "required"
    #: No visa or permit is sponsored.
    NO_SPONSORSHIP = "no_sponsorship"
    #: A visa or permit is sponsored, or help with it is offered.
    SPONSORSHIP = "sponsorship"
    #: Citizens of a country only, with those (permanent residents) whom the posting names beside them.
    CITIZENSHIP = "citizenship"
    #: A security clearance is held or must be obtained.
    CLEARANCE = "clearance"


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
    #: A JSON path ("$.baseSalary"); "chars:START-END" into the posting's text (`spiders.reader.text_of`); or "markup:"
    #: with what is no part of that text: "title" (the element), a <meta> by its property or name ("og:title"), an
    #: attribute ("html@lang", "a@href", "img@alt"), "body" for what else the page shows. None for an editor's
    #: commentary.
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
    #: Hours of work a week that the posting states; None where it states none, or several.
    hours_per_week: Decimal | None = None
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
        if amount is None or self.unit is None:
            return None
        if self.unit is PayUnit.HOUR and self.hours_per_week is not None:
            return amount * self.hours_per_week * UNITS_PER_YEAR[PayUnit.WEEK]
        return amount * UNITS_PER_YEAR[self.unit]


@dataclass(frozen=True, kw_only=True, slots=True)
class PayExtra:
    """Money or shares that come on top of the pay; never part of `Pay`."""

    kind: PayExtraKind
    #: The words of the page with the amount or share, where it names one ("15% annual bonus").
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacePay:
    """The pay for those who work at one of several places."""

    #: As the page names it ("New York", "Zone A").
    place: str
    pay: Pay


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
class PlaceDeadline:
    """The last moment to apply for those at one of several places."""

    #: As the page names it ("United Kingdom").
    place: str
    deadline: Deadline


@dataclass(frozen=True, kw_only=True, slots=True)
class YearsExperience:
    """Years of work before this one; at least one end is given: "up to …" has no min, "3+ years" no max."""

    min: int | None
    max: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Requirements:
    """What the posting's own text asks of applicants, as far as it says so; at least one field is given."""

    #: The least that is required, or where nothing is, the least that is preferred.
    degree: Degree | None = None
    #: False where a degree is only preferred, or experience may stand in for it; None where `degree` is None or "none".
    degree_required: bool | None = None
    #: The years in which applicants finish their studies, ascending, each of a span named.
    graduation_years: tuple[int, ...] = ()
    #: In the order of the enumeration.
    work_authorization: tuple[WorkAuthorization, ...] = ()
    years_experience: YearsExperience | None = None


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
    #: Of several amounts for several places the span of them all.
    pay: Pay | None = None
    #: The amounts for each place, where the page names several; else empty.
    pay_by_place: tuple[PlacePay, ...] = ()
    pay_extras: tuple[PayExtra, ...] = ()
    #: Of several by place the posting's own place's, or else the earliest.
    deadline: Deadline | None = None
    #: The deadlines for each place, where the page names several; else empty.
    deadlines_by_place: tuple[PlaceDeadline, ...] = ()
    #: What the page says in place of a deadline, or beside it.
    deadline_terms: Terms | None = None
    #: A day until which applications are preferred, or on which they are first looked at; never the last to apply.
    soft_deadline: Deadline | None = None
    #: The day from which applications are taken, where the page names one.
    opens_at: date | None = None
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    posted_on: date | None = None
    #: Earliest and latest day (UTC) on which it can have been posted, from a relative age ("3 weeks ago"); the earliest
    #: is None for "30+ days ago". It moves from fetch to fetch and is no part of what a posting says.
    posted_between: tuple[date | None, date] | None = None
    #: An ISO 8601 date, or a month ("2026-06") where the page says no more.
    starts_on: str | None = None
    #: As the page words it ("10 weeks").
    duration: str | None = None
    requisition_id: str | None = None
    apply_url: str | None = None
    #: ISO 639-1.
    language: str | None = None
    sections: tuple[Section, ...] = ()
    requirements: Requirements | None = None
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
    #: How the page is built around the posting: pages of one template have the same. Not part of what the
    #: page says; empty where the answer has no such thing.
    template: str = field(default="", compare=False)
    #: Whether `roles` are all that there are; False where the answer says that it goes on elsewhere.
    whole: bool = True
    #: Of a list that has pages: the address of the next one, and how many roles there are in all, where the answer says
    #: so. Known to who reads the page; neither stored nor sent.
    next_page: str | None = field(default=None, compare=False)
    total: int | None = field(default=None, compare=False)


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
