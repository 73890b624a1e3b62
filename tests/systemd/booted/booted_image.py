"""A Debian in a folder, with the program's dependencies in it: made once, kept outside of the checkout.

The mirror and the package index are those of this machine, asked for when they are needed and written nowhere.
"""

import fcntl
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from contextlib import contextmanager, suppress
from email import message_from_string
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[3]
#: Where the installed program is, in the machine.
PREFIX = Path("/opt/posting-monitor")
#: What the machine has beyond a minimal Debian.
_PACKAGES = ("systemd", "systemd-sysv", "dbus", "python3", "python3-venv", "procps", "util-linux")
#: A change in how an image is made makes another.
_RECIPE = 1
_MARKERS = """
import json, os, platform, sys
print(json.dumps({"implementation_name": sys.implementation.name, "os_name": os.name, "extra": "",
"implementation_version": platform.python_version(), "platform_machine": platform.machine(),
"platform_python_implementation": "CPython", "platform_release": "", "platform_system": "Linux",
"platform_version": "", "python_full_version": platform.python_version(), "sys_platform": sys.platform,
"python_version": ".".join(platform.python_version_tuple()[:2]), "libc": platform.libc_ver()[1]}))
"""


def cache() -> Path:
    """The folder of images: $MONITOR_MACHINES, else in the user's cache."""
    given = os.environ.get("MONITOR_MACHINES")
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return Path(given) if given else base / "posting-monitor" / "machines"


def need_programs() -> None:
    """Has Debian's own tools installed where they are missing and this is root on a Debian."""
    missing = [
        p
        for p, it in {"debootstrap": "debootstrap", "systemd-container": "systemd-nspawn"}.items()
        if not shutil.which(it)
    ]
    if missing:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        run("apt-get", "update", "--quiet", env=environment)
        run("apt-get", "install", "--quiet", "--yes", "--no-install-recommends", *missing, env=environment)


def ready(wheel: Path) -> Path:
    """A Debian with the wheel's locked dependencies in an environment at PREFIX; never to be written to."""
    folder = cache()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one that makes it, others that wait
        suite, mirror = _debian()
        base = folder / f"debian-{_key(suite, platform.machine(), *_PACKAGES)}"
        if not base.is_dir():
            with _made(base) as part:
                options = ("--variant=minbase", f"--include={','.join(_PACKAGES)}")
                run("debootstrap", *options, suite, part, mirror, env=os.environ | _proxy())
        target = json.loads(run("chroot", base, "python3", "-c", _MARKERS))
        locked = _locked(wheel, target)
        whole = folder / f"ready-{_key(base.name, *locked)}"
        if not whole.is_dir():
            with _made(whole) as part:
                copy(base, part)
                _install_dependencies(part, locked, target)
        return whole


@contextmanager
def own(image: Path):
    """A folder that holds what an image holds and may be written to, for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="booted.", dir=image.parent))
    upper, work, root = (folder / name for name in ("upper", "work", "root"))
    for it in (folder, upper, work, root):
        it.mkdir(exist_ok=True)
        it.chmod(0o755)
    layers = f"lowerdir={image},upperdir={upper},workdir={work}"
    command = ("mount", "--types", "overlay", "overlay", "--options", layers, str(root))
    is_mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        if not is_mounted:  # on a file system that can be no layer
            copy(image, root)
        yield root
    finally:
        if is_mounted:
            run("umount", root)
        run("rm", "--recursive", "--force", folder)


def copy(image: Path, to: Path) -> None:
    """A copy of an image, with owners and modes; shares blocks where the file system can."""
    run("cp", "--archive", "--reflink=auto", f"{image}/.", to)


def install_wheel(root: Path, wheel: Path) -> None:
    """Puts our own wheel into a copy of an image."""
    (root / "wheels").mkdir()
    shutil.copy(wheel, root / "wheels")
    _pip(root, "--force-reinstall", f"/wheels/{wheel.name}")
    shutil.rmtree(root / "wheels")


def run(*command, env=None) -> str:
    """What a command prints; what it complained of where it fails."""
    done = subprocess.run([str(it) for it in command], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join((str(_RECIPE), *parts)).encode()).hexdigest()[:16]


@contextmanager
def _made(path: Path):
    """A folder that is there whole or not at all."""
    part = Path(tempfile.mkdtemp(prefix=f"{path.name}.", dir=path.parent))
    part.chmod(0o755)
    try:
        yield part
        part.rename(path)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _debian() -> tuple[str, str]:
    """This machine's own release, and where it gets it from."""
    suite = re.search(r"^VERSION_CODENAME=(\S+)$", Path("/etc/os-release").read_text(), re.MULTILINE)[1]
    listed = run("apt-get", "indextargets", "--format", "$(CODENAME) $(COMPONENT) $(SITE)", "Created-By: Packages")
    sites = [line.split()[2] for line in listed.splitlines() if line.startswith(f"{suite} main ")]
    assert sites, f"apt has no source for {suite}"
    return suite, sites[0]


