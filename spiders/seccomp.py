"""A filter of system calls (seccomp(2)): the few that a reader of pages never makes, and an intruder would."""

import ctypes
import errno
import os
import platform
import socket
import struct

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2

#: Classic BPF (linux/bpf_common.h): load a word, compare, jump, return.
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
#: Offsets in struct seccomp_data; a call's arguments are 64 bits wide, on our machines the low half first.
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16

#: By machine: its AUDIT_ARCH, where numbers of another calling convention begin (x32), the number of socket(2).
_MACHINES = {"x86_64": (0xC000003E, 0x40000000, 41), "aarch64": (0xC00000B7, 0xFFFFFFFF, 198)}
#: Into other processes, into the kernel, out of the namespaces.
_NEVER = {
    "x86_64": (101, 310, 311, 438, 425, 321, 250, 298, 323, 165, 272, 308),
    "aarch64": (117, 270, 271, 438, 425, 280, 219, 241, 282, 40, 97, 268),
}
"""ptrace, process_vm_readv, process_vm_writev, pidfd_getfd, io_uring_setup, bpf, keyctl, perf_event_open, userfaultfd,
mount, unshare, setns."""
#: execve, execveat.
_STARTING = {"x86_64": (59, 322), "aarch64": (221, 281)}


class SeccompMissing(Exception):
    """This kernel, machine, or who started us, does not let us filter."""


def forbid(*, programs: bool) -> None:
    """From now on the calls fail with EPERM, in this thread and all that it starts.

    Sockets of this machine's own (AF_UNIX: buses, databases) can be made no more, but for pairs. `no_new_privs` must
    be set.

    Args:
        programs: whether other programs may be started; they may use sockets of this machine, too.

    Raises:
        SeccompMissing: nothing was forbidden.
    """
    machine = platform.machine()
    if machine not in _MACHINES:
        raise SeccompMissing(f"no filter is written for {machine}")
    architecture, foreign, socket_call = _MACHINES[machine]
    refuse = _ERRNO | errno.EPERM
    lines = [(_LOAD, 0, 0, _ARCHITECTURE), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL), (_LOAD, 0, 0, _NUMBER)]
    lines += [(_AT_LEAST, 0, 1, foreign), (_RETURN, 0, 0, refuse)]
    for number in _NEVER[machine] + (() if programs else _STARTING[machine]):
        lines += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, refuse)]
    if not programs:
        lines += [(_EQUAL, 0, 3, socket_call), (_LOAD, 0, 0, _FIRST_ARGUMENT)]
        lines += [(_EQUAL, 0, 1, int(socket.AF_UNIX)), (_RETURN, 0, 0, refuse)]
    _install([*lines, (_RETURN, 0, 0, _ALLOW)])


def _install(lines: list[tuple[int, int, int, int]]) -> None:
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(lines), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(program), 0, 0) != 0:
        raise SeccompMissing(os.strerror(ctypes.get_errno()))
