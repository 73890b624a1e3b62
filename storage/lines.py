"""The lines in which notices wait: those of one watch to one target, in the order of their changes.

Who takes notices looks at the first of each line alone (`leads`), however long the lines are. Whoever ends a notice,
or makes one pending again, says which lines moved.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, exists, func, literal, select, update

from storage.statements import among
from storage.tables import notice

#: A target's name and a watch's number.
Line = tuple[str, int]

#: Of the advisory lock under which changes get their numbers and lines move (PostgreSQL).
_LOCK = 0x6D6F6E32


def in_turn(c: Connection) -> None:
    """Makes other writers of changes and lines wait until the transaction ends (SQLite has one writer anyway).

    Numbers of changes become visible in their order, so that who follows by number misses none, and a notice that
    joins a line sees whether it is the first.
    """
    if c.dialect.name == "postgresql":
        c.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def is_pending(table: FromClause = notice) -> ColumnElement[bool]:
    """Still has to go out; word for word the condition of the index, which is used only then."""
    return table.c.state.in_([literal(state, literal_execute=True) for state in ("waiting", "leased")])


def in_state(state: str, table: FromClause = notice) -> ColumnElement[bool]:
    """As `is_pending`, of one state."""
    equal: ColumnElement[bool] = table.c.state == literal(state, literal_execute=True)
    return equal


def before(change_id: int, line: Line) -> ColumnElement[bool]:
    """The pending notices of a line that stand before a change."""
    return and_(_of(line), is_pending(), notice.c.change_id < change_id)


def is_empty_before(c: Connection, change_id: int, line: Line) -> bool:
    """Whether a notice of this change would be the first of the line."""
    return not c.scalar(select(exists().where(before(change_id, line))))


def moved(c: Connection, lines: Iterable[Line]) -> None:
    """Lets the first of each line lead: notices of it were sent, parked or dropped."""
    fronts = [_front(c, line) for line in dict.fromkeys(lines)]
    behind = [it.id for it in fronts if it is not None and not it.leads]
    if behind:
        c.execute(update(notice).where(among(notice.c.id, behind)).values(leads=True))


def reordered(c: Connection, lines: Iterable[Line]) -> None:
    """As `moved`, where a notice may have come back before the one that leads."""
    lines = list(dict.fromkeys(lines))
    for line in lines:
        c.execute(update(notice).where(_of(line), is_pending(), notice.c.leads).values(leads=False))
    moved(c, lines)


def _front(c: Connection, line: Line) -> Any:
    wanted = select(notice.c.id, notice.c.leads).where(_of(line), is_pending()).order_by(notice.c.change_id).limit(1)
    return c.execute(wanted).one_or_none()


def _of(line: Line) -> ColumnElement[bool]:
    target, watch_id = line
    return and_(notice.c.target == target, notice.c.watch_id == watch_id)
