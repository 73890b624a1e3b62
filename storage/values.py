"""Whether every value of an SQLite database is of its column's type: SQLite itself takes any value in any column."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Float,
    Integer,
    LargeBinary,
    and_,
    func,
    literal,
    not_,
    or_,
    select,
)

from storage.columns import Instant
from storage.database import Database
from storage.errors import DatabaseDamaged
from storage.tables import watch

#: What SQLite calls the values of our types, where they are no text.
_KINDS: tuple[tuple[type, tuple[str, ...]], ...] = (
    (LargeBinary, ("blob",)),
    (Float, ("real", "integer")),
    (Integer, ("integer",)),
    (BigInteger, ("integer",)),
    (Boolean, ("integer",)),
    (Instant, ("integer",)),
)
#: So many rows are looked at in one go.
_AT_ONCE = 200


def check_values(database: Database) -> None:
    """Reads everything but the pages.

    Raises:
        DatabaseDamaged: something is not what its column is for.
    """
    with database.reading() as c:
        for table in watch.metadata.sorted_tables:
            if c.execute(select(literal(1)).select_from(table).where(or_(*map(_is_strange, table.c))).limit(1)).first():
                raise DatabaseDamaged(f"a row of {table.name} holds what its columns are not for")
            columns = [it for it in table.c if not isinstance(it.type, LargeBinary)]
            try:
                # Read as they are used: texts, instants, JSON.
                for _ in c.execute(select(*columns), execution_options={"yield_per": _AT_ONCE}):
                    pass
            except (ValueError, OverflowError, RecursionError, TypeError) as error:
                raise DatabaseDamaged(f"a row of {table.name} cannot be read ({error})") from error


def _is_strange(column: Column[object]) -> ColumnElement[bool]:
    kinds = next((kinds for kind, kinds in _KINDS if isinstance(column.type, kind)), ("text",))
    found: list[ColumnElement[bool]] = [func.typeof(column).not_in(kinds)]
    if isinstance(column.type, Boolean):
        found.append(column.cast(Integer).not_in([0, 1]))
    if isinstance(column.type, Date):
        found.append(not_(func.coalesce(func.date(column) == column, False)))
    return and_(func.typeof(column) != "null", or_(*found))
