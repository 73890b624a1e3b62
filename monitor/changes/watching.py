"""Kinds about the watch itself: its page went or came back, it cannot be read, it can be again.

Their `field` is the moment since when, so that a second disappearance is a change of its own.
"""

from datetime import datetime

from monitor.changes import wording
from monitor.vocabulary import Change, Kind, Outcome, Severity, WatchKind, WatchStatus
from spiders.record import instant_to_json


class Removed:
    """The page is gone, and a second look confirmed it."""

    kind = Kind.REMOVED

    @classmethod
    def of(cls, what: WatchKind, status: WatchStatus, since: datetime, reason: str) -> Change:
        """The change; `since` is when it was first missing."""
        return Change(
            kind=cls.kind,
            severity=Severity.CRITICAL,
            field=instant_to_json(since),
            summary=wording.removed(what, reason),
            before=status.value,
            after=WatchStatus.REMOVED.value,
        )


class Restored:
    """The page is back after it was removed."""

    kind = Kind.RESTORED

    @classmethod
    def of(cls, what: WatchKind, status: WatchStatus, since: datetime) -> Change:
        """The change; `since` is when it was first missing."""
        return Change(
            kind=cls.kind,
            severity=Severity.HIGH,
            field=instant_to_json(since),
            summary=wording.restored(what, since),
            before=WatchStatus.REMOVED.value,
            after=status.value,
        )


class Unreachable:
    """The site has not answered with a page for a while."""

    kind = Kind.UNREACHABLE

    @classmethod
    def of(cls, since: datetime, checks: int, reason: str) -> Change:
        """The change; `since` is when the first of the failed checks was."""
        return _blind(cls.kind, wording.unreachable(since, checks, reason), since)


class Blocked:
    """The site has refused us for a while."""

    kind = Kind.BLOCKED

    @classmethod
    def of(cls, since: datetime, checks: int, reason: str) -> Change:
        """The change; `since` is when the first of the refused checks was."""
        return _blind(cls.kind, wording.blocked(since, checks, reason), since)


class Recovered:
    """The watch can be read again after it was told to be unreachable or blocked."""

    kind = Kind.RECOVERED

    @classmethod
    def of(cls, since: datetime, was: Kind, outcome: Outcome) -> Change:
        """The change; `since` is when the failed checks began."""
        return Change(
            kind=cls.kind,
            severity=Severity.LOW,
            field=instant_to_json(since),
            summary=wording.recovered(since),
            before=was.value,
            after=outcome.value,
        )


def _blind(kind: Kind, summary: str, since: datetime) -> Change:
    return Change(kind=kind, severity=Severity.MEDIUM, field=instant_to_json(since), summary=summary)
