"""Whether the service lives and sees: what it writes while it does, and what it tells after it did not.

A sign of life is written every half minute. A gap between two of them, by the wall clock, is a time in which nothing
was watched, whatever the reason: the service was stopped, the machine was off or slept. Rounds of which every check
failed make a time of blindness, which the next page that is read ends.
"""

from datetime import datetime

from config.settings import Settings
from monitor.notify import bulletins
from monitor.telemetry.rounds import keep, started
from storage import pulse
from storage.database import Connection, Database

#: Seconds between two signs of life.
EVERY_SECONDS = 30


class Vitals:
    """What the daemon knows of its own well-being. Instants are in UTC; nothing here reads a clock."""

    def __init__(self, database: Database) -> None:
        self._database = database
        #: Since when every check has failed; None: they do not.
        self._blind_since: datetime | None = None
        self._good_at: datetime | None = None
        self._good = False
        self.rounds = started()

    def wake(self) -> None:
        """Take up what the database knows of blindness: a restart does not end it. Blocks. Raises StorageError."""
        with self._database.reading() as c:
            known = pulse.get(c, pulse.BLIND)
        self._blind_since = known.since if known else None

    def looked(self, *, answered: bool, now: datetime) -> None:
        """One check has ended, with an answer of its site or without."""
        if answered:
            self._blind_since = None
            self._well(now)

    def ended(self, *, answered: int, checks: int, begun: datetime) -> None:
        """A round has ended: so many of its checks had an answer."""
        if checks and not answered:
            self._blind_since = self._blind_since or begun

    def idle(self, now: datetime) -> None:
        """Nothing was due, and the database could say so: all is well, unless the last round was blind."""
        if self._blind_since is None:
            self._well(now)

    def beat(self, settings: Settings, now: datetime) -> bool:
        """Write a sign of life, and tell what is over: a time of being down, or blind. Blocks.

        Args:
            settings: whom to tell, and after how long.
            now: this instant.

        Returns:
            Whether there is anything to send.

        Raises:
            StorageError: it could not be written; nothing was.
        """
        with self._database.writing() as c:
            told = (
                _tell_down(c, settings, now),
                self._tell_blind(c, settings, now),
                bulletins.tell_failing(c, settings, settings.notify.targets, now=now),
            )
            pulse.put(c, pulse.ALIVE, at=now)
            if self._good_at:
                pulse.put(c, pulse.GOOD, at=self._good_at)
            if self.rounds:
                keep(c, self.rounds, now=now)
        return any(told)

    def was_good(self) -> bool:
        """Whether a round was good, or nothing was due, since this was last asked."""
        good, self._good = self._good and self._blind_since is None, False
        return good

    def _well(self, now: datetime) -> None:
        self._good_at = now
        self._good = True

    def _tell_blind(self, c: Connection, settings: Settings, now: datetime) -> bool:
        if self._blind_since:
            pulse.put(c, pulse.BLIND, at=now, since=self._blind_since)
            return False
        known = pulse.get(c, pulse.BLIND)
        if known is None or known.since is None:
            return False
        pulse.drop(c, pulse.BLIND)
        seen_at = self._good_at or now
        if seen_at - known.since <= settings.notify.down_after:
            return False
        return bulletins.tell_blind(c, settings, known.since, seen_at, now=now)


def _tell_down(c: Connection, settings: Settings, now: datetime) -> bool:
    last = pulse.get(c, pulse.ALIVE)
    if last is None or now - last.at <= settings.notify.down_after:
        return False
    return bulletins.tell_down(c, settings, last.at, now, missed=pulse.missed(c, now=now), now=now)
