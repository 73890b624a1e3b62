"""A chain of hashes over the versions of each watch, and where it goes on after old ones were pruned."""

import sqlalchemy as sa
from alembic import op

from storage import chain

revision = "0004"
down_revision = "0003"

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.add_column("version", sa.Column("chain", sa.Text(), nullable=True))
    op.create_table(
        "checkpoint",
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("pruned_at", INSTANT, nullable=False),
        sa.CheckConstraint("seq > 0", name=op.f("ck_checkpoint_seq")),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_checkpoint_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch_id", name=op.f("pk_checkpoint")),
        sqlite_with_rowid=False,
    )
    # Made by the rules that every later link is made by, from columns that stay as they are.
    chain.fill(op.get_bind())
