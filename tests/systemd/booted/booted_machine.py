"""A Debian that is booted with systemd as its first process, and driven from outside."""

import os
import signal
import subprocess
import time
from pathlib import Path

#: Seconds that anything may take before a test gives up.
PATIENCE = 60.0
#: nspawn's exit code when the machine wants to be started again (systemd-nspawn(1), --keep-unit).
_AGAIN = 133
#: No filter of system calls but the units' own: nspawn's refuses Landlock to what runs in it.
_ENVIRONMENT = {"SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1", "SYSTEMD_NSPAWN_LOCK": "0", "SYSTEMD_SECCOMP": "0"}
#: Every namespace of the machine but that of the network, which is this machine's.
_INTO = ("--mount", "--uts", "--ipc", "--pid", "--cgroup", "--root", "--wd")
_BOOT = (
    "--quiet",
    "--boot",
    "--register=no",
    "--keep-unit",
    "--link-journal=no",
    "--resolv-conf=off",
    "--console=pipe",
)


class Machine:
    """One machine in a folder; its network is this machine's, loopback included. A context manager."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._nspawn = None
        self._leader = 0

    def __enter__(self):
        (self.root / "etc" / "hostname").write_text("watcher\n")
        (self.root / "etc" / "hosts").write_text("127.0.0.1 localhost watcher\n")
        (self.root / "etc" / "machine-id").write_text("")  # another for each
        self.boot()
        return self

    def __exit__(self, *exc):
        if self._nspawn.poll() is None:
            self._nspawn.send_signal(signal.SIGTERM)  # as by a power button
            try:
                self._nspawn.wait(20)
            except subprocess.TimeoutExpired:
                self._nspawn.kill()
                self._nspawn.wait()

    def boot(self) -> None:
        """Starts it and waits until it is up."""
        environment = os.environ | _ENVIRONMENT
        with (self.root.parent / f"{self.root.name}.console").open("ab") as console:
            self._nspawn = subprocess.Popen(
                ["systemd-nspawn", *_BOOT, f"--directory={self.root}"],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=console,
            )
        wait_until(self._is_up, "the machine did not boot")

    def reboot(self) -> None:
        """Shuts it down in order and boots it again."""
        self.run("systemctl", "reboot", check=False)
        assert self._nspawn.wait(PATIENCE) == _AGAIN
        self.boot()

    def run(self, *command, check=True, stdin="") -> subprocess.CompletedProcess:
        """Runs a command in it, as root; nothing of this machine's environment goes along."""
        clean = {"PATH": "/opt/posting-monitor/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["/usr/bin/nsenter", f"--target={self._leader}", *_INTO, "--", *map(str, command)],
            env=clean,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        if check:
            assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
        return done

    def says(self, *command) -> str:
        """What a command prints."""
        return self.run(*command).stdout.strip()

    def write(self, path: str, text: str, mode=0o644) -> None:
        """Writes a file in it."""
        placed = self.root / path.lstrip("/")
        placed.parent.mkdir(parents=True, exist_ok=True)
        placed.write_text(text)
        placed.chmod(mode)

    def _is_up(self) -> bool:
        assert self._nspawn.poll() is None, "the machine ended while it booted"
        children = Path(f"/proc/{self._nspawn.pid}/task/{self._nspawn.pid}/children").read_text().split()
        if not children:
            return False
        self._leader = int(children[0])
        return self.run("systemctl", "is-system-running", check=False).stdout.strip() in {"running", "degraded"}


def wait_until(done, why: str, patience: float = PATIENCE):
    """What `done` gives once that is true."""
    end = time.monotonic() + patience
    while not (found := done()):
        assert time.monotonic() < end, why
        time.sleep(0.1)
    return found
