"""Watches: what the user asked for (cold), and what every check writes (hot, clustered by host)."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    and_,
)

from storage.columns import Instant, RowId, Words
from storage.schema import metadata, one_of

#: How a check can end.
OUTCOMES = ("changed", "unchanged", "not_modified", "missing", "blocked", "failed", "disallowed")

#: Seldom written.
watch = Table(
    "watch",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("host_id", RowId, nullable=False),
    Column("slot", Integer, nullable=False, default=0),
    #: Null until the first check found it out.
    Column("kind", Text),
    Column("interval_seconds", Integer),
    Column("added_at", Instant, nullable=False),
    #: The history of a removed watch stays.
    Column("removed_at", Instant),
    #: Validators and hashes of the last good page.
    Column("etag", Words),
    Column("last_modified", Words),
    Column("body_hash", Text),
    Column("record_hash", Text),
    Column("reader_version", Integer),
    #: When the clock next makes something worth telling; null: never.
    Column("remind_at", Instant, index=True),
    #: Bytes of the last good page.
    Column("body_size", Integer),
    ForeignKeyConstraint(["host_id", "slot"], ["host_slot.host_id", "host_slot.slot"]),
    UniqueConstraint("host_id", "slot", "id"),
    CheckConstraint(one_of("kind", "posting", "board"), "kind"),
    CheckConstraint("interval_seconds > 0", "interval_seconds"),
    CheckConstraint("length(url) > 0", "url"),
    sqlite_autoincrement=True,
)

watch_tag = Table(
    "watch_tag",
    metadata,
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True),
    Column("tag", Text, primary_key=True),
    CheckConstraint("length(tag) > 0", "tag"),
    sqlite_with_rowid=False,
)

#: Written by every check: no index but the primary key, and room in each page for the next row version.
watch_state = Table(
    "watch_state",
    metadata,
    Column("host_id", RowId, primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("watch_id", RowId, primary_key=True),
    Column("paused", Boolean, nullable=False, default=False),
    #: Null while the watch is paused or removed.
    Column("next_check_at", Instant),
    Column("last_checked_at", Instant),
    Column("last_outcome", Text),
    Column("last_reason", Words),
    Column("status", Text, nullable=False, default="unknown"),
    #: Number of the last version; 0 before the first.
    Column("version", Integer, nullable=False, default=0),
    #: How many checks were recorded.
    Column("revision", Integer, nullable=False, default=0),
    #: When the last version was last seen.
    Column("last_seen_at", Instant),
    Column("last_change_at", Instant),
    #: When a good page was last seen.
    Column("last_good_at", Instant),
    Column("missing_since", Instant),
    Column("failures", Integer, nullable=False, default=0),
    Column("failing_since", Instant),
    Column("blind", Text),
    ForeignKeyConstraint(
        ["host_id", "slot", "watch_id"], ["watch.host_id", "watch.slot", "watch.id"], ondelete="CASCADE"
    ),
    CheckConstraint("NOT paused OR next_check_at IS NULL", "paused"),
    CheckConstraint(one_of("status", "open", "upcoming", "closed", "removed", "unknown"), "status"),
    CheckConstraint(one_of("last_outcome", *OUTCOMES), "last_outcome"),
    CheckConstraint(one_of("blind", "unreachable", "blocked"), "blind"),
    CheckConstraint("version >= 0 AND revision >= 0 AND failures >= 0", "counters"),
    sqlite_with_rowid=False,
)

#: Joins a watch with its state.
same_watch = and_(
    watch_state.c.host_id == watch.c.host_id, watch_state.c.slot == watch.c.slot, watch_state.c.watch_id == watch.c.id
)

#: How many checks of a watch ended how, by day (UTC).
check_count = Table(
    "check_count",
    metadata,
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("outcome", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    CheckConstraint(one_of("outcome", *OUTCOMES), "outcome"),
    CheckConstraint("count > 0", "count"),
    sqlite_with_rowid=False,
)
