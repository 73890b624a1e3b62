"""The tables, one file a family; importing this package knows them all."""

from storage.tables.captures import capture
from storage.tables.changes import change, holder, notice
from storage.tables.hosts import host, host_slot
from storage.tables.learning import page_block, passing_block
from storage.tables.versions import snapshot, version
from storage.tables.watches import check_count, same_watch, watch, watch_state, watch_tag

__all__ = [
    "capture",
    "change",
    "check_count",
    "holder",
    "host",
    "host_slot",
    "notice",
    "page_block",
    "passing_block",
    "same_watch",
    "snapshot",
    "version",
    "watch",
    "watch_state",
    "watch_tag",
]
