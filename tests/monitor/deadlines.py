"""A posting that is seen with one deadline and then another, recorded as a check does."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from config.settings import Settings
from monitor.known import known_of
from monitor.recording import remind_at
from spiders.posting import Deadline, Posting, Reading, Status, Verdict
from spiders.record import reading_to_json
from storage import checks, watches
from storage.rows import CheckRecord, NewChange, NewVersion, NewWatch

NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
OFFSETS = Settings().schedule.deadline_soon


def timed(*moment, zone="UTC"):
    """A deadline at a local time."""
    at = datetime(*moment, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return Deadline(at=at, date_only=False, zone=zone, text="the deadline")


def dated(year, month, day, *, zone=None):
    """A deadline that is a date only."""
    end = datetime(year, month, day, 23, 59, 59, tzinfo=ZoneInfo(zone or "UTC"))
    return Deadline(at=end.astimezone(UTC), date_only=True, zone=zone, text="the deadline")


class Seen:
    """One watch in a database."""

    def __init__(self, database, url, offsets=OFFSETS):
        self.database, self.url, self.offsets = database, url, offsets
        self.watch_id = self.add(NOW)

    def add(self, at):
        with self.database.writing() as connection:
            new = NewWatch(url=self.url, host=self.url.split("/")[2])
            return watches.add(connection, new, now=at, first_check_at=at)[0]

    def look(self, deadline, *, at=NOW, status="open", words="the deadline", tells=None):
        """A check at an instant; `deadline` is an instant, too, or a Deadline, or None."""
        if isinstance(deadline, datetime):
            deadline = Deadline(at=deadline, date_only=False, zone=None, text=words)
        posting = Posting(
            title="Welder", status=Status(status if status != "removed" else "unknown"), deadline=deadline
        )
        with self.database.writing() as connection:
            watch = watches.find(connection, self.watch_id, with_record=True)
            checks.record(connection, self._check(watch, posting, at, status, tells))

    def _check(self, watch, posting, at, status, tells):
        before = known_of(watch).posting
        reading = Reading(verdict=Verdict.POSTING, posting=posting)
        told = (NewChange(kind=tells, field="field", summary="told", severity="high"),) if tells else ()
        return CheckRecord(
            watch_id=watch.id,
            expected_version=watch.version,
            checked_at=at,
            outcome="changed",
            reason="",
            status=status,
            kind="posting",
            next_check_at=at + DAY,
            version=NewVersion(record=reading_to_json(reading), body=None, reader_version=1),
            changes=told,
            last_good_at=at,
            etag=None,
            last_modified=None,
            body_hash=None,
            record_hash=None,
            reader_version=1,
            remind_at=remind_at(watch, before, posting, offsets=self.offsets, now=at),
        )
