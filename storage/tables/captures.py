"""Pages that were not believed, kept for the user to look at."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Table, Text

from storage.columns import Instant, Json, RowId, Words
from storage.schema import metadata, one_of
from storage.tables.watches import OUTCOMES

capture = Table(
    "capture",
    metadata,
    Column("watch_id", RowId, ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True),
    Column("taken_at", Instant, primary_key=True),
    Column("outcome", Text, nullable=False),
    Column("reason", Words, nullable=False),
    #: 0 (nothing to be believed) to 100; null where there was nothing to compare with.
    Column("quality", Integer),
    Column("http_status", Integer),
    Column("final_url", Words),
    Column("headers", Json, nullable=False),
    Column("snapshot", Text, ForeignKey("snapshot.sha256"), nullable=False, index=True),
    CheckConstraint(one_of("outcome", *OUTCOMES), "outcome"),
    CheckConstraint("quality BETWEEN 0 AND 100", "quality"),
    sqlite_with_rowid=False,
)
