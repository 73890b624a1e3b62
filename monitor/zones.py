"""The user's time zone: the one of the settings, or the system's."""

import os
from datetime import tzinfo
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_SYSTEM = Path("/etc/localtime")


@lru_cache(maxsize=16)
def zone_named(name: str) -> tzinfo:
    """The zone of an IANA name; "" is the system's: $TZ, else /etc/localtime, else UTC.

    Raises:
        ZoneInfoNotFoundError: there is no zone of that name.
    """
    return ZoneInfo(name) if name else _system_zone()


def _system_zone() -> tzinfo:
    for name in (os.environ.get("TZ", "").removeprefix(":"), str(_SYSTEM.resolve()).partition("/zoneinfo/")[2]):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return _unnamed_system_zone()


def _unnamed_system_zone() -> tzinfo:
    """/etc/localtime where it is a copy of a zone file rather than a link to one."""
    try:
        with _SYSTEM.open("rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return ZoneInfo("UTC")
