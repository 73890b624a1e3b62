"""The wall clock: the only place that reads it. Everything else takes `now`."""

from datetime import UTC, datetime


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one home of the clock
