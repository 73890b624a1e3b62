"""What PostgreSQL is told of some tables; apart, because naming its options loads its whole dialect."""

from sqlalchemy import text

from storage.tables.changes import (
    LEASED,
    PENDING,
    SENT,
    WAITING,
    notice_leased,
    notice_pending,
    notice_ready,
    notice_sent,
    notice_together,
)
from storage.tables.hosts import host_slot
from storage.tables.service import bulletin_pending
from storage.tables.watches import check_count, watch_state

#: Rows that every check writes find room for their next version in the same page.
HOT = (host_slot, watch_state, check_count)

for table in HOT:
    table.dialect_kwargs["postgresql_with"] = {"fillfactor": 60}
for index, rows in (
    (notice_pending, PENDING),
    (notice_together, PENDING),
    (notice_ready, WAITING),
    (notice_leased, LEASED),
    (notice_sent, SENT),
    (bulletin_pending, PENDING),
):
    index.dialect_kwargs["postgresql_where"] = text(rows)
