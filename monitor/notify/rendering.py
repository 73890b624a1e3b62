"""What a message says: one change, or several gathered, in the same words for every sink."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from types import MappingProxyType

from monitor.notify.escaping import chat, markdown, one_line
from monitor.notify.mailbody import document
from monitor.notify.marking import Piece
from monitor.notify.phrases import instant
from monitor.notify.rules import joint_id
from monitor.notify.story import Story, story_of
from monitor.vocabulary import Severity
from storage.rows import StoredChange, Watch

_TITLE_LIMIT = 200
#: As much of a message's id as people need to see that two messages are one.
_SHORT_ID = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message in every form that a sink may take."""

    #: The same for every attempt to deliver it; fit for a mail's Message-ID.
    id: str
    #: One line, not escaped: for mail subjects.
    title: str
    #: Not escaped: for the plain part of mails.
    text: str
    #: A whole document with inline styles: for mail.
    html: str
    #: Title and text for sinks that may read markup into plain text.
    chat_title: str
    chat_text: str
    #: CommonMark, without the title.
    markdown: str
    severity: Severity
    #: Names what it is about, so that mails on one posting stand together; None where it is about several.
    thread: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Form:
    """How a sink wants words of the page, our own headline, changed words and links."""

    words: Callable[[str], str]
    strong: Callable[[str], str]
    link: Callable[[str], str]


def _as_is(text: str) -> str:
    return text


def _bold(text: str) -> str:
    """Bold in CommonMark. The stars stand next to a word, or they would be stars."""
    core = text.strip()
    if not core:
        return text
    before, _, after = text.partition(core)
    return f"{before}**{core}**{after}"


_PLAIN = _Form(words=_as_is, strong=_as_is, link=_as_is)
_CHAT = _Form(words=chat, strong=_as_is, link=_as_is)
_MARKDOWN = _Form(words=markdown, strong=_bold, link="<{}>".format)


def compose(
    told: Sequence[tuple[StoredChange, Watch]],
    zone: tzinfo,
    message_id: str,
    folds: Mapping[int, tuple[int, datetime]] = MappingProxyType({}),
) -> Message:
    """The message that tells one change, or several gathered.

    Args:
        told: at least one change, in the order in which they are told, each with its watch and the record of the
            watch's last version.
        zone: the user's.
        message_id: the same for every attempt to deliver it.
        folds: for changes (by number) that sum up earlier ones of a flapping field: how many, and since when.

    Returns:
        The message in every form.
    """
    stories = tuple(story_of(change, watch, zone, folds=folds.get(change.id)) for change, watch in told)
    watches = {watch.id: watch for _, watch in told}
    severities = {change.severity for change, _ in told}
    return _message(
        _title(stories, len(watches)),
        stories,
        message_id,
        severity=next(severity for severity in Severity if severity in severities),
        thread=_thread(*watches.values()) if len(watches) == 1 else None,
    )


def sample(target: str, zone: tzinfo, now: datetime) -> Message:
    """The message that `notify test` sends."""
    story = Story(
        headline="Test",
        name="monitor notify test",
        summary=f"This is a sample for the target {target}. Where you can read it, changes will arrive.",
        seen=instant(now, zone),
    )
    return _message(
        f"Test: notices for {target} arrive",
        (story,),
        joint_id(("sample", target, str(now))),
        severity=Severity.LOW,
    )


def _message(
    title: str, stories: tuple[Story, ...], message_id: str, *, severity: Severity, thread: str | None = None
) -> Message:
    subject = one_line(title, _TITLE_LIMIT)
    notice = f"\n\nNotice {message_id[:_SHORT_ID]}"
    return Message(
        id=message_id,
        title=subject,
        text="\n\n\n".join(_written(story, _PLAIN) for story in stories) + "\n",
        html=document(subject, stories),
        chat_title=chat(subject),
        chat_text="\n\n".join(_written(story, _CHAT) for story in stories) + notice,
        markdown="\n\n".join(_written(story, _MARKDOWN) for story in stories) + notice,
        severity=severity,
        thread=thread,
    )


def _title(stories: Sequence[Story], watches: int) -> str:
    if len(stories) == 1:
        return f"{stories[0].headline}: {stories[0].name}"
    if watches == 1 and len({story.name for story in stories}) == 1:
        return f"{len(stories)} changes: {stories[0].name}"
    return f"{len(stories)} changes on {watches} watches" if watches > 1 else f"{len(stories)} changes"


def _thread(watch: Watch) -> str:
    return f"watch-{watch.id}-{watch.added_at:%Y%m%d%H%M%S%f}"


def _written(story: Story, form: _Form) -> str:
    """A story in lines; what is empty is left out."""
    lines = [form.strong(form.words(story.summary)), form.words(story.name), ""]
    lines += [f"{value.label}: {_pieces(value.pieces, form)}" for value in story.values]
    if story.evidence:
        lines.append(f"On the page: “{form.words(story.evidence)}”")
    lines.append(f"Seen: {form.words(story.seen)}")
    lines += [f"{name}: {form.link(url)}" for name, url in (("Posting", story.url), ("Board", story.board)) if url]
    if story.watch_id is not None:
        lines.append(f"History: monitor history {story.watch_id}")
    return "\n".join(lines)


def _pieces(pieces: Sequence[Piece], form: _Form) -> str:
    return "".join(form.strong(form.words(it.text)) if it.changed else form.words(it.text) for it in pieces)
