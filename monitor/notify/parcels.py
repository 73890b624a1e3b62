"""What a worker sends: a message of notices, or a bulletin. Both are tried, recorded and given back alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Protocol

from config.targets import TargetSettings
from monitor.journal import about
from monitor.notify import bulletins as wording
from monitor.notify.attachments import NONE, Attachments, attachments_of
from monitor.notify.rendering import Message, compose
from monitor.notify.templates import Templates
from storage import bulletins, outbox
from storage.database import Connection
from storage.rows import Bulletin, ClaimedNotice

#: Begins `last_error` from the first time that nobody knew whether the message arrived.
UNKNOWN = "unknown: "


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What is needed to word messages to one target."""

    target: TargetSettings
    zone: tzinfo
    #: Where people reach the web page; "" where there is none.
    public_url: str
    templates: Templates | None


class Parcel(Protocol):
    """One message under a lease."""

    @property
    def attempts(self) -> int:
        """How often it was tried, with this time."""

    @property
    def early(self) -> bool:
        """Sent before its time, to see whether the target is well again."""

    @property
    def was_silent(self) -> bool:
        """An earlier attempt ended in silence: it may have arrived."""

    @property
    def notices(self) -> int:
        """How many notices it tells."""

    @property
    def name(self) -> str:
        """For the log."""

    @property
    def about(self) -> dict[str, Any]:
        """For the log, as of `monitor.journal.about`."""

    @property
    def changes(self) -> tuple[int, ...]:
        """The numbers of the changes that it tells."""

    def packed(self, c: Connection, desk: Desk) -> tuple[Message, Attachments]:
        """The message in words."""

    def sent(self, c: Connection, now: datetime) -> None:
        """Record that the target took it."""

    def failed(self, c: Connection, now: datetime, error: str, retry_at: datetime | None) -> None:
        """Record that it did not; None parks it."""

    def release(self, c: Connection) -> None:
        """Give it back untried."""

    def missed(self, c: Connection, error: str) -> None:
        """Record that an early attempt came to nothing."""


@dataclass(frozen=True, slots=True)
class NoticeParcel:
    """The notices of one message, in the order of their changes."""

    group: Sequence[ClaimedNotice]
    #: They were never tried before.
    untried: bool = False
    #: Sent before its time, to see whether the target is well again: that it is not does not count as an attempt.
    early: bool = False

    @property
    def attempts(self) -> int:
        """See `Parcel`."""
        return max(it.notice.attempts for it in self.group)

    @property
    def was_silent(self) -> bool:
        """See `Parcel`."""
        return any((it.notice.last_error or "").startswith(UNKNOWN) for it in self.group)

    @property
    def notices(self) -> int:
        """See `Parcel`."""
        return len(self.group)

    @property
    def name(self) -> str:
        """See `Parcel`."""
        return f"change {', '.join(str(it.change.id) for it in self.group)}"

    @property
    def about(self) -> dict[str, Any]:
        """See `Parcel`."""
        return about(*dict.fromkeys(it.watch.id for it in self.group), target=self.group[0].notice.target)

    @property
    def changes(self) -> tuple[int, ...]:
        """See `Parcel`."""
        return tuple(it.change.id for it in self.group)

    def packed(self, c: Connection, desk: Desk) -> tuple[Message, Attachments]:
        """See `Parcel`."""
        told = [(it.change, it.watch) for it in self.group]
        name = self.group[0].notice.told_as or self.group[0].notice.message_id
        message = compose(told, desk.zone, name, self._folds(), public_url=desk.public_url, templates=desk.templates)
        # A slow line may be what the silence was: the second time goes without files.
        return message, NONE if self.was_silent else attachments_of(c, desk.target, self.group)

    def sent(self, c: Connection, now: datetime) -> None:
        """See `Parcel`."""
        outbox.sent(c, *self._ids, now=now)

    def failed(self, c: Connection, now: datetime, error: str, retry_at: datetime | None) -> None:
        """See `Parcel`."""
        outbox.failed(c, *self._ids, now=now, error=error, retry_at=retry_at)

    def release(self, c: Connection) -> None:
        """See `Parcel`."""
        outbox.release(c, self._ids, untried=self.untried)

    def missed(self, c: Connection, error: str) -> None:
        """See `Parcel`."""
        outbox.release(c, self._ids, untried=False, error=error)

    @property
    def _ids(self) -> list[int]:
        return [it.notice.id for it in self.group]

    def _folds(self) -> dict[int, tuple[int, datetime]]:
        known = ((it.change.id, it.notice) for it in self.group)
        return {it: (notice.folds, notice.folds_since) for it, notice in known if notice.folds and notice.folds_since}


@dataclass(frozen=True, slots=True)
class BulletinParcel:
    """One bulletin."""

    bulletin: Bulletin
    early: bool = False

    @property
    def attempts(self) -> int:
        """See `Parcel`."""
        return self.bulletin.attempts

    @property
    def was_silent(self) -> bool:
        """See `Parcel`."""
        return (self.bulletin.last_error or "").startswith(UNKNOWN)

    @property
    def notices(self) -> int:
        """See `Parcel`."""
        return 1

    @property
    def name(self) -> str:
        """See `Parcel`."""
        return f"that {self.bulletin.title}"

    @property
    def about(self) -> dict[str, Any]:
        """See `Parcel`."""
        return about(target=self.bulletin.target)

    @property
    def changes(self) -> tuple[int, ...]:
        """See `Parcel`."""
        return ()

    def packed(self, c: Connection, desk: Desk) -> tuple[Message, Attachments]:  # noqa: ARG002 - as of `Parcel`
        """See `Parcel`."""
        return wording.message_of(self.bulletin), NONE

    def sent(self, c: Connection, now: datetime) -> None:
        """See `Parcel`."""
        bulletins.sent(c, self.bulletin.id, now=now)

    def failed(self, c: Connection, now: datetime, error: str, retry_at: datetime | None) -> None:
        """See `Parcel`."""
        bulletins.failed(c, self.bulletin.id, now=now, error=error, retry_at=retry_at)

    def release(self, c: Connection) -> None:
        """See `Parcel`."""
        bulletins.release(c, [self.bulletin.id])

    def missed(self, c: Connection, error: str) -> None:  # noqa: ARG002 - as of `Parcel`
        """See `Parcel`."""
        bulletins.release(c, [self.bulletin.id])
