"""`monitor doctor`."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import typer

from config.errors import ConfigError
from monitor import clock
from monitor.cli.delivering import try_templates
from monitor.cli.errors import NotDone
from monitor.cli.file_modes import opened_to_others
from monitor.cli.parameters import AsJson
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import cell, say, say_json
from monitor.errors import MonitorError
from monitor.notify.idle import idle_rules
from monitor.notify.phrases import instant
from storage import holder, watches
from storage.database import Database
from storage.errors import StorageError
from storage.locating import file_of, located

#: Watched hosts that are tried.
_MOST_HOSTS = 3
_PATIENCE_SECONDS = 5.0
#: When this version was made: a clock before it is wrong.
_EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)

#: Begins the text of what works and is perhaps not meant.
_MAYBE = "perhaps not meant: "

#: What was looked at, whether it is well, and what was seen.
_Finding = tuple[str, bool, str]


def command(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Check configuration, database, network, targets, clock.

    Ends with exit code 1 when one of them fails.
    """
    session = session_of(context)
    findings = []
    for finding in _findings(session):
        findings.append(finding)
        if not as_json:
            _say(finding)
    if as_json:
        say_json([{"check": what, "ok": ok, "text": text} for what, ok, text in findings])
    failed = [what for what, ok, _ in findings if not ok]
    if failed:
        raise NotDone(f"not well: {', '.join(dict.fromkeys(failed))}")


def _say(finding: _Finding) -> None:
    what, ok, text = finding
    look = ("fails ", "bad") if not ok else ("warns ", "strong") if text.startswith(_MAYBE) else ("ok    ", "good")
    say(look, f"{what}: {cell(text)}")


def _findings(session: Session) -> Iterator[_Finding]:
    configured = _tried("configuration", lambda: _configuration(session))
    yield configured
    if not configured[1]:
        return
    yield from _files(session)
    yield from _of_database(session)
    for target in session.settings.notify.targets:
        yield _tried(f"target {target.name}", lambda target=target: _target(target))  # type: ignore[misc]
    if not session.settings.notify.targets:
        yield "targets", True, "none: nobody is told of changes; add one to [[notify.targets]]"
    yield _tried("heartbeat", lambda: _heartbeat(session))


def _tried(what: str, look: Callable[[], str]) -> _Finding:
    try:
        return what, True, look()
    except (ConfigError, MonitorError, StorageError) as error:
        return what, False, str(error)


def _configuration(session: Session) -> str:
    source = session.settings.source
    return f"{source} is in order" if source else "no file, so the defaults; `monitor init` writes one"


def _files(session: Session) -> Iterator[_Finding]:
    """A warning for what other users of the machine may read or write."""
    try:
        database = file_of(located(session.settings.database.resolved_url()))
    except (ConfigError, StorageError):
        database = None  # said of the database
    if found := "; ".join(opened_to_others(session.settings, database)):
        yield "files", True, _MAYBE + found


def _of_database(session: Session) -> Iterator[_Finding]:
    """The database, and what is known from it."""
    try:
        with session.database() as database:
            yield "database", True, _database(database)
            yield from _network(database)
            yield _clock(database, session)
            yield from _rules(database, session)
    except (ConfigError, StorageError) as error:
        yield "database", False, str(error)


def _database(database: Database) -> str:
    with database.writing():
        pass  # a read-only file, a full disk or a lock shows here
    held = holder.held_by(database)
    who = f", {held.what} runs on it (pid {held.pid} on {held.host})" if held else ""
    return f"{database.url_without_secret}, schema {database.revision()}{who}"


def _network(database: Database) -> Iterator[_Finding]:
    with database.reading() as connection:
        urls = [watch.url for watch in watches.listed(connection)]
    places = list(dict.fromkeys((parts.hostname or "", parts.port, parts.scheme) for parts in map(urlsplit, urls)))
    for host, port, scheme in places[:_MOST_HOSTS]:
        yield _tried("network", lambda place=(host, port or (443 if scheme == "https" else 80)): _reach(place))  # type: ignore[misc]
    if not places:
        yield "network", True, "not tried: there is no watch yet"


def _reach(place: tuple[str, int]) -> str:
    host, port = place
    try:
        with socket.create_connection(place, timeout=_PATIENCE_SECONDS) as connection:
            return f"{host} answers at {connection.getpeername()[0]} port {port}"
    except OSError as error:
        raise NotDone(f"{host} port {port} cannot be reached: {error.strerror or error}") from error


def _heartbeat(session: Session) -> str:
    """Whether its secret can be read; it is not called, for that would say that all is well."""
    called = session.settings.heartbeat.resolved_url()
    return "its URL can be read; `monitor run` calls it" if called else "none: nobody notices when the service ends"


def _target(target: Any) -> str:
    """Whether the target's secret and templates can be used; whether it answers, only `notify test` can tell."""
    target.resolved_url()
    try_templates([target])
    return f"its URL can be read; `monitor notify test {target.name}` sends a sample"


def _rules(database: Database, session: Session) -> Iterator[_Finding]:
    """A warning for each rule that no watch can meet."""
    with database.reading() as connection:
        watched = watches.listed(connection)
    for target in session.settings.notify.targets:
        if found := "; ".join(idle_rules(target, watched)):
            yield f"rules of {target.name}", True, _MAYBE + found


def _clock(database: Database, session: Session) -> _Finding:
    now = clock.now()
    with database.reading() as connection:
        last = max((it.last_checked_at for it in watches.listed(connection) if it.last_checked_at), default=_EARLIEST)
    text = f"{instant(now, session.zone)}, zone {session.zone}"
    if now < last:
        return "clock", False, f"{text}: before what was recorded last ({instant(last, session.zone)}); set the clock"
    return "clock", True, text
