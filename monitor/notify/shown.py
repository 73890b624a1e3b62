"""What templates of users see of a message: frozen values of texts, and how each sink wants them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from monitor.notify.escaping import chat, html, markdown
from monitor.notify.grouping import Group, counts, grouped
from monitor.notify.marking import Piece
from monitor.notify.sandbox import Ready
from monitor.notify.story import Story, Value
from monitor.notify.writing import MARKDOWN

#: ASCII that may mean something anywhere in HTML, also in an attribute whose quotation marks were forgotten.
_NOT_PLAIN = re.compile(r"[\x00-\x2b\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sink:
    """How a form wants words."""

    escape: Callable[[str], str]
    #: A changed run of text; the second argument says whether it is an old value's.
    mark: Callable[[str, bool], str]
    #: Text beside marks.
    plain: Callable[[str], str]
    link: Callable[[str], str]
    is_html: bool = False


def anywhere_in_html(text: str) -> str:
    """Text that is text in HTML wherever it stands: between tags, in an attribute, quoted or not."""
    return _NOT_PLAIN.sub(lambda match: f"&#{ord(match[0])};", text)


def _as_is(text: str) -> str:
    return text


def _in_mail(text: str, old: bool) -> str:  # noqa: FBT001 - the signature of `Sink.mark`
    tag = "del" if old else "ins"
    return f"<{tag}>{html(text)}</{tag}>" if text.strip() else html(text)


TEXT = Sink(escape=_as_is, mark=lambda text, _: text, plain=_as_is, link=_as_is)
CHAT = Sink(escape=chat, mark=lambda text, _: chat(text), plain=chat, link=_as_is)
IN_MARKDOWN = Sink(escape=markdown, mark=lambda text, _: MARKDOWN.strong(markdown(text)), plain=markdown, link=_as_is)
HTML = Sink(escape=anywhere_in_html, mark=_in_mail, plain=html, link=html, is_html=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownValue:
    """A value before or after a change."""

    #: "Before", "After", "Deadline" …
    label: str
    text: str
    #: The text with its changed words marked, as the form marks words.
    marked: str
    old: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownChange:
    """A change. Texts are "" where there is nothing to say."""

    #: "Pay raised".
    headline: str
    #: The posting's title and organization.
    name: str
    #: "Pay raised: $55 → $60 an hour".
    summary: str
    #: As in rules: "pay_changed".
    kind: str
    #: "raised", "extended" …
    direction: str
    #: "critical", "high", "medium" or "low".
    severity: str
    before: str
    after: str
    values: tuple[ShownValue, ...]
    #: Words of the page that say so.
    evidence: str
    #: When it was seen, and since when it could have been.
    seen: str
    #: Addresses: of the posting, of the board that it stands on, of the web page about it.
    url: str
    board: str
    page: str
    #: The number of the watch, for `monitor history`.
    watch: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownGroup:
    """The changes of one watch."""

    name: str
    severity: str
    changes: tuple[ShownChange, ...]


def shown(title: str, stories: Sequence[Story], sink: Sink) -> dict[str, object]:
    """The names that a template may use, with their values."""
    groups = [_group(group, sink) for group in grouped(stories)]
    return {
        "title": title,
        "counts": counts(stories),
        "changes": tuple(change for group in groups for change in group.changes),
        "groups": tuple(groups),
    }


def _group(group: Group, sink: Sink) -> ShownGroup:
    return ShownGroup(
        name=group.name, severity=group.severity.value, changes=tuple(_change(story, sink) for story in group.stories)
    )


def _change(story: Story, sink: Sink) -> ShownChange:
    return ShownChange(
        headline=story.headline,
        name=story.name,
        summary=story.summary,
        kind=story.kind,
        direction=story.direction,
        severity=story.severity.value,
        before=next((value.text for value in story.values if value.old), ""),
        after=next((value.text for value in story.values if not value.old), ""),
        values=tuple(_value(value, sink) for value in story.values),
        evidence=story.evidence or "",
        seen=story.seen,
        url=_link(story.url, sink),
        board=_link(story.board, sink),
        page=_link(story.page, sink),
        watch=story.watch_id,
    )


def _value(value: Value, sink: Sink) -> ShownValue:
    marked = "".join(_piece(piece, sink, old=value.old) for piece in value.pieces)
    return ShownValue(label=value.label, text=value.text, marked=Ready(marked), old=value.old)


def _piece(piece: Piece, sink: Sink, *, old: bool) -> str:
    return sink.mark(piece.text, old) if piece.changed else sink.plain(piece.text)


def _link(url: str | None, sink: Sink) -> str:
    return Ready(sink.link(url)) if url else ""
