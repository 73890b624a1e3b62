"""The one home of cronsim: when a cron line comes round, as Debian's cron does it, also across summer time."""

import re
from datetime import UTC, datetime, tzinfo

from cronsim import CronSim, CronSimError

_FIELDS = re.compile(r"[0-9A-Za-z*/,#-]{1,60}(?: {1,8}[0-9A-Za-z*/,#-]{1,60}){4}")
#: Any day would do: a line that comes round at all does so within the years that cronsim looks ahead.
_SOME_DAY = datetime(2024, 1, 1, tzinfo=UTC)


def check(text: str) -> str:
    """A cron line of five fields: minute, hour, day of the month, month, day of the week.

    Raises:
        ValueError: it is none, or its time never comes; the message says which field is wrong.
    """
    if not _FIELDS.fullmatch(text):
        raise ValueError("is no line of five fields")
    next_time(text, _SOME_DAY, UTC)
    return text


def next_time(text: str, after: datetime, zone: tzinfo) -> datetime:
    """The first instant after `after` that a cron line names, by the clocks in `zone`.

    A fixed time that summer time jumps over comes at the first minute after the jump; one that the clocks show twice
    comes the first time only. A line with a star for minutes or hours goes by elapsed time.

    Args:
        text: five fields.
        after: any aware instant.
        zone: whose wall clock the line means.

    Returns:
        In UTC.

    Raises:
        ValueError: it is no cron line, or its time never comes.
    """
    try:
        times = CronSim(text, after.astimezone(zone))
    except CronSimError as error:
        raise ValueError(str(error).lower()) from None
    for instant in times:
        # An hour that comes twice begins anew for cronsim, so that it can name an instant before `after`.
        if instant > after:
            return instant.astimezone(UTC)
    raise ValueError("names a time that never comes")
