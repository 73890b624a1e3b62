"""What PostgreSQL is told of some tables; apart, because naming its options loads its whole dialect."""

from sqlalchemy import text

from storage.tables.changes import PENDING, notice_pending
from storage.tables.hosts import host_slot
from storage.tables.watches import check_count, watch_state

#: Rows that every check writes find room for their next version in the same page.
HOT = (host_slot, watch_state, check_count)

for table in HOT:
    table.dialect_kwargs["postgresql_with"] = {"fillfactor": 60}
notice_pending.dialect_kwargs["postgresql_where"] = text(PENDING)
