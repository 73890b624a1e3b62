"""The tables, one file a family; importing this package knows them all."""

from storage.tables.captures import capture
from storage.tables.changes import change, holder, notice
from storage.tables.hosts import host, host_slot
from storage.tables.learning import page_block, passing_block
from storage.tables.service import bulletin, pulse
from storage.tables.versions import checkpoint, snapshot, version
from storage.tables.watches import check_count, same_watch, watch, watch_state, watch_tag

__all__ = [
    "bulletin",
    "capture",
    "change",
    "check_count",
    "checkpoint",
    "holder",
    "host",
    "host_slot",
    "notice",
    "page_block",
    "passing_block",
    "pulse",
    "same_watch",
    "snapshot",
    "version",
    "watch",
    "watch_state",
    "watch_tag",
]
