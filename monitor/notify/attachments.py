"""What goes along with a message: the page as it was seen, and the deadline for a calendar.

A page is somebody else's program. It goes as an HTML file that loads nothing and runs nothing when it is opened (a
content security policy stands before its own words), and never as part of the message.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from config.targets import TargetSettings
from monitor.calendars import Event, calendar
from monitor.changes.days import day_of
from monitor.notify.escaping import clean, html, one_line, web_address
from monitor.notify.rendering import Fitting, Message
from monitor.notify.rules import ID_DOMAIN
from monitor.notify.writing import Size
from monitor.vocabulary import Kind
from spiders.reading.decoding import decode
from spiders.record import deadline_from_json
from storage import snapshots, versions
from storage.database import Connection
from storage.errors import StorageError
from storage.rows import ClaimedNotice, Version, Watch

_MIB = 1024 * 1024
#: The pages of one message may have so many bytes together.
LARGEST = 2 * _MIB
#: The first words of a page; what the page itself says of all this counts no more.
_HARMLESS = (
    '<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'\">"
)
#: A deadline goes along with what may bring somebody to apply.
_ABOUT_APPLYING = frozenset(
    {Kind.DEADLINE_CHANGED, Kind.DEADLINE_SOON, Kind.OPENED, Kind.REOPENED, Kind.RESTORED, Kind.REPOSTED}
)
_NAME_LIMIT = 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """One file."""

    name: str
    #: Without parameters: "text/html"; texts are UTF-8.
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachments:
    """What goes along with one message."""

    files: tuple[Attachment, ...] = ()
    #: What was to go along and does not, in our own words; one line each.
    left_out: tuple[str, ...] = ()


NONE = Attachments()


def attachments_of(c: Connection, target: TargetSettings, group: Sequence[ClaimedNotice]) -> Attachments:
    """What a target asks for beside the message that tells a group of notices.

    Args:
        c: a reading connection.
        target: its `attach`.
        group: the notices of one message.

    Returns:
        Each page and each deadline once. A page that is not there or not whole is left out and said to be.
    """
    pages = _pages(c, group) if "page" in target.attach else NONE
    deadlines = tuple(_deadlines(group)) if "calendar" in target.attach else ()
    return Attachments(files=pages.files + deadlines, left_out=pages.left_out)


def noted(message: Message, attachments: Attachments) -> Message:
    """The message with a line about what was left out."""
    if not attachments.left_out:
        return message
    note = "; ".join(attachments.left_out)
    end = f"\n\n{note}"
    before, body, after = message.html.rpartition("</body>")
    return replace(
        message,
        text=f"{message.text.rstrip()}{end}\n",
        html=f"{before}<p>{html(note)}</p>\n{body}{after}" if body else f"{message.html}<p>{html(note)}</p>",
        chat_text=message.chat_text + end,
        markdown=message.markdown + end,
        chat_forms=_Noted(message.chat_forms, end),
        markdown_forms=_Noted(message.markdown_forms, end),
    )


@dataclass(frozen=True, slots=True)
class _Noted:
    """A text with a line at its end, at any length."""

    inner: Fitting
    end: str

    def within(self, limit: int, size: Size = len) -> str:
        """As of the text itself."""
        return self.inner.within(max(limit - size(self.end), 0), size) + self.end


def _pages(c: Connection, group: Sequence[ClaimedNotice]) -> Attachments:
    files: list[Attachment] = []
    left_out = []
    for watch_id, seq in dict.fromkeys((it.watch.id, it.change.to_version) for it in group if it.change.to_version):
        try:
            page = _page(c, versions.one(c, watch_id, seq))
        except StorageError:
            left_out.append(f"Not attached: the page of watch {watch_id}, version {seq}, which is not kept whole")
            continue
        if page and sum(len(it.content) for it in (*files, page)) > LARGEST:
            size = f"{len(page.content) / _MIB:.1f} MiB"
            left_out.append(f"Not attached: the page of watch {watch_id}, version {seq} ({size}), too large")
        elif page:
            files.append(page)
    return Attachments(files=tuple(files), left_out=tuple(left_out))


def _page(c: Connection, version: Version) -> Attachment | None:
    """The page of a version; None where none was kept. What is no HTML goes as plain text, which runs nowhere."""
    if version.snapshot is None:
        return None
    text = decode(snapshots.load(c, version.snapshot), version.headers)
    name = f"posting-{version.watch_id}-v{version.seq}"
    if _is_data(text, version.headers):
        return Attachment(name=f"{name}.txt", media_type="text/plain", content=text.encode(errors="replace"))
    content = (_HARMLESS + text).encode(errors="replace")
    return Attachment(name=f"{name}.html", media_type="text/html", content=content)


def _is_data(text: str, headers: Mapping[str, str]) -> bool:
    """Whether it is JSON or a feed."""
    declared = headers.get("content-type", "").partition(";")[0].lower()
    return text.lstrip()[:1] in {"{", "["} or ("html" not in declared and declared.endswith(("json", "xml")))


def _deadlines(group: Sequence[ClaimedNotice]) -> Iterator[Attachment]:
    """The deadlines of the postings, as they are known now, of those that can still be met."""
    asked = {it.watch.id: it for it in group if it.change.kind in _ABOUT_APPLYING}
    for it in asked.values():
        event = _event(it.watch, it.change.detected_at)
        if event:
            content = calendar([event], it.change.detected_at)
            yield Attachment(name=f"deadline-{it.watch.id}.ics", media_type="text/calendar", content=content)


def _event(watch: Watch, now: datetime) -> Event | None:
    """The deadline of a posting as an event; None where it has none, or it is over."""
    posting: Mapping[str, Any] = (watch.record or {}).get("posting") or {}
    deadline = deadline_from_json(posting["deadline"]) if posting.get("deadline") else None
    if deadline is None or deadline.at < now:
        return None
    named = " – ".join(it for it in (posting.get("title"), posting.get("organization")) if it) or watch.url
    url = web_address(watch.url)
    words = clean(deadline.text, _NAME_LIMIT)
    return Event(
        uid=f"deadline-{watch.id}-{watch.added_at:%Y%m%d%H%M%S%f}@{ID_DOMAIN}",
        at=day_of(deadline) if deadline.date_only else deadline.at,
        summary=f"Deadline: {one_line(named, _NAME_LIMIT)}",
        description="\n".join(line for line in (f"On the page: “{words}”" if words else "", url) if line),
        url=url,
        sequence=watch.version,
    )
