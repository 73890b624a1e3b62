"""`monitor notify why`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import typer

from config.targets import TargetSettings
from monitor.cli.errors import Refused
from monitor.cli.notify_history import watch_of
from monitor.cli.parameters import AsJson
from monitor.cli.reasons import delivery_of
from monitor.cli.session import Session, session_of
from monitor.cli.telling import headline_of, severity_style
from monitor.cli.terminal import cell, say, say_json
from monitor.cli.times import short
from monitor.notify.rules import Verdict, verdict
from monitor.notify.timing import due_at
from monitor.vocabulary import Severity
from storage import changes, outbox
from storage.database import Connection
from storage.rows import Notice, StoredChange, Watch

_MOST_DIGITS = 18


def command(
    context: typer.Context,
    change: str = typer.Argument(metavar="CHANGE", help="A change's number, as `monitor changes` prints it."),
    *,
    as_json: AsJson = False,
) -> None:
    """Say which targets today's rules would tell a change, and why.

    For each target: what each of its rules asks for and what this change has, when the message would go, and what
    became of the notice that was made when the change was found.
    """
    session = session_of(context)
    targets = session.settings.notify.targets
    with session.reading() as connection:
        told = _change(connection, change)
        watch = watch_of(connection, told)
        notices = {notice.target: notice for notice in outbox.of_change(connection, told.id)}
    answers = [_of_target(target, told, watch, session, notices.get(target.name)) for target in targets]
    known = {target.name for target in targets}
    answers += [_of_former(notice) for name, notice in notices.items() if name not in known]
    if as_json:
        say_json(_document(told, watch, answers))
    else:
        _say(told, watch, answers, session)


def _change(connection: Connection, number: str) -> StoredChange:
    if not (number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS):
        raise Refused(f'"{number}" is no number of a change; see `monitor changes`')
    return changes.one(connection, int(number))


class _Answer:
    """What there is to say of one target."""

    def __init__(self, target: str, said: Verdict | None, due: datetime | None, notice: Notice | None) -> None:
        self.target = target
        #: None: the target is not configured any more.
        self.said = said
        #: None where it is not wanted.
        self.due = due
        self.notice = notice

    @property
    def reason(self) -> str:
        """In one sentence."""
        return self.said.reason if self.said else "it is not configured any more"

    @property
    def became(self) -> str:
        """What became of the notice."""
        return delivery_of(self.notice) if self.notice else "no notice was made when the change was found"


def _of_target(
    target: TargetSettings, change: StoredChange, watch: Watch, session: Session, notice: Notice | None
) -> _Answer:
    said = verdict(target, change, watch)
    due = due_at(change.detected_at, target, Severity(change.severity), session.zone) if said.wanted else None
    return _Answer(target.name, said, due, notice)


def _of_former(notice: Notice) -> _Answer:
    return _Answer(notice.target, None, None, notice)


def _document(change: StoredChange, watch: Watch, answers: Sequence[_Answer]) -> dict[str, Any]:
    from monitor.cli.documents import change_document, notice_document, time_document  # noqa: PLC0415 - for JSON only

    return {
        "change": change_document(change),
        "tags": list(watch.tags),
        "targets": [
            {
                "target": it.target,
                "wanted": it.said.wanted if it.said else None,
                "rule": it.said.rule if it.said else None,
                "reason": it.reason,
                "rules": [
                    {"rule": found.rule, "met": found.met, "asked": found.asked, "found": found.found}
                    for found in (it.said.findings if it.said else ())
                ],
                "due_at": time_document(it.due),
                "notice": notice_document(it.notice) if it.notice else None,
            }
            for it in answers
        ],
    }


def _say(change: StoredChange, watch: Watch, answers: Sequence[_Answer], session: Session) -> None:
    say(
        (f"change {change.id}", "strong"),
        f"  {short(change.detected_at, session.zone)}  ",
        (headline_of(change), severity_style(change.severity)),
        f"  {cell(change.summary)}",
    )
    say(f"   of watch {watch.id}  {watch.url}")
    for answer in answers:
        _say_answer(answer, change, session)
    if not answers:
        say("no targets are configured, so nobody is told; add one to [[notify.targets]]")


def _say_answer(answer: _Answer, change: StoredChange, session: Session) -> None:
    wanted = answer.said is not None and answer.said.wanted
    say(
        f"{answer.target}: ",
        ("wanted" if wanted else "not wanted", "good" if wanted else "bad"),
        ": ",
        cell(answer.reason),
    )
    for found in answer.said.findings if answer.said else ():
        met = "met    " if found.met else "not met"
        say(f"   {met}  {found.rule}: asks for {cell(found.asked)}; found {cell(found.found)}")
    if answer.due == change.detected_at:
        say("   would go at once")
    elif answer.due:
        say(f"   would go {short(answer.due, session.zone)}")
    say(f"   {cell(answer.became)}")
