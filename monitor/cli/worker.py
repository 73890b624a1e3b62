"""`monitor worker`."""

from monitor.cli.errors import NotDone


def command() -> None:
    """Not in this version yet."""
    raise NotDone("`monitor worker` is not there yet: it comes with a later version")
