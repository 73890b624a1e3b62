"""What a row of the table of sites is: an applicant system, where it lives, how it is asked, who reads it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlencode

from spiders.claims import Claims
from spiders.pages.embedded import State
from spiders.posting import Page, Reading
from spiders.reading.document import Document

_VALUE = re.compile(r"[\w.-]{1,100}")


class AnswerReader(Protocol):
    """A module that reads one system's answers: JSON values, or XML in the same shape (`xml_answers`)."""

    def is_answer(self, answer: Any) -> bool:
        """Whether an answer from an unknown host (a company's own domain) is this system's."""

    def read(self, answer: Any, page: Page) -> Reading | None:
        """The reading; None where the answer says nothing of a posting or a board."""


class PageReader(Protocol):
    """A module that reads one system's HTML pages, as far as the reader of any page needs its help."""

    def read_page(self, doc: Document, states: Sequence[State], page: Page, claims: Claims) -> Reading | None:
        """The reading of a board, or of a posting that is gone; None for a posting, with what is sure claimed."""


class Call:
    """A kind of public address, and the API call that gives the same."""

    def __init__(self, public: str, call: str, *query: str, keep: str = "") -> None:
        """Makes a call.

        Args:
            public: A pattern for the whole of host and path, a last slash left out; its groups fill the call.
            call: The call's address. A list that is asked for one posting ends in "#posting={id}": see
                `answers.chosen`.
            query: Parameters that the public address has to have (letters, digits, "-._"); they fill the call too.
            keep: A pattern for the names of parameters that mean the same in both (a board's filters).
        """
        self._public = re.compile(rf"{public}/?")
        self._call = call
        self._query = query
        self._keep = re.compile(keep) if keep else None

    def filled(self, place: str, query: Mapping[str, list[str]]) -> str | None:
        """The call for a public address (host and path, parameters); None for one of another kind."""
        match = self._public.fullmatch(place)
        said = {name: query.get(name, [""])[0] for name in self._query}
        if match is None or not all(_VALUE.fullmatch(value) for value in said.values()):
            return None
        call = self._call.format(**{name: value or "" for name, value in match.groupdict().items()}, **said)
        keep = self._keep
        kept = [(name, it) for name, values in query.items() if keep and keep.fullmatch(name) for it in values]
        return f"{call}&{urlencode(kept)}" if kept else call


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """One applicant system."""

    name: str
    #: Hosts of its API; ".northwind.com" stands for all below it.
    hosts: tuple[str, ...]
    #: Who reads its answers; None where it has none that are public.
    reader: AnswerReader | None = None
    #: Who reads its pages, wherever they live; None where the reader of any page does.
    page_reader: PageReader | None = None
    #: By what its pages are known: what a class of an element begins with, or the name of a value in a script.
    classes: tuple[str, ...] = ()
    state: str | None = None
    #: The first that fits a public address counts.
    calls: tuple[Call, ...] = ()
    #: Calls that have to be POSTs: a pattern for the whole of host and path, and the JSON object to send.
    posts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def lives_at(self, host: str) -> bool:
        """Whether its API answers at a host."""
        return any(host.endswith(it) if it.startswith(".") else host == it for it in self.hosts)
