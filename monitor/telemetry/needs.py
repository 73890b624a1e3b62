"""What of an installation's standing needs a person: each with a word on what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from config.durations import format_duration
from monitor.telemetry.standing import OVERDUE_AFTER, Standing

#: A daemon gives a sign of life twice a minute.
_SILENT = timedelta(minutes=5)
#: Less room than this is too little, whatever the size of the database.
_LEAST_ROOM = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Need:
    """Something that does not mend itself."""

    #: "daemon", "blind", "overdue", "target", "notices", "watches", "host" or "disk".
    what: str
    text: str


def needs(now: Standing, *, failing_after: timedelta) -> list[Need]:
    """What needs a person, the gravest first; empty where all is well.

    Args:
        now: how all stands.
        failing_after: a target that fails for less may be well again by itself.
    """
    return [
        *_of_daemon(now),
        *_of_queue(now),
        *_of_targets(now, failing_after),
        *_of_notices(now),
        *_of_hosts(now),
        *_of_disk(now),
    ]


def _of_daemon(now: Standing) -> Iterator[Need]:
    if now.holder is None:
        if now.alive_at and now.queue.active:
            yield Need("daemon", "no daemon runs on this database any more: start the service, or `monitor run`")
    elif now.alive_at is None or now.at - now.alive_at > _SILENT:
        # It may just have begun.
        if now.at - now.holder.since > _SILENT:
            yield Need("daemon", f"the daemon (pid {now.holder.pid}) gives no sign of life: restart it")
    elif now.blind_since:
        yield Need("blind", f"no page could be read since {now.blind_since:%Y-%m-%dT%H:%M:%SZ}: look at the network")


def _of_queue(now: Standing) -> Iterator[Need]:
    if late := now.queue.overdue:
        known = (
            f"{late} {'watch was' if late == 1 else 'watches were'} due more than {format_duration(OVERDUE_AFTER)} ago"
        )
        yield Need("overdue", f"{known}: see that a daemon runs and keeps up")
    if blind := now.queue.blind:
        named = ", ".join(str(it.id) for it in now.blind)
        yield Need("watches", f"{blind} cannot be read: {named}{'' if blind == len(now.blind) else ', …'}")


def _of_targets(now: Standing, failing_after: timedelta) -> Iterator[Need]:
    for name, known in now.failing.items():
        if known.since and now.at - known.since >= failing_after:
            why = known.text or "see `monitor notify pending`"
            yield Need("target", f"{name} takes no messages since {known.since:%Y-%m-%dT%H:%M:%SZ}: {why}")


def _of_notices(now: Standing) -> Iterator[Need]:
    for it in now.undelivered:
        if it.failed:
            yield Need("notices", f"{it.failed} to {it.target} were given up: `monitor notify retry` tries again")


def _of_hosts(now: Standing) -> Iterator[Need]:
    for it in now.slow:
        needed = f"{it.name} has {it.watches} watches, {it.delay:g} s apart: one pass takes {hours(it.pass_seconds)}"
        yield Need("host", f"{needed}, {it.load:.1f} times as long as they ask for; give them longer intervals")


def _of_disk(now: Standing) -> Iterator[Need]:
    wanted = max(now.sizes.database_bytes, _LEAST_ROOM)
    if now.free_bytes is not None and now.free_bytes < wanted:
        yield Need("disk", "less room is left than a backup of the database takes: make room, or `monitor db prune`")


def hours(seconds: float) -> str:
    """A time in words: "28.0 h", "12 min"."""
    hours = seconds / 3600
    return f"{hours:.1f} h" if hours >= 1 else f"{seconds / 60:.0f} min"
