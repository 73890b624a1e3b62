"""What a kind of change is given to look at, and what every such kind is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from monitor.vocabulary import Change, Kind
from spiders.posting import Posting


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Two readings of one posting, and what has been said of them so far."""

    before: Posting
    after: Posting
    #: Fields (`Posting`'s names) whose normalised values differ.
    differing: frozenset[str]
    #: Numbers of blocks of text that are the site's, not the posting's (`monitor.changes.blocks`).
    not_own: frozenset[int] = frozenset()
    #: Fields of which a kind earlier in the registry has told a change.
    told: frozenset[str] = frozenset()


class PostingKind(ABC):
    """A kind of change that is seen by comparing two readings of one posting. Stateless: the class is the instance."""

    kind: ClassVar[Kind]
    #: `Posting`'s fields that this kind tells of. It is asked only where one of them differs.
    fields: ClassVar[tuple[str, ...]]

    @classmethod
    @abstractmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """The changes of this kind; none where the values only look different."""
