"""How a line of the log looks, and where it goes."""

import json
import logging
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from config.observing import LogFormat
from monitor.journal import Concerned, JournalHandler, is_ours, run_id
from monitor.notify.escaping import printable


class Harmless(logging.Formatter):
    """One line a message, and nothing that a terminal would take for a command.

    Messages quote sites, servers and the system: what they say neither colours nor erases what somebody reads, nor
    looks like a line of ours.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        """The message without the traceback."""
        return " ".join(printable(super().formatMessage(record)).split("\n"))

    def format(self, record: logging.LogRecord) -> str:
        """The message and, where there is one, its traceback on lines of their own."""
        return printable(super().format(record))


class AsJson(logging.Formatter):
    """One object a line, in ASCII: what a message quotes is escaped, so it can neither end a line nor add a key."""

    def format(self, record: logging.LogRecord) -> str:
        """The record; what it says nothing of has no key."""
        return json.dumps({name: value for name, value in self._fields(record).items() if value not in {None, ()}})

    def _fields(self, record: logging.LogRecord) -> dict[str, Any]:
        watches = tuple(getattr(record, "watches", ()))
        return {
            "time": f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "run": run_id(),
            "watch": watches[0] if len(watches) == 1 else None,
            "watches": watches if len(watches) > 1 else None,
            **{name: getattr(record, name, None) for name in ("host", "outcome", "target")},
            "error": self.formatException(record.exc_info) if record.exc_info else None,
        }


def handler_of(wanted: LogFormat, environ: Mapping[str, str] = os.environ) -> logging.Handler:
    """Where the log goes: to the journal, or to standard error.

    Args:
        wanted: as the settings say.
        environ: says whether systemd connected standard error to the journal.
    """
    to_journal = wanted == "journal" or (wanted == "auto" and is_ours(environ))
    handler: logging.Handler = JournalHandler() if to_journal else logging.StreamHandler(sys.stderr)
    if wanted == "json":
        handler.setFormatter(AsJson())
    else:
        handler.setFormatter(Harmless("%(message)s" if to_journal else "%(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Concerned())
    return handler
