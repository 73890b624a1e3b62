"""The units that came with the program, as one installation needs them."""

import re
import sys
from importlib import metadata
from pathlib import Path

from monitor.cli.errors import NotDone

#: What is put in place; units of programs that are not built yet are left out.
UNITS = ("monitor.service", "monitor-backup.service", "monitor-backup.timer")
#: What is enabled: the others are started by these.
ENABLED = ("monitor.service", "monitor-backup.timer")

_PROGRAM = "/usr/bin/env monitor"
#: Folders that the units hide from the service: ProtectHome=, PrivateTmp=.
_HIDDEN = ("/home", "/root", "/run/user", "/tmp", "/var/tmp")  # noqa: S108 - named, not written
#: Of a plain argument of a command line in a unit (systemd.service(5)).
_PLAIN = re.compile(r"[\w./+-]{1,4096}")

#: What a user's own manager cannot give, or would take the user's own files away (systemd.exec(5)).
_SYSTEM_ONLY = re.compile(
    r"^(?:DynamicUser|User|StateDirectory|StateDirectoryMode|ConfigurationDirectory|CapabilityBoundingSet"
    r"|AmbientCapabilities|DevicePolicy|Private\w+|Proc\w+|Protect\w+|RemoveIPC|Wants|After|IOSchedulingClass)=.*\n",
    re.MULTILINE,
)


def program() -> Path:
    """The installed `monitor` program. Raises NotDone where there is none beside this interpreter."""
    found = Path(sys.executable).with_name("monitor")
    if not found.exists():
        raise NotDone(f"there is no program {found}: install the wheel into an environment of its own")
    if not _PLAIN.fullmatch(str(found)):
        raise NotDone(f"the path {found} has characters that a unit would have to escape: install it elsewhere")
    return found


def refuse_hidden(path: Path) -> None:
    """Raises NotDone for a program that the system's service could not see."""
    for folder in _HIDDEN:
        if path.is_relative_to(folder) or path.resolve().is_relative_to(folder):
            raise NotDone(
                f"{path} is below {folder}, which the service does not see: install the wheel elsewhere, "
                "as by `python3 -m venv /opt/posting-monitor`"
            )


def of_system(name: str, path: Path) -> str:
    """A unit's text for the system's manager; `path` is the program's."""
    return _shipped(name).replace(_PROGRAM, str(path))


def of_user(name: str, path: Path, state: Path) -> str:
    """A unit's text for a user's own manager: this user's database, and what hardening needs no privilege."""
    text = _SYSTEM_ONLY.sub("", of_system(name, path))
    text = text.replace("${STATE_DIRECTORY}", str(state).replace("%", "%%").replace("$", "$$"))
    return text.replace("WantedBy=multi-user.target", "WantedBy=default.target")


def _shipped(name: str) -> str:
    """As the wheel brought it; in a checkout as it lies there."""
    files = metadata.files("posting-monitor") or ()
    places = [it.locate() for it in files if it.match(f"share/posting-monitor/systemd/{name}")]
    for place in [*places, Path(__file__).resolve().parents[2] / "systemd" / name]:
        path = Path(str(place))
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise NotDone(f"the unit {name} is not there: install the wheel again")
