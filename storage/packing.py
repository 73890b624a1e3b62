"""Backups compressed by zstd: packing them, and unpacking what may be no backup but a bomb.

The texts of errors go on after the file's name.
"""

import hashlib
import os
import shutil
from pathlib import Path

from zstandard import ZstdCompressor, ZstdDecompressor, ZstdError

from storage.errors import BackupFailed, BackupRefused

#: Ends the name of a compressed file; the magic number begins it (RFC 8878, 3.1.1).
ENDING = ".zst"
MAGIC = b"\x28\xb5\x2f\xfd"

#: No backup is larger.
MOST_BYTES = 64 * 2**30
#: Nor, from a size on that a nearly empty one has, so much larger than what it is packed in.
MOST_RATIO = 100
_FREE_OF_RATIO = 64 * 2**20
#: zstd windows above this take more memory than a backup is worth.
_MOST_WINDOW = 2**27
_CHUNK = 2**20


def pack(source: Path, target: Path) -> None:
    """Writes a compressed copy and reads it again.

    Raises:
        BackupFailed: it does not unpack to what was packed.
        OSError: it cannot be written.
    """
    size = source.stat().st_size
    with source.open("rb") as file, target.open("wb") as packed:
        ZstdCompressor(write_checksum=True, threads=0).copy_stream(file, packed, size=size)
        packed.flush()
        os.fsync(packed.fileno())
    with source.open("rb") as file, target.open("rb") as packed:
        again = hashlib.sha256()
        for chunk in ZstdDecompressor().read_to_iter(packed):
            again.update(chunk)
        if again.digest() != hashlib.file_digest(file, "sha256").digest():
            raise BackupFailed(f"{target} does not unpack to what was packed, so it was not kept: check the disk")


def is_packed(path: Path) -> bool:
    """Whether a file begins as a compressed one."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def unpack(source: Path, target: Path) -> None:
    """Writes what a compressed file holds, as long as it can be a backup.

    Raises:
        BackupRefused: it is damaged, or would be larger than any backup, or than there is room for.
        OSError: it cannot be read or written.
    """
    most = min(MOST_BYTES, max(_FREE_OF_RATIO, MOST_RATIO * source.stat().st_size))
    room = shutil.disk_usage(target.parent).free
    written = 0
    try:
        with source.open("rb") as packed, target.open("wb") as file:
            for chunk in ZstdDecompressor(max_window_size=_MOST_WINDOW).read_to_iter(packed, write_size=_CHUNK):
                written += len(chunk)
                check_size(written, most=most, room=room)
                file.write(chunk)
    except ZstdError as error:
        raise BackupRefused(f"is damaged ({error}): name another backup") from error


def check_size(size: int, *, most: int = MOST_BYTES, room: int) -> None:
    """Raises BackupRefused for what is larger than a backup is, or than there is room for (bytes)."""
    if size > most:
        raise BackupRefused(f"would be more than {most >> 20} MiB, which no backup of its size is: refused")
    if size > room:
        raise BackupRefused(f"needs more room than there is ({room >> 20} MiB): make room")
