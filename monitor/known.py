"""What the database knows of a watch, as the values that judging takes."""

from monitor.vocabulary import Kind, Known, WatchKind, WatchStatus
from spiders.record import reading_from_json
from storage.rows import Watch


def known_of(watch: Watch) -> Known:
    """What is known of a watch whose record was loaded (`with_record=True`)."""
    reading = reading_from_json(watch.record) if watch.record else None
    return Known(
        kind=WatchKind(watch.kind) if watch.kind else None,
        status=WatchStatus(watch.status),
        version=watch.version,
        reader_version=watch.reader_version,
        posting=reading.posting if reading else None,
        roles=reading.roles if reading else None,
        template=reading.template if reading else "",
        last_good_at=watch.last_good_at,
        missing_since=watch.missing_since,
        failures=watch.failures,
        failing_since=watch.failing_since,
        blind=Kind(watch.blind) if watch.blind else None,
        body_size=watch.body_size,
    )
