"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.BigInteger().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    _hosts()
    _snapshots_and_holder()
    _watches()
    _states()
    _versions()
    _changes()
    _notices()


def _hosts() -> None:
    op.create_table(
        "host",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("crawl_delay", sa.Float()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("paused_until", INSTANT),
        sa.Column("robots_checked_at", INSTANT),
        sa.CheckConstraint("crawl_delay >= 0", name=op.f("ck_host_crawl_delay")),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_host_failures")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_host")),
        sa.UniqueConstraint("name", name=op.f("uq_host_name")),
    )
    op.create_table(
        "host_slot",
        sa.Column("host_id", ROW_ID, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("next_due_at", INSTANT),
        sa.Column("lease_no", sa.Integer(), nullable=False),
        sa.CheckConstraint("slot >= 0", name=op.f("ck_host_slot_slot")),
        sa.ForeignKeyConstraint(["host_id"], ["host.id"], name=op.f("fk_host_slot_host_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("host_id", "slot", name=op.f("pk_host_slot")),
        postgresql_with={"fillfactor": 60},
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_host_slot_next_due_at"), "host_slot", ["next_due_at"], unique=False)


def _snapshots_and_holder() -> None:
    op.create_table(
        "snapshot",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("keyframe", sa.Text()),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("keyframe <> sha256", name=op.f("ck_snapshot_keyframe")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_snapshot_sha256")),
        sa.CheckConstraint("size >= 0", name=op.f("ck_snapshot_size")),
        sa.ForeignKeyConstraint(["keyframe"], ["snapshot.sha256"], name=op.f("fk_snapshot_keyframe")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_snapshot")),
    )
    op.create_index(op.f("ix_snapshot_keyframe"), "snapshot", ["keyframe"], unique=False)
    op.create_table(
        "holder",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_holder_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holder")),
    )


def _watches() -> None:
    op.create_table(
        "watch",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("host_id", ROW_ID, nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("interval_seconds", sa.Integer()),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("removed_at", INSTANT),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("body_hash", sa.Text()),
        sa.Column("record_hash", sa.Text()),
        sa.Column("reader_version", sa.Integer()),
        sa.Column("remind_at", INSTANT),
        sa.CheckConstraint("kind IN ('posting', 'board')", name=op.f("ck_watch_kind")),
        sa.CheckConstraint("interval_seconds > 0", name=op.f("ck_watch_interval_seconds")),
        sa.CheckConstraint("length(url) > 0", name=op.f("ck_watch_url")),
        sa.ForeignKeyConstraint(
            ["host_id", "slot"], ["host_slot.host_id", "host_slot.slot"], name=op.f("fk_watch_host_id_slot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
        sa.UniqueConstraint("host_id", "slot", "id", name=op.f("uq_watch_host_id_slot_id")),
        sa.UniqueConstraint("url", name=op.f("uq_watch_url")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_watch_remind_at"), "watch", ["remind_at"], unique=False)
    op.create_table(
        "watch_tag",
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.CheckConstraint("length(tag) > 0", name=op.f("ck_watch_tag_tag")),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_watch_tag_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch_id", "tag", name=op.f("pk_watch_tag")),
        sqlite_with_rowid=False,
    )


def _states() -> None:
    op.create_table(
        "watch_state",
        sa.Column("host_id", ROW_ID, nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("next_check_at", INSTANT),
        sa.Column("last_checked_at", INSTANT),
        sa.Column("last_outcome", sa.Text()),
        sa.Column("last_reason", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("last_seen_at", INSTANT),
        sa.Column("last_change_at", INSTANT),
        sa.Column("last_good_at", INSTANT),
        sa.Column("missing_since", INSTANT),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failing_since", INSTANT),
        sa.Column("blind", sa.Text()),
        sa.CheckConstraint("blind IN ('unreachable', 'blocked')", name=op.f("ck_watch_state_blind")),
        sa.CheckConstraint(
            "last_outcome IN ('changed', 'unchanged', 'not_modified', 'missing', 'blocked', 'failed', 'disallowed')",
            name=op.f("ck_watch_state_last_outcome"),
        ),
        sa.CheckConstraint(
            "status IN ('open', 'upcoming', 'closed', 'removed', 'unknown')", name=op.f("ck_watch_state_status")
        ),
        sa.CheckConstraint("NOT paused OR next_check_at IS NULL", name=op.f("ck_watch_state_paused")),
        sa.CheckConstraint("version >= 0 AND revision >= 0 AND failures >= 0", name=op.f("ck_watch_state_counters")),
        sa.ForeignKeyConstraint(
            ["host_id", "slot", "watch_id"],
            ["watch.host_id", "watch.slot", "watch.id"],
            name=op.f("fk_watch_state_host_id_slot_watch_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("host_id", "slot", "watch_id", name=op.f("pk_watch_state")),
        postgresql_with={"fillfactor": 60},
        sqlite_with_rowid=False,
    )
    op.create_table(
        "check_count",
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('changed', 'unchanged', 'not_modified', 'missing', 'blocked', 'failed', 'disallowed')",
            name=op.f("ck_check_count_outcome"),
        ),
        sa.CheckConstraint("count > 0", name=op.f("ck_check_count_count")),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_check_count_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch_id", "day", "outcome", name=op.f("pk_check_count")),
        postgresql_with={"fillfactor": 60},
        sqlite_with_rowid=False,
    )


def _versions() -> None:
    op.create_table(
        "version",
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("observed_at", INSTANT, nullable=False),
        sa.Column("last_seen_at", INSTANT, nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("snapshot", sa.Text()),
        sa.Column("reader_version", sa.Integer(), nullable=False),
        sa.Column("final_url", sa.Text()),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("reread", sa.Boolean(), nullable=False),
        sa.CheckConstraint("seq > 0", name=op.f("ck_version_seq")),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshot.sha256"], name=op.f("fk_version_snapshot")),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_version_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch_id", "seq", name=op.f("pk_version")),
    )
    op.create_index(op.f("ix_version_snapshot"), "version", ["snapshot"], unique=False)


def _changes() -> None:
    op.create_table(
        "change",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("from_version", sa.Integer(), nullable=False),
        sa.Column("to_version", sa.Integer(), nullable=False),
        sa.Column("occasion", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text()),
        sa.Column("field", sa.Text()),
        sa.Column("field_key", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.Column("after", sa.JSON()),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("detected_at", INSTANT, nullable=False),
        sa.Column("since", INSTANT),
        sa.CheckConstraint("severity IN ('critical', 'high', 'medium', 'low')", name=op.f("ck_change_severity")),
        sa.CheckConstraint("from_version >= 0 AND to_version >= from_version", name=op.f("ck_change_versions")),
        sa.CheckConstraint("length(kind) > 0", name=op.f("ck_change_kind")),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_change_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sa.UniqueConstraint(
            "watch_id",
            "to_version",
            "kind",
            "field_key",
            "occasion",
            name=op.f("uq_change_watch_id_to_version_kind_field_key_occasion"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_change_detected_at"), "change", ["detected_at"], unique=False)


def _notices() -> None:
    op.create_table(
        "notice",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("change_id", ROW_ID, nullable=False),
        sa.Column("watch_id", ROW_ID, nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", INSTANT),
        sa.Column("last_error", sa.Text()),
        sa.Column("sent_at", INSTANT),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint("(state = 'leased') = (lease_until IS NOT NULL)", name=op.f("ck_notice_lease")),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_notice_sent")),
        sa.CheckConstraint("state IN ('waiting', 'leased', 'sent', 'failed', 'dropped')", name=op.f("ck_notice_state")),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_notice_attempts")),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_notice_change_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["watch_id"], ["watch.id"], name=op.f("fk_notice_watch_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("change_id", "target", name=op.f("uq_notice_change_id_target")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_notice_pending",
        "notice",
        ["target", "watch_id", "change_id"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'leased')"),
        postgresql_where=sa.text("state IN ('waiting', 'leased')"),
    )
    op.create_index(op.f("ix_notice_watch_id"), "notice", ["watch_id"], unique=False)
