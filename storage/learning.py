"""What was learned of a host: blocks of text that are the site's rather than the posting's.

A block is a sentence or bullet, known by a number made of its words (`monitor.changes.blocks`).
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, delete, func, select

from storage.slots import FEW
from storage.statements import among, upsert
from storage.tables import page_block, passing_block, watch

#: A passing block that was not seen for so long is forgotten.
FORGOTTEN_AFTER = timedelta(days=30)


def remember(c: Connection, watch_id: int, blocks: Collection[int]) -> None:
    """The last version of a watch has these blocks, and no others."""
    host_id = c.scalar(_host_of(watch_id))
    c.execute(delete(page_block).where(page_block.c.watch_id == watch_id))
    rows = [{"host_id": host_id, "block": block, "watch_id": watch_id} for block in sorted(set(blocks))]
    if rows:
        c.execute(page_block.insert(), rows)


def others_with(c: Connection, watch_id: int, blocks: Collection[int]) -> dict[int, int]:
    """On how many other watched pages of the host each of these blocks stands; those on none are left out."""
    elsewhere = (
        select(page_block.c.block, func.count().label("pages"))
        .join(watch, watch.c.id == page_block.c.watch_id)
        .where(
            page_block.c.host_id == _host_of(watch_id).scalar_subquery(),
            page_block.c.watch_id != watch_id,
            watch.c.removed_at.is_(None),
        )
        .group_by(page_block.c.block)
    )
    found: dict[int, int] = {}
    wanted = sorted(set(blocks))
    for start in range(0, len(wanted), FEW):
        part = wanted[start : start + FEW]
        found |= {row.block: row.pages for row in c.execute(elsewhere.where(among(page_block.c.block, part)))}
    return found


def noted_passing(c: Connection, watch_id: int, template: str, blocks: Mapping[int, str], *, now: datetime) -> None:
    """These blocks (with their words) differ between fetches of one page; those long unseen are forgotten."""
    host_id = c.scalar(_host_of(watch_id))
    old = (passing_block.c.host_id == host_id) & (passing_block.c.seen_at < now - FORGOTTEN_AFTER)
    c.execute(delete(passing_block).where(old))
    for block, words in blocks.items():
        row = {"host_id": host_id, "template": template, "block": block, "words": words, "seen_at": now}
        add = upsert(c, passing_block).values(row)
        c.execute(add.on_conflict_do_update(index_elements=["host_id", "template", "block"], set_={"seen_at": now}))


def passing(c: Connection, watch_id: int, template: str) -> dict[int, str]:
    """The passing blocks of the host under a template, with their words."""
    wanted = select(passing_block.c.block, passing_block.c.words).where(
        passing_block.c.host_id == _host_of(watch_id).scalar_subquery(), passing_block.c.template == template
    )
    return {row.block: row.words for row in c.execute(wanted.order_by(passing_block.c.block))}


def _host_of(watch_id: int) -> Select[tuple[int]]:
    return select(watch.c.host_id).where(watch.c.id == watch_id)
