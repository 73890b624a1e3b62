"""`monitor service` on a system in a folder: what is written, what is said, what stays."""

import re
import shutil
import subprocess

import pytest

from monitor.cli import service_units
from monitor.cli.service_machine import Machine

pytestmark = pytest.mark.skipif(not shutil.which("systemctl"), reason="no systemctl on this machine")

UNITS = ("monitor.service", "monitor-backup.service", "monitor-backup.timer")


@pytest.fixture(autouse=True)
def program(home, monkeypatch):
    """Where the program seems to be installed."""
    path = home / "opt" / "bin"
    path.mkdir(parents=True)
    (path / "monitor").touch()
    monkeypatch.setattr(service_units.sys, "executable", str(path / "python"))
    return path / "monitor"


@pytest.fixture
def root(home):
    """A system that is in a folder."""
    return home / "root"


def files(folder):
    return sorted(str(it.relative_to(folder)) for it in folder.rglob("*") if not it.is_dir())


def test_units_and_configuration_are_written_enabled_and_named(monitor, root, program):
    ran = monitor("service", "install", "--system", "--root", root)
    folder = root / "etc" / "systemd" / "system"
    for unit in UNITS:
        text = (folder / unit).read_text()
        assert "/usr/bin/env monitor" not in text
        assert f"wrote the unit /etc/systemd/system/{unit}" in ran.lines
    assert f"ExecStart={program} run" in (folder / "monitor.service").read_text()
    assert (folder / "multi-user.target.wants" / "monitor.service").is_symlink()
    assert (folder / "timers.target.wants" / "monitor-backup.timer").is_symlink()
    assert "#default_interval" in (root / "etc" / "monitor" / "monitor.toml").read_text()
    assert "posting-monitor" in ran.out


def test_done_again_it_changes_nothing_and_a_configuration_is_never_written_over(monitor, root):
    monitor("service", "install", "--system", "--root", root)
    config = root / "etc" / "monitor" / "monitor.toml"
    config.write_text("mine")
    before = {it: (root / it).lstat().st_mtime_ns for it in files(root)}
    ran = monitor("service", "install", "--system", "--root", root)
    assert ran.out.count("is up to date") == len(UNITS)
    assert config.read_text() == "mine"
    assert {it: (root / it).lstat().st_mtime_ns for it in before if "wants" not in it}.items() <= before.items()


def test_an_older_unit_is_brought_up_to_date(monitor, root):
    monitor("service", "install", "--system", "--root", root)
    unit = root / "etc" / "systemd" / "system" / "monitor.service"
    unit.write_text("[Service]\nExecStart=/opt/old/bin/monitor run\n")
    assert (
        "rewrote the unit /etc/systemd/system/monitor.service"
        in monitor("service", "install", "--system", "--root", root).lines
    )
    assert "/opt/old" not in unit.read_text()


def test_a_dry_run_says_all_and_does_nothing(monitor, root):
    ran = monitor("service", "install", "--system", "--root", root, "--dry-run")
    assert ran.out.count("would have: wrote") == len(UNITS) + 1
    assert "would have: systemctl" in ran.out
    assert not root.exists()


def test_uninstalling_keeps_the_data_unless_told_to_purge(monitor, root):
    monitor("service", "install", "--system", "--root", root)
    state = root / "var" / "lib" / "private" / "posting-monitor"
    state.mkdir(parents=True)
    (state / "monitor.sqlite3").touch()
    ran = monitor("service", "uninstall", "--system", "--root", root)
    assert "kept /var/lib/private/posting-monitor" in ran.lines
    assert files(root) == ["etc/monitor/monitor.toml", "var/lib/private/posting-monitor/monitor.sqlite3"]
    monitor("service", "uninstall", "--system", "--root", root, "--purge")
    assert files(root) == []


def test_a_users_unit_keeps_the_users_own_database(monitor, home, program, monkeypatch):
    monkeypatch.setattr(Machine, "systemctl", lambda *_: None)  # whose manager does not run here
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monitor("service", "install", "--user")
    text = (home / "config" / "systemd" / "user" / "monitor.service").read_text()
    assert f"ExecStart={program} run" in text
    assert "WantedBy=default.target" in text
    assert not re.search(r"DynamicUser|^User=|StateDirectory=|ProtectHome|network-online", text, re.MULTILINE)
    assert "NoNewPrivileges=yes" in text
    backup = (home / "config" / "systemd" / "user" / "monitor-backup.service").read_text()
    assert f"{home}/state/monitor/backup/ --keep 14" in backup
    monitor("service", "uninstall", "--user")
    assert files(home / "config") == []


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze on this machine")
def test_systemd_understands_a_users_unit(monitor, home, program, monkeypatch):
    monkeypatch.setattr(Machine, "systemctl", lambda *_: None)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    program.chmod(0o755)
    monitor("service", "install", "--user")
    unit = home / "config" / "systemd" / "user" / "monitor.service"
    said = subprocess.run(
        ["systemd-analyze", "--user", "verify", "--man=no", unit], capture_output=True, text=True, check=False
    )
    found = [line for line in said.stderr.splitlines() if "monitor.service:" in line]
    assert [line for line in found if "RestartSteps" not in line and "RestartMaxDelaySec" not in line] == []


def test_what_cannot_be_is_refused(monitor, root, program, monkeypatch, home):
    assert "--system or --user" in monitor("service", "install", code=2).err
    assert "--root" in monitor("service", "install", "--user", "--root", root, code=2).err
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert "sudo" in monitor("service", "install", "--system", code=1).err
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(service_units, "_HIDDEN", (str(home),))
    assert "does not see" in monitor("service", "install", "--system", code=1).err
    program.unlink()
    assert "install the wheel" in monitor("service", "install", "--system", "--root", root, code=1).err


def test_a_configuration_is_checked_without_its_secrets(monitor, installed):
    assert "can be used" in monitor("--config", installed, "service", "check").out
    installed.write_text('[[notify.targets]]\nname = "team"\nurl_credential = "team"\n')
    assert "can be used" in monitor("--config", installed, "service", "check").out
    installed.write_text("[schedule]\nmin_interval = 'never'\n")
    assert "schedule.min_interval" in monitor("--config", installed, "service", "check", code=2).err
