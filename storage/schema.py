"""The metadata that every table hangs on, and which revision of the schema this program is made for."""

from sqlalchemy import MetaData

#: The newest revision in `migrations/versions`, known here so that opening a database needs no alembic.
REVISION = "0004"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def one_of(column: str, *values: str) -> str:
    """The SQL of a check constraint: `column` is one of `values` (or null)."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"
