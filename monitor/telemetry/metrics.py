"""Metrics for Prometheus. The only home of its library, which is loaded where metrics are asked for.

What happens in this process is counted as it happens; what is so is asked of the database when somebody looks. Labels
are outcomes, kinds, states and the configured targets: neither watches nor hosts, of which there may be any number.
"""

import logging
import time
from collections.abc import Iterable, Iterator
from typing import Any

from monitor import clock
from monitor.telemetry.installed import versions
from monitor.telemetry.standing import LATELY, OVERDUE_AFTER
from storage import pulse, sizes, statistics
from storage.database import Connection, Database
from storage.errors import StorageError

_log = logging.getLogger(__name__)

#: The database is not asked more often, whoever looks.
_FRESH_SECONDS = 10.0
#: What is told of the versions.
_BUILD = ("monitor", "python", "reader", "schema", "scrapy", "apprise")
_FETCHES = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_RECORDINGS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)
_ROUNDS = (0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900)


class _Counts:
    """What this process did since it began."""

    def __init__(self, registry: Any) -> None:
        from prometheus_client import Counter, Histogram  # noqa: PLC0415 - an extra

        def counter(name: str, meaning: str, *labels: str) -> Any:
            return Counter(f"monitor_{name}", meaning, labels, registry=registry)

        def histogram(name: str, meaning: str, buckets: Iterable[float]) -> Any:
            return Histogram(f"monitor_{name}_seconds", meaning, buckets=tuple(buckets), registry=registry)

        self.checks = counter("checks", "Checks that ended.", "outcome")
        self.changes = counter("changes", "Changes that checks found.", "kind")
        self.deliveries = counter("deliveries", "Attempts to deliver a message.", "target", "result")
        self.rounds = histogram("round_duration", "Time that a round of checks took.", _ROUNDS)
        self.fetches = histogram("fetch_duration", "Time from the first byte asked to the last one read.", _FETCHES)
        self.recordings = histogram("record_duration", "Time to judge and record a check.", _RECORDINGS)
        self.crawlers = counter("crawler_starts", "Crawlers that were started.")
        self.losses = counter("crawler_losses", "Crawlers that crashed or hung.")


class _State:
    """What is so, as a collector of Prometheus."""

    def __init__(self, database: Database, info: dict[str, str]) -> None:
        self._database = database
        self._info = info
        self._known: list[Any] = []
        #: On the monotonic clock.
        self._asked_at: float | None = None

    def collect(self) -> Iterator[Any]:
        """All metrics, a few seconds old at most."""
        at = time.monotonic()
        if self._asked_at is None or at - self._asked_at > _FRESH_SECONDS:
            self._known = self._asked()
            self._asked_at = at
        yield from self._known

    def describe(self) -> list[Any]:
        """Nothing: what there is needs the database."""
        return []

    def _asked(self) -> list[Any]:
        from prometheus_client.core import InfoMetricFamily  # noqa: PLC0415 - an extra

        build = InfoMetricFamily("monitor_build", "Versions.", value=self._info)
        try:
            with self._database.reading() as c:
                return [build, _gauge("database_up", "Whether the database answers.", 1), *_of(self._database, c)]
        except StorageError as error:
            _log.warning("metrics without the database: %s", error)
            return [build, _gauge("database_up", "Whether the database answers.", 0)]


class Served:
    """Metrics at an address, until it is closed."""

    def __init__(self, bind: str, database: Database) -> None:
        from prometheus_client import CollectorRegistry, ProcessCollector, make_wsgi_app  # noqa: PLC0415 - an extra

        from monitor.telemetry.answering import Answering  # noqa: PLC0415 - where metrics are served

        info = versions(schema=database.revision(), server=None, browser="")

        self.bind = bind
        self._registry = CollectorRegistry()
        self.counts = _Counts(self._registry)
        ProcessCollector(registry=self._registry)
        self._registry.register(_State(database, {name: info[name] for name in _BUILD if name in info}))
        host, _, port = bind.rpartition(":")
        self._answering = Answering(host.strip("[]"), int(port), make_wsgi_app(self._registry))

    @property
    def address(self) -> tuple[str, int]:
        """Where they are, also where any port was asked for."""
        host, port = self._answering.server.server_address[:2]
        return str(host), int(port)

    def close(self) -> None:
        """Free the address."""
        self._answering.close()


