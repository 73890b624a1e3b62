"""How an installation stands at one moment: everything that `monitor status` says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from config.settings import Settings
from monitor.telemetry import rounds
from monitor.telemetry.installed import versions
from monitor.telemetry.room import Backups, backups_in, free_bytes
from monitor.telemetry.rounds import Round
from storage import holder, pulse, sizes, statistics
from storage.database import Connection, Database
from storage.rows import Holder, Pulse, Watch
from storage.sizes import Sizes
from storage.statistics import Checked, HostErrors, Queue, SlowHost, Undelivered

#: A watch that was due so long ago is overdue.
OVERDUE_AFTER = timedelta(hours=1)
#: What counts as lately.
LATELY = timedelta(days=1)
#: So many watches or hosts are named of each sort.
NAMED = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What is so at an instant."""

    at: datetime
    #: The daemon, where one runs.
    holder: Holder | None
    #: When the daemon last gave a sign of life, and last had a good round; None: never.
    alive_at: datetime | None
    good_at: datetime | None
    #: Since when no page at all could be read; None: they can.
    blind_since: datetime | None
    #: The last ones, newest first.
    rounds: Sequence[Round]
    queue: Queue
    #: Those longest so that cannot be read.
    blind: Sequence[Watch]
    checked: Checked
    #: The beginning of the day that `checked` counts from.
    checked_since: datetime
    #: Found lately, by kind.
    changes: Mapping[str, int]
    worst: Sequence[HostErrors]
    slow: Sequence[SlowHost]
    undelivered: Sequence[Undelivered]
    #: Targets that do not take messages, by name; `since` and `text` say since when and why.
    failing: Mapping[str, Pulse]
    sizes: Sizes
    #: Beside the database's file; None where it is on a server.
    free_bytes: int | None
    backups: Backups
    versions: Mapping[str, str]


def standing(database: Database, settings: Settings, backups: Path, *, now: datetime) -> Standing:
    """How an installation stands.

    Args:
        database: its database.
        settings: what it was told.
        backups: where backups go.
        now: this instant, in UTC.

    Raises:
        StorageError: the database could not be read.
    """
    held = holder.held_by(database)
    schema = database.revision()
    today = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
    with database.reading() as c:
        queue, worst = statistics.survey(
            c,
            now=now,
            overdue_after=OVERDUE_AFTER,
            lately=LATELY,
            delay=settings.fetch.per_domain_delay_seconds,
            limit=NAMED,
        )
        pulses = {name: pulse.get(c, name) for name in (pulse.ALIVE, pulse.GOOD, pulse.BLIND)}
        blind = pulses[pulse.BLIND]
        return Standing(
            at=now,
            holder=held,
            alive_at=_at(pulses[pulse.ALIVE]),
            good_at=_at(pulses[pulse.GOOD]),
            blind_since=blind.since if blind else None,
            rounds=rounds.kept(c),
            queue=queue,
            blind=statistics.blind(c, limit=NAMED) if queue.blind else (),
            checked=statistics.checked(c, since=(today - LATELY).date()),
            checked_since=today - LATELY,
            changes=statistics.changes(c, since=now - LATELY),
            worst=worst,
            slow=_slow(c, queue, settings),
            undelivered=statistics.undelivered(c),
            failing=_failing(c, settings),
            sizes=sizes.sizes(database, c),
            free_bytes=free_bytes(database.file.absolute().parent) if database.file else None,
            backups=backups_in(backups),
            versions=versions(schema=schema, server=sizes.server_version(c), browser=settings.fetch.browser_executable),
        )


def _at(known: Pulse | None) -> datetime | None:
    return known.at if known else None


def _slow(c: Connection, queue: Queue, settings: Settings) -> list[SlowHost]:
    if queue.longest_pass <= settings.schedule.min_interval.total_seconds():
        return []
    return statistics.slow_hosts(
        c,
        delay=settings.fetch.per_domain_delay_seconds,
        default=settings.schedule.default_interval,
        shortest=settings.schedule.min_interval,
        limit=NAMED,
    )


def _failing(c: Connection, settings: Settings) -> dict[str, Pulse]:
    """Of targets that are configured; one that was taken away fails nobody."""
    names = {it.name for it in settings.notify.targets}
    known = {it.name.removeprefix(pulse.FAILING): it for it in pulse.all_of(c, pulse.FAILING)}
    return {name: it for name, it in known.items() if name in names}
