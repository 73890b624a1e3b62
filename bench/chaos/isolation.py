"""A corner of the machine of its own: mounts and network that nobody else sees, as far as this user may have one."""

import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

_MARK = "CHAOS_ISOLATED"
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 0x1


def isolate(script: str, arguments: Sequence[str], *, as_user: bool) -> bool:
    """Go on in namespaces of our own; tells whether that was possible. The program begins anew where it is.

    As root; or, `as_user`, as another user where the kernel lets users have namespaces, who is called root in there:
    a PostgreSQL does not run as somebody of that name.
    """
    if os.environ.get(_MARK):
        _raise_loopback()
        return True
    program = shutil.which("unshare")
    if program is None or (os.geteuid() and not as_user):
        return False
    mapped = ["--map-root-user"] if os.geteuid() else []
    whole = [program, *mapped, "--mount", "--net", "--propagation", "private"]
    if not _run(*whole, "true"):
        os.environ[_MARK] = "1"
        os.execv(program, [*whole, sys.executable, script, *arguments])
    return False


def _raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        flags = fcntl.ioctl(probe, _SIOCGIFFLAGS, struct.pack("16sH14x", b"lo", 0))
        (known,) = struct.unpack_from("H", flags, 16)
        fcntl.ioctl(probe, _SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", known | _IFF_UP))


@contextmanager
def resolving_by(folder: Path, address: str) -> Iterator[None]:
    """Have every name looked up at a name server of ours: this machine's own say is covered, in this corner only.

    Raises:
        OSError: it cannot be covered.
    """
    lines = {
        "/etc/resolv.conf": f"nameserver {address}\noptions timeout:1 attempts:1\n",
        "/etc/nsswitch.conf": "hosts: files dns\n",
    }
    with ExitStack() as stack:
        for path, text in lines.items():
            own = folder / Path(path).name
            own.write_text(text, "ascii")
            if _run("mount", "--bind", str(own), path):
                raise OSError(f"{path} cannot be covered")
            stack.callback(_run, "umount", path)
        yield


def _run(*command: str) -> int:
    return subprocess.run(command, check=False, capture_output=True).returncode
