"""`monitor explain`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import typer

from monitor import clock
from monitor.cli.errors import Refused
from monitor.cli.parameters import AsJson, Since
from monitor.cli.reasons import delivery_reasons, evidence_of
from monitor.cli.session import Session, find_watch, session_of
from monitor.cli.signs import sign_lines, signs_of
from monitor.cli.telling import say_change
from monitor.cli.terminal import cell, say, say_json
from monitor.cli.times import instant_of
from monitor.notify.phrases import instant
from storage import captures, changes, checks, outbox, versions, watches
from storage.database import Connection
from storage.errors import NoSuchChange, NoSuchWatch
from storage.rows import Capture, Record, StoredChange, Watch


def command(
    context: typer.Context,
    what: str = typer.Argument(metavar="CHANGE|ID", help="A change's number, or a watch's number or URL."),
    *,
    since: Since = None,
    as_json: AsJson = False,
) -> None:
    """Say why something was, or was not, told.

    Prints the evidence before and after, how checks ended, which rule named whom, and what became of the delivery. A
    number is a change's; with --since, or where there is no such change, it is a watch's.
    """
    session = session_of(context)
    begin = None if since is None else instant_of(since, now=clock.now(), zone=session.zone)
    with session.reading() as connection:
        change = None if since is not None else _change(connection, what)
        watch = find_watch(connection, str(change.watch_id) if change else what, with_record=True)
        told = [change] if change else changes.stored(connection, watch_id=watch.id, since=begin)
        documents = [_document(connection, session, watch, it) for it in told]
        looks = _looks(connection, watch, begin)
        kept = captures.of_watch(connection, watch.id)
    if as_json:
        watch_document = _watch_document(watch, looks) | {"captures": [_capture_document(it) for it in kept]}
        say_json({"watch": watch_document, "changes": documents})
    else:
        lines = [] if change else [*_watch_lines(watch, looks, session), *_capture_lines(watch, kept, session)]
        _say(session, watch, lines, list(zip(told, documents, strict=True)))


def _change(connection: Connection, what: str) -> StoredChange | None:
    """The change that a number names; None where it names none, so that it is a watch's."""
    if not (what.isascii() and what.isdecimal() and len(what) < len(str(2**63))):
        return None
    try:
        return changes.one(connection, int(what))
    except NoSuchChange:
        pass
    try:
        watches.find(connection, int(what))
    except NoSuchWatch as error:
        raise Refused(f"there is neither a change {what} nor a watch {what}; see `monitor changes`") from error
    return None


def _document(connection: Connection, session: Session, watch: Watch, change: StoredChange) -> dict[str, Any]:
    from monitor.cli.documents import change_document, notice_document  # noqa: PLC0415 - not for a wrong number

    notices = outbox.of_change(connection, change.id)
    records = [_record(connection, change.watch_id, seq) for seq in (change.from_version, change.to_version)]
    then = replace(watch, record=records[1])
    return {
        "change": change_document(change),
        "evidence_before": evidence_of(change, records[0]),
        "evidence_after": evidence_of(change, records[1]),
        "signs": signs_of(records[1]) if change.field == "status" else {},
        "targets": delivery_reasons(change, then, notices, session.settings.notify.targets),
        "notices": [notice_document(notice) for notice in notices],
    }


def _record(connection: Connection, watch_id: int, seq: int) -> Record | None:
    return versions.one(connection, watch_id, seq).record if seq else None


def _looks(connection: Connection, watch: Watch, begin: datetime | None) -> dict[str, int]:
    """How the checks since a time ended, by outcome."""
    since = (begin or watch.added_at).date()
    sums: dict[str, int] = {}
    for outcomes in checks.counts(connection, watch.id, since=since).values():
        for outcome, count in outcomes.items():
            sums[outcome] = sums.get(outcome, 0) + count
    return sums


def _watch_document(watch: Watch, looks: Mapping[str, int]) -> dict[str, Any]:
    from monitor.cli.documents import time_document  # noqa: PLC0415 - for JSON only

    return {
        "id": watch.id,
        "url": watch.url,
        "status": watch.status,
        "state": "paused" if watch.paused else "active",
        "last_checked_at": time_document(watch.last_checked_at),
        "last_outcome": watch.last_outcome,
        "last_reason": watch.last_reason,
        "last_good_at": time_document(watch.last_good_at),
        "missing_since": time_document(watch.missing_since),
        "failing_since": time_document(watch.failing_since),
        "signs": signs_of(watch.record),
        "checks": dict(looks),
    }


def _say(
    session: Session,
    watch: Watch,
    lines: Sequence[str],
    told: Sequence[tuple[StoredChange, Mapping[str, Any]]],
) -> None:
    say((f"watch {watch.id}  {watch.url}", "strong"))
    for line in lines:
        say(f"   {line}")
    if not told:
        say("   no change was found, so there was nothing to tell")
    for change, document in told:
        _say_change(change, document, session)


def _watch_lines(watch: Watch, looks: Mapping[str, int], session: Session) -> Iterator[str]:
    if watch.removed_at:
        yield f"removed {instant(watch.removed_at, session.zone)}: it is not checked any more"
    if watch.paused:
        yield f"paused: not checked until `monitor resume {watch.id}`"
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(looks.items())) or "none yet"
    yield f"checks: {counts}"
    if watch.last_checked_at:
        at = instant(watch.last_checked_at, session.zone)
        yield f"last one {at}: {watch.last_outcome}: {cell(watch.last_reason or '')}"
    if watch.missing_since:
        yield f"the page is missing since {instant(watch.missing_since, session.zone)}"
    if watch.failing_since:
        yield f"{watch.failures} bad checks in a row since {instant(watch.failing_since, session.zone)}"
    yield from sign_lines(signs_of(watch.record))


def _capture_document(capture: Capture) -> dict[str, Any]:
    from monitor.cli.documents import time_document  # noqa: PLC0415 - for JSON only

    return {
        "taken_at": time_document(capture.taken_at),
        "outcome": capture.outcome,
        "reason": capture.reason,
        "quality": capture.quality,
        "http_status": capture.http_status,
        "final_url": capture.final_url,
    }


def _capture_lines(watch: Watch, kept: Sequence[Capture], session: Session) -> Iterator[str]:
    """The pages that were not believed, and how to look at them."""
    for number, capture in enumerate(kept, start=1):
        belief = "" if capture.quality is None else f" (believed {capture.quality} of 100)"
        at = instant(capture.taken_at, session.zone)
        yield f"page kept {at}: {capture.outcome}: {cell(capture.reason)}{belief}"
        yield f"   `monitor show {watch.id} --capture {number} > page.html` writes it"


def _say_change(change: StoredChange, document: Mapping[str, Any], session: Session) -> None:
    say()
    say((f"change {change.id}", "strong"), f"  {instant(change.detected_at, session.zone)}")
    say_change(change, session.zone, indent="   ")
    if change.since:
        say(f"   the page was last seen without it {instant(change.since, session.zone)}")
    for name, when in (("evidence_before", "before"), ("evidence_after", "after")):
        if evidence := document[name]:
            say(f'   read {when} from {evidence["source"]}: "{cell(evidence["text"])}"')
    for line in sign_lines(document["signs"]):
        say(f"   {line}")
    for target in document["targets"]:
        say(f"   {target['target']}: {cell(target['reason'])}")
    if not document["targets"]:
        say("   no targets are configured, so nobody was told")
