"""What the questions of this package answer with, and take: frozen values without behaviour.

Instants are timezone-aware and in UTC. Kinds, outcomes, states and severities are the hub's words
(`monitor.vocabulary`), as plain strings; records are the JSON of readings (`spiders.record`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

#: A reading as JSON: `{verdict, reasons, posting, roles}`.
Record = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class NewWatch:
    """A URL that a user asks to follow."""

    url: str
    #: The URL's host name (with its port where it has one): the unit of politeness.
    host: str
    #: "posting", "board", or None where the first check is to find out.
    kind: str | None = None
    tags: tuple[str, ...] = ()
    #: Between regular checks; None: the default of the settings.
    interval: timedelta | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """A watch and all that is known of it now."""

    id: int
    url: str
    host: str
    kind: str | None
    paused: bool
    tags: tuple[str, ...]
    interval: timedelta | None
    added_at: datetime
    removed_at: datetime | None
    status: str
    #: None while paused or removed.
    next_check_at: datetime | None
    last_checked_at: datetime | None
    last_outcome: str | None
    last_reason: str | None
    #: Number of the last version; 0 before the first.
    version: int
    #: How many checks were recorded; a check is judged on one revision of its watch.
    revision: int
    last_change_at: datetime | None
    last_good_at: datetime | None
    missing_since: datetime | None
    failures: int
    failing_since: datetime | None
    #: "unreachable" or "blocked" once the user was told, until "recovered".
    blind: str | None
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    record_hash: str | None
    reader_version: int | None
    #: When a reminder is next due; None: never.
    remind_at: datetime | None
    #: Bytes of the last good page.
    body_size: int | None
    #: What the host asks for, seconds between requests.
    crawl_delay: float | None
    #: Of the last version; None before the first, and unless it was asked for.
    record: Record | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A posting or board as it was read."""

    watch_id: int
    #: From 1, without gaps.
    seq: int
    observed_at: datetime
    #: When a check last saw this same version.
    last_seen_at: datetime
    record: Record
    #: SHA-256 (hex) of the body it was read from; None where no body was kept.
    snapshot: str | None
    reader_version: int
    #: After redirects.
    final_url: str | None
    #: Response headers that readers use; names in lower case.
    headers: Mapping[str, str]
    #: Read again from the snapshot before it with a newer reader, not seen on the page.
    reread: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class NewVersion:
    """A reading to be kept."""

    record: Record
    #: The decoded body; None keeps the snapshot of the version before it (a re-reading).
    body: bytes | None
    final_url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    reader_version: int
    reread: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class NewCapture:
    """A page that was not believed, to be kept."""

    outcome: str
    #: Why, in one line.
    reason: str
    #: 0 (nothing to be believed) to 100; None where there was nothing to compare with.
    quality: int | None
    http_status: int | None
    #: After redirects.
    final_url: str | None
    headers: Mapping[str, str]
    #: Decoded.
    body: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Capture:
    """A page that was not believed."""

    watch_id: int
    taken_at: datetime
    outcome: str
    reason: str
    quality: int | None
    http_status: int | None
    final_url: str | None
    headers: Mapping[str, str]
    #: SHA-256 (hex) of the body.
    snapshot: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Learned:
    """What a check learned of the texts of its host."""

    #: The blocks of the new version; None: as they were.
    blocks: frozenset[int] | None = None
    #: Blocks that differed between two fetches of the page, with their words, and the page's template.
    passing: Mapping[int, str] = field(default_factory=dict)
    template: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewChange:
    """A change to be kept."""

    kind: str
    direction: str | None = None
    field: str | None = None
    before: Any = None
    after: Any = None
    summary: str
    severity: str
    #: The last good look before it: the change happened after this instant. None where there was none.
    since: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredChange:
    """A change as it was kept."""

    #: Rises in the order in which changes become visible to readers: fit for a cursor.
    id: int
    watch_id: int
    url: str
    kind: str
    direction: str | None
    field: str | None
    before: Any
    after: Any
    summary: str
    severity: str
    detected_at: datetime
    since: datetime | None
    from_version: int
    #: Equal to `from_version` where the change is not one of the content (unreachable, deadline_soon …).
    to_version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NewNotice:
    """One message to one target, to be sent."""

    #: Index into the changes that are recorded with it.
    change: int
    #: Name of the target.
    target: str
    due_at: datetime
    #: Stable over attempts; mail: the Message-ID.
    message_id: str
    #: Kinds of change of the same watch and field whose notices, where they still wait untried, this one tells too.
    takes_over: tuple[str, ...] = ()
    #: Whatever the field.
    of_any_field: bool = False
    #: Told no sooner, whatever the rules of the target say.
    held_until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """One message to one target."""

    id: int
    change_id: int
    target: str
    message_id: str
    #: "waiting", "leased" (being sent), "sent", "failed" (parked) or "dropped" (its target is gone, or a later notice
    #: tells it).
    state: str
    due_at: datetime
    #: How often sending was begun.
    attempts: int
    lease_until: datetime | None
    last_error: str | None
    sent_at: datetime | None
    created_at: datetime
    #: How many earlier changes of a flapping field it tells too, and when the first of them was.
    folds: int | None = None
    folds_since: datetime | None = None
    #: The id of the message that it was tried in, alone or with others; None: never tried.
    told_as: str | None = None
    #: Told no sooner, whatever the rules of the target say.
    held_until: datetime | None = None
    #: None of its watch goes to its target before it.
    leads: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadyNotice:
    """A notice that may go to its target now."""

    id: int
    change_id: int
    watch_id: int
    host_id: int
    message_id: str
    due_at: datetime
    created_at: datetime
    #: As of a `Notice`.
    told_as: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldMessage:
    """What a target had in one message of the watches of one host."""

    id: str
    host_id: int
    notices: int
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimedNotice:
    """A notice to be sent now, with what the message tells."""

    notice: Notice
    change: StoredChange
    #: With the record of its last version.
    watch: Watch


