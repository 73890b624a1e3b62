"""Learned blocks, captures of bad pages, and notices that sum up a flapping field."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")
_OUTCOMES = "'changed', 'unchanged', 'not_modified', 'missing', 'blocked', 'failed', 'disallowed'"


def upgrade() -> None:
    _learning()
    _captures()
    op.add_column("notice", sa.Column("folds", sa.Integer(), nullable=True))
    op.add_column("notice", sa.Column("folds_since", INSTANT, nullable=True))
    op.add_column("watch", sa.Column("body_size", sa.Integer(), nullable=True))


def _learning() -> None:
    op.create_table(
        "page_block",
        sa.Column("host_id", ROW_ID, nullable=False),
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["host_id"], ["host.id"], name=op.f("fk_page_block_host_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_page_block_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("host_id", "block", "watch_id", name=op.f("pk_page_block")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_page_block_watch_id"), "page_block", ["watch_id"])
    op.create_table(
        "passing_block",
        sa.Column("host_id", ROW_ID, nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["host_id"], ["host.id"], name=op.f("fk_passing_block_host_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("host_id", "template", "block", name=op.f("pk_passing_block")),
        sqlite_with_rowid=False,
    )


def _captures() -> None:
    op.create_table(
        "capture",
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("taken_at", INSTANT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("quality", sa.Integer(), nullable=True),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("final_url", sa.Text(), nullable=True),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.CheckConstraint(f"outcome IN ({_OUTCOMES})", name=op.f("ck_capture_outcome")),
        sa.CheckConstraint("quality BETWEEN 0 AND 100", name=op.f("ck_capture_quality")),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshot.sha256"], name=op.f("fk_capture_snapshot")),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_capture_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch_id", "taken_at", name=op.f("pk_capture")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_capture_snapshot"), "capture", ["snapshot"])