_now: Served | None = None


def serve(bind: str, database: Database) -> None:
    """Serve metrics there from now on, and nowhere else; an empty address ends it.

    What stands in the way is logged: a service goes on watching where nobody can watch it.
    """
    global _now  # noqa: PLW0603 - one process, one place
    if _now is not None and _now.bind != bind:
        _now.close()
        _now = None
    if not bind or _now is not None:
        return
    try:
        _now = Served(bind, database)
    except ModuleNotFoundError:
        _log.error("no metrics: metrics.bind asks for them, and the extra `metrics` is not installed")
    except OSError as error:
        _log.error("no metrics: %s cannot be listened at: %s", bind, error.strerror or error)
    else:
        _log.info("metrics are served at http://%s/metrics", bind)


def checked(outcome: str, kinds: Iterable[str], *, fetch: float | None, record: float) -> None:
    """A check has ended.

    Args:
        outcome: how.
        kinds: of the changes that it found.
        fetch: seconds that fetching took; None where nothing answered.
        record: seconds that judging and recording took.
    """
    if _now is None:
        return
    _now.counts.checks.labels(outcome).inc()
    for kind in kinds:
        _now.counts.changes.labels(kind).inc()
    _now.counts.recordings.observe(record)
    if fetch is not None:
        _now.counts.fetches.observe(fetch)


def delivered(target: str, result: str) -> None:
    """A message was "sent", or an attempt is "postponed" or "given_up"."""
    if _now is not None:
        _now.counts.deliveries.labels(target, result).inc()


def round_ended(seconds: float) -> None:
    """A round with something to do has ended."""
    if _now is not None:
        _now.counts.rounds.observe(seconds)


def crawler_started() -> None:
    """A crawler was started."""
    if _now is not None:
        _now.counts.crawlers.inc()


def crawler_lost() -> None:
    """A crawler crashed or hung."""
    if _now is not None:
        _now.counts.losses.inc()


def _gauge(name: str, meaning: str, value: float) -> Any:
    from prometheus_client.core import GaugeMetricFamily  # noqa: PLC0415 - an extra

    return GaugeMetricFamily(f"monitor_{name}", meaning, value=value)


def _of(database: Database, c: Connection) -> Iterator[Any]:
    from prometheus_client.core import GaugeMetricFamily  # noqa: PLC0415 - an extra

    queue, _ = statistics.survey(c, now=clock.now(), overdue_after=OVERDUE_AFTER, lately=LATELY, delay=0, limit=1)
    watches = GaugeMetricFamily("monitor_watches", "Watches; one may count in several states.", labels=["state"])
    for state in ("active", "paused", "due", "overdue", "held_back", "blind"):
        watches.add_metric([state], getattr(queue, state))
    yield watches
    notices = GaugeMetricFamily("monitor_notices", "Notices that were not delivered.", labels=["state", "target"])
    for it in statistics.undelivered(c):
        notices.add_metric(["waiting", it.target], it.waiting)
        notices.add_metric(["failed", it.target], it.failed)
    yield notices
    for name in (pulse.ALIVE, pulse.GOOD):
        if known := pulse.get(c, name):
            yield _gauge(f"{name}_timestamp_seconds", "When it was last so.", known.at.timestamp())
    room = sizes.sizes(database, c)
    yield _gauge("database_bytes", "Size of the database.", room.database_bytes)
    yield _gauge("snapshots", "Pages that are kept.", room.snapshots)
    yield _gauge("snapshot_bytes", "Size of the pages that are kept, compressed; estimated.", room.snapshot_bytes)
