"""Pages that were not believed, written out for who wants to see them."""

import sys

from monitor.cli.errors import NotDone, Refused
from storage import captures, snapshots
from storage.database import Connection
from storage.rows import Watch


def write(connection: Connection, watch: Watch, number: int) -> None:
    """Write the bytes of a capture (1: the newest) to standard output, unless that is a terminal.

    Raises:
        Refused: there is no such capture, or a terminal would get it: pages may hold escape sequences.
    """
    kept = captures.of_watch(connection, watch.id)
    if not 0 < number <= len(kept):
        have = f"captures 1 to {len(kept)}" if kept else "no capture: all its pages were believed"
        raise Refused(f"watch {watch.id} has {have}")
    if sys.stdout.isatty():
        raise NotDone("a page may hold anything, and this is a terminal: write it to a file, with > page.html")
    sys.stdout.buffer.write(snapshots.load(connection, kept[number - 1].snapshot))
    sys.stdout.flush()
