"""Versions and the snapshots they were read from."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Integer, LargeBinary, Table, Text

from storage.columns import Instant, Json, RowId, Words
from storage.schema import metadata

#: Bodies by their content. A keyframe is a zstd frame of its own, every other a delta against one keyframe.
snapshot = Table(
    "snapshot",
    metadata,
    #: Of the body, hex.
    Column("sha256", Text, primary_key=True),
    #: Bytes of the body.
    Column("size", Integer, nullable=False),
    #: The snapshot that is this one's dictionary; null for a keyframe.
    Column("keyframe", Text, ForeignKey("snapshot.sha256"), index=True),
    #: One zstd frame with a checksum.
    Column("data", LargeBinary, nullable=False),
    CheckConstraint("length(sha256) = 64", "sha256"),
    CheckConstraint("size >= 0", "size"),
    CheckConstraint("keyframe <> sha256", "keyframe"),
)

version = Table(
    "version",
    metadata,
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("observed_at", Instant, nullable=False),
    #: Final once a later version is there; of the last version, `watch_state.last_seen_at` counts.
    Column("last_seen_at", Instant, nullable=False),
    Column("record", Json, nullable=False),
    Column("snapshot", Text, ForeignKey("snapshot.sha256"), index=True),
    Column("reader_version", Integer, nullable=False),
    Column("final_url", Words),
    Column("headers", Json, nullable=False),
    Column("reread", Boolean, nullable=False, default=False),
    #: Of the hashes over all versions up to this one (`storage.chain`), hex.
    Column("chain", Text),
    CheckConstraint("seq > 0", "seq"),
)

#: Where the chain of a watch begins after its first versions were pruned.
checkpoint = Table(
    "checkpoint",
    metadata,
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True),
    #: The last version that was pruned.
    Column("seq", Integer, nullable=False),
    #: Its link.
    Column("chain", Text, nullable=False),
    #: Of the changes that the link after it covers, which were pruned too.
    Column("told", Text, nullable=False),
    Column("pruned_at", Instant, nullable=False),
    CheckConstraint("seq > 0", "seq"),
    sqlite_with_rowid=False,
)
