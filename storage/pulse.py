"""The pulse: what is so at the moment, under a name; only the last word is kept."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, select

from storage.rows import Pulse
from storage.statements import upsert
from storage.tables import pulse, watch, watch_state

#: The service was running.
ALIVE = "alive"
#: A round of checks was good.
GOOD = "good_round"
#: Every check failed.
BLIND = "bad_round"
#: The last rounds of checks.
ROUNDS = "rounds"
#: Begins the name of what is so of a target that fails.
FAILING = "target:"


def get(c: Connection, name: str) -> Pulse | None:
    """What is known under a name."""
    row = c.execute(select(pulse).where(pulse.c.name == name)).one_or_none()
    return None if row is None else Pulse(**row._asdict())


def all_of(c: Connection, prefix: str) -> list[Pulse]:
    """What is known under the names that begin with a prefix, by name."""
    named = pulse.c.name.startswith(prefix, autoescape=True)
    return [Pulse(**row._asdict()) for row in c.execute(select(pulse).where(named).order_by(pulse.c.name))]


def put(c: Connection, name: str, *, at: datetime, since: datetime | None = None, text: str | None = None) -> None:
    """Writes what is so, over what was.

    Args:
        c: A writing connection.
        name: "alive", "good_round", "target:mail".
        at: When it was so, in UTC.
        since: Since when it has been so.
        text: In words, where there is something to say.
    """
    values = {"at": at, "since": since, "text": text}
    row = upsert(c, pulse).values(name=name, **values)
    c.execute(row.on_conflict_do_update(index_elements=["name"], set_=values))


def drop(c: Connection, name: str) -> bool:
    """It is so no more; tells whether it was."""
    return bool(c.execute(delete(pulse).where(pulse.c.name == name)).rowcount)


def missed(c: Connection, *, now: datetime) -> tuple[int, int]:
    """How many watches should have been checked by now, and how many have a reminder that is due."""
    checks = select(func.count()).where(watch_state.c.next_check_at <= now)
    reminders = select(func.count()).where(watch.c.remind_at <= now, watch.c.removed_at.is_(None))
    return c.execute(checks).scalar_one(), c.execute(reminders).scalar_one()
