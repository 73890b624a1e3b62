"""A small disk of our own under the database: it can be filled, and fail as a disk does.

An ext4 file system in a file, mounted through a loop device. `fail` is what the kernel does to a disk with errors: at
once nothing can be written any more, also by those who have files open. Where no loop device is to be had, a tmpfs,
which can be filled alone.
"""

import shutil
import subprocess
import time
from pathlib import Path

_MIB = 1024 * 1024
#: Seconds that whoever was killed may take to close its files.
_PATIENCE = 20.0


class DiskMissing(Exception):
    """No disk of our own can be made here."""


class Disk:
    """Mounted at `folder`."""

    def __init__(self, folder: Path, *, mib: int) -> None:
        """Make and mount it.

        Raises:
            DiskMissing: nothing can be mounted here.
        """
        self.folder = folder
        self._image = folder.with_name(f"{folder.name}.img")
        self._fill = folder / "fill"
        folder.mkdir()
        self._mib = mib
        #: What it is, in words.
        self.kind = "an ext4 file system on a loop device"
        self.can_fail = self._make_image()
        if not self.can_fail:
            self.kind = "a tmpfs"
            if _run("mount", "-t", "tmpfs", "-o", f"size={mib}m", "tmpfs", str(folder)):
                raise DiskMissing("no file system can be mounted")

    def _make_image(self) -> bool:
        if not shutil.which("mkfs.ext4"):
            return False
        with self._image.open("wb") as file:
            file.truncate(self._mib * _MIB)
        return not (_run("mkfs.ext4", "-q", "-F", "-m", "0", str(self._image)) or self._mount())

    def _mount(self) -> int:
        return _run("mount", "-o", "loop", str(self._image), str(self.folder))

    def fill(self) -> None:
        """Leave not a byte."""
        with self._fill.open("ab", buffering=0) as file:
            for size in (_MIB, 4096, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue

    def free(self) -> None:
        """Give the room back."""
        self._fill.unlink(missing_ok=True)

    def fail(self) -> None:
        """From now on nothing can be written, whoever has what open (ext4(5), "abort")."""
        _run("mount", "-o", "remount,abort", str(self.folder))

    def repair(self) -> None:
        """Unmount, check and mount it again; nobody may have a file open.

        Raises:
            DiskMissing: it cannot be mounted any more.
        """
        self.unmount()
        _run("e2fsck", "-fy", str(self._image))
        if self._mount():
            raise DiskMissing("the disk cannot be mounted again")

    def unmount(self) -> None:
        """Take it away; waits for those who are just ending. Raises DiskMissing: somebody has a file open."""
        end = time.monotonic() + _PATIENCE
        while _run("umount", str(self.folder)):
            if time.monotonic() > end:
                raise DiskMissing("somebody has a file open on the disk")
            time.sleep(0.2)


def _run(*command: str) -> int:
    return subprocess.run(command, check=False, capture_output=True).returncode
