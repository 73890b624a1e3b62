"""The hub's words: kinds of change, outcomes, severities, what is known of a watch. Frozen values, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from spiders.posting import Posting, Role


class WatchKind(StrEnum):
    """What a watched URL is; found at the first check unless the user said."""

    POSTING = "posting"
    BOARD = "board"


class WatchStatus(StrEnum):
    """What is known of a watched posting. `removed` is ours: the page is gone and that was confirmed."""

    OPEN = "open"
    UPCOMING = "upcoming"
    CLOSED = "closed"
    REMOVED = "removed"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """How a check ended. Only `changed` makes a version."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NOT_MODIFIED = "not_modified"
    MISSING = "missing"
    BLOCKED = "blocked"
    FAILED = "failed"
    DISALLOWED = "disallowed"


class Severity(StrEnum):
    """How much a change matters to somebody who applies; in falling order."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Kind(StrEnum):
    """Every kind of change; `monitor.changes` says when each is told."""

    CLOSED = "closed"
    OPENED = "opened"
    REOPENED = "reopened"
    REMOVED = "removed"
    RESTORED = "restored"
    PAY_CHANGED = "pay_changed"
    DEADLINE_CHANGED = "deadline_changed"
    TITLE_CHANGED = "title_changed"
    ORGANIZATION_CHANGED = "organization_changed"
    LOCATION_CHANGED = "location_changed"
    WORKPLACE_CHANGED = "workplace_changed"
    EMPLOYMENT_TYPE_CHANGED = "employment_type_changed"
    START_CHANGED = "start_changed"
    APPLY_CHANGED = "apply_changed"
    DESCRIPTION_CHANGED = "description_changed"
    POSTING_ADDED = "posting_added"
    POSTING_REMOVED = "posting_removed"
    REPOSTED = "reposted"
    SOURCES_DISAGREE = "sources_disagree"
    SOURCES_AGREE = "sources_agree"
    DEADLINE_SOON = "deadline_soon"
    DEADLINE_PASSED = "deadline_passed"
    UNREACHABLE = "unreachable"
    BLOCKED = "blocked"
    RECOVERED = "recovered"


class Direction(StrEnum):
    """Which way pay or a deadline went."""

    ADDED = "added"
    REMOVED = "removed"
    RAISED = "raised"
    CUT = "cut"
    WIDENED = "widened"
    NARROWED = "narrowed"
    RESTRUCTURED = "restructured"
    EXTENDED = "extended"
    BROUGHT_FORWARD = "brought_forward"
    CLARIFIED = "clarified"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One thing that now means something else than before, ready to be recorded."""

    kind: Kind
    severity: Severity
    #: One sentence for a person, without the posting's name: "Pay raised from $55 to $60 an hour".
    summary: str
    direction: Direction | None = None
    #: The field, the section kind (`description_changed`), the role's URL or title (boards), the offset (reminders).
    field: str | None = None
    #: JSON values: null, a string, or the contract's PAY, DEADLINE or `{title, url}` object.
    before: Any = None
    after: Any = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is known of a watch before a check is judged."""

    kind: WatchKind | None = None
    status: WatchStatus = WatchStatus.UNKNOWN
    #: Number of the last version; 0 before the first.
    version: int = 0
    #: Of the last version.
    reader_version: int | None = None
    posting: Posting | None = None
    roles: tuple[Role, ...] | None = None
    #: How the page of the last version was built (`Reading.template`).
    template: str = ""
    #: When a good page (read, same or not modified) was last seen.
    last_good_at: datetime | None = None
    #: Since when the page has been missing, unconfirmed or confirmed; None while it is there.
    missing_since: datetime | None = None
    #: Bad checks (`blocked`, `failed`, `disallowed`) in a row, and when the row began.
    failures: int = 0
    failing_since: datetime | None = None
    #: `unreachable` or `blocked` once the user has been told, until `recovered`.
    blind: Kind | None = None
    #: Bytes of the last good page.
    body_size: int | None = None
    #: Numbers of blocks of text that are the site's, not the posting's (`monitor.changes.blocks`).
    not_own: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """What one observation means for a watch."""

    outcome: Outcome
    #: Why, in one line; for `show`, `explain` and logs.
    reason: str
    #: What is known after it. `version` counts a new version already; equal to before where there is none.
    after: Known
    #: In the order in which they should be told.
    changes: tuple[Change, ...] = ()
    #: Look again after `confirm_after` rather than at the next regular time.
    confirm: bool = False
    #: How far the page is to be believed: 0 to 100; None where there was nothing to compare with.
    quality: int | None = None
    #: Blocks of text that two looks at the page do not have in common, by number, with their words.
    passing: Mapping[int, str] = field(default_factory=dict)

    @property
    def makes_version(self) -> bool:
        """Whether the reading becomes a new version (also the silent first and re-read ones)."""
        return self.outcome is Outcome.CHANGED
