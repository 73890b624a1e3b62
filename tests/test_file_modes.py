"""What we write is for its owner alone, whatever the process's umask is."""

import os
import stat
import subprocess
import sys

import pytest

from config.settings import Settings
from monitor.cli.file_modes import opened_to_others


def run(home, *arguments):
    """Runs the program with a umask that leaves everything open; its output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sys; os.umask(0); from monitor.cli.main import main; sys.exit(main())",
            *arguments,
        ],
        cwd=home,
        env=environment | {"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "MONITOR_ZONE": "UTC"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_file_and_folder_is_for_its_owner_alone_without_a_umask(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    run(home, "init")
    run(home, "list")
    run(home, "db", "backup", "backups/")
    run(home, "db", "backup", "one.sqlite3")
    files = [it for it in home.rglob("*") if it.is_file()]
    assert {"monitor.toml", "monitor.sqlite3", "one.sqlite3"} <= {it.name for it in files}
    assert {str(it): oct(it.stat().st_mode) for it in files if stat.S_IMODE(it.stat().st_mode) & 0o077} == {}
    folders = [it for it in (home / "state" / "monitor", home / "backups") if it.is_dir()]
    assert [stat.S_IMODE(it.stat().st_mode) for it in folders] == [0o700, 0o700]


@pytest.fixture
def secret(tmp_path):
    """A file that holds the URL of a target, and settings that name it."""
    path = tmp_path / "secret"
    path.write_text("json://127.0.0.1:1/")
    return path, Settings.model_validate({"notify": {"targets": [{"name": "a", "url_file": str(path)}]}})


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o602])
def test_a_secret_that_others_may_use_is_told(secret, mode):
    path, settings = secret
    path.chmod(mode)
    assert list(opened_to_others(settings, None)) == [
        f"{path} ({mode:04o}) can be used by other users of this machine: chmod 600 {path}"
    ]


def test_a_secret_for_its_owner_alone_is_well(secret):
    path, settings = secret
    path.chmod(0o600)
    assert list(opened_to_others(settings, path)) == []
    assert list(opened_to_others(settings, path.with_name("none"))) == []


def test_a_database_that_others_may_read_is_told(tmp_path):
    path = tmp_path / "monitor.sqlite3"
    path.touch(0o600)
    path.chmod(0o644)
    assert len(list(opened_to_others(Settings(), path))) == 1
