"""Column types that both databases keep alike: instants, hostile words, JSON."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

#: A number that the database gives; SQLite numbers rows only where the type is exactly INTEGER.
RowId = BigInteger().with_variant(Integer(), "sqlite")

#: Kept as text: `jsonb` refuses the escaped NULs and lone surrogates that hostile pages hold.
Json = JSON(none_as_null=True)


class Instant(TypeDecorator[datetime]):
    """An instant in UTC: microseconds since 1970 on SQLite, `timestamptz` on PostgreSQL. Refuses naive values."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column's own type."""
        return dialect.type_descriptor(BigInteger() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """What is written. Raises ValueError for an instant without a zone."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"an instant without a zone cannot be stored: {value!r}")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The instant in UTC."""
        if value is None:
            return None
        instant: datetime = _EPOCH + value * _MICROSECOND if dialect.name == "sqlite" else value.astimezone(UTC)
        return instant


class Words(TypeDecorator[str]):
    """Text from outside. What no database keeps (NUL, lone surrogates) becomes U+FFFD or "?"."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the base class gives it
        """What is written."""
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """`text` as `Words` keeps it."""
    return text.replace("\0", "\ufffd").encode(errors="replace").decode()


def to_json(value: Any) -> str:
    """Compact JSON; readable in every script unless a lone surrogate forbids it."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False, separators=(",", ":"))
    return text
