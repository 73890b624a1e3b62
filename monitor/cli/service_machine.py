"""What `monitor service` does to a machine: files and systemctl, each thing said as it is done."""

import os
import shutil
import subprocess
from pathlib import Path

from config.home import home
from monitor.cli.errors import NotDone
from monitor.cli.terminal import say

_SYSTEM_UNITS = Path("/etc/systemd/system")
_LONGEST = 300


class Machine:
    """The system that is to be changed: this one, or one in a folder; or, on a dry run, none."""

    def __init__(self, *, root: Path | None, user: bool, dry_run: bool) -> None:
        self._root = root
        self._user = user
        self._dry_run = dry_run
        #: Where the manager looks for an administrator's, or a user's, own units (systemd.unit(5)).
        self.folder = _user_units() if user else _SYSTEM_UNITS

    def has(self, path: Path) -> bool:
        """Whether something is there."""
        return os.path.lexists(self._placed(path))

    def write(self, path: Path, text: str, what: str) -> None:
        """Have a file with this text, for all to read."""
        placed = self._placed(path)
        if placed.is_file() and placed.read_text(encoding="utf-8", errors="replace") == text:
            say(f"{what} {path} is up to date")
            return
        self._say(f"{'rewrote' if placed.exists() else 'wrote'} {what} {path}")
        if not self._dry_run:
            self._put(placed, text)

    def keep(self, path: Path, text: str, what: str) -> None:
        """Have a file, with this text where there is none yet."""
        if self.has(path):
            say(f"{what} {path} was left as it is")
        else:
            self.write(path, text, what)

    def remove(self, path: Path) -> None:
        """Have nothing there."""
        placed = self._placed(path)
        if not os.path.lexists(placed):
            return
        self._say(f"removed {path}")
        if self._dry_run:
            return
        try:
            if placed.is_dir() and not placed.is_symlink():
                shutil.rmtree(placed)
            else:
                placed.unlink()
        except OSError as error:
            raise NotDone(f"{path} cannot be removed: {error.strerror}") from error

    def systemctl(self, verb: str, *arguments: str) -> None:
        """Have the service manager do something; what needs it to run is left out where it does not."""
        works_on_files = verb in {"enable", "disable"}
        if self._root and not works_on_files:
            return
        if not self._root and not works_on_files and not self._is_managed():
            say(f"no service manager answers here, so this is left: systemctl {' '.join((verb, *arguments))}")
            return
        where = [f"--root={self._root}"] if self._root else ["--user"] if self._user else []
        command = ["systemctl", *where, verb, *arguments]
        self._say(" ".join(command))
        if not self._dry_run:
            _run(command)

    def _is_managed(self) -> bool:
        """Whether the manager runs: the machine's (sd_booted(3)), or the user's own, by its socket."""
        if not self._user:
            return Path("/run/systemd/system").is_dir()
        return Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere", "systemd", "private").exists()

    def _say(self, line: str) -> None:
        say(f"would have: {line}" if self._dry_run else line)

    def _placed(self, path: Path) -> Path:
        return self._root / path.relative_to("/") if self._root else path

    @staticmethod
    def _put(path: Path, text: str) -> None:
        """Whole or not at all; readable for all, as units are and the service's configuration has to be."""
        part = path.with_name(f"{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            part.chmod(0o644)
            part.rename(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise NotDone(f"{path} cannot be written: {error.strerror}") from error


def _user_units() -> Path:
    given = os.environ.get("XDG_CONFIG_HOME")
    folder = Path(given) if given else (home(os.environ) or Path("/")) / ".config"
    return folder / "systemd" / "user"


def _run(command: list[str]) -> None:
    program = shutil.which(command[0])
    if program is None:
        raise NotDone(f"{command[0]} is not on the PATH: the units were written, enable them by hand")
    done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        raise NotDone(f"`{' '.join(command)}` failed: {' '.join(done.stderr.split())[:_LONGEST]}")
