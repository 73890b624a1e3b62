"""`monitor diff`."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Annotated, Any

import typer

from monitor.cli.comparing import Difference, differences_of
from monitor.cli.errors import NotDone, Refused
from monitor.cli.history import name_of
from monitor.cli.parameters import AsJson, WatchId
from monitor.cli.session import find_watch, session_of
from monitor.cli.terminal import say, say_json, say_side_by_side
from monitor.notify.phrases import instant
from storage import versions
from storage.database import Connection
from storage.rows import Version, Watch


def command(
    context: typer.Context,
    watch: WatchId,
    first: Annotated[int | None, typer.Argument(metavar="V1", help="A version's number.")] = None,
    second: Annotated[int | None, typer.Argument(metavar="V2", help="Another one.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Print two versions side by side, differing words marked.

    Without numbers: the last two.
    """
    session = session_of(context)
    with session.reading() as connection:
        found = find_watch(connection, watch, with_record=True)
        old, new = _chosen(connection, found, first, second)
    differences = differences_of(old.record, new.record, session.zone)
    if as_json:
        say_json(_document(found, old, new, differences))
    else:
        _say(found, old, new, differences, session.zone)


def _chosen(connection: Connection, watch: Watch, first: int | None, second: int | None) -> tuple[Version, Version]:
    if (first is None) != (second is None):
        raise Refused("name both versions or none: `monitor diff ID V1 V2`")
    if first is not None and second is not None:
        return versions.one(connection, watch.id, first), versions.one(connection, watch.id, second)
    if watch.version <= 1:
        count = "one version only" if watch.version else "no version yet"
        raise NotDone(f"watch {watch.id} has {count}, so there is nothing to compare")
    return (
        versions.one(connection, watch.id, watch.version - 1),
        versions.one(connection, watch.id, watch.version),
    )


def _say(watch: Watch, old: Version, new: Version, differences: Sequence[Difference], zone: tzinfo) -> None:
    say((f"{watch.id}  {name_of(watch)}", "strong"))
    headings = [f"version {it.seq}, {instant(it.observed_at, zone)}" for it in (old, new)]
    if not differences:
        say(f"   {' and '.join(headings)} read the same")
        return
    say_side_by_side(headings, [(it.field, it.old, it.new) for it in differences])


def _document(watch: Watch, old: Version, new: Version, differences: Sequence[Difference]) -> dict[str, Any]:
    from monitor.cli.documents import time_document  # noqa: PLC0415 - for JSON only

    return {
        "watch_id": watch.id,
        "url": watch.url,
        "from": {"seq": old.seq, "observed_at": time_document(old.observed_at)},
        "to": {"seq": new.seq, "observed_at": time_document(new.observed_at)},
        "differences": [{"field": it.field, "before": it.before, "after": it.after} for it in differences],
    }
