"""What one check asks of a watch's page, and what it sees: one look, or two."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from monitor import learning
from monitor.known import known_of
from monitor.vocabulary import Known, WatchKind
from spiders.observation import CheckRequest, Observation
from spiders.posting import Posting
from storage import watches
from storage.database import Connection
from storage.rows import Watch


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What one check saw."""

    observation: Observation
    #: A second look, right after, where the first one was doubted.
    again: Observation | None = None
    #: The last version, where the look is doubted.
    before: Posting = field(default_factory=Posting)
    #: Blocks that appeared on several pages of the host in this round, with their words.
    banners: Mapping[int, str] = field(default_factory=dict)


def known_now(connection: Connection, observation: Observation) -> tuple[Watch, Known]:
    """The watch of an observation and what is known of it, and of its host's texts, now."""
    watch = watches.find(connection, observation.id, with_record=True)
    known = known_of(watch)
    return watch, replace(known, not_own=learning.not_own(connection, watch, known.posting, observation))


def request(watch: Watch) -> CheckRequest:
    """A look at a page of which the last good state is known."""
    return replace(
        whole_request(watch),
        etag=watch.etag,
        last_modified=watch.last_modified,
        body_hash=watch.body_hash,
        record_hash=watch.record_hash,
        reader_version=watch.reader_version,
    )


def whole_request(watch: Watch) -> CheckRequest:
    """A look at the whole page, whatever is known of it."""
    return CheckRequest(
        id=watch.id, url=watch.url, crawl_delay=watch.crawl_delay, pages=watch.kind != WatchKind.POSTING
    )
