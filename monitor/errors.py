"""What the hub itself can fail at.

    MonitorError
    └── CrawlerError          the crawler program
        ├── CrawlerMissing    cannot be started
        └── CrawlerClosed     was asked after its end

Each message is one line: what happened, where, what to do. What a site does to us is no error but an observation.
"""


class MonitorError(Exception):
    """The hub could not do what it was asked."""


class CrawlerError(MonitorError):
    """The crawler program does not work."""


class CrawlerMissing(CrawlerError):
    """The crawler program cannot be started."""


class CrawlerClosed(CrawlerError):
    """The crawler was closed before it was asked."""
