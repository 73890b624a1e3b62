"""`monitor export`."""

import csv
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from monitor import clock
from monitor.cli.documents import history_document, posting_document, time_document
from monitor.cli.errors import NotDone, Refused
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import say_json
from monitor.notify.escaping import printable
from storage import changes, versions, watches
from storage.database import Connection
from storage.rows import Watch

_FORMATS = ("json", "csv", "ics", "atom")
_NOT_YET = ("ics", "atom")
#: One line a watch; the parts of pay and deadline have columns of their own.
_COLUMNS = (
    "id",
    "url",
    "type",
    "title",
    "organization",
    "locations",
    "status",
    "pay_min",
    "pay_max",
    "pay_currency",
    "pay_unit",
    "deadline_at",
    "deadline_zone",
    "workplace",
    "employment_type",
    "posted_on",
    "starts_on",
    "apply_url",
    "state",
    "tags",
    "interval_seconds",
    "last_checked_at",
    "last_outcome",
    "next_check_at",
    "versions",
    "last_change_at",
)
#: What a spreadsheet takes for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def command(
    context: typer.Context,
    *,
    form: Annotated[str, typer.Option("--format", metavar="json|csv|ics|atom", help="What to write.")] = "json",
) -> None:
    """Print everything, for other tools.

    JSON has each watch with its versions and changes, CSV a line a watch.
    """
    if form not in _FORMATS:
        raise Refused(f'--format: found "{form}"; allowed: {", ".join(_FORMATS)}')
    if form in _NOT_YET:
        raise NotDone(f"`monitor export --format {form}` is not there yet: it comes with a later version")
    session = session_of(context)
    with session.reading() as connection:
        found = watches.listed(connection, include_removed=True, with_record=True)
        if form == "csv":
            _write_csv(connection, found, session)
        else:
            say_json(_everything(connection, found, session))


def _everything(connection: Connection, found: list[Watch], session: Session) -> dict[str, Any]:
    return {
        "exported_at": time_document(clock.now()),
        "watches": [_whole(connection, watch, session) for watch in found],
    }


def _whole(connection: Connection, watch: Watch, session: Session) -> dict[str, Any]:
    schedule = session.settings.schedule
    seen = versions.of_watch(connection, watch.id)
    told = changes.stored(connection, watch_id=watch.id)
    history = history_document(watch, seen, told, schedule)
    postings = [{"posting": it.record.get("posting"), "roles": it.record.get("roles")} for it in seen]
    shown: dict[str, Any] = history["watch"]
    return shown | {
        "versions": [version | posting for version, posting in zip(history["versions"], postings, strict=True)],
        "other_changes": history["other_changes"],
    }


def _write_csv(connection: Connection, found: list[Watch], session: Session) -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for watch in found:
        last = versions.one(connection, watch.id, watch.version) if watch.version else None
        writer.writerow(_line(posting_document(watch, last, session.settings.schedule)))


def _line(document: Mapping[str, Any]) -> dict[str, str]:
    values = {name: document.get(name) for name in _COLUMNS}
    pay, deadline = document["pay"] or {}, document["deadline"] or {}
    values |= {f"pay_{name}": pay.get(name) for name in ("min", "max", "currency", "unit")}
    values |= {f"deadline_{name}": deadline.get(name) for name in ("at", "zone")}
    return {name: _cell(value) for name, value in values.items()}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = printable("; ".join(value) if isinstance(value, list) else str(value))
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text
