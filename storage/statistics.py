"""How the whole installation does, counted: what `monitor status` and the metrics ask.

Each answer is one pass over rows that are clustered by host, or a look into an index; none reads a record or a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Subquery,
    and_,
    case,
    cast,
    desc,
    func,
    literal_column,
    select,
    true,
)

from storage.rows import Watch
from storage.tables import bulletin, change, check_count, host, notice, same_watch, watch, watch_state
from storage.tables.watches import OUTCOMES
from storage.watches import from_row, selecting

#: These say that a page could not be looked at; one that is gone is an answer.
ERRORS = ("blocked", "failed", "disallowed")

#: So many watches are asked for their counts, where there are more.
_ASKED = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Queue:
    """Watches, by what is to become of them."""

    #: Neither paused nor removed.
    active: int
    paused: int
    #: To be checked by now; hosts that are left alone for a while do not count here.
    due: int
    #: Those of them that were to be checked long ago.
    overdue: int
    #: To be checked by now, but their host is left alone.
    held_back: int
    #: The user was told that they cannot be read.
    blind: int
    #: When the first of those that are due was to be checked.
    first_due_at: datetime | None
    #: Seconds that one request for each watch of the busiest host takes.
    longest_pass: float


@dataclass(frozen=True, kw_only=True, slots=True)
class HostErrors:
    """A host whose pages could not be looked at."""

    name: str
    #: Its watches that were checked lately, and those of them whose last check ended so.
    checked: int
    errors: int
    #: Failed checks in a row over all its watches.
    failures: int
    #: None of its watches is due before.
    paused_until: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """How checks ended."""

    #: Every outcome has its number.
    outcomes: Mapping[str, int]
    #: From a part of the watches.
    estimated: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SlowHost:
    """A host whose watches cannot all be checked at their intervals, one request at a time."""

    name: str
    watches: int
    #: Seconds between two requests.
    delay: float
    #: Seconds that one request for each watch takes.
    pass_seconds: float
    #: By how much the intervals ask for more than there is time.
    load: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Undelivered:
    """How many notices and bulletins one target has not got."""

    target: str
    #: To be sent, or being sent.
    waiting: int
    #: Given up until somebody asks for another attempt.
    failed: int


def survey(
    c: Connection, *, now: datetime, overdue_after: timedelta, lately: timedelta, delay: float, limit: int
) -> tuple[Queue, list[HostErrors]]:
    """How many watches there are and wait, and the worst hosts: many errors among many watches; one pass.

    Args:
        c: where.
        now: this instant, in UTC.
        overdue_after: a watch that was due before is overdue.
        lately: checks before do not count for a host any more.
        delay: seconds between two requests to one host; a longer one that it asks for counts instead.
        limit: so many hosts at most.
    """
    by_host = _by_host(now, overdue_after, lately)
    is_held = and_(host.c.paused_until.is_not(None), host.c.paused_until > now)
    held = {it: case((is_held, 0), else_=by_host.c[it]) for it in ("due", "overdue")}
    wanted: dict[str, Any] = {it: by_host.c[it] for it in ("active", "paused", "blind")} | held
    wanted["held_back"] = case((is_held, by_host.c.due), else_=0)
    at = watch_state.c.next_check_at
    rows = c.execute(
        select(host.c.name, host.c.failures, host.c.paused_until, by_host.c.checked, by_host.c.errors)
        .add_columns(*(func.sum(column).over().label(it) for it, column in wanted.items()))
        .add_columns(func.min(case((is_held, None), else_=by_host.c.first), type_=at.type).over().label("first"))
        .add_columns(func.max(by_host.c.active * _apart(delay)).over().label("longest_pass"))
        .join_from(by_host, host, host.c.id == by_host.c.host_id)
        .order_by(desc(cast(by_host.c.errors, Float) * by_host.c.errors / (by_host.c.checked + 1)), host.c.name)
        .limit(limit)
    ).all()
    first = rows[0].first if rows else None
    numbers = {it: int(getattr(rows[0], it)) if rows else 0 for it in wanted}
    queue = Queue(
        **numbers,
        first_due_at=first if first and first <= now else None,
        longest_pass=float(rows[0].longest_pass) if rows else 0.0,
    )
    return queue, [_host_errors(row) for row in rows if row.errors]


def checked(c: Connection, *, since: date) -> Checked:
    """How checks ended, from the beginning of a day (UTC) on; of very many watches, some are asked for all."""
    last: int = c.scalar(select(func.max(watch.c.id))) or 0
    # No index knows days, but the counts of a watch lie together in their order.
    asked = select(watch.c.id) if last <= _ASKED else Random(last).sample(range(1, last + 1), _ASKED)  # noqa: S311 - no secret
    wanted = (
        select(check_count.c.outcome, func.sum(check_count.c.count))
        .where(check_count.c.watch_id.in_(asked), check_count.c.day >= since)
        .group_by(check_count.c.outcome)
    )
    weight = max(1.0, last / _ASKED)
    found = {outcome: round(int(number) * weight) for outcome, number in c.execute(wanted)}
    return Checked(outcomes={it: found.get(it, 0) for it in OUTCOMES}, estimated=last > _ASKED)


def blind(c: Connection, *, limit: int) -> list[Watch]:
    """Watches that cannot be read, of which the user was told, the longest so first; without their tags."""
    wanted = selecting(with_record=False).where(watch_state.c.blind.is_not(None), watch.c.removed_at.is_(None))
    rows = c.execute(wanted.order_by(watch_state.c.failing_since, watch.c.id).limit(limit))
    return [from_row(row, ()) for row in rows]


def slow_hosts(c: Connection, *, delay: float, default: timedelta, shortest: timedelta, limit: int) -> list[SlowHost]:
    """The hosts that cannot be asked as often as their watches want, the most overburdened first.

    Args:
        c: where.
        delay: seconds between two requests to one host; a longer one that it asks for counts instead.
        default: the interval of a watch that has none of its own.
        shortest: no interval is shorter.
        limit: so many at most.
    """
    apart = _apart(delay)
    many = (
        select(watch_state.c.host_id, func.count(watch_state.c.next_check_at).label("watches"))
        .group_by(watch_state.c.host_id)
        .subquery()
    )
    # Few hosts have so many watches: only theirs are looked at one by one.
    crowded = (
        select(host.c.id, host.c.name, apart.label("delay"), many.c.watches)
        .join_from(many, host, host.c.id == many.c.host_id)
        .where(many.c.watches * apart > shortest.total_seconds())
    )
    found = [_slow(c, row, default, shortest) for row in c.execute(crowded)]
    return sorted((it for it in found if it.load > 1), key=lambda it: -it.load)[:limit]


def undelivered(c: Connection) -> list[Undelivered]:
    """What waits or was given up, by target."""
    waiting, failed = dict[str, int](), dict[str, int]()
    for table in (notice, bulletin):
        for states, found in ((("waiting", "leased"), waiting), (("failed",), failed)):
            # Word for word the condition of the index, which is used only then.
            wanted = table.c.state.in_([literal_column(f"'{it}'") for it in states])
            for target, number in c.execute(
                select(table.c.target, func.count()).where(wanted).group_by(table.c.target)
            ):
                found[target] = found.get(target, 0) + number
    names = sorted(waiting.keys() | failed.keys())
    return [Undelivered(target=it, waiting=waiting.get(it, 0), failed=failed.get(it, 0)) for it in names]


def changes(c: Connection, *, since: datetime) -> dict[str, int]:
    """How many changes were found since an instant, by kind."""
    wanted = select(change.c.kind, func.count()).where(change.c.detected_at >= since).group_by(change.c.kind)
    return {row[0]: row[1] for row in c.execute(wanted.order_by(change.c.kind))}


def _slow(c: Connection, crowded: Any, default: timedelta, shortest: timedelta) -> SlowHost:
    own = func.coalesce(watch.c.interval_seconds, default.total_seconds())
    interval = case((own < shortest.total_seconds(), shortest.total_seconds()), else_=cast(own, Float))
    busy = select(func.sum(crowded.delay / interval)).join_from(watch_state, watch, same_watch)
    load = c.scalar(busy.where(watch_state.c.host_id == crowded.id, watch_state.c.next_check_at.is_not(None)))
    return SlowHost(
        name=crowded.name,
        watches=crowded.watches,
        delay=float(crowded.delay),
        pass_seconds=crowded.watches * float(crowded.delay),
        load=float(load or 0),
    )


def _apart(delay: float) -> ColumnElement[float]:
    """Seconds between two requests to a host."""
    return case((host.c.crawl_delay > delay, host.c.crawl_delay), else_=delay)


def _by_host(now: datetime, overdue_after: timedelta, lately: timedelta) -> Subquery:
    at, is_late = watch_state.c.next_check_at, watch_state.c.last_checked_at > now - lately
    return (
        select(
            watch_state.c.host_id,
            func.count(at).label("active"),
            _number(watch_state.c.paused.is_(true())).label("paused"),
            func.count(watch_state.c.blind).label("blind"),
            _number(at <= now).label("due"),
            _number(at <= now - overdue_after).label("overdue"),
            func.min(at, type_=at.type).label("first"),
            _number(is_late).label("checked"),
            _number(and_(is_late, watch_state.c.last_outcome.in_(ERRORS))).label("errors"),
        )
        .group_by(watch_state.c.host_id)
        .subquery()
    )


def _host_errors(row: Any) -> HostErrors:
    numbers = {"checked": int(row.checked), "errors": int(row.errors), "failures": row.failures}
    return HostErrors(name=row.name, paused_until=row.paused_until, **numbers)


def _number(condition: Any) -> ColumnElement[int]:
    """How many rows meet a condition."""
    return func.count().filter(condition)
