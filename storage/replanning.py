"""The checks that a clock planned while it was ahead: once it is set back they would be days away."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from storage.tables import host, host_slot, watch_state

#: A check dated later than this from now was dated by a clock that has been set back.
_DRIFT = timedelta(minutes=1)


def replan(c: Connection, *, now: datetime, longest_pause: timedelta) -> int:
    """Makes due what was last checked in the future, and ends pauses of its hosts that end unbelievably late.

    Args:
        c: A writing connection.
        now: In UTC.
        longest_pause: No host of theirs is left alone for longer from now on.

    Returns:
        How many checks are due now that were planned for later.
    """
    ahead = watch_state.c.last_checked_at > now + _DRIFT
    late = (ahead, watch_state.c.next_check_at > now)
    theirs = host.c.id.in_(select(watch_state.c.host_id).where(ahead))
    latest = now + longest_pause
    # In the order in which everybody writes them: hosts, slots, watches.
    c.execute(update(host).where(theirs, host.c.paused_until > latest).values(paused_until=latest))
    # Also of those that are not late: a slot is put at the end of the queue by the date of its last check.
    mine = host_slot.c.host_id.in_(select(watch_state.c.host_id).where(ahead, watch_state.c.next_check_at.is_not(None)))
    c.execute(update(host_slot).where(mine, host_slot.c.next_due_at > now).values(next_due_at=now))
    return c.execute(update(watch_state).where(*late).values(next_check_at=now)).rowcount
