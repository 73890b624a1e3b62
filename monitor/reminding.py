"""Reminders: what the clock alone makes worth telling, recorded like any change."""

from datetime import datetime, timedelta

from config.settings import Settings
from monitor.changes import clock_changes, next_reminder_at
from monitor.known import known_of
from monitor.notify import rules
from monitor.recording import new_change
from monitor.vocabulary import Change
from spiders.posting import Deadline
from storage import reminders
from storage.database import Database
from storage.rows import StoredChange, Watch

#: The smallest step of our instants.
_TICK = timedelta(microseconds=1)


def remind(database: Database, settings: Settings, now: datetime) -> list[StoredChange]:
    """Record the reminders whose moment has come, each once, with their notices; one transaction.

    Args:
        database: whose watches to remind of.
        settings: how long before a deadline, and whom to tell.
        now: the present.

    Returns:
        The reminders that are new.
    """
    told: list[StoredChange] = []
    with database.writing() as connection:
        for watch in reminders.due(connection, now=now):
            changes = tuple(new_change(it, since=watch.last_good_at) for it in _due_of(watch, settings, now))
            notices = rules.notices_for(
                changes, watch, settings.notify.targets, settings.zone, now, version=watch.version
            )
            deadline = _deadline_of(watch)
            remind_at = next_reminder_at(deadline, settings.schedule.deadline_soon, after=now)
            told += reminders.record(connection, watch.id, changes, notices, now=now, remind_at=remind_at)
    return told


def _due_of(watch: Watch, settings: Settings, now: datetime) -> tuple[Change, ...]:
    assert watch.remind_at is not None
    return clock_changes(
        known_of(watch), offsets=settings.schedule.deadline_soon, last_told=watch.remind_at - _TICK, now=now
    )


def _deadline_of(watch: Watch) -> Deadline | None:
    posting = known_of(watch).posting
    return posting.deadline if posting else None
