"""Whether the posting takes applications: closed, opened, reopened. Together total over all pairs of statuses.

| before | after | told |
| --- | --- | --- |
| open, upcoming, unknown | closed | closed |
| upcoming | open | opened |
| upcoming | unknown | opened: the page no longer says "soon", and is otherwise a posting as before |
| closed | open | reopened |
| closed | unknown | reopened: the closed notice is gone, and the page is otherwise a posting as before |
| closed | upcoming | nothing yet; `opened` once it takes applications |
| open, unknown | upcoming | nothing; `opened` once it takes applications |
| open | unknown | nothing: a page that no longer says it is open does not say that it is closed |
| unknown | open | nothing: it was not known to be anything else |
"""

from collections.abc import Iterator
from typing import ClassVar

from monitor.changes.comparison import Comparison, PostingKind
from monitor.vocabulary import Change, Kind, Severity
from spiders.posting import Status


class _StatusKind(PostingKind):
    fields = ("status",)
    pairs: ClassVar[frozenset[tuple[Status, Status]]]
    summary: ClassVar[str]

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """One change where the pair of statuses is one of this kind's."""
        before, after = seen.before.status, seen.after.status
        if (before, after) in cls.pairs:
            yield Change(
                kind=cls.kind,
                severity=Severity.CRITICAL,
                field="status",
                summary=cls.summary,
                before=before.value,
                after=after.value,
            )


class Closed(_StatusKind):
    """The posting itself says that it takes no more applications."""

    kind = Kind.CLOSED
    pairs = frozenset((before, Status.CLOSED) for before in (Status.OPEN, Status.UPCOMING, Status.UNKNOWN))
    summary = "Applications closed"


class Opened(_StatusKind):
    """It was announced, and now takes applications."""

    kind = Kind.OPENED
    pairs = frozenset({(Status.UPCOMING, Status.OPEN), (Status.UPCOMING, Status.UNKNOWN)})
    summary = "Applications opened"


class Reopened(_StatusKind):
    """It takes applications again after being closed."""

    kind = Kind.REOPENED
    pairs = frozenset({(Status.CLOSED, Status.OPEN), (Status.CLOSED, Status.UNKNOWN)})
    summary = "Applications reopened"
