"""What is shipped: four packages that nobody else owns, the unit, a lock that names no index."""

import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {"config", "monitor", "spiders", "storage"}


def installed_files():
    return [str(it) for it in metadata.files("posting-monitor") or []]


@pytest.fixture
def wheel_files():
    """What the wheel put in place; nothing to look at where the checkout itself is installed."""
    files = installed_files()
    if not any(it.startswith("monitor/") for it in files):
        pytest.skip("installed from the checkout, not from a wheel")
    return files


def test_no_other_distribution_owns_one_of_our_names():
    owners = metadata.packages_distributions()
    others = {name: set(owners.get(name, ())) - {"posting-monitor"} for name in ROOMS}
    assert not any(others.values()), others


def test_the_wheel_holds_exactly_the_four_rooms(wheel_files):
    ours = {it.split("/")[0] for it in wheel_files if not it.startswith("..") and ".dist-info/" not in it}
    assert ours == ROOMS


def test_the_wheel_brings_the_unit_and_the_default_configuration(wheel_files):
    units = {it.rsplit("/", 1)[1] for it in wheel_files if "share/posting-monitor/systemd/" in it}
    assert {"monitor.service", "monitor-backup.service", "monitor-backup.timer"} <= units
    assert "config/monitor.toml" in wheel_files


def test_the_lock_pins_and_hashes_everything_and_names_no_index():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE).strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[\w.-]+(\[[\w,]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", lock)


def test_the_lock_names_every_dependency():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {re.sub(r"[-_.]+", "-", it).lower() for it in re.findall(r"^([\w.-]+)(?:\[.*\])?==", lock, re.MULTILINE)}
    requires = metadata.requires("posting-monitor") or []
    wanted = {re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", it)[0]).lower() for it in requires if "'browser'" not in it}
    assert wanted - {"posting-monitor"} <= locked
