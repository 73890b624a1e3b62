"""How often a watch is looked at, as users say it."""

from datetime import timedelta

from config.durations import format_duration, parse_duration
from config.settings import ScheduleSettings
from monitor.cli.errors import Refused

#: Longer than this is a slip of the hand.
_LONGEST = timedelta(days=366)


def interval_from(text: str, schedule: ScheduleSettings, *, origin: str = "") -> timedelta:
    """The interval that a user asks for.

    Args:
        text: as typed.
        schedule: says what is too short.
        origin: where it was asked for, for the message: "jobs.csv:3: ".

    Raises:
        Refused: it is no duration, shorter than `min_interval`, or longer than a year.
    """
    try:
        interval = parse_duration(text)
    except ValueError as error:
        raise Refused(f'{origin}an interval of "{text}" cannot be used: {error}') from None
    if not schedule.min_interval <= interval <= _LONGEST:
        least, most = format_duration(schedule.min_interval), format_duration(_LONGEST)
        raise Refused(
            f"{origin}an interval of {text} cannot be used; allowed: {least} (min_interval in [schedule]) to {most}"
        )
    return interval
