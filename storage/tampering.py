"""Whether the chains of hashes over versions hold (`storage.chain`), and their ends, to be kept elsewhere."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from storage import chain
from storage.rows import Finding
from storage.tables import checkpoint, same_watch, version, watch, watch_state

#: So many links are asked for in one statement, and so many heads read at a time.
_FEW, _PAGE = 200, 1000
_RESTORE = "restore a backup, or find out who edited the database"


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The end of the chain of one watch."""

    watch_id: int
    #: The number of its last version.
    seq: int
    #: Its link.
    chain: str


def findings(c: Connection) -> Iterator[Finding]:
    """Every place where a version, or what was told with it, is not what was kept there; or one is missing."""
    starts = {row.watch_id: row for row in c.execute(select(checkpoint))}
    watch_id, seq, link = None, 0, chain.START
    for page in chain.walk(c):
        for row, changes in page:
            start = starts.get(row.watch_id)
            if row.watch_id != watch_id:
                watch_id, seq, link = row.watch_id, start.seq if start else 0, start.chain if start else chain.START
            told = start.told if start and row.seq == start.seq + 1 and not changes else chain.told(changes)
            if row.seq != seq + 1:
                yield _finding(f"of watch {watch_id}, version {seq + 1} is not there")
            if row.chain is None or chain.made(link, row, told) != row.chain:
                yield _finding(
                    f"version {row.seq} of watch {watch_id}, one of its changes, or the version before it is not what"
                    " was kept"
                )
            # From what stands there, so that what follows is not blamed for it.
            seq, link = row.seq, row.chain or chain.START


def heads(c: Connection) -> Iterator[Head]:
    """The ends of all chains, by watch."""
    last = and_(version.c.watch_id == watch.c.id, version.c.seq == watch_state.c.version)
    wanted = select(watch.c.id, version.c.seq, version.c.chain).select_from(
        watch.join(watch_state, same_watch).join(version, last)
    )
    for row in c.execute(wanted.order_by(watch.c.id), execution_options={"yield_per": _PAGE}):
        yield Head(watch_id=row.id, seq=row.seq, chain=row.chain or chain.START)


def head_of(every: Iterator[Head] | list[Head]) -> str:
    """One hash over the ends of all chains: two databases that have it in common have the same versions."""
    digest = hashlib.sha256()
    for it in every:
        digest.update(f"{it.watch_id} {it.seq} {it.chain}\n".encode())
    return digest.hexdigest()


def against(c: Connection, kept: list[Head]) -> Iterator[Finding]:
    """Whether a database still has the versions whose links were kept elsewhere; what was pruned cannot be said."""
    starts: Mapping[int, Row[Any]] = {row.watch_id: row for row in c.execute(select(checkpoint))}
    links = _links(c, [(it.watch_id, it.seq) for it in kept])
    for it in kept:
        start = starts.get(it.watch_id)
        if start and it.seq < start.seq:
            continue
        found = start.chain if start and it.seq == start.seq else links.get((it.watch_id, it.seq))
        if found is None:
            yield _finding(f"version {it.seq} of watch {it.watch_id}, which was kept elsewhere, is not there")
        elif found != it.chain:
            yield _finding(f"the versions 1 to {it.seq} of watch {it.watch_id} are not those that were kept elsewhere")


def _links(c: Connection, versions: list[tuple[int, int]]) -> dict[tuple[int, int], str | None]:
    """The links of those of some versions (watch, number) that are there."""
    found: dict[tuple[int, int], str | None] = {}
    for start in range(0, len(versions), _FEW):
        for row in c.execute(chain.links(versions[start : start + _FEW])):
            found[row.watch_id, row.seq] = row.chain
    return found


def _finding(text: str) -> Finding:
    return Finding(kind="chain", text=f"{text}: {_RESTORE}")
