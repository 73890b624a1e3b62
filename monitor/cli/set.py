"""`monitor set`."""

from datetime import datetime, timedelta

import typer

from config.durations import format_duration
from monitor import clock
from monitor.cli.errors import Refused
from monitor.cli.intervals import interval_from
from monitor.cli.parameters import Every, Tags, WatchId
from monitor.cli.session import find_watch, session_of
from monitor.cli.terminal import say
from storage import watches
from storage.rows import Watch

#: Said for --every, takes back what was said before.
_USUAL = "default"


def command(context: typer.Context, watch: WatchId, *, every: Every = None, tag: Tags = None) -> None:
    """Change how often a watch is checked, or its tags.

    --every default checks it as often as the settings say.
    The tags that are given replace those it has; --tag "" leaves none.
    """
    if every is None and tag is None:
        raise Refused("nothing to set; --every 6h, --tag T")
    session = session_of(context)
    schedule = session.settings.schedule
    usual = every == _USUAL
    interval = None if every is None or usual else interval_from(every, schedule)
    tags = None if tag is None else [it for it in tag if it]
    with session.writing() as connection:
        found = find_watch(connection, watch)
        wait = schedule.default_interval if usual else interval
        next_check_at = _next_check_at(found, wait, clock.now()) if wait else None
        watches.alter(
            connection, found.id, interval=interval, usual_interval=usual, tags=tags, next_check_at=next_check_at
        )
    parts = [f"every {format_duration(wait)}"] if wait else []
    parts += [f"tags: {', '.join(tags) or 'none'}"] if tags is not None else []
    say(f"{found.id}  {'; '.join(parts)}")


def _next_check_at(watch: Watch, interval: timedelta, now: datetime) -> datetime:
    """One interval after the last check, but not in the past."""
    return max(now, watch.last_checked_at + interval) if watch.last_checked_at else now
