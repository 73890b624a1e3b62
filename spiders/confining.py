"""What the crawler takes from itself before the first hostile page: files, programs, sockets of this machine.

It needs Python, its libraries, certificates and what name resolution reads; not the database, the configuration with
its secrets, or $CREDENTIALS_DIRECTORY, all of which belong to the same user. Its parent's memory and open files, which
/proc shows to processes of one user, are closed to it as well.
"""

import ctypes
import logging
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from config.home import home
from spiders import landlock, seccomp

_log = logging.getLogger(__name__)

_PR_SET_NO_NEW_PRIVS = 38
_MIB = 1024 * 1024
#: So much more than the limit of its memory may be wanted for a moment: one page, its tree, its record.
_AMPLE = 4

#: Where systems keep programs and libraries; where they say how names, certificates and zones are found.
_PROGRAMS = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt/google", "/nix/store")
_LOOKED_UP = (
    *("/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/etc/crypto-policies", "/etc/localtime", "/etc/timezone"),
    *("/etc/services", "/etc/protocols", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/mime.types"),
    *("/dev/urandom", "/dev/random", "/dev/zero"),
)
#: What the C library reads to resolve names, anew whenever it was replaced.
NAMES = ("/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/host.conf", "/etc/gai.conf")
#: Where resolv.conf may really be; its folder, for the file is replaced.
_NAMES_ELSEWHERE = ("/run/systemd/resolve", "/run/NetworkManager", "/run/resolvconf")
#: What a browser reads and writes besides.
_OF_BROWSERS = ("/etc/fonts", "/etc/chromium", "/etc/chromium.d", "/etc/passwd", "/sys", "/var/cache/fontconfig")
_WRITTEN_BY_BROWSERS = ("/proc", "/dev/shm", "/dev/full")  # noqa: S108 - named, not made


def confine(*, browser: bool, max_memory_mib: int) -> None:
    """Gives up what reading pages does not need, for good; says in the log what could not be given up.

    Called while the process has one thread: the others inherit it.

    Args:
        browser: whether pages may be shown in a browser. It is a program to be started, with files of its own, and it
            confines its own pages; the database and the secrets are closed to it, too.
        max_memory_mib: the memory that the crawler should stay below, MiB.
    """
    _limit(resource.RLIMIT_CORE, 0)  # a page's text, and whatever it made of us, is not kept
    if not browser:
        _limit(resource.RLIMIT_DATA, max(max_memory_mib, 512) * _AMPLE * _MIB)
    ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0)))
    try:
        landlock.restrict(readable=_readable(browser=browser), writable=_writable(browser=browser))
    except landlock.LandlockMissing as error:
        _log.warning("no Landlock here (%s): the crawler can read all that its user can", error)
    try:
        seccomp.forbid(programs=browser)
    except seccomp.SeccompMissing as error:
        _log.warning("no filter of system calls here (%s): the crawler can start programs", error)


def _limit(which: int, most: int) -> None:
    hard = resource.getrlimit(which)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):  # not ours to set: systemd's own limits hold
        resource.setrlimit(which, (most, most))


def _readable(*, browser: bool) -> Iterator[Path]:
    yield from map(Path, (*_PROGRAMS, *_LOOKED_UP, *NAMES, *_NAMES_ELSEWHERE))
    yield from map(Path, (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix))
    yield from (Path(it) for it in sys.path if Path(it).name in {"site-packages", "dist-packages"})
    # Our own packages, where they are used from a checkout; what else lies there is none of our business.
    here = Path(__file__).resolve().parent
    yield from (here, here.with_name("config"))
    yield from (Path(it) for it in map(os.environ.get, ("SSL_CERT_FILE", "SSL_CERT_DIR")) if it)
    if browser:
        yield from map(Path, _OF_BROWSERS)
        if folder := home(os.environ):
            yield folder / ".cache" / "ms-playwright"


def _writable(*, browser: bool) -> Iterator[Path]:
    yield Path("/dev/null")
    if browser:
        yield from map(Path, _WRITTEN_BY_BROWSERS)
        yield Path(tempfile.gettempdir())
