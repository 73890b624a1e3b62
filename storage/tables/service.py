"""Word about the service itself, and the pulse that it is read from."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text, text

from storage.columns import Instant, RowId, Words
from storage.schema import metadata, one_of
from storage.tables.changes import PENDING

#: A message to one target about the service and no watch: a target that fails, a time without checks.
bulletin = Table(
    "bulletin",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("target", Text, nullable=False),
    Column("kind", Text, nullable=False),
    #: The same for the same occasion, so that it is told once whoever finds it out.
    Column("message_id", Text, nullable=False, unique=True),
    Column("title", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("severity", Text, nullable=False),
    Column("state", Text, nullable=False, default="waiting"),
    Column("due_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("lease_until", Instant),
    Column("last_error", Words),
    Column("sent_at", Instant),
    Column("created_at", Instant, nullable=False),
    CheckConstraint(one_of("kind", "target_failing", "target_recovered", "was_down", "was_blind"), "kind"),
    CheckConstraint(one_of("severity", "critical", "high", "medium", "low"), "severity"),
    CheckConstraint(one_of("state", "waiting", "leased", "sent", "failed", "dropped"), "state"),
    CheckConstraint("(state = 'leased') = (lease_until IS NOT NULL)", "lease"),
    CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", "sent"),
    CheckConstraint("attempts >= 0", "attempts"),
    sqlite_autoincrement=True,
)

#: The few that are looked for again and again.
bulletin_pending = Index("ix_bulletin_pending", bulletin.c.target, bulletin.c.id, sqlite_where=text(PENDING))

#: What is so at the moment, under a name: "alive", "good_round", a target that fails. Written over and over.
pulse = Table(
    "pulse",
    metadata,
    Column("name", Text, primary_key=True),
    #: When it was last so.
    Column("at", Instant, nullable=False),
    #: Since when it has been so.
    Column("since", Instant),
    Column("text", Words),
    CheckConstraint("length(name) > 0", "name"),
    sqlite_with_rowid=False,
)
