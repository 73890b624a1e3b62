"""Statements as both databases word them, in few texts: every text that a connection has had is kept, compiled."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table

#: Longer lists are asked as they are: they are rare, and a database takes so many values and no more.
_LONG = 1024


def upsert(connection: Connection, table: Table) -> Any:
    """An INSERT of the connection's own dialect, which knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415 - only the dialect in use is imported
    else:
        from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment]  # noqa: PLC0415 - as above
    return insert(table)


def among(column: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column is one of some values, worded alike for about as many of them.

    An IN of each length would be a text of its own, and a service that runs for long would keep hundreds of them, up
    to 50 KiB each, for each connection. So the last value is said again until there are 1, 2, 4, 8, … of them.
    """
    asked = list(values)
    if 0 < len(asked) <= _LONG:
        asked += asked[-1:] * ((1 << (len(asked) - 1).bit_length()) - len(asked))
    return column.in_(asked)
