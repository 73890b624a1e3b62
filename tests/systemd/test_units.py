"""The service unit: what it promises the daemon, and what it takes from an attacker."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).resolve().parents[2] / "systemd" / "monitor.service"
#: The exposure that `systemd-analyze security` may find at most.
EXPOSURE = 1.5


@pytest.fixture
def unit():
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str
    parser.read(UNIT, encoding="utf-8")
    return parser


def test_the_unit_waits_for_the_daemon_to_be_ready_and_keeps_its_state(unit):
    service = unit["Service"]
    assert service["Type"] == "notify"
    assert service["StateDirectory"] == "posting-monitor"
    assert service["ExecStart"].endswith("monitor run")


def test_a_folder_called_config_in_the_working_directory_never_wins(unit):
    assert "PYTHONSAFEPATH=1" in unit["Service"]["Environment"]


def test_stopping_leaves_the_daemon_the_time_that_it_takes(unit):
    assert int(unit["Service"]["TimeoutStopSec"].removesuffix("s")) > 10


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze on this machine")
def test_systemd_understands_the_unit_and_finds_it_little_exposed():
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", UNIT], capture_output=True, text=True, check=False
    )
    assert not re.search(rf"{UNIT.name}:\d+", verified.stderr), verified.stderr
    rated = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", UNIT], capture_output=True, text=True, check=False
    )
    exposure = float(re.search(r"exposure level for .*: ([\d.]+)", rated.stdout)[1])
    assert exposure <= EXPOSURE