@dataclass(frozen=True, kw_only=True, slots=True)
class NewBulletin:
    """Word about the service itself to be sent to one target."""

    target: str
    #: "target_failing", "target_recovered", "was_down" or "was_blind".
    kind: str
    #: The same for the same occasion: a second one is not kept.
    message_id: str
    title: str
    text: str
    severity: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bulletin(NewBulletin):
    """Word about the service itself; states as of a notice."""

    id: int
    state: str
    due_at: datetime
    #: How often sending was begun.
    attempts: int
    lease_until: datetime | None
    last_error: str | None
    sent_at: datetime | None
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Pulse:
    """What is so at the moment, under a name."""

    name: str
    #: When it was last so.
    at: datetime
    #: Since when it has been so.
    since: datetime | None
    text: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRecord:
    """How one check ended and all that follows from it; what is known of the watch afterwards."""

    watch_id: int
    #: The version and, where given, the revision that the check was judged on.
    expected_version: int
    #: None leaves two simultaneous checks that make no version unguarded.
    expected_revision: int | None = None
    checked_at: datetime
    outcome: str
    reason: str | None
    status: str
    kind: str | None
    #: Ignored for a paused watch.
    next_check_at: datetime
    version: NewVersion | None = None
    changes: tuple[NewChange, ...] = ()
    notices: tuple[NewNotice, ...] = ()
    last_good_at: datetime | None
    missing_since: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    blind: str | None = None
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    record_hash: str | None
    reader_version: int | None
    #: When a reminder is next due. Ignored for a paused watch.
    remind_at: datetime | None = None
    #: The last version was seen again.
    seen: bool = False
    #: Bytes of the last good page.
    body_size: int | None = None
    #: The page, where it was not believed.
    capture: NewCapture | None = None
    learned: Learned | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Host:
    """A host name as the unit of politeness."""

    name: str
    #: Seconds between requests that robots.txt asks for.
    crawl_delay: float | None
    #: Failed checks in a row over all its watches.
    failures: int
    #: None of its watches is due before.
    paused_until: datetime | None
    robots_checked_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """The process that runs on a database."""

    pid: int
    host: str
    #: What it is: "monitor run".
    what: str
    since: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something that `db check` found wrong."""

    #: "integrity", "foreign_key", "snapshot", "sequence", "chain", "record" (`monitor.rechecking`).
    kind: str
    #: What, where, what to do.
    text: str
