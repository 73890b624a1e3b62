"""One language's words for the state of a posting, as the tables of `spiders.reading.status_words` hold them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """One language's words, in lower case, separated by bars."""

    #: What a page calls the posting, or the taking of applications.
    things: str
    #: What is said of such a thing when it is closed.
    done: str
    #: Whole statements.
    closed: str = ""
    upcoming: str = ""
    open: str = ""
    #: Before a statement these make it a condition, a plan or a promise.
    conditions: str
    #: Lines that say it alone, in the head only.
    lines: str = ""
