"""Taking from outbox and bulletins what one target is to have now, as messages under a lease."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from config.targets import TargetSettings
from monitor.notify import timing
from monitor.notify.gathering import BATCH, FULL, HOUR, Group, Traffic, planned, room
from monitor.notify.parcels import BulletinParcel, NoticeParcel, Parcel
from monitor.notify.rules import joint_id
from storage import bulletins, outbox, timetable
from storage.database import Connection


@dataclass(frozen=True, kw_only=True, slots=True)
class Intake:
    """The taking side of one target's worker."""

    target: TargetSettings
    zone: tzinfo
    lease: timedelta
    #: Whether somebody will look again: then a part of a burst waits for the rest.
    patient: bool

    def align(self, c: Connection, now: datetime) -> int:
        """Bring what waits in line with the rules and the clock, which may have changed; tells how many moved."""
        due_at = timing.Timetable(self.target, self.zone).due_at
        return timetable.reschedule(c, self.target.name, now=now, due_at=due_at, lease=self.lease)

    def take(self, c: Connection, now: datetime, *, failing: bool) -> tuple[list[Parcel], datetime | None]:
        """What is to be sent now, and when to look again for what is held back.

        Word on the service goes before notices. Where all that waits has been tried, and the target itself is
        `failing`, one message is tried before its time.
        """
        told = bulletins.claim(c, now=now, lease=self.lease, limit=BATCH, target=self.target.name)
        if told:
            return [BulletinParcel(it) for it in told], now
        quiet = self._keep_quiet(c, now)
        again = outbox.broken_off(c, target=self.target.name, now=now, limit=BATCH)
        ready = outbox.ready(c, target=self.target.name, now=now, limit=FULL)
        if not again and not ready:
            early = outbox.next_try(c, target=self.target.name, now=now) if failing and not quiet else []
            if not early or not room(self.target, self._traffic(c, now))[0]:
                return [], None
            return [self._taken(c, early, now, early=True)], None
        plan = planned(again, ready, self.target, self._traffic(c, now), patient=self.patient)
        parcels: list[Parcel] = [self._taken(c, it, now) for it in plan.again]
        parcels += [self._taken(c, it, now, untried=True) for it in plan.fresh]
        return parcels, plan.look_at

    def next_at(self, c: Connection, after: datetime) -> datetime | None:
        """When something becomes due that is not yet; None where nothing waits."""
        found = (
            outbox.next_due_at(c, self.target.name, after=after),
            bulletins.next_due_at(c, self.target.name),
        )
        return min((it for it in found if it is not None), default=None)

    def _keep_quiet(self, c: Connection, now: datetime) -> bool:
        """Put off what became due in the quiet hours, whatever delayed it until now; tells whether it is quiet."""
        until = timing.quiet_until(now, self.target, self.zone)
        if until:
            timetable.postpone(c, self.target.name, passing=timing.let_through(self.target), now=now, until=until)
        return until is not None

    def _traffic(self, c: Connection, now: datetime) -> Traffic:
        """Of the last hour, or as much of it as the rules ask for."""
        span = HOUR if self.target.messages_per_hour else timing.BURST_WITHIN
        if not self.target.messages_per_hour and not self.target.burst:
            return Traffic(told=(), now=now)
        return Traffic(told=outbox.told_since(c, target=self.target.name, since=now - span, now=now), now=now)

    def _taken(
        self, c: Connection, group: Group, now: datetime, *, untried: bool = False, early: bool = False
    ) -> NoticeParcel:
        name = _message_id(group) if untried else group[0].told_as
        assert name is not None
        claimed = outbox.take(c, [it.id for it in group], told_as=name, until=now + self.lease)
        return NoticeParcel(claimed, untried=untried, early=early)


def _message_id(group: Group) -> str:
    """The notice's own id; that of several is made of theirs."""
    ids: Sequence[str] = [it.message_id for it in group]
    return ids[0] if len(ids) == 1 else joint_id(ids)
