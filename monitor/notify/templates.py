"""Messages in the user's own words: a folder of Jinja2 templates, tried before anything is sent.

A folder holds any of `FORMS`; forms that it does not hold are ours. What a template may name is in
`monitor.notify.shown`. Words of a page are escaped for the sink whatever the template does with them
(`monitor.notify.sandbox`). A template that fails on one message leaves that form to us, and the log says so.
"""

import logging
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jinja2 import Template, TemplateError, TemplateSyntaxError

from config.errors import ConfigError
from config.targets import TargetSettings
from monitor.notify.escaping import chat, one_line
from monitor.notify.grouping import grouped
from monitor.notify.marking import unmarked
from monitor.notify.placing import misplaced
from monitor.notify.rendering import Fitting, Message, notice_line
from monitor.notify.sandbox import Sandbox
from monitor.notify.shown import CHAT, HTML, IN_MARKDOWN, TEXT, ShownChange, ShownGroup, ShownValue, Sink, shown
from monitor.notify.specimens import specimen
from monitor.notify.story import Story, story_of
from monitor.notify.writing import Size, Writing
from monitor.vocabulary import Kind
from monitor.zones import zone_named

_log = logging.getLogger(__name__)

#: What may be in a folder.
FORMS = ("title.txt", "text.txt", "mail.html", "markdown.md")
#: A file and the sink that it is for.
_MADE: tuple[tuple[str, Sink], ...] = (
    ("title.txt", TEXT),
    ("text.txt", TEXT),
    ("text.txt", CHAT),
    ("mail.html", HTML),
    ("markdown.md", IN_MARKDOWN),
)
_TITLE_LIMIT = 200
#: Stands for the words of a page while templates are tried.
_WORD = "pagewordspagewords"


class Templates:
    """The templates of one target."""

    def __init__(self, folder: Path) -> None:
        """Read them.

        Raises:
            ConfigError: the folder holds none, or one that is no template.
        """
        self._folder = folder
        self._made: dict[tuple[str, int], tuple[Sandbox, Template]] = {}
        for name, sink in _MADE:
            if (folder / name).is_file():
                box = Sandbox(
                    folder, escape=sink.escape, is_html=sink.is_html, shown=(ShownChange, ShownGroup, ShownValue)
                )
                self._made[name, id(sink)] = (box, self._compiled(box, name))
        if not self._made:
            raise ConfigError(f"template: found none in {folder}; allowed: a folder with any of {', '.join(FORMS)}")

    def applied(self, message: Message, stories: Sequence[Story]) -> Message:
        """The message in the forms that these templates make of it, the others as they are."""
        title = one_line(self._form("title.txt", TEXT, message.title, stories) or message.title, _TITLE_LIMIT)
        tail = notice_line(message.id)
        message = replace(
            message,
            title=title,
            chat_title=chat(title),
            text=self._form("text.txt", TEXT, title, stories) or message.text,
            html=self._form("mail.html", HTML, title, stories) or message.html,
        )
        if in_chat := self._form("text.txt", CHAT, title, stories):
            fitting = self._fitted("text.txt", CHAT, title, stories, message.chat_forms)
            message = replace(message, chat_text=in_chat.rstrip() + tail, chat_forms=fitting)
        if in_markdown := self._form("markdown.md", IN_MARKDOWN, title, stories):
            fitting = self._fitted("markdown.md", IN_MARKDOWN, title, stories, message.markdown_forms)
            message = replace(message, markdown=in_markdown.rstrip() + tail, markdown_forms=fitting)
        return message

    def try_all(self, now: datetime) -> None:
        """Make every form of a change of every kind, and of several together.

        Raises:
            ConfigError: one cannot be made; names file, line and what is wrong.
        """
        for stories in _trials(now):
            for name, sink in _MADE:
                if (name, id(sink)) in self._made:
                    self._try(name, sink, stories)

    def _try(self, name: str, sink: Sink, stories: Sequence[Story]) -> None:
        try:
            text = self._rendered(name, sink, stories[0].summary, stories)
        except Exception as error:
            raise ConfigError(self._said(error, name)) from error
        if sink.is_html and (place := misplaced(text, _WORD)):
            raise ConfigError(
                f"{self._folder / name}: found words of the page in {place}; allowed: in text between tags, and the "
                "addresses url, board and page in links"
            )

    def _form(self, name: str, sink: Sink, title: str, stories: Sequence[Story]) -> str:
        """The form; "" where there is no template of it, or it fails or makes nothing."""
        if (name, id(sink)) not in self._made:
            return ""
        try:
            text = self._rendered(name, sink, title, stories)
        except Exception as error:  # noqa: BLE001 - whatever a template does, the change is told
            _log.warning("%s; this form is sent as without the template", self._said(error, name))
            return ""
        return text if text.strip() else ""

    def _fitted(self, name: str, sink: Sink, title: str, stories: Sequence[Story], ours: Fitting) -> Fitting:
        assert isinstance(ours, Writing)

        def render(first: Sequence[Story]) -> str:
            return self._form(name, sink, title, first).rstrip()

        return _Fitted(render, tuple(stories), ours)

    def _rendered(self, name: str, sink: Sink, title: str, stories: Sequence[Story]) -> str:
        box, template = self._made[name, id(sink)]
        return box.rendered(template, shown(title, stories, sink))

    def _compiled(self, box: Sandbox, name: str) -> Template:
        try:
            return box.get_template(name)
        except (TemplateError, RecursionError, UnicodeDecodeError) as error:
            raise ConfigError(self._said(error, name)) from error

    def _said(self, error: Exception, name: str) -> str:
        """File, line and what is wrong."""
        file, line = str(self._folder / name), None
        if isinstance(error, TemplateSyntaxError):
            file, line = error.filename or file, error.lineno
        else:
            ours = [it for it in traceback.extract_tb(error.__traceback__) if Path(it.filename).parent == self._folder]
            file, line = (ours[-1].filename, ours[-1].lineno) if ours else (file, None)
        what = (error.message if isinstance(error, TemplateError) else "") or f"{type(error).__name__}: {error}"
        return f"{file}{f':{line}' if line else ''}: {one_line(what, 300)}"


