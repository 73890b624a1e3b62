"""Changes, the notices that tell them, and the process that is at work."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

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

#: What still has to go out.
PENDING = "state IN ('waiting', 'leased')"

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
