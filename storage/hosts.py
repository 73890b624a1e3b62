"""Hosts: what they ask for, and how they have answered of late."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage.rows import Host
from storage.statements import upsert
from storage.tables import host

#: So many failed checks in a row open the breaker of a host: it is paused, and then asked by one watch only.
BREAKER = 5


def one(c: Connection, name: str) -> Host:
    """The host of a name; one that was never met has asked for nothing."""
    columns = [column for column in host.c if column.name != "id"]
    row = c.execute(select(*columns).where(host.c.name == name)).one_or_none()
    if row is None:
        return Host(name=name, crawl_delay=None, failures=0, paused_until=None, robots_checked_at=None)
    return Host(**row._asdict())


def learned(c: Connection, name: str, *, crawl_delay: float | None, now: datetime) -> None:
    """Its robots.txt asks for so many seconds between requests; None: for no pause."""
    _set(c, name, crawl_delay=crawl_delay, robots_checked_at=now)


def pause(c: Connection, name: str, *, until: datetime, failures: int) -> None:
    """None of its watches is due before an instant, after so many failed checks in a row."""
    _set(c, name, paused_until=until, failures=failures)


def failed(c: Connection, name: str) -> int:
    """One more failed check in a row; gives their number."""
    failures = one(c, name).failures + 1
    _set(c, name, failures=failures)
    return failures


def answered(c: Connection, name: str) -> None:
    """It answers (again)."""
    _set(c, name, paused_until=None, failures=0)


def _set(c: Connection, name: str, **values: Any) -> None:
    row = upsert(c, host).values(name=name, **values)
    c.execute(row.on_conflict_do_update(index_elements=["name"], set_=values))
