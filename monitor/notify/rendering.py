"""What a message says: one change, or several gathered, in the same words for every sink."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from monitor.notify.escaping import chat, one_line
from monitor.notify.grouping import gravest
from monitor.notify.mailbody import document
from monitor.notify.phrases import instant
from monitor.notify.rules import joint_id
from monitor.notify.story import Story, bulletin, story_of
from monitor.notify.writing import CHAT, MARKDOWN, PLAIN, Detail, Size, Writing, in_order, written
from monitor.vocabulary import Severity
from storage.rows import StoredChange, Watch

if TYPE_CHECKING:
    from monitor.notify.templates import Templates

_TITLE_LIMIT = 200
#: As much of a message's id as people need to see that two messages are one.
_SHORT_ID = 12


class Fitting(Protocol):
    """A text that can be had at any length."""

    def within(self, limit: int, size: Size = len) -> str:
        """As much as a sink takes, whole changes only; see `Writing.within`."""


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
    #: The last two for sinks that take no more than so much.
    chat_forms: Fitting
    markdown_forms: Fitting
    severity: Severity
    #: Names what it is about, so that mails on one posting stand together; None where it is about several.
    thread: str | None = None


def compose(
    told: Sequence[tuple[StoredChange, Watch]],
    zone: tzinfo,
    message_id: str,
    folds: Mapping[int, tuple[int, datetime]] = MappingProxyType({}),
    *,
    public_url: str = "",
    templates: "Templates | None" = None,
) -> Message:
    """The message that tells one change, or several gathered.

    Args:
        told: at least one change, in the order in which they are told, each with its watch and the record of the
            watch's last version.
        zone: the user's.
        message_id: the same for every attempt to deliver it.
        folds: for changes (by number) that sum up earlier ones of a flapping field: how many, and since when.
        public_url: where people reach the web page; "" where there is none.
        templates: the user's own forms; what they do not make, or fail to make, is as without them.

    Returns:
        The message in every form.
    """
    stories = tuple(
        in_order([story_of(it, watch, zone, folds=folds.get(it.id), public_url=public_url) for it, watch in told])
    )
    watches = {watch.id: watch for _, watch in told}
    thread = _thread(*watches.values()) if len(watches) == 1 else None
    message = _message(_title(stories, len(watches)), stories, message_id, thread=thread)
    return templates.applied(message, stories) if templates else message


def compose_bulletin(title: str, text: str, message_id: str, *, severity: Severity) -> Message:
    """The message that tells something about the service itself.

    Args:
        title: one line.
        text: a few lines.
        message_id: the same for every attempt to deliver it.
        severity: how grave it is.

    Returns:
        The message in every form; what the texts quote of others is harmless in each.
    """
    return _message(title, (bulletin(title, text, severity=severity),), message_id)


def sample(target: str, zone: tzinfo, now: datetime) -> Message:
    """The message that `notify test` sends."""
    story = Story(
        headline="Test",
        name="monitor notify test",
        summary=f"This is a sample for the target {target}. Where you can read it, changes will arrive.",
        seen=instant(now, zone),
    )
    return _message(f"Test: notices for {target} arrive", (story,), joint_id(("sample", target, str(now))))


def notice_line(message_id: str) -> str:
    """The end of what chats see: by it people know that two messages are one."""
    return f"\n\nNotice {message_id[:_SHORT_ID]}"


def _message(title: str, stories: tuple[Story, ...], message_id: str, *, thread: str | None = None) -> Message:
    subject = one_line(title, _TITLE_LIMIT)
    notice = notice_line(message_id)
    in_chat, in_markdown = (Writing(stories, form, notice) for form in (CHAT, MARKDOWN))
    return Message(
        id=message_id,
        title=subject,
        text=written(stories, PLAIN, Detail.WHOLE) + "\n",
        html=document(subject, stories),
        chat_title=chat(subject),
        chat_text=in_chat.whole(),
        markdown=in_markdown.whole(),
        chat_forms=in_chat,
        markdown_forms=in_markdown,
        severity=gravest(stories),
        thread=thread,
    )


def _title(stories: Sequence[Story], watches: int) -> str:
    if len(stories) == 1:
        return f"{stories[0].headline}: {stories[0].name}"
    critical = sum(story.severity is Severity.CRITICAL for story in stories)
    count = f"{len(stories)} changes{f' ({critical} critical)' if critical else ''}"
    if watches == 1 and len({story.name for story in stories}) == 1:
        return f"{count}: {stories[0].name}"
    return f"{count} on {watches} watches" if watches > 1 else f"{count} on {stories[0].board or stories[0].url}"


def _thread(watch: Watch) -> str:
    return f"watch-{watch.id}-{watch.added_at:%Y%m%d%H%M%S%f}"
