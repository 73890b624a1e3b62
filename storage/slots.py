"""The slots of hosts: when each is next worth a look. The other questions of this package keep them right."""

from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update

from storage.statements import upsert
from storage.tables import host, host_slot, watch_state

#: Up to so many values are written into one statement.
FEW = 500


def opened(c: Connection, name: str) -> int:
    """The number of the host of this name, made with its first slot where it is new; the slot is locked."""
    c.execute(upsert(c, host).values(name=name).on_conflict_do_nothing())
    host_id: int = c.execute(select(host.c.id).where(host.c.name == name)).scalar_one()
    c.execute(upsert(c, host_slot).values(host_id=host_id, slot=0).on_conflict_do_nothing())
    locked(c, host_id, 0)
    return host_id


def locked(c: Connection, host_id: int, slot: int) -> None:
    """Keeps other transactions from the slot until this one ends, so that none overlooks the other's watches."""
    mine = (host_slot.c.host_id == host_id) & (host_slot.c.slot == slot)
    if c.dialect.name != "sqlite":
        c.execute(select(host_slot.c.slot).where(mine).with_for_update())


def brought_forward(c: Connection, host_id: int, slot: int, due_at: datetime) -> None:
    """One of the slot's watches is due at this instant: the slot is so no later."""
    later = or_(host_slot.c.next_due_at.is_(None), host_slot.c.next_due_at > due_at)
    mine = (host_slot.c.host_id == host_id) & (host_slot.c.slot == slot)
    c.execute(update(host_slot).where(mine, later).values(next_due_at=due_at))


def looked_at(c: Connection, host_id: int, slot: int, *, now: datetime) -> None:
    """One of the slot's watches was just checked: the slot is due with its next watch.

    While others of its watches wait, it goes to the end of the queue of due hosts instead, so that hosts take turns.
    """
    mine = (watch_state.c.host_id == host_id) & (watch_state.c.slot == slot)
    waits = c.scalar(select(watch_state.c.slot).where(mine, watch_state.c.next_check_at <= now).limit(1))
    first = now if waits is not None else c.scalar(select(func.min(watch_state.c.next_check_at)).where(mine))
    place = (host_slot.c.host_id == host_id) & (host_slot.c.slot == slot)
    c.execute(update(host_slot).where(place).values(next_due_at=first))
