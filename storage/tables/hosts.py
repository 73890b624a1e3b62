"""Hosts: the unit of politeness and of being due."""

from sqlalchemy import CheckConstraint, Column, Float, ForeignKey, Integer, Table, Text

from storage.columns import Instant, RowId
from storage.schema import metadata

host = Table(
    "host",
    metadata,
    Column("id", RowId, primary_key=True),
    #: The host name as in URLs, with its port where it has one.
    Column("name", Text, nullable=False, unique=True),
    #: Seconds between requests that robots.txt asks for.
    Column("crawl_delay", Float),
    #: Failed checks in a row over all watches of the host.
    Column("failures", Integer, nullable=False, default=0),
    #: None of its watches is due before.
    Column("paused_until", Instant),
    Column("robots_checked_at", Instant),
    CheckConstraint("crawl_delay >= 0", "crawl_delay"),
    CheckConstraint("failures >= 0", "failures"),
)

#: What the dispatcher looks at instead of at the watches: one row for each host (more, where a host is split up).
host_slot = Table(
    "host_slot",
    metadata,
    Column("host_id", RowId, ForeignKey("host.id", ondelete="CASCADE"), primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    #: When the slot is worth a look: no later than its first due watch, and the instant of the last look while more
    #: of its watches wait, so that hosts take turns. Null: none of its watches is to be checked.
    Column("next_due_at", Instant, index=True),
    #: Counts the leases of the slot; a worker that lost its lease writes nothing.
    Column("lease_no", Integer, nullable=False, default=0),
    CheckConstraint("slot >= 0", "slot"),
    sqlite_with_rowid=False,
)
