"""A posting page that gives the same text under another number of the employer's."""

from collections.abc import Iterator

from monitor.changes import wording
from monitor.changes.comparison import Comparison, PostingKind
from monitor.changes.description import own_text
from monitor.changes.units import share_kept
from monitor.changes.words import words
from monitor.vocabulary import Change, Kind, Severity

#: So much of the text still stands where it is the same posting, edited a little as it was put up anew.
_SAME_TEXT = 0.8


class Reposted(PostingKind):
    """The same text under a new requisition. On boards, `monitor.changes.boards` tells of it."""

    kind = Kind.REPOSTED
    fields = ("requisition_id",)

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """One change, or none where a side gives no number or the text is another."""
        before, after = seen.before.requisition_id, seen.after.requisition_id
        if not before or not after or words(before) == words(after):
            return
        old, new = own_text(seen.before), own_text(seen.after)
        if "title" in seen.told or min(share_kept(old, new), share_kept(new, old)) < _SAME_TEXT:
            return
        yield Change(
            kind=cls.kind,
            severity=Severity.HIGH,
            field="requisition_id",
            summary=wording.reposted(before, after),
            before=before,
            after=after,
        )