def _proxy() -> dict[str, str]:
    found = run("apt-config", "shell", "PROXY", "Acquire::http::Proxy").strip()
    return {"http_proxy": found.removeprefix("PROXY='").removesuffix("'")} if found else {}


def _locked(wheel: Path, target: dict[str, str]) -> list[str]:
    """The lock's lines, hashes and all, for what the wheel needs on the machine; nothing for development."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / "requirements.lock").read_text(), flags=re.MULTILINE)
    entries = {}
    for entry in re.split(r"\n(?=\S)", text.strip()):
        requirement = Requirement(re.split(r"\s+--hash|\s*\\", entry, maxsplit=1)[0])
        if requirement.marker is None or requirement.marker.evaluate(target):
            pinned = [f"{requirement.name}{requirement.specifier}", *re.findall(r"--hash=\S+", entry)]
            entries[canonicalize_name(requirement.name)] = " ".join(pinned)
    with zipfile.ZipFile(wheel) as files:
        (name,) = (it for it in files.namelist() if it.endswith(".dist-info/METADATA"))
        needs = message_from_string(files.read(name).decode()).get_all("Requires-Dist")
    wanted = set()
    _close(needs, {""}, target, wanted)
    return sorted(entries[name] for name in {name for name, _ in wanted} & entries.keys())


def _close(needs: list[str], extras: set[str], target: dict[str, str], found: set[tuple[str, str]]) -> None:
    """Adds all that is needed, name and extra, as the metadata of what is installed here says."""
    for it in map(Requirement, needs):
        applies = it.marker is None or any(it.marker.evaluate(target | {"extra": extra}) for extra in extras)
        wanted = {(canonicalize_name(it.name), extra) for extra in {"", *it.extras}} if applies else set()
        if not wanted <= found:
            found |= wanted
            with suppress(metadata.PackageNotFoundError):  # needed there and not here
                _close(metadata.requires(it.name) or [], {extra for _, extra in wanted}, target, found)


def _install_dependencies(root: Path, locked: list[str], target: dict[str, str]) -> None:
    """From wheels that this machine fetches, by their hashes, for the machine's own Python."""
    wheels = root / "wheels"
    wheels.mkdir()
    (root / "lock.txt").write_text("\n".join(locked))
    major, minor = target["python_version"].split(".")
    newest = int(target["libc"].split(".")[1])
    arch = target["platform_machine"]
    platforms = [f"manylinux_2_{it}_{arch}" for it in range(newest, 4, -1)]
    platforms += [f"manylinux2014_{arch}", f"linux_{arch}"]
    where = [f"--platform={it}" for it in platforms]
    abis = [f"--abi={it}" for it in (f"cp{major}{minor}", "abi3", "none")]
    what = [f"--python-version={major}.{minor}", "--implementation=cp", *abis]
    options = ["--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "--dest", wheels]
    run(sys.executable, "-m", "pip", "download", *options, *where, *what, "--requirement", root / "lock.txt")
    run("chroot", root, "python3", "-m", "venv", PREFIX)
    _pip(root, *(f"/wheels/{it.name}" for it in sorted(wheels.iterdir())))
    shutil.rmtree(wheels)
    (root / "lock.txt").unlink()


def _pip(root: Path, *arguments: str) -> None:
    clean = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = (PREFIX / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", *arguments)
    run("chroot", root, *command, env=clean)
