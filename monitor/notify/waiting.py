"""Why a notice waits, in words."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from config.settings import Settings
from config.targets import TargetSettings
from monitor.notify.backoff import RESTING
from monitor.notify.gathering import HOUR, Traffic, room
from monitor.notify.timing import BURST_WITHIN, quiet_until
from monitor.zones import zone_named
from storage import outbox, pulse
from storage.database import Connection
from storage.rows import Notice


def reasons(c: Connection, settings: Settings, notices: Iterable[Notice], now: datetime) -> dict[int, str]:
    """What each of these notices waits for, by its number.

    Args:
        c: any connection.
        settings: the targets and the zone.
        notices: waiting, being sent, or given up.
        now: the present.
    """
    zone = zone_named(settings.zone)
    targets = {target.name: target for target in settings.notify.targets}
    held_up = {name: _holds_up(c, target, now, zone) for name, target in targets.items()}
    return {
        it.id: waits_for(it, targets.get(it.target), now, zone, held_up=held_up.get(it.target, "")) for it in notices
    }


def _holds_up(c: Connection, target: TargetSettings, now: datetime, zone: tzinfo) -> str:
    """What holds up everything that is due to a target; "" where nothing does."""
    rest = pulse.get(c, RESTING + target.name)
    if rest is not None and rest.at > now:
        return f"a pause that the target asked for, until {_when(rest.at, now, zone)}"
    failing = pulse.get(c, pulse.FAILING + target.name)
    if failing is not None:
        return f"its target, failing since {_when(failing.since or failing.at, now, zone)}"
    if target.messages_per_hour:
        told = outbox.told_since(c, target=target.name, since=now - HOUR, now=now)
        left, free_at = room(target, Traffic(told=told, now=now))
        if not left and free_at:
            return f"at most {target.messages_per_hour} messages an hour: the next at {_when(free_at, now, zone)}"
    return ""


def waits_for(notice: Notice, target: TargetSettings | None, now: datetime, zone: tzinfo, *, held_up: str = "") -> str:
    """What a notice that was not sent waits for. Pure.

    Args:
        notice: waiting, being sent, or given up.
        target: its target; None where it is not configured any more.
        now: the present.
        zone: in which times are told: by the minute, with the day where it is not today.
        held_up: what holds up everything that is due to the target.

    Returns:
        A few words.
    """
    if notice.state == "failed":
        return "given up"
    if target is None:
        return "its target is not configured"
    if notice.state == "leased":
        return "being sent"
    if notice.due_at > now:
        return _time_comes(notice, target, now, zone)
    return "what comes before it" if not notice.leads else held_up or _is_due(notice, target, now, zone)


def _time_comes(notice: Notice, target: TargetSettings, now: datetime, zone: tzinfo) -> str:
    """What waits for its time."""
    at = _when(notice.due_at, now, zone)
    if notice.told_as is not None:
        return f"another attempt at {at}"
    if notice.held_until is not None and notice.due_at <= notice.held_until:
        return f"gathered with what follows until {at}"
    if _ends_quiet(notice, target, zone):
        return f"quiet hours until {at}"
    return f"digest at {at}" if target.digest != "none" else f"its time at {at}"


def _is_due(notice: Notice, target: TargetSettings, now: datetime, zone: tzinfo) -> str:
    """What could go."""
    if until := quiet_until(now, target, zone):
        return f"the sender, or quiet hours until {_when(until, now, zone)}"
    burst_over = notice.due_at + BURST_WITHIN
    if target.burst and target.digest == "none" and notice.told_as is None and now < burst_over:
        return f"the sender; a burst is gathered until {_when(burst_over, now, zone)}"
    return "the sender"


def _ends_quiet(notice: Notice, target: TargetSettings, zone: tzinfo) -> bool:
    """Whether it is due with the end of quiet hours."""
    if not target.quiet_hours:
        return False
    end = target.quiet_hours.partition("-")[2]
    return f"{notice.due_at.astimezone(zone):%H:%M}" == end and target.digest == "none"


def _when(instant: datetime, now: datetime, zone: tzinfo) -> str:
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%a} {local.day} {local:%b %H:%M}"
