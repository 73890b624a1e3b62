"""Word about the service itself, the pulse that it is read from, and lines of notices."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_KINDS = "'target_failing', 'target_recovered', 'was_down', 'was_blind'"
_PENDING = "state IN ('waiting', 'leased')"

_FIRST_IN_LINE = """
UPDATE notice SET leads = true WHERE state IN ('waiting', 'leased') AND change_id = (
    SELECT min(other.change_id) FROM notice AS other
    WHERE other.target = notice.target AND other.watch_id = notice.watch_id AND other.state IN ('waiting', 'leased')
)
"""


def upgrade() -> None:
    _notices()
    _bulletins()
    op.create_table(
        "pulse",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("since", INSTANT, nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_pulse_name")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_pulse")),
        sqlite_with_rowid=False,
    )


def _notices() -> None:
    op.add_column("notice", sa.Column("told_as", sa.Text(), nullable=True))
    op.add_column("notice", sa.Column("held_until", INSTANT, nullable=True))
    op.add_column("notice", sa.Column("leads", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE notice SET told_as = message_id WHERE attempts > 0 AND state <> 'dropped'")
    op.execute(_FIRST_IN_LINE)
    for name, columns, rows in (
        ("ready", ["target", "leads", "due_at", "change_id"], "state = 'waiting'"),
        ("leased", ["target", "lease_until"], "state = 'leased'"),
        ("together", ["target", "told_as"], _PENDING),
        ("sent", ["target", "sent_at"], "state = 'sent'"),
    ):
        where = sa.text(rows)
        op.create_index(f"ix_notice_{name}", "notice", columns, sqlite_where=where, postgresql_where=where)


def _bulletins() -> None:
    op.create_table(
        "bulletin",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint(f"kind IN ({_KINDS})", name=op.f("ck_bulletin_kind")),
        sa.CheckConstraint("severity IN ('critical', 'high', 'medium', 'low')", name=op.f("ck_bulletin_severity")),
        sa.CheckConstraint(
            "state IN ('waiting', 'leased', 'sent', 'failed', 'dropped')", name=op.f("ck_bulletin_state")
        ),
        sa.CheckConstraint("(state = 'leased') = (lease_until IS NOT NULL)", name=op.f("ck_bulletin_lease")),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_bulletin_sent")),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_bulletin_attempts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletin")),
        sa.UniqueConstraint("message_id", name=op.f("uq_bulletin_message_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_bulletin_pending",
        "bulletin",
        ["target", "id"],
        unique=False,
        sqlite_where=sa.text(_PENDING),
        postgresql_where=sa.text(_PENDING),
    )
