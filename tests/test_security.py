"""docs/security.md names a test for each threat, and each is there."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from monitor.cli import program

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
SECRET = "s3cr3t-t0ken"


def rows():
    """The lines of the page's tables: threat, measure, test."""
    for line in PAGE.splitlines():
        cells = [it.strip() for it in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and cells[0] not in {"Threat", "---"}:
            yield cells


@pytest.mark.parametrize("row", list(rows()), ids=lambda it: it[0][:60])
def test_every_threat_has_a_measure_and_a_test_that_exists(row):
    threat, measure, test = row
    assert threat
    assert measure
    name = re.fullmatch(r"`(?P<file>tests/[\w/]+\.py)(?:::(?P<function>test_\w+))?`", test)
    assert name, test
    path = ROOT / name["file"]
    assert path.is_file()
    function = name["function"]
    assert function is None or re.search(
        rf"^\s*(?:async )?def {function}\(", path.read_text(encoding="utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize(
    "heading", ["hostile page", "hostile board owner", "hostile neighbour", "local user", "leaked backup"]
)
def test_every_attacker_has_a_table(heading):
    section = PAGE.split(f"{heading}", 1)[1].split("\n## ", 1)[0]
    assert "| Threat | Measure | Test |" in section


def test_no_backup_holds_a_secret(tmp_path, capsys):
    config = tmp_path / "monitor.toml"
    config.write_text(
        f'[database]\nurl = "sqlite:///{tmp_path}/m.sqlite3"\n[fetch]\nallow_private_addresses = true\n'
        f'[[notify.targets]]\nname = "team"\nurl = "json://u:{SECRET}@127.0.0.1:1/"\n'
    )
    for arguments in (["init"], ["add", "http://127.0.0.1:1/"], ["check", "1"], ["db", "backup", f"{tmp_path}/copy"]):
        assert program.run(["--config", str(config), *arguments]) == 0
    capsys.readouterr()
    assert SECRET.encode() not in (tmp_path / "copy").read_bytes()
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert SECRET not in "\n".join(copy.iterdump())
