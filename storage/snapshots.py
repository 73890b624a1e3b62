"""Snapshots: bodies kept by their content, each at most two decodes away.

A keyframe is a zstd frame of its own. Every other snapshot is a frame against one keyframe as raw dictionary: a
star, so that damage to one delta does not spread. Raw-dictionary frames carry no identification of their dictionary,
so every frame has a checksum and every body is verified against its SHA-256.
"""

import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, select
from zstandard import (
    DICT_TYPE_RAWCONTENT,
    ZstdCompressionDict,
    ZstdCompressor,
    ZstdDecompressor,
    ZstdError,
)

from storage.errors import DatabaseDamaged
from storage.statements import among, upsert
from storage.tables import capture, snapshot, version

#: A keyframe with so many deltas is followed by a new one.
MOST_DELTAS = 50
#: As is one that a delta of this part of its size was made against.
LARGEST_DELTA = 0.2

_LEVEL = 9
#: So many frames are read at a time.
_AT_ONCE = 50


def keep(c: Connection, body: bytes, *, like: str | None) -> str:
    """Keeps a body once, whoever saved it.

    Args:
        c: A writing connection.
        body: The decoded body.
        like: Hash of a snapshot that `body` resembles, usually the one before it of the same watch.

    Returns:
        The SHA-256 of the body in hex.
    """
    sha256 = hashlib.sha256(body).hexdigest()
    if c.scalar(select(snapshot.c.sha256).where(snapshot.c.sha256 == sha256)) is None:
        keyframe, data = _compressed(c, body, like)
        row = {"sha256": sha256, "size": len(body), "keyframe": keyframe, "data": data}
        c.execute(upsert(c, snapshot).values(row).on_conflict_do_nothing())
    return sha256


def load(c: Connection, sha256: str) -> bytes:
    """The body of a snapshot, verified.

    Raises:
        DatabaseDamaged: it is not there, or it is not what was kept.
    """
    row = _row(c, sha256)
    dictionary = None
    if row.keyframe is not None:
        keyframe = _row(c, row.keyframe)
        dictionary = _dictionary(_decompressed(keyframe, None))
    return _decompressed(row, dictionary)


def damaged(c: Connection) -> Iterator[str]:
    """The hashes of all snapshots that `load` would not give; every one is read, its keyframe once for all of them."""
    after = ""
    keyframes = select(snapshot).where(snapshot.c.keyframe.is_(None)).order_by(snapshot.c.sha256).limit(_AT_ONCE)
    while page := c.execute(keyframes.where(snapshot.c.sha256 > after)).all():
        yield from _damaged_of(c, {row.sha256: row for row in page})
        after = page[-1].sha256
    keyframe = snapshot.alias()
    is_its_keyframe = and_(keyframe.c.sha256 == snapshot.c.keyframe, keyframe.c.keyframe.is_(None))
    of_none = select(snapshot.c.sha256).select_from(snapshot.outerjoin(keyframe, is_its_keyframe))
    yield from c.scalars(of_none.where(snapshot.c.keyframe.is_not(None), keyframe.c.sha256.is_(None)))


def _damaged_of(c: Connection, keyframes: Mapping[str, Row[Any]]) -> Iterator[str]:
    """Of some keyframes and their deltas."""
    of, dictionary = None, None
    deltas = select(snapshot).where(among(snapshot.c.keyframe, keyframes)).order_by(snapshot.c.keyframe)
    streamed = c.execute(deltas, execution_options={"yield_per": _AT_ONCE})
    for row in itertools.chain(keyframes.values(), streamed):
        try:
            if row.keyframe != of:
                dictionary = _dictionary(_decompressed(keyframes[row.keyframe], None))
                of = row.keyframe
            _decompressed(row, dictionary)
        except DatabaseDamaged:
            yield row.sha256


def drop_unused(c: Connection, bodies: Sequence[str]) -> list[int]:
    """Deletes those of the snapshots that nothing needs: deltas first, then the keyframes they leave alone.

    Returns:
        How many bytes each of them took.
    """
    keyframes = select(snapshot.c.keyframe).where(among(snapshot.c.sha256, bodies), snapshot.c.keyframe.is_not(None))
    candidates = {*bodies, *c.scalars(keyframes)}
    delta = snapshot.alias()
    unused = and_(
        *(
            ~select(table.c.watch_id).where(table.c.snapshot == snapshot.c.sha256).exists()
            for table in (version, capture)
        )
    )
    undepended = ~select(delta.c.sha256).where(delta.c.keyframe == snapshot.c.sha256).exists()
    dropping = delete(snapshot).where(among(snapshot.c.sha256, candidates), unused, undepended)
    return [size for _ in range(2) for size in c.scalars(dropping.returning(func.length(snapshot.c.data)))]


def _compressed(c: Connection, body: bytes, like: str | None) -> tuple[str | None, bytes]:
    """A delta against the keyframe of `like` with its key where that is small, else a keyframe of its own."""
    try:
        keyframe = _keyframe(c, like)
        dictionary = None if keyframe is None else _dictionary(_decompressed(keyframe, None))
    except DatabaseDamaged:
        # Damage that is there already must not keep new bodies out.
        keyframe = dictionary = None
    if keyframe is not None:
        delta = ZstdCompressor(_LEVEL, dict_data=dictionary, write_checksum=True).compress(body)
        if len(delta) <= LARGEST_DELTA * len(keyframe.data):
            return keyframe.sha256, delta
    return None, ZstdCompressor(_LEVEL, write_checksum=True).compress(body)


def _keyframe(c: Connection, like: str | None) -> Row[Any] | None:
    """The keyframe of a snapshot (itself, where it is one), unless it has its share of deltas."""
    if like is None:
        return None
    row = _row(c, like)
    if row.keyframe is not None:
        row = _row(c, row.keyframe)
    deltas = c.execute(select(func.count()).where(snapshot.c.keyframe == row.sha256)).scalar_one()
    return row if deltas < MOST_DELTAS else None


def _row(c: Connection, sha256: str) -> Row[Any]:
    row = c.execute(select(snapshot).where(snapshot.c.sha256 == sha256)).one_or_none()
    if row is None:
        raise DatabaseDamaged(f"snapshot {sha256} is missing: restore a backup, or run `monitor db check`")
    return row


def _dictionary(body: bytes) -> ZstdCompressionDict:
    return ZstdCompressionDict(body, dict_type=DICT_TYPE_RAWCONTENT)


def _decompressed(row: Row[Any], dictionary: ZstdCompressionDict | None) -> bytes:
    damaged = f"snapshot {row.sha256} is damaged: restore a backup, or run `monitor db check`"
    decompressor = ZstdDecompressor(dict_data=dictionary) if dictionary else ZstdDecompressor()
    try:
        body = decompressor.decompress(row.data, max_output_size=row.size)
    except ZstdError as error:
        raise DatabaseDamaged(damaged) from error
    if hashlib.sha256(body).hexdigest() != row.sha256:
        raise DatabaseDamaged(damaged)
    return body
