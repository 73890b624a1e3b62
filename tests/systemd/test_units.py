"""The units: what they promise the daemon, and what they take from an attacker. `make test-systemd` boots them."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "systemd"
SERVICES = sorted(it.name for it in FOLDER.glob("*.service"))
#: The exposure that `systemd-analyze security` may find at most.
EXPOSURE = 1.5
#: Newer than the systemd of some machines, which say so and go on.
NEWER = ("RestartSteps", "RestartMaxDelaySec")

needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze on this machine")


def unit(name):
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(FOLDER / name, encoding="utf-8")
    return parser


def analyze(*arguments):
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)


def test_the_unit_waits_for_the_daemon_to_be_ready_and_keeps_its_state():
    service = unit("monitor.service")["Service"]
    assert service["Type"] == "notify"
    assert service["StateDirectory"] == "posting-monitor"
    assert service["ExecStart"].endswith("monitor run")
    assert service["Restart"] == "on-failure"
    assert "WatchdogSec" in service


@pytest.mark.parametrize("name", SERVICES)
def test_a_folder_called_config_in_the_working_directory_never_wins(name):
    assert "PYTHONSAFEPATH=1" in unit(name)["Service"]["Environment"]


def test_stopping_leaves_the_daemon_the_time_that_it_takes():
    assert int(unit("monitor.service")["Service"]["TimeoutStopSec"].removesuffix("s")) > 10


def test_all_that_use_the_state_directory_are_one_user():
    users = {name: unit(name)["Service"].get("User") for name in SERVICES if "StateDirectory" in unit(name)["Service"]}
    assert set(users.values()) == {"posting-monitor"}
    assert {"monitor.service", "monitor-backup.service"} <= set(users)


def test_the_backup_is_made_by_a_timer_and_nothing_else():
    assert "Install" not in unit("monitor-backup.service")
    timer = unit("monitor-backup.timer")
    assert timer["Install"]["WantedBy"] == "timers.target"
    assert timer["Timer"]["Persistent"] == "true"


@needs_systemd
@pytest.mark.parametrize("name", SERVICES)
def test_systemd_understands_the_unit(name):
    said = analyze("verify", "--man=no", FOLDER / name).stderr
    found = [line for line in said.splitlines() if re.search(rf"{re.escape(name)}:\d+", line)]
    assert [line for line in found if not any(key in line for key in NEWER)] == []


@needs_systemd
@pytest.mark.parametrize("name", SERVICES)
def test_systemd_finds_the_unit_little_exposed(name):
    rated = analyze("security", "--offline=true", FOLDER / name).stdout
    assert float(re.search(r"exposure level for .*: ([\d.]+)", rated)[1]) <= EXPOSURE
