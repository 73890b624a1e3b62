"""`monitor web`."""

from monitor.cli.errors import NotDone


def command() -> None:
    """Not in this version yet."""
    raise NotDone("`monitor web` is not there yet: it comes with a later version")
