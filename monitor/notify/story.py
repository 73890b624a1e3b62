"""A change as a story: the short texts that a message about it is made of, cleaned but not yet escaped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any
from urllib.parse import urlsplit

from monitor.notify import phrases
from monitor.notify.escaping import clean, one_line, web_address
from monitor.notify.headlines import headline
from monitor.notify.marking import Piece, joined, marked, unmarked
from monitor.vocabulary import Kind, Severity
from storage.rows import StoredChange, Watch

_NAME_LIMIT = 120
_SENTENCE_LIMIT = 300
_WORDS_LIMIT = 600

#: The field whose evidence bears a kind of change, where it is not named like the kind ("title_changed": "title").
_EVIDENCE = {
    Kind.CLOSED: "status",
    Kind.OPENED: "status",
    Kind.REOPENED: "status",
    Kind.LOCATION_CHANGED: "locations",
    Kind.START_CHANGED: "starts_on",
    Kind.APPLY_CHANGED: "apply_url",
}
#: The summary says it all.
_WITHOUT_VALUES = frozenset(
    {Kind.POSTING_ADDED, Kind.POSTING_REMOVED, Kind.UNREACHABLE, Kind.BLOCKED, Kind.RECOVERED, Kind.SOURCES_AGREE}
)
#: Neither value is the older one.
_UNMARKED = frozenset({Kind.SOURCES_DISAGREE})
#: Told by the clock, not seen on the page: there is no "since".
_FROM_THE_CLOCK = frozenset({Kind.DEADLINE_SOON, Kind.DEADLINE_PASSED})
#: What the two values of a change are called; "" leaves one out.
_LABELS = {
    Kind.DEADLINE_SOON: ("", "Deadline"),
    Kind.DEADLINE_PASSED: ("Deadline", ""),
    Kind.SOURCES_DISAGREE: ("One source", "Another"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """A value before or after a change."""

    #: Our own words: "Before".
    label: str
    #: The changed words are marked where one value follows the other.
    pieces: tuple[Piece, ...]
    old: bool

    @property
    def text(self) -> str:
        """Without marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """What there is to say about one change. Texts of the page are shortened and free of control characters."""

    #: Our own words: "Pay raised".
    headline: str
    #: The posting's title and organization, in one line; "" where the summary says it all.
    name: str
    summary: str
    severity: Severity = Severity.LOW
    #: The kind of change and its direction, as rules name them; "" in a bulletin.
    kind: str = ""
    direction: str = ""
    #: Before and after; empty where the summary says it all.
    values: tuple[Value, ...] = ()
    #: The words of the page.
    evidence: str | None = None
    #: When it was seen and since when it could have been, in the user's zone; "" in a bulletin.
    seen: str
    #: The instant; None in a bulletin.
    at: datetime | None = None
    #: http or https, safe within quotation marks and brackets.
    url: str | None = None
    #: Where the posting was listed; None where the watch is the posting itself.
    board: str | None = None
    #: The web page of the watch; None where there is none.
    page: str | None = None
    #: None in a bulletin.
    watch_id: int | None = None

    @property
    def beside(self) -> str:
        """The name, where the summary does not end with it."""
        return "" if self.summary.endswith(self.name) else self.name


def story_of(
    change: StoredChange,
    watch: Watch,
    zone: tzinfo,
    *,
    folds: tuple[int, datetime] | None = None,
    public_url: str = "",
) -> Story:
    """The story of a change.

    Args:
        change: as stored.
        watch: with the record of its last version.
        zone: the user's.
        folds: how many earlier changes of the same flapping field it sums up, and when the first of them was.
        public_url: where people reach the web page; "" where there is none.

    Returns:
        Its texts; none is longer than a few lines, whatever the page says.
    """
    kind = Kind(change.kind)
    posting = (watch.record or {}).get("posting") or {}
    role = next((it for it in (change.after, change.before) if isinstance(it, dict) and "title" in it), {})
    return Story(
        headline=headline(kind, change.direction, change.field),
        name=_name(role.get("title") or posting.get("title") or _address(change.url), posting.get("organization")),
        summary=_summed_up(clean(change.summary, _SENTENCE_LIMIT), folds, zone),
        severity=Severity(change.severity),
        kind=kind.value,
        direction=change.direction or "",
        values=_values(change, kind, zone),
        evidence=_evidence(change, kind, watch, posting),
        seen=_seen(change, kind, zone),
        at=change.detected_at,
        url=web_address(role.get("url")) or web_address(change.url),
        board=web_address(change.url) if role.get("url") else None,
        page=web_address(f"{public_url.rstrip('/')}/watches/{change.watch_id}") if public_url else None,
        watch_id=change.watch_id,
    )


def bulletin(title: str, text: str, *, severity: Severity) -> Story:
    """The story of the service itself: what happened, and a few lines on it."""
    return Story(
        headline="",
        name=clean(text, _WORDS_LIMIT),
        summary=one_line(title, _SENTENCE_LIMIT),
        severity=severity,
        seen="",
    )


def _summed_up(summary: str, folds: tuple[int, datetime] | None, zone: tzinfo) -> str:
    """The summary of the last of several changes of a flapping field."""
    if folds is None:
        return summary
    count, since = folds
    return f"Changed {count + 1} times since {phrases.instant(since, zone)}, now: {summary}"


def _name(title: str, organization: str | None) -> str:
    parts = [one_line(part, _NAME_LIMIT) for part in (title, organization) if part]
    return " – ".join(part for part in parts if part)


def _address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}"


def _values(change: StoredChange, kind: Kind, zone: tzinfo) -> tuple[Value, ...]:
    if kind in _WITHOUT_VALUES or (change.before is None and change.after is None):
        return ()
    before, after = (clean(phrases.value(it, zone), _WORDS_LIMIT) for it in (change.before, change.after))
    whole = kind in _UNMARKED or not (change.before and change.after)
    old, new = (unmarked(before), unmarked(after)) if whole else _pieces(before, after)
    of_old, of_new = _LABELS.get(kind, ("Before", "After"))
    values = (Value(label=of_old, pieces=old, old=True), Value(label=of_new, pieces=new, old=False))
    return tuple(value for value in values if value.label)


def _pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old, new = marked(before, after)
    return joined(old), joined(new)


def _evidence(change: StoredChange, kind: Kind, watch: Watch, posting: Mapping[str, Any]) -> str | None:
    """The words of the page, where the last version is the one that the change was seen in."""
    if watch.version != change.to_version or change.from_version == change.to_version:
        return None
    name = _EVIDENCE.get(kind, kind.removesuffix("_changed"))
    words = ((posting.get("evidence") or {}).get(name) or {}).get("text")
    return one_line(words, _SENTENCE_LIMIT) if words else None


def _seen(change: StoredChange, kind: Kind, zone: tzinfo) -> str:
    seen = phrases.instant(change.detected_at, zone)
    if change.since is None or kind in _FROM_THE_CLOCK:
        return seen
    return f"{seen} (it was still as before on {phrases.instant(change.since, zone)})"
