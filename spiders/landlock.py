"""Landlock by its system calls (landlock(7)): what this process, and all that it starts, may still reach."""

import ctypes
import os
import stat
from collections.abc import Iterable
from pathlib import Path

#: The same numbers on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_RULE_PATH_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE, _IOCTL_DEV = 1 << 14, 1 << 15
#: Rights of a file; all others are of folders.
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV
_READING = _EXECUTE | _READ_FILE | _READ_DIR
#: How many rights of files each version of Landlock knows.
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_RIGHTS_TODAY = 16
#: The first version that keeps signals and abstract sockets inside.
_SCOPES_SINCE = 6
_SCOPES = 0b11

_libc = ctypes.CDLL(None, use_errno=True)


class LandlockMissing(Exception):
    """This kernel, or who started us, does not let us use Landlock."""


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def restrict(*, readable: Iterable[Path], writable: Iterable[Path]) -> None:
    """Closes every file system to this thread and all that it starts, but for what is named; open files stay open.

    Processes outside can no longer be traced, nor read through /proc; where the kernel knows how (Linux 6.12), they
    cannot be signalled either. `no_new_privs` must be set.

    Args:
        readable: files and folders, with all below them; what is not there is left out.
        writable: as well to be written.

    Raises:
        LandlockMissing: nothing was restricted.
    """
    version = _call(_CREATE_RULESET, None, 0, _VERSION)
    handled = (1 << _RIGHTS.get(version, _RIGHTS_TODAY)) - 1
    attributes = _Ruleset(handled, 0, _SCOPES if version >= _SCOPES_SINCE else 0)
    ruleset = _call(_CREATE_RULESET, ctypes.byref(attributes), ctypes.sizeof(attributes), 0)
    try:
        for path in readable:
            _allow(ruleset, path, handled & _READING)
        for path in writable:
            _allow(ruleset, path, handled)
        _call(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        target = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(target).st_mode):
            rights &= _OF_FILES
        rule = _PathBeneath(rights, target)
        _call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(target)


def _call(number: int, *arguments: object) -> int:
    # A variadic function takes what it is given as int; pointers and sizes are longer.
    longs = (ctypes.c_long(it) if isinstance(it, int) else it for it in arguments)
    result: int = _libc.syscall(ctypes.c_long(number), *longs)
    if result < 0:
        raise LandlockMissing(os.strerror(ctypes.get_errno()))
    return result
