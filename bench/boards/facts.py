"""What an employer says of an opening: the truth behind a page, apart from every wording."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, kw_only=True, slots=True)
class Pay:
    """A range, an end of one, or (both ends alike) one amount."""

    low: int | None
    high: int | None
    currency: str
    #: hour, day, month or year.
    unit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """The last day to apply, or the last moment on it."""

    day: date
    #: None: the whole day.
    at: time | None = None
    #: IANA name; of no meaning for a whole day.
    zone: str = "UTC"

    @property
    def instant(self) -> datetime:
        """The moment, in its zone; of a whole day its last minute."""
        return datetime.combine(self.day, self.at or time(23, 59), ZoneInfo(self.zone))


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """A part of the posting's text under one heading."""

    #: about, responsibilities, requirements or benefits.
    kind: str
    heading: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """One opening."""

    #: The posting's own part of its address.
    key: str
    #: The employer's number of it.
    number: str
    title: str
    organization: str
    #: Index into the language's places.
    place: int
    #: onsite, hybrid or remote.
    workplace: str
    #: full_time, part_time, contract or internship.
    employment: str
    pay: Pay | None
    #: What the structured data says the pay is, where that is not `pay`.
    declared_pay: Pay | None
    deadline: Deadline | None
    #: Year and month.
    start: tuple[int, int] | None
    apply: str
    #: open, upcoming or closed.
    status: str
    #: When applications open, of an upcoming one.
    opens: date
    posted: date
    sections: tuple[Section, ...]
    #: How the site took it down: 404, 410, soft_404, to_listing, to_home.
    gone: str | None = None
    #: Which facts stand in the head and which in the text: a number that the wording takes apart.
    placing: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Role:
    """A posting as a hub lists it."""

    key: str
    title: str
    place: int


@dataclass(frozen=True, kw_only=True, slots=True)
class HubFacts:
    """A company's page."""

    key: str
    organization: str
    about: tuple[str, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Expected:
    """A change that a person would tell of an edit."""

    kind: str
    direction: str = ""
    #: The section of a description, the field of sources, the title of a role.
    field: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.kind, self.direction, self.field)))