@dataclass(frozen=True, slots=True)
class _Fitted:
    """As many whole changes in the user's form as a sink takes; where not even one fits, ours."""

    render: Callable[[Sequence[Story]], str]
    stories: tuple[Story, ...]
    ours: Writing

    def within(self, limit: int, size: Size = len) -> str:
        """As `Writing.within`."""
        for count in range(len(self.stories), 0, -1):
            made = self.render(self.stories[:count])
            text = f"{made}{self.ours.rest(self.stories[count:])}{self.ours.tail}"
            if made and size(text) <= limit:
                return text
        return self.ours.within(limit, size)


def load(target: TargetSettings) -> Templates | None:
    """The templates of a target; None where it has none.

    Raises:
        ConfigError: they cannot be read.
    """
    folder = target.template_folder()
    if folder is None:
        return None
    try:
        return Templates(folder.resolve())
    except ConfigError as error:
        raise ConfigError(f"target {target.name}: {error}") from error


def try_out(target: TargetSettings, now: datetime) -> None:
    """Make every form of a change of every kind with the templates of a target, where it has some.

    Raises:
        ConfigError: one cannot be used; names its file, the line and what is wrong.
    """
    if templates := load(target):
        try:
            templates.try_all(now)
        except ConfigError as error:
            raise ConfigError(f"target {target.name}: {error}") from error


def _trials(now: datetime) -> Iterator[tuple[Story, ...]]:
    """A change of each kind, and all of them together, the words of the page marked."""
    zone = zone_named("UTC")
    told = [specimen(kind, now, number) for number, kind in enumerate(Kind, start=1)]
    stories = tuple(
        _worded(story_of(change, watch, zone, public_url="https://monitor.example.org")) for change, watch in told
    )
    yield from ((story,) for story in stories)
    yield tuple(story for group in grouped(stories) for story in group.stories)


def _worded(story: Story) -> Story:
    """The story with our word in all that comes from a page."""
    values = tuple(replace(it, pieces=(*it.pieces, *unmarked(f" {_WORD}"))) for it in story.values)
    said = f" {_WORD}"
    evidence = story.evidence and story.evidence + said
    return replace(story, values=values, name=story.name + said, summary=story.summary + said, evidence=evidence)
