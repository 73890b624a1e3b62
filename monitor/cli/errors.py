"""What a verb can fail at by itself.

MonitorError
├── Refused     the command line is wrong; exit code 2
└── NotDone     it could not be done; exit code 1
"""

from monitor.errors import MonitorError


class Refused(MonitorError):
    """The command line is wrong; nothing was changed. Each problem is a line of its own."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))


class NotDone(MonitorError):
    """What was asked could not be done."""
