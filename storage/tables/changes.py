"""Changes, the notices that tell them, and the process that is at work."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.columns import Instant, Json, RowId, Words
from storage.schema import metadata, one_of

#: Complete in itself (words before and after), so that old versions can go and the change stays.
change = Table(
    "change",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), nullable=False),
    #: 0 where there was none.
    Column("from_version", Integer, nullable=False),
    Column("to_version", Integer, nullable=False),
    #: Tells changes of one kind apart that fall on one version (removed, restored, removed again): the revision of
    #: the watch that the check made; 0 for changes that come with a version or from the clock.
    Column("occasion", Integer, nullable=False, default=0),
    Column("kind", Text, nullable=False),
    Column("direction", Text),
    Column("field", Words),
    #: `field` so that it can be unique: empty for none, a hash for one that is longer than an index takes.
    Column("field_key", Text, nullable=False),
    Column("before", Json),
    Column("after", Json),
    Column("summary", Words, nullable=False),
    Column("severity", Text, nullable=False),
    Column("detected_at", Instant, nullable=False, index=True),
    Column("since", Instant),
    UniqueConstraint("watch_id", "to_version", "kind", "field_key", "occasion"),
    CheckConstraint("from_version >= 0 AND to_version >= from_version", "versions"),
    CheckConstraint(one_of("severity", "critical", "high", "medium", "low"), "severity"),
    CheckConstraint("length(kind) > 0", "kind"),
    sqlite_autoincrement=True,
)

#: What still has to go out, what may be tried, what is being tried, and what arrived.
PENDING = "state IN ('waiting', 'leased')"
WAITING = "state = 'waiting'"
LEASED = "state = 'leased'"
SENT = "state = 'sent'"

notice = Table(
    "notice",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("change_id", RowId, ForeignKey("change.id", ondelete="CASCADE"), nullable=False),
    #: The change's watch: notices of one watch go to a target in the order of their changes.
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("target", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("state", Text, nullable=False, default="waiting"),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("lease_until", Instant),
    Column("last_error", Words),
    Column("sent_at", Instant),
    Column("created_at", Instant, nullable=False),
    #: How many earlier changes of a flapping field this one tells too, and when the first of them was; null: none.
    Column("folds", Integer),
    Column("folds_since", Instant),
    #: The id of the message that it was tried in, alone or with others; null: never tried. What has it in common stays
    #: one message.
    Column("told_as", Text),
    #: Told no sooner, whatever the rules of the target say: its field flaps. Null: no such limit.
    Column("held_until", Instant),
    #: The first pending one of its watch to its target: none of the others may go before it (`storage.lines`).
    Column("leads", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("change_id", "target"),
    CheckConstraint(one_of("state", "waiting", "leased", "sent", "failed", "dropped"), "state"),
    CheckConstraint("(state = 'leased') = (lease_until IS NOT NULL)", "lease"),
    CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", "sent"),
    CheckConstraint("attempts >= 0", "attempts"),
    sqlite_autoincrement=True,
)

#: The few notices that are looked through again and again.
notice_pending = Index(
    "ix_notice_pending", notice.c.target, notice.c.watch_id, notice.c.change_id, sqlite_where=text(PENDING)
)
#: What may go next, the longest due first.
notice_ready = Index(
    "ix_notice_ready",
    notice.c.target,
    notice.c.leads,
    notice.c.due_at,
    notice.c.change_id,
    sqlite_where=text(WAITING),
)
notice_leased = Index("ix_notice_leased", notice.c.target, notice.c.lease_until, sqlite_where=text(LEASED))
#: What is one message.
notice_together = Index("ix_notice_together", notice.c.target, notice.c.told_as, sqlite_where=text(PENDING))
#: What a target had lately.
notice_sent = Index("ix_notice_sent", notice.c.target, notice.c.sent_at, sqlite_where=text(SENT))

#: Who runs on this database; true only while the lock is held (see `storage.holder`).
holder = Table(
    "holder",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("pid", Integer, nullable=False),
    Column("host", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("since", Instant, nullable=False),
    CheckConstraint("id = 1", "one_row"),
)
