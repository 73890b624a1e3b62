"""Reminders: what the clock alone makes worth telling, recorded like any change."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from config.durations import format_duration
from config.settings import Settings
from monitor.changes import clock_changes, is_of_same_deadline, next_reminder_at
from monitor.known import known_of
from monitor.notify import rules
from monitor.recording import new_change
from monitor.vocabulary import Change, Kind
from spiders.posting import Deadline
from storage import changes as stored_changes
from storage import pulse, reminders
from storage.database import Connection, Database
from storage.rows import StoredChange, Watch

#: The smallest step of our instants.
_TICK = timedelta(microseconds=1)
_KINDS = (Kind.DEADLINE_SOON.value, Kind.DEADLINE_PASSED.value)
#: After one of these, a reminder that still waits says what is true no more.
_OVERTAKEN_BY = frozenset({Kind.DEADLINE_CHANGED, Kind.CLOSED, Kind.REMOVED})
#: The name under which the pulse knows the offsets that reminders are planned by.
_PLANNED_BY = "reminders"


def remind(database: Database, settings: Settings, now: datetime) -> list[StoredChange]:
    """Record the reminders whose moment has come, each once, with their notices; one transaction a watch.

    Where the settings name other offsets than the last time, all reminders are planned anew before.

    Args:
        database: whose watches to remind of.
        settings: how long before a deadline, and whom to tell.
        now: the present.

    Returns:
        The reminders that are new.

    Raises:
        StorageError: the database could not be read or written; what was recorded before stays.
    """
    _replan(database, settings, now)
    told: list[StoredChange] = []
    while due := _due(database, now):
        for watch_id in due:
            with database.writing() as connection:
                watch = reminders.taken(connection, watch_id, now=now)
                if watch is not None:
                    told += _remind_of(connection, watch, settings, now)
    return told


def call_off(connection: Connection, watch_id: int, changes: Iterable[StoredChange]) -> None:
    """Drop the reminders of a watch that still wait, where one of its changes makes them untrue."""
    if overtaking := next((it for it in changes if it.kind in _OVERTAKEN_BY), None):
        reminders.call_off(connection, watch_id, _KINDS, reason=f"overtaken by change {overtaking.id}")


def _replan(database: Database, settings: Settings, now: datetime) -> None:
    """Plan all reminders by the offsets of the settings, where they were planned by others.

    A moment that is over is not made up for, but one that came before the offsets changed and is still to be told
    stays due. Broken off, it is begun anew the next time.
    """
    offsets = settings.schedule.deadline_soon
    wanted = " ".join(format_duration(it) for it in offsets)
    with database.reading() as connection:
        known = pulse.get(connection, _PLANNED_BY)
    if known is not None and known.text == wanted:
        return
    last = 0
    while batch := _planned(database, now, last):
        with database.writing() as connection:
            for watch in batch:
                reminders.plan(connection, watch, next_reminder_at(_deadline_of(watch), offsets, after=now))
        last = batch[-1].id
    with database.writing() as connection:
        pulse.put(connection, _PLANNED_BY, at=now, text=wanted)


def _due(database: Database, now: datetime) -> list[int]:
    with database.reading() as connection:
        return reminders.due(connection, now=now)


def _planned(database: Database, now: datetime, above: int) -> list[Watch]:
    with database.reading() as connection:
        return reminders.planned(connection, after=now, above=above)


def _remind_of(connection: Connection, watch: Watch, settings: Settings, now: datetime) -> list[StoredChange]:
    offsets = settings.schedule.deadline_soon
    assert watch.remind_at is not None
    due = clock_changes(known_of(watch), offsets=offsets, last_told=watch.remind_at - _TICK, now=now)
    before = stored_changes.stored(connection, watch_id=watch.id, kinds=_KINDS) if due else []
    changes = tuple(new_change(it, since=watch.last_good_at) for it in due if not _is_told(it, before))
    notices = rules.notices_for(changes, watch, settings.notify.targets, settings.zone, now, version=watch.version)
    remind_at = next_reminder_at(_deadline_of(watch), offsets, after=now)
    return reminders.record(connection, watch, changes, notices, now=now, remind_at=remind_at)


def _is_told(reminder: Change, before: Iterable[StoredChange]) -> bool:
    """Whether this was told of this deadline: a clock that goes back makes its moment come again."""
    return any(
        (it.kind, it.field) == (reminder.kind, reminder.field) and is_of_same_deadline(it.after, reminder.after)
        for it in before
    )


def _deadline_of(watch: Watch) -> Deadline | None:
    posting = known_of(watch).posting
    return posting.deadline if posting else None
