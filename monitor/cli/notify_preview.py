"""`monitor notify preview`."""

import sys
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from config.targets import TargetSettings
from monitor import clock
from monitor.cli.delivering import try_templates
from monitor.cli.errors import NotDone, Refused
from monitor.cli.notify_history import watch_of
from monitor.cli.notify_targets import chosen_targets
from monitor.cli.parameters import AsJson
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import note, say, say_json
from monitor.notify.escaping import printable
from monitor.notify.rules import ID_DOMAIN
from monitor.vocabulary import Kind
from storage import changes
from storage.rows import StoredChange, Watch

if TYPE_CHECKING:
    from monitor.notify.rendering import Message
    from monitor.notify.templates import Templates

_MOST_DIGITS = 18
#: In place of a notice's.
_ID = f"preview@{ID_DOMAIN}"


def command(
    context: typer.Context,
    change: Annotated[
        str | None, typer.Argument(metavar="CHANGE", help="A change's number, as `monitor changes` prints it.")
    ] = None,
    *,
    target: Annotated[
        str | None,
        typer.Option("--target", metavar="T", help="Whose templates to use; without it, those of the first."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="K", help="An invented change of this kind in place of a real one.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the HTML of the mail; - is standard output.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the message that a change makes for a target; nothing is sent.

    Prints subject and text as a mail has them, in the target's own templates where it has some.
    """
    session = session_of(context)
    told = _invented(kind) if change is None else _stored(session, change)
    if change is not None and kind is not None:
        raise Refused("CHANGE and --kind exclude each other")
    message = _composed(session, told, target)
    if html:
        _write(message.html, html)
    if as_json:
        say_json(_document(message))
    elif not html:
        say((message.title, "strong"))
        say()
        say(printable(message.text).rstrip())


def _invented(kind: str | None) -> tuple[StoredChange, Watch]:
    if kind not in set(Kind):
        found = f'there is no kind "{kind}"' if kind else "name a CHANGE or a --kind"
        raise Refused(f"{found}; kinds: {', '.join(Kind)}")
    from monitor.notify.specimens import specimen  # noqa: PLC0415 - not for a real change

    return specimen(Kind(kind), clock.now())


def _stored(session: Session, number: str) -> tuple[StoredChange, Watch]:
    if not (number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS):
        raise Refused(f'"{number}" is no number of a change; see `monitor changes`')
    with session.reading() as connection:
        told = changes.one(connection, int(number))
        # The words of the page are shown with a change of the last version; here this one counts as that.
        return told, replace(watch_of(connection, told), version=told.to_version)


def _composed(session: Session, told: tuple[StoredChange, Watch], name: str | None) -> "Message":
    from monitor.notify.rendering import compose  # noqa: PLC0415 - not for a wrong number

    settings = session.settings
    target = chosen_targets(settings.notify.targets, name)[0] if name or settings.notify.targets else None
    templates = _templates(target) if target else None
    public_url = settings.web.public_url
    return compose([told], session.zone, _ID, public_url=public_url, templates=templates)


def _templates(target: TargetSettings) -> "Templates | None":
    """The target's own, tried."""
    try_templates([target])
    if not target.template:
        return None
    from monitor.notify.templates import load  # noqa: PLC0415 - few need it

    return load(target)


def _document(message: "Message") -> dict[str, Any]:
    return {
        "title": message.title,
        "text": message.text,
        "html": message.html,
        "markdown": message.markdown,
        "chat_title": message.chat_title,
        "chat_text": message.chat_text,
        "severity": message.severity.value,
    }


def _write(page: str, path: Path) -> None:
    if str(path) == "-":
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        sys.stdout.write(page)
        return
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise NotDone(f"{path} cannot be written: {error.strerror}") from error
    note(f"{path} holds the mail; open it in a browser")
