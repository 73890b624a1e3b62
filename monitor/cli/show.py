"""`monitor show`."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Annotated, Any

import typer

from monitor import clock
from monitor.cli import captured
from monitor.cli.details import details
from monitor.cli.errors import NotDone, Refused
from monitor.cli.parameters import AsJson, WatchId
from monitor.cli.session import find_watch, session_of
from monitor.cli.terminal import cell, say, say_json
from monitor.cli.times import instant_of
from monitor.notify.escaping import clean
from monitor.notify.phrases import instant, value
from storage import versions
from storage.database import Connection
from storage.rows import Version, Watch

_SECTION_LIMIT = 20_000

#: What is printed of a posting, and the field whose evidence stands beside it.
FIELDS = (
    "title",
    "organization",
    "locations",
    "status",
    "pay",
    "deadline",
    "workplace",
    "employment_type",
    "posted_on",
    "starts_on",
    "duration",
    "requisition_id",
    "apply_url",
    "language",
)


def command(
    context: typer.Context,
    watch: WatchId,
    *,
    at: Annotated[str | None, typer.Option("--at", metavar="TIME", help="As it was then.")] = None,
    capture: Annotated[
        int | None, typer.Option("--capture", metavar="N", help="Write a page that was not believed; 1 is the newest.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also where each word stands, and which of the page's words do not count.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print a posting as last read, and the words it was read from."""
    if capture is not None and (at is not None or explain or as_json):
        raise Refused("--capture writes a page as it came, so it goes without --at, --explain and --json")
    from monitor.cli.documents import posting_document  # noqa: PLC0415 - costs more than a refused command line

    session = session_of(context)
    with session.reading() as connection:
        found = find_watch(connection, watch, with_record=True)
        if capture is not None:
            captured.write(connection, found, capture)
            return
        version = _version(connection, found, at, session.zone)
        ignored = _ignored(connection, found, version) if explain else []
    document = posting_document(found, version, session.settings.schedule)
    if as_json:
        say_json(document)
    else:
        _say_watch(found, version, session.zone)
        say_posting(document, session.zone, explain=explain)
        for words, why in ignored:
            say(f"   not the posting's: “{cell(words)}”", (f"  ({cell(why)})", "faint"))


def _ignored(connection: Connection, watch: Watch, version: Version | None) -> list[tuple[str, str]]:
    """The words on the page that do not count, and why."""
    from monitor.learning import explained  # noqa: PLC0415 - loads what judges changes
    from spiders.record import reading_from_json  # noqa: PLC0415 - as above

    reading = reading_from_json(version.record) if version else None
    if reading is None or reading.posting is None:
        return []
    return explained(connection, watch, reading.posting, reading.template)


def _version(connection: Connection, watch: Watch, at: str | None, zone: tzinfo) -> Version | None:
    if at is None:
        return versions.one(connection, watch.id, watch.version) if watch.version else None
    then = instant_of(at, now=clock.now(), zone=zone)
    version = versions.at(connection, watch.id, then)
    if version is None:
        raise NotDone(f"watch {watch.id} had no version at {instant(then, zone)}; see `monitor history {watch.id}`")
    return version


def _say_watch(watch: Watch, version: Version | None, zone: tzinfo) -> None:
    say((f"{watch.id}  {watch.url}", "strong"))
    if version is None:
        say("   not read yet" if watch.last_checked_at is None else f"   never read: {cell(watch.last_reason or '')}")
        return
    say((f"   version {version.seq} of {watch.version}, read {instant(version.observed_at, zone)}", "faint"))


def say_posting(document: Mapping[str, Any], zone: tzinfo, *, explain: bool = False) -> None:
    """Print the fields, roles and sections of a posting document; what it does not give is left out.

    With `explain` also where the words of each field stand, and what contradicts them.
    """
    evidence = document["evidence"]
    for name in FIELDS:
        if document[name] not in (None, [], ""):
            words = _origin(document, name) if explain else _words(evidence.get(name))
            say(f"   {name + ':':<16} {cell(value(document[name], zone))}", *words)
            for other in _contradictions(document, name) if explain else ():
                say(other)
    for label, said, name in details(document, zone):
        say(f"   {label + ':':<16} {cell(said)}", *_words(evidence.get(name), placed=explain))
    for name in _otherwise_said(document, zone) if explain else ():
        say(f"   {name + ':':<16}", *_words(evidence[name], placed=True))
    for role in document.get("roles") or ():
        say(f"   - {cell(role['title'])}", (f"  {cell(role['url'] or '')}", "faint"))
    for line in _section_lines(document["sections"]):
        say(*line)


def _otherwise_said(document: Mapping[str, Any], zone: tzinfo) -> list[str]:
    """The names of evidence that stands beside no field: what the page says of its validity, for one."""
    return sorted(document["evidence"].keys() - set(FIELDS) - {name for _, _, name in details(document, zone)})


def _words(evidence: Mapping[str, Any] | None, *, placed: bool = False) -> tuple[tuple[str, str], ...]:
    """The text that a field was read from; `placed`, also where it stands."""
    return ((f"  ({_quoted(evidence, placed=placed)})", "faint"),) if evidence else ()


def _origin(document: Mapping[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    """The text that a field was read from and where it stands, or that it follows from the page as a whole."""
    if name in document["evidence"]:
        return _words(document["evidence"][name], placed=True)
    return () if document[name] == "unknown" else (("  (implied by the page)", "faint"),)


def _contradictions(document: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """The line that says what else the page says of a field."""
    if other := document["conflicts"].get(name):
        yield f"{'':<20}but {_quoted(other, placed=True)}", "alarm"


def _quoted(evidence: Mapping[str, Any], *, placed: bool) -> str:
    """Source, place and words: 'text chars:12-34: "Apply by 5 March"'."""
    source, where = evidence["source"], (evidence["where"] or "") if placed else ""
    origin = where if where.startswith(f"{source}:") else f"{source} {where}".rstrip()
    return f'{cell(origin)}: "{cell(evidence["text"])}"'


def _section_lines(sections: list[Mapping[str, Any]]) -> Iterator[tuple[str | tuple[str, str], ...]]:
    for section in sections:
        yield ("",)
        yield ((f"   {cell(section['heading'] or section['kind'])}", "strong"), (f"  [{section['kind']}]", "faint"))
        for line in clean(section["text"], _SECTION_LIMIT).splitlines():
            yield (f"     {line}",)
