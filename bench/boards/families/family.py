"""What a family of sites is."""

from collections.abc import Callable
from dataclasses import dataclass

from boards.answers import Answer
from boards.facts import Facts, HubFacts
from boards.languages import Language
from boards.look import Look

#: Edits that no page can show that has one source of its facts.
ONE_SOURCE = frozenset({"contradict"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """A way to publish postings."""

    name: str
    language: Language
    #: What a posting answers; None for a family of hubs.
    posting: Callable[[Facts, Look], Answer] | None = None
    hub: Callable[[HubFacts, Look], Answer] | None = None
    #: Edits that its pages cannot show.
    without: frozenset[str] = ONE_SOURCE
    #: The posting's address: `{}` is its key.
    path: str = "/jobs/{}"
    #: Answers are JSON.
    api: bool = False
