"""`monitor db prune`."""

from datetime import datetime, timedelta
from typing import Annotated

import typer

from config.durations import parse_duration
from monitor import clock
from monitor.cli.errors import Refused
from monitor.cli.parameters import AsJson
from monitor.cli.session import session_of
from monitor.cli.terminal import say, say_json

_USUAL = timedelta(days=365)
_UNITS = ("bytes", "KiB", "MiB", "GiB")


def command(
    context: typer.Context,
    *,
    older_than: Annotated[
        str | None, typer.Option("--older-than", metavar="90d", help="What is older; 365d unless --keep is given.")
    ] = None,
    keep: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Keep the last N versions and captures of each watch.")
    ] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", metavar="K", help="Only this kind; repeatable.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    vacuum: Annotated[
        bool, typer.Option("--vacuum", help="Give the room back to the file system; others wait.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Forget what is old.

    Versions go with the changes that begin at them. The last version of a watch never goes, nor an unsent notice, nor
    what a kept change tells of. With --keep alone, only versions and captures go.
    """
    from storage import pruning  # noqa: PLC0415 - for this verb only

    unknown = [it for it in kind or () if it not in pruning.KINDS]
    if unknown:
        raise Refused(f'"{unknown[0]}" is no kind that can be pruned; allowed: {", ".join(pruning.KINDS)}')
    now = clock.now()
    limits = pruning.Limits(
        before=_before(older_than, keep, now), keep=keep, kinds=tuple(kind) if kind else pruning.KINDS
    )
    with session_of(context).database() as database:
        gone = pruning.prune(database, limits, now=now, dry_run=dry_run)
        if vacuum and not dry_run:
            pruning.compact(database)
    if as_json:
        say_json({"dry_run": dry_run, "pruned": [{"kind": it.kind, "rows": it.rows, "bytes": it.bytes} for it in gone]})
        return
    for it in gone:
        say(f"{it.kind:<10} {it.rows:>8}  {_room(it.bytes)}")
    if not gone:
        say("nothing to forget")
    elif dry_run:
        say("nothing was changed: this is what would go")


def _before(older_than: str | None, keep: int | None, now: datetime) -> datetime | None:
    if older_than is None:
        return None if keep else now - _USUAL
    try:
        return now - parse_duration(older_than)
    except (ValueError, OverflowError):
        raise Refused(f'--older-than "{older_than}" is no duration: "90d", "52w"') from None


def _room(size: float) -> str:
    for unit in _UNITS[:-1]:
        if size < 1024:  # noqa: PLR2004 - by definition of the units
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1024
    return f"{size:.1f} {_UNITS[-1]}"
