"""Stories in lines of text: plain, for chats, and as CommonMark; whole, or so short that they fit a sink."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import IntEnum

from monitor.notify.escaping import chat, markdown, shortened
from monitor.notify.grouping import Group, counts, grouped
from monitor.notify.marking import Piece
from monitor.notify.story import Story

#: How long a text is for a sink.
Size = Callable[[str], int]

#: A name in a table of contents, a summary in a short form, and a line where there is room for one only.
_CONTENTS_LIMIT = 60
_SHORT_LIMIT = 160
_LINE_LIMITS = (140, 100, 60, 36, 20)


class Detail(IntEnum):
    """How much is said of each change."""

    #: One line: what happened to which posting.
    LINE = 0
    #: What happened, to which posting, where to look.
    SHORT = 1
    WHOLE = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """How a sink wants words of the page, our own headline, changed words, links and commands."""

    words: Callable[[str], str]
    strong: Callable[[str], str]
    link: Callable[[str], str]
    command: Callable[[str], str]


def _as_is(text: str) -> str:
    return text


def _bold(text: str) -> str:
    """Bold in CommonMark. The stars stand next to a word, or they would be stars."""
    core = text.strip()
    if not core:
        return text
    before, _, after = text.partition(core)
    return f"{before}**{core}**{after}"


PLAIN = Form(words=_as_is, strong=_as_is, link=_as_is, command=_as_is)
CHAT = Form(words=chat, strong=_as_is, link=_as_is, command=_as_is)
MARKDOWN = Form(words=markdown, strong=_bold, link="<{}>".format, command="`{}`".format)


@dataclass(frozen=True, slots=True)
class Writing:
    """Stories in a form, at whatever length is asked for."""

    stories: tuple[Story, ...]
    form: Form
    #: Stands at the end, whatever is left out.
    tail: str

    def whole(self) -> str:
        """All there is to say."""
        return written(self.stories, self.form, Detail.WHOLE) + self.tail

    def within(self, limit: int, size: Size = len) -> str:
        """As much as fits: all changes whole, or short, or a line each, or some of these lines and a count of the rest.

        Args:
            limit: what the result may measure.
            size: how the sink measures.

        Returns:
            The text. No change and no escape in it is cut; names are shortened, with "…", only where a single line
            does not fit. Where nothing fits it is the shortest form there is.
        """
        for detail in sorted(Detail, reverse=True):
            text = written(self.stories, self.form, detail) + self.tail
            if size(text) <= limit:
                return text
        for count in range(len(self.stories), 0, -1):
            text = self._first(count, _LINE_LIMITS[0]) + self.tail
            if size(text) <= limit:
                return text
        return self._one_line(limit, size)

    def _one_line(self, limit: int, size: Size) -> str:
        """The gravest change alone, its name as long as there is room."""
        texts = [
            f"{self._first(1, length, told=told)}{tail}"
            for told, tail in ((True, self.tail), (False, ""))
            for length in _LINE_LIMITS
        ]
        return next((text for text in texts if size(text) <= limit), texts[-1])

    def _first(self, count: int, length: int, *, told: bool = True) -> str:
        first = in_order(self.stories)
        lines = "\n".join(_line(story, self.form, length) for story in first[:count])
        return lines + (self.rest(first[count:]) if told else "")

    def rest(self, left: Sequence[Story]) -> str:
        """What is said of changes that are left out; "" for none."""
        if not left:
            return ""
        since = min((story.at for story in left if story.at), default=None)
        command = f"monitor changes --since {since.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if since else "monitor changes"
        return f"\n… and {len(left)} more: {self.form.command(command)}"


def written(stories: Sequence[Story], form: Form, detail: Detail) -> str:
    """Stories as text: one by itself, several under the names of their postings and a table of contents."""
    if len(stories) == 1:
        return _told(stories[0], form, detail)
    if detail is Detail.LINE:
        return "\n".join(_line(story, form, _LINE_LIMITS[0]) for story in in_order(stories))
    groups = grouped(stories)
    parts = [_head(stories, groups, form), *(_group(group, form, detail) for group in groups)]
    return "\n\n".join(parts)


def in_order(stories: Sequence[Story]) -> list[Story]:
    """As they stand in a message of several: by posting, the gravest first."""
    return [story for group in grouped(stories) for story in group.stories]


def _head(stories: Sequence[Story], groups: Sequence[Group], form: Form) -> str:
    """How many of each severity, and on what."""
    names = " · ".join(f"{form.words(shortened(it.name, _CONTENTS_LIMIT))} ({len(it.stories)})" for it in groups)
    return f"{counts(stories)}\nOn: {names}" if len(groups) > 1 else counts(stories)


def _group(group: Group, form: Form, detail: Detail) -> str:
    name = form.strong(form.words(group.name))
    told = [_told(story, form, detail, under=group.name) for story in group.stories]
    return "\n\n".join([name, *told]) if detail is Detail.WHOLE else "\n".join([name, *told])


def _told(story: Story, form: Form, detail: Detail, *, under: str = "") -> str:
    """A story in lines; what is empty is left out.

    Args:
        story: any.
        form: of the sink.
        detail: how much of it.
        under: the name under which it stands already.
    """
    if detail is Detail.LINE:
        return _line(story, form, _LINE_LIMITS[0])
    summary = story.summary if detail is Detail.WHOLE else shortened(story.summary, _SHORT_LIMIT)
    name = form.words(story.beside) if story.name != under else ""
    heading = [line for line in (form.strong(form.words(summary)), name) if line]
    body = _body(story, form) if detail is Detail.WHOLE else _links(story, form)[:1]
    blank = [""] if detail is Detail.WHOLE and not under and body else []
    return "\n".join([*heading, *blank, *body])


def _body(story: Story, form: Form) -> list[str]:
    lines = [f"{value.label}: {_pieces(value.pieces, form)}" for value in story.values]
    if story.evidence:
        lines.append(f"On the page: “{form.words(story.evidence)}”")
    if story.seen:
        lines.append(f"Seen: {form.words(story.seen)}")
    lines += _links(story, form)
    if story.watch_id is not None:
        lines.append(f"History: {form.command(f'monitor history {story.watch_id}')}")
    return lines


def _links(story: Story, form: Form) -> list[str]:
    named = (("Posting", story.url), ("Board", story.board), ("Watch", story.page))
    return [f"{name}: {form.link(url)}" for name, url in named if url]


def _line(story: Story, form: Form, limit: int) -> str:
    """What happened and to what, in so many characters."""
    name = shortened(story.beside, limit // 2)
    what = shortened(story.summary, limit - len(name) - len(" ()"))
    return form.words((f"{what} ({name})" if name else what).replace("\n", " "))


def _pieces(pieces: Sequence[Piece], form: Form) -> str:
    return "".join(form.strong(form.words(it.text)) if it.changed else form.words(it.text) for it in pieces)
