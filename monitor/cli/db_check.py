"""`monitor db check`."""

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from monitor.cli.errors import NotDone, Refused
from monitor.cli.parameters import AsJson
from monitor.cli.session import Session, session_of
from monitor.cli.terminal import cell, counted, say, say_json
from storage.database import Database
from storage.rows import Finding

if TYPE_CHECKING:
    from storage.tampering import Head


def command(
    context: typer.Context,
    *,
    chain: Annotated[bool, typer.Option("--chain", help="Also that versions and changes were not edited.")] = False,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="FILE", help="Also against what `monitor db chain --json` printed once."),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Do not read the stored pages again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check that the database holds what was written.

    Integrity, references, gaps in the numbers of versions, every page against its hash, and that the last page of
    each watch, read again, gives its record.
    """
    from storage import checking, tampering  # noqa: PLC0415 - for this verb only

    session = session_of(context)
    with session.database() as database:
        kept = _kept(against) if against else []
        findings = checking.check(database, chain=chain)
        with database.reading() as connection:
            findings += checking.first(tampering.against(connection, kept))
        if not quick:
            findings += asyncio.run(_unlike(session, database))
    if as_json:
        say_json([{"kind": finding.kind, "text": finding.text} for finding in findings])
    for finding in findings if not as_json else ():
        say((finding.kind, "bad"), f"  {cell(finding.text)}")
    if findings:
        raise NotDone(f"{counted(len(findings), 'problem')} found in the database")
    if not as_json:
        say("the database is well")


async def _unlike(session: Session, database: Database) -> list[Finding]:
    from monitor.crawling import Crawler  # noqa: PLC0415 - for those who read
    from monitor.rechecking import unlike  # noqa: PLC0415 - as above
    from storage.checking import MOST  # noqa: PLC0415 - as above

    found: list[Finding] = []
    async with Crawler(session.settings.fetch) as crawler:
        async for finding in unlike(database, session.settings, crawler):
            found.append(finding)
            if len(found) == MOST:
                break
    return found


def _kept(path: Path) -> "list[Head]":
    """The ends of the chains as `db chain --json` wrote them."""
    from storage.tampering import Head  # noqa: PLC0415 - for those who kept some

    try:
        heads = [
            Head(watch_id=it["watch_id"], seq=it["seq"], chain=it["chain"])
            for it in json.loads(path.read_text(encoding="utf-8"))["watches"]
        ]
        if all(_is_number(it.watch_id) and _is_number(it.seq) and isinstance(it.chain, str) for it in heads):
            return heads
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, LookupError, TypeError, RecursionError):
        pass
    raise Refused(f"{path} is not what `monitor db chain --json` prints")


def _is_number(value: object) -> bool:
    """Whether it can be a number of a row."""
    return type(value) is int and 0 <= value < 2**31
