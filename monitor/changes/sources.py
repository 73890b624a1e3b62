"""Two sources of one opening that say different things, and that agree again."""

from collections.abc import Iterator
from dataclasses import replace

from monitor.changes import wording
from monitor.changes.comparison import Comparison, PostingKind
from monitor.vocabulary import Change, Kind, Severity
from spiders.posting import Posting, Source

#: The fields that are worth an alert when sources disagree on them.
_WATCHED = ("status", "deadline", "pay")
#: Boards make this date up: a weaker claim, that never stands against the text.
_MADE_UP = "validthrough"


class SourcesDisagree(PostingKind):
    """Another source on the page says something else of status, deadline or pay, and did not before."""

    kind = Kind.SOURCES_DISAGREE
    fields = ("conflicts",)

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """One change for each field, unless the field itself changed: that change says it."""
        before, after = _conflicts(seen.before), _conflicts(seen.after)
        for name in _WATCHED:
            if name in after and name not in before and name not in seen.told:
                chosen, other = _chosen(seen.after, name), after[name]
                yield Change(
                    kind=cls.kind,
                    severity=Severity.HIGH,
                    field=name,
                    summary=wording.sources_disagree(name, chosen, other),
                    before=chosen,
                    after=other,
                )


class SourcesAgree(PostingKind):
    """What another source said differently, it says no longer; a source that is gone agrees with nothing."""

    kind = Kind.SOURCES_AGREE
    fields = ("conflicts",)

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """One change for each field, unless the field itself changed: that change says it."""
        before, after = _conflicts(seen.before), _conflicts(seen.after)
        for name in _WATCHED:
            if name in before and name not in after and name not in seen.told and _speaks(seen, name):
                yield Change(
                    kind=cls.kind,
                    severity=Severity.LOW,
                    field=name,
                    summary=wording.sources_agree(name),
                    before=before[name],
                    after=_chosen(seen.after, name),
                )


def _conflicts(posting: Posting) -> dict[str, str]:
    return {
        name: evidence.text
        for name, evidence in posting.conflicts.items()
        if _MADE_UP not in (evidence.where or "").casefold()
    }


def _speaks(seen: Comparison, name: str) -> bool:
    """Whether the source that contradicted is still on the page, as far as one can see."""
    source = seen.before.conflicts[name].source
    return source in _sources(seen.after) or source not in _sources(replace(seen.before, conflicts={}))


def _sources(posting: Posting) -> frozenset[Source]:
    return frozenset(it.source for it in (*posting.evidence.values(), *posting.conflicts.values()))


def _chosen(posting: Posting, name: str) -> str | None:
    """The words that the field was read from."""
    evidence = posting.evidence.get(name)
    return evidence.text if evidence else None
